import type { Text } from "@peil/core/model/text.ts";
import type { Row, Sheet } from "./cell.ts";
import { textOf } from "./cell.ts";
import { layouts } from "./index.ts";
import type { Context, Definition, Finding, Head, Layout, Recognised } from "./layout.ts";
import { pairColumns } from "./pairs.ts";
import { Problems } from "./problems.ts";

const headRows = 25;

/** Why a sheet is left. */
const reasons = {
  empty: { nl: "het blad is leeg", en: "the sheet is empty" },
  hidden: { nl: "het blad is verborgen", en: "the sheet is hidden" },
  named: { nl: "de naam van het blad zegt dat het niet ingelezen wordt", en: "the sheet's name says that it is not imported" },
  asked: { nl: "zo gevraagd", en: "as asked" },
  notes: {
    nl: "geen kopregel die Peil kent: een toelichting of een tabel om te lezen",
    en: "no head row that Peil knows: notes, or a table to read",
  },
  headOnly: { nl: "een leeg sjabloon: alleen een kopregel", en: "an empty template: only a head row" },
} as const satisfies Record<string, Text>;

async function headOf(sheet: Sheet): Promise<Head> {
  const rows: Row[] = [];
  for await (const batch of sheet.read()) {
    rows.push(...batch.slice(0, headRows - rows.length));
    if (rows.length >= headRows) break;
  }
  return { sheet, rows };
}

/** The codes that sheets may refer to, growing while definitions are read. */
export type Codes = { readonly levels: Set<string>; readonly dimensionLevels: Set<string>; readonly questions?: Context["questions"] };

/** Reads every sheet but the figures: what it is, and the records of those that define something. */
export async function recogniseAll(
  sheets: readonly Sheet[],
  codes: Codes,
  leave: readonly string[],
  problems: Problems,
): Promise<readonly Recognised[]> {
  const definitions: Definition[] = [];
  const context: Context = { ...codes, definitionFor: (sheet) => definitionOf(definitions, sheet) };
  const heads = await Promise.all(sheets.map(async (sheet) => ({ head: await headOf(sheet), left: leftFrom(sheet, leave) })));
  await collect(heads, context, codes, definitions);
  const out: Recognised[] = [];
  for (const { head, left } of heads) out.push(await readOne(head, left, context, problems));
  return out;
}

/** First pass: what the files define themselves, so that other sheets may refer to it. */
async function collect(
  heads: readonly { head: Head; left: Text | undefined }[],
  context: Context,
  codes: Codes,
  definitions: Definition[],
): Promise<void> {
  for (const { head, left } of heads) {
    const best = left === undefined ? bestOf(head, context) : undefined;
    if (best === undefined || !["definition", "dimension-levels", "areas", "levels"].includes(best.layout.kind)) continue;
    const read = await best.layout.read({ sheet: head.sheet, header: best.header }, context, new Problems());
    if (read.kind === "definition") definitions.push(read.definition);
    if (read.kind === "areas") codes.levels.add(read.level.toLowerCase());
    if (read.kind === "levels") for (const row of read.rows) codes.levels.add(row.code.toLowerCase());
    if (read.kind === "dimension-levels") for (const row of read.rows) codes.dimensionLevels.add(row.code.toLowerCase());
  }
}

async function readOne(head: Head, left: Text | undefined, context: Context, problems: Problems): Promise<Recognised> {
  const { sheet } = head;
  const first = head.rows[0] ?? { number: 1, cells: [] };
  if (left !== undefined) return { kind: "left", sheet, header: first, reason: left };
  if (head.rows.length === 0) return { kind: "left", sheet, header: first, reason: reasons.empty };
  const best = bestOf(head, context);
  if (best === undefined) return { kind: "left", sheet, header: first, reason: unknownReason(first) };
  const under = head.rows.filter((row) => row.number > best.header.number);
  if (under.length === 0 && head.rows.length < headRows) return { kind: "left", sheet, header: best.header, reason: reasons.headOnly };
  return best.layout.read({ sheet, header: best.header }, context, problems);
}

/** Two columns of codes are likely an aggregation table between levels that nobody defined: that deserves a better word. */
function unknownReason(first: Row): Text {
  const heads = first.cells.map(textOf).filter((each) => each !== "");
  if (heads.length !== 2 || pairColumns(first) === undefined || !heads.every((each) => /^[a-z]\w*$/i.test(each))) return reasons.notes;
  return {
    nl: `twee kolommen, maar “${heads[0]}” en “${heads[1]}” zijn geen bekende gebieds- of dimensieniveaus`,
    en: `two columns, but “${heads[0]}” and “${heads[1]}” are no known area or dimension levels`,
  };
}

function bestOf(head: Head, context: Context): (Finding & { layout: Layout }) | undefined {
  let best: (Finding & { layout: Layout }) | undefined;
  for (const layout of layouts) {
    const found = layout.recognise(head, context);
    if (found !== undefined && (best === undefined || found.confidence > best.confidence)) best = { ...found, layout };
  }
  return best;
}

function leftFrom(sheet: Sheet, leave: readonly string[]): Text | undefined {
  const name = sheet.name.trim().toLowerCase();
  if (leave.some((each) => each.trim().toLowerCase() === name)) return reasons.asked;
  if (sheet.hidden) return reasons.hidden;
  if (/\b(niet|not|geen|no)\b.*\b(inla(de|ad)n?|inlezen|importe?ren|uploaden|import|upload|load)\b/.test(name)) return reasons.named;
  return undefined;
}

/** A definition sheet speaks for the sheet in its name, in the same file first; `data_def` for every sheet that has its columns. */
function definitionOf(definitions: readonly Definition[], sheet: Sheet): Definition | undefined {
  const own = definitions.filter((each) => each.sheet.name.trim().toLowerCase() === `${sheet.name.trim().toLowerCase()}_def`);
  const all = definitions.filter((each) => each.sheet.name.trim().toLowerCase() === "data_def" && each.sheet !== sheet);
  const choices = [...own, ...all];
  return choices.find((each) => each.sheet.file === sheet.file) ?? choices[0];
}
