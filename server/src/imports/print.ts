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
  places: { nl: "objecten op de kaart", en: "objects on the map" },
  themes: { nl: "themaboom", en: "theme tree" },
  workspaces: { nl: "werkruimtes van een vorige site", en: "workspaces of a former site" },
  left: { nl: "niet ingelezen", en: "left" },
};

const words = {
  rows: { nl: "rijen", en: "rows" },
  oneRow: { nl: "rij", en: "row" },
  alike: { nl: "bladen", en: "sheets" },
  each: { nl: "elk", en: "each" },
  others: { nl: "en nog", en: "and" },
  othersEnd: { nl: "onderwerpen", en: "more indicators" },
  records: { nl: "records", en: "records" },
  noFigures: { nl: "enkel definities", en: "definitions only" },
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
  refused: { nl: "Niet ingelezen; er is niets gewijzigd.", en: "Not imported; nothing was changed." },
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
  workspaces: { nl: "werkruimtes van een vorige site", en: "workspaces of a former site" },
};

/** The report of an import as text for a terminal. */
export function printReport(report: ImportReport, language: Language): string {
  const t = (key: keyof typeof words): string => say(words[key], language);
  const lines: string[] = [];
  if (report.sheets.length > 0) lines.push(`${t("sheets")}:`, ...sheetLines(report.sheets, language));
  if (report.indicators.length > 0)
    lines.push(`${t("indicators")} (${amount(report.indicators.length, language)}):`, ...indicatorLines(report.indicators, language));
  const definitions = definitionLine(report.definitions, language);
  if (definitions !== "") lines.push(`${t("definitions")}: ${definitions}`);
  if (report.dropped > 0) lines.push(`${amount(report.dropped, language)} ${t("dropped")}`);
  for (const tally of report.problems) lines.push(...tallyLines(tally, language));
  if (report.outcome === "refused") return `${[...lines, t("refused")].join("\n")}\n`;
  const load = report.load === undefined ? "" : ` (${report.load})`;
  const figures = report.records === 0 && definitions !== "" ? t("noFigures") : `${amount(report.records, language)} ${t("records")}`;
  lines.push(`${t(report.outcome)}: ${figures}${load}.`);
  return `${lines.join("\n")}\n`;
}

function amount(n: number, language: Language): string {
  return n.toLocaleString(language === "nl" ? "nl-BE" : "en-GB");
}

/** Sheets that were left for the same reason, one after the other, share a line. */
function sheetLines(sheets: readonly SheetReport[], language: Language): string[] {
  const runs: SheetReport[][] = [];
  for (const each of sheets) {
    const run = runs.at(-1);
    const before = run?.[0];
    const alike = each.kind === "left" && before?.kind === "left" && before.file === each.file;
    if (alike && say(before.reason ?? { nl: "" }, language) === say(each.reason ?? { nl: "" }, language)) run?.push(each);
    else runs.push([each]);
  }
  return runs.flatMap((run) => {
    const [first] = run;
    if (first === undefined || run.length < 4) return run.map((each) => `  ${sheetLine(each, language)}`);
    const count = `${amount(run.length, language)} ${say(words.alike, language)}`;
    return [`  ${first.file}: ${count} – ${kindOf(first, language)}: ${run.map((each) => each.sheet).join(", ")}`];
  });
}

function kindOf(each: SheetReport, language: Language): string {
  const reason = each.reason === undefined ? "" : `: ${say(each.reason, language)}`;
  const level = each.level === undefined ? "" : ` ${each.level}`;
  return `${say(kinds[each.kind], language)}${level}${reason}`;
}

function sheetLine(each: SheetReport, language: Language): string {
  const rows = each.rows === 0 ? "" : `, ${amount(each.rows, language)} ${say(each.rows === 1 ? words.oneRow : words.rows, language)}`;
  return `${each.file} [${each.sheet}] – ${kindOf(each, language)}${rows}`;
}

/** How many indicators, or groups of them, are written out; `--json` has them all. */
const written = 25;

/** A line per indicator; beyond what can be read at a glance, those of which the same is said share a line. */
function indicatorLines(indicators: readonly IndicatorReport[], language: Language): string[] {
  if (indicators.length <= written) return indicators.map((each) => `  ${each.code}${indicatorTail(each, language)}`);
  const groups = new Map<string, string[]>();
  for (const each of indicators) {
    const tail = indicatorTail(each, language);
    groups.set(tail, [...(groups.get(tail) ?? []), each.code]);
  }
  const shown = [...groups].slice(0, written);
  const lines = shown.map(([tail, codes]) => {
    const rest = codes.length - 8;
    const more = rest > 0 ? ` … (+ ${amount(rest, language)})` : "";
    return `  ${codes.slice(0, 8).join(", ")}${more}${tail}${codes.length > 1 ? ` (${say(words.each, language)})` : ""}`;
  });
  const rest = indicators.length - shown.reduce((sum, [, codes]) => sum + codes.length, 0);
  if (rest > 0) lines.push(`  … ${say(words.others, language)} ${amount(rest, language)} ${say(words.othersEnd, language)} (--json)`);
  return lines;
}

function indicatorTail(each: IndicatorReport, language: Language): string {
  const t = (key: keyof typeof words): string => say(words[key], language);
  const levels = each.levels
    .map(({ level, first, last, periods }) => `${level} ${first === last ? first : `${first}–${last} (${periods} ${t("periods")})`}`)
    .join(", ");
  const counts = (["added", "changed", "unchanged", "gone"] as const)
    .filter((key) => each[key] > 0)
    .map((key) => `${amount(each[key], language)} ${t(key)}`);
  const special = Object.entries(each.states).flatMap(([state, n]) => {
    const word = states[Number(state)];
    return word === undefined || n === 0 ? [] : [`${amount(n, language)} ${say(word, language)}`];
  });
  const fresh = each.created ? ` (${t("created")})` : "";
  return `${fresh} – ${levels}: ${[...counts, ...special].join(", ")}`;
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
