import { audit, type Report } from "@peil/core/disclosure/audit.ts";
import type { Solver } from "@peil/core/disclosure/linear-programme.ts";
import { primaryCells } from "@peil/core/disclosure/primary.ts";
import { protect } from "@peil/core/disclosure/protect.ts";
import type { Guard } from "@peil/core/disclosure/rule.ts";
import { cellState, cellsOf, type Limits, type Table } from "@peil/core/disclosure/table.ts";
import { decision } from "@peil/core/model/disclosure.ts";
import { status } from "@peil/core/model/status.ts";
import type { NamedAxis } from "./guard-axes.ts";

/** Records of a table: for each axis the id of every record, its figure and state, and whether an earlier release showed that figure. */
export type Records = {
  readonly ids: readonly ArrayLike<number>[];
  readonly value: ArrayLike<number>;
  readonly status: ArrayLike<number>;
  readonly known: ArrayLike<boolean | number>;
  /** What the minimum is compared with, denominators and contributions, where they are not the figure itself. NaN: none. */
  readonly frequency?: ArrayLike<number>;
  readonly denominator?: ArrayLike<number>;
  readonly contributions?: readonly ArrayLike<number>[];
};

/** A table as it stands before anything is decided, with the records' places in it. */
export type Placed = { readonly table: Table; readonly cells: Int32Array };

/** Most cells that one table may have. */
export const mostCells = 60_000_000;

/** Puts records on their axes. Records that are on no axis are passed over (cell −1). */
export function placeRecords(axes: readonly NamedAxis[], records: Records): Placed {
  const size = axes.reduce((n, each) => n * each.ids.length, 1);
  const places = axes.map((each) => new Map(each.ids.map((id, at) => [id, at])));
  const value = new Float64Array(size).fill(Number.NaN);
  const state = new Uint8Array(size);
  const column = (of: ArrayLike<number> | undefined): Float64Array | undefined =>
    of === undefined ? undefined : new Float64Array(size).fill(Number.NaN);
  const frequency = column(records.frequency);
  const denominator = column(records.denominator);
  const contributions = records.contributions?.map((each) => column(each) as Float64Array);
  const cells = new Int32Array(records.value.length);
  for (let row = 0; row < cells.length; row++) {
    let cell = 0;
    for (const [at, axis] of axes.entries()) {
      const place = places[at]?.get(records.ids[at]?.[row] as number);
      cell = place === undefined ? Number.NaN : cell * axis.ids.length + place;
    }
    cells[row] = Number.isNaN(cell) ? -1 : cell;
    if (Number.isNaN(cell)) continue;
    const state0 = records.status[row];
    if (state0 === status.value) {
      // A figure without its weight adds to nothing.
      const figure = records.value[row] as number;
      value[cell] = Number.isNaN(figure) ? 0 : figure;
      state[cell] = records.known[row] ? cellState.known : cellState.figure;
    } else if (state0 === status.hidden) state[cell] = cellState.supplier;
    if (frequency) frequency[cell] = records.frequency?.[row] as number;
    if (denominator) denominator[cell] = records.denominator?.[row] as number;
    contributions?.forEach((each, n) => {
      each[cell] = records.contributions?.[n]?.[row] as number;
    });
  }
  const table: Table = {
    axes: axes.map((each) => each.axis),
    value,
    state,
    ...(frequency ? { frequency } : {}),
    ...(denominator ? { denominator } : {}),
    ...(contributions ? { contributions: merged(axes, contributions) } : {}),
  };
  return { table, cells };
}

/** The largest contributions to a sum are the largest among those to its parts (nobody contributes to two of them). */
function merged(axes: readonly NamedAxis[], contributions: readonly Float64Array[]): readonly Float64Array[] {
  let inner = contributions[0]?.length ?? 0;
  for (const { ids, axis } of axes) {
    inner /= ids.length;
    const outer = (contributions[0]?.length ?? 0) / (inner * ids.length);
    for (const { total, parts } of axis.sums) {
      for (let block = 0; block < outer; block++) {
        for (let offset = 0; offset < inner; offset++) {
          const at = (element: number): number => (block * ids.length + element) * inner + offset;
          if (!Number.isNaN(contributions[0]?.[at(total)] ?? Number.NaN)) continue;
          const all = parts.flatMap((part) => contributions.map((each) => each[at(part)] as number)).filter((each) => !Number.isNaN(each));
          all.sort((a, b) => b - a);
          contributions.forEach((each, n) => {
            each[at(total)] = all[n] ?? (all.length > 0 ? 0 : Number.NaN);
          });
        }
      }
    }
  }
  return contributions;
}

