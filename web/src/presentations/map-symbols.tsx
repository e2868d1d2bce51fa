import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { onMapWords } from "../text/on-map.ts";
import { periodName } from "../text/period.ts";
import { type Borders, bordersOf } from "./borders.ts";
import { radiusFor } from "./cloud-drawing.tsx";
import { allows } from "./judged-roles.ts";
import type { Box, Wish } from "./label-places.ts";
import { subjectsOf } from "./many.ts";
import { Land, LandKeys, lettersOn, MapNames, MapSheet } from "./map-ground.tsx";
import { frameOf, type MapPlace, mapPlaces } from "./map-places.ts";
import { momentOf, momentSetting, periodCode } from "./moment-of.ts";
import { ownPlaces, ownWords } from "./own-words.ts";
import { Framed, measuredLine, nameOf, spokenOf } from "./parts.tsx";
import { type SizeName, tenth } from "./plane.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { isHidden, isMine, memberAxes, type Ranked, rankedOf } from "./reading.ts";
import { readableSizes } from "./size-key.ts";
import { written } from "./spread-of.ts";

/** Circles beyond this number weigh more than the rest of the page. */
const mostCircles = 5000;
/** The part of a map that circles cover together, at most; and the radius of the largest, in parts of its width. */
const [covered, widest] = [0.13, 0.075];
/** Largest areas that get a name. */
const mostNamed = 4;

type Circle = { readonly row: Ranked; readonly value: number; readonly place: MapPlace; readonly r: number };

type Scene = {
  readonly subject: Subject;
  readonly period: number;
  readonly borders: Borders;
  readonly frame: Box;
  readonly rows: readonly Ranked[];
  /** From large to small. */
  readonly circles: readonly Circle[];
  readonly largest: number;
  /** Radius of the largest. */
  readonly most: number;
};

function sceneOf(given: Subject): Scene | undefined {
  const [subject, ...more] = subjectsOf(given);
  if (!subject?.borders || more.length > 0 || memberAxes(subject.cube).length > 0) return undefined;
  const period = momentOf([subject]);
  const borders = bordersOf(subject.borders, subject.under);
  const places = mapPlaces(borders);
  const rows = rankedOf(subject.cube, period, "neutral");
  const known = rows.flatMap((row) => {
    const place = places.get(row.area.code);
    return row.cell.value !== undefined && place ? [{ row, place, value: row.cell.value }] : [];
  });
  const frame = frameOf(borders, new Set(rows.map((each) => each.area.code)));
  const largest = Math.max(0, ...known.map((each) => each.value));
  const sum = known.reduce((all, each) => all + Math.max(0, each.value) / (largest || 1), 0);
  const most = Math.min(frame.width * widest, Math.sqrt((covered * frame.width * frame.height) / (Math.PI * (sum || 1))));
  const circles = known.map((each) => ({ ...each, r: tenth(radiusFor(each.value, largest, most)) }));
  return { subject, period, borders, frame, rows, circles, largest, most };
}

function titleOf({ subject, rows, circles, period }: Scene): string {
  const { voice } = subject;
  const words = onMapWords(voice);
  const [top] = circles;
  if (!top) return voice.m.chart.nothing(voice.say(subject.plural));
  const say = rows.some((each) => isHidden(each.cell)) ? words.largestShown : words.largest;
  return ownPlaces(subject, period, 3) ?? capital(say(areaInSentence(top.row.area.label, voice, top.row.area.article)));
}

function tellSymbols(scene: Scene): Telling {
  const { subject, period, circles } = scene;
  const { voice, measured } = subject;
  const when = periodName(periodCode(subject, period), voice);
  const parts = [onMapWords(voice).symbolsAlt(voice.say(measured.name), when, voice.number(circles.length))];
  const [top, least] = [circles[0], circles.at(-1)];
  if (top) parts.push(voice.m.chart.highest(nameOf(top.row.area, voice), spokenOf(top.row.cell, measured, voice)));
  if (least) parts.push(voice.m.chart.lowest(nameOf(least.row.area, voice), spokenOf(least.row.cell, measured, voice)));
  parts.push(ownWords(subject, period, ["value", "missing", "rank"]));
  return { title: titleOf(scene), subtitle: measuredLine(measured, voice, voice.say(subject.plural), when), alt: parts.join(" ").trim() };
}

