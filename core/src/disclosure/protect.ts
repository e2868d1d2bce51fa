import { decision as decisions, shownBefore } from "../model/disclosure.ts";
import { audit, type Report } from "./audit.ts";
import type { Solver } from "./linear-programme.ts";
import { cheapest } from "./optimum.ts";
import { costOf, type Outsider, outsiderOf } from "./outsider.ts";
import { Pattern } from "./pattern.ts";
import { repair } from "./repair.ts";
import { Search } from "./search.ts";
import { hardestFirst, suppress } from "./suppress.ts";
import { cellState, type Limits, type Table } from "./table.ts";
import { tidy } from "./tidy.ts";

/** What is hidden of a table, and what its audit found. */
export type Protection = {
  /** One byte a cell: a `decision` of the model, with `shownBefore` added where an earlier release showed the figure. */
  readonly decision: Uint8Array;
  readonly report: Report;
};

/** `also`: 1 for cells that are hidden for another reason. `exactCells`: tables up to so many cells are also solved exactly. */
export type ProtectOptions = { readonly solver?: Solver; readonly also?: Uint8Array; readonly exactCells?: number };

/** Tables up to so many cells take at most about a second to solve exactly (measured). */
const defaultExactCells = 30;
const exactPrimaries = 4;
const severalOrders = 4000;
/** Tables up to so many cells are done again with their dearest totals visible, those of so many times the minimum, if that is no more than so much dearer. */
const mostSparing = 20_000;
const sparedTimes = 1000;
const dearerBy = 1.4;
const rounds = 4;
/** Each takes some tenths of a second where a table is large. */
const mostRepairs = 300;

/**
 * Decides what is hidden, so that no hidden figure can be known more closely than asked from everything else in the table (semantics,
 * section 5). Primaries by rule; complementary cells by moves, cheapest first, then shown again where all stays safe without them;
 * small tables exactly. The result passed the audit unless `report.failing` names cells. The same table gives the same answer.
 */
export async function protect(table: Table, limits: Limits, options: ProtectOptions = {}): Promise<Protection> {
  const outsider = outsiderOf(table, limits, options.also);
  let pattern = patternOf(outsider, options);
  let report = await auditOf(pattern, options);
  for (let round = 0; round < rounds && report.failing.length > 0; round++) {
    const before = sum(pattern.hidden);
    mend(
      pattern,
      report.failing.map((each) => each.cell),
      options.solver,
    );
    if (sum(pattern.hidden) === before) break;
    report = await auditOf(pattern, options);
  }
  const exact = await exactly(outsider, pattern, options);
  if (exact !== undefined) {
    const exactReport = await auditOf(exact, options);
    if (exactReport.failing.length === 0 && exactReport.notChecked === 0) [pattern, report] = [exact, exactReport];
  }
  return { decision: decisionOf(pattern, options.also), report };
}

function sum(list: Uint8Array): number {
  return list.reduce((n, each) => n + each, 0);
}

/** What is hidden before anything is added: primaries, what is hidden for another reason, what the supplier hid. */
function given(outsider: Outsider, also: Uint8Array | undefined): Uint8Array {
  const { table, primary } = outsider;
  return primary.map((each, cell) => {
    const state = table.state[cell];
    return state === cellState.supplier || (state === cellState.figure && (each === 1 || also?.[cell] === 1)) ? 1 : 0;
  });
}

/** A small table is done in several orders, of which the cheapest counts. */
function patternOf(outsider: Outsider, options: ProtectOptions): Pattern {
  const first = attempt(outsider, options, (cells) => cells);
  if (outsider.grid.cells > severalOrders) return sparing(outsider, options, first);
  const others = [
    attempt(outsider, options, (cells) => cells.toReversed()),
    attempt(outsider, options, (cells) => cells.toSorted((a, b) => (outsider.start[b] as number) - (outsider.start[a] as number) || b - a)),
  ];
  const unsafe = (pattern: Pattern): number =>
    pattern.hidden.reduce((n, each, cell) => n + (each === 1 && !pattern.isSafe(cell) ? 1 : 0), 0);
  const isBetter = (a: Pattern, b: Pattern): boolean =>
    (unsafe(a) - unsafe(b) || priceOf(outsider, a.hidden) - priceOf(outsider, b.hidden)) < 0;
  return others.reduce((best, each) => (isBetter(each, best) ? each : best), first);
}

/**
 * A total that is hidden early is free for all that come after, and nothing takes it back. So the table is done again with the dearest
 * totals kept visible; more small cells may hide for it, up to a limit.
 */
