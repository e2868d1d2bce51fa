import type { CubeMember } from "@peil/core/model/cube.ts";
import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { periodName } from "../text/period.ts";
import { BarShape, type BarSpan, spanOf } from "./bar-shape.tsx";
import { CrossedBars, hasBars, tellCrossed } from "./grouped.tsx";
import { GroupedBars, tellGrouped } from "./grouped-bar.tsx";
import { makesSense } from "./judged.ts";
import { ownWords } from "./own-words.ts";
import { Framed, measuredLine, nameOf, plainOf, Say, spokenOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { axisOf, isHidden, isMine, lastPeriodWithFigures, memberAxes, type Ranked, rankedOf } from "./reading.ts";

/** How many areas stand at the top, around the reader's own, and at the bottom. */
const edge = 5;
const around = 2;

type Row = Ranked | { readonly skipped: number };

/** The rows that show of a long ranking: the first, the reader's own with its neighbours, the last. */
export function excerptOf(rows: readonly Ranked[], mine: Subject["mine"]): readonly Row[] {
  if (rows.length <= edge * 2 + around * 2 + 1) return rows;
  const own = rows.flatMap((each, index) => (isMine(each.area, mine) ? [index] : []));
  const keep = (index: number): boolean =>
    index < edge || index >= rows.length - edge || own.some((each) => Math.abs(index - each) <= around);
  const out: Row[] = [];
  let skipped = 0;
  rows.forEach((row, index) => {
    if (!keep(index)) {
      skipped++;
      return;
    }
    if (skipped > 0) out.push({ skipped });
    skipped = 0;
    out.push(row);
  });
  return out;
}

function periodIndex(subject: Subject): number {
  const areas = axisOf(subject.cube, "area").members;
  const any = areas.findIndex((each) => !each.compare && !each.pseudo);
  return lastPeriodWithFigures(subject.cube, Math.max(0, any));
}

function tellRanking(subject: Subject, rows: readonly Ranked[]): Telling {
  const { voice, measured } = subject;
  const { chart } = voice.m;
  const period = periodName(axisOf(subject.cube, "period").members[periodIndex(subject)]?.code ?? "", voice);
  const name = voice.say(measured.name);
  const figures = rows.filter((each) => each.cell.value !== undefined);
  const [high, low] = [figures[0], figures.at(-1)];
  const parts = [chart.barAlt(name, period, voice.number(figures.length))];
  if (high) parts.push(chart.highest(nameOf(high.area, voice), spokenOf(high.cell, measured, voice)));
  if (low) parts.push(chart.lowest(nameOf(low.area, voice), spokenOf(low.cell, measured, voice)));
  parts.push(ownWords(subject, periodIndex(subject), ["value", "missing", "rank"]));
  return { title: finding(high, low, rows, subject), subtitle: measuredLine(measured, voice, period), alt: parts.join(" ").trim() };
}

function finding(high: Ranked | undefined, low: Ranked | undefined, rows: readonly Ranked[], subject: Subject): string {
  const { chart } = subject.voice.m;
  if (!high || !low) return chart.nothing(subject.voice.say(subject.plural));
  if (high.cell.value === low.cell.value) return chart.allEqual;
  const say = (row: Ranked): string => areaInSentence(row.area.label, subject.voice);
  const top = rows.some((each) => isHidden(each.cell)) ? chart.topShown : chart.topOf;
  return capital(top(say(high), say(low)));
}

function toneOf(area: CubeMember, subject: Subject): string {
  if (isMine(area, subject.mine)) return "t-mine";
  return area.compare ? "t-benchmark" : "t-other";
}

function BarRow({ row, span, subject }: { readonly row: Ranked; readonly span: BarSpan; readonly subject: Subject }): ReactElement {
  const { voice, measured } = subject;
  const mine = isMine(row.area, subject.mine);
  return (
    <div className={mine ? "row mine" : row.area.compare ? "row benchmark" : "row"} data-a={row.area.code}>
      <span className="place">{row.position ?? ""}</span>
      <span className="name">
        <Say text={row.area.label} voice={voice} />
      </span>
      {row.cell.value === undefined ? (
        <span className="bar" />
      ) : (
        <BarShape value={row.cell.value} span={span} tone={toneOf(row.area, subject)} sample={row.cell.sample} />
      )}
      <span className="figure">{plainOf(row.cell, measured.decimals, voice)}</span>
    </div>
  );
}

/** Comparison areas that share the scale of the others, as rows of their own. */
function benchmarks(subject: Subject): readonly Ranked[] {
  return subject.measured.dataType === "count" ? [] : (subject.beside ?? []);
}

function Ranking({ subject }: { readonly subject: Subject }): ReactElement {
  const { voice } = subject;
  const rows = rankedOf(subject.cube, periodIndex(subject), subject.measured.rating);
  const telling = tellRanking(subject, rows);
  const figures = rows.filter((each) => each.cell.value !== undefined);
  const beside = benchmarks(subject);
  const span = spanOf(
    [...figures, ...beside].flatMap(({ cell }) => (cell.value === undefined ? [] : [cell.value, cell.sample?.upper ?? cell.value])),
  );
  const shown = excerptOf(figures, subject.mine);
  return (
    <Framed
      telling={telling}
      className="bars"
      foot={shown.length < figures.length ? <p className="foot">{voice.m.chart.around}</p> : undefined}
    >
      <div role="img" aria-label={telling.alt} className="rows">
        {beside.map((row) => (
          <BarRow key={`${row.area.level}:${row.area.code}`} row={row} span={span} subject={subject} />
        ))}
        {shown.map((row) =>
          "skipped" in row ? (
            <p className="skipped" key={`skip-${row.skipped}`}>
              {voice.m.chart.skipped(row.skipped)}
            </p>
          ) : (
            <BarRow key={row.area.code} row={row} span={span} subject={subject} />
          ),
        )}
      </div>
    </Framed>
  );
}

/** Several indicators, or more dimensions than two: bars of the first axes, the others held. */
function isCrossed({ cube, indicators }: Subject): boolean {
  return (indicators?.length ?? 1) > 1 || memberAxes(cube).length > 2;
}

/** Areas from high to low as bars from zero; with dimensions, their members as groups of bars. */
export const bar: Presentation<"bar"> = {
  code: "bar",
  suits(subject) {
    if (!makesSense(subject, "bar")) return false;
    if (isCrossed(subject)) return hasBars(subject);
    return (
      memberAxes(subject.cube).length > 0 ||
      rankedOf(subject.cube, periodIndex(subject)).filter((each) => each.cell.value !== undefined).length > 1
    );
  },
  tell: (subject) =>
    isCrossed(subject)
      ? tellCrossed(subject)
      : memberAxes(subject.cube).length > 0
        ? tellGrouped(subject)
        : tellRanking(subject, rankedOf(subject.cube, periodIndex(subject))),
  draw: (subject) =>
    isCrossed(subject) ? (
      <CrossedBars subject={subject} />
    ) : memberAxes(subject.cube).length > 0 ? (
      <GroupedBars subject={subject} />
    ) : (
      <Ranking subject={subject} />
    ),
};
