import { type CubeMember, cellFlag } from "@peil/core/model/cube.ts";
import { periodAsNumber, periodMark } from "../text/period.ts";
import { nameOf } from "./parts.tsx";
import type { Subject } from "./presentation.ts";
import { axisOf, type Cell, cellOf, focusOf, memberAxes, ownOf } from "./reading.ts";

/** A point of a line. */
export type Moment = {
  readonly period: CubeMember;
  readonly at: number;
  readonly cell: Cell;
  readonly mark: "forecast" | "provisional" | "estimated" | undefined;
};

/** One line of a chart. */
export type Series = {
  readonly key: string;
  readonly label: string;
  readonly tone: string;
  /** Which of the reader's own lines it is, from 0: each has a sign of its own. */
  readonly own?: number;
  /** Its positions on the axes of the cube. */
  readonly area: number;
  readonly members: readonly number[];
  readonly moments: readonly Moment[];
};

/** Lines with their own tone; areas beyond this many stay in the table. */
const most = 8;
/** The reader's own lines, each with a sign of its own; more cannot be told apart. */
const mostOwn = 6;
/** A count this many times that of the reader's areas would flatten their lines. */
const tooLarge = 5;

function momentsOf(subject: Subject, read: (period: number) => Cell): readonly Moment[] {
  return axisOf(subject.cube, "period").members.map((period, index) => {
    const cell = read(index);
    const estimated = ((cell.flags ?? 0) & cellFlag.estimated) === 0 ? undefined : "estimated";
    return { period, at: periodAsNumber(period.code) ?? index, cell, mark: periodMark(period, subject.measured) ?? estimated };
  });
}

const top = (series: Series): number => Math.max(0, ...series.moments.flatMap((each) => each.cell.value ?? []));
const some = (series: Series): boolean => series.moments.some((each) => each.cell.value !== undefined);

function byMember(subject: Subject): readonly Series[] {
  const [axis] = memberAxes(subject.cube);
  const focus = Math.max(0, focusOf(subject));
  return (axis?.members ?? []).slice(0, most).map((member, index) => ({
    key: member.code,
    label: nameOf(member, subject.voice),
    tone: `m${index}`,
    area: focus,
    members: [index],
    moments: momentsOf(subject, (period) => cellOf(subject.cube, focus, period, [index])),
  }));
}

function byArea(subject: Subject): readonly Series[] {
  const areas = axisOf(subject.cube, "area").members;
  const own = ownOf(subject).slice(0, mostOwn);
  const wanted = areas
    .map((area, index) => ({ area, index }))
    .filter(({ area, index }) => own.includes(index) || area.compare || areas.length <= most);
  const all = wanted.map(({ area, index }) => ({
    key: `${area.level}:${area.code}`,
    label: nameOf(area, subject.voice),
    tone: own.includes(index) ? "mine" : area.compare ? "benchmark" : "other",
    ...(own.includes(index) ? { own: own.indexOf(index) } : {}),
    area: index,
    members: [],
    moments: momentsOf(subject, (period) => cellOf(subject.cube, index, period)),
  }));
  return withoutGiants(all, subject);
}

function withoutGiants(all: readonly Series[], subject: Subject): readonly Series[] {
  const mine = all.filter((each) => each.tone === "mine");
  if (subject.measured.dataType !== "count" || mine.length === 0) return all;
  const limit = Math.max(...mine.map(top)) * tooLarge;
  return all.filter((each) => mine.includes(each) || top(each) <= limit);
}

/** The lines that are drawn; those left out stay in the table. */
export function seriesOf(subject: Subject): readonly Series[] {
  const all = memberAxes(subject.cube).length === 1 ? byMember(subject) : byArea(subject);
  return all.filter(some);
}
