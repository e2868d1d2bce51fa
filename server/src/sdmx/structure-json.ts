import { dimensionId } from "@peil/core/formats/sdmx-ids.ts";
import { named } from "@peil/core/formats/sdmx-json-head.ts";
import { type Attribute, attributes, structureVersion } from "@peil/core/formats/sdmx-terms.ts";
import type { DimensionLevel } from "@peil/core/model/dimension.ts";
import type { Language, Text } from "@peil/core/model/text.ts";
import type { Artefact, ArtefactType, Item } from "./artefacts.ts";

/** How much of a structure is wanted: all, only what identifies it, or that with what describes it. */
export type Detail = "full" | "stub" | "complete-stub";

const packages: Readonly<Record<ArtefactType, readonly [list: string, urn: string, items?: string]>> = {
  dataflow: ["dataflows", "datastructure.Dataflow"],
  datastructure: ["dataStructures", "datastructure.DataStructure"],
  codelist: ["codelists", "codelist.Codelist", "codes"],
  conceptscheme: ["conceptSchemes", "conceptscheme.ConceptScheme", "concepts"],
  categoryscheme: ["categorySchemes", "categoryscheme.CategoryScheme", "categories"],
  categorisation: ["categorisations", "categoryscheme.Categorisation"],
  agencyscheme: ["agencySchemes", "base.AgencyScheme", "agencies"],
};

const urn = (kind: string, agency: string, id: string, item = ""): string =>
  `urn:sdmx:org.sdmx.infomodel.${kind}=${agency}:${id}(${structureVersion})${item === "" ? "" : `.${item}`}`;

/** The name of a structure for ever. */
export function urnOf({ type, agency, id }: Pick<Artefact, "type" | "agency" | "id">): string {
  return urn(packages[type][1], agency, id);
}

/** A structure with how much of it is wanted, and which of its items. */
export type Wanted = { readonly artefact: Artefact; readonly detail: Detail; readonly only?: (item: Item) => boolean };

/** What the sender of a message says of it. */
export type Sender = { readonly agency: string; readonly at: string; readonly release: string };

/** What the `schema` of a structure message is. */
const schema =
  "https://raw.githubusercontent.com/sdmx-twg/sdmx-json/master/structure-message/tools/schemas/2.0.0/sdmx-json-structure-schema.json";

/** A structure message of SDMX-JSON 2.0. @param more lists beside those of the structures, such as constraints */
export function structureMessage(wanted: readonly Wanted[], sender: Sender, language: Language, more: object = {}): string {
  const lists = Map.groupBy(wanted, ({ artefact }) => packages[artefact.type][0]);
  const meta = {
    schema,
    id: `${sender.agency}-${sender.release}`.replace(/[^A-Za-z0-9_@$-]/g, "_"),
    prepared: sender.at,
    test: false,
    contentLanguages: [language],
    sender: { id: sender.agency },
  };
  const data = Object.fromEntries([...lists].map(([list, all]) => [list, all.map((each) => artefactJson(each, language))]));
  return JSON.stringify({ meta, data: { ...data, ...more } });
}

function described(name: Text, description: Text | undefined, language: Language): object {
  if (description === undefined) return named(name, language);
  const { name: text, names } = named(description, language);
  return { ...named(name, language), description: text, descriptions: names };
}

function artefactJson(wanted: Wanted, language: Language): object {
  const { artefact, detail } = wanted;
  const { id, agency, name, description } = artefact;
  return {
    ...{ id, version: structureVersion, agencyID: agency },
    ...described(name, detail === "stub" ? undefined : description, language),
    isExternalReference: false,
    links: [{ rel: "self", type: artefact.type, urn: urnOf(artefact) }],
    ...(detail === "full" ? bodyOf(wanted, language) : {}),
  };
}

