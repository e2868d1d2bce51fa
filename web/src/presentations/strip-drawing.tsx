import type { ReactElement } from "react";
import { Flags, flagsOf, heightOf } from "./flag-parts.tsx";
import type { Hoisted } from "./flags.ts";
import { periodCode } from "./moment-of.ts";
import { type Axis, axisOver, BottomAxis, type Plane, type SizeName, tenth } from "./plane.tsx";
import type { Spread } from "./spread-of.ts";
import { type Placed, swarm } from "./swarm.ts";

const widths: Readonly<Record<SizeName, number>> = { wide: 640, narrow: 340 };
const half = 62;
/** More areas than this are ticks: dots would be a band. */
const mostDots = 700;
/** From large to small: the first with which all dots find room. */
const radii = [5, 4.5, 4, 3.5, 3, 2.5, 2];

type Row = {
  readonly spread: Spread;
  readonly plane: Plane;
  readonly axis: Axis;
  readonly flags: readonly Hoisted[];
  readonly top: number;
  readonly middle: number;
};

function rowOf(spread: Spread, size: SizeName): Row {
  const frame = { width: widths[size], left: 12, right: 12, bottom: 26 };
  const values = [...spread.dots, ...spread.benchmarks].map((each) => each.value);
  const axis = axisOver(values, [frame.left, frame.width - frame.right], size === "wide" ? 7 : 4);
  const flags = flagsOf(spread, axis, frame.width);
  const top = 4 + heightOf(flags);
  return { spread, plane: { ...frame, top, height: top + 2 * half + 30 }, axis, flags, top, middle: top + half };
}

/** The largest dots that all find room. */
function fitted(xs: readonly number[], tries: readonly number[]): { readonly radius: number; readonly places: readonly Placed[] } {
  for (const radius of tries) {
    const places = swarm(xs, radius, half - radius - 2);
    if (places.every((each) => each.free)) return { radius, places };
  }
  const radius = tries.at(-1) ?? 2;
  return { radius, places: swarm(xs, radius, half - radius - 2) };
}

function Dots({ row, size }: { readonly row: Row; readonly size: SizeName }): ReactElement {
  const { spread, axis, middle } = row;
  const xs = spread.dots.map((each) => axis.at(each.value));
  if (xs.length > mostDots) return <path className="ticks" d={[...new Set(xs)].map((x) => `M${x} ${middle - 12}v24`).join("")} />;
  const { radius, places } = fitted(xs, size === "wide" ? radii : radii.slice(2));
  const period = periodCode(spread.subject, spread.period);
  const order = spread.dots.map((dot, at) => ({ dot, at })).sort((a, b) => Number(a.dot.mine) - Number(b.dot.mine));
  return (
    <g className="dots">
      {order.map(({ dot, at }) => (
        <circle
          key={dot.area.code}
          className={dot.mine ? "dot own plain-own" : "dot plain"}
          cx={places[at]?.x}
          cy={tenth(middle + (places[at]?.y ?? 0))}
          r={dot.mine ? radius + 2 : radius}
          data-a={dot.area.code}
          data-p={period}
        />
      ))}
    </g>
  );
}

/** All areas as dots along a scale; the middle half is shaded, the reader's areas and the benchmark are named above it. */
export function StripDrawing(props: { readonly spread: Spread; readonly size: SizeName; readonly alt: string }): ReactElement {
  const { spread, size, alt } = props;
  const row = rowOf(spread, size);
  const { plane, axis, middle } = row;
  const { five } = spread;
  return (
    <svg
      className={`chart ${size} spread`}
      viewBox={`0 0 ${plane.width} ${plane.height}`}
      role="img"
      aria-label={alt}
      data-table={spread.subject.id}
    >
      {five && (
        <g className="middle">
          <rect x={axis.at(five.q1)} y={row.top} width={Math.max(1, axis.at(five.q3) - axis.at(five.q1))} height={2 * half} />
          <path d={`M${axis.at(five.median)} ${middle - half}v${2 * half}`} />
        </g>
      )}
      <BottomAxis axis={axis} plane={plane} voice={spread.subject.voice} />
      <Dots row={row} size={size} />
      <Flags flags={row.flags} spread={spread} top={row.top} own={middle - 6} benchmark={middle + half} />
    </svg>
  );
}
