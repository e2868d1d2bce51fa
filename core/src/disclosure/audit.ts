import { decision as decisions, shownBefore } from "../model/disclosure.ts";
import { elementOf } from "./grid.ts";
import type { Solver } from "./linear-programme.ts";
import type { Moves } from "./moves.ts";
import { needOf, type Outsider, outsiderOf } from "./outsider.ts";
import { Pattern } from "./pattern.ts";
import { around, attack, componentsOf } from "./programme.ts";
import { Search } from "./search.ts";
import { movesFor } from "./suppress.ts";
import { cellState, type Limits, type Table } from "./table.ts";

/** A cell of which an outsider can know more than is allowed: the bounds that can be computed, and those that were asked. */
export type Failing = {
  readonly cell: number;
  /** The names of the cell's elements, one an axis. */
  readonly names: readonly string[];
  readonly lower: number;
  readonly upper: number;
  readonly asked: { readonly lower: number; readonly upper: number };
};

/** What an audit found. Plain data, kept with a release. */
export type Report = {
  readonly cells: number;
  /** Cells that we hide, of which primary and complementary (with those that follow another figure); `known` ones not counted. */
  readonly hidden: number;
  readonly primary: number;
  readonly complementary: number;
  /** Cells that ought to be hidden but that an earlier release showed: they are constants for the outsider. */
  readonly known: number;
  /** Hidden cells (those of the supplier included) proved safe by moves, and by linear programmes over all that hangs together. */
  readonly certified: number;
  readonly solved: number;
  /** Cells in a component too large to solve for each: judged as a sample, and not judged at all. */
  readonly sampled: number;
  readonly notChecked: number;
  readonly failing: readonly Failing[];
};

/** `moves`: proofs to look at first; each is checked against all sums before it counts. `largest`: most cells in one programme. */
export type AuditOptions = { readonly solver?: Solver; readonly moves?: Moves; readonly largest?: number; readonly sample?: number };

const largestProgramme = 4000;
const sampleOfLarge = 40;
/** A component larger than this is not solved as a whole, not even for a sample. */
const largestSampled = 12_000;
/** Sizes of the surroundings that are tried, and for how many cells. */
const nearby = [300, 1200];
const mostNearby = 200;

/**
 * Bounds every hidden cell from all that is published, and holds the bounds against what is asked (semantics, section 5). Does not
 * trust how the pattern came about: primaries are found again, moves checked against every sum. What moves do not prove is solved
 * exactly by linear programmes, component by component.
 * @param decision one byte a cell, of `decision` in the model, with `shownBefore` added for cells that are known all the same
 */
export async function audit(table: Table, limits: Limits, decision: Uint8Array, options: AuditOptions = {}): Promise<Report> {
  const kind = decision.map((each) => each & ~shownBefore);
  const hidden = Uint8Array.from(kind, (each, cell) =>
    table.state[cell] === cellState.supplier || (each !== decisions.visible && table.state[cell] === cellState.figure) ? 1 : 0,
  );
  const outsider = outsiderOf(table, limits, hidden);
  const pattern = new Pattern(outsider, hidden);
  const open = uncertified(pattern, options.moves);
  const failing = shownPrimaries(outsider, hidden);
  const judged = judge(pattern, open, options);
  const count = (wanted: number): number => kind.reduce((n, each, cell) => n + (each === wanted && hidden[cell] === 1 ? 1 : 0), 0);
  const primary = count(decisions.primary);
  const complementary = count(decisions.complementary) + count(decisions.follows);
  return {
    cells: table.value.length,
    hidden: primary + complementary,
    primary,
    complementary,
    known: outsider.primary.reduce((n, each, cell) => n + (each === 1 && table.state[cell] === cellState.known ? 1 : 0), 0),
    certified: hidden.reduce((n, each) => n + each, 0) - open.length,
    solved: judged.solved,
    sampled: judged.sampled,
    notChecked: judged.notChecked,
    failing: [...failing, ...judged.failing].sort((a, b) => a.cell - b.cell),
  };
}

