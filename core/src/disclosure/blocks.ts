import { status } from "../model/status.ts";
import { type Cell, finiteCell, poisonOf, stateCell } from "../statistics/cell.ts";
import { fsum, round12 } from "../statistics/round.ts";

/** A published total with the cells that it is the sum of. */
export type Total = { readonly total: Cell; readonly parts: readonly number[] };

/** All hidden parts of a total, and what they are together by what is published. */
type Block = { readonly members: readonly number[]; readonly sum: number };

/** So many choices are tried before a group counts as hidden. */
const maxSteps = 20_000;

/**
 * The sum of an own group, made only from what is published, so that it tells nothing new (semantics, section 5).
 *
 * `cells` holds every record of the wanted cells and of the parts of `totals` as published; a cell that is not in it has no
 * record and counts as empty. Where every wanted cell has a figure, the result is their sum with the ordinary rules of
 * states. Where some are hidden for privacy, they must be a disjoint union of blocks: all hidden parts of a visible total whose
 * other parts all have a figure or are empty. A block's sum is the total less the visible parts. Otherwise the group is hidden.
 * The result does not depend on the order of the arguments.
 */
export function sumOfBlocks(wanted: readonly number[], cells: ReadonlyMap<number, Cell>, totals: readonly Total[]): Cell {
  const asked = [...new Set(wanted)].sort((a, b) => a - b);
  const found = asked.map((each) => cells.get(each) ?? stateCell(status.empty));
  const hidden = asked.filter((_, at) => found[at]?.status === status.private);
  const open = found.filter((each) => each.status !== status.private);
  const cover = coverOf(hidden, blocksOf(new Set(hidden), cells, totals));
  if (cover === undefined) return stateCell(status.private);
  const poison = poisonOf(open);
  if (poison !== undefined) return stateCell(poison);
  const figures = open.filter((each) => each.status === status.value).map((each) => each.value);
  const sums = cover.map((block) => block.sum);
  if (figures.length + sums.length > 0) return finiteCell(round12(fsum([...figures, ...sums])));
  const none = open.length > 0 && open.every((each) => each.status === status.notApplicable);
  return stateCell(none ? status.notApplicable : status.empty);
}

/** The blocks that lie wholly in `hidden`: smallest first, then by their members, then by their sum. */
function blocksOf(hidden: ReadonlySet<number>, cells: ReadonlyMap<number, Cell>, totals: readonly Total[]): Block[] {
  if (hidden.size === 0) return [];
  const blocks = totals.flatMap((total) => blockOf(total, hidden, cells) ?? []);
  return blocks.sort((a, b) => a.members.length - b.members.length || compare(a.members, b.members) || a.sum - b.sum);
}

function blockOf({ total, parts }: Total, hidden: ReadonlySet<number>, cells: ReadonlyMap<number, Cell>): Block | undefined {
  if (total.status !== status.value) return undefined;
  const members: number[] = [];
  const visible: number[] = [];
  for (const part of [...new Set(parts)].sort((a, b) => a - b)) {
    const cell = cells.get(part);
    if (cell === undefined || cell.status === status.empty || cell.status === status.notApplicable) continue;
    if (cell.status === status.value) visible.push(-cell.value);
    else if (cell.status === status.private && hidden.has(part)) members.push(part);
    else return undefined;
  }
  return members.length === 0 ? undefined : { members, sum: fsum([total.value, ...visible]) };
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [at, each] of a.entries()) {
    const difference = each - (b[at] ?? each);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Disjoint blocks that together are exactly `hidden`, or undefined where there are none (or too many choices to find out). */
function coverOf(hidden: readonly number[], blocks: readonly Block[]): readonly Block[] | undefined {
  const left = new Set(hidden);
  const chosen: Block[] = [];
  let steps = 0;
  const extend = (): boolean => {
    const first = hidden.find((each) => left.has(each));
    if (first === undefined) return true;
    for (const block of blocks) {
      if (++steps > maxSteps) return false;
      if (!block.members.includes(first) || !block.members.every((each) => left.has(each))) continue;
      for (const each of block.members) left.delete(each);
      chosen.push(block);
      if (extend()) return true;
      chosen.pop();
      for (const each of block.members) left.add(each);
    }
    return false;
  };
  return extend() ? chosen : undefined;
}