function bodyOf({ artefact, only }: Wanted, language: Language): object {
  const { type, agency, refers, items, columns, category } = artefact;
  const reference = (kind: ArtefactType): string => {
    const [, id = ""] = refers.find((each) => each.startsWith(`${kind}:`))?.split(/:(.*)/) ?? [];
    return urnOf({ type: kind, agency, id });
  };
  if (type === "dataflow") return { structure: reference("datastructure") };
  if (type === "categorisation")
    return { source: reference("dataflow"), target: urn("categoryscheme.Category", agency, "THEMES", category) };
  if (columns !== undefined) return { dataStructureComponents: componentsOf(agency, columns) };
  const [, , list] = packages[type];
  if (list === undefined || items === undefined) return {};
  const all = items();
  const kept = only === undefined ? all : all.filter(only);
  const own = kept.map((item) => itemJson(item, language, type === "conceptscheme" ? conceptRepresentation(agency, item.id) : {}));
  return { ...(kept.length < all.length ? { isPartial: true } : {}), [list]: own };
}

function itemJson({ id, name, description, items }: Item, language: Language, more: object = {}): object {
  const below = items === undefined ? {} : { categories: items.map((each) => itemJson(each, language)) };
  return { id, ...described(name, description, language), ...more, ...below };
}

const isTime = (id: string): boolean => id === "TIME_PERIOD";

/** By what a concept is written unless a structure says otherwise. */
function conceptRepresentation(agency: string, id: string): object {
  const attribute = attributes.find((each) => each.id === id);
  if (attribute !== undefined) return { coreRepresentation: representationOf(agency, attribute) };
  if (isTime(id)) return { coreRepresentation: { format: { dataType: "ObservationalTimePeriod" } } };
  if (id === "OBS_VALUE") return { coreRepresentation: { format: { dataType: "Double" } } };
  return { coreRepresentation: listed(agency, `CL_${id}`) };
}

function listed(agency: string, list: string): object {
  return { enumeration: urn("codelist.Codelist", agency, list) };
}

function representationOf(agency: string, { list, type }: Attribute): object {
  return list === undefined ? { format: { dataType: type ?? "String" } } : listed(agency, list);
}

function componentsOf(agency: string, columns: readonly DimensionLevel[]): object {
  const concept = (id: string): string => urn("conceptscheme.Concept", agency, "CONCEPTS", id);
  const ids = ["FREQ", "INDICATOR", "REF_AREA", ...columns.map((each) => dimensionId(each.code))];
  return {
    dimensionList: {
      id: "DimensionDescriptor",
      dimensions: ids.map((id, position) => ({
        id,
        position,
        conceptIdentity: concept(id),
        localRepresentation: listed(agency, `CL_${id}`),
      })),
      timeDimension: {
        id: "TIME_PERIOD",
        conceptIdentity: concept("TIME_PERIOD"),
        localRepresentation: { format: { dataType: "ObservationalTimePeriod" } },
      },
    },
    measureList: {
      id: "MeasureDescriptor",
      measures: [
        {
          id: "OBS_VALUE",
          conceptIdentity: concept("OBS_VALUE"),
          usage: "optional",
          localRepresentation: { format: { dataType: "Double" } },
        },
      ],
    },
    attributeList: {
      id: "AttributeDescriptor",
      attributes: attributes.map((attribute) => ({
        id: attribute.id,
        conceptIdentity: concept(attribute.id),
        usage: attribute.id === "OBS_STATUS" ? "mandatory" : "optional",
        attributeRelationship: relations[attribute.of],
        ...(attribute.of === "observation" ? { measureRelationship: ["OBS_VALUE"] } : {}),
        localRepresentation: representationOf(agency, attribute),
      })),
    },
  };
}

const relations: Readonly<Record<Attribute["of"], object>> = {
  observation: { observation: {} },
  time: { dimensions: ["TIME_PERIOD"] },
  indicator: { dimensions: ["INDICATOR"] },
  dataset: { dataflow: {} },
};
