import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import type { Block, BlockRow, Blocks, Lane } from "./blocks.tsx";
import { Canvas, letter, round, type Size, stateFill, textureOf, tickDecimals, Wrapped, widthOf } from "./canvas.tsx";
import { rowsIn } from "./excerpt.ts";

const height = 360;
const top = 24;
const bottom = 56;

type Scale = (value: number) => number;
type Step = { readonly left: number; readonly width: number };

function Column({ block, y, at, id }: { readonly block: Block; readonly y: Scale; readonly at: Step; readonly id: string }): ReactElement {
  const { thick = 1 } = block;
  const [a, b] = [y(block.from), y(block.to)];
  const width = at.width * thick;
  const rect = {
    x: round(at.left + (at.width - width) / 2),
    y: Math.min(a, b),
    width: round(width),
    height: Math.max(1, round(Math.abs(b - a))),
  };
  const texture = block.kind === undefined ? undefined : textureOf(id, block.kind);
  const hasRoom = block.inside !== undefined && rect.height > 18 && rect.width > block.inside.length * letter;
  return (
    <g className="block" {...block.marks}>
      <title>{block.title}</title>
      <rect className={block.className} {...rect} />
      {texture && <rect className="over" fill={texture} {...rect} />}
      {hasRoom && (
        <text className="inside" x={round(rect.x + rect.width / 2)} y={round(rect.y + rect.height / 2 + 5)} textAnchor="middle">
          {block.inside}
        </text>
      )}
    </g>
  );
}

function Stand({
  lane,
  y,
  at,
  id,
  hasFigure,
}: {
  readonly lane: Lane;
  readonly y: Scale;
  readonly at: Step;
  readonly id: string;
  readonly hasFigure: boolean;
}): ReactElement {
  const middle = round(at.left + at.width / 2);
  if (lane.state) {
    return (
      <g className="state">
        <title>{lane.state.word}</title>
        <rect x={round(at.left)} y={y(0) - 30} width={round(at.width)} height="30" fill={stateFill(id, lane.state.cell)} />
        <text x={middle} y={y(0) - 36} textAnchor="middle">
          {at.width > lane.state.word.length * letter ? lane.state.word : ""}
        </text>
      </g>
    );
  }
  const ends = lane.blocks.flatMap((each) => [each.from, each.to]);
  const below = Math.max(0, ...ends) === 0 && Math.min(0, ...ends) < 0;
  return (
    <g>
      {lane.blocks.map((block) => (
        <Column key={block.key} block={block} y={y} at={at} id={id} />
      ))}
      {hasFigure && (
        <text className="figure" x={middle} y={below ? y(Math.min(...ends)) + 17 : y(Math.max(0, ...ends)) - 6} textAnchor="middle">
          {lane.figure}
        </text>
      )}
    </g>
  );
}

/** Bars that stand, each group above its label. Only for few rows. */
export function Columns({ blocks, size }: { readonly blocks: Blocks; readonly size: Size }): ReactElement {
  const rows: readonly BlockRow[] = rowsIn(blocks.rows);
  const scale = scaleLinear([blocks.low, blocks.high === blocks.low ? blocks.low + 1 : blocks.high], [height - bottom, top]);
  const y = (value: number): number => round(scale(value));
  const ticks = scale.ticks(5);
  const decimals = tickDecimals(ticks);
  const left = Math.max(...ticks.map((each) => blocks.subject.voice.number(each, decimals).length)) * letter + 10;
  const step = (widthOf[size] - left) / Math.max(1, rows.length);
  const id = `${blocks.subject.id}-${size}`;
  return (
    <Canvas id={blocks.subject.id} size={size} height={height} alt={blocks.alt}>
      <g className="grid">
        {ticks.map((tick) => (
          <g key={tick}>
            <path className={tick === 0 ? "zero" : undefined} d={`M${left} ${y(tick)}H${widthOf[size]}`} />
            <text x={left - 6} y={y(tick) + 5} textAnchor="end">
              {blocks.subject.voice.number(tick, decimals)}
            </text>
          </g>
        ))}
      </g>
      {rows.map((row, index) => {
        const from = left + index * step;
        const width = (step * 0.76) / Math.max(1, row.lanes.length);
        const longest = Math.max(0, ...row.lanes.map((lane) => lane.figure.length));
        return (
          <g key={row.key} className={`row-of ${row.tone}`}>
            {row.lanes.map((lane, at) => (
              <Stand
                key={lane.key}
                lane={lane}
                y={y}
                id={id}
                at={{ left: from + step * 0.12 + at * width, width: width - 2 }}
                hasFigure={blocks.hasFigures && longest * letter < width + 8}
              />
            ))}
            <Wrapped
              label={row.label}
              letters={Math.max(4, Math.floor(step / letter))}
              x={from + step / 2}
              y={height - 26}
              anchor="middle"
              className="name"
              lines={3}
            />
          </g>
        );
      })}
    </Canvas>
  );
}
