import type { Cube } from "@peil/core/model/cube.ts";
import { classOf } from "@peil/core/statistics/classes.ts";
import type { MapClasses } from "../../presentations/map-classes.ts";
import { axisOf, cellOf, isHidden, type Ranked } from "../../presentations/reading.ts";
import type { Land } from "./land.ts";
import { fill } from "./raster.ts";

/** The areas on the map with their figures of a moment, in the order of the cube. */
export function shownOf(cube: Cube, period: number): readonly Ranked[] {
  return axisOf(cube, "area").members.flatMap((area, at) =>
    area.pseudo || area.compare ? [] : [{ area, cell: cellOf(cube, at, period) }],
  );
}

/** How each area of the land is filled. */
export function fillsOf(land: Land, shown: readonly Ranked[], classes: MapClasses): Uint8Array {
  const out = new Uint8Array(land.areas.length).fill(fill.none);
  for (const { area, cell } of shown) {
    const at = land.index.get(area.code);
    if (at === undefined) continue;
    if (cell.value !== undefined) out[at] = classes.steps[classOf(cell.value, classes.breaks)] ?? 0;
    else out[at] = isHidden(cell) ? fill.hatched : fill.dotted;
  }
  return out;
}
