import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { type DrawnWords, drawnWords } from "../text/drawn.ts";
import { percent } from "../text/unit.ts";
import { Both, Canvas, cut, round, type Size, stateFill, textureOf, tickDecimals, widthOf } from "./canvas.tsx";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { type Line, matrixSettings, shownOf } from "./matrix.ts";
import { Framed, meaningOf, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { type Sides, sidesOf, sidesSettings } from "./pyramid-read.ts";
import { type Cell, isHidden } from "./reading.ts";
import { gapsOf, placeOf, type Spot, shareText, spotsOf, startOf, subtitleOf } from "./tell-cells.ts";

const middleOf: Readonly<Record<Size, number>> = { wide: 110, narrow: 84 };
const top = 28;
const bottom = 28;

type Sheet = { readonly sides: Sides; readonly size: Size; readonly step: number; readonly x: (value: number, side: number) => number };

/** A figure on the scale of the pyramid. */
function sizeIn(cell: Cell, total: number | undefined, measure: Sides["measure"]): number | undefined {
  if (cell.value === undefined) return undefined;
  return measure === "share" ? (total ? (100 * cell.value) / total : undefined) : cell.value;
}

function highOf(sides: Sides): number {
  const { matrix, total, otherTotal, measure, against } = sides;
  const all = matrix.rows.flatMap((row) =>
    matrix.columns.flatMap((column) => [
      sizeIn(matrix.cell(row, column), total, measure) ?? 0,
      against ? (sizeIn(sides.other(row, column), otherTotal, measure) ?? 0) : 0,
    ]),
  );
  return Math.max(0, ...all) || 1;
}

function Bar({
  row,
  column,
  side,
  y,
  sheet,
}: {
  readonly row: Line;
  readonly column: Line;
  readonly side: number;
  readonly y: number;
  readonly sheet: Sheet;
}): ReactElement {
  const { sides, size, step, x } = sheet;
  const { matrix, total, measure } = sides;
  const { voice } = matrix.subject;
  const cell = matrix.cell(row, column);
  const value = sizeIn(cell, total, measure);
  const id = `${matrix.subject.id}-${size}`;
  const title = `${row.label}, ${column.label}: ${spokenOf(cell, matrix.subject.measured, voice)}`;
  const height = Math.max(2, step - 2);
  if (value === undefined) {
    const from = side < 0 ? x(0, side) - 26 : x(0, side);
    return (
      <g className="state" {...row.marks}>
        <title>{title}</title>
        <rect x={from} y={round(y)} width="26" height={round(height)} fill={stateFill(id, cell)} />
        {step >= 13 && (
          <text x={side < 0 ? from - 5 : from + 31} y={round(y + height / 2 + 5)} textAnchor={side < 0 ? "end" : "start"}>
            {isHidden(cell) ? drawnWords(voice).hidden : cut(meaningOf(cell, voice), 16)}
          </text>
        )}
      </g>
    );
  }
  const [a, b] = [x(0, side), x(value, side)];
  const rect = { x: Math.min(a, b), y: round(y), width: round(Math.abs(b - a)), height: round(height) };
  const texture = textureOf(id, side < 0 ? 0 : 1);
  return (
    <g className="block" {...row.marks}>
      <title>{title}</title>
      <rect className={side < 0 ? "f0" : "f1"} {...rect} />
      {texture && <rect className="over" fill={texture} {...rect} />}
    </g>
  );
}

/** The comparison as an outline: a step line that follows its figures. */
function Outline({
  sheet,
  column,
  side,
  height,
}: {
  readonly sheet: Sheet;
  readonly column: Line;
  readonly side: number;
  readonly height: number;
}): ReactElement | null {
  const { sides, step, x } = sheet;
  if (!sides.against) return null;
  let path = "";
  let isOpen = false;
  sides.matrix.rows.forEach((row, index) => {
    const value = sizeIn(sides.other(row, column), sides.otherTotal, sides.measure);
    const y = round(height - bottom - (index + 1) * step);
    if (value === undefined) {
      isOpen = false;
      return;
    }
    path += `${isOpen ? "L" : "M"}${x(value, side)} ${round(y + step)}V${y}`;
    isOpen = true;
  });
  return <path className="outline" d={path} />;
}

function Scale({ sheet, height, high }: { readonly sheet: Sheet; readonly height: number; readonly high: number }): ReactElement {
  const { sides, size, x } = sheet;
  const { voice } = sides.matrix.subject;
  const ticks = scaleLinear([0, high], [0, 1]).ticks(size === "wide" ? 4 : 2);
  const write = (tick: number): string => {
    const text = voice.number(tick, tickDecimals(ticks));
    return sides.measure === "share" ? percent(text, voice) : text;
  };
  return (
    <g className="grid">
      {[-1, 1].flatMap((side) =>
        ticks.map((tick) => (
          <g key={`${side}:${tick}`}>
            <path className={tick === 0 ? "zero" : undefined} d={`M${x(tick, side)} ${top - 4}V${height - bottom}`} />
            <text x={x(tick, side)} y={height - 8} textAnchor="middle">
              {tick === 0 ? "" : write(tick)}
            </text>
          </g>
        )),
      )}
    </g>
  );
}

function Drawing({ sides, size, alt }: { readonly sides: Sides; readonly size: Size; readonly alt: string }): ReactElement {
  const { rows, columns, subject } = sides.matrix;
  const step = Math.min(22, Math.max(9, (size === "wide" ? 420 : 380) / Math.max(1, rows.length)));
  const height = top + rows.length * step + bottom;
  const high = highOf(sides);
  const half = widthOf[size] / 2;
  const scale = scaleLinear([0, high], [middleOf[size] / 2, half - 12]);
  const x = (value: number, side: number): number => round(half + side * scale(value));
  const every = Math.max(1, Math.ceil(16 / step));
  const sheet = { sides, size, step, x };
  return (
    <Canvas id={subject.id} size={size} height={height} alt={alt}>
      <Scale sheet={sheet} height={height} high={high} />
      {columns.slice(0, 2).map((column, index) => {
        const side = index === 0 ? -1 : 1;
        return (
          <g key={column.member.code}>
            <text className="head" x={half + side * (middleOf[size] / 2 + 4)} y={14} textAnchor={side < 0 ? "end" : "start"}>
              {cut(column.label, size === "wide" ? 30 : 14)}
            </text>
            {rows.map((row, at) => (
              <Bar key={row.at} row={row} column={column} side={side} y={height - bottom - (at + 1) * step + 1} sheet={sheet} />
            ))}
            <Outline sheet={sheet} column={column} side={side} height={height} />
          </g>
        );
      })}
      {rows.map((row, at) =>
        at % every === 0 ? (
          <text className="age" key={row.at} x={half} y={round(height - bottom - at * step - step / 2 + 5)} textAnchor="middle">
            {cut(row.label, size === "wide" ? 14 : 11)}
            {row.label.length > 11 && <title>{row.label}</title>}
          </text>
        ) : null,
      )}
    </Canvas>
  );
}

/** The largest group; of what may be shown, where some is hidden. */
function titleOf(top: Spot | undefined, area: string, value: string | undefined, spots: readonly Spot[], words: DrawnWords): string {
  if (!top || !value) return words.noFigures;
  return spots.some((each) => isHidden(each.cell)) ? words.highestShown(top.label, area) : words.largest(top.label, area, value);
}

function tellOf(subject: Subject): Telling {
  const sides = sidesOf(subject);
  const { matrix, against, measure, total } = sides;
  const words = drawnWords(subject.voice);
  const spots = spotsOf(matrix, matrix.rows, matrix.columns);
  const known = spots.filter((each) => each.cell.value !== undefined);
  const [top] = known.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0));
  const { area } = placeOf(matrix);
  const value = top && (total ? shareText(top.cell.value ?? 0, total, subject) : spokenOf(top.cell, subject.measured, subject.voice));
  const sidesTold = matrix.columns.map((column) => {
    const cells = matrix.rows.map((row) => matrix.cell(row, column));
    const sum = cells.every((each) => each.value !== undefined) ? cells.reduce((all, each) => all + (each.value ?? 0), 0) : undefined;
    return sum === undefined ? "" : words.item(column.label, spokenOf({ value: sum, status: 0 }, subject.measured, subject.voice));
  });
  const [left, right] = matrix.columns;
  const outline = against ? words.outline(against.label) : "";
  const alt = [
    startOf(matrix, words.kinds.pyramid),
    ...sidesTold,
    top && value ? `${titleOf(top, "", value, spots, words)}.` : "",
    ...gapsOf(
      spots.map((each) => each.cell),
      subject,
    ),
    outline === "" ? "" : `${outline}.`,
  ];
  return {
    title: titleOf(top, area, value, spots, words),
    subtitle: subtitleOf(
      matrix,
      measure === "share" ? words.shareOfTotal : "",
      words.sides(left?.label ?? "", right?.label ?? ""),
      outline,
    ),
    alt: alt.filter((each) => each !== "").join(" "),
  };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const sides = sidesOf(subject);
  const telling = tellOf(subject);
  return (
    <Framed telling={telling} className="formed">
      <Both draw={(size) => <Drawing key={size} sides={sides} size={size} alt={telling.alt} />} />
    </Framed>
  );
}

/** Two groups against each other over a range of classes: men and women by age. */
export const pyramid: Presentation<"pyramid"> = {
  code: "pyramid",
  suits(subject) {
    if (!holdsNumbers(subject)) return false;
    const { matrix } = sidesOf(subject);
    if (matrix.rowAxis < 0 || matrix.columnAxis < 0) return false;
    const shown = shownOf(matrix);
    return shown.cube.status.some((each) => each === 0) && isAllowed(shown, "pyramid");
  },
  tell: tellOf,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const sides = sidesOf(subject);
    return [...matrixSettings(sides.matrix), ...sidesSettings(sides)];
  },
};
