import type { ReactElement, ReactNode } from "react";
import type { Cell } from "./reading.ts";
import { isHidden } from "./reading.ts";

/** A drawing comes in two sizes: the style sheet shows the one that fits. */
export type Size = "wide" | "narrow";

/** Width of a drawing in its own units. */
export const widthOf: Readonly<Record<Size, number>> = { wide: 680, narrow: 340 };

/** Categories that can be told apart. */
export const mostKinds = 8;

/** Width of a letter of 15 units high, on average. */
export const letter = 7.6;

/** One decimal, as coordinates are written. */
export const round = (value: number): number => Math.round(value * 10) / 10;

/** A label cut to a number of letters. */
export function cut(label: string, letters: number): string {
  return label.length <= letters ? label : `${label.slice(0, Math.max(1, letters - 1)).trimEnd()}…`;
}

/** A label in at most so many lines of so many letters; the last is cut. */
export function wrapped(label: string, letters: number, most = 2): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= letters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  if (lines.length > most) kept[most - 1] = `${kept[most - 1]} ${lines.slice(most).join(" ")}`;
  return kept.map((each) => cut(each, letters));
}

type Wrap = {
  readonly label: string;
  readonly letters: number;
  readonly x: number;
  /** The middle of the block of lines. */
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly className?: string | undefined;
  readonly lines?: number;
};

const leading = 16;

/** A label in lines around a height, with its full name where it was cut. */
export function Wrapped({ label, letters, x, y, anchor = "start", className, lines = 2 }: Wrap): ReactElement {
  const parts = wrapped(label, letters, lines);
  const top = y + 5 - ((parts.length - 1) * leading) / 2;
  const placed = parts.map((text, index) => ({ text, at: round(top + index * leading) }));
  return (
    <text className={className} textAnchor={anchor}>
      {parts.join(" ") !== label && <title>{label}</title>}
      {placed.map((each) => (
        <tspan key={each.at} x={round(x)} y={each.at}>
          {each.text}
        </tspan>
      ))}
    </text>
  );
}

/** Moves labels apart where they would overlap; heights in the order given. */
export function spread(ends: readonly number[], low: number, high: number, gap = 18): readonly number[] {
  const order = ends.map((y, index) => ({ y, index })).sort((a, b) => a.y - b.y || a.index - b.index);
  let last = -Infinity;
  for (const each of order) {
    each.y = Math.max(each.y, last + gap, low);
    last = each.y;
  }
  let next = high + gap;
  for (const each of order.toReversed()) {
    each.y = Math.min(each.y, next - gap);
    next = each.y;
  }
  const out: number[] = [];
  for (const each of order) out[each.index] = round(each.y);
  return out;
}

const textures = [
  "M0 0",
  "M-2 2l4 -4M0 8l8 -8M6 10l4 -4",
  "M0 4h8",
  "M4 0v8",
  "M2 2h.1M6 6h.1",
  "M-2 6l4 4M0 0l8 8M6 -2l4 4",
  "M0 4h8M4 0v8",
  "M0 2h8M0 6h8",
];

/** Patterns of a drawing: hatched for hidden, dotted for missing, and a light texture for every kind but the first. */
export function Patterns({ id }: { readonly id: string }): ReactElement {
  return (
    <defs>
      <pattern id={`${id}-hidden`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="hatch" d="M0 0v7" />
      </pattern>
      <pattern id={`${id}-missing`} width="6" height="6" patternUnits="userSpaceOnUse">
        <circle className="dot" cx="3" cy="3" r="1" />
      </pattern>
      {textures.slice(1).map((path, index) => (
        <pattern key={path} id={`${id}-t${index + 1}`} width="8" height="8" patternUnits="userSpaceOnUse">
          <path className="texture" d={path} />
        </pattern>
      ))}
    </defs>
  );
}

/** The fill that lies over a shape of a kind, so that kinds differ without colour too; undefined for the first. */
export function textureOf(id: string, kind: number): string | undefined {
  return kind % mostKinds === 0 ? undefined : `url(#${id}-t${kind % mostKinds})`;
}

/** The fill of a shape without a figure. */
export function stateFill(id: string, cell: Cell): string {
  return `url(#${id}-${isHidden(cell) ? "hidden" : "missing"})`;
}

type Area = {
  readonly id: string;
  readonly size: Size;
  readonly height: number;
  readonly alt: string;
  readonly children: ReactNode;
};

/** The sheet on which a drawing is made. */
export function Canvas({ id, size, height, alt, children }: Area): ReactElement {
  return (
    <svg className={`chart form ${size}`} viewBox={`0 0 ${widthOf[size]} ${Math.ceil(height)}`} role="img" aria-label={alt}>
      <Patterns id={`${id}-${size}`} />
      {children}
    </svg>
  );
}

/** A drawing in both sizes. */
export function Both({ draw }: { readonly draw: (size: Size) => ReactNode }): ReactElement {
  return (
    <>
      {draw("wide")}
      {draw("narrow")}
    </>
  );
}

/** Which kind is which: in the order in which they are drawn, with their texture. */
export function Kinds({
  id,
  labels,
  form = "f",
}: {
  readonly id: string;
  readonly labels: readonly string[];
  readonly form?: string;
}): ReactElement {
  return (
    <ul className="keys kinds" aria-hidden="true">
      {labels.map((label, index) => (
        <li key={label}>
          <svg className="kind-key" aria-hidden="true" viewBox="0 0 22 14" width="22" height="14" focusable="false">
            <Patterns id={`${id}-key${index}`} />
            <rect className={`${form}${index}`} width="22" height="14" />
            {index > 0 && <rect fill={textureOf(`${id}-key${index}`, index)} width="22" height="14" />}
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Decimals that the steps of an axis need. */
export function tickDecimals(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return Math.min(6, Math.max(0, -Math.floor(Math.log10(step || 1) + 1e-9)));
}
