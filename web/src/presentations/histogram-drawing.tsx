import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { spreadWords } from "../text/spread.ts";
import { Flags, flagsOf, heightOf } from "./flag-parts.tsx";
import { type Axis, axisOver, BottomAxis, roomFor, SideAxis, type SizeName, tenth } from "./plane.tsx";
import type { Bin } from "./spread-numbers.ts";
import type { Spread } from "./spread-of.ts";

const widths: Readonly<Record<SizeName, { readonly width: number; readonly height: number }>> = {
  wide: { width: 640, height: 300 },
  narrow: { width: 340, height: 240 },
};
/** A scale over the bars, with the benchmark on it where that lies beyond them. */
function scaleOver(spread: Spread, bins: readonly Bin[], range: [number, number], ticks: number): Axis {
  const over = [bins[0]?.from ?? 0, bins.at(-1)?.to ?? 1, ...spread.benchmarks.slice(0, 1).map((each) => each.value)];
  const domain: [number, number] = [Math.min(...over), Math.max(...over)];
  const scale = scaleLinear(domain, range);
  return { at: (value) => tenth(scale(value)), ticks: scale.ticks(ticks), domain };
}

/** Bars that touch, over a scale with their bounds; the reader's areas and the benchmark as lines with their names above. */
export function HistogramDrawing(props: {
  readonly spread: Spread;
  readonly bins: readonly Bin[];
  readonly size: SizeName;
  readonly alt: string;
}): ReactElement {
  const { spread, bins, size, alt } = props;
  const { voice, id } = spread.subject;
  const { width, height } = widths[size];
  const counts = bins.map((each) => each.count);
  const frame = { width, bottom: 30, right: 12, left: roomFor(axisOver(counts, [200, 0], 5, true), voice) };
  const x = scaleOver(spread, bins, [frame.left, width - frame.right], size === "wide" ? 8 : 4);
  const flags = flagsOf(spread, x, width);
  const top = 28 + heightOf(flags);
  const plane = { ...frame, top, height: height + top };
  const y = axisOver(counts, [plane.height - plane.bottom, top], 5, true);
  const own = new Set(spread.dots.filter((each) => each.mine).map((each) => binAt(bins, each.value)));
  return (
    <svg className={`chart ${size} histogram`} viewBox={`0 0 ${width} ${plane.height}`} role="img" aria-label={alt} data-table={id}>
      <SideAxis axis={y} plane={plane} voice={voice} />
      <g className="bins">
        {bins.map((each, at) => (
          <rect
            key={each.from}
            className={own.has(at) ? "own" : undefined}
            x={x.at(each.from) + 0.5}
            y={y.at(each.count)}
            width={Math.max(0.5, tenth(x.at(each.to) - x.at(each.from) - 1))}
            height={tenth(y.at(0) - y.at(each.count))}
          />
        ))}
      </g>
      <BottomAxis axis={x} plane={{ ...plane, top: plane.height - plane.bottom - 4 }} voice={voice} />
      <text className="axis-name" x="0" y="14">
        {spreadWords(voice).histAxis}
      </text>
      <Flags flags={flags} spread={spread} top={top} own={plane.height - plane.bottom} benchmark={plane.height - plane.bottom} />
    </svg>
  );
}

/** Which bar a figure belongs to. */
export function binAt(bins: readonly Bin[], value: number): number {
  const last = bins.length - 1;
  return bins.findIndex((each, at) => value >= each.from && (value < each.to || (at === last && value <= each.to)));
}
