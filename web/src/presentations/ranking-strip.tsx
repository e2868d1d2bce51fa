import type { ReactElement } from "react";

const width = 240;
const height = 20;

/** Where one figure stands among all: a tick per area, the reader's own ones in the accent, the benchmark in dark grey. */
export function RankingStrip(props: {
  readonly values: readonly number[];
  readonly mine: readonly number[];
  readonly benchmark?: number | undefined;
  readonly label: string;
}): ReactElement | null {
  const { values, mine, benchmark, label } = props;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (values.length < 3 || low === high) return null;
  const x = (value: number): number => Math.round(2 + ((Math.min(high, Math.max(low, value)) - low) / (high - low)) * (width - 4));
  const ticks = [...new Set(values.map(x))].map((each) => `M${each} 5v10`).join("");
  return (
    <svg className="strip" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <path className="all" d={ticks} />
      {benchmark !== undefined && <path className="benchmark" d={`M${x(benchmark)} 2v16`} />}
      <path className="mine" d={mine.map((each) => `M${x(each)} 0v20`).join("")} />
    </svg>
  );
}
