import type { Problem } from "@peil/core/import-problems.ts";
import { explainProblem } from "@peil/core/import-problems.ts";
import type { Language, Text } from "@peil/core/model/text.ts";
import { say } from "@peil/core/model/text.ts";
import type { Kind } from "./layout.ts";
import type { DefinitionCounts, ImportReport, IndicatorReport, SheetReport } from "./preview.ts";
import type { Tally } from "./problems.ts";

const kinds: Readonly<Record<Kind, Text>> = {
  "data-columns": { nl: "cijfers, een kolom per onderwerp", en: "figures, a column per indicator" },
  "data-records": { nl: "cijfers, een waarde per rij", en: "figures, a value per row" },
  "data-cube": { nl: "kubus", en: "cube" },
  "data-flow": { nl: "stroomgegevens", en: "flow data" },
  definition: { nl: "definitieblad", en: "definition sheet" },
  indicators: { nl: "onderwerpentabel", en: "indicator table" },
  dimensions: { nl: "dimensies", en: "dimensions" },
  "dimension-levels": { nl: "dimensieniveaus", en: "dimension levels" },
  "dimension-items": { nl: "items van een dimensieniveau", en: "members of a dimension level" },
  "member-aggregation": { nl: "aggregatie van items", en: "member aggregation" },
  "area-aggregation": { nl: "aggregatie van gebieden", en: "area aggregation" },
  areas: { nl: "gebiedsdefinities", en: "area definitions" },
  levels: { nl: "gebiedsniveaus", en: "area levels" },
  themes: { nl: "themaboom", en: "theme tree" },
  left: { nl: "niet ingelezen", en: "left" },
};

const words = {
  rows: { nl: "rijen", en: "rows" },
  records: { nl: "records", en: "records" },
  periods: { nl: "periodes", en: "periods" },
  added: { nl: "nieuw", en: "new" },
  changed: { nl: "gewijzigd", en: "changed" },
  unchanged: { nl: "ongewijzigd", en: "unchanged" },
  gone: { nl: "verdwijnen", en: "gone" },
  created: { nl: "nieuw onderwerp", en: "new indicator" },
  sheets: { nl: "Bladen", en: "Sheets" },
  indicators: { nl: "Onderwerpen", en: "Indicators" },
  definitions: { nl: "Definities", en: "Definitions" },
  dropped: { nl: "lege of niet-toepasselijke records weggelaten", en: "empty or not-applicable records left out" },
  row: { nl: "rij", en: "row" },
  column: { nl: "kolom", en: "column" },
  more: { nl: "en nog", en: "and" },
  moreEnd: { nl: "van deze soort", en: "more of this kind" },
  error: { nl: "FOUT", en: "ERROR" },
  question: { nl: "VRAAG", en: "QUESTION" },
  remark: { nl: "opmerking", en: "remark" },
  imported: { nl: "Ingelezen", en: "Imported" },
  "would-import": { nl: "Zou ingelezen worden; er is niets gewijzigd", en: "Would be imported; nothing was changed" },
  refused: { nl: "Niet ingelezen; er is niets gewijzigd", en: "Not imported; nothing was changed" },
} as const satisfies Record<string, Text>;

const states: Readonly<Record<number, Text>> = {
  1: { nl: "leeg", en: "empty" },
  2: { nl: "verborgen", en: "hidden" },
  3: { nl: "niet van toepassing", en: "not applicable" },
  4: { nl: "onbekend", en: "unknown" },
};

const definitionWords: Readonly<Record<keyof DefinitionCounts, Text>> = {
  levels: { nl: "gebiedsniveaus", en: "area levels" },
  areas: { nl: "gebieden", en: "areas" },
  tables: { nl: "aggregatietabellen", en: "aggregation tables" },
  dimensions: { nl: "dimensies", en: "dimensions" },
  dimensionLevels: { nl: "dimensieniveaus", en: "dimension levels" },
  members: { nl: "items", en: "members" },
  memberLinks: { nl: "aggregaties van items", en: "member aggregations" },
  sources: { nl: "bronnen", en: "sources" },
  indicators: { nl: "onderwerpen", en: "indicators" },
  themes: { nl: "plaatsen in de themaboom", en: "places in the theme tree" },
};

