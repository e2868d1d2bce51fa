import { nameOf, plainOf } from "../presentations/parts.tsx";
import type { Subject } from "../presentations/presentation.ts";
import { axisOf, cellOf, isMine, memberAxes } from "../presentations/reading.ts";
import { periodName } from "../text/period.ts";

/** What a tooltip says: a heading, and lines under it. */
export type Tip = { readonly head: string; readonly lines: readonly string[] };

/** What a part of a drawing stands for. */
export type Pointed = { readonly area?: string | undefined; readonly period?: string | undefined; readonly member?: string | undefined };

/** Lines that a tooltip has room for. */
const most = 6;

function unitText(subject: Subject, text: string): string {
  const unit = subject.voice.say(subject.measured.unit);
  return unit === "" ? text : `${text} ${unit}`;
}

function figure(subject: Subject, area: number, period: number, members: readonly number[]): string {
  const cell = cellOf(subject.cube, area, period, members);
  const text = plainOf(cell, subject.measured.decimals, subject.voice);
  return cell.value === undefined ? text : unitText(subject, text);
}

const indexOf = (members: readonly { readonly code: string }[], code: string | undefined): number =>
  code === undefined ? -1 : members.findIndex((each) => each.code === code);

/** The positions on the axes of members that a part names: the one that it stands for, the first of the others. */
function membersOf(subject: Subject, code: string | undefined): readonly number[] {
  return memberAxes(subject.cube).map((axis) => Math.max(0, indexOf(axis.members, code)));
}

function ofArea(subject: Subject, area: number, pointed: Pointed): readonly string[] {
  const { cube, voice } = subject;
  const periods = axisOf(cube, "period").members;
  const given = indexOf(periods, pointed.period);
  const at = given < 0 ? periods.length - 1 : given;
  const when = periods.length > 1 ? `${periodName(periods[at]?.code ?? "", voice)}: ` : "";
  const axes = memberAxes(cube);
  const known = axes.length === 0 || axes.some((axis) => indexOf(axis.members, pointed.member) >= 0);
  if (known) return [`${when}${figure(subject, area, at, membersOf(subject, pointed.member))}`];
  const [axis] = axes;
  if (axes.length > 1 || axis === undefined) return [];
  return axis.members.slice(0, most).map((member, index) => `${nameOf(member, voice)}: ${figure(subject, area, at, [index])}`);
}

/** What the table says of a part of a drawing, for each of the subjects that it is drawn from; undefined where it says nothing. */
export function tipOf(subjects: readonly Subject[], pointed: Pointed): Tip | undefined {
  const [first] = subjects;
  if (first === undefined) return undefined;
  const areas = axisOf(first.cube, "area").members;
  const area = pointed.area === undefined && areas.length === 1 ? 0 : indexOf(areas, pointed.area);
  const member = areas[area];
  if (member === undefined) return pointed.period === undefined ? undefined : tipOfPeriod(first, pointed.period);
  const several = subjects.length > 1;
  const lines = subjects.flatMap((each) => {
    const found = ofArea(each, area, pointed);
    return several ? found.map((line) => `${each.voice.say(each.measured.name)}: ${line}`) : found;
  });
  const classes = memberAxes(first.cube).flatMap((axis) => axis.members[indexOf(axis.members, pointed.member)] ?? []);
  const head = [nameOf(member, first.voice), ...classes.map((each) => nameOf(each, first.voice))].join(" · ");
  return { head, lines: lines.slice(0, most) };
}

/** A moment of a line chart: the areas that stand out and those to compare with, else the first few. */
export function tipOfPeriod(subject: Subject, period: string): Tip | undefined {
  const { cube, voice, mine } = subject;
  const at = indexOf(axisOf(cube, "period").members, period);
  if (at < 0 || memberAxes(cube).length > 0) return undefined;
  const rows = axisOf(cube, "area").members.map((area, index) => ({ area, index }));
  const own = rows.filter(({ area }) => isMine(area, mine) || area.compare);
  const lines = (own.length > 0 ? own : rows)
    .slice(0, most)
    .map(({ area, index }) => `${nameOf(area, voice)}: ${figure(subject, index, at, [])}`);
  return { head: periodName(period, voice), lines };
}
