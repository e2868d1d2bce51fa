import type { PeriodPair, Plan, Rows } from "@peil/core/query/plan.ts";
import { blankRows } from "@peil/core/query/rows.ts";

/** The stored figures of an indicator on a level in one period. Arrays are equally long. */
type Slice = { readonly area: Int32Array; readonly value: Float64Array; readonly status: Uint8Array };

/** Of an indicator on a level of a store: its slices by period, and the bytes that they take. */
type Block = { readonly slices: Map<number, Slice>; bytes: number };

/** A question for stored figures of all areas of a level, without flags or texts. */
export type WholeScan = Plan & { node: "scan" };

/** Figures that were read before, by store, indicator, level and period: the next question about them needs no engine. */
export type FlatSlices = {
  /**
   * The rows of a plan.
   * @param store name of the store, which never changes
   * @param read asks the engine for the same with these periods
   */
  rows(store: string, plan: WholeScan, read: (periods: readonly PeriodPair[]) => Promise<Rows>): Promise<Rows>;
  /** Forgets a store. */
  forget(store: string): void;
  /** Bytes that are kept. */
  readonly bytes: number;
};

/** Whether a plan asks what slices hold. */
export function isWholeScan(plan: Plan): plan is WholeScan {
  return plan.node === "scan" && plan.areas.areas === undefined && !plan.texts && !plan.flags && plan.step === undefined;
}

/** From so many rows on cutting them into slices takes longer than asking again. */
const most = 20_000;
/** What a slice and a block cost beside their arrays, roughly. */
const overhead = 500;

/** Keeps slices up to a number of bytes, none that is more than a quarter of it; the indicators that were asked longest ago go first. */
export function openFlatSlices(limit: number): FlatSlices {
  const blocks = new Map<string, Block>();
  let bytes = 0;

  /** The block of a key, moved behind all others. */
  function blockOf(key: string): Block | undefined {
    const block = blocks.get(key);
    if (block === undefined) return undefined;
    blocks.delete(key);
    blocks.set(key, block);
    return block;
  }

  function keep(block: Block, period: number, slice: Slice): void {
    const size = overhead + 13 * slice.area.length;
    if (block.slices.has(period) || size > limit / 4) return;
    block.slices.set(period, slice);
    block.bytes += size;
    bytes += size;
  }

  function drop(key: string, block: Block): void {
    blocks.delete(key);
    bytes -= block.bytes;
  }

  return {
    async rows(store, plan, read) {
      const periods = [...new Set(plan.periods.map((pair) => pair.read))];
      const key = `${store}/${plan.indicator}/${plan.areas.level}`;
      const known: ReadonlyMap<number, Slice> = blockOf(key)?.slices ?? new Map();
      const missing = periods.filter((period) => !known.has(period));
      if (missing.length === 0) return rowsOf(plan.periods, known);
      const rows = await read(missing.map((each) => ({ show: each, read: each })));
      if (rows.length > most && plan.periods.length === missing.length && plan.periods.every(({ show, read }) => show === read))
        return rows;
      const slices = new Map(known);
      for (const [period, slice] of slicesOf(missing, rows)) slices.set(period, slice);
      const block = blockOf(key) ?? { slices: new Map(), bytes: 0 };
      for (const period of missing) keep(block, period, slices.get(period) as Slice);
      if (block.slices.size > 0) blocks.set(key, block);
      for (const [first, each] of blocks) {
        if (bytes <= limit) break;
        drop(first, each);
      }
      return rowsOf(plan.periods, slices);
    },
    forget(store) {
      for (const [key, block] of blocks) if (key.startsWith(`${store}/`)) drop(key, block);
    },
    get bytes() {
      return bytes;
    },
  };
}

/** The rows by period; a period without rows has an empty slice. */
function slicesOf(periods: readonly number[], rows: Rows): ReadonlyMap<number, Slice> {
  const counts = new Map(periods.map((period) => [period, 0]));
  for (const period of rows.period) counts.set(period, (counts.get(period) ?? 0) + 1);
  const out = new Map<number, Slice & { filled: number }>();
  for (const [period, count] of counts) {
    out.set(period, { area: new Int32Array(count), value: new Float64Array(count), status: new Uint8Array(count), filled: 0 });
  }
  for (let row = 0; row < rows.length; row++) {
    const slice = out.get(rows.period[row] as number);
    if (slice === undefined) continue;
    const at = slice.filled++;
    slice.area[at] = rows.area[row] as number;
    slice.value[at] = rows.value[row] as number;
    slice.status[at] = rows.status[row] as number;
  }
  return out;
}

function rowsOf(periods: readonly PeriodPair[], slices: ReadonlyMap<number, Slice>): Rows {
  const parts = periods.map(({ show, read }) => ({ show, slice: slices.get(read) as Slice }));
  const rows = blankRows(parts.reduce((n, { slice }) => n + slice.area.length, 0));
  let start = 0;
  for (const { show, slice } of parts) {
    const end = start + slice.area.length;
    rows.area.set(slice.area, start);
    rows.period.fill(show, start, end);
    rows.value.set(slice.value, start);
    rows.status.set(slice.status, start);
    start = end;
  }
  return rows;
}
