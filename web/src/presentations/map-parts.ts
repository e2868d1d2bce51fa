import type { Cube, CubeMember } from "@peil/core/model/cube.ts";
import { periodName } from "../text/period.ts";
import { type Borders, bordersOf } from "./borders.ts";
import { allows } from "./judged-roles.ts";
import type { Box } from "./label-places.ts";
import { subjectsOf } from "./many.ts";
import { frameOf, type MapPlace, mapPlaces, spacing } from "./map-places.ts";
import { momentOf, placesOf } from "./moment-of.ts";
import { nameOf } from "./parts.tsx";
import type { Subject } from "./presentation.ts";
import { axisOf, type Cell, cellOf, isHidden, isMine, memberAxes } from "./reading.ts";

/** An area of which all parts are known, with its place on the map. */
export type PartedArea = {
  readonly area: CubeMember;
  readonly place: MapPlace;
  readonly values: readonly number[];
  readonly total: number;
  readonly mine: boolean;
};

/** What stands on a map of parts. */
export type PartsScene = {
  readonly subject: Subject;
  readonly period: number;
  readonly borders: Borders;
  readonly frame: Box;
  /** Names of the parts, in order. */
  readonly parts: readonly string[];
  /** What the parts are, in one word: the name of their axis. */
  readonly kind: string;
  /** Periods have shades in their order, members colours. */
  readonly isOverTime: boolean;
  readonly areas: readonly PartedArea[];
  readonly hidden: readonly string[];
  readonly missing: readonly string[];
  readonly held: ReadonlySet<string>;
  /** Half the distance between neighbours: about how large a sign may be. */
  readonly room: number;
};

/** Most areas on which signs with parts can be told apart. */
export const mostAreas = 40;

type Read = { readonly names: readonly string[]; readonly kind: string; cells(area: number): readonly Cell[] };

function byMembers(subject: Subject, period: number): Read | undefined {
  const [axis, ...more] = memberAxes(subject.cube);
  if (!axis || more.length > 0) return undefined;
  const cells = (area: number): readonly Cell[] => axis.members.map((_, at) => cellOf(subject.cube, area, period, [at]));
  return { names: axis.members.map((each) => nameOf(each, subject.voice)), kind: subject.voice.say(axis.label), cells };
}

function byPeriods(subject: Subject, most: number): Read | undefined {
  if (memberAxes(subject.cube).length > 0) return undefined;
  const last = momentOf([subject]);
  const periods = axisOf(subject.cube, "period").members.map((each, at) => ({ each, at }));
  const shown = periods.slice(0, last + 1).slice(-most);
  const names = shown.map(({ each }) => periodName(each.code, subject.voice));
  const kind = subject.voice.say(axisOf(subject.cube, "period").label);
  return { names, kind, cells: (area) => shown.map(({ at }) => cellOf(subject.cube, area, at)) };
}

function readParts(subject: Subject, periods: number): Read | undefined {
  if (subject.measured.measure.shape === "flow") return undefined;
  return byMembers(subject, momentOf([subject])) ?? (periods > 0 ? byPeriods(subject, periods) : undefined);
}

/** Whether a subject has parts for a map, few enough and in few enough areas: what can be said before the borders are there. */
export function mayBeParted(given: Subject, most: { readonly parts: number; readonly areas: number; readonly periods?: number }): boolean {
  const [subject, ...more] = subjectsOf(given);
  const names = subject && more.length === 0 ? readParts(subject, most.periods ?? 0)?.names : undefined;
  if (!subject || !names || names.length < 2 || names.length > most.parts) return false;
  const count = placesOf(subject).length;
  return count >= 2 && count <= most.areas && partsAllowed({ subject });
}

