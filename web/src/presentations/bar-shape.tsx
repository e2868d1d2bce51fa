import type { ReactElement } from "react";
import type { Sample } from "./sample.ts";

const width = 1000;

/** The span that bars share: always with zero in it. */
export type BarSpan = { readonly low: number; readonly high: number };

/** The span of a set of figures, with zero in it. */
export function spanOf(values: readonly number[]): BarSpan {
  return { low: Math.min(0, ...values), high: Math.max(0, ...values) };
}

function place(value: number, span: BarSpan): number {
  const size = span.high - span.low || 1;
  return Math.round(((value - span.low) / size) * width);
}

/** One bar from zero that stretches with its column; the number stands beside it as text. */
export function BarShape(props: {
  readonly value: number;
  readonly span: BarSpan;
  readonly tone: string;
  /** The interval of a survey figure, as a whisker. */
  readonly sample?: Pick<Sample, "lower" | "upper"> | undefined;
}): ReactElement {
  const { value, span, tone, sample } = props;
  const zero = place(0, span);
  const end = place(value, span);
  return (
    <svg className="bar" viewBox={`0 0 ${width} 10`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {span.low < 0 && <path className="zero" d={`M${zero} 0v10`} />}
      <rect className={tone} x={Math.min(zero, end)} y="0" width={Math.max(2, Math.abs(end - zero))} height="10" />
      {sample && <path className="whisker" d={`M${place(sample.lower, span)} 5H${place(sample.upper, span)}`} />}
    </svg>
  );
}
