import { type Cube, type CubeMember, cellAt, cellFlag } from "@peil/core/model/cube.ts";
import type { DataType, FlowKind, Kind, Rating } from "@peil/core/model/indicator.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import type { Text } from "@peil/core/model/text.ts";
import { directionOf, ranks } from "@peil/core/statistics/rank.ts";
import { axisOf, type Cell, cellOf, memberAxes, positionOf } from "../presentations/reading.ts";
import { areaInSentence } from "./area-name.ts";
import type { Mode, Peers, Place } from "./grammar.ts";
import { periodAsNumber, periodMark } from "./period.ts";
import type { Voice } from "./voice.ts";

/** What of an indicator its sentences are made of. */
export type Facts = {
  /** Where it is the unit, as with *Inwoners* in inhabitants, a sentence can count: *telde 12 inwoners*. */
  readonly name: Text;
  readonly unit: Text;
  readonly dataType: DataType;
  readonly decimals: number;
  readonly rating: Rating;
  /** Default: register. */
  readonly kind?: Kind | undefined;
  readonly flow?: FlowKind | undefined;
  /** The figures are the owner's estimate. */
  readonly estimated?: boolean | undefined;
  readonly forecastFrom?: string | undefined;
  readonly provisional?: readonly string[] | undefined;
  /** Periods from which on the division of areas was another one. */
  readonly breaks?: readonly { readonly period: string }[] | undefined;
  /** Periods from which on a survey asked another question. */
  readonly otherQuestions?: readonly string[] | undefined;
};

/** Whether the figures of two periods are answers to different questions; codes start with the year, so they compare as texts. */
export function asksAnother(facts: Facts, earlier: string, period: string): boolean {
  return (facts.otherQuestions ?? []).some((from) => earlier < from && from <= period);
}

/** One cell of a cube as sentences need it. */
export type Item = {
  readonly member: CubeMember;
  /** The area, with the members that limit its figure, as it stands in a sentence. */
  readonly name: string;
  readonly cell: Cell;
  readonly earlier: number | undefined;
  readonly mode: Mode;
  readonly isPartial: boolean;
  readonly hasFewAnswers: boolean;
  readonly bounds: { readonly low: number; readonly high: number; readonly level: number } | undefined;
  readonly respondents: number | undefined;
};

/** Where a figure stands: its area, period, and a position on each axis of members. */
export type At = {
  readonly area: number;
  readonly period: number;
  readonly earlier?: number | undefined;
  readonly members?: readonly number[] | undefined;
};

/** Reads one cell with all that is to be said of it. */
export function itemOf(cube: Cube, at: At, facts: Facts, voice: Voice): Item | undefined {
  const member = axisOf(cube, "area").members[at.area];
  if (!member) return undefined;
  const members = at.members ?? [];
  const cell = positionOf(cube, at.area, at.period, members);
  const inner = memberAxes(cube).flatMap((axis, i) => axis.members[members[i] ?? 0] ?? []);
  const area = areaInSentence(member.label, voice, member.article);
  return {
    ...asideOf(cube, cell, at.period, facts),
    member,
    name: inner.length === 0 ? area : `${area} (${inner.map((each) => voice.say(each.label)).join(", ")})`,
    cell: cellOf(cube, at.area, at.period, members),
    earlier: at.earlier === undefined ? undefined : cellOf(cube, at.area, at.earlier, members).value,
  };
}

type Aside = Pick<Item, "mode" | "isPartial" | "hasFewAnswers" | "bounds" | "respondents">;

function asideOf(cube: Cube, cell: number, period: number, facts: Facts): Aside {
  const flags = cube.flags?.[cell] ?? 0;
  const { uncertainty } = cube;
  const [low, high, count] = [uncertainty?.lower[cell], uncertainty?.upper[cell], uncertainty?.respondents[cell]];
  const isKnown = (value: number | undefined): value is number => value !== undefined && Number.isFinite(value);
  return {
    mode: modeOf(axisOf(cube, "period").members[period], flags, facts),
    isPartial: (flags & cellFlag.partial) !== 0,
    hasFewAnswers: (flags & cellFlag.fewRespondents) !== 0,
    bounds: uncertainty && isKnown(low) && isKnown(high) ? { low, high, level: uncertainty.level } : undefined,
    respondents: isKnown(count) ? count : undefined,
  };
}

function modeOf(period: CubeMember | undefined, flags: number, facts: Facts): Mode {
  const mark = period && periodMark(period, { forecastFrom: facts.forecastFrom, provisional: facts.provisional ?? [] });
  if (mark === "forecast") return mark;
  return (flags & cellFlag.estimated) !== 0 || facts.estimated ? "estimated" : (mark ?? "measured");
}

/** A flow as a figure of its own: the cell of two areas, on a cube with an axis *from* and an axis *to*. */
export function flowItemOf(cube: Cube, from: number, to: number, period: number, facts: Facts): Pick<Item, "cell" | "mode"> {
  let area = 0;
  const positions = cube.axes.map((axis) =>
    axis.role === "period" ? period : axis.role === "area" && area++ === 0 ? from : axis.role === "area" ? to : 0,
  );
  const cell = cellAt(cube, positions);
  const single: Cube = { ...cube, axes: [], values: cube.values.slice(cell, cell + 1), status: cube.status.slice(cell, cell + 1) };
  return { cell: cellOf(single, 0, 0), mode: asideOf(cube, cell, period, facts).mode };
}

/**
 * The earliest period before another one, of the same kind and not more than `years` back, in which every area has a figure that
 * has one now. Undefined where there is none.
 */
export function earlierPeriod(
  cube: Cube,
  areas: readonly number[],
  period: number,
  years: number,
  members: readonly number[] = [],
): number | undefined {
  const periods = axisOf(cube, "period").members;
  const code = periods[period]?.code ?? "";
  const level = tryPeriod(code)?.level;
  const now = periodAsNumber(code) ?? period;
  const has = (area: number, at: number): boolean => cellOf(cube, area, at, members).value !== undefined;
  const known = areas.filter((each) => has(each, period));
  const found = periods.findIndex((each, at) => {
    if (at >= period || tryPeriod(each.code)?.level !== level || now - (periodAsNumber(each.code) ?? at) > years) return false;
    return known.length > 0 && known.every((area) => has(area, at));
  });
  return found < 0 ? undefined : found;
}

/** The area's place among all of its level in a period, by the direction of the rating, and who they are; undefined where it has none. */
export function placesOf(
  all: Cube,
  period: string,
  items: readonly Item[],
  rating: Rating,
): { readonly places: readonly Place[]; readonly peers: Omit<Peers, "plural"> } | undefined {
  const at = axisOf(all, "period").members.findIndex((each) => each.code === period);
  if (at < 0) return undefined;
  const areas = axisOf(all, "area").members;
  const first = directionOf(rating);
  const found = ranks(
    areas.map((each, area) => (each.pseudo || each.compare ? undefined : cellOf(all, area, at).value)),
    first,
  );
  const of = found.filter((each) => each !== undefined).length;
  const places = items.flatMap(({ member, name }) => {
    const position = found[areas.findIndex((each) => each.code === member.code && each.level === member.level && !each.compare)];
    return position === undefined ? [] : [{ area: name, position, shared: found.filter((each) => each === position).length > 1 }];
  });
  return places.length === 0 || of < 2 ? undefined : { places, peers: { of, first } };
}
