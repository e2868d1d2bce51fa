import type { ReactElement } from "react";
import { type Hoisted, hoist } from "./flags.ts";
import { nameOf, plainOf } from "./parts.tsx";
import type { Axis } from "./plane.tsx";
import type { Dot, Spread } from "./spread-of.ts";

const letters = 14;
const row = 19;
/** The reader's areas that get a name; of the others the sign stays. */
const mostOwn = 5;

/** The flags over a spread: the reader's areas and the benchmark, with their figures. */
export function flagsOf(spread: Spread, axis: Axis, width: number): readonly Hoisted[] {
  const { voice, measured } = spread.subject;
  const named = [...spread.dots.filter((each) => each.mine).slice(0, mostOwn), ...spread.benchmarks.slice(0, 1)];
  const text = (dot: Dot): string => `${nameOf(dot.area, voice)} ${plainOf(dot.cell, measured.decimals, voice)}`;
  return hoist(
    named.map((dot) => ({ key: dot.area.code, text: text(dot), x: axis.at(dot.value) })),
    width,
    letters,
  );
}

/** Room that flags need above a scale. */
export function heightOf(flags: readonly Hoisted[]): number {
  return flags.length === 0 ? 0 : (Math.max(...flags.map((each) => each.row)) + 1) * row + 6;
}

/** Names on poles that reach down into a drawing. */
export function Flags(props: {
  readonly flags: readonly Hoisted[];
  readonly spread: Spread;
  /** Where the drawing begins, and how far down the poles of the reader's areas and of the benchmark reach. */
  readonly top: number;
  readonly own: number;
  readonly benchmark: number;
}): ReactElement {
  const mine = new Set(props.spread.dots.filter((each) => each.mine).map((each) => each.area.code));
  return (
    <g className="names">
      {props.flags.map((each) => {
        const y = props.top - 8 - each.row * row;
        const isOwn = mine.has(each.key);
        return (
          <g key={each.key} className={isOwn ? "mine" : "benchmark"} data-a={isOwn ? each.key : undefined}>
            <path d={`M${each.x} ${y - 11}V${isOwn ? props.own : props.benchmark}`} />
            <text x={each.side === "start" ? each.from : each.to} y={y} textAnchor={each.side}>
              {each.text}
            </text>
          </g>
        );
      })}
    </g>
  );
}
