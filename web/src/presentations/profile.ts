import { hasTrueZero } from "@peil/core/guards/additive.ts";
import type { CubeMember } from "@peil/core/model/cube.ts";
import { momentsOf } from "@peil/core/statistics/z-score.ts";
import { areaInSentence, capital } from "../text/area-name.ts";
import { type DistanceCode, drawnWords } from "../text/drawn.ts";
import { chosenOf } from "./chosen.ts";
import { subjectsOf } from "./many.ts";
import { heldAt, heldSetting } from "./matrix.ts";
import type { Measured, Setting, Subject } from "./presentation.ts";
import { axisOf, type Cell, cellOf, isMine } from "./reading.ts";

/** Fewest areas of which a standard deviation says something. */
const fewest = 10;

/** How a figure reads beside the benchmark. */
export type Reading = "better" | "worse" | "neutral" | "uncertain";

/** One indicator of a profile: the area's figure, the benchmark's, and how far they lie apart. */
export type Spoke = {
  readonly key: string;
  readonly label: string;
  readonly measured: Measured;
  readonly own: Cell;
  readonly base: Cell;
  /** In standard deviations (0 is equal) or as an index (100 is equal); undefined where it cannot be said. */
  readonly distance: number | undefined;
  readonly reading: Reading;
  readonly period: string;
};

/** Something that an area can be compared with. */
type Base = { readonly value: string; readonly label: string; readonly at: number };

/** An area against a benchmark, for several indicators. */
export type Profile = {
  readonly subject: Subject;
  readonly area: CubeMember | undefined;
  readonly areaName: string;
  readonly base: Base | undefined;
  readonly bases: readonly Base[];
  readonly measure: DistanceCode;
  readonly measures: readonly DistanceCode[];
  /** What a distance is measured from: 0 or 100. */
  readonly equal: number;
  readonly spokes: readonly Spoke[];
};

const areaAxis = ({ cube }: Subject): number => cube.axes.findIndex((each) => each.role === "area");

function ordinary(subject: Subject): readonly number[] {
  return axisOf(subject.cube, "area").members.flatMap((each, at) => (each.compare || each.pseudo || each.group ? [] : [at]));
}

/** The area of a profile: as it was set, the reader's own, else the first that is not there to compare with. */
function areaOf(subject: Subject): number {
  const at = heldAt(subject, areaAxis(subject));
  const { members } = axisOf(subject.cube, "area");
  if (subject.settings?.["at-area"] === members[at]?.code) return at;
  const isFree = members[at]?.compare === true && !isMine(members[at] as CubeMember, subject.mine);
  return isFree ? (ordinary(subject)[0] ?? at) : at;
}

function basesOf(subject: Subject, area: number): readonly Base[] {
  const { voice } = subject;
  const { members } = axisOf(subject.cube, "area");
  const areas = members.flatMap((member, at): readonly Base[] =>
    at === area || (!member.compare && members.length > fewest) || member.pseudo
      ? []
      : [{ value: `area-${member.code}`, label: areaInSentence(member.label, voice, member.article), at }],
  );
  const ordered = areas.toSorted((a, b) => Number(members[b.at]?.compare === true) - Number(members[a.at]?.compare === true));
  const mean: Base = { value: "mean", label: drawnWords(voice).meanOfAreas, at: -1 };
  return ordinary(subject).length >= fewest ? [...ordered, mean] : ordered;
}

function valuesOf(one: Subject, period: number): readonly number[] {
  return ordinary(one).flatMap((at) => cellOf(one.cube, at, period).value ?? []);
}

/** The figure of the benchmark: of an area, or the plain mean of those in the cube. */
function baseCell(one: Subject, base: Base, period: number): Cell {
  if (base.at >= 0) return cellOf(one.cube, base.at, period);
  const mean = momentsOf(valuesOf(one, period))?.mean;
  return mean === undefined ? { status: 6 } : { value: mean, status: 0 };
}

