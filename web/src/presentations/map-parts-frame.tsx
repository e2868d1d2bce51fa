import type { ReactElement, ReactNode } from "react";
import { onMapWords } from "../text/on-map.ts";
import type { Wish } from "./label-places.ts";
import { Land, LandKeys, MapNames, MapSheet } from "./map-ground.tsx";
import { type PartedArea, type PartsScene, toneOf } from "./map-parts.ts";
import { Framed, nameOf } from "./parts.tsx";
import type { Telling } from "./presentation.ts";
import { written } from "./spread-of.ts";

/** Areas of which the description gives every part. */
const mostSaid = 3;

/** The parts of the reader's areas in words; of the largest area where there is none. */
export function saidAreas({ areas, parts, subject }: PartsScene): string {
  const own = areas.filter((each) => each.mine);
  const largest = areas.toSorted((a, b) => b.total - a.total).slice(0, 1);
  const words = onMapWords(subject.voice);
  return (own.length > 0 ? own : largest)
    .slice(0, mostSaid)
    .map(({ area, values }) =>
      words.ofArea(nameOf(area, subject.voice), parts.map((part, at) => words.share(part, written(subject, values[at] ?? 0))).join("; ")),
    )
    .join(" ");
}

/** A map on which each area carries a sign with its parts, and what the colours mean. */
export function PartsFrame(props: {
  readonly scene: PartsScene;
  readonly telling: Telling;
  readonly order: string;
  readonly children: ReactNode;
  readonly foot?: ReactNode;
  /** Where the sign of an area stands, for its name. */
  readonly sign: (area: PartedArea) => Pick<Wish, "x" | "y" | "radius" | "under" | "keep">;
}): ReactElement {
  const { scene, telling, order, children, foot, sign } = props;
  const { subject, frame, borders, parts } = scene;
  const words = onMapWords(subject.voice);
  const tone = toneOf(scene);
  const few = scene.areas.length <= 15;
  const wishes: readonly Wish[] = scene.areas
    .filter((each) => few || each.mine)
    .toSorted((a, b) => Number(b.mine) - Number(a.mine) || b.total - a.total)
    .map((each) => ({
      ...{ key: each.area.code, text: nameOf(each.area, subject.voice), ...sign(each) },
      must: each.mine,
    }));
  return (
    <Framed
      telling={telling}
      className="symbols"
      foot={
        <>
          <ul className={`keys ${tone.whole}`.trim()} aria-label={words.parts}>
            {parts.map((part, at) => (
              <li key={part}>
                <span className={tone.key(at)} />
                {part}
              </li>
            ))}
          </ul>
          {foot}
          <p className="foot">{order}</p>
          <LandKeys hidden={scene.hidden.length} missing={scene.missing.length} words={words} voice={subject.voice} />
        </>
      }
    >
      <MapSheet frame={frame} alt={telling.alt} table={subject.id} className={tone.whole}>
        <Land
          borders={borders}
          frame={frame}
          hidden={new Set(scene.hidden)}
          missing={new Set(scene.missing)}
          held={scene.held}
          mine={subject.mine}
        />
        {children}
        <MapNames wishes={wishes} frame={frame} mine={subject.mine} />
      </MapSheet>
    </Framed>
  );
}
