import type { Indicator } from "@peil/core/model/indicator.ts";
import { status, statusOfLoaded } from "@peil/core/model/status.ts";
import type { Staging } from "../store/staging.ts";
import type { Cell, Row } from "./cell.ts";
import { columnLetters, isBlank, isSpreadsheetError, numberOf, textOf } from "./cell.ts";
import { rowsUnder } from "./layout.ts";
import type { Problems } from "./problems.ts";
import type { ResolvedLevel, ResolvedSheet } from "./resolve.ts";
import { stageFlow } from "./stage-flow.ts";

const batchRows = 16_384;

/** Reads the figures of a sheet into the staging, by id. What has no id was told before and is skipped. */
export async function stageSheet(
  sheet: ResolvedSheet,
  number: number,
  staging: Staging,
  problems: Problems,
  tick: (rows: number) => void,
): Promise<void> {
  if (sheet.profile.ends !== undefined) return stageFlow(sheet, number, staging, problems, tick);
  const stager = new Stager(sheet, number, staging, problems);
  for await (const rows of rowsUnder(sheet.profile.sheet)) {
    for (const row of rows) {
      stager.row(row);
      if (stager.full) await stager.flush();
    }
    tick(rows.length);
  }
  await stager.flush();
}

/** Records by column, waiting to be taken. */
class Batch {
  readonly indicator = new Int32Array(batchRows);
  readonly level = new Int32Array(batchRows);
  readonly period = new Int32Array(batchRows);
  readonly area = new Int32Array(batchRows);
  readonly value = new Float64Array(batchRows);
  readonly status = new Uint8Array(batchRows);
  readonly sheet = new Int32Array(batchRows);
  readonly row = new Int32Array(batchRows);
  readonly members: readonly Int32Array[];
  text: (string | null)[] | undefined;
  size = 0;
  constructor(members: number) {
    this.members = Array.from({ length: members }, () => new Int32Array(batchRows));
  }
}

class Stager {
  readonly #sheet: ResolvedSheet;
  readonly #number: number;
  readonly #staging: Staging;
  readonly #problems: Problems;
  readonly #batch: Batch;
  readonly #columns: readonly { readonly index: number; readonly indicator: Indicator | undefined }[];
  readonly #comma: boolean;
  readonly #cube: Indicator | undefined;

  constructor(sheet: ResolvedSheet, number: number, staging: Staging, problems: Problems) {
    this.#sheet = sheet;
    this.#number = number;
    this.#staging = staging;
    this.#problems = problems;
    const { columns } = sheet.profile;
    this.#batch = new Batch(columns.members.length);
    this.#columns = columns.indicators.map(({ index, code }) => ({ index, indicator: sheet.indicators.get(code.toLowerCase()) }));
    this.#comma = sheet.profile.sheet.sheet.decimalComma;
    this.#cube = columns.members.length > 0 ? [...sheet.indicators.values()][0] : undefined;
  }

  /** Whether the next row might not fit. */
  get full(): boolean {
    return this.#batch.size + Math.max(1, this.#columns.length) > batchRows;
  }

  async flush(): Promise<void> {
    const batch = this.#batch;
    if (batch.size === 0) return;
    const n = batch.size;
    const from = { sheet: batch.sheet.subarray(0, n), row: batch.row.subarray(0, n) };
    const common = {
      level: batch.level.subarray(0, n),
      period: batch.period.subarray(0, n),
      area: batch.area.subarray(0, n),
      value: batch.value.subarray(0, n),
      status: batch.status.subarray(0, n),
    };
    if (this.#cube !== undefined) {
      const members = batch.members.map((each) => each.subarray(0, n));
      await this.#staging.cube(this.#cube.id, members.length, { ...common, members }, from);
    } else {
      const text = batch.text === undefined ? {} : { text: batch.text };
      await this.#staging.flat({ ...common, indicator: batch.indicator.subarray(0, n), ...text }, from);
    }
    batch.size = 0;
    batch.text = undefined;
  }

  row(row: Row): void {
    const { columns } = this.#sheet.profile;
    const level = this.#sheet.levels.get(textOf(row.cells[columns.level]));
    if (level === undefined || !this.#members(row)) return;
    if (columns.variable >= 0) {
      const cell = row.cells[columns.value];
      const indicator = isBlank(cell) ? undefined : this.#sheet.indicators.get(textOf(row.cells[columns.variable]).toLowerCase());
      if (indicator !== undefined) this.#take(row, level, indicator, cell, columns.value);
      return;
    }
    for (const { index, indicator } of this.#columns) {
      const cell = row.cells[index];
      if (indicator !== undefined && !isBlank(cell)) this.#take(row, level, indicator, cell, index);
    }
  }

  /** Puts the members of the row in place; false where one is unknown. */
  #members(row: Row): boolean {
    const { members } = this.#sheet;
    for (let n = 0; n < members.length; n++) {
      const { ids, position } = members[n] as { ids: ReadonlyMap<string, number>; position: number };
      const id = ids.get(textOf(row.cells[this.#sheet.profile.columns.members[n]?.index ?? -1]));
      const column = this.#batch.members[position];
      if (id === undefined || column === undefined) return false;
      column[this.#batch.size] = id;
    }
    return true;
  }

  #take(row: Row, level: ResolvedLevel, indicator: Indicator, cell: Cell | undefined, index: number): void {
    const { columns } = this.#sheet.profile;
    const period = level.periods.get(textOf(row.cells[columns.period]));
    const area = level.areas.get(textOf(row.cells[columns.area]));
    if (period === undefined || area === undefined) {
      // The row has no place, which was told; its faults are told all the same, unless such rows are to be skipped.
      if (!this.#sheet.skipUnknown) this.#value(row, indicator, cell, index);
      return;
    }
    if (!this.#value(row, indicator, cell, index)) return;
    const batch = this.#batch;
    const at = batch.size++;
    batch.indicator[at] = indicator.id;
    batch.level[at] = level.level.id;
    batch.period[at] = period;
    batch.area[at] = area;
    batch.sheet[at] = this.#number;
    batch.row[at] = row.number;
  }

  /** Puts the value in place; false where the cell holds none. */
  #value(row: Row, indicator: Indicator, cell: Cell | undefined, index: number): boolean {
    const batch = this.#batch;
    const at = batch.size;
    const number = numberOf(cell, this.#comma);
    const state = number === undefined ? status.value : statusOfLoaded(number);
    const texts = indicator.dataType === "text" || (indicator.dataType === "label" && number === undefined);
    if (texts && state === status.value) {
      batch.text ??= new Array<string | null>(batchRows).fill(null);
      batch.text[at] = textOf(cell);
      batch.value[at] = Number.NaN;
      batch.status[at] = status.value;
      return true;
    }
    if (number === undefined) {
      this.#wrong(row, indicator, textOf(cell), index);
      return false;
    }
    if (batch.text !== undefined) batch.text[at] = null;
    batch.value[at] = state === status.value ? number : Number.NaN;
    batch.status[at] = state;
    return true;
  }

  #wrong(row: Row, indicator: Indicator, text: string, index: number): void {
    const { sheet } = this.#sheet.profile.sheet;
    const place = { file: sheet.file, sheet: sheet.name, row: row.number, column: columnLetters(index) };
    this.#problems.add(isSpreadsheetError(text) ? "value-error" : "value-text", place, { indicator: indicator.code, text });
  }
}
