import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { Canvas, cut, letter, round, type Size, stateFill, textureOf, tickDecimals, Wrapped, widthOf, wrapped } from "./canvas.tsx";
import { Columns } from "./columns.tsx";
import type { Shown } from "./excerpt.ts";
import type { Marks, Tone } from "./matrix.ts";
import type { Subject } from "./presentation.ts";
import type { Cell } from "./reading.ts";

/** A bar, or a part of one: from and to on the scale. */
export type Block = {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly className: string;
  /** Which texture lies over it. */
  readonly kind?: number;
  /** Part of the thickness of its lane; default 1. */
  readonly thick?: number;
  /** What stands in it, where there is room. */
  readonly inside?: string;
  /** The whole in words, for the pointer. */
  readonly title: string;
  readonly marks: Marks;
  readonly whisker?: { readonly lower: number; readonly upper: number } | undefined;
};

/** Bars on one line, with a figure behind them, or the word for why there is none. */
export type Lane = {
  readonly key: string;
  readonly blocks: readonly Block[];
  readonly figure: string;
  /** The same where there is little room. */
  readonly short?: string;
  readonly state?: { readonly cell: Cell; readonly word: string } | undefined;
};

/** A row of bars under one label. */
export type BlockRow = { readonly key: string; readonly label: string; readonly tone: Tone; readonly lanes: readonly Lane[] };

/** Everything that a drawing of bars needs. */
export type Blocks = {
  readonly subject: Subject;
  readonly rows: readonly Shown<BlockRow>[];
  readonly low: number;
  readonly high: number;
  readonly decimals: number;
  readonly alt: string;
  /** Says how many rows were left out. */
  readonly skipped: (n: number) => string;
  readonly hasFigures: boolean;
  readonly thickness?: number;
  /** Where the benchmark stands, as a line through all rows. */
  readonly mark?: number | undefined;
};

const top = 4;
const bottom = 26;
const labelLetters: Readonly<Record<Size, number>> = { wide: 24, narrow: 14 };

type Place = { readonly letters: number; readonly left: number; readonly right: number; readonly lane: number; readonly gap: number };

function placeOf({ rows, hasFigures, thickness }: Blocks, size: Size): Place {
  const all = rows.flatMap((each) => ("row" in each ? [each.row] : []));
  const widest = Math.max(
    3,
    ...all.map((each) => Math.max(...each.label.split(/\s+/).map((word) => word.length), Math.min(labelLetters[size], each.label.length))),
  );
  const figures = hasFigures
    ? Math.max(0, ...all.flatMap((each) => each.lanes.map((lane) => (lane.state ? 0 : figureOf(lane, size).length))))
    : 0;
  const lanes = Math.max(1, ...all.map((each) => each.lanes.length));
  return {
    letters: labelLetters[size],
    left: Math.min(labelLetters[size], widest) * letter + 12,
    right: figures === 0 ? 8 : figures * letter + 14,
    lane: thickness ?? (lanes === 1 ? 20 : 14),
    gap: lanes === 1 ? 10 : 14,
  };
}

function figureOf({ figure, short }: Lane, size: Size): string {
  return size === "narrow" ? (short ?? figure) : figure;
}

function heightOf(each: Shown<BlockRow>, { lane, gap, letters }: Place): number {
  if ("skipped" in each) return 26;
  const lines = wrapped(each.row.label, letters).length;
  return Math.max(each.row.lanes.length * (lane + 2) + gap, lines * 16 + 8);
}

type Scale = (value: number) => number;

function BlockShape(props: {
  readonly block: Block;
  readonly x: Scale;
  readonly y: number;
  readonly lane: number;
  readonly id: string;
}): ReactElement {
  const { block, x, y, lane, id } = props;
  const { thick = 1 } = block;
  const [a, b] = [x(block.from), x(block.to)];
  const height = lane * thick;
  const rect = { x: Math.min(a, b), y: round(y + (lane - height) / 2), width: Math.max(1, round(Math.abs(b - a))), height: round(height) };
  const texture = block.kind === undefined ? undefined : textureOf(id, block.kind);
  const hasRoom = block.inside !== undefined && rect.width > block.inside.length * letter + 6;
  return (
    <g className="block" {...block.marks}>
      <title>{block.title}</title>
      <rect className={block.className} {...rect} />
      {texture && <rect className="over" fill={texture} {...rect} />}
      {block.whisker && <path className="whisker" d={`M${x(block.whisker.lower)} ${round(y + lane / 2)}H${x(block.whisker.upper)}`} />}
      {hasRoom && (
        <text className="inside" x={round(rect.x + rect.width / 2)} y={round(y + lane / 2 + 5)} textAnchor="middle">
          {block.inside}
        </text>
      )}
    </g>
  );
}

