import type { CubeHead, Figures, Slab } from "@peil/core/formats/format.ts";
import { dimensionsOf, figureOf, observationReader } from "@peil/core/formats/sdmx-layout.ts";
import { attributes } from "@peil/core/formats/sdmx-terms.ts";
import { positionsFrom } from "@peil/core/formats/walk.ts";
import { status } from "@peil/core/model/status.ts";
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

/** Keeps the first or last observations of each series, which needs all of them to be looked at before the first is sent. */
async function atEnds({ head, slabs }: Figures, keep: Observed["keep"], { first, last }: Ends): Promise<Observed | undefined> {
  const outer = dimensionsOf(head).filter((each) => each.role !== "period" && each.role !== "frequency");
  const series = new Map<string, number[]>();
  const held: Slab[] = [];
  for await (const slab of slabs) {
    held.push(slab);
    const walk = positionsFrom(head.axes, slab.start);
    for (let row = 0; row < slab.values.length; row++, walk.step()) {
      if (!keep(slab, row)) continue;
      const key = outer.map((each) => each.place(walk.at)).join(":");
      const cells = series.get(key);
      if (cells) cells.push(slab.start + row);
      else series.set(key, [slab.start + row]);
    }
  }
  const chosen = new Set([...series.values()].flatMap((cells) => [...cells.slice(0, first ?? 0), ...(last ? cells.slice(-last) : [])]));
  if (chosen.size === 0) return undefined;
  return { head, slabs: chained(held, [][Symbol.iterator]() as never), keep: (slab, row) => chosen.has(slab.start + row) };
}
