import type { DataType, FlowKind, PeriodType, Rating } from "@peil/core/model/indicator.ts";

/** A column of an indicator table that Peil uses. */
export type Field =
  | "code"
  | "name"
  | "description"
  | "more"
  | "unit"
  | "source"
  | "base"
  | "sequence"
  | "weight"
  | "allocation"
  | "sample"
  | "deviation"
  | "formula"
  | "dataType"
  | "periodType"
  | "geoType"
  | "visible"
  | "startPeriod"
  | "endPeriod"
  | "forecastFrom"
  | "interpolation"
  | "extrapolation"
  | "threshold"
  | "thresholdIndicator"
  | "rating"
  | "aggregatesAreas"
  | "aggregatesPeriods"
  | "footnote"
  | "free1"
  | "free2"
  | "free3"
  | "cube"
  | "protected"
  | "rounding"
  | "provisional"
  | "keywords"
  | "hideFromSearch";

/** Heads by field, without blanks, hyphens and underscores: English, Dutch, and how they are misspelt in the wild. */
const heads: Readonly<Record<Field, readonly string[]>> = {
  code: ["indicatorcode", "onderwerpcode"],
  name: ["name", "naam"],
  description: ["description", "beschrijving", "omschrijving"],
  more: ["moreinformation", "meerinformatie"],
  unit: ["unit", "eenheid"],
  source: ["source", "bron"],
  base: ["baseindicator", "basisonderwerp"],
  sequence: ["seqno", "sequencenr", "volgnr", "volgnummer"],
  weight: ["aggregationindicator", "aggregatieonderwerp"],
  allocation: ["allocationindicator", "allocatieonderwerp"],
  sample: ["sampleindicator", "steekproefonderwerp"],
  deviation: ["stddevindicator", "stddevindciator", "stddevonderwerp", "standaarddeviatieonderwerp"],
  formula: ["formula", "formule"],
  dataType: ["datatype", "gegevenstype"],
  periodType: ["periodtype", "periodetype"],
  geoType: ["geotype"],
  visible: ["visible", "tonen", "zichtbaar"],
  startPeriod: ["startperiod", "startperiode"],
  endPeriod: ["endperiod", "eindperiode"],
  forecastFrom: ["forecastperiod", "prognoseperiode"],
  interpolation: ["interpolation", "interpolatie"],
  extrapolation: ["extrapolation", "extrapolatie"],
  threshold: ["thresholdvalue", "drempelwaarde"],
  thresholdIndicator: ["thresholdindicator", "drempelonderwerp"],
  rating: ["rating", "waardering"],
  aggregatesAreas: ["aggregategeoitems", "aggregeergebieden"],
  aggregatesPeriods: ["aggregateperiods", "aggregeerperioden", "aggregeerperiodes"],
  footnote: ["footnote", "voetnoot"],
  free1: ["freetextfield", "freetextfield1", "vrijtekstveld", "vrijtekstveld1"],
  free2: ["freetextfield2", "vrijtekstveld2"],
  free3: ["freetextfield3", "vrijtekstveld3"],
  cube: ["cube", "kubus"],
  protected: ["protected", "beveiligd", "beschermd"],
  rounding: ["roundoff", "afronding"],
  provisional: ["provisionalperiod", "voorlopigeperiode", "voorlopigeperioden"],
  keywords: ["keywords", "trefwoorden", "sleutelwoorden"],
  hideFromSearch: ["excludefromsearch", "uitsluitenvanzoeken", "nietzoeken"],
};

const byHead: ReadonlyMap<string, Field> = new Map(
  Object.entries(heads).flatMap(([field, names]) => names.map((name) => [name, field as Field] as const)),
);

/** The field that a loose head (see `looseHead`) stands for. */
export function fieldOf(head: string): Field | undefined {
  return byHead.get(head);
}

/** Data types as files write them, without blanks and hyphens. `percentage (mean)` depends on the unit; see `dataTypeOf`. */
const dataTypes: Readonly<Record<string, DataType | "percentage-mean">> = {
  numeric: "count",
  numeriek: "count",
  standaard: "count",
  standard: "count",
  percentage: "percentage",
  percentagesum: "percentage",
  percentagesom: "percentage",
  percentagemean: "percentage-mean",
  percentagegemiddelde: "percentage-mean",
  mean: "mean",
  gemiddelde: "mean",
  label: "label",
  text: "text",
  tekst: "text",
  other: "other",
  overig: "other",
};

const periodTypes: Readonly<Record<string, PeriodType>> = {
  stock: "stock",
  stand: "stock",
  pending: "flow",
  lopend: "flow",
  meanstock: "mean-stock",
  gemiddeldestand: "mean-stock",
  growth: "growth",
  groei: "growth",
  groeipercentage: "growth",
  independent: "independent",
  onafhankelijk: "independent",
};

const ratings: Readonly<Record<string, Rating>> = {
  unknown: "unknown",
  onbekend: "unknown",
  positive: "higher",
  positief: "higher",
  negative: "lower",
  negatief: "lower",
  neutral: "neutral",
  neutraal: "neutral",
};

/** What `Geo type` says. `Meervoudig` is the figure between two areas that has no direction; `Enkelvoudig` any figure of one area. */
export type GeoType = "single" | FlowKind;

const geoTypes: Readonly<Record<string, GeoType>> = {
  enkelvoudig: "single",
  single: "single",
  simple: "single",
  meervoudig: "symmetric",
  multiple: "symmetric",
  stroom: "directed",
  stream: "directed",
  flow: "directed",
  saldo: "balance",
  balance: "balance",
};

const yes = ["1", "ja", "yes", "true", "waar", "y", "j"];
const no = ["0", "nee", "no", "false", "onwaar", "n", ""];

const loose = (text: string): string => text.toLowerCase().replace(/[\s\-_()]/g, "");

/** Reads a data type. `percentage (mean)` is a percentage where the unit says so, else a mean. */
export function dataTypeOf(text: string, unit: string): DataType | undefined {
  const found = dataTypes[loose(text)];
  if (found !== "percentage-mean") return found;
  return /%|procent|percent/i.test(unit) ? "percentage" : "mean";
}

/** Reads a period type. */
export const periodTypeOf = (text: string): PeriodType | undefined => periodTypes[loose(text)];
/** Reads a rating. */
export const ratingOf = (text: string): Rating | undefined => ratings[loose(text)];
/** Reads a geo type: plain figures, or figures between areas. */
export const geoTypeOf = (text: string): GeoType | undefined => geoTypes[loose(text)];

/** Reads a yes or no. */
export function yesNo(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : undefined;
}

/** What a choice offers, for messages. */
export const choicesOf = {
  dataType: "Numeric, Percentage (sum), Percentage (mean), Mean, Label, Text, Other",
  periodType: "Stock, Pending, Mean stock, Growth, Independent",
  rating: "Unknown, Positive, Negative, Neutral",
  geoType: "Enkelvoudig, Stroom, Saldo, Meervoudig",
  yesNo: "1, 0",
  number: "12, 0.5",
  code: "A–Z, 0–9, _ (≤ 50)",
  interpolation: "0, 1",
} as const;