function LaneShape(props: {
  readonly lane: Lane;
  readonly x: Scale;
  readonly y: number;
  readonly place: Place;
  readonly size: Size;
  readonly id: string;
  readonly origin: number;
}): ReactElement {
  const { lane, x, y, place, size, id, origin } = props;
  const middle = round(y + place.lane / 2 + 5);
  if (lane.state) {
    return (
      <g className="state">
        <rect x={origin} y={round(y)} width="34" height={place.lane} fill={stateFill(id, lane.state.cell)} />
        <text x={origin + 40} y={middle}>
          {cut(lane.state.word, size === "wide" ? 60 : 22)}
          <title>{lane.state.word}</title>
        </text>
      </g>
    );
  }
  return (
    <g>
      {lane.blocks.map((block) => (
        <BlockShape key={block.key} block={block} x={x} y={y} lane={place.lane} id={id} />
      ))}
      {figureOf(lane, size) !== "" && (
        <text className="figure" x={widthOf[size]} y={middle} textAnchor="end">
          {figureOf(lane, size)}
        </text>
      )}
    </g>
  );
}

function RowShape(props: {
  readonly row: BlockRow;
  readonly x: Scale;
  readonly y: number;
  readonly place: Place;
  readonly size: Size;
  readonly id: string;
  readonly origin: number;
}): ReactElement {
  const { row, x, y, place, size, id, origin } = props;
  const middle = y + (row.lanes.length * (place.lane + 2)) / 2 - 1;
  return (
    <g className={`row-of ${row.tone}`}>
      <Wrapped label={row.label} letters={labelLetters[size]} x={place.left - 10} y={middle} anchor="end" className="name" />
      {row.lanes.map((lane, index) => (
        <LaneShape key={lane.key} lane={lane} x={x} y={y + index * (place.lane + 2)} place={place} size={size} id={id} origin={origin} />
      ))}
    </g>
  );
}

function Grid({
  blocks,
  x,
  height,
  size,
}: {
  readonly blocks: Blocks;
  readonly x: Scale & { ticks?: readonly number[] };
  readonly height: number;
  readonly size: Size;
}): ReactElement {
  const { low, high, subject } = blocks;
  const ticks = scaleLinear([low, high], [0, 1]).ticks(size === "wide" ? 5 : 3);
  const decimals = tickDecimals(ticks);
  const last = ticks.at(-1);
  return (
    <g className="grid">
      {ticks.map((tick) => (
        <g key={tick}>
          <path className={tick === 0 ? "zero" : undefined} d={`M${x(tick)} ${top}V${height - bottom + 4}`} />
          <text x={x(tick)} y={height - 6} textAnchor={tick === last && size === "narrow" && !blocks.hasFigures ? "end" : "middle"}>
            {subject.voice.number(tick, decimals)}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Bars that lie: a label, the bars from zero, a figure. */
export function Rows({ blocks, size }: { readonly blocks: Blocks; readonly size: Size }): ReactElement {
  const place = placeOf(blocks, size);
  const id = `${blocks.subject.id}-${size}`;
  const range = [place.left, widthOf[size] - place.right];
  const scale = scaleLinear([blocks.low, blocks.high === blocks.low ? blocks.low + 1 : blocks.high], range);
  const x = (value: number): number => round(scale(value));
  const origin = x(blocks.mark ?? 0);
  let y = top + 4;
  const rows = blocks.rows.map((each) => {
    const at = y;
    y += heightOf(each, place);
    return { each, at };
  });
  const height = y + bottom;
  return (
    <Canvas id={blocks.subject.id} size={size} height={height} alt={blocks.alt}>
      <Grid blocks={blocks} x={x} height={height} size={size} />
      {blocks.mark !== undefined && <path className="benchmark-line" d={`M${x(blocks.mark)} ${top}V${height - bottom + 4}`} />}
      {rows.map(({ each, at }) =>
        "skipped" in each ? (
          <text className="skip" key={`skip-${at}`} x={place.left} y={round(at + 15)}>
            {blocks.skipped(each.skipped)}
          </text>
        ) : (
          <RowShape key={each.row.key} row={each.row} x={x} y={at} place={place} size={size} id={id} origin={origin} />
        ),
      )}
    </Canvas>
  );
}

/** Bars in both sizes: lying, or standing where that was set and there is room. */
export function BlocksDrawing({ blocks, isUp = false }: { readonly blocks: Blocks; readonly isUp?: boolean }): ReactElement {
  return (
    <>
      {isUp ? <Columns blocks={blocks} size="wide" /> : <Rows blocks={blocks} size="wide" />}
      <Rows blocks={blocks} size="narrow" />
    </>
  );
}
