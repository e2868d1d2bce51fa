import type { GlanceRow, GlanceView } from "@peil/core/api-glance.ts";
import type { Status } from "@peil/core/model/status.ts";
import { plainOf } from "../presentations/parts.tsx";
import type { Cell } from "../presentations/reading.ts";
import { areaInSentence } from "../text/area-name.ts";
import { byStrength } from "../text/glance-sentences.ts";
import { scanWords } from "../text/scan.ts";
import { unitOf } from "../text/unit.ts";
import type { Voice } from "../text/voice.ts";
import { wholeFigure } from "../text/whole-figure.ts";

/** A cell of an area at a glance as the drawings know cells. */
export function cellIn(cell: GlanceRow["cell"]): Cell {
  const status = cell.status as Status;
  if (cell.value === undefined) return { status };
  return { value: cell.value, status, ...(cell.flags === undefined ? {} : { flags: cell.flags }) };
}

/** A figure in a table: the number, or the sign of its state. */
export function shownIn(cell: GlanceRow["cell"], row: GlanceRow, voice: Voice): string {
  return plainOf(cellIn(cell), row.decimals, voice);
}

/** A figure in a sentence, with its unit. */
export function saidIn(cell: GlanceRow["cell"], row: GlanceRow, voice: Voice): string {
  const { name, unit } = row.indicator;
  const { dataType, decimals } = row;
  return cell.value === undefined ? shownIn(cell, row, voice) : wholeFigure(cell.value, { name, unit, dataType, decimals }, voice);
}

/** The name of an indicator with its unit, where the unit says more than the name. */
export function namedIn(row: GlanceRow, voice: Voice): string {
  return voice.m.chart.measured(voice.say(row.indicator.name), unitOf(row.indicator.unit, voice));
}

/** The benchmark as it stands in a sentence; undefined where there is none. */
export function benchmarkIn({ benchmark }: GlanceView, voice: Voice): string | undefined {
  return benchmark.kind === "none" ? undefined : areaInSentence(benchmark.name, voice, benchmark.article);
}

/** Beside whom the figures are set: the benchmark, or the mean of all. */
export function besideIn(view: GlanceView, voice: Voice): string {
  return benchmarkIn(view, voice) ?? scanWords(voice).mean(pluralIn(view, voice));
}

/** The areas of the level in the plural, inside a sentence. */
export function pluralIn({ level }: GlanceView, voice: Voice): string {
  return voice.say(level.plural).toLowerCase();
}

/** All rows of the themes, each indicator once. */
export function rowsIn(view: GlanceView): readonly GlanceRow[] {
  const rows = view.themes.flatMap((each) => each.rows);
  return [...new Map(rows.map((each) => [each.indicator.code, each])).values()];
}

/** The rows of a judgement, the largest distance first. */
export function judgedIn(view: GlanceView, judgement: GlanceRow["judgement"]): readonly GlanceRow[] {
  return rowsIn(view)
    .filter((each) => each.judgement === judgement && each.cell.value !== undefined)
    .toSorted(byStrength);
}
