import { scaleLinear } from "d3-scale";
import { line as lineShape } from "d3-shape";
import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { periodMark } from "../text/period.ts";
import { letter, round, stateFill, Wrapped } from "./canvas.tsx";
import type { Line } from "./matrix.ts";
import { meaningOf, plainOf, spokenOf } from "./parts.tsx";
import type { Measured, Subject } from "./presentation.ts";
import { type Cell, isHidden } from "./reading.ts";

/** Height of a panel with its name. */
export const panelHeight = 138;
const top = 40;
const height = 70;

/** A figure of a panel. */
export type PanelPoint = { readonly at: number; readonly line: Line; readonly cell: Cell };

/** From where to where the scale of a panel runs. */
export type PanelScale = { readonly low: number; readonly high: number };

type Props = {
  readonly row: Line;
  readonly points: readonly PanelPoint[];
  /** The series of all panels, thin behind that of this one. */
  readonly others: readonly (readonly PanelPoint[])[];
  readonly scale: PanelScale;
  readonly place: { readonly x: number; readonly y: number; readonly width: number };
  readonly measured: Measured;
  readonly isTime: boolean;
  readonly subject: Subject;
  readonly id: string;
};

type Scales = { readonly x: (at: number) => number; readonly y: (value: number) => number };

function scalesOf({ points, scale, place }: Props): Scales {
  const ats = points.map((each) => each.at);
  const x = scaleLinear([Math.min(...ats), Math.max(...ats)], [place.x + 4, place.x + place.width - 6]);
  const y = scaleLinear([scale.low, scale.high === scale.low ? scale.low + 1 : scale.high], [place.y + top + height, place.y + top]);
  return { x: (at) => round(x(at)), y: (value) => round(y(value)) };
}

function pathOf(points: readonly PanelPoint[], { x, y }: Scales): string {
  const shape = lineShape<PanelPoint>()
    .defined((each) => each.cell.value !== undefined)
    .x((each) => x(each.at))
    .y((each) => y(each.cell.value ?? 0));
  return shape([...points]) ?? "";
}

/** Settled figures, then those that are provisional or forecast, joined to what goes before. */
function stretches(
  points: readonly PanelPoint[],
  measured: Measured,
): readonly { readonly mark: string; readonly points: readonly PanelPoint[] }[] {
  const out: { mark: string; points: PanelPoint[] }[] = [];
  for (const point of points) {
    const mark = periodMark(point.line.member, measured) ?? "settled";
    const last = out.at(-1);
    if (last?.mark === mark) last.points.push(point);
    else out.push({ mark, points: [...(last ? last.points.slice(-1) : []), point] });
  }
  return out;
}

function Lines(props: Props): ReactElement {
  const { points, others, place, measured, subject, row } = props;
  const scales = scalesOf(props);
  const last = points.findLast((each) => each.cell.value !== undefined);
  const gaps = points.filter((each) => isHidden(each.cell));
  const bottom = place.y + top + height;
  const isLow = last !== undefined && scales.y(last.cell.value ?? 0) < place.y + top + 18;
  return (
    <g>
      <path className="floor" d={`M${round(place.x)} ${bottom}h${round(place.width)}`} />
      {others.map((each) => (
        <path key={pathOf(each, scales)} className="behind-line" d={pathOf(each, scales)} />
      ))}
      <g className={`series ${row.tone === "benchmark" ? "benchmark" : "mine"}`}>
        {stretches(points, measured).map((each) => (
          <path key={`${each.mark}-${each.points[0]?.at}`} className={each.mark} d={pathOf(each.points, scales)} />
        ))}
        {last && <circle cx={scales.x(last.at)} cy={scales.y(last.cell.value ?? 0)} r="3.5" />}
      </g>
      {last && (
        <text className="value" x={round(place.x + place.width)} y={scales.y(last.cell.value ?? 0) + (isLow ? 20 : -8)} textAnchor="end">
          {plainOf(last.cell, measured.decimals, subject.voice)}
        </text>
      )}
      {gaps.length > 0 && (
        <text className="word" x={round(place.x)} y={bottom - 5}>
          {drawnWords(subject.voice).hidden}
        </text>
      )}
      {!last && gaps.length === 0 && (
        <text className="word" x={round(place.x)} y={bottom - 5}>
          {drawnWords(subject.voice).missing}
        </text>
      )}
      <text x={round(place.x)} y={bottom + 15}>
        {points[0]?.line.member.code}
      </text>
      <text x={round(place.x + place.width)} y={bottom + 15} textAnchor="end">
        {points.at(-1)?.line.member.code}
      </text>
    </g>
  );
}

function Bars(props: Props): ReactElement {
  const { points, place, measured, subject, scale, id } = props;
  const shown = points.slice(0, 12);
  const step = (height + 14) / Math.max(1, shown.length);
  const x = scaleLinear([scale.low, scale.high === scale.low ? scale.low + 1 : scale.high], [place.x, place.x + place.width - 4]);
  return (
    <g>
      {shown.map((each, index) => {
        const y = round(place.y + top - 4 + index * step);
        const box = { y, height: round(Math.max(2, step - 2)) };
        const title = <title>{`${each.line.label}: ${spokenOf(each.cell, measured, subject.voice)}`}</title>;
        if (each.cell.value === undefined)
          return (
            <g key={each.line.at} {...each.line.marks}>
              {title}
              <rect x={round(x(0))} width="20" {...box} fill={stateFill(id, each.cell)} className="gap" />
              {step >= 13 && (
                <text className="word" x={round(x(0)) + 24} y={round(y + step / 2 + 4)}>
                  {isHidden(each.cell) ? drawnWords(subject.voice).hidden : meaningOf(each.cell, subject.voice)}
                </text>
              )}
            </g>
          );
        const [a, b] = [x(0), x(each.cell.value)];
        const label = `${each.line.label} ${plainOf(each.cell, measured.decimals, subject.voice)}`;
        return (
          <g key={each.line.at} {...each.line.marks}>
            {title}
            <rect className="panel-bar" x={round(Math.min(a, b))} width={round(Math.max(1, Math.abs(b - a)))} {...box} />
            {step >= 14 && (
              <text className="on-bar" x={round(place.x + 3)} y={round(y + step / 2 + 4)}>
                {label.slice(0, Math.floor(place.width / letter))}
              </text>
            )}
          </g>
        );
      })}
      {scale.low < 0 && <path className="floor" d={`M${round(x(0))} ${place.y + top - 6}v${height + 14}`} />}
    </g>
  );
}

/** One of many small charts: its name, and a line over time or bars. */
export function Panel(props: Props): ReactElement {
  const { row, place, isTime } = props;
  return (
    <g className="panel" {...row.marks}>
      <Wrapped
        label={row.label}
        letters={Math.floor(place.width / letter)}
        x={place.x}
        y={place.y + 16}
        className={`name ${row.tone}`}
        lines={2}
      />
      {isTime ? <Lines {...props} /> : <Bars {...props} />}
    </g>
  );
}
