import { classOf } from "@peil/core/statistics/classes.ts";
import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { mapWords } from "../text/map.ts";
import { periodName } from "../text/period.ts";
import { type Borders, bordersOf, type Shape } from "./borders.ts";
import { makesSense } from "./judged.ts";
import { widthOf } from "./label-places.ts";
import { placeLabels, type Wish } from "./labels.ts";
import { figuresAt, type MapClasses, mapClassesOf, mapSettingsOf, momentOf } from "./map-classes.ts";
import { MapLegend } from "./map-legend.tsx";
import { settingsOfMap } from "./map-settings.ts";
import { ownPlaces, ownWords } from "./own-words.ts";
import { Framed, measuredLine, nameOf, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf, isHidden, type Ranked, rankedOf } from "./reading.ts";

/** Places that a title names. */
const inTitle = 3;

const periodIndex = momentOf;

/** The areas on the map, from high to low, in the moment that it shows. */
export function rowsOf(subject: Subject): readonly Ranked[] {
  return rankedOf(subject.cube, periodIndex(subject), subject.measured.rating);
}

function titleOf(subject: Subject, rows: readonly Ranked[]): string {
  const { voice } = subject;
  const { chart } = voice.m;
  const figures = rows.filter((each) => each.cell.value !== undefined);
  const [high, low] = [figures[0], figures.at(-1)];
  if (!high || !low) return chart.nothing(voice.say(subject.plural));
  const places = ownPlaces(subject, periodIndex(subject), inTitle);
  if (places) return places;
  if (high.cell.value === low.cell.value) return chart.allEqual;
  const say = rows.some((each) => isHidden(each.cell)) ? chart.topShown : chart.topOf;
  return capital(say(areaInSentence(high.area.label, voice), areaInSentence(low.area.label, voice)));
}

const told = new WeakMap<Subject["cube"], { readonly key: string; readonly telling: Telling }>();

/** What a map says, kept while its figures and its moment stay: who changes colours waits for nothing else. */
function tellMap(subject: Subject): Telling {
  const key = JSON.stringify([momentOf(subject), subject.mine, subject.voice.language, subject.measured.code, subject.plural]);
  const known = told.get(subject.cube);
  if (known?.key === key) return known.telling;
  const telling = tellAnew(subject);
  told.set(subject.cube, { key, telling });
  return telling;
}

function tellAnew(subject: Subject): Telling {
  const { voice, measured } = subject;
  const { chart } = voice.m;
  const rows = rowsOf(subject);
  const figures = rows.filter((each) => each.cell.value !== undefined);
  const period = periodName(axisOf(subject.cube, "period").members[periodIndex(subject)]?.code ?? "", voice);
  const parts = [chart.mapAlt(voice.say(measured.name), period, voice.number(figures.length))];
  const [high, low] = [figures[0], figures.at(-1)];
  if (high) parts.push(chart.highest(nameOf(high.area, voice), spokenOf(high.cell, measured, voice)));
  if (low) parts.push(chart.lowest(nameOf(low.area, voice), spokenOf(low.cell, measured, voice)));
  parts.push(ownWords(subject, periodIndex(subject), ["value", "missing", "rank"]));
  return {
    title: titleOf(subject, rows),
    subtitle: measuredLine(measured, voice, voice.say(subject.plural), period),
    alt: parts.join(" ").trim(),
  };
}

/** The class of an area on the map: its step of colour, or the pattern of its state. */
export function fillOf(row: Ranked | undefined, classes: MapClasses): string {
  if (!row) return "none";
  if (row.cell.value !== undefined) return `k${classes.steps[classOf(row.cell.value, classes.breaks)] ?? 0}`;
  return row.cell.status === 2 || row.cell.status === 7 ? "hatched" : "dotted";
}

/** The more points, the smaller: on a map as wide as a column they must not cover each other. */
function radiusOf(count: number): number {
  if (count > 1000) return 6;
  return count > 100 ? 10 : 14;
}

/** An area, a line or a point of the map; `of` names it for the table beside the map. */
function Mark(props: { readonly shape: Shape; readonly className: string; readonly radius: number; readonly of?: string }): ReactElement {
  const { shape, className, radius, of } = props;
  if (shape.at) return <circle className={className} cx={shape.at[0]} cy={shape.at[1]} r={radius} data-a={of} />;
  return <path className={shape.kind === "line" ? `line ${className}` : className} d={shape.path} data-a={of} />;
}