/** Reads the parts of each area: its members, or where `periods` says how many, the last periods. */
export function partsScene(given: Subject, periods = 0): PartsScene | undefined {
  const [subject, ...more] = subjectsOf(given);
  if (!subject?.borders || more.length > 0) return undefined;
  const period = momentOf([subject]);
  const read = readParts(subject, periods);
  if (!read) return undefined;
  const borders = bordersOf(subject.borders, subject.under);
  const members = axisOf(subject.cube, "area").members;
  const all = placesOf(subject).flatMap((at) => {
    const [area, place] = [members[at], mapPlaces(borders).get(members[at]?.code ?? "")];
    return area && place ? [{ area, place, cells: read.cells(at) }] : [];
  });
  const areas = all.flatMap(({ area, place, cells }) => {
    const values = cells.flatMap((each) => each.value ?? []);
    if (values.length < cells.length) return [];
    return [{ area, place, values, total: values.reduce((sum, each) => sum + each, 0), mine: isMine(area, subject.mine) }];
  });
  const gone = all.filter((each) => each.cells.some((cell) => cell.value === undefined));
  const isShut = (cells: readonly Cell[]): boolean => cells.some(isHidden);
  const held = new Set(all.map((each) => each.area.code));
  const frame = frameOf(borders, held);
  return {
    ...{
      subject,
      period,
      borders,
      frame,
      parts: read.names,
      kind: read.kind,
      isOverTime: memberAxes(subject.cube).length === 0,
      areas,
      held,
    },
    hidden: gone.filter((each) => isShut(each.cells)).map((each) => each.area.code),
    missing: gone.filter((each) => !isShut(each.cells)).map((each) => each.area.code),
    room: Math.min(
      frame.width * 0.06,
      spacing(
        areas.map((each) => each.place),
        frame.width * 0.1,
      ),
    ),
  };
}

/** The cube with one member of its only axis of members, and without that axis. */
export function memberSlice(cube: Cube, member: number): Cube {
  const at = cube.axes.findIndex((each) => each.role === "member");
  const axis = cube.axes[at];
  if (!axis) return cube;
  const inner = cube.axes.slice(at + 1).reduce((n, each) => n * each.members.length, 1);
  const cells: number[] = [];
  for (let cell = 0; cell < cube.values.length; cell++) if (Math.floor(cell / inner) % axis.members.length === member) cells.push(cell);
  return {
    ...{ notes: cube.notes, release: cube.release, sources: cube.sources },
    axes: cube.axes.filter((each) => each !== axis),
    values: Float64Array.from(cells, (each) => cube.values[each] ?? Number.NaN),
    status: Uint8Array.from(cells, (each) => cube.status[each] ?? 1),
  };
}

/** The class that gives a part its colour or shade, and that of the list around its parts. */
export function toneOf({ isOverTime, parts }: Pick<PartsScene, "isOverTime" | "parts">): {
  readonly part: (at: number) => string;
  readonly key: (at: number) => string;
  readonly whole: string;
} {
  if (!isOverTime) return { part: (at) => `f${at}`, key: (at) => `swatch s${at}`, whole: "" };
  return { part: (at) => `c${at}`, key: (at) => `swatch c${at}`, whole: `classes-${parts.length}` };
}

/** Whether the guard-rails allow symbols for every part, and the parts do not overlap. */
export function partsAllowed({ subject }: Pick<PartsScene, "subject">): boolean {
  if (subject.around?.overlapping) return false;
  const [axis] = memberAxes(subject.cube);
  if (!axis) return allows("map-symbols", [subject], subject.cube);
  const measured = { ...subject, selection: undefined };
  return axis.members.every((_, at) => allows("map-symbols", [measured], memberSlice(subject.cube, at)));
}

/** Which part is the largest in most areas, and in how many. */
export function leadingPart({ areas, parts }: PartsScene): { readonly name: string; readonly count: number } {
  const counts = parts.map(
    (_, at) => areas.filter(({ values }) => values.every((each, other) => other === at || each < (values[at] ?? 0))).length,
  );
  const best = Math.max(0, ...counts);
  return { name: parts[counts.indexOf(best)] ?? "", count: best };
}
