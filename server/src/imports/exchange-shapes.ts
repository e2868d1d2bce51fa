import type { DisclosureRule } from "@peil/core/model/disclosure.ts";
import type { ExchangeDimension, ExchangeHead, ExchangeIndicator, ExchangeLevel, ExchangeTheme } from "@peil/core/model/exchange.ts";
import type { Source } from "@peil/core/model/indicator.ts";
import {
  type Announcement,
  type Article,
  articleKinds,
  dataThemes,
  type FormerWorkspace,
  type GlanceSet,
  type OpenData,
  type SavedGroup,
  type Similarity,
  type SimilarityPart,
  type Site,
} from "@peil/core/model/site.ts";
import type { Survey } from "@peil/core/model/survey.ts";
import {
  boolean,
  type Check,
  type Fields,
  integer,
  list,
  matching,
  number,
  oneOf,
  optional,
  type Place,
  record,
  refuse,
  string,
  text,
} from "./shapes.ts";

const above0: Check<number> = {
  expected: "> 0",
  read: (value, at) => (typeof value === "number" && Number.isFinite(value) && value > 0 ? value : refuse(value, at, "> 0")),
};

const similarity = record<Similarity>({
  code: matching(/^[\w-]{1,50}$/, "A–Z a–z 0–9 _ - (1–50)"),
  name: text,
  level: string,
  parts: list(
    record<SimilarityPart>({
      indicator: string,
      weight: above0,
      member: optional(string),
      scale: optional(oneOf("linear", "log")),
    } as Fields<SimilarityPart>),
  ),
} as Fields<Similarity>);

const group = record<SavedGroup>({
  code: matching(/^[\w-]{1,50}$/, "A–Z a–z 0–9 _ - (1–50)"),
  name: text,
  areas: list(record({ level: string, code: string })),
});

const day = matching(/^\d{4}-\d{2}-\d{2}$/, "2026-11-21");

/** The head of an editorial page and its text; see `exchange-articles.ts`. */
export const article = record<Article>({
  slug: matching(/^[a-z0-9-]{1,80}$/, "a–z 0–9 - (1–80)"),
  kind: oneOf(...articleKinds),
  title: text,
  lead: optional(text),
  date: optional(day),
  body: text,
} as Fields<Article>);

const announcement = record<Announcement>({ date: day, title: text, indicators: list(string) });

