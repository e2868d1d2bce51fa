import type { CubeMember } from "@peil/core/model/cube.ts";
import type { ReactElement } from "react";
import { periodMark } from "../text/period.ts";
import { unitOf } from "../text/unit.ts";
import type { Voice } from "../text/voice.ts";
import { CrossTable } from "./cross-table.tsx";
import { CellLegend, cellClass, Figure, measuredLine, nameOf, Say, Scroll } from "./parts.tsx";
import { PeriodHead } from "./period-head.tsx";
import { isTurned, pivotSettings } from "./pivot-settings.ts";
import { PivotTable, pivotCaption } from "./pivot-table.tsx";
import type { Presentation, Subject } from "./presentation.ts";
import { axisOf, type Cell, cellOf, cellsOf, isMine, memberAxes } from "./reading.ts";
import { UnderFigure } from "./sample-parts.tsx";

/** With more areas than this, areas become rows and periods columns. */
const areasInColumns = 5;

function areaClass(area: CubeMember, subject: Subject): string {
  if (isMine(area, subject.mine)) return "mine";
  return area.compare ? "benchmark" : "";
}

function Body({ cell, className, subject }: { readonly cell: Cell; readonly className: string; readonly subject: Subject }): ReactElement {
  return (
    <td className={`${cellClass(cell.status)} ${className}`.trim()}>
      <Figure cell={cell} decimals={subject.measured.decimals} voice={subject.voice} />
      <UnderFigure cell={cell} decimals={subject.measured.decimals} voice={subject.voice} />
    </td>
  );
}

function PeriodsDown({ subject }: { readonly subject: Subject }): ReactElement {
  const areas = axisOf(subject.cube, "area").members;
  const periods = axisOf(subject.cube, "period").members.map((period, index) => ({ period, index }));
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{subject.voice.m.table.period}</th>
          {areas.map((area) => (
            <th scope="col" className={`n ${areaClass(area, subject)}`.trim()} key={`${area.level}:${area.code}`}>
              <Say text={area.label} voice={subject.voice} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {periods.toReversed().map(({ period, index }) => (
          <tr key={period.code} className={periodMark(period, subject.measured) ?? ""}>
            <th scope="row">
              <PeriodHead period={period} measured={subject.measured} voice={subject.voice} />
            </th>
            {areas.map((area, at) => (
              <Body
                key={`${area.level}:${area.code}`}
                cell={cellOf(subject.cube, at, index)}
                className={areaClass(area, subject)}
                subject={subject}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function AreasDown({ subject }: { readonly subject: Subject }): ReactElement {
  const areas = axisOf(subject.cube, "area").members;
  const periods = axisOf(subject.cube, "period")
    .members.map((period, index) => ({ period, index }))
    .toReversed();
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{subject.voice.m.table.area}</th>
          {periods.map(({ period }) => (
            <th scope="col" className="n" key={period.code}>
              <PeriodHead period={period} measured={subject.measured} voice={subject.voice} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {areas.map((area, at) => (
          <tr key={`${area.level}:${area.code}`} className={areaClass(area, subject)}>
            <th scope="row">
              <Say text={area.label} voice={subject.voice} />
            </th>
            {periods.map(({ period, index }) => (
              <Body
                key={period.code}
                cell={cellOf(subject.cube, at, index)}
                className={periodMark(period, subject.measured) ?? ""}
                subject={subject}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}

function caption(subject: Subject, voice: Voice): string {
  return voice.m.table.series(voice.say(subject.measured.name), unitOf(subject.measured.unit, voice));
}

function SeriesTable({ subject }: { readonly subject: Subject }): ReactElement {
  const few = axisOf(subject.cube, "area").members.length <= areasInColumns;
  const text = caption(subject, subject.voice);
  return (
    <div id={subject.id}>
      <Scroll label={text}>
        <table data-down={few ? "period" : "area"}>
          <caption>{text}</caption>
          {few ? <PeriodsDown subject={subject} /> : <AreasDown subject={subject} />}
        </table>
      </Scroll>
      <CellLegend cells={cellsOf(subject.cube)} voice={subject.voice} />
    </div>
  );
}

/** All figures of a cube as a table: areas and periods, two dimensions crossed, or any axes as the reader turned them. */
export const table: Presentation<"table"> = {
  code: "table",
  suits: () => true,
  tell(subject) {
    const { voice, measured } = subject;
    const areas = axisOf(subject.cube, "area").members;
    const title = memberAxes(subject.cube).length > 0 ? voice.m.table.crossTitle : voice.m.table.seriesTitle;
    return {
      title,
      subtitle: measuredLine(measured, voice, areas.length === 1 ? nameOf(areas[0], voice) : ""),
      alt: isTurned(subject) ? pivotCaption(subject) : caption(subject, voice),
    };
  },
  draw(subject) {
    if (isTurned(subject)) return <PivotTable subject={subject} />;
    return memberAxes(subject.cube).length > 0 ? <CrossTable subject={subject} /> : <SeriesTable subject={subject} />;
  },
  settings: pivotSettings,
};