/** Circles of round figures in each other, in the scale of the map, each joined with its figure. */
function SizeLegend({ scene, size }: { readonly scene: Scene; readonly size: SizeName }): ReactElement {
  const { frame, largest, most, subject } = scene;
  const sizes = readableSizes(largest).map((value) => ({ value, r: radiusFor(value, largest, most) }));
  const letter = lettersOn(frame, size);
  const outer = sizes[0]?.r ?? 0;
  const bottom = Math.max(2 * outer, letter * 1.25 * sizes.length) + 4;
  const right = 2 * outer + frame.width * 0.04;
  return (
    <svg
      className={`sheet size-legend only-${size}`}
      viewBox={`0 0 ${frame.width} ${Math.ceil(bottom + 6)}`}
      aria-hidden="true"
      focusable="false"
    >
      {sizes.map(({ value, r }, at) => {
        const text = bottom - (sizes.length - 1 - at) * letter * 1.25;
        return (
          <g key={value}>
            <circle className="key-circle" cx={tenth(outer + 4)} cy={tenth(bottom - r)} r={tenth(r)} />
            <path
              className="leader"
              d={`M${tenth(outer + 4)} ${tenth(bottom - 2 * r)}L${tenth(right - 8)} ${tenth(text - letter * 0.34)}`}
            />
            <text x={tenth(right)} y={tenth(text)} fontSize={letter}>
              {written(subject, value)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Circles({ scene }: { readonly scene: Scene }): ReactElement {
  const { circles, subject } = scene;
  const period = periodCode(subject, scene.period);
  return (
    <g className="circles">
      {circles.map(({ row, place, r }) => (
        <circle
          key={row.area.code}
          className={isMine(row.area, subject.mine) ? "mine" : undefined}
          cx={place.x}
          cy={place.y}
          r={r}
          data-a={row.area.code}
          data-p={period}
        />
      ))}
    </g>
  );
}

function wishesOf({ circles, subject }: Scene): readonly Wish[] {
  const own = circles.filter((each) => isMine(each.row.area, subject.mine));
  const large = circles.filter((each) => !own.includes(each)).slice(0, mostNamed);
  return [...own, ...large].map(({ row, place, r }) => ({
    ...{ key: row.area.code, text: nameOf(row.area, subject.voice), x: place.x, y: place.y, radius: r },
    must: isMine(row.area, subject.mine),
  }));
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const scene = sceneOf(subject);
  if (!scene) return null;
  const telling = tellSymbols(scene);
  const gone = scene.rows.filter((each) => each.cell.value === undefined);
  const hidden = gone.filter((each) => isHidden(each.cell));
  const missing = gone.filter((each) => !isHidden(each.cell));
  const codes = (rows: readonly Ranked[]): ReadonlySet<string> => new Set(rows.map((each) => each.area.code));
  const words = { hidden: subject.voice.m.legend.hidden, missing: subject.voice.m.legend.missing };
  return (
    <Framed
      telling={telling}
      className="symbols"
      foot={
        <>
          <SizeLegend scene={scene} size="wide" />
          <SizeLegend scene={scene} size="narrow" />
          <p className="foot">{onMapWords(subject.voice).sized}</p>
          <LandKeys
            hidden={hidden.length}
            missing={missing.filter((each) => mapPlaces(scene.borders).has(each.area.code)).length}
            words={words}
            voice={subject.voice}
          />
        </>
      }
    >
      <MapSheet frame={scene.frame} alt={telling.alt} table={subject.id}>
        <Land
          borders={scene.borders}
          frame={scene.frame}
          hidden={codes(hidden)}
          missing={codes(missing)}
          held={codes(scene.rows)}
          mine={subject.mine}
        />
        <Circles scene={scene} />
        <MapNames wishes={wishesOf(scene)} frame={scene.frame} mine={subject.mine} />
      </MapSheet>
    </Framed>
  );
}

/** Amounts as circles on a map. */
export const mapSymbols: Presentation<"map-symbols"> = {
  code: "map-symbols",
  suits(subject) {
    const scene = sceneOf(subject);
    if (!scene || scene.circles.length < 2 || scene.circles.length > mostCircles || scene.largest <= 0) return false;
    return allows("map-symbols", [scene.subject], scene.subject.cube);
  },
  tell(subject) {
    const scene = sceneOf(subject);
    return scene ? tellSymbols(scene) : { title: "", subtitle: "", alt: "" };
  },
  draw: (subject) => <Drawn subject={subject} />,
  settings: (subject) => momentSetting(subject, subjectsOf(subject).slice(0, 1)),
};