const address = matching(/^https?:\/\/[^\s<>"{}|\\^`]+$/, "https://…");

const openData = record<OpenData>({
  publisher: optional(address),
  contact: optional(address),
  licence: optional(address),
  spatial: optional(list(address)),
  themes: optional(list(record({ theme: string, dataTheme: oneOf(...dataThemes) }))),
} as Fields<OpenData>);

const site = record<Site>({
  name: text,
  motto: text,
  mailbox: optional(string),
  organisation: optional(text),
  homeLevel: string,
  benchmarkLevels: list(string),
  benchmark: record({ level: string, area: string }),
  similarity: optional(list(similarity)),
  groups: optional(list(group)),
  glance: optional(list(record<GlanceSet>({ theme: string, indicators: list(string) }))),
  judgement: optional(record({ zScore: optional(number), change: optional(number) } as Fields<NonNullable<Site["judgement"]>>)),
  announcements: optional(list(announcement)),
  formerWorkspaces: optional(
    list(
      record<FormerWorkspace>({ guid: matching(/^[a-z0-9_-]{1,100}$/, "a–z 0–9 _ -"), to: matching(/^\/(?![/\\])\S*$/, "/indicator/…") }),
    ),
  ),
  openData: optional(openData),
  style: string,
} as Fields<Site>);

/** `peil.json` */
export const head: Check<ExchangeHead> = record<ExchangeHead>({
  format: oneOf("peil-exchange"),
  version: oneOf(1),
  site,
} as Fields<ExchangeHead>);

/** `levels.json` */
export const levels: Check<readonly ExchangeLevel[]> = list(
  record<ExchangeLevel>({
    alias: string,
    division: string,
    base: string,
    name: text,
    plural: text,
    type: oneOf("area", "point", "line", "cluster"),
    covers: boolean,
    sequence: number,
    validFrom: optional(integer),
    validTo: optional(integer),
    synthetic: optional(boolean),
  } as Fields<ExchangeLevel>),
);

const pair: Check<readonly [string, string]> = {
  expected: '["…", "…"]',
  read(value, at) {
    const [child, parent, ...more] = Array.isArray(value) ? (value as unknown[]) : [];
    if (typeof child !== "string" || typeof parent !== "string" || more.length > 0) return refuse(value, at, '["…", "…"]');
    return [child, parent];
  },
};

/** `dimensions.json` */
export const dimensions: Check<readonly ExchangeDimension[]> = list(
  record<ExchangeDimension>({
    code: string,
    name: text,
    levels: list(record({ code: string, name: text, members: list(record({ code: string, name: text })) })),
    aggregation: list(record({ child: string, parent: string, links: list(pair) })),
  }),
);

/** `sources.json` */
export const sources: Check<readonly Source[]> = list(
  record<Source>({
    code: string,
    name: text,
    publisher: optional(string),
    url: optional(string),
    licence: optional(string),
    licenceUrl: optional(string),
    citation: optional(text),
    footnote: optional(text),
    referenceDate: optional(text),
  } as Fields<Source>),
);

const free: Check<readonly [string?, string?, string?]> = {
  expected: '["…", "…", "…"]',
  read(value, at) {
    const given = list(string).read(value, at);
    if (given.length > 3) return refuse(value, at, this.expected);
    return given as readonly [string?, string?, string?];
  },
};

const disclosure = record<DisclosureRule>({
  minimum: optional(number),
  zeros: optional(oneOf("shown", "hidden")),
  minimumDenominator: optional(number),
  dominance: optional(record({ n: integer, k: number })),
  pPercent: optional(number),
  contributions: optional(list(string)),
  base: optional(number),
} as Fields<DisclosureRule>);

const survey = record<Survey>({
  question: optional(string),
  changes: optional(list(record({ from: string, question: string }))),
  numerator: optional(string),
  denominator: optional(string),
  population: optional(boolean),
  designEffect: optional(number),
  designEffectIndicator: optional(string),
  squaredWeights: optional(string),
  strata: optional(string),
  answers: optional(record({ counted: list(string), outside: list(string) })),
  hiddenBelow: optional(number),
  flaggedBelow: optional(number),
} as Fields<Survey>);

const filling = oneOf("none", "hold", "linear");

/** `indicators.json` */
export const indicators: Check<readonly ExchangeIndicator[]> = list(
  record<ExchangeIndicator>({
    code: matching(/^\w{1,50}$/, "A–Z a–z 0–9 _ (1–50)"),
    shape: oneOf("flat", "cube", "flow"),
    name: text,
    unit: text,
    description: optional(text),
    more: optional(text),
    footnote: optional(text),
    keywords: optional(text),
    source: optional(string),
    kind: oneOf("register", "survey", "gis"),
    dataType: oneOf("count", "percentage", "ratio", "mean", "label", "text", "other"),
    periodType: oneOf("stock", "mean-stock", "flow", "growth", "independent"),
    rating: oneOf("higher", "lower", "neutral", "unknown"),
    factor: optional(number),
    weight: optional(string),
    allocation: optional(string),
    sample: optional(string),
    base: optional(string),
    deviation: optional(string),
    formula: optional(string),
    aggregatesAreas: boolean,
    aggregatesPeriods: boolean,
    absent: oneOf("empty", "zero"),
    partialSums: optional(boolean),
    threshold: optional(number),
    thresholdIndicator: optional(string),
    protected: optional(boolean),
    disclosure: optional(disclosure),
    survey: optional(survey),
    flow: optional(oneOf("directed", "balance", "symmetric")),
    decimals: optional(integer),
    step: optional(number),
    forecastFrom: optional(string),
    provisional: optional(list(string)),
    estimated: optional(boolean),
    startPeriod: optional(string),
    endPeriod: optional(string),
    interpolation: optional(filling),
    extrapolation: optional(filling),
    visible: boolean,
    searchable: boolean,
    free: optional(free),
    dimensionLevels: optional(list(string)),
  } as Fields<ExchangeIndicator>),
);

const folder = record<Extract<ExchangeTheme, { folder: string }>>({
  folder: string,
  name: text,
  description: optional(text),
  children: { expected: "[…]", read: (value, at) => themes.read(value, at) },
} as Fields<Extract<ExchangeTheme, { folder: string }>>);
const item = record<Extract<ExchangeTheme, { indicator: string }>>({ indicator: string, alias: optional(text) } as Fields<
  Extract<ExchangeTheme, { indicator: string }>
>);
const link = record<Extract<ExchangeTheme, { link: string }>>({ link: string, name: text });

const theme: Check<ExchangeTheme> = {
  expected: "{folder, …} | {indicator, …} | {link, …}",
  read(value: unknown, at: Place): ExchangeTheme {
    if (typeof value !== "object" || value === null) return refuse(value, at, this.expected);
    if ("folder" in value) return folder.read(value, at);
    if ("indicator" in value) return item.read(value, at);
    if ("link" in value) return link.read(value, at);
    return refuse(value, at, this.expected);
  },
};

/** `themes.json` */
export const themes: Check<readonly ExchangeTheme[]> = list(theme);
