import { articleKinds } from "./model/site.ts";
import type { Text } from "./model/text.ts";

/** What a value of a parameter looks like, in words of JSON Schema. */
export type ParameterSchema = {
  readonly type: "string" | "integer";
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly format?: "date";
  readonly maxLength?: number;
  /** What holds where the parameter is absent. */
  readonly default?: string | number;
};

/** A parameter of a route: one source for validation, OpenAPI and the page that explains the routes. */
export type Parameter = {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required?: true;
  readonly schema: ParameterSchema;
  readonly meaning: Text;
  /** A value that answers; `{slot}` stands for something of the site itself, such as its first indicator. */
  readonly example?: string;
};

const text = { type: "string", maxLength: 8000 } as const;
const whole = (minimum: number, maximum: number, usual: number) => ({ type: "integer", minimum, maximum, default: usual }) as const;
const oneOf = (values: readonly string[], usual?: string): ParameterSchema => ({
  type: "string",
  enum: values,
  ...(usual === undefined ? {} : { default: usual }),
});

type More = { readonly schema?: ParameterSchema; readonly example?: string };

function query(name: string, nl: string, en: string, { schema = text, example }: More = {}): Parameter {
  return { name, in: "query", schema, meaning: { nl, en }, ...(example === undefined ? {} : { example }) };
}

function path(name: string, nl: string, en: string, example?: string): Parameter {
  return { name, in: "path", required: true, schema: text, meaning: { nl, en }, ...(example === undefined ? {} : { example }) };
}

/** How many items a page of a list holds: usual and most. */
export const listLimits = { usual: 100, most: 1000 } as const;

/** Parameters of every list. */
export const paging: readonly Parameter[] = [
  query("limit", "Hoeveel items een antwoord hoogstens telt.", "How many items an answer holds at most.", {
    schema: whole(1, listLimits.most, listLimits.usual),
    example: "2",
  }),
  query("cursor", "Waar het verdergaat: de `next` van het vorige antwoord.", "Where to go on: the `next` of the answer before."),
];

/** Parts of addresses. */
export const inPath = {
  theme: path("code", "Code van het thema.", "Code of the theme.", "{theme}"),
  indicator: path("code", "Code van het onderwerp.", "Code of the indicator.", "{indicator}"),
  level: path("level", "Alias van het gebiedsniveau.", "Alias of the area level.", "{level}"),
  area: path("code", "Code van het gebied op dat niveau.", "Code of the area on that level.", "{area}"),
  dimensionLevel: path("level", "Code van het dimensieniveau.", "Code of the dimension level.", "{dimensionLevel}"),
  slug: path("slug", "Naam van de pagina in haar adres.", "Name of the page in its address.", "{article}"),
  hash: path("hash", "Wat een gedeelde link benoemt.", "What names a shared link."),
} as const;

/** Filters and choices of single routes. */
export const inQuery = {
  compare: query("compare", "Gebied waarnaast het staat: `niveau:code`.", "The area beside it: `level:code`.", { example: "{benchmark}" }),
  compareTwo: query("compare", "Een of twee gebieden ernaast: `niveau:code`.", "One or two areas beside it: `level:code`.", {
    example: "{benchmark}",
  }),
  compareGlance: query(
    "compare",
    "De referentie: een gebied, `similar:<manier>`, een bewaarde groep `@<code>`, een eigen groep, of `none`.",
    "The benchmark: an area, `similar:<preset>`, a kept group `@<code>`, a group of one's own, or `none`.",
    { example: "{benchmark}" },
  ),
  preset: query("preset", "Manier van gelijken; zonder naam de eerste van de site.", "Way of being alike; without one the site's first."),
  parts: query(
    "parts",
    "Eigen onderdelen: `code:gewicht`, met `:log` voor verhoudingen, gescheiden door komma's.",
    "Parts of your own: `code:weight`, with `:log` for ratios, separated by commas.",
    { example: "{indicator}" },
  ),
  count: query("count", "Hoeveel gebieden.", "How many areas.", { schema: whole(1, 10, 5), example: "3" }),
  theme: query("theme", "Alleen dit thema en wat eronder staat.", "Only this theme and what stands below it.", { example: "{theme}" }),
  themeGlance: query("theme", "Alleen dit thema van de kerncijfers.", "Only this theme of the core figures."),
  since: query("since", "Zoveel jaren terug om mee te vergelijken.", "Years back to compare with.", {
    schema: oneOf(["1", "3", "5", "10"]),
    example: "5",
  }),
  level: query("level", "Alleen wat op dit gebiedsniveau cijfers heeft.", "Only what has figures on this area level.", {
    example: "{level}",
  }),
  source: query("source", "Alleen wat uit deze bron komt.", "Only what comes from this source.", { example: "{source}" }),
  indicator: query("indicator", "Alleen de periodes van dit onderwerp.", "Only the periods of this indicator.", { example: "{indicator}" }),
  q: query("q", "Woorden die in naam, code of trefwoorden staan.", "Words that stand in name, code or keywords.", { example: "{word}" }),
  search: query("q", "Wat er gezocht wordt.", "What is searched for.", { example: "{word}" }),
  changedSince: query("changedSince", "Alleen wat na deze dag nieuwe cijfers kreeg.", "Only what got new figures after this day.", {
    schema: { type: "string", format: "date" },
    example: "2000-01-01",
  }),
  codes: query("codes", "Codes van onderwerpen, gescheiden door komma's.", "Codes of indicators, separated by commas.", {
    example: "{indicator}",
  }),
  kind: query("kind", "Alleen deze soort; zonder: alle.", "Only this kind; without: all.", {
    schema: oneOf(articleKinds),
    example: "news",
  }),
  detail: query("detail", "`coarse`: minder hoeken, voor een eerste blik.", "`coarse`: fewer corners, for a first look.", {
    schema: oneOf(["full", "coarse"], "full"),
    example: "coarse",
  }),
  language: query("language", "Taal van de zinnen.", "Language of the sentences.", { schema: oneOf(["nl", "en"], "nl"), example: "en" }),
} as const;