function Shapes(props: {
  readonly borders: Borders;
  readonly rows: readonly Ranked[];
  readonly classes: MapClasses;
  readonly mine: Subject["mine"];
}): ReactElement {
  const byCode = new Map(props.rows.map((each) => [each.area.code, each]));
  const isOwn = (code: string): boolean => byCode.has(code) && props.mine?.some((each) => each.code === code) === true;
  const own = props.borders.shapes.filter((each) => isOwn(each.code));
  const radius = radiusOf(props.borders.shapes.length);
  return (
    <>
      {props.borders.under.map((shape) => (
        <path key={`under-${shape.code}`} className="under" d={shape.path} />
      ))}
      {props.borders.shapes.map((shape) => (
        <Mark key={shape.code} shape={shape} className={fillOf(byCode.get(shape.code), props.classes)} radius={radius} of={shape.code} />
      ))}
      {own.map((each) => (
        <Mark key={`halo-${each.code}`} shape={each} className="halo" radius={radius} />
      ))}
      {own.map((each) => (
        <Mark key={`own-${each.code}`} shape={each} className="own" radius={radius} />
      ))}
    </>
  );
}

/** Height of a name, in units of the drawing. */
const letter = 26;

/** The names that fit. */
function Names({ borders, rows, subject }: { readonly borders: Borders; readonly rows: readonly Ranked[]; readonly subject: Subject }) {
  const names = new Map(rows.map((each) => [each.area.code, nameOf(each.area, subject.voice)]));
  const wishes = borders.shapes.flatMap(({ code, spot, size }): Wish[] => {
    const text = names.get(code);
    if (text === undefined || spot === undefined) return [];
    const own = subject.mine?.some((each) => each.code === code) === true;
    return [{ code, text, at: spot, room: Math.sqrt(size), rank: own ? Infinity : size, always: own }];
  });
  return (
    <g className="names">
      {placeLabels(wishes, borders, letter, (text) => widthOf(text, letter)).map((each) => (
        <text key={each.code} x={each.at[0]} y={each.at[1]} fontSize={letter}>
          {each.text}
        </text>
      ))}
    </g>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  if (!subject.borders) return null;
  const telling = tellMap(subject);
  const borders = bordersOf(subject.borders, subject.under);
  const rows = rowsOf(subject);
  const classes = mapClassesOf(subject);
  return (
    <Framed telling={telling} className="map" foot={<MapLegend subject={subject} classes={classes} rows={rows} />}>
      {borders.synthetic && <p className="synthetic">{mapWords(subject.voice).synthetic}</p>}
      <svg
        className={`scheme-${classes.scheme}`}
        viewBox={`0 0 ${borders.width} ${borders.height}`}
        role="img"
        aria-label={telling.alt}
        data-table={subject.id}
      >
        <Shapes borders={borders} rows={rows} classes={classes} mine={subject.mine} />
        {mapSettingsOf(subject).labels && <Names borders={borders} rows={rows} subject={subject} />}
      </svg>
    </Framed>
  );
}

/** Objects beyond this number cover each other, and weigh more than the rest of the page. */
const mostObjects = 5000;

function isCrowded(borders: string, under: string | undefined): boolean {
  // Surfaces, of which there may be many, are not projected to find that out.
  if (!/"type":\s*"(Point|LineString|MultiLineString)"/.test(borders)) return false;
  const { shapes } = bordersOf(borders, under);
  return shapes.length > mostObjects && shapes.some((each) => each.kind !== "surface");
}

/** All areas of a level in classes of colour. */
export const map: Presentation<"map"> = {
  code: "map",
  suits: (subject) =>
    subject.borders !== undefined &&
    makesSense(subject, "map-classes") &&
    !["label", "text"].includes(subject.measured.dataType) &&
    figuresAt(subject.cube, momentOf(subject)).length > 1 &&
    !isCrowded(subject.borders, subject.under),
  tell: tellMap,
  draw: (subject) => <Drawn subject={subject} />,
  settings: settingsOfMap,
};
