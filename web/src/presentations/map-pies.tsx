import { arc, pie as pieShape } from "d3-shape";
import { Fragment, type ReactElement } from "react";
import { onMapWords } from "../text/on-map.ts";
import { periodName } from "../text/period.ts";
import { apart, type Sign } from "./apart.ts";
import { radiusFor } from "./cloud-drawing.tsx";
import { isOn } from "./is-on.ts";
import type { Wish } from "./label-places.ts";
import { subjectsOf } from "./many.ts";
import { leadingPart, mayBeParted, mostAreas, type PartedArea, type PartsScene, partsAllowed, partsScene } from "./map-parts.ts";
import { PartsFrame, saidAreas } from "./map-parts-frame.tsx";
import { momentSetting, periodCode } from "./moment-of.ts";
import { measuredLine } from "./parts.tsx";
import { tenth } from "./plane.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf } from "./reading.ts";

/** Most slices that can be told apart. */
const mostSlices = 7;

const bySize = (subject: Subject): boolean => isOn(subject, "size");

function tellPies(scene: PartsScene): Telling {
  const { subject, parts, areas, period } = scene;
  const { voice, measured } = subject;
  const words = onMapWords(voice);
  const when = periodName(periodCode(subject, period), voice);
  const leading = leadingPart(scene);
  return {
    title: words.piesTitle(leading.name, leading.count, areas.length),
    subtitle: measuredLine(measured, voice, scene.kind, voice.say(subject.plural), when),
    alt: [words.pies(voice.say(measured.name), when, voice.number(areas.length), parts.join(", ")), saidAreas(scene)].join(" "),
  };
}

/** The radius of a pie: its surface follows the total, unless the reader wants all alike. */
export function pieRadius(total: number, largest: number, room: number, sized: boolean): number {
  return sized ? tenth(Math.max(room * 0.28, radiusFor(total, largest, room * 1.3))) : tenth(room * 0.8);
}

function Pie({ each, sign, period }: { readonly each: PartedArea; readonly sign: Sign; readonly period: string }): ReactElement {
  const { r, x, y } = sign;
  const slices = pieShape<number>().sort(null)(each.values.slice());
  const draw = arc<(typeof slices)[number]>().innerRadius(0).outerRadius(r).digits(1);
  return (
    <g className={each.mine ? "pie mine" : "pie"} transform={`translate(${x} ${y})`} data-a={each.area.code} data-p={period}>
      {slices.map((slice) => (slice.value > 0 ? <path key={slice.index} className={`f${slice.index}`} d={draw(slice) ?? ""} /> : null))}
      <circle className="rim" r={r} />
    </g>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const scene = partsScene(subject);
  if (!scene) return null;
  const telling = tellPies(scene);
  const largest = Math.max(...scene.areas.map((each) => each.total));
  const words = onMapWords(subject.voice);
  if (scene.areas.length === 0) return null;
  const areas = scene.areas.toSorted((a, b) => b.total - a.total);
  const wanted = areas.map(({ place, total }) => ({ ...place, r: pieRadius(total, largest, scene.room, bySize(subject)) }));
  const signs = apart(wanted, scene.frame);
  const signOf = (each: PartedArea): Sign => signs[areas.indexOf(each)] ?? { ...each.place, r: 0 };
  const period = periodCode(scene.subject, scene.period);
  const nameAt = (each: PartedArea): Pick<Wish, "x" | "y" | "radius"> => {
    const { x, y, r } = signOf(each);
    return { x, y, radius: r };
  };
  return (
    <PartsFrame scene={scene} telling={telling} order={bySize(subject) ? `${words.around} ${words.sized}` : words.around} sign={nameAt}>
      {areas.map((each) => {
        const sign = signOf(each);
        const isFar = Math.hypot(sign.x - each.place.x, sign.y - each.place.y) > sign.r;
        return (
          <Fragment key={each.area.code}>
            {isFar && <path className="leader" d={`M${each.place.x} ${each.place.y}L${sign.x} ${sign.y}`} />}
            <Pie each={each} sign={sign} period={period} />
          </Fragment>
        );
      })}
    </PartsFrame>
  );
}

function maySuit(subject: Subject): boolean {
  return mayBeParted(subject, { parts: mostSlices, areas: mostAreas });
}

/** The parts of an amount as a pie in each of a few areas. */
export const mapPies: Presentation<"map-pies"> = {
  code: "map-pies",
  suits(subject) {
    if (!maySuit(subject)) return false;
    const scene = partsScene(subject);
    if (!scene || scene.parts.length < 2 || scene.parts.length > mostSlices) return false;
    const few = scene.areas.length >= 2 && scene.held.size <= mostAreas;
    return few && scene.areas.some((each) => each.total > 0) && partsAllowed(scene);
  },
  maySuit,
  tell(subject) {
    const scene = partsScene(subject);
    return scene ? tellPies(scene) : { title: "", subtitle: "", alt: "" };
  },
  draw: (subject) => <Drawn subject={subject} />,
  settings: (subject) => [
    ...(axisOf(subject.cube, "period").members.length > 1 ? momentSetting(subject, subjectsOf(subject).slice(0, 1)) : []),
    { code: "size", label: onMapWords(subject.voice).bySize, value: bySize(subject) ? "1" : "", kind: "flag" },
  ],
};
