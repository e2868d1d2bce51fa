import { fail } from "@peil/core/errors.ts";
import type { CubeHead, Figures, Slab } from "@peil/core/formats/format.ts";
import { frequencyOf } from "@peil/core/formats/sdmx-ids.ts";
import { dimensionsOf, figureOf, observationReader } from "@peil/core/formats/sdmx-layout.ts";
import { attributes } from "@peil/core/formats/sdmx-terms.ts";
import { cellsOf, positionsFrom } from "@peil/core/formats/walk.ts";
import { status } from "@peil/core/model/status.ts";
import { cellLimit } from "@peil/core/query/compile.ts";
import type { Filters } from "./filters.ts";

/** How many observations of each series, from its first or back from its last. */
export type Ends = { readonly first?: number; readonly last?: number };

/** Figures of which some cells are observations. */
export type Observed = Figures & { readonly keep: (slab: Slab, row: number) => boolean };

/**
 * Decides which cells of figures are observations: not those that are empty or that cannot be on their level, and only what passes
 * the filters; at most so many of each series. Undefined where none is.
 */
export async function observe(figures: Figures, filters: Filters, ends: Ends): Promise<Observed | undefined> {
  const keep = keeper(figures.head, filters);
  if (ends.first !== undefined || ends.last !== undefined) return atEnds(figures, keep, ends);
  const slabs = figures.slabs[Symbol.asyncIterator]();
  const held: Slab[] = [];
  for (let next = await slabs.next(); !next.done; next = await slabs.next()) {
    held.push(next.value);
    for (let row = 0; row < next.value.values.length; row++) {
      if (keep(next.value, row)) return { head: figures.head, slabs: chained(held, slabs), keep };
    }
  }
  return undefined;
}

async function* chained(held: readonly Slab[], rest: AsyncIterator<Slab>): AsyncGenerator<Slab, void, undefined> {
  yield* held;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

const tested = attributes.filter((each) => each.of === "observation").map((each) => each.id);

/** Tests what the plan of a question could not: whole keys where there are several, values and attributes. */
function keeper(head: CubeHead, { components, keys }: Filters): Observed["keep"] {
  const said = tested.filter((id) => components.has(id));
  const dimensions = dimensionsOf(head);
  const inKey = dimensions.filter((each) => each.role !== "period");
  const value = components.get("OBS_VALUE");
  const read = observationReader(head);
  const several = keys.length > 1;
  return (slab, row) => {
    const state = slab.status[row];
    if (state === status.empty || state === status.notAvailable) return false;
    if (!several && value === undefined && said.length === 0) return true;
    const { at } = positionsFrom(head.axes, slab.start + row);
    if (several && !keys.some((key) => inKey.every((each, place) => key[place]?.(each.values[each.place(at)]?.id) ?? true))) return false;
    if (value !== undefined && !value(figureOf(slab, row))) return false;
    if (said.length === 0) return true;
    const own = read(slab, row, at);
    return said.every((id) => components.get(id)?.(own[id]));
  };
}

/**
 * Keeps the first or last observations of each series: of cells that differ in their period only, within one frequency. All are
 * looked at before the first is sent.
 * @throws `selection-too-large`
 */
async function atEnds({ head, slabs }: Figures, keep: Observed["keep"], { first = 0, last = 0 }: Ends): Promise<Observed | undefined> {
  const size = countable(head);
  const kept = new Uint8Array(size);
  const held: Slab[] = [];
  for await (const slab of slabs) {
    held.push(slab);
    for (let row = 0; row < slab.values.length; row++) if (keep(slab, row)) kept[slab.start + row] = 1;
  }
  const chosen = new Uint8Array(size);
  const { groups, starts } = seriesOf(head);
  for (const start of starts) {
    for (const steps of groups) {
      const own = steps.map((step) => start + step).filter((cell) => kept[cell] === 1);
      for (const cell of [...own.slice(0, first), ...own.slice(Math.max(0, own.length - last))]) chosen[cell] = 1;
    }
  }
  if (!chosen.includes(1)) return undefined;
  return { head, slabs: all(held), keep: (slab, row) => chosen[slab.start + row] === 1 };
}

async function* all(held: readonly Slab[]): AsyncGenerator<Slab, void, undefined> {
  yield* held;
}

/** The number of cells, where all can be looked at at once. @throws `selection-too-large` */
export function countable({ axes }: Pick<CubeHead, "axes">): number {
  const size = cellsOf(axes);
  return size > cellLimit ? fail("selection-too-large", { cells: size, limit: cellLimit }) : size;
}

/** Where the series of a cube start, and how far its cells lie from there: a list for each frequency, by time. */
function seriesOf({ axes }: CubeHead): { readonly groups: readonly (readonly number[])[]; readonly starts: Iterable<number> } {
  const at = axes.findIndex((axis) => axis.role === "period");
  const periods = axes[at]?.members ?? [];
  const inner = cellsOf(axes.slice(at + 1));
  const steps = Map.groupBy(periods.keys(), (place) => frequencyOf(periods[place]?.code ?? ""));
  function* starts(): Generator<number, void, undefined> {
    const outer = cellsOf(axes.slice(0, at));
    for (let before = 0; before < outer; before++) {
      for (let after = 0; after < inner; after++) yield before * periods.length * inner + after;
    }
  }
  return { groups: [...steps.values()].map((places) => places.map((place) => place * inner)), starts: starts() };
}
