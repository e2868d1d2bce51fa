import { line } from "d3-shape";
import type { ReactElement } from "react";

/** One moment of a small series; NaN where there is no figure. */
export type Moment = { readonly at: number; readonly value: number };

const width = 96;
const height = 24;
const edge = 3;

const whole = (value: number): number => Math.round(value * 10) / 10;

/** A series as a small line with a dot at its end. Words come from the caller; without figures nothing is drawn. */
export function Sparkline({ moments, label }: { readonly moments: readonly Moment[]; readonly label: string }): ReactElement | null {
  const known = moments.filter((each) => Number.isFinite(each.value));
  const last = known.at(-1);
  if (known.length < 2 || !last) return null;
  const values = known.map((each) => each.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [from, to] = [moments[0]?.at ?? 0, moments.at(-1)?.at ?? 1];
  const x = (at: number): number => whole(edge + ((at - from) / (to - from || 1)) * (width - 2 * edge));
  const y = (value: number): number => whole(high === low ? height / 2 : edge + ((high - value) / (high - low)) * (height - 2 * edge));
  const path = line<Moment>()
    .defined((each) => Number.isFinite(each.value))
    .x((each) => x(each.at))
    .y((each) => y(each.value))
    .digits(1)(moments.slice());
  return (
    <svg className="spark" viewBox={`0 0 ${width} ${height}`} width={width} height={height} role="img" aria-label={label}>
      <path d={path ?? ""} />
      <circle cx={x(last.at)} cy={y(last.value)} r="2.5" />
    </svg>
  );
}
