import { type EntityType, entitySets, entityTypes, namespace } from "./odata-types.ts";

/**
 * The model of the service as CSDL XML (OData 4.0, part 3: https://docs.oasis-open.org/odata/odata/v4.0/odata-v4.0-part3-csdl.html).
 * What is below an entity is contained in it, so programs find their way by the keys alone.
 */
export function metadataXml(): string {
  const types = Object.values(entityTypes).map(typeXml).join("");
  const sets = Object.entries(entitySets)
    .map(([name, type]) => {
      const bound = Object.entries(entityTypes[type].navigation as EntityType["navigation"]).flatMap(([path, { set }]) =>
        set === undefined ? [] : [`<NavigationPropertyBinding Path="${path}" Target="${set}"/>`],
      );
      return `<EntitySet Name="${name}" EntityType="${namespace}.${type}">${bound.join("")}</EntitySet>`;
    })
    .join("");
  const schema = `<Schema Namespace="${namespace}" xmlns="http://docs.oasis-open.org/odata/ns/edm">${types}<EntityContainer Name="Container">${sets}</EntityContainer></Schema>`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>${schema}</edmx:DataServices></edmx:Edmx>\n`;
}

function typeXml({ name, key, properties, navigation }: EntityType): string {
  const keys = key.map((each) => `<PropertyRef Name="${each}"/>`).join("");
  const own = properties.map((each) => {
    const nullable = key.includes(each.name) ? ' Nullable="false"' : "";
    return `<Property Name="${each.name}" Type="${each.type}"${nullable}/>`;
  });
  const ways = Object.entries(navigation).map(([way, { type, set }]) => {
    const contained = set === undefined ? ' ContainsTarget="true"' : "";
    return `<NavigationProperty Name="${way}" Type="Collection(${namespace}.${type})"${contained}/>`;
  });
  return `<EntityType Name="${name}"><Key>${keys}</Key>${own.join("")}${ways.join("")}</EntityType>`;
}
