import { type CubeMember, cellFlag } from "@peil/core/model/cube.ts";
import { periodAsNumber, periodMark } from "../text/period.ts";
import { indicatorAxis, subjectsOf } from "./many.ts";
import type { Marks } from "./matrix.ts";
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
  /** Of several indicators: the one that it is of, and the axis that it is on. */
  readonly of?: Subject;
  readonly axis?: 0 | 1;
  readonly marks?: Marks;
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
    marks: { "data-m": member.code },
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
    marks: { "data-a": area.code },
    members: [],
    moments: momentsOf(subject, (period) => cellOf(subject.cube, index, period)),
  }));
  return withoutGiants(all, subject);
}

/** Units of the indicators, each once. */
export function unitsIn({ indicators = [] }: Subject): readonly string[] {
  return [...new Set(indicators.map((each) => each.unit.nl.trim().toLowerCase()))];
}

/** Whether there are two axes: where there are two units, or where that was set. */
export function hasTwoAxes(subject: Subject): boolean {
  return unitsIn(subject).length > 1 || subject.settings?.["axes"] === "two";
}

/** A line per indicator for the reader's area; the second unit on the second axis. */
function byIndicator(subject: Subject): readonly Series[] {
  const [unit] = unitsIn(subject);
  const two = hasTwoAxes(subject);
  const isOneUnit = unitsIn(subject).length < 2;
  return subjectsOf(subject)
    .slice(0, most)
    .map((of, index) => {
      const focus = Math.max(0, focusOf(of));
      const isFirst = isOneUnit ? index === 0 : of.measured.unit.nl.trim().toLowerCase() === unit;
      return {
        ...{ key: of.measured.code, label: of.voice.say(of.measured.name), tone: `m${index}`, area: focus, members: [], of },
        ...{ axis: two && !isFirst ? 1 : 0, marks: { "data-m": of.measured.code } },
        moments: momentsOf(of, (period) => cellOf(of.cube, focus, period)),
      };
    });
}

function withoutGiants(all: readonly Series[], subject: Subject): readonly Series[] {
  const mine = all.filter((each) => each.tone === "mine");
  if (subject.measured.dataType !== "count" || mine.length === 0) return all;
  const limit = Math.max(...mine.map(top)) * tooLarge;
  return all.filter((each) => mine.includes(each) || top(each) <= limit);
}

/** The lines that are drawn; those left out stay in the table. */
export function seriesOf(subject: Subject): readonly Series[] {
  if ((subject.indicators?.length ?? 1) > 1 && indicatorAxis(subject.cube) === 0) return byIndicator(subject).filter(some);
  const all = memberAxes(subject.cube).length === 1 ? byMember(subject) : byArea(subject);
  return all.filter(some);
}