/** The hidden cells that moves do not prove safe: those that were handed over, then those that a search finds. */
function uncertified(pattern: Pattern, moves: Moves | undefined): number[] {
  for (let number = 0; number < (moves?.count ?? 0); number++)
    if (moves !== undefined && !moves.isOut(number)) pattern.addTrue(moves.move(number));
  const search = new Search(pattern.outsider, pattern.hidden);
  const open: number[] = [];
  pattern.hidden.forEach((each, cell) => {
    if (each !== 1 || pattern.isSafe(cell)) return;
    for (const { move } of movesFor(pattern, search, cell, 0)) pattern.addTrue(move);
    if (!pattern.isSafe(cell)) open.push(cell);
  });
  return open.filter((cell) => !pattern.isSafe(cell));
}

/** Figures that ought to be hidden and show. */
function shownPrimaries(outsider: Outsider, hidden: Uint8Array): Failing[] {
  const list: Failing[] = [];
  outsider.primary.forEach((each, cell) => {
    if (each === 1 && hidden[cell] === 0 && outsider.table.state[cell] === cellState.figure) list.push(failingOf(outsider, cell, 0, 0));
  });
  return list;
}

type Judged = { solved: number; sampled: number; notChecked: number; failing: Failing[] };

/** Solves what moves left open. */
function judge(pattern: Pattern, open: readonly number[], options: AuditOptions): Judged {
  const judged: Judged = { solved: 0, sampled: 0, notChecked: 0, failing: [] };
  const { solver, largest = largestProgramme, sample = sampleOfLarge } = options;
  if (open.length === 0) return judged;
  if (solver === undefined) return { ...judged, notChecked: open.length };
  const wanted = new Set(open);
  for (const cells of componentsOf(pattern.outsider, pattern.hidden)) {
    const mine = cells.filter((cell) => wanted.has(cell));
    if (mine.length === 0) continue;
    if (cells.length <= largest) judged.solved += bound(pattern, solver, cells, mine, judged.failing);
    else judgeLarge(pattern, solver, { cells, mine, sample }, judged);
  }
  return judged;
}

type Large = { readonly cells: readonly number[]; readonly mine: readonly number[]; readonly sample: number };

/**
 * A component too large to solve for each cell. First with only the cells nearby free: what varies enough so, varies enough. Of the
 * rest every so-manieth over the whole component.
 */
function judgeLarge(pattern: Pattern, solver: Solver, { cells, mine, sample }: Large, judged: Judged): void {
  const { outsider, hidden } = pattern;
  const variesNearby = (cell: number): boolean =>
    nearby.some((most) => {
      const none: Failing[] = [];
      bound(pattern, solver, around(outsider, hidden, cell, most), [cell], none);
      return none.length === 0;
    });
  const left = mine.filter((cell, at) => at >= mostNearby || !variesNearby(cell));
  judged.solved += mine.length - left.length;
  const every = Math.max(1, Math.ceil(left.length / sample));
  const picked = cells.length > largestSampled ? [] : left.filter((_, at) => at % every === 0);
  if (picked.length > 0) judged.sampled += bound(pattern, solver, cells, picked, judged.failing);
  judged.notChecked += left.length - picked.length;
}

/** Bounds some cells where only `cells` are free, and adds those that are bounded too tightly. Gives how many were bounded. */
function bound(pattern: Pattern, solver: Solver, cells: readonly number[], wanted: readonly number[], failing: Failing[]): number {
  const { outsider } = pattern;
  const { extremes } = solver(attack(outsider, cells, wanted));
  wanted.forEach((cell, at) => {
    const down = -Math.min(0, extremes[2 * at] ?? 0);
    const up = Math.max(0, extremes[2 * at + 1] ?? 0);
    if (!suffices(outsider, cell, up, down)) failing.push(failingOf(outsider, cell, up, down));
  });
  return wanted.length;
}

/** Whether bounds so far above and below are wide enough. A bound that could not be computed (NaN) is not. */
function suffices(outsider: Outsider, cell: number, up: number, down: number): boolean {
  const need = needOf(outsider, cell);
  const slack = 1e-6 * Math.max(1, need.up, need.down, need.width);
  return up >= need.up - slack && down >= need.down - slack && up + down >= need.width - slack;
}

function failingOf(outsider: Outsider, cell: number, up: number, down: number): Failing {
  const { table, grid, start } = outsider;
  const value = start[cell] as number;
  const need = needOf(outsider, cell);
  const lower = value - down;
  const asked = need.width > 0 ? { lower, upper: lower + need.width } : { lower: value - need.down, upper: value + need.up };
  const names = grid.axes.map((axis, at) => table.axes[at]?.names[elementOf(axis, cell)] ?? "");
  return { cell, names, lower, upper: value + up, asked };
}