/** The report of an import as text for a terminal. */
export function printReport(report: ImportReport, language: Language): string {
  const t = (key: keyof typeof words): string => say(words[key], language);
  const lines: string[] = [];
  if (report.sheets.length > 0) lines.push(`${t("sheets")}:`, ...report.sheets.map((each) => `  ${sheetLine(each, language)}`));
  if (report.indicators.length > 0)
    lines.push(`${t("indicators")}:`, ...report.indicators.map((each) => `  ${indicatorLine(each, language)}`));
  const definitions = definitionLine(report.definitions, language);
  if (definitions !== "") lines.push(`${t("definitions")}: ${definitions}`);
  if (report.dropped > 0) lines.push(`${amount(report.dropped, language)} ${t("dropped")}`);
  for (const tally of report.problems) lines.push(...tallyLines(tally, language));
  const load = report.load === undefined ? "" : ` (${report.load})`;
  lines.push(`${t(report.outcome)}: ${amount(report.records, language)} ${t("records")}${load}.`);
  return `${lines.join("\n")}\n`;
}

function amount(n: number, language: Language): string {
  return n.toLocaleString(language === "nl" ? "nl-BE" : "en-GB");
}

function sheetLine(each: SheetReport, language: Language): string {
  const reason = each.reason === undefined ? "" : `: ${say(each.reason, language)}`;
  const level = each.level === undefined ? "" : ` ${each.level}`;
  const rows = each.kind === "left" ? "" : `, ${amount(each.rows, language)} ${say(words.rows, language)}`;
  return `${each.file} [${each.sheet}] – ${say(kinds[each.kind], language)}${level}${reason}${rows}`;
}

function indicatorLine(each: IndicatorReport, language: Language): string {
  const t = (key: keyof typeof words): string => say(words[key], language);
  const levels = each.levels
    .map((level) => `${level.level} ${level.first === level.last ? level.first : `${level.first}–${level.last}`}`)
    .join(", ");
  const counts = (["added", "changed", "unchanged", "gone"] as const)
    .filter((key) => each[key] > 0)
    .map((key) => `${amount(each[key], language)} ${t(key)}`);
  const special = Object.entries(each.states).flatMap(([state, n]) => {
    const word = states[Number(state)];
    return word === undefined || n === 0 ? [] : [`${amount(n, language)} ${say(word, language)}`];
  });
  const fresh = each.created ? ` (${t("created")})` : "";
  return `${each.code}${fresh} – ${levels}: ${[...counts, ...special].join(", ")}`;
}

function definitionLine(counts: DefinitionCounts, language: Language): string {
  return (Object.keys(definitionWords) as (keyof DefinitionCounts)[])
    .filter((key) => counts[key] > 0)
    .map((key) => `${amount(counts[key], language)} ${say(definitionWords[key], language)}`)
    .join(", ");
}

/** Where a problem stands, in words. */
export function placeLine(problem: Problem, language: Language): string {
  const t = (key: keyof typeof words): string => say(words[key], language);
  const sheet = problem.sheet === undefined ? "" : ` [${problem.sheet}]`;
  const row = problem.row === undefined ? "" : ` ${t("row")} ${problem.row}`;
  const column = problem.column === undefined ? "" : ` ${t("column")} ${problem.column}`;
  return `${problem.file}${sheet}${row}${column}`.trim();
}

function tallyLines(tally: Tally, language: Language): string[] {
  const t = (key: keyof typeof words): string => say(words[key], language);
  const lines = tally.problems.map((problem) => {
    const place = placeLine(problem, language);
    return `  ${place === "" ? "" : `${place}: `}${explainProblem(problem, language).message}`;
  });
  const rest = tally.count - tally.problems.length;
  if (rest > 0) lines.push(`  … ${t("more")} ${amount(rest, language)} ${t("moreEnd")}`);
  const mends = [...new Set(tally.problems.map((problem) => explainProblem(problem, language).mend))].filter((each) => each !== "");
  return [`${t(tally.weight)} (${amount(tally.count, language)})`, ...lines, ...mends.slice(0, 5).map((each) => `  → ${each}`)];
}
