import { type CubeMember, cellFlag } from "../model/cube.ts";
import { type Status, status, statusNames } from "../model/status.ts";
import type { Text } from "../model/text.ts";
import { statusWords } from "./status-words.ts";

/** A code of a code list of SDMX. */
export type Code = { readonly id: string; readonly name: Text };

/** The version of all structures: of two parts, which in SDMX says that the content may change from release to release. */
export const structureVersion = "1.0";
/** The agency that owns structures where the site is not known. */
export const unknownAgency = "PEIL";

/** Frequencies (CL_FREQ of SDMX 2.1), as far as periods have them. */
export const frequencies: readonly Code[] = [
  { id: "A", name: { nl: "jaarlijks", en: "annual" } },
  { id: "S", name: { nl: "halfjaarlijks", en: "half-yearly" } },
  { id: "Q", name: { nl: "driemaandelijks", en: "quarterly" } },
  { id: "M", name: { nl: "maandelijks", en: "monthly" } },
  { id: "_O", name: { nl: "andere", en: "other" } },
];

/** What is to be known of an observation (CL_OBS_STATUS of SDMX 2.2), as far as figures have it. */
export const observationStatuses: readonly Code[] = [
  { id: "A", name: { nl: "gewone waarde", en: "normal value" } },
  { id: "P", name: { nl: "voorlopig", en: "provisional value" } },
  { id: "E", name: { nl: "geschat", en: "estimated value" } },
  { id: "F", name: { nl: "prognose", en: "forecast value" } },
  { id: "D", name: { nl: "andere definitie: in de som ontbreken gebieden", en: "definition differs: areas are missing in the sum" } },
  { id: "U", name: { nl: "weinig betrouwbaar: weinig respondenten", en: "low reliability: few respondents" } },
  { id: "O", name: { nl: "ontbreekt", en: "missing value" } },
  { id: "M", name: { nl: "ontbreekt; kan niet bestaan", en: "missing value; data cannot exist" } },
  { id: "L", name: { nl: "ontbreekt; bestaat maar is niet bekend", en: "missing value; data exist but were not collected" } },
  { id: "Q", name: { nl: "ontbreekt; verborgen", en: "missing value; suppressed" } },
];

/** Whether an observation may be read (CL_CONF_STATUS of SDMX), as far as figures have it: nothing says why one is confidential. */
export const confidentialities: readonly Code[] = [
  { id: "F", name: { nl: "vrij", en: "free" } },
  { id: "N", name: { nl: "niet voor publicatie: verborgen door de leverancier", en: "not for publication: hidden by the supplier" } },
  { id: "C", name: { nl: "vertrouwelijk: verborgen om privacyredenen", en: "confidential: hidden for privacy" } },
];

/** Our states of a cell without a figure, which are finer than those of SDMX. */
export const states: readonly Code[] = Object.entries(statusWords).map(([state, name]) => ({
  id: statusNames[Number(state) as Status],
  name,
}));

/** What each state is called in SDMX. The one table for all its formats and for RDF. */
const ofState: Readonly<Record<Status, readonly [observation: string, confidentiality: string]>> = {
  [status.value]: ["A", "F"],
  [status.empty]: ["O", "F"],
  [status.hidden]: ["Q", "N"],
  [status.notApplicable]: ["M", "F"],
  [status.unknown]: ["L", "F"],
  [status.incomplete]: ["L", "F"],
  [status.notAvailable]: ["O", "F"],
  [status.private]: ["Q", "C"],
};

/** The observation status of a cell: of a figure the strongest that is to be said of it. */
export function observationStatus(state: Status, flags: number, period: Pick<CubeMember, "provisional" | "forecast"> | undefined): string {
  if (state !== status.value) return ofState[state][0];
  if (period?.forecast) return "F";
  if ((flags & cellFlag.fewRespondents) !== 0) return "U";
  if ((flags & cellFlag.partial) !== 0) return "D";
  if ((flags & cellFlag.estimated) !== 0) return "E";
  return period?.provisional ? "P" : "A";
}

/** The confidentiality of a cell. */
export function confidentiality(state: Status): string {
  return ofState[state][1];
}

/** Where an attribute is attached. */
export type Attachment = "observation" | "indicator" | "time" | "dataset";
/** An attribute of observations or of data sets. `codes`: of which it takes one; else what type of value. */
export type Attribute = {
  readonly id: string;
  readonly name: Text;
  readonly of: Attachment;
  readonly codes?: readonly Code[];
  readonly list?: string;
  readonly type?: "String" | "Double" | "Integer" | "MonthDay";
};

/** Every attribute, in the order of the data structures. */
export const attributes: readonly Attribute[] = [
  {
    id: "OBS_STATUS",
    name: { nl: "Status van de waarneming", en: "Observation status" },
    of: "observation",
    codes: observationStatuses,
    list: "CL_OBS_STATUS",
  },
  {
    id: "CONF_STATUS",
    name: { nl: "Vertrouwelijkheid", en: "Confidentiality status" },
    of: "observation",
    codes: confidentialities,
    list: "CL_CONF_STATUS",
  },
  {
    id: "STATE",
    name: { nl: "Waarom er geen cijfer is", en: "Why there is no figure" },
    of: "observation",
    codes: states,
    list: "CL_STATE",
  },
  { id: "FLAG", name: { nl: "Opmerkingen bij het cijfer", en: "Remarks on the figure" }, of: "observation", type: "String" },
  { id: "MISSING_AREAS", name: { nl: "Aantal ontbrekende gebieden", en: "Number of areas missing" }, of: "observation", type: "Integer" },
  { id: "OBS_TEXT", name: { nl: "Tekst", en: "Text" }, of: "observation", type: "String" },
  { id: "LOWER", name: { nl: "Ondergrens", en: "Lower bound" }, of: "observation", type: "Double" },
  { id: "UPPER", name: { nl: "Bovengrens", en: "Upper bound" }, of: "observation", type: "Double" },
  { id: "RESPONDENTS", name: { nl: "Aantal respondenten", en: "Number of respondents" }, of: "observation", type: "Double" },
  {
    id: "UNCERTAINTY",
    name: { nl: "Interval: methode en betrouwbaarheid in procent", en: "Interval: method and confidence in percent" },
    of: "dataset",
    type: "String",
  },
  { id: "REPORTING_YEAR_START_DAY", name: { nl: "Eerste dag van het jaar", en: "Reporting year start day" }, of: "time", type: "MonthDay" },
  { id: "UNIT_MEASURE", name: { nl: "Eenheid", en: "Unit of measure" }, of: "indicator", type: "String" },
  { id: "DECIMALS", name: { nl: "Decimalen", en: "Decimals" }, of: "indicator", type: "Integer" },
  { id: "DATA_SOURCE", name: { nl: "Bron", en: "Data source" }, of: "indicator", type: "String" },
  { id: "LICENCE", name: { nl: "Licentie", en: "Licence" }, of: "indicator", type: "String" },
  { id: "RELEASE", name: { nl: "Publicatie", en: "Release" }, of: "dataset", type: "String" },
];

/** The names of the dimensions that every data structure has. */
export const conceptNames = {
  FREQ: { nl: "Frequentie", en: "Frequency" },
  INDICATOR: { nl: "Onderwerp", en: "Indicator" },
  REF_AREA: { nl: "Gebied", en: "Reference area" },
  TIME_PERIOD: { nl: "Periode", en: "Time period" },
  OBS_VALUE: { nl: "Waarde", en: "Observation value" },
} as const satisfies Readonly<Record<string, Text>>;

/** The name of the total over a dimension. */
export const totalName: Text = { nl: "Totaal", en: "Total" };