function sparing(outsider: Outsider, options: ProtectOptions, first: Pattern): Pattern {
  if (outsider.grid.cells > mostSparing) return first;
  const start = given(outsider, options.also);
  const limit = priceOf(outsider, first.hidden) * dearerBy;
  const least = sparedTimes * Math.max(1, outsider.limits.minimum);
  const isDear = (cell: number): boolean => start[cell] === 0 && costOf(outsider, cell) >= least;
  if (!first.hidden.some((each, cell) => each === 1 && isDear(cell))) return first;
  const movable = outsider.movable.map((each, cell) => (isDear(cell) ? 0 : each));
  const other = attempt({ ...outsider, movable }, options, (cells) => cells);
  const isSafe = other.hidden.every((each, cell) => each === 0 || other.isSafe(cell));
  return isSafe && priceOf(outsider, other.hidden) <= limit ? other : first;
}

function priceOf(outsider: Outsider, hidden: Uint8Array): number {
  return hidden.reduce((total, each, cell) => total + (each === 1 ? costOf(outsider, cell) : 0), 0);
}

function attempt(outsider: Outsider, { also, solver }: ProtectOptions, order: (hardestFirst: number[]) => number[]): Pattern {
  const pattern = new Pattern(outsider, given(outsider, also));
  const search = new Search(outsider, pattern.hidden);
  const hidden = cellsWhere(pattern.hidden, (each) => each === 1);
  const unsafe = suppress(pattern, search, order(hardestFirst(pattern, hidden)));
  if (unsafe.some((cell) => !pattern.isSafe(cell))) mend(pattern, unsafe, solver);
  const start = given(outsider, also);
  tidy(
    pattern,
    search,
    cellsWhere(pattern.hidden, (each, cell) => each === 1 && start[cell] === 0),
  );
  return pattern;
}

function cellsWhere(list: Uint8Array, test: (each: number, cell: number) => boolean): number[] {
  const cells: number[] = [];
  list.forEach((each, cell) => {
    if (test(each, cell)) cells.push(cell);
  });
  return cells;
}

/** Makes cells safe that moves alone could not, by linear programmes; what those newly hide is made safe by moves. */
function mend(pattern: Pattern, cells: readonly number[], solver: Solver | undefined): void {
  const search = new Search(pattern.outsider, pattern.hidden);
  let queue = suppress(pattern, search, cells);
  let left = mostRepairs;
  for (let round = 0; round < rounds && queue.length > 0 && solver !== undefined; round++) {
    const fresh: number[] = [];
    for (const cell of queue) {
      if (pattern.isSafe(cell) || left-- <= 0) continue;
      const { up, down, width } = pattern.missing(cell);
      for (const change of [up, -down, width]) {
        if (change === 0 || pattern.isSafe(cell)) continue;
        const move = repair(pattern, solver, cell, change) ?? (change === width ? repair(pattern, solver, cell, -width) : undefined);
        if (move !== undefined) fresh.push(...pattern.add(move));
      }
    }
    queue = suppress(pattern, search, fresh);
  }
}

/** The cheapest pattern there is, where the table is small enough to find it and it is cheaper. */
async function exactly(outsider: Outsider, pattern: Pattern, options: ProtectOptions): Promise<Pattern | undefined> {
  const { solver, also, exactCells = defaultExactCells } = options;
  if (solver === undefined || outsider.grid.cells > exactCells) return undefined;
  const start = given(outsider, also);
  if (sum(start) === 0 || sum(start) > exactPrimaries || sum(pattern.hidden) === sum(start)) return undefined;
  const hidden = await cheapest(outsider.table, outsider.limits, solver, also);
  const cheaper = priceOf(outsider, hidden) < priceOf(outsider, pattern.hidden);
  return hidden.some((each) => each === 1) && cheaper ? new Pattern(outsider, hidden) : undefined;
}

function auditOf(pattern: Pattern, { also, solver }: ProtectOptions): Promise<Report> {
  const { table, limits } = pattern.outsider;
  return audit(table, limits, decisionOf(pattern, also), { moves: pattern.moves, ...(solver === undefined ? {} : { solver }) });
}

function decisionOf({ outsider, hidden }: Pattern, also: Uint8Array | undefined): Uint8Array {
  const { table, primary } = outsider;
  return hidden.map((each, cell) => {
    const state = table.state[cell];
    const follows = also?.[cell] === 1 && state !== cellState.none && state !== cellState.supplier;
    if (state === cellState.known) {
      if (primary[cell] === 1) return decisions.primary + shownBefore;
      return follows ? decisions.follows + shownBefore : decisions.visible;
    }
    if (each === 0 || state === cellState.supplier) return decisions.visible;
    if (primary[cell] === 1) return decisions.primary;
    return follows ? decisions.follows : decisions.complementary;
  });
}
