import { classOf } from "@peil/core/statistics/classes.ts";
import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { periodName } from "../text/period.ts";
import { type Borders, bordersOf } from "./borders.ts";
import { type Classes, classesOf } from "./classes.ts";
import { MapLegend } from "./map-legend.tsx";
import { Framed, measuredLine, nameOf, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf, isMine, lastPeriodWithFigures, type Ranked, rankedOf } from "./reading.ts";

/** Classes of the map. */
const wanted = 5;
/** Places that a title names. */
const inTitle = 3;

function periodIndex(subject: Subject): number {
  const areas = axisOf(subject.cube, "area").members;
  const any = areas.findIndex((each) => !each.compare && !each.pseudo);
  return lastPeriodWithFigures(subject.cube, Math.max(0, any));
}

function rowsOf(subject: Subject): readonly Ranked[] {
  return rankedOf(subject.cube, periodIndex(subject));
}

const figuresOf = (rows: readonly Ranked[]): readonly number[] => rows.flatMap((each) => each.cell.value ?? []);

function titleOf(subject: Subject, rows: readonly Ranked[]): string {
  const { voice } = subject;
  const { chart } = voice.m;
  const figures = rows.filter((each) => each.cell.value !== undefined);
  const [high, low] = [figures[0], figures.at(-1)];
  if (!high || !low) return chart.nothing(voice.say(subject.plural));
  const own = figures.filter((each) => isMine(each.area, subject.mine));
  const of = `${voice.number(figures.length)} ${voice.say(subject.plural)}`;
  const ranks = own.slice(0, inTitle).map((each) => ({
    name: areaInSentence(each.area.label, voice),
    place: voice.m.ordinal(each.position ?? 0),
  }));
  const [only] = ranks;
  if (ranks.length > 1)
    return capital(
      chart.places(
        ranks.map((each) => chart.stands(each.name, each.place)),
        of,
      ),
    );
  if (only) return chart.place(capital(only.name), only.place, of);
  if (high.cell.value === low.cell.value) return chart.allEqual;
  return capital(chart.topOf(areaInSentence(high.area.label, voice), areaInSentence(low.area.label, voice)));
}

function tellMap(subject: Subject): Telling {
  const { voice, measured } = subject;
  const { chart } = voice.m;
  const rows = rowsOf(subject);
  const figures = rows.filter((each) => each.cell.value !== undefined);
  const period = periodName(axisOf(subject.cube, "period").members[periodIndex(subject)]?.code ?? "", voice);
  const parts = [chart.mapAlt(voice.say(measured.name), period, voice.number(figures.length))];
  const [high, low] = [figures[0], figures.at(-1)];
  if (high) parts.push(chart.highest(nameOf(high.area, voice), spokenOf(high.cell, measured, voice)));
  if (low) parts.push(chart.lowest(nameOf(low.area, voice), spokenOf(low.cell, measured, voice)));
  for (const own of rows.filter((each) => isMine(each.area, subject.mine)))
    parts.push(chart.mine(nameOf(own.area, voice), spokenOf(own.cell, measured, voice)));
  return {
    title: titleOf(subject, rows),
    subtitle: measuredLine(measured, voice, voice.say(subject.plural), period),
    alt: parts.join(" "),
  };
}

function fillOf(row: Ranked | undefined, classes: Classes): string {
  if (!row) return "none";
  if (row.cell.value !== undefined) return `c${classOf(row.cell.value, classes.breaks)}`;
  return row.cell.status === 2 || row.cell.status === 7 ? "hatched" : "dotted";
}

function Shapes(props: {
  readonly borders: Borders;
  readonly rows: readonly Ranked[];
  readonly classes: Classes;
  readonly mine: Subject["mine"];
}): ReactElement {
  const byCode = new Map(props.rows.map((each) => [each.area.code, each]));
  const isOwn = (code: string): boolean => byCode.has(code) && props.mine?.some((each) => each.code === code) === true;
  const own = props.borders.shapes.filter((each) => isOwn(each.code));
  return (
    <>
      {props.borders.shapes.map((shape) => (
        <path key={shape.code} className={fillOf(byCode.get(shape.code), props.classes)} d={shape.path} data-a={shape.code} />
      ))}
      {own.map((each) => (
        <path key={`halo-${each.code}`} className="halo" d={each.path} />
      ))}
      {own.map((each) => (
        <path key={`own-${each.code}`} className="own" d={each.path} />
      ))}
    </>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  if (!subject.borders) return null;
  const telling = tellMap(subject);
  const borders = bordersOf(subject.borders);
  const rows = rowsOf(subject);
  const classes = classesOf(figuresOf(rows), wanted, subject.measured.decimals);
  return (
    <Framed telling={telling} className="map" foot={<MapLegend subject={subject} classes={classes} rows={rows} />}>
      <svg
        className={`classes-${classes.counts.length}`}
        viewBox={`0 0 ${borders.width} ${borders.height}`}
        role="img"
        aria-label={telling.alt}
        data-table={subject.id}
      >
        <Shapes borders={borders} rows={rows} classes={classes} mine={subject.mine} />
      </svg>
    </Framed>
  );
}

/** All areas of a level in classes of colour. */
export const map: Presentation = {
  code: "map",
  suits: (subject) =>
    subject.borders !== undefined && !["label", "text"].includes(subject.measured.dataType) && figuresOf(rowsOf(subject)).length > 1,
  tell: tellMap,
  draw: (subject) => <Drawn subject={subject} />,
};
