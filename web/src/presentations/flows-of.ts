import type { CubeMember } from "@peil/core/model/cube.ts";
import { subjectsOf } from "./many.ts";
import { momentOfFlow } from "./moment-of.ts";
import type { Subject } from "./presentation.ts";
import { axisOf, type Cell, cellOf, isHidden, memberAxes } from "./reading.ts";

/** Which way the figures of a cube of flows run. */
export type Side = "out" | "in" | "net" | "loss" | "gross";

/** One flow between two areas; `from` is where it starts. Without direction the two are a pair. */
export type Flow = {
  readonly from: CubeMember;
  readonly to: CubeMember;
  readonly value: number;
  readonly cell: Cell;
  readonly directed: boolean;
};

/** Everything that a cube of flows holds in one period. */
export type Flows = {
  readonly subject: Subject;
  readonly side: Side;
  readonly period: number;
  readonly areas: readonly CubeMember[];
  readonly partners: readonly CubeMember[];
  /** From large to small, without what stays within an area. */
  readonly flows: readonly Flow[];
  readonly hidden: number;
  cell(area: number, partner: number): Cell;
};

/** Code of the axis with the other end of a flow. */
const partnerAxis = "partner";

function sideOf({ selection, measured }: Subject): Side {
  const { flow } = measured.measure;
  if (flow === "symmetric") return "gross";
  if (flow === "balance") return selection?.flow?.side === "out" ? "loss" : "net";
  return selection?.flow?.side ?? "out";
}

function flowOf(area: CubeMember, partner: CubeMember, cell: Cell, side: Side): Flow | undefined {
  const { value } = cell;
  if (value === undefined || value === 0) return undefined;
  if (side === "gross") return { from: area, to: partner, value, cell, directed: false };
  const isOut = side === "out" || (side === "net" && value < 0) || (side === "loss" && value > 0);
  const [from, to] = isOut ? [area, partner] : [partner, area];
  return { from, to, value: Math.abs(value), cell, directed: true };
}

const same = (a: CubeMember, b: CubeMember): boolean => a.code === b.code && a.level === b.level;

/** Each flow once: both ends of a pair may stand on both axes. */
function once(flows: readonly Flow[]): readonly Flow[] {
  const seen = new Set<string>();
  return flows.filter(({ from, to, directed }) => {
    const ends = [`${from.level}:${from.code}`, `${to.level}:${to.code}`];
    const key = (directed ? ends : ends.sort()).join(">");
    return seen.has(key) ? false : seen.add(key).size > 0;
  });
}

/** Reads a cube of flows with its partners; undefined of any other cube. */
export function flowsOf(given: Subject): Flows | undefined {
  const [subject, ...more] = subjectsOf(given);
  const axes = subject ? memberAxes(subject.cube) : [];
  if (!subject || more.length > 0 || axes.length !== 1 || axes[0]?.code !== partnerAxis) return undefined;
  const { cube } = subject;
  const [areas, partners] = [axisOf(cube, "area").members, axes[0].members];
  const side = sideOf(subject);
  const period = momentOfFlow(subject);
  const cell = (area: number, partner: number): Cell => cellOf(cube, area, period, [partner]);
  const pairs = areas.flatMap((area, a) => (area.compare ? [] : partners.map((partner, p) => ({ area, partner, cell: cell(a, p) }))));
  const apart = pairs.filter((each) => !same(each.area, each.partner));
  const flows = once(apart.flatMap((each) => flowOf(each.area, each.partner, each.cell, side) ?? []).sort((a, b) => b.value - a.value));
  return { subject, side, period, areas, partners, flows, hidden: apart.filter((each) => isHidden(each.cell)).length, cell };
}
