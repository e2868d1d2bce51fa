/** What stands in a column. */
export type Value = string | number | boolean | null;
/** One entity: its properties by name. */
export type Row = Readonly<Record<string, Value>>;
/** A property of an entity type. */
export type Property = { readonly name: string; readonly type: "Edm.String" | "Edm.Double" | "Edm.Int32" | "Edm.Boolean" };

/** A kind of entity: its properties, those that are its key, and where one can go from it. */
export type EntityType = {
  readonly name: string;
  readonly key: readonly string[];
  readonly properties: readonly Property[];
  /** Names of navigation properties and of the types to which they lead; `set` where the entities are those of a set. */
  readonly navigation: Readonly<Record<string, { readonly type: string; readonly set?: string }>>;
};

const text = (...names: string[]): readonly Property[] => names.map((name) => ({ name, type: "Edm.String" }));
const coded = ["ExternalCode"];
const named = text("ExternalCode", "Name");
const below = (names: Readonly<Record<string, string>>): EntityType["navigation"] =>
  Object.fromEntries(Object.entries(names).map(([name, type]) => [name, { type }]));

const variable: readonly Property[] = [
  ...named,
  ...text("Description", "MoreInformation", "Unit", "DataSource", "DataType", "PeriodType", "StartPeriod", "EndPeriod"),
  ...text("ForecastPeriod", "Footnote", "Keywords", "Formula"),
  { name: "RoundOff", type: "Edm.Int32" },
];
const ofVariable = { DataSources: { type: "DataSource", set: "DataSources" }, Units: { type: "Unit", set: "Units" } } as const;
const period: readonly Property[] = [...named, ...text("FullName", "PeriodLevel")];
const value = text("ExternalCode", "GeoLevel", "PeriodLevel", "Period", "ValueString", "Description");
const valueKey = ["ExternalCode", "GeoLevel", "PeriodLevel", "Period"];

/** Every entity type of the service, by name. */
export const entityTypes = {
  DataSource: {
    name: "DataSource",
    key: coded,
    properties: [...named, ...text("Publisher", "Url", "Licence", "LicenceUrl", "Citation", "Footnote", "ReferenceDate")],
    navigation: {},
  },
  Unit: { name: "Unit", key: coded, properties: named, navigation: {} },
  GeoItem: {
    name: "GeoItem",
    key: coded,
    properties: [...named, ...text("GeoLevel"), { name: "PointX", type: "Edm.Double" }, { name: "PointY", type: "Edm.Double" }],
    navigation: {},
  },
  GeoLevel: { name: "GeoLevel", key: coded, properties: named, navigation: below({ GeoItems: "GeoItem" }) },
  Period: { name: "Period", key: coded, properties: period, navigation: {} },
  PeriodLevel: { name: "PeriodLevel", key: coded, properties: named, navigation: below({ Periods: "Period" }) },
  Variable: {
    name: "Variable",
    key: coded,
    properties: variable,
    navigation: { ...below({ GeoLevels: "VariableGeoLevel" }), ...ofVariable },
  },
  VariableGeoLevel: {
    name: "VariableGeoLevel",
    key: coded,
    properties: named,
    navigation: below({ GeoItems: "GeoItem", PeriodLevels: "VariablePeriodLevel" }),
  },
  VariablePeriodLevel: { name: "VariablePeriodLevel", key: coded, properties: named, navigation: below({ Periods: "VariablePeriod" }) },
  VariablePeriod: { name: "VariablePeriod", key: coded, properties: period, navigation: below({ Values: "Value" }) },
  Value: { name: "Value", key: valueKey, properties: value, navigation: {} },
  CubeVariable: {
    name: "CubeVariable",
    key: coded,
    properties: variable,
    navigation: { ...below({ Dimensions: "Dimension", DimLevels: "DimLevel", GeoLevels: "CubeGeoLevel" }), ...ofVariable },
  },
  CubeGeoLevel: {
    name: "CubeGeoLevel",
    key: coded,
    properties: named,
    navigation: below({ GeoItems: "GeoItem", PeriodLevels: "CubePeriodLevel" }),
  },
  CubePeriodLevel: { name: "CubePeriodLevel", key: coded, properties: named, navigation: below({ Periods: "CubePeriod" }) },
  CubePeriod: { name: "CubePeriod", key: coded, properties: period, navigation: below({ Values: "CubeValue" }) },
  CubeValue: { name: "CubeValue", key: [...valueKey, "DimMembers"], properties: [...value, ...text("DimMembers")], navigation: {} },
  Dimension: { name: "Dimension", key: coded, properties: named, navigation: below({ DimLevels: "DimLevel" }) },
  DimLevel: { name: "DimLevel", key: coded, properties: [...named, ...text("Dimension")], navigation: below({ DimMembers: "DimMember" }) },
  DimMember: { name: "DimMember", key: coded, properties: [...named, ...text("DimLevel")], navigation: {} },
} as const satisfies Readonly<Record<string, EntityType>>;

/** Name of an entity type. */
export type TypeName = keyof typeof entityTypes;

/** The entity sets at the root and their types. */
export const entitySets = {
  Variables: "Variable",
  CubeVariables: "CubeVariable",
  GeoLevels: "GeoLevel",
  PeriodLevels: "PeriodLevel",
  Periods: "Period",
  Dimensions: "Dimension",
  DataSources: "DataSource",
  Units: "Unit",
} as const satisfies Readonly<Record<string, TypeName>>;

/** Name of an entity set. */
export type SetName = keyof typeof entitySets;

/** The namespace of the types, as `@odata.type` writes it. */
export const namespace = "Peil.OpenData";
