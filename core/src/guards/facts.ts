import { type Cube, type CubeAxis, type CubeMember, cellFlag } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import { status } from "../model/status.ts";
import type { Selection } from "../query/selection.ts";
import { intervalsOverlap } from "./intervals.ts";

/** What the rules must know of an indicator. */
export type Measure = Pick<Indicator, "code" | "unit" | "dataType" | "periodType" | "rating" | "kind" | "shape" | "aggregatesAreas"> &
  Partial<Pick<Indicator, "weight" | "formula" | "source" | "survey" | "flow" | "forecastFrom" | "provisional">>;

/** An answer that is not there yet: how many of what. */
export type Sketch = {
  /** Areas that were chosen, and those that stand there to compare with. */
  readonly areas: number;
  readonly compared: number;
  /** Codes of the periods, oldest first. */
  readonly periods: readonly string[];
  /** The number of members on each axis of members. */
  readonly members: readonly number[];
};

/** What an answer does not tell of itself. Absent: as if there were nothing of the kind. */
export type Around = {
  /** Regions in which the areas lie. */
  readonly regions?: number;
  /** Whether classes of an axis share cases. */
  readonly overlapping?: boolean;
  /** How many periods there are to choose from, where fewer are shown. */
  readonly available?: number;
};

/** Everything that rules look at. */
export type Facts = {
  readonly measures: readonly Measure[];
  readonly areas: number;
  readonly compared: number;
  readonly groups: number;
  readonly periods: number;
  readonly available: number;
  readonly members: readonly number[];
  /** Whether the members were limited to some, so that they do not make the whole. */
  readonly limited: boolean;
  readonly overlapping: boolean;
  readonly regions: number;
  /** The largest number of different survey questions behind one indicator; 0 where a survey names none. */
  readonly questions: number;
  readonly provisional: boolean;
  readonly forecast: boolean;
  /** Cells with a figure, or undefined where there is no answer yet. */
  readonly figures: number | undefined;
  /** Whether cells are hidden; are unknown, incomplete or not available; are below 0; are 0 or below; are of few respondents. */
  readonly hidden: boolean;
  readonly missing: boolean;
  readonly negative: boolean;
  readonly zero: boolean;
  readonly fewRespondents: boolean;
  /** Whether the figures carry intervals, and whether those of two areas overlap. */
  readonly intervals: boolean;
  readonly overlap: boolean;
};

/** Reads the facts of an answer, or of a sketch of one. */
export function factsOf(
  asked: Cube | Sketch,
  measures: readonly Measure[],
  selection: Partial<Pick<Selection, "members" | "by" | "groups">> = {},
  around: Around = {},
): Facts {
  const sketch = "axes" in asked ? sketchOf(asked) : asked;
  const periods: readonly CubeMember[] =
    "axes" in asked ? membersOf(asked, "period") : asked.periods.map((code) => ({ code, label: { nl: code } }));
  const by = new Set((selection.by ?? []).map((each) => each.toLowerCase()));
  return {
    measures,
    ...{ areas: sketch.areas, compared: sketch.compared, periods: periods.length, members: sketch.members },
    groups: selection.groups?.length ?? 0,
    available: Math.max(around.available ?? 0, periods.length),
    limited: (selection.members ?? []).some((each) => by.has(each.level.toLowerCase())),
    overlapping: around.overlapping ?? false,
    regions: around.regions ?? 1,
    questions: questionsOf(measures, periods),
    provisional: periods.some((each) => each.provisional || measures.some((m) => m.provisional?.includes(each.code))),
    forecast: periods.some((each) => each.forecast || measures.some((m) => m.forecastFrom !== undefined && each.code >= m.forecastFrom)),
    ...("axes" in asked ? stateOf(asked) : unseen(measures)),
  };
}

type Seen = Pick<Facts, "figures" | "hidden" | "missing" | "negative" | "zero" | "fewRespondents" | "intervals" | "overlap">;

/** What may be said where no figure has been seen: a balance runs below zero. */
function unseen(measures: readonly Measure[]): Seen {
  const negative = measures.some((each) => each.flow === "balance");
  return {
    ...{ figures: undefined, hidden: false, missing: false, negative, zero: negative, fewRespondents: false, overlap: false },
    intervals: measures.some((each) => each.kind === "survey"),
  };
}

function stateOf(cube: Cube): Seen {
  const has = (...states: readonly number[]): boolean => cube.status.some((each) => states.includes(each));
  const some = (test: (value: number) => boolean): boolean =>
    cube.values.some((value, cell) => cube.status[cell] === status.value && test(value));
  return {
    figures: cube.status.reduce((n, each) => (each === status.value ? n + 1 : n), 0),
    hidden: has(status.hidden, status.private),
    missing: has(status.unknown, status.incomplete, status.notAvailable),
    negative: some((value) => value < 0),
    zero: some((value) => value <= 0),
    fewRespondents: cube.flags?.some((each) => (each & cellFlag.fewRespondents) !== 0) ?? false,
    intervals: cube.uncertainty !== undefined,
    overlap: intervalsOverlap(cube),
  };
}

function membersOf(cube: Cube, role: CubeAxis["role"]): readonly CubeMember[] {
  return cube.axes.find((axis) => axis.role === role)?.members ?? [];
}

function sketchOf(cube: Cube): Omit<Sketch, "periods"> {
  const areas = membersOf(cube, "area").filter((each) => !each.pseudo);
  const compared = areas.filter((each) => each.compare).length;
  const members = cube.axes.filter((axis) => axis.role === "member").map((axis) => axis.members.length);
  return { areas: areas.length - compared, compared, members };
}

/** The largest number of different questions that one of the surveys asked over the periods; 0 where one does not say. */
function questionsOf(measures: readonly Measure[], periods: readonly CubeMember[]): number {
  const surveys = measures.filter((each) => each.kind === "survey");
  const counts = surveys.map(({ survey }) => {
    const asked = periods.map(({ code }) => survey?.changes?.findLast((each) => each.from <= code)?.question ?? survey?.question);
    return asked.includes(undefined) && !survey?.changes ? 0 : new Set(asked).size;
  });
  if (counts.includes(0)) return Math.max(...counts) > 1 ? Math.max(...counts) : 0;
  return Math.max(1, ...counts);
}
