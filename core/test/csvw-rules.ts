/**
 * The rules of the Metadata Vocabulary for Tabular Data (W3C, 17 December 2015) as far as a description of one table can break them:
 * which properties there may be and of what kind (section 5), names of columns (5.6), datatypes (5.11), dialects (5.9), and common properties
 * (5.8), whose values may hold nothing else.
 */

type Json = Readonly<Record<string, unknown>>;
type Rule = (value: unknown) => boolean;

const isText: Rule = (value) => typeof value === "string";
const isFlag: Rule = (value) => typeof value === "boolean";
const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
const isWhole: Rule = (value) => Number.isInteger(value) && (value as number) >= 0;
const isNaturalLanguage: Rule = (value) => isText(value) || (Array.isArray(value) && value.every(isText)) || isObject(value);

/** Prefixes of the initial context of RDFa 1.1 that are used here, which the vocabulary takes over. */
const prefixes = new Set([
  "csvw",
  "dc",
  "dcterms",
  "dcat",
  "foaf",
  "oa",
  "org",
  "owl",
  "prov",
  "qb",
  "rdf",
  "rdfs",
  "schema",
  "skos",
  "void",
  "xsd",
]);
/** Datatypes of section 5.11.1, without the ordinary XML ones that nothing here uses. */
const datatypes = new Set([
  ...["anyAtomicType", "anyURI", "boolean", "date", "dateTime", "decimal", "integer", "long", "int", "nonNegativeInteger", "double"],
  ...["float", "gDay", "gMonth", "gMonthDay", "gYear", "gYearMonth", "string", "normalizedString", "token", "number", "any", "json"],
]);

const isDatatype: Rule = (value) =>
  isText(value)
    ? datatypes.has(value as string)
    : isObject(value) &&
      isText(value.base) &&
      datatypes.has(value.base as string) &&
      Object.keys(value).every((key) => ["base", "format", "length", "minimum", "maximum"].includes(key)) &&
      (value.format === undefined || isText(value.format) || isNumberFormat(value.format));
/** Section 6.4.2: only numbers have a format that is an object. */
const isNumberFormat = (value: unknown): boolean =>
  isObject(value) && Object.entries(value).every(([key, each]) => ["decimalChar", "groupChar", "pattern"].includes(key) && isText(each));

/** A variable of a URI template (RFC 6570, 2.3), not beginning with a low line. */
const isName: Rule = (value) => isText(value) && /^(?!_)(?:\w|%[0-9A-F]{2})(?:\.?(?:\w|%[0-9A-F]{2}))*$/.test(value as string);

const column: Readonly<Record<string, Rule>> = {
  name: isName,
  titles: isNaturalLanguage,
  datatype: isDatatype,
  required: isFlag,
  virtual: isFlag,
  suppressOutput: isFlag,
  null: isNaturalLanguage,
  lang: isText,
};
const dialect: Readonly<Record<string, Rule>> = {
  commentPrefix: isText,
  delimiter: isText,
  doubleQuote: isFlag,
  encoding: isText,
  header: isFlag,
  headerRowCount: isWhole,
  lineTerminators: (value) => isText(value) || (Array.isArray(value) && value.every(isText)),
  quoteChar: isText,
  skipBlankRows: isFlag,
  skipColumns: isWhole,
  skipInitialSpace: isFlag,
  skipRows: isWhole,
  trim: (value) => isFlag(value) || ["true", "false", "start", "end"].includes(value as string),
};
const table: Readonly<Record<string, Rule>> = {
  "@context": isContext,
  "@id": isText,
  "@type": (value) => value === "Table",
  url: isText,
  dialect: isObject,
  notes: Array.isArray,
  tableSchema: isObject,
  suppressOutput: isFlag,
};
const schema: Readonly<Record<string, Rule>> = { columns: Array.isArray, primaryKey: isNaturalLanguage, rowTitles: isNaturalLanguage };

function isContext(value: unknown): boolean {
  const [address, local, ...more] = Array.isArray(value) ? value : [value];
  const isLocal = local === undefined || (isObject(local) && Object.keys(local).every((key) => key === "@base" || key === "@language"));
  return address === "http://www.w3.org/ns/csvw" && isLocal && more.length === 0;
}

const isCommon = (key: string): boolean => prefixes.has(key.split(":")[0] ?? "") && /^[a-z]+:[\w-]+$/.test(key);

/** What a common property may hold: texts, numbers, flags, lists, and objects of common properties. */
function brokenCommon(value: unknown, at: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => brokenCommon(each, `${at}[${index}]`));
  if (!isObject(value)) return value === null ? [`${at}: null`] : [];
  if ("@value" in value)
    return Object.keys(value).some((key) => !["@value", "@language", "@type"].includes(key)) ? [`${at}: beside @value`] : [];
  return Object.entries(value).flatMap(([key, each]) => {
    if (key === "@id" || key === "@type") return isText(each) ? [] : [`${at}.${key}`];
    return isCommon(key) ? brokenCommon(each, `${at}.${key}`) : [`${at}.${key}: no common property`];
  });
}

function broken(value: Json, rules: Readonly<Record<string, Rule>>, at: string): string[] {
  return Object.entries(value).flatMap(([key, each]) => {
    const rule = rules[key];
    if (rule !== undefined) return rule(each) ? [] : [`${at}.${key}: ${JSON.stringify(each)}`];
    return isCommon(key) ? brokenCommon(each, `${at}.${key}`) : [`${at}.${key}: unknown`];
  });
}

/** What a description of a table does against the rules; nothing where it is valid. */
export function brokenRules(found: Json): string[] {
  const own = isObject(found.tableSchema) ? found.tableSchema : {};
  const columns = (Array.isArray(own.columns) ? own.columns : []) as Json[];
  const names = columns.map((each) => each.name);
  const keys = [own.primaryKey ?? []].flat();
  return [
    ...["@context", "url", "tableSchema"].filter((key) => !(key in found)).map((key) => `${key} is absent`),
    ...broken(found, table, "table"),
    ...broken(isObject(found.dialect) ? found.dialect : {}, dialect, "dialect"),
    ...broken(own, schema, "schema"),
    ...columns.flatMap((each, at) => broken(each, column, `column ${at}`)),
    ...(Array.isArray(found.notes) ? found.notes.flatMap((each, at) => brokenCommon(each, `notes[${at}]`)) : []),
    ...(new Set(names).size === names.length ? [] : ["two columns have one name"]),
    ...keys.filter((each) => !names.includes(each)).map((each) => `the key names no column: ${each}`),
  ];
}
