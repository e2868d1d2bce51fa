import type { GlanceRow, GlanceView } from "@peil/core/api-glance.ts";
import type { Status } from "@peil/core/model/status.ts";
import { plainOf } from "../presentations/parts.tsx";
import type { Cell } from "../presentations/reading.ts";
import { areaInSentence } from "../text/area-name.ts";
import { figure, unitOf } from "../text/unit.ts";
import type { Voice } from "../text/voice.ts";

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
  return cell.value === undefined ? shownIn(cell, row, voice) : figure(cell.value, row.indicator.unit, row.decimals, voice);
}

/** The name of an indicator with its unit, where the unit says more than the name. */
export function namedIn(row: GlanceRow, voice: Voice): string {
  return voice.m.chart.measured(voice.say(row.indicator.name), unitOf(row.indicator.unit, voice));
}

/** The benchmark as it stands in a sentence. */
export function benchmarkIn({ benchmark }: GlanceView, voice: Voice): string {
  return areaInSentence(benchmark.name, voice, benchmark.article);
}

/** All rows of the themes. */
export function rowsIn(view: GlanceView): readonly GlanceRow[] {
  return view.themes.flatMap((each) => each.rows);
}

/** The rows of a judgement, the largest distance first. */
export function judgedIn(view: GlanceView, judgement: GlanceRow["judgement"]): readonly GlanceRow[] {
  const size = (row: GlanceRow): number => Math.abs(row.distance ?? (row.verdict?.by === "z-score" ? row.verdict.z : 0));
  return rowsIn(view)
    .filter((each) => each.judgement === judgement && each.cell.value !== undefined)
    .toSorted((a, b) => size(b) - size(a));
}
