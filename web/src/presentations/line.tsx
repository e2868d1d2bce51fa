import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { periodName } from "../text/period.ts";
import { LineDrawing } from "./line-drawing.tsx";
import { Framed, measuredLine, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf, focusOf, memberAxes } from "./reading.ts";
import { type Moment, type Series, seriesOf } from "./series.ts";

/** Figures that a title holds. */
const inTitle = 3;

const known = (series: Series): readonly Moment[] => series.moments.filter((each) => each.cell.value !== undefined);

function focusName(subject: Subject): string {
  const area = axisOf(subject.cube, "area").members[Math.max(0, focusOf(subject))];
  return area ? capital(areaInSentence(area.label, subject.voice)) : "";
}

/** Whose line the title tells of: where the reader's own area has no figures, that of another. */
function nameInTitle(subject: Subject, main: Series | undefined): string {
  if (!main || main.tone === "mine") return focusName(subject);
  return memberAxes(subject.cube).length > 0 ? `${focusName(subject)}, ${main.label}` : main.label;
}

/** Several own areas: how they stand in the last period that any of them has a figure for. */
function titleOfSeveral(subject: Subject, own: readonly Series[]): string {
  const { voice, measured } = subject;
  const periods = axisOf(subject.cube, "period").members;
  const last = periods.findLast((_, index) => own.some((each) => each.moments[index]?.cell.value !== undefined));
  const figures = own.flatMap((each) => {
    const cell = each.moments.find((moment) => moment.period === last)?.cell;
    return cell?.value === undefined ? [] : [voice.m.chart.stands(each.label, spokenOf(cell, measured, voice))];
  });
  return voice.m.chart.several(voice.m.list(figures.slice(0, inTitle)), periodName(last?.code ?? "", voice));
}

function titleOf(subject: Subject, series: readonly Series[]): string {
  const own = series.filter((each) => each.own !== undefined).toSorted((a, b) => (a.own ?? 0) - (b.own ?? 0));
  if (own.length > 1) return titleOfSeveral(subject, own);
  const { chart } = subject.voice.m;
  const main = series.find((each) => each.tone === "mine") ?? series[0];
  const moments = main ? known(main) : [];
  const [first, last] = [moments[0], moments.at(-1)];
  const name = nameInTitle(subject, main);
  if (!first || !last) return chart.nothing(name);
  const say = (moment: Moment): string => spokenOf(moment.cell, subject.measured, subject.voice);
  const when = (moment: Moment): string => periodName(moment.period.code, subject.voice);
  if (first === last) return chart.onlyOne(name, say(last), when(last));
  return chart.from(name, say(first), when(first), say(last), when(last));
}

function altOf(subject: Subject, series: readonly Series[]): string {
  const { chart } = subject.voice.m;
  const { voice, measured } = subject;
  const periods = axisOf(subject.cube, "period").members;
  const when = (code: string | undefined): string => periodName(code ?? "", voice);
  const parts = [chart.lineAlt(voice.say(measured.name), when(periods[0]?.code), when(periods.at(-1)?.code))];
  for (const each of series) {
    const moments = known(each);
    const [first, last] = [moments[0], moments.at(-1)];
    if (!first || !last) continue;
    const say = (moment: Moment): string => spokenOf(moment.cell, measured, voice);
    parts.push(
      first === last
        ? chart.lineOne(each.label, say(last), when(last.period.code))
        : chart.lineSeries(each.label, say(first), when(first.period.code), say(last), when(last.period.code)),
    );
  }
  return parts.join(" ");
}

function tellLine(subject: Subject, series: readonly Series[]): Telling {
  const periods = axisOf(subject.cube, "period").members;
  const range = [periods[0], periods.at(-1)].map((each) => periodName(each?.code ?? "", subject.voice)).join("–");
  return { title: titleOf(subject, series), subtitle: measuredLine(subject.measured, subject.voice, range), alt: altOf(subject, series) };
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

/** How figures move over time: a line per area, or per member for the reader's area. */
export const line: Presentation = {
  code: "line",
  suits(subject) {
    if (["label", "text"].includes(subject.measured.dataType) || memberAxes(subject.cube).length > 1) return false;
    return seriesOf(subject).some((each) => known(each).length > 1);
  },
  tell: (subject) => tellLine(subject, seriesOf(subject)),
  draw: (subject) => <Drawn subject={subject} />,
};
