import { type ReactElement, useMemo } from "react";
import { widthOf } from "../../presentations/label-places.ts";
import { placeLabels, type Wish } from "../../presentations/labels.ts";
import type { Land } from "./land.ts";
import { type Frame, toScreen, type View } from "./view.ts";

/** Height of a name on the map, in CSS pixels. */
const letter = 13;

type Names = {
  readonly land: Land;
  readonly view: View;
  readonly frame: Frame;
  readonly names: ReadonlyMap<string, string>;
  /** Positions of the reader's own areas: their names come first. */
  readonly own: readonly number[];
  /** Whether other areas are named too. */
  readonly all: boolean;
};

/** Names that do not collide: more of them the farther one zooms in. */
export function AreaNames({ land, view, frame, names, own, all }: Names): ReactElement {
  const labels = useMemo(() => {
    const wishes = land.areas.flatMap((area, at): Wish[] => {
      const text = names.get(area.code);
      const isOwn = own.includes(at);
      if (text === undefined || (!all && !isOwn)) return [];
      const room = area.kind === "surface" ? Math.sqrt(area.size) * view.k : letter * 6;
      if (!isOwn && room < letter) return [];
      const [x, y] = toScreen(view, area.spot);
      // A name that is larger than its area stands above it.
      const above = isOwn && room < 2 * letter ? room / 2 + letter : 0;
      return [{ code: area.code, text, at: [x, y - above], room, rank: isOwn ? Number.MAX_VALUE : area.size, always: isOwn }];
    });
    return placeLabels(wishes, frame, letter, (text) => widthOf(text, letter));
  }, [land, view, frame, names, own, all]);
  return (
    <g className="names">
      {labels.map((each) => (
        <text key={each.code} x={each.at[0]} y={each.at[1]} fontSize={letter}>
          {each.text}
        </text>
      ))}
    </g>
  );
}
