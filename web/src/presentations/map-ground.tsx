import type { ReactElement, ReactNode } from "react";
import type { Borders } from "./borders.ts";
import { around, type Box, type Label, placeLabels, type Wish } from "./label-places.ts";
import { type SizeName, tenth } from "./plane.tsx";
import type { Subject } from "./presentation.ts";

/** Width in pixels at which each shape of a drawing is mostly seen: decides how large letters stand on a map. */
const seen: Readonly<Record<SizeName, number>> = { wide: 680, narrow: 330 };
const letters: Readonly<Record<SizeName, number>> = { wide: 15, narrow: 13 };

/** How large letters are in the units of a map. */
export function lettersOn(frame: Box, size: SizeName): number {
  return Math.round((letters[size] * frame.width) / seen[size]);
}

type Ground = {
  readonly borders: Borders;
  readonly frame: Box;
  /** Codes of areas of which the figure is hidden, of those of which it is missing, and of all that the cube holds. */
  readonly hidden: ReadonlySet<string>;
  readonly missing: ReadonlySet<string>;
  readonly held: ReadonlySet<string>;
  readonly mine: Subject["mine"];
};

function fillOf(code: string, { hidden, missing, held }: Ground): string {
  if (hidden.has(code)) return "land hatched";
  if (missing.has(code)) return "land dotted";
  return held.has(code) ? "land" : "land outside";
}

/** The areas of a level, quiet, for something to stand on; hidden ones hatched, missing ones dotted. */
export function Land(props: Ground): ReactElement {
  const { borders, held, mine } = props;
  const own = new Set((mine ?? []).map((each) => each.code).filter((each) => held.has(each)));
  return (
    <g className="ground">
      {borders.under.map((each) => (
        <path key={`under-${each.code}`} className="under" d={each.path} />
      ))}
      {borders.shapes.map((each) =>
        each.path === "" ? null : (
          <path key={each.code} className={fillOf(each.code, props)} d={each.path} data-a={held.has(each.code) ? each.code : undefined} />
        ),
      )}
      {borders.shapes.map((each) => (own.has(each.code) ? <path key={`own-${each.code}`} className="own-land" d={each.path} /> : null))}
    </g>
  );
}

/** A map in its frame. */
export function MapSheet(props: {
  readonly frame: Box;
  readonly alt: string;
  readonly table: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactElement {
  const { frame, alt, table, children } = props;
  return (
    <svg
      className={`sheet ${props.className ?? ""}`.trim()}
      viewBox={`${frame.x} ${frame.y} ${frame.width} ${frame.height}`}
      role="img"
      aria-label={alt}
      data-table={table}
    >
      {children}
    </svg>
  );
}

/** The names on a map for one shape of the screen. */
export function namesOn(wishes: readonly Wish[], frame: Box, size: SizeName): readonly Label[] {
  return placeLabels(
    wishes,
    frame,
    lettersOn(frame, size),
    wishes.map((each) => each.keep ?? around(each.x, each.y, each.radius * 0.8)),
  );
}

/** Names of areas on a map, in letters that can be read on either shape of the screen. */
export function MapNames(props: { readonly wishes: readonly Wish[]; readonly frame: Box; readonly mine: Subject["mine"] }): ReactElement {
  const own = new Set((props.mine ?? []).map((each) => each.code));
  return (
    <>
      {(["wide", "narrow"] as const).map((size) => (
        <g key={size} className={`map-names only-${size}`} fontSize={lettersOn(props.frame, size)}>
          {namesOn(props.wishes, props.frame, size).map((each) => (
            <text
              key={each.key}
              className={own.has(each.key) ? "mine" : undefined}
              x={tenth(each.x)}
              y={tenth(each.y)}
              textAnchor={each.anchor}
            >
              {each.text}
            </text>
          ))}
        </g>
      ))}
    </>
  );
}

/** The states on a map that its legend explains. */
export function LandKeys(props: {
  readonly hidden: number;
  readonly missing: number;
  readonly words: { readonly hidden: string; readonly missing: string };
  readonly voice: Subject["voice"];
}): ReactElement | null {
  const { hidden, missing, words, voice } = props;
  if (hidden + missing === 0) return null;
  return (
    <ul className="keys symbol-legend">
      {hidden > 0 && (
        <li>
          <span className="swatch hatched" />
          {words.hidden} <span className="count">{voice.m.legend.count(hidden)}</span>
        </li>
      )}
      {missing > 0 && (
        <li>
          <span className="swatch dotted" />
          {words.missing} <span className="count">{voice.m.legend.count(missing)}</span>
        </li>
      )}
    </ul>
  );
}