/** The keys of a selection (`docs/addresses.md`), without `indicator`. */
const selectionRest: readonly Parameter[] = [
  query("level", "Alias van het gebiedsniveau.", "Alias of the area level.", { example: "{level}" }),
  query(
    "area",
    "`all`, `none`, of codes van gebieden, gescheiden door komma's.",
    "`all`, `none`, or codes of areas, separated by commas.",
    {
      example: "{area}",
      schema: { ...text, default: "all" },
    },
  ),
  query("within", "Alle gebieden die in dit gebied liggen: `niveau:code`.", "All areas that lie in this area: `level:code`."),
  query("neighbours", "Dit gebied en wie ernaast ligt: `niveau:code`.", "This area and those that border on it: `level:code`."),
  query(
    "alike",
    "Gebieden in hetzelfde gebied van een groeperend niveau: `groepniveau:niveau:code`.",
    "Areas in the same area of a grouping level: `grouping:level:code`.",
  ),
  query(
    "group",
    "Gebieden samen onder een naam: `Kust:gemeente:31005,35013`.",
    "Areas together under a name: `Coast:gemeente:31005,35013`.",
  ),
  query(
    "period",
    "`recent`, `all`, `last:5`, `last:12:month`, of periodes gescheiden door komma's.",
    "`recent`, `all`, `last:5`, `last:12:month`, or periods separated by commas.",
    { example: "last:3", schema: { ...text, default: "recent" } },
  ),
  query("by", "Dimensieniveaus van een kubus die assen worden.", "Dimension levels of a cube that become axes."),
  query("member", "Items van een kubus: `niveau_item`.", "Members of a cube: `level_member`."),
  query("member-group", "Items samen onder een naam: `Jong:leeftijd5_0-4`.", "Members together under a name: `Young:leeftijd5_0-4`."),
  query("flow", "Richting van een stroom.", "Direction of a flow.", { schema: oneOf(["out", "in", "net", "gross", "none"]) }),
  query("partner", "De andere kant van een stroom: `niveau`, of `niveau:code`.", "The other end of a flow: `level`, or `level:code`."),
  query("top", "Zoveel grootste partners per gebied.", "So many largest partners of each area.", {
    schema: { type: "integer", minimum: 1 },
  }),
  query("within-flows", "`1`: stromen binnen het gebied tellen mee.", "`1`: flows within the area count.", {
    schema: oneOf(["0", "1"], "0"),
  }),
  query("compare", "Gebieden die ernaast staan: `niveau:code`.", "Areas that stand beside it: `level:code`.", { example: "{benchmark}" }),
  query("transform", "Wat uit de cijfers berekend wordt, in volgorde.", "What is computed from the figures, in order."),
  query(
    "interval",
    "Van enquêtecijfers: zekerheid in procent, zoals `90` of `95:normal`.",
    "Of survey figures: confidence in percent, such as `90` or `95:normal`.",
    {
      schema: { ...text, default: "95" },
    },
  ),
  query("pseudo", "`1`: ook gebieden die geen plaats zijn.", "`1`: areas that are no place too.", {
    schema: oneOf(["0", "1"], "0"),
    example: "1",
  }),
  query("release", "Id van een publicatie; zonder: de huidige.", "Id of a release; without: the current one.", { example: "{release}" }),
];

/** The keys of a selection on a route whose path names the indicator: all may be left out. */
export const selectionOfPath: readonly Parameter[] = selectionRest;

const firstKey: Parameter = {
  ...query("indicator", "Codes van onderwerpen, gescheiden door komma's.", "Codes of indicators, separated by commas.", {
    example: "{indicator}",
  }),
  required: true,
};

/** The keys of a selection with their level required. */
export const selectionKeysAsked: readonly Parameter[] = [
  firstKey,
  ...selectionRest.map((each) => (each.name === "level" ? { ...each, required: true as const } : each)),
];

/** The keys of a selection where the level has a default of its own. */
export const selectionSpoken: readonly Parameter[] = [firstKey, ...selectionRest];
