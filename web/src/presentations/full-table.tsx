import { type Cube, type CubeAxis, type CubeMember, cellAt } from "@peil/core/model/cube.ts";
import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { unitOf } from "../text/unit.ts";
import { labelOf } from "./matrix.ts";
import { CellLegend, cellClass, Figure, langFor, Scroll } from "./parts.tsx";
import type { Measured, Subject } from "./presentation.ts";
import { type Cell, cellIn, cellsOf, isMine } from "./reading.ts";
import { UnderFigure } from "./sample-parts.tsx";

/** Columns that can still be read, and rows that a page can still hold. */
const mostColumns = 16;
const mostRows = 2000;

type Position = { readonly axis: number; readonly at: number; readonly member: CubeMember };
type Row = { readonly key: string; readonly positions: readonly Position[] };

/** The axes that make columns and rows; what has one position only stands in the caption. */
function shapeOf(cube: Cube): { readonly columns: number; readonly rows: readonly number[]; readonly fixed: readonly number[] } {
  const axes = cube.axes.map((_, at) => at);
  const several = axes.filter((at) => (cube.axes[at]?.members.length ?? 0) > 1);
  const wide = several.filter((at) => (cube.axes[at]?.members.length ?? 0) <= mostColumns);
  const period = wide.find((at) => cube.axes[at]?.role === "period");
  const columns = several.length < 2 ? -1 : (period ?? wide.at(-1) ?? -1);
  return { columns, rows: several.filter((at) => at !== columns), fixed: axes.filter((at) => !several.includes(at)) };
}

function rowsOf(cube: Cube, axes: readonly number[]): readonly Row[] {
  let out: readonly Row[] = [{ key: "", positions: [] }];
  for (const axis of axes) {
    const members = cube.axes[axis]?.members ?? [];
    out = out.flatMap((row) =>
      members.map((member, at) => ({
        key: `${row.key}/${member.level ?? ""}:${member.code}`,
        positions: [...row.positions, { axis, at, member }],
      })),
    );
  }
  return out;
}

function measuredAt(subject: Subject, at: readonly number[]): Measured {
  const axis = subject.cube.axes.findIndex((each) => each.role === "indicator");
  return subject.indicators?.[at[axis] ?? -1] ?? subject.measured;
}

/** The caption: what there is one of, and the unit where all share one. */
function captionOf(subject: Subject, fixed: readonly number[]): string {
  const { cube, voice, indicators, measured } = subject;
  const named = fixed.flatMap((at) => {
    const axis = cube.axes[at];
    return axis && axis.role !== "indicator" ? [labelOf(axis, axis.members[0], subject)] : [];
  });
  const isOne = (indicators?.length ?? 1) < 2;
  const units = new Set((indicators ?? [measured]).map((each) => unitOf(each.unit, voice)));
  const name = isOne ? voice.say(measured.name) : drawnWords(voice).topics(indicators?.length ?? 1, "");
  return [name, ...named, units.size === 1 ? [...units][0] : ""].filter((each) => each !== "").join(" · ");
}

function Head({
  axis,
  member,
  subject,
  scope,
}: {
  readonly axis: CubeAxis;
  readonly member: CubeMember;
  readonly subject: Subject;
  readonly scope: "row" | "col";
}): ReactElement {
  const { voice } = subject;
  const unit = axis.role === "indicator" && member.unit ? unitOf(member.unit, voice) : "";
  const mine = axis.role === "area" && isMine(member, subject.mine) ? "mine" : member.compare ? "benchmark" : "";
  return (
    <th scope={scope} className={`${scope === "col" ? "n " : ""}${mine}`.trim() || undefined} lang={langFor(member.label, voice)}>
      {labelOf(axis, member, subject)}
      {unit !== "" && <small className="unit"> ({unit})</small>}
    </th>
  );
}

function Body({ subject, at }: { readonly subject: Subject; readonly at: readonly number[] }): ReactElement {
  const cell: Cell = cellIn(subject.cube, cellAt(subject.cube, at));
  const { decimals } = measuredAt(subject, at);
  return (
    <td className={cellClass(cell.status)}>
      <Figure cell={cell} decimals={decimals} voice={subject.voice} />
      <UnderFigure cell={cell} decimals={decimals} voice={subject.voice} />
    </td>
  );
}

/** Every cell of a cube, whatever its axes: one axis makes the columns, a head in each row for every other. */
export function FullTable({ subject }: { readonly subject: Subject }): ReactElement {
  const { cube, voice } = subject;
  const { columns, rows: axes, fixed } = shapeOf(cube);
  const all = rowsOf(cube, axes);
  const rows = all.slice(0, mostRows);
  const column = cube.axes[columns];
  const caption = captionOf(subject, fixed);
  const words = drawnWords(voice);
  const place = (row: Row, at: number): readonly number[] =>
    cube.axes.map((_, axis) => (axis === columns ? at : (row.positions.find((each) => each.axis === axis)?.at ?? 0)));
  return (
    <div id={subject.id}>
      <Scroll label={caption} tall={rows.length > 40}>
        <table className="full">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {axes.map((axis) => (
                <th scope="col" key={axis}>
                  {voice.say(cube.axes[axis]?.label ?? { nl: "" })}
                </th>
              ))}
              {column ? (
                column.members.map((member) => (
                  <Head key={`${member.level}:${member.code}`} axis={column} member={member} subject={subject} scope="col" />
                ))
              ) : (
                <th scope="col" className="n">
                  {voice.m.table.value}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                {row.positions.map(({ axis, member }) => (
                  <Head key={axis} axis={cube.axes[axis] as CubeAxis} member={member} subject={subject} scope="row" />
                ))}
                {(column?.members ?? [undefined]).map((member, at) => (
                  <Body key={member ? `${member.level}:${member.code}` : "one"} subject={subject} at={place(row, at)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rows.length < all.length && <p className="foot">{words.rowsLeft(voice.number(rows.length), voice.number(all.length))}</p>}
      <CellLegend cells={cellsOf(cube)} voice={voice} />
    </div>
  );
}

/** Whether a cube holds more than a table of areas and periods, or of two crossed dimensions, can show. */
export function needsFullTable({ cube, indicators }: Subject): boolean {
  const members = cube.axes.filter((each) => each.role === "member").length;
  const count = (role: CubeAxis["role"]): number => cube.axes.find((each) => each.role === role)?.members.length ?? 1;
  if ((indicators?.length ?? 1) > 1 || count("indicator") > 1 || members > 2) return true;
  if (members === 0) return false;
  return members === 2 ? count("area") * count("period") > 1 : count("period") > 1;
}
