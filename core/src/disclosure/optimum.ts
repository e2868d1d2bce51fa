import { type LinearProgramme, Rows, type Solver } from "./linear-programme.ts";
import { costOf, type Need, needOf, type Outsider, outsiderOf } from "./outsider.ts";
import { addSums, attack } from "./programme.ts";
import { cellState, type Limits, type Table } from "./table.ts";

const maxNodes = 4000;
const maxRounds = 30;

/**
 * The cheapest pattern there is, by a mixed-integer programme (Fischetti and Salazar 2001, section 2, written out): 1 for each cell that is
 * hidden, those given (primary, `also`, of the supplier) included. One 0–1 column a cell says whether it is hidden; for each bound that
 * is asked there is one change of the table that keeps every sum, moves hidden cells only and reaches the bound. The sum of
 * the hidden figures is least. What complementary cells ask is added where a solution lacks it. For small tables only. All 0 where
 * no pattern was found.
 */
export async function cheapest(table: Table, limits: Limits, solver: Solver, also?: Uint8Array): Promise<Uint8Array> {
  const outsider = outsiderOf(table, limits, also);
  const cells = Array.from(outsider.movable.keys()).filter((cell) => outsider.movable[cell] === 1);
  const given = cells.filter((cell) => isGiven(outsider, cell, also));
  const asks = given.flatMap((cell) => asksOf(cell, needOf(outsider, cell), false));
  for (let round = 0; round < maxRounds; round++) {
    const { status, values } = solver(programmeOf(outsider, cells, given, asks));
    if (values.length === 0 || status === "infeasible") break;
    const hidden = new Uint8Array(outsider.grid.cells);
    cells.forEach((cell, at) => {
      if ((values[at] ?? 0) > 0.5) hidden[cell] = 1;
    });
    const lacking = lackingIn(outsider, solver, hidden).filter((cell) => !asks.some((ask) => ask.cell === cell && ask.width > 0));
    if (lacking.length === 0) return hidden;
    for (const cell of lacking) asks.push(...asksOf(cell, needOf(outsider, cell), true));
  }
  return new Uint8Array(outsider.grid.cells);
}

function isGiven({ table, primary }: Outsider, cell: number, also: Uint8Array | undefined): boolean {
  return table.state[cell] === cellState.supplier || primary[cell] === 1 || also?.[cell] === 1;
}

/** One asked distance: from one change, or (width) between two. `ifHidden`: only where the cell is hidden. */
type Ask = { readonly cell: number; readonly up: number; readonly down: number; readonly width: number; readonly ifHidden: boolean };

function asksOf(cell: number, { up, down, width }: Need, ifHidden: boolean): Ask[] {
  const none = { cell, up: 0, down: 0, width: 0, ifHidden };
  return [...(up > 0 ? [{ ...none, up }] : []), ...(down > 0 ? [{ ...none, down }] : []), ...(width > 0 ? [{ ...none, width }] : [])];
}

/** The hidden cells that are bounded too tightly. */
function lackingIn(outsider: Outsider, solver: Solver, hidden: Uint8Array): number[] {
  const cells = Array.from(hidden.keys()).filter((cell) => hidden[cell] === 1);
  const { extremes } = solver(attack(outsider, cells, cells));
  return cells.filter((cell, at) => {
    const { up, down, width } = needOf(outsider, cell);
    const [low, high] = [extremes[2 * at] as number, extremes[2 * at + 1] as number];
    return high < up - 1e-6 || -low < down - 1e-6 || high - low < width - 1e-6;
  });
}

/** Columns: per cell whether it is hidden, then for each ask one change (two for a width) of every cell. */
function programmeOf(outsider: Outsider, cells: readonly number[], given: readonly number[], asks: readonly Ask[]): LinearProgramme {
  const n = cells.length;
  const place = new Map(cells.map((cell, at) => [cell, at]));
  const changes = asks.flatMap((ask) => (ask.width > 0 ? [ask, ask] : [ask]));
  const columns = n * (1 + changes.length);
  const lower = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
  const upper = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const cost = new Float64Array(columns);
  const integer = new Uint8Array(columns);
  const most = 8 * asks.reduce((largest, { up, down, width }) => Math.max(largest, up, down, width), 1);
  const rows = new Rows();
  cells.forEach((cell, at) => {
    lower[at] = given.includes(cell) ? 1 : 0;
    upper[at] = 1;
    cost[at] = costOf(outsider, cell);
    integer[at] = 1;
  });
  changes.forEach((_, number) => {
    const base = n * (1 + number);
    addSums(rows, outsider, cells, (at) => base + at);
    for (const [at, cell] of cells.entries()) boundChange(rows, at, base + at, Math.min(most, slackOf(outsider, cell)), most);
  });
  let number = 0;
  for (const ask of asks) {
    const own = place.get(ask.cell) as number;
    const first = n * (1 + number) + own;
    const reach = ask.up + ask.down + ask.width;
    rows.add(first, ask.down > 0 ? -1 : 1);
    if (ask.width > 0) rows.add(first + n, -1);
    if (ask.ifHidden) rows.add(own, -reach);
    rows.close(ask.ifHidden ? 0 : reach, Number.POSITIVE_INFINITY);
    number += ask.width > 0 ? 2 : 1;
  }
  return { lower, upper, cost, integer, maxNodes, ...rows.finish() };
}

function slackOf({ start, floor }: Outsider, cell: number): number {
  return (start[cell] as number) - (floor[cell] as number);
}

/** −down · hidden ≤ change ≤ up · hidden. */
function boundChange(rows: Rows, hidden: number, change: number, down: number, up: number): void {
  rows.add(change, 1);
  rows.add(hidden, -up);
  rows.close(Number.NEGATIVE_INFINITY, 0);
  rows.add(change, 1);
  rows.add(hidden, down);
  rows.close(0, Number.POSITIVE_INFINITY);
}
