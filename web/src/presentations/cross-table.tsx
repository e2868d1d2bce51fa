import type { ReactElement } from "react";
import { areaInSentence } from "../text/area-name.ts";
import { periodName } from "../text/period.ts";
import { unitOf } from "../text/unit.ts";
import { type Crossing, crossingOf } from "./crossing.ts";
import { CellLegend, cellClass, Figure, Say, Scroll } from "./parts.tsx";
import type { Subject } from "./presentation.ts";
import type { Cell } from "./reading.ts";

function caption(subject: Subject, crossing: Crossing): string {
  const { voice, measured } = subject;
  const area = crossing.area ? areaInSentence(crossing.area.label, voice) : "";
  const period = crossing.period ? periodName(crossing.period.code, voice) : "";
  return voice.m.table.cross(voice.say(measured.name), area, period, unitOf(measured.unit, voice));
}

function cellsOf(crossing: Crossing): Cell[] {
  return crossing.rows.members.flatMap((_, row) => crossing.columns.members.map((_, column) => crossing.cell(row, column)));
}

/** Two dimensions of a cube crossed, for one area and one period. */
export function CrossTable({ subject }: { readonly subject: Subject }): ReactElement {
  const { voice, measured } = subject;
  const crossing = crossingOf(subject);
  const cells = cellsOf(crossing);
  const text = caption(subject, crossing);
  return (
    <div id={subject.id}>
      <Scroll label={text}>
        <table className="cross">
          <caption>{text}</caption>
          <thead>
            <tr>
              <th scope="col">
                <Say text={crossing.rows.label} voice={voice} />
              </th>
              {crossing.columns.members.map((column) => (
                <th scope="col" className="n" key={`${column.level}:${column.code}`}>
                  <Say text={column.label} voice={voice} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {crossing.rows.members.map((row, r) => (
              <tr key={row.code}>
                <th scope="row">
                  <Say text={row.label} voice={voice} />
                </th>
                {crossing.columns.members.map((column, c) => {
                  const cell = crossing.cell(r, c);
                  return (
                    <td className={cellClass(cell.status)} key={`${column.level}:${column.code}`}>
                      <Figure cell={cell} decimals={measured.decimals} voice={voice} />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <CellLegend cells={cells} voice={voice} />
    </div>
  );
}
