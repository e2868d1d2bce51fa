import type { ReactElement } from "react";

/** A spread as the list of an area holds it: ticks between low (0) and high (`places`). */
export type TickSpread = { readonly low: number; readonly high: number; readonly ticks: readonly number[] };

/** Width of the strip; ticks lie between 0 and it. */
const places = 100;
const edge = 3;

const drawn = new WeakMap<readonly number[], string>();

/** The ticks as one path, those side by side as one piece; the same for every area of a level, so drawn once. */
function pathOf(ticks: readonly number[]): string {
  const known = drawn.get(ticks);
  if (known !== undefined) return known;
  let path = "";
  ticks.forEach((from, at) => {
    if (at > 0 && ticks[at - 1] === from - 1) return;
    let to = at;
    while (ticks[to + 1] === (ticks[to] ?? 0) + 1) to++;
    path += `M${from + edge} 5h${to > at ? (ticks[to] ?? from) - from : 0.6}`;
  });
  drawn.set(ticks, path);
  return path;
}

/** All areas in one thin strip, with one area's own figure and those of its benchmarks marked. A benchmark beyond the strip stands at its end. */
export function TickStrip(props: {
  readonly spread: TickSpread;
  readonly mine: number | undefined;
  /** At most two. */
  readonly benchmarks: readonly number[];
  readonly label: string;
}): ReactElement {
  const { low, high, ticks } = props.spread;
  const [first, second] = props.benchmarks;
  const x = (value: number): number => Math.round(edge + Math.min(1, Math.max(0, (value - low) / (high - low))) * places);
  return (
    <svg className="ticks-strip" viewBox={`0 0 ${places + 2 * edge} 10`} role="img" aria-label={props.label}>
      <path className="all" d={pathOf(ticks)} />
      {first !== undefined && <path className="benchmark" d={`M${x(first)} 1v8`} />}
      {second !== undefined && <path className="benchmark second" d={`M${x(second)} 1v8`} />}
      {props.mine !== undefined && <path className="mine" d={`M${x(props.mine)} 0v10`} />}
    </svg>
  );
}
