import type { Indicator } from "@peil/core/model/indicator.ts";
import { status, statusOfLoaded } from "@peil/core/model/status.ts";
import type { Staging } from "../store/staging.ts";
import type { Row } from "./cell.ts";
import { columnLetters, isBlank, isSpreadsheetError, numberOf, textOf } from "./cell.ts";
import { rowsUnder } from "./layout.ts";
import type { Problems } from "./problems.ts";
import type { ResolvedSheet } from "./resolve.ts";

const batchRows = 16_384;
const columns = ["level", "period", "area", "toLevel", "toArea", "sheet", "row"] as const;

/** Records of one flow by column, waiting to be taken. */
class Batch {
  readonly indicator: Indicator;
  readonly index: number;
  readonly ids = Object.fromEntries(columns.map((name) => [name, new Int32Array(batchRows)])) as Record<
    (typeof columns)[number],
    Int32Array
  >;
  readonly value = new Float64Array(batchRows);
  readonly status = new Uint8Array(batchRows);
  size = 0;

  constructor(indicator: Indicator, index: number) {
    this.indicator = indicator;
    this.index = index;
  }

  async flush(staging: Staging): Promise<void> {
    if (this.size === 0) return;
    const part = (name: (typeof columns)[number]): Int32Array => this.ids[name].subarray(0, this.size);
    const batch = {
      level: part("level"),
      period: part("period"),
      area: part("area"),
      toLevel: part("toLevel"),
      toArea: part("toArea"),
      value: this.value.subarray(0, this.size),
      status: this.status.subarray(0, this.size),
    };
    await staging.flow(this.indicator.id, batch, { sheet: part("sheet"), row: part("row") });
    this.size = 0;
  }
}

/** Reads the figures of a sheet of flows into the staging, by id. What has no id was told before and is skipped. */
export async function stageFlow(
  sheet: ResolvedSheet,
  number: number,
  staging: Staging,
  problems: Problems,
  tick: (rows: number) => void,
): Promise<void> {
  const batches = sheet.profile.columns.indicators.flatMap(({ index, code }) => {
    const indicator = sheet.indicators.get(code.toLowerCase());
    return indicator === undefined ? [] : [new Batch(indicator, index)];
  });
  for await (const rows of rowsUnder(sheet.profile.sheet)) {
    for (const row of rows) {
      const place = placeOf(sheet, row);
      for (const batch of batches) {
        if (!takeValue(sheet, row, batch, problems, place === undefined) || place === undefined) continue;
        const record: Record<(typeof columns)[number], number> = { ...place, sheet: number, row: row.number };
        for (const name of columns) batch.ids[name][batch.size] = record[name];
        if (++batch.size === batchRows) await batch.flush(staging);
      }
    }
    tick(rows.length);
  }
  for (const batch of batches) await batch.flush(staging);
}

type Place = { readonly level: number; readonly period: number; readonly area: number; readonly toLevel: number; readonly toArea: number };

/** The ids of both ends and the period; undefined where one is unknown. */
function placeOf({ profile, levels }: ResolvedSheet, row: Row): Place | undefined {
  const { columns: at, ends } = profile;
  const from = levels.get(ends?.from ?? "");
  const to = levels.get(ends?.to ?? "");
  const period = from?.periods.get(textOf(row.cells[at.period]));
  const area = from?.areas.get(textOf(row.cells[at.area]));
  const toArea = to?.areas.get(textOf(row.cells[ends?.column ?? -1]));
  if (from === undefined || to === undefined || period === undefined || area === undefined || toArea === undefined) return undefined;
  return { level: from.level.id, period, area, toLevel: to.level.id, toArea };
}

/** Puts the value in place; false where the cell holds none. A row without a place has its faults told all the same, unless it is skipped. */
function takeValue(sheet: ResolvedSheet, row: Row, batch: Batch, problems: Problems, homeless: boolean): boolean {
  const cell = row.cells[batch.index];
  if (isBlank(cell) || (homeless && sheet.skipUnknown)) return false;
  const { file, name, decimalComma } = sheet.profile.sheet.sheet;
  const figure = numberOf(cell, decimalComma);
  if (figure === undefined) {
    const text = textOf(cell);
    const place = { file, sheet: name, row: row.number, column: columnLetters(batch.index) };
    problems.add(isSpreadsheetError(text) ? "value-error" : "value-text", place, { indicator: batch.indicator.code, text });
    return false;
  }
  const state = statusOfLoaded(figure);
  batch.value[batch.size] = state === status.value ? figure : Number.NaN;
  batch.status[batch.size] = state;
  return true;
}
