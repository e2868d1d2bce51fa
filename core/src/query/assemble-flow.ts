import { sumStates } from "../formula/evaluate.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Cube, CubeAxis, CubeNote } from "../model/cube.ts";
import { type Status, status } from "../model/status.ts";
import type { Cell } from "../statistics/cell.ts";
import { round12 } from "../statistics/round.ts";
import { lineageOf } from "./choose.ts";
import type { Compiled } from "./compile.ts";
import type { FlowRequest } from "./compile-flow.ts";
import { type Rest, restNote, sideNote } from "./flow-notes.ts";

/**
 * Ends the answer to a question about flows: what lies within an area is set apart as *not applicable*, of many partners the
 * largest stay, and notes say which way the figures run and how much the others are.
 * @param cube axes indicator, area, period and, where partners are asked, those
 */
export function finishFlows(cube: Cube, compiled: Compiled, request: FlowRequest, catalogue: Catalogue): Cube {
  const notes = flowNotes(compiled, request);
  if (request.partners === undefined) return { ...cube, notes: [...notes, ...cube.notes] };
  if (!request.within) setApart(cube, compiled, request.partners, catalogue);
  const named = withPlaces(cube, request.partners);
  const top = request.top === undefined ? { cube: named, notes: [] } : keepLargest(named, compiled, request.partners, request.top);
  return { ...top.cube, notes: [...notes, ...top.notes, ...cube.notes] };
}

/** Which way the figures of each flow run. */
export function flowNotes(compiled: Compiled, request: FlowRequest): readonly CubeNote[] {
  return compiled.indicators.filter((each) => each.shape === "flow").map((each) => sideNote(each, request));
}

type Partners = NonNullable<FlowRequest["partners"]>;

/** The partners of the last axis with their level. */
function withPlaces(cube: Cube, partners: Partners): Cube {
  const last = cube.axes.at(-1) as CubeAxis;
  const members = last.members.map((member, at) => ({
    ...member,
    level: partners.level.alias,
    ...(partners.areas[at]?.pseudo ? { pseudo: true } : {}),
  }));
  return { ...cube, axes: [...cube.axes.slice(0, -1), { ...last, members }] };
}

/** Cells of one area and one period lie together: `start` of the row, one cell per partner. */
function rowStart(compiled: Compiled, partners: Partners, indicator: number, area: number, period: number): number {
  return ((indicator * compiled.areas.length + area) * compiled.periods.length + period) * partners.areas.length;
}

function setApart(cube: Cube, compiled: Compiled, partners: Partners, catalogue: Catalogue): void {
  compiled.areas.forEach(({ area }, at) => {
    const inside = insideOf(area.id, area.level, partners, catalogue);
    partners.areas.forEach((partner, column) => {
      if (!inside.has(partner.id)) return;
      for (let indicator = 0; indicator < compiled.indicators.length; indicator++) {
        for (let period = 0; period < compiled.periods.length; period++) {
          const cell = rowStart(compiled, partners, indicator, at, period) + column;
          cube.status[cell] = status.notApplicable;
          cube.values[cell] = Number.NaN;
        }
      }
    });
  });
}

/** Which areas of the partner level lie wholly in an area: itself, the same area in another division, or its parts. */
function insideOf(area: number, level: number, partners: Partners, catalogue: Catalogue): ReadonlySet<number> {
  const { paths, identities } = lineageOf(catalogue);
  const path = paths.find((each) => each.childLevel === partners.level.id && each.parentLevel === level);
  const parts = path?.links.filter((link) => link.parent === area && link.weight === 1).map((link) => link.child) ?? [];
  const same = identities.filter((each) => each.area === area && each.fromLevel === partners.level.id).map((each) => each.fromArea);
  return new Set([area, ...parts, ...same]);
}

/** One area with one indicator: its ranking in the last period in which it has figures. */
type Ranking = { readonly indicator: number; readonly area: number; readonly period: number; readonly order: readonly number[] };

function keepLargest(cube: Cube, compiled: Compiled, partners: Partners, top: number): { cube: Cube; notes: readonly CubeNote[] } {
  const rankings = compiled.indicators.flatMap((_, indicator) =>
    compiled.areas.flatMap(({ compare }, area) => (compare ? [] : (rankingOf(cube, compiled, partners, { indicator, area, top }) ?? []))),
  );
  const best = new Map<number, number>();
  for (const { order } of rankings) {
    for (const [rank, column] of order.entries()) best.set(column, Math.min(rank, best.get(column) ?? rank));
  }
  const kept = [...best].sort((a, b) => a[1] - b[1] || a[0] - b[0]).map(([column]) => column);
  const notes = rankings.flatMap((each) => restOf(cube, compiled, partners, each, new Set(kept)) ?? []);
  return { cube: narrowed(cube, partners.areas.length, kept), notes };
}

function rankingOf(
  cube: Cube,
  compiled: Compiled,
  partners: Partners,
  of: { readonly indicator: number; readonly area: number; readonly top: number },
): Ranking | undefined {
  for (let period = compiled.periods.length - 1; period >= 0; period--) {
    const start = rowStart(compiled, partners, of.indicator, of.area, period);
    const columns = partners.areas.flatMap((_, column) => (cube.status[start + column] === status.value ? [column] : []));
    if (columns.length === 0) continue;
    const size = (column: number): number => Math.abs(cube.values[start + column] ?? 0);
    const order = columns.sort((a, b) => size(b) - size(a) || a - b).slice(0, of.top);
    return { indicator: of.indicator, area: of.area, period, order };
  }
  return undefined;
}

function restOf(cube: Cube, compiled: Compiled, partners: Partners, ranking: Ranking, kept: ReadonlySet<number>): CubeNote | undefined {
  const start = rowStart(compiled, partners, ranking.indicator, ranking.area, ranking.period);
  const cells: Cell[] = partners.areas.flatMap((_, column) => {
    const state = cube.status[start + column] as Status;
    const absent = state === status.empty || state === status.notApplicable;
    return kept.has(column) || absent ? [] : [{ value: cube.values[start + column] ?? Number.NaN, status: state }];
  });
  const indicator = compiled.indicators[ranking.indicator];
  const area = compiled.areas[ranking.area]?.area.name;
  if (cells.length === 0 || indicator === undefined || area === undefined) return undefined;
  const sum = sumStates(cells);
  const rest: Rest = {
    area,
    period: compiled.periods[ranking.period]?.code ?? "",
    shown: kept.size,
    others: cells.length,
    sum: sum.status === status.value && indicator.dataType === "count" ? round12(sum.value) : undefined,
    decimals: cube.axes[0]?.members[ranking.indicator]?.decimals ?? 0,
  };
  return restNote(indicator, rest);
}

/** The cube with some members of its last axis, in the order given. */
function narrowed(cube: Cube, width: number, columns: readonly number[]): Cube {
  const last = cube.axes.at(-1) as CubeAxis;
  const rows = width === 0 ? 0 : cube.values.length / width;
  const values = new Float64Array(rows * columns.length);
  const states = new Uint8Array(rows * columns.length);
  for (let row = 0; row < rows; row++) {
    columns.forEach((column, at) => {
      values[row * columns.length + at] = cube.values[row * width + column] as number;
      states[row * columns.length + at] = cube.status[row * width + column] as number;
    });
  }
  const members = columns.flatMap((column) => last.members[column] ?? []);
  return { ...cube, axes: [...cube.axes.slice(0, -1), { ...last, members }], values, status: states };
}
