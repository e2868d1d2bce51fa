import { guardOf } from "../disclosure/rule.ts";
import { fail } from "../errors.ts";
import { addsUp } from "../guards/additive.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { DimensionLevel, Member } from "../model/dimension.ts";
import type { Indicator } from "../model/indicator.ts";
import { guardedColumns } from "./compile-guarded.ts";
import type { AxisMap, GuardedColumn } from "./plan.ts";
import type { MemberRef } from "./selection.ts";
import { hint } from "./suggest.ts";

/** What is asked of a cube's dimensions: axes to show, and members that limit the others. */
export type CellsRequest = {
  readonly axes: readonly { readonly level: DimensionLevel; readonly members: readonly Member[] }[];
  readonly only: readonly { readonly level: DimensionLevel; readonly members: readonly Member[] }[];
};

const columns = new WeakMap<Indicator, readonly DimensionLevel[]>();

/** The levels on which a cube's cells are loaded, one per column. Looked up once per cube of a catalogue. */
export function columnsOf(catalogue: Catalogue, cube: Indicator): readonly DimensionLevel[] {
  const known = columns.get(cube);
  if (known) return known;
  const found = (cube.dimensionLevels ?? []).map(
    (code) => catalogue.dimensionLevel(code) ?? fail("data-damaged", { what: `${cube.code}/${code}`, mend: "" }),
  );
  columns.set(cube, found);
  return found;
}

/** The column (0-based) of a cube that a dimension level belongs to. @throws `dimension-unknown` */
function columnOf(catalogue: Catalogue, cube: Indicator, level: DimensionLevel): number {
  const column = columnsOf(catalogue, cube).findIndex((each) => each.dimension.toLowerCase() === level.dimension.toLowerCase());
  const reached = column >= 0 && catalogue.memberMap(columnsOf(catalogue, cube)[column]?.id ?? -1, level.id) !== undefined;
  return reached ? column : unknownLevel(catalogue, cube, level.code);
}

function unknownLevel(catalogue: Catalogue, cube: Indicator, code: string): never {
  const dimensions = new Set(columnsOf(catalogue, cube).map((each) => each.dimension.toLowerCase()));
  const choices = catalogue.dimensionLevels.filter((each) => dimensions.has(each.dimension.toLowerCase())).map((each) => each.code);
  return fail("dimension-unknown", { code, indicator: cube.code, choices: choices.join(", ") });
}

/** Resolves dimension levels and members that a selection or a `cell()` names. */
export function requestCells(
  catalogue: Catalogue,
  cube: Indicator,
  wanted: { readonly by: readonly string[]; readonly members: readonly MemberRef[] },
): CellsRequest {
  const level = (code: string): DimensionLevel => catalogue.dimensionLevel(code) ?? unknownLevel(catalogue, cube, code);
  const limits = new Map<number, Member[]>();
  for (const ref of wanted.members) {
    const at = level(ref.level);
    const member = catalogue.member(at.id, ref.code) ?? unknownMember(catalogue, at, ref.code);
    limits.set(at.id, [...(limits.get(at.id) ?? []), member]);
  }
  const shown = new Set<number>();
  const axes = wanted.by.map((code) => {
    const at = level(code);
    const column = columnOf(catalogue, cube, at);
    if (shown.has(column)) fail("selection-invalid", { key: "by", value: code, expected: at.dimension });
    shown.add(column);
    return { level: at, members: limits.get(at.id) ?? catalogue.membersOf(at.id) };
  });
  const asAxis = new Set(axes.map((axis) => axis.level.id));
  const only = [...limits]
    .filter(([id]) => !asAxis.has(id))
    .map(([id, members]) => ({ level: catalogue.dimensionLevelById(id) ?? fail("internal", { id }), members }));
  return { axes, only };
}

function unknownMember(catalogue: Catalogue, level: DimensionLevel, code: string): never {
  const codes = catalogue.membersOf(level.id).map((each) => each.code);
  return fail("member-unknown", { level: level.code, code, hint: hint(code, codes) });
}

/**
 * The part of a cube scan that is about dimensions.
 * @throws `cells-loaded-only` when figures that do not add up would have to be totalled
 */
export function scanCells(
  catalogue: Catalogue,
  cube: Indicator,
  request: CellsRequest,
): {
  cube: number;
  columns: number;
  axes: readonly AxisMap[];
  only: readonly { column: number; members: readonly number[] }[];
  additive: boolean;
  zero: boolean;
  guarded?: readonly GuardedColumn[];
} {
  const loaded = columnsOf(catalogue, cube);
  const axes = request.axes.map(({ level, members }) => {
    const column = columnOf(catalogue, cube, level);
    const from = loaded[column];
    const whole = from?.id === level.id && members.length === catalogue.membersOf(level.id).length;
    return { column, pairs: whole ? undefined : storedPairs(catalogue, from?.id ?? -1, level.id, members) };
  });
  const only = request.only.map(({ level, members }) => {
    const column = columnOf(catalogue, cube, level);
    return { column, members: storedPairs(catalogue, loaded[column]?.id ?? -1, level.id, members).map(([stored]) => stored) };
  });
  const additive = addsUp(cube);
  if (!additive) refuseTotals(catalogue, cube, loaded, axes, only);
  const guarded =
    guardOf(cube) === undefined ? {} : { guarded: guardedColumns(catalogue, loaded, request, (level) => columnOf(catalogue, cube, level)) };
  return { cube: cube.id, columns: loaded.length, axes, only, additive, zero: cube.absent === "zero", ...guarded };
}

function storedPairs(catalogue: Catalogue, from: number, to: number, members: readonly Member[]): (readonly [number, number])[] {
  const wanted = new Set(members.map((member) => member.id));
  return [...(catalogue.memberMap(from, to) ?? [])].filter(([, shown]) => wanted.has(shown));
}

/** Means and shares have no totals: every column must be an axis as loaded, or one member. */
function refuseTotals(
  catalogue: Catalogue,
  cube: Indicator,
  loaded: readonly DimensionLevel[],
  axes: readonly AxisMap[],
  only: readonly { column: number; members: readonly number[] }[],
): void {
  loaded.forEach((level, column) => {
    const axis = axes.find((each) => each.column === column);
    const one = only.find((each) => each.column === column)?.members.length === 1;
    const asLoaded = axis !== undefined && (axis.pairs?.every(([stored, shown]) => stored === shown) ?? true);
    const single = catalogue.membersOf(level.id).length === 1;
    if (!one && !asLoaded && !single) fail("cells-loaded-only", { code: cube.code, dimension: level.dimension });
  });
}
