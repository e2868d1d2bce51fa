import type { Cube, CubeMember } from "../model/cube.ts";
import { stridesOf } from "./cells.ts";
import { type Beside, isReal } from "./transformation.ts";

/** Cells of one indicator, period and combination of members, for the real areas of one region. */
export type Peers = { readonly cells: readonly number[]; readonly indicator: CubeMember };

/** Splits the cells of all areas of a level in those that are held against each other. */
export function peerGroups(all: Cube, beside: Pick<Beside, "level" | "regionOf">): readonly Peers[] {
  const axis = all.axes.findIndex((each) => each.role === "area");
  const strides = stridesOf(all);
  const stride = strides[axis] as number;
  const areas = all.axes[axis]?.members ?? [];
  const regions = Map.groupBy(
    areas.flatMap((area, at) => (isReal(area, beside.level) ? [{ at, region: beside.regionOf(area) }] : [])),
    (each) => each.region,
  );
  const out: Peers[] = [];
  for (let start = 0; start < all.values.length; start++) {
    if (Math.floor(start / stride) % areas.length !== 0) continue;
    for (const members of regions.values()) {
      out.push({ cells: members.map(({ at }) => start + at * stride), indicator: indicatorAt(all, start, strides) });
    }
  }
  return out;
}

const unnamed: CubeMember = { code: "", label: { nl: "" } };

function indicatorAt(all: Cube, cell: number, strides: readonly number[]): CubeMember {
  const axis = all.axes.findIndex((each) => each.role === "indicator");
  const members = all.axes[axis]?.members ?? [];
  return members[Math.floor(cell / (strides[axis] ?? 1)) % Math.max(1, members.length)] ?? unnamed;
}
