import type { ReactElement } from "react";
import { cut, letter, round, type Size, spread, Wrapped, widthOf } from "./canvas.tsx";

/** Where a round drawing lies on its sheet. */
export type Disc = {
  readonly cx: number;
  readonly cy: number;
  readonly radius: number;
  readonly height: number;
  readonly isListed: boolean;
};

const leading = 22;
/** More labels than this do not fit beside a circle. */
const mostBeside = 16;

/** The place of a circle with so many labels: around it where there is room, else numbered in a list under it. */
export function discOf(size: Size, labels: number): Disc {
  const isListed = size === "narrow" || labels > mostBeside;
  const radius = size === "wide" ? 150 : 128;
  const under = isListed ? labels * leading + 16 : 0;
  const edge = isListed ? 26 : 34;
  return { cx: widthOf[size] / 2, cy: radius + edge, radius, height: 2 * (radius + edge) + under, isListed };
}

/** The angle of the middle of one of so many sectors, from the top, clockwise. */
export function angleOf(index: number, of: number): number {
  return (2 * Math.PI * (index + 0.5)) / Math.max(1, of);
}

/** A point on a disc. */
export function pointOn(disc: Pick<Disc, "cx" | "cy">, angle: number, radius: number): readonly [number, number] {
  return [round(disc.cx + Math.sin(angle) * radius), round(disc.cy - Math.cos(angle) * radius)];
}

type Around = {
  readonly disc: Disc;
  readonly size: Size;
  readonly angles: readonly number[];
  readonly labels: readonly { readonly name: string; readonly figure: string }[];
};

function Beside({ disc, size, angles, labels }: Around): ReactElement {
  const heights: number[] = [];
  for (const right of [true, false]) {
    const own = angles.flatMap((each, index) => (each < Math.PI - 1e-9 === right ? [index] : []));
    const moved = spread(
      own.map((index) => pointOn(disc, angles[index] ?? 0, disc.radius + 14)[1]),
      14,
      disc.height - 20,
      38,
    );
    own.forEach((index, at) => {
      heights[index] = moved[at] ?? 0;
    });
  }
  return (
    <g className="labels">
      {labels.map((each, index) => {
        const angle = angles[index] ?? 0;
        const side = angle < Math.PI - 1e-9 ? 1 : -1;
        const y = heights[index] ?? 0;
        const reach = Math.sqrt(Math.max(0, (disc.radius + 16) ** 2 - (y - disc.cy) ** 2));
        const x = disc.cx + side * Math.max(30, reach + 8);
        const letters = Math.floor((widthOf[size] / 2 - Math.abs(x - disc.cx) - 4) / letter);
        const [px, py] = pointOn(disc, angle, disc.radius + 2);
        return (
          <g key={each.name}>
            <path className="leader" d={`M${px} ${py}L${round(x - side * 4)} ${y}`} />
            <Wrapped label={each.name} letters={letters} x={x} y={y - 9} anchor={side > 0 ? "start" : "end"} className="name" lines={1} />
            <text x={round(x)} y={round(y + 13)} textAnchor={side > 0 ? "start" : "end"}>
              {each.figure}
            </text>
          </g>
        );
      })}
    </g>
  );
}

function Listed({ disc, size, angles, labels }: Around): ReactElement {
  const top = 2 * disc.cy + 14;
  return (
    <g className="labels">
      {labels.map((each, index) => {
        const [x, y] = pointOn(disc, angles[index] ?? 0, disc.radius + 13);
        const at = top + index * leading;
        const name = cut(each.name, Math.floor(widthOf[size] / letter) - each.figure.length - 5);
        return (
          <g key={each.name}>
            <text className="name" x={x} y={y + 5} textAnchor="middle">
              {index + 1}
            </text>
            <text x="20" y={at} textAnchor="end" className="name">
              {index + 1}
            </text>
            <text x="28" y={at}>
              {name !== each.name && <title>{each.name}</title>}
              {name}
            </text>
            <text className="figure" x={widthOf[size]} y={at} textAnchor="end">
              {each.figure}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** The names around a circle: beside it with a line, or as numbers with a list under it. */
export function RoundLabels(props: Around): ReactElement {
  return props.disc.isListed ? <Listed {...props} /> : <Beside {...props} />;
}
