import type { ReactElement } from "react";
import { onMapWords } from "../text/on-map.ts";
import { periodName } from "../text/period.ts";
import { apart, type Sign } from "./apart.ts";
import { subjectsOf } from "./many.ts";
import { lettersOn } from "./map-ground.tsx";
import { leadingPart, mayBeParted, type PartedArea, type PartsScene, partsAllowed, partsScene, toneOf } from "./map-parts.ts";
import { PartsFrame, saidAreas } from "./map-parts-frame.tsx";
import { momentSetting, periodCode } from "./moment-of.ts";
import { measuredLine } from "./parts.tsx";
import { type SizeName, tenth } from "./plane.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { memberAxes } from "./reading.ts";
import { readableSizes } from "./size-key.ts";
import { written } from "./spread-of.ts";

/** Most areas in which bars can still be read. */
const mostAreas = 25;
/** Most bars in one area, and of periods. */
const [mostBars, mostPeriods] = [8, 5];

/** How large bars are: all on one scale from zero, as wide together as there is room. */
export type BarSizes = { readonly width: number; readonly height: (value: number) => number; readonly largest: number };

/** Bars on one scale from zero. */
export function barSizes({ areas, parts, room }: Pick<PartsScene, "areas" | "parts" | "room">): BarSizes {
  const largest = Math.max(0, ...areas.flatMap((each) => each.values));
  const width = Math.max(3, tenth(Math.min(room * 0.5, (room * 1.5) / parts.length)));
  return { width, largest, height: (value) => (largest > 0 ? tenth((value / largest) * room * 1.9) : 0) };
}

function tellBars(scene: PartsScene): Telling {
  const { subject, parts, areas, period } = scene;
  const { voice, measured } = subject;
  const words = onMapWords(voice);
  const when = memberAxes(subject.cube).length > 0 ? periodName(periodCode(subject, period), voice) : `${parts[0]}–${parts.at(-1)}`;
  const leading = leadingPart(scene);
  return {
    title: words.barsTitle(leading.name, leading.count, areas.length),
    subtitle: measuredLine(measured, voice, scene.kind, voice.say(subject.plural), when),
    alt: [words.bars(voice.say(measured.name), when, voice.number(areas.length), parts.join(", ")), saidAreas(scene)].join(" "),
  };
}

type Columns = {
  readonly each: PartedArea;
  readonly at: Sign;
  readonly sizes: BarSizes;
  readonly period: string;
  readonly tone: (at: number) => string;
};

function Bars({ each, at: spot, sizes, period, tone }: Columns): ReactElement {
  const { width, height } = sizes;
  const whole = width * each.values.length;
  const left = tenth(spot.x - whole / 2);
  const floor = spot.y;
  return (
    <g className={each.mine ? "columns-on-map mine" : "columns-on-map"} data-a={each.area.code} data-p={period}>
      {each.values.map((value, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: bars never change places.
          key={at}
          className={tone(at)}
          x={tenth(left + at * width)}
          y={tenth(floor - height(value))}
          width={width}
          height={height(value)}
        />
      ))}
      <path className="floor" d={`M${left - 2} ${floor}h${whole + 4}`} />
    </g>
  );
}

function ScaleKey({ scene, sizes, size }: { readonly scene: PartsScene; readonly sizes: BarSizes; readonly size: SizeName }): ReactElement {
  const [value = 0] = readableSizes(sizes.largest);
  const letter = lettersOn(scene.frame, size);
  const tall = sizes.height(value);
  const height = Math.ceil(Math.max(tall, letter * 1.3) + 8);
  return (
    <svg className={`sheet size-legend only-${size}`} viewBox={`0 0 ${scene.frame.width} ${height}`} aria-hidden="true" focusable="false">
      <rect className="bar-key" x="4" y={height - 4 - tall} width={sizes.width} height={tall} />
      <text x={sizes.width + 16} y={tenth(height - 4 - letter * 0.1)} fontSize={letter}>
        {written(scene.subject, value)}
      </text>
    </svg>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const scene = partsScene(subject, mostPeriods);
  if (!scene) return null;
  const sizes = barSizes(scene);
  const half = (sizes.width * scene.parts.length) / 2;
  const areas = scene.areas.toSorted((a, b) => a.place.y - b.place.y);
  const spots = apart(
    areas.map(({ place }) => ({ x: place.x, y: place.y, r: half + 2 })),
    scene.frame,
  );
  const spotOf = (each: PartedArea): Sign => spots[areas.indexOf(each)] ?? { ...each.place, r: half };
  const high = (each: PartedArea): number => sizes.height(Math.max(...each.values));
  const keys = (["wide", "narrow"] as const).map((size) => <ScaleKey key={size} scene={scene} sizes={sizes} size={size} />);
  return (
    <PartsFrame
      scene={scene}
      telling={tellBars(scene)}
      order={onMapWords(subject.voice).leftToRight}
      sign={(each) => {
        const { x, y } = spotOf(each);
        return { x, y, radius: 0, under: true, keep: { x: x - half, y: y - high(each), width: 2 * half, height: high(each) } };
      }}
      foot={keys}
    >
      {areas.map((each) => (
        <Bars
          key={each.area.code}
          each={each}
          at={spotOf(each)}
          sizes={sizes}
          period={periodCode(scene.subject, scene.period)}
          tone={toneOf(scene).part}
        />
      ))}
    </PartsFrame>
  );
}

function maySuit(subject: Subject): boolean {
  return mayBeParted(subject, { parts: mostBars, areas: mostAreas, periods: mostPeriods });
}

/** Bars in each of a few areas: the members of a cube, or the last periods. */
export const mapBars: Presentation<"map-bars"> = {
  code: "map-bars",
  suits(subject) {
    if (!maySuit(subject)) return false;
    const scene = partsScene(subject, mostPeriods);
    if (!scene || scene.parts.length < 2 || scene.parts.length > mostBars) return false;
    return scene.areas.length >= 2 && scene.held.size <= mostAreas && partsAllowed(scene);
  },
  maySuit,
  tell(subject) {
    const scene = partsScene(subject, mostPeriods);
    return scene ? tellBars(scene) : { title: "", subtitle: "", alt: "" };
  },
  draw: (subject) => <Drawn subject={subject} />,
  settings: (subject) => momentSetting(subject, subjectsOf(subject).slice(0, 1)),
};
