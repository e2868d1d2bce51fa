import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import { surveyWords } from "../text/survey.ts";
import { unitOf } from "../text/unit.ts";
import { CellLegend, cellClass, Figure, langFor, Say, Scroll } from "./parts.tsx";
import type { Subject } from "./presentation.ts";
import { axisOf, isMine, lastPeriodWithFigures, rankedOf } from "./reading.ts";
import { SampleCells } from "./sample-parts.tsx";

/** All areas of the map and the bars as a table from high to low: what the pictures show, in words and numbers. */
export function RankingTable({ subject, withBeside = false }: { readonly subject: Subject; readonly withBeside?: boolean }): ReactElement {
  const { voice, measured, link } = subject;
  const areas = axisOf(subject.cube, "area").members;
  const period = lastPeriodWithFigures(
    subject.cube,
    Math.max(
      0,
      areas.findIndex((each) => !each.compare && !each.pseudo),
    ),
  );
  const rows = rankedOf(subject.cube, period, measured.rating);
  const sampled = rows.some((each) => each.cell.sample);
  const when = periodName(axisOf(subject.cube, "period").members[period]?.code ?? "", voice);
  const text = voice.m.table.all(voice.say(measured.name), when, unitOf(measured.unit, voice));
  return (
    <div id={subject.id}>
      <Scroll label={text} tall>
        <table className="ranking">
          <caption>{text}</caption>
          <thead>
            <tr>
              <th scope="col" className="n">
                {voice.m.table.rank}
              </th>
              <th scope="col">{voice.m.table.area}</th>
              <th scope="col" className="n">
                {voice.m.table.value}
              </th>
              {sampled && (
                <>
                  <th scope="col" className="n">
                    {surveyWords(voice).interval}
                  </th>
                  <th scope="col" className="n">
                    {surveyWords(voice).respondents}
                  </th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {withBeside &&
              subject.beside?.map(({ area, cell }) => (
                <tr key={`${area.level}:${area.code}`} className="benchmark">
                  <td />
                  <th scope="row" lang={langFor(area.label, voice)}>
                    <Say text={area.label} voice={voice} />
                  </th>
                  <td className={cellClass(cell.status)}>
                    <Figure cell={cell} decimals={measured.decimals} voice={voice} />
                  </td>
                  {sampled && <SampleCells cell={cell} decimals={measured.decimals} voice={voice} />}
                </tr>
              ))}
            {rows.map(({ area, cell, position }) => (
              <tr key={area.code} data-a={area.code} className={isMine(area, subject.mine) ? "mine" : undefined}>
                <td className="n">{position}</td>
                <th scope="row" lang={langFor(area.label, voice)}>
                  {link ? <a href={link(area)}>{voice.say(area.label)}</a> : <Say text={area.label} voice={voice} />}
                </th>
                <td className={cellClass(cell.status)}>
                  <Figure cell={cell} decimals={measured.decimals} voice={voice} />
                </td>
                {sampled && <SampleCells cell={cell} decimals={measured.decimals} voice={voice} />}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <CellLegend cells={rows.map((each) => each.cell)} voice={voice} />
    </div>
  );
}