function periodOf(one: Subject, area: number, base: Base | undefined): number {
  const periods = axisOf(one.cube, "period").members;
  const set = periods.findIndex((each) => each.code === one.settings?.["period"]);
  if (set >= 0) return set;
  const isFull = (at: number): boolean =>
    cellOf(one.cube, area, at).value !== undefined && (base === undefined || baseCell(one, base, at).value !== undefined);
  const measured = periods.findLastIndex((each, at) => each.forecast !== true && isFull(at));
  return measured >= 0 ? measured : Math.max(0, periods.length - 1);
}

function distanceOf(own: number, base: number, measure: DistanceCode, one: Subject, period: number): number | undefined {
  if (measure === "deviation") {
    const deviation = momentsOf(valuesOf(one, period))?.deviation;
    return deviation === undefined ? undefined : (own - base) / deviation;
  }
  return base > 0 && own >= 0 && hasTrueZero(one.measured.measure) ? (100 * own) / base : undefined;
}

function readingOf(own: Cell, base: Cell, { rating }: Measured): Reading {
  const [a, b] = [own.value ?? 0, base.value ?? 0];
  const overlaps =
    own.sample !== undefined && base.sample !== undefined && own.sample.lower <= base.sample.upper && base.sample.lower <= own.sample.upper;
  if (overlaps) return "uncertain";
  if (a === b || (rating !== "higher" && rating !== "lower")) return "neutral";
  return a > b === (rating === "higher") ? "better" : "worse";
}

function spokeOf(one: Subject, area: number, base: Base | undefined, measure: DistanceCode): Spoke {
  const period = periodOf(one, area, base);
  const own = cellOf(one.cube, area, period);
  const other: Cell = base ? baseCell(one, base, period) : { status: 1 };
  const isKnown = own.value !== undefined && other.value !== undefined;
  return {
    key: one.measured.code,
    label: one.voice.say(one.measured.name),
    measured: one.measured,
    ...{ own, base: other, reading: isKnown ? readingOf(own, other, one.measured) : "neutral" },
    distance: isKnown ? distanceOf(own.value ?? 0, other.value ?? 0, measure, one, period) : undefined,
    period: axisOf(one.cube, "period").members[period]?.code ?? "",
  };
}

/** Reads an area against a benchmark for every indicator of a cube. */
export function profileOf(subject: Subject): Profile {
  const at = areaOf(subject);
  const area = axisOf(subject.cube, "area").members[at];
  const bases = basesOf(subject, at);
  const base = bases.find((each) => each.value === subject.settings?.["against"]) ?? bases[0];
  const measures: readonly DistanceCode[] = ordinary(subject).length >= fewest ? ["deviation", "index"] : ["index"];
  const measure = chosenOf(subject, "measure", measures) ?? "index";
  return {
    ...{ subject, area, base, bases, measure, measures },
    areaName: area ? capital(areaInSentence(area.label, subject.voice, area.article)) : "",
    equal: measure === "index" ? 100 : 0,
    spokes: subjectsOf(subject).map((one) => spokeOf(one, at, base, measure)),
  };
}

/** What can be set of a profile: area, benchmark, measure, moment. */
export function profileSettings(profile: Profile): readonly Setting[] {
  const { subject, bases, base, measure, measures } = profile;
  const words = drawnWords(subject.voice);
  const axis = areaAxis(subject);
  const period = subject.cube.axes.findIndex((each) => each.role === "period");
  const against: Setting = {
    code: "against",
    label: words.against,
    kind: "choice",
    value: base?.value ?? "",
    options: bases.map(({ value, label }) => ({ value, label })),
  };
  const ways = measures.map((value) => ({ value, label: words.distance[value] }));
  const how: Setting = { code: "measure", label: words.measure, kind: "choice", value: measure, options: ways };
  return [
    ...heldSetting(subject, axis, areaOf(subject)),
    ...(bases.length > 1 ? [against] : []),
    ...(ways.length > 1 ? [how] : []),
    ...heldSetting(subject, period, heldAt(subject, period)),
  ];
}
