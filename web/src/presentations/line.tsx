import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { drawnWords } from "../text/drawn.ts";
import { periodName } from "../text/period.ts";
import { asHeading, inOneText, type Sentence, type SentenceKind, sentencesOf } from "../text/sentences.ts";
import { unitOf } from "../text/unit.ts";
import { choice } from "./chosen.ts";
import { makesSense } from "./judged.ts";
import { LineDrawing } from "./line-drawing.tsx";
import { subjectsOf } from "./many.ts";
import { Framed, measuredLine } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf, focusOf, memberAxes } from "./reading.ts";
import { hasTwoAxes, type Moment, type Series, seriesOf, unitsIn } from "./series.ts";

/** Lines that can be told apart on two axes. */
const mostIndicators = 8;

const isKnown = (moment: Moment): boolean => moment.cell.value !== undefined;

/** What is said of a line: its last figure, and how it moved since its first. */
function sentencesOfLine(whole: Subject, { area, members, moments, of }: Series, say: readonly SentenceKind[]): readonly Sentence[] {
  const subject = of ?? whole;
  const [first, last] = [moments.findIndex(isKnown), moments.findLastIndex(isKnown)];
  if (first < 0) return [];
  const { cube, measured, voice } = subject;
  const earlier = first < last ? first : undefined;
  return sentencesOf(cube, { facts: measured, voice, areas: [area], members, period: last, earlier, benchmark: "none", say });
}

/** Several own areas: how they stand in the last period that any of them has a figure for. */
function titleOfSeveral({ cube, measured, voice }: Subject, own: readonly Series[]): string {
  const period = Math.max(...own.map((each) => each.moments.findLastIndex(isKnown)));
  const areas = own.map((each) => each.area);
  const [found] = sentencesOf(cube, { facts: measured, voice, areas, period, benchmark: "none", say: ["value"] });
  return found ? asHeading(found) : "";
}

function titleOf(subject: Subject, series: readonly Series[]): string {
  if (series.some((each) => each.of)) return drawnWords(subject.voice).topics(series.length, areaOf(subject));
  const own = series.filter((each) => each.own !== undefined).toSorted((a, b) => (a.own ?? 0) - (b.own ?? 0));
  if (own.length > 1) return titleOfSeveral(subject, own);
  const main = series.find((each) => each.tone === "mine") ?? series[0];
  const area = axisOf(subject.cube, "area").members[main?.area ?? Math.max(0, focusOf(subject))];
  const nothing = subject.voice.m.chart.nothing(area ? capital(areaInSentence(area.label, subject.voice, area.article)) : "");
  if (!main) return nothing;
  const moved = subject.measured.kind === "survey" ? undefined : sentencesOfLine(subject, main, ["change"])[0];
  const found = moved ?? sentencesOfLine(subject, main, ["value"])[0];
  return found ? asHeading(found) : nothing;
}

/** The reader's area as it stands in a sentence. */
function areaOf(subject: Subject): string {
  const area = axisOf(subject.cube, "area").members[Math.max(0, focusOf(subject))];
  return area ? areaInSentence(area.label, subject.voice, area.article) : "";
}

/** Indicator and unit; of several indicators each with its unit, and the side of its axis. */
function measuredOf(subject: Subject, series: readonly Series[], range: string): string {
  const { voice } = subject;
  if (!series.some((each) => each.of)) return measuredLine(subject.measured, voice, range);
  const words = drawnWords(voice);
  const two = series.some((each) => each.axis === 1);
  const side = (axis: 0 | 1, write: (unit: string) => string): string => {
    const found = series.find((each) => (each.axis ?? 0) === axis)?.of;
    return found ? write(series.length > 2 ? unitOf(found.measured.unit, voice) : measuredLine(found.measured, voice)) : "";
  };
  const axes = two ? [side(0, words.leftAxis), side(1, words.rightAxis)] : [unitOf(subject.measured.unit, voice)];
  return [capital(areaOf(subject)), ...axes, range].filter((each) => each !== "").join(" · ");
}

function altOf(subject: Subject, series: readonly Series[]): string {
  const { voice, measured, cube } = subject;
  const periods = axisOf(cube, "period").members;
  const when = (code: string | undefined): string => periodName(code ?? "", voice);
  const start = voice.m.chart.lineAlt(voice.say(measured.name), when(periods[0]?.code), when(periods.at(-1)?.code));
  const said = series.map((each) => (each.of ? `${each.label}: ` : "") + inOneText(sentencesOfLine(subject, each, ["value", "change"])));
  return [start, ...said].join(" ").trim();
}

function tellLine(subject: Subject, series: readonly Series[]): Telling {
  const periods = axisOf(subject.cube, "period").members;
  const range = [periods[0], periods.at(-1)].map((each) => periodName(each?.code ?? "", subject.voice)).join("–");
  return { title: titleOf(subject, series), subtitle: measuredOf(subject, series, range), alt: altOf(subject, series) };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const series = seriesOf(subject);
  const telling = tellLine(subject, series);
  return (
    <Framed telling={telling} className="lines">
      <LineDrawing subject={subject} series={series} alt={telling.alt} size="wide" />
      <LineDrawing subject={subject} series={series} alt={telling.alt} size="narrow" />
    </Framed>
  );
}

/** One unit as the guard-rails judge it; of two units each indicator for itself, since each has an axis of its own. */
function isSensible(subject: Subject): boolean {
  const units = unitsIn(subject).length;
  if (units < 2) return makesSense(subject, "line");
  const all = subjectsOf(subject);
  return (
    units === 2 && all.length <= mostIndicators && memberAxes(subject.cube).length === 0 && all.every((each) => makesSense(each, "line"))
  );
}

/** How figures move over time: a line per area, or per member for the reader's area. */
export const line: Presentation<"line"> = {
  code: "line",
  suits(subject) {
    if (!isSensible(subject)) return false;
    if (["label", "text"].includes(subject.measured.dataType) || memberAxes(subject.cube).length > 1) return false;
    return seriesOf(subject).some((each) => each.moments.filter(isKnown).length > 1);
  },
  tell: (subject) => tellLine(subject, seriesOf(subject)),
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    if (unitsIn(subject).length !== 1 || (subject.indicators?.length ?? 1) < 2) return [];
    const words = drawnWords(subject.voice);
    const options = (["one", "two"] as const).map((value) => ({ value, label: words.axesOf[value] }));
    return choice("axes", words.axes, hasTwoAxes(subject) ? "two" : "one", options);
  },
};
