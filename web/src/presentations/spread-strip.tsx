import type { ReactElement } from "react";

const width = 240;
const height = 20;
const edge = 4;

/** Lowest and highest figure, the middle half, the median. */
export type Spread = { readonly low: number; readonly q1: number; readonly median: number; readonly q3: number; readonly high: number };

/** How all areas are spread, with one's own figure in the accent and the benchmark in dark grey. Words come from the caller. */
export function SpreadStrip(props: {
  readonly spread: Spread;
  readonly mine: number | undefined;
  readonly benchmark: number | undefined;
  readonly label: string;
}): ReactElement | null {
  const { spread, mine, benchmark, label } = props;
  const all = [spread.low, spread.high, ...(mine === undefined ? [] : [mine]), ...(benchmark === undefined ? [] : [benchmark])];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  if (low === high) return null;
  const x = (value: number): number => Math.round(10 * (edge + ((value - low) / (high - low)) * (width - 2 * edge))) / 10;
  return (
    <svg className="spread" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="range" d={`M${x(spread.low)} 10H${x(spread.high)}`} />
      <rect className="half" x={x(spread.q1)} y="5" width={Math.max(1, x(spread.q3) - x(spread.q1))} height="10" />
      <path className="median" d={`M${x(spread.median)} 5v10`} />
      {benchmark !== undefined && <path className="benchmark" d={`M${x(benchmark)} 1v18`} />}
      {mine !== undefined && <circle className="mine" cx={x(mine)} cy="10" r="4.5" />}
    </svg>
  );
}
