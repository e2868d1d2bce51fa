import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import { spreadWords } from "../text/spread.ts";
import { unitOf } from "../text/unit.ts";
import { BoxDrawing, type BoxRow } from "./box-drawing.tsx";
import { allows } from "./judged-roles.ts";
import { subjectsOf } from "./many.ts";
import { goneText, momentOf, momentSetting, periodCode } from "./moment-of.ts";
import { Framed, measuredLine } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf, memberAxes } from "./reading.ts";
import { isNumeric } from "./scatter.tsx";
import { ownSentences, type Spread, spreadOf, written } from "./spread-of.ts";

/** Rows that stay readable: the last periods, or the first indicators. */
const most = 12;

/** A row per indicator in its last period; of one indicator a row per period, newest on top. */
function rowsOf(subject: Subject): readonly BoxRow[] {
  const subjects = subjectsOf(subject);
  const [first] = subjects;
  if (!first || memberAxes(subject.cube).length > 0 || !subjects.every(isNumeric)) return [];
  const { voice } = subject;
  if (subjects.length > 1) {
    return subjects.slice(0, most).map((each) => ({ label: voice.say(each.measured.name), spread: spreadOf(each, momentOf([each])) }));
  }
  const chosen = momentOf([first]);
  const all = axisOf(first.cube, "period").members.map((each, at) => ({
    label: periodName(each.code, voice),
    spread: spreadOf(first, at),
  }));
  return all
    .slice(0, chosen + 1)
    .slice(-most)
    .toReversed()
    .filter((each) => each.spread.five);
}

const drawn = (rows: readonly BoxRow[]): readonly BoxRow[] => rows.filter((each) => each.spread.five !== undefined);

function rowText({ label, spread }: BoxRow): string {
  const { five, subject } = spread;
  if (!five) return "";
  return spreadWords(subject.voice).boxRow(label, written(subject, five.median), written(subject, five.q1), written(subject, five.q3));
}

const isOfSeveral = (rows: readonly BoxRow[]): boolean => new Set(rows.map((each) => each.spread.subject.measured.code)).size > 1;

function subtitleOf(subject: Subject, rows: readonly BoxRow[]): string {
  const { voice } = subject;
  const plural = voice.say(subject.plural);
  const [first, last] = [rows.at(-1)?.spread, rows[0]?.spread];
  if (!first || !last) return plural;
  const when = [first, last].map((each) => periodName(periodCode(each.subject, each.period), voice));
  if (isOfSeveral(rows))
    return [spreadWords(voice).indicators(rows.length, unitOf(subject.measured.unit, voice)), plural, when[1] ?? ""].join(" · ");
  return measuredLine(first.subject.measured, voice, plural, [...new Set(when)].join("–"));
}

function tellBox(subject: Subject, rows: readonly BoxRow[]): Telling {
  const { voice } = subject;
  const words = spreadWords(voice);
  const top = rows[0];
  const five = top?.spread.five;
  if (!top || !five) return { title: voice.m.chart.nothing(voice.say(subject.plural)), subtitle: subtitleOf(subject, rows), alt: "" };
  const several = isOfSeveral(rows);
  const [low, high] = [written(top.spread.subject, five.q1), written(top.spread.subject, five.q3)];
  const name = voice.say(top.spread.subject.measured.name);
  const what = several ? words.indicators(rows.length, unitOf(subject.measured.unit, voice)) : name;
  const alt = [words.boxAlt(what, words.boxRows(rows.length)), ...rows.map(rowText), ownSentences(top.spread, words.between)];
  return {
    title: several ? words.boxTitleNow(name, low, high) : words.boxTitle(top.label, low, high),
    subtitle: subtitleOf(subject, rows),
    alt: alt.filter((each) => each !== "").join(" "),
  };
}

function Foot({ spread }: { readonly spread: Spread }): ReactElement {
  const gone = goneText(spread.gone, spread.subject.voice);
  return (
    <>
      <p className="foot">{spreadWords(spread.subject.voice).boxFoot}</p>
      {gone !== "" && <p className="foot">{gone}</p>}
    </>
  );
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const rows = drawn(rowsOf(subject));
  const [top] = rows;
  if (!top) return null;
  const telling = tellBox(subject, rows);
  return (
    <Framed telling={telling} className="spreads" foot={<Foot spread={top.spread} />}>
      <BoxDrawing rows={rows} size="wide" alt={telling.alt} />
      <BoxDrawing rows={rows} size="narrow" alt={telling.alt} />
    </Framed>
  );
}

/** Box plots: of one indicator over its periods, of several of one unit beside each other. */
export const box: Presentation<"box"> = {
  code: "box",
  suits(subject) {
    const rows = drawn(rowsOf(subject));
    return rows.length > 0 && allows("box", subjectsOf(subject), subject.cube);
  },
  tell: (subject) => tellBox(subject, drawn(rowsOf(subject))),
  draw: (subject) => <Drawn subject={subject} />,
  settings: (subject) => momentSetting(subject, subjectsOf(subject).slice(0, 1)),
};
