import type { CubeMember } from "@peil/core/model/cube.ts";
import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { periodName } from "../text/period.ts";
import { BarShape, spanOf } from "./bar-shape.tsx";
import { type Crossing, crossingOf } from "./crossing.ts";
import { Framed, measuredLine, nameOf, plainOf, Say, spokenOf } from "./parts.tsx";
import type { Subject, Telling } from "./presentation.ts";
import { type Cell, isMine } from "./reading.ts";

/** As many groups as colours that can be told apart. */
const groups = 8;

type Column = { readonly member: CubeMember; readonly index: number };
type Bar = { readonly row: number; readonly column: Column; readonly cell: Cell };

/** The columns that share one scale: counts of a region would flatten those of a municipality, so they stay out. */
function shownColumns(crossing: Crossing, subject: Subject): readonly Column[] {
  const all = crossing.columns.members.map((member, index) => ({ member, index }));
  const alone = crossing.columns.role === "area" && subject.measured.dataType === "count";
  return (alone ? all.filter((each) => each.member === crossing.area || isMine(each.member, subject.mine)) : all).slice(0, groups);
}

function barsOf(crossing: Crossing, subject: Subject): readonly Bar[] {
  const columns = shownColumns(crossing, subject);
  return crossing.rows.members.flatMap((_, row) => columns.map((column) => ({ row, column, cell: crossing.cell(row, column.index) })));
}

/** What the bars of a crossing say. */
export function tellGrouped(subject: Subject): Telling {
  const { voice, measured } = subject;
  const crossing = crossingOf(subject);
  const area = crossing.area ? areaInSentence(crossing.area.label, voice) : "";
  const period = crossing.period ? periodName(crossing.period.code, voice) : "";
  const bars = barsOf(crossing, subject).filter((each) => each.cell.value !== undefined);
  const mine = crossing.columns.role === "area" ? bars.filter((each) => each.column.member === crossing.area) : bars;
  const top = mine.toSorted((a, b) => (b.cell.value ?? 0) - (a.cell.value ?? 0))[0];
  const name = voice.say(measured.name);
  const alt = [voice.m.chart.crossAlt(name, area, period)];
  if (!top) return { title: voice.m.chart.nothing(capital(area)), subtitle: measuredLine(measured, voice, period), alt: alt.join(" ") };
  const label = labelOf(top, crossing, subject);
  alt.push(voice.m.chart.highest(label, spokenOf(top.cell, measured, voice)));
  return {
    title: voice.m.chart.crossTitle(label, area),
    subtitle: measuredLine(measured, voice, capital(area), period),
    alt: alt.join(" "),
  };
}

function labelOf(bar: Bar, crossing: Crossing, subject: Subject): string {
  const row = nameOf(crossing.rows.members[bar.row], subject.voice);
  const column = crossing.columns.role === "member" ? nameOf(bar.column.member, subject.voice) : "";
  return column === "" ? row : `${row}, ${column}`;
}

function Legend({ crossing, subject }: { readonly crossing: Crossing; readonly subject: Subject }): ReactElement {
  return (
    <ul className="keys">
      {shownColumns(crossing, subject).map(({ member }, index) => (
        <li key={`${member.level}:${member.code}`}>
          <span className={`swatch s${index}`} />
          <Say text={member.label} voice={subject.voice} />
        </li>
      ))}
    </ul>
  );
}

/** Members of the first dimension as groups, of the second as bars within them; each bar carries its figure. */
export function GroupedBars({ subject }: { readonly subject: Subject }): ReactElement {
  const { voice, measured } = subject;
  const crossing = crossingOf(subject);
  const telling = tellGrouped(subject);
  const columns = shownColumns(crossing, subject);
  const span = spanOf(barsOf(crossing, subject).flatMap((each) => each.cell.value ?? []));
  return (
    <Framed telling={telling} className="bars grouped">
      {columns.length > 1 && <Legend crossing={crossing} subject={subject} />}
      <div role="img" aria-label={telling.alt} className="rows">
        {crossing.rows.members.map((row, r) => (
          <div className="group" key={row.code}>
            <span className="name">
              <Say text={row.label} voice={voice} />
            </span>
            <div className="within">
              {columns.map(({ member, index }, c) => {
                const cell = crossing.cell(r, index);
                return (
                  <div className="row" key={`${member.level}:${member.code}`}>
                    {cell.value === undefined ? <span className="bar" /> : <BarShape value={cell.value} span={span} tone={`f${c}`} />}
                    <span className="figure">{plainOf(cell, measured.decimals, voice)}</span>
                  </div>
                );
              })}
            </div>
          </div>
        ))}
      </div>
    </Framed>
  );
}