/** What was decided about a table. */
export type Decided = { readonly decision: Uint8Array; readonly report: Report };

/** Decides about a table as its guard asks. `also` marks cells that protection hides for another reason. */
export async function decide(table: Table, guard: Guard, solver: Solver, also?: Uint8Array): Promise<Decided> {
  if (guard.mode === "protect") return protectAll(table, guard.limits, solver, also);
  const hidden = primaryCells(table, guard.limits);
  const marks = hidden.map((each) => (each === 1 ? decision.primary : decision.visible));
  const count = marks.reduce((n, each) => n + (each > 0 ? 1 : 0), 0);
  return { decision: marks, report: { ...emptyReport, cells: cellsOf(table), hidden: count, primary: count, notChecked: count } };
}

/** How often a table is decided again after cells turned out to be known. */
const rounds = 3;

/**
 * Decides about a table. A cell that earlier releases alone give away to the digit, whatever is shown now, is known like those that they
 * showed: it is reported and does not block. Less than that blocks: a table that is left out shows nothing new.
 */
async function protectAll(asked: Table, limits: Limits, solver: Solver, also: Uint8Array | undefined): Promise<Decided> {
  const options = { solver, ...(also === undefined ? {} : { also }) };
  let table = asked;
  let decided = await protect(table, limits, options);
  for (let round = 0; round < rounds && decided.report.failing.length > 0 && table.state.includes(cellState.known); round++) {
    const everything = table.state.map((each) => (each === cellState.figure ? decision.complementary : decision.visible));
    const { failing } = await audit(table, { ...limits, zerosShown: false }, everything, { solver });
    const given = new Set(
      failing.filter((each) => each.upper - each.lower < 1e-6 * Math.max(1, Math.abs(each.upper))).map((each) => each.cell),
    );
    const lost = decided.report.failing.filter((each) => given.has(each.cell));
    if (lost.length === 0) break;
    const state = table.state.slice();
    for (const { cell } of lost) state[cell] = cellState.known;
    table = { ...table, state };
    decided = await protect(table, limits, options);
  }
  return decided;
}

/** A report of nothing. */
export const emptyReport: Report = {
  cells: 0,
  hidden: 0,
  primary: 0,
  complementary: 0,
  known: 0,
  certified: 0,
  solved: 0,
  sampled: 0,
  notChecked: 0,
  failing: [],
};

/** Most failing cells that a report names. */
const mostNamed = 20;

/** Two reports as one. */
export function joinReports(a: Report, b: Report): Report {
  return {
    cells: a.cells + b.cells,
    hidden: a.hidden + b.hidden,
    primary: a.primary + b.primary,
    complementary: a.complementary + b.complementary,
    known: a.known + b.known,
    certified: a.certified + b.certified,
    solved: a.solved + b.solved,
    sampled: a.sampled + b.sampled,
    notChecked: a.notChecked + b.notChecked,
    failing: [...a.failing, ...b.failing].slice(0, mostNamed),
  };
}

/** The strictest of several limits. */
export function strictest(all: readonly Limits[]): Limits {
  const least = (values: readonly (number | undefined)[]): number | undefined => {
    const given = values.filter((each): each is number => each !== undefined);
    return given.length === 0 ? undefined : Math.max(...given);
  };
  const minimumDenominator = least(all.map((each) => each.minimumDenominator));
  const pPercent = least(all.map((each) => each.pPercent));
  const dominance = all.flatMap((each) => each.dominance ?? []).sort((a, b) => a.k - b.k || b.n - a.n)[0];
  return {
    minimum: Math.max(...all.map((each) => each.minimum)),
    zerosShown: all.every((each) => each.zerosShown),
    ...(minimumDenominator === undefined ? {} : { minimumDenominator }),
    ...(pPercent === undefined ? {} : { pPercent }),
    ...(dominance === undefined ? {} : { dominance }),
  };
}
