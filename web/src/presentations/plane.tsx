import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import type { Voice } from "../text/voice.ts";
import type { Box } from "./label-places.ts";

/** The two shapes of every drawing: the style sheet shows the one that fits the screen. */
export type SizeName = "wide" | "narrow";

/** A drawing's size and the room around its plane. */
export type Plane = {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** A straight axis with its readable ticks. */
export type Axis = {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
  readonly domain: readonly [number, number];
};

/** A tenth of a unit is as fine as a screen. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** The part of a drawing in which figures stand. */
export function innerOf(plane: Plane): Box {
  return {
    x: plane.left,
    y: plane.top,
    width: plane.width - plane.left - plane.right,
    height: plane.height - plane.top - plane.bottom,
  };
}

/** An axis over figures, from zero where they come near it, a little wider than they are. */
export function axisOver(values: readonly number[], range: readonly [number, number], wanted: number, zero = false): Axis {
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const span = high - low || Math.abs(high) || 1;
  const fromZero = zero || (low >= 0 && low < (high - low) * 0.15);
  const bounds: [number, number] = [fromZero ? Math.min(0, low) : low - span * 0.04, high + span * 0.04];
  const scale = scaleLinear(bounds, [...range]).nice(wanted * 2);
  const [from = 0, to = 1] = scale.domain();
  return { at: (value) => tenth(scale(value)), ticks: scale.ticks(wanted), domain: [from, to] };
}

/** Decimals that a row of ticks needs. */
export function decimalsOf(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) || 1;
  return Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
}

/** How a tick is written. */
export function tickText(tick: number, ticks: readonly number[], voice: Voice): string {
  return voice.number(tick, decimalsOf(ticks));
}

/** Ticks that do not run into each other: every other one goes where there is no room. */
function thinned(axis: Axis, voice: Voice): readonly number[] {
  const { ticks } = axis;
  const [a = 0, b = 0] = [ticks[0], ticks[1]].map((each) => axis.at(each ?? 0));
  const widest = Math.max(0, ...ticks.map((each) => tickText(each, ticks, voice).length)) * 8.4 + 8;
  const every = Math.max(1, Math.ceil(widest / (Math.abs(b - a) || widest)));
  const zero = Math.max(0, ticks.indexOf(0));
  return ticks.filter((_, at) => Math.abs(at - zero) % every === 0);
}

/** Thin vertical lines with figures under them. */
export function BottomAxis({ axis, plane, voice }: { readonly axis: Axis; readonly plane: Plane; readonly voice: Voice }): ReactElement {
  const floor = plane.height - plane.bottom;
  const shown = new Set(thinned(axis, voice));
  return (
    <g className="grid">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? "zero" : undefined} d={`M${axis.at(tick)} ${plane.top}V${floor}`} />
          {shown.has(tick) && (
            <text x={axis.at(tick)} y={floor + 18} textAnchor="middle">
              {tickText(tick, axis.ticks, voice)}
            </text>
          )}
        </g>
      ))}
    </g>
  );
}

/** Thin horizontal lines with figures to their left. */
export function SideAxis({ axis, plane, voice }: { readonly axis: Axis; readonly plane: Plane; readonly voice: Voice }): ReactElement {
  return (
    <g className="grid">
      {axis.ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? "zero" : undefined} d={`M${plane.left} ${axis.at(tick)}H${plane.width - plane.right}`} />
          <text x={plane.left - 7} y={axis.at(tick) + 5} textAnchor="end">
            {tickText(tick, axis.ticks, voice)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Room that the figures of a side axis need. */
export function roomFor(axis: Axis, voice: Voice): number {
  return Math.ceil(Math.max(0, ...axis.ticks.map((each) => tickText(each, axis.ticks, voice).length)) * 8.2) + 12;
}
