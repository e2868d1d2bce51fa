import type { CubeAxis, CubeMember } from "@peil/core/model/cube.ts";
import type { ReactElement, ReactNode } from "react";
import { periodName } from "../text/period.ts";
import { pivotWords } from "../text/pivot.ts";
import { unitOf } from "../text/unit.ts";
import { unitAfter } from "../text/unit-after.ts";
import type { Classes } from "./classes.ts";
import { indicatorAxis, subjectsOf } from "./many.ts";
import { CellLegend, cellClass, Figure, Say, Scroll } from "./parts.tsx";
import { PeriodHead } from "./period-head.tsx";
import { type Pivot, type PivotLayout, type PivotLine, pivotOf } from "./pivot.ts";
import { layoutOf } from "./pivot-settings.ts";
import type { Measured, Subject } from "./presentation.ts";
import { type Cell, isMine } from "./reading.ts";
import { UnderFigure } from "./sample-parts.tsx";
import { ShadeKeys, shadeClass, shadesOf } from "./shades.tsx";

/** Rows beyond this many weigh more than the rest of the page. */
const mostRows = 1200;

/** Asks for another order of the rows: the key of a column, or `name`. */
export type OnSort = (by: string) => void;

type Scene = {
  readonly subject: Subject;
  readonly onSort: OnSort | undefined;
  readonly sort: PivotLayout["sort"];
  readonly pivot: Pivot;
  /** The indicator of a cell. */
  readonly measuredAt: (row: PivotLine, column: PivotLine) => Measured;
  /** Classes per indicator, where cells are shaded. */
  readonly shades: ReadonlyMap<Measured, Classes>;
};

function sceneOf(subject: Subject, onSort: OnSort | undefined): Scene {
  const layout = layoutOf(subject);
  const pivot = pivotOf(subject.cube, layout);
  const each = subjectsOf(subject).map((one) => one.measured);
  const axis = subject.cube.axes[indicatorAxis(subject.cube)];
  const places = [pivot.rowAxes, pivot.columnAxes].map((axes) => (axis ? axes.indexOf(axis) : -1));
  const [down = -1, across = -1] = places;
  const measuredAt = (row: PivotLine, column: PivotLine): Measured =>
    each[(down >= 0 ? row.at[down] : across >= 0 ? column.at[across] : 0) ?? 0] ?? subject.measured;
  const shades = subject.settings?.["colour"] === "1" ? shadesFor(pivot, measuredAt) : new Map();
  return { subject, onSort, sort: layout.sort, pivot, measuredAt, shades };
}

function shadesFor(pivot: Pivot, measuredAt: Scene["measuredAt"]): ReadonlyMap<Measured, Classes> {
  const cells = new Map<Measured, Cell[]>();
  pivot.rows.forEach((row, r) => {
    pivot.columns.forEach((column, c) => {
      const [measured, cell] = [measuredAt(row, column), pivot.cells[r]?.[c]];
      const known = cells.get(measured);
      if (!cell) return;
      if (known) known.push(cell);
      else cells.set(measured, [cell]);
    });
  });
  return new Map(
    [...cells].flatMap(([measured, of]) => {
      const shades = shadesOf(of, measured.decimals);
      return shades ? [[measured, shades] as const] : [];
    }),
  );
}

/** A member as a heading says it: periods by their name, indicators with their unit. */
function Head({ member, subject }: { readonly member: CubeMember | undefined; readonly subject: Subject }): ReactElement {
  const { voice } = subject;
  if (member === undefined) return <>{voice.m.table.value}</>;
  const isPeriod = subject.cube.axes.some((each) => each.role === "period" && each.members.includes(member));
  if (isPeriod) return <PeriodHead period={member} measured={subject.measured} voice={voice} />;
  const unit = member.unit ? unitAfter(voice.say(member.label), unitOf(member.unit, voice)) : "";
  return (
    <>
      <Say text={member.label} voice={voice} />
      {unit}
    </>
  );
}

/** How many lines from one on share their first members: the length of a heading that stands over them. */
export function runOf(lines: readonly PivotLine[], at: number, depth: number): number {
  const same = (a: PivotLine | undefined, b: PivotLine | undefined): boolean =>
    a !== undefined && b !== undefined && a.at.slice(0, depth + 1).join() === b.at.slice(0, depth + 1).join();
  if (at > 0 && same(lines[at - 1], lines[at])) return 0;
  let length = 1;
  while (same(lines[at], lines[at + length])) length++;
  return length;
}

function ColumnHeads({ scene }: { readonly scene: Scene }): ReactElement {
  const { pivot, subject } = scene;
  const depth = Math.max(1, pivot.columnAxes.length);
  const words = pivotWords(subject.voice);
  const corner = pivot.rowAxes.length > 0 ? pivot.rowAxes : [undefined];
  return (
    <thead>
      {Array.from({ length: depth }, (_, level) => (
        <tr key={pivot.columnAxes[level]?.code ?? "only"}>
          {level === 0 &&
            corner.map((axis, at) =>
              axis ? (
                <SortedHead scene={scene} by={at === 0 ? "name" : undefined} rowSpan={depth} className="axes" key={axis.code}>
                  <Say text={axis.label} voice={subject.voice} />
                </SortedHead>
              ) : (
                <td rowSpan={depth} className="axes" key="none" />
              ),
            )}
          {pivot.columns.map((column, at) => {
            const run = runOf(pivot.columns, at, level);
            const member = column.members[level];
            if (run === 0) return null;
            const last = level === depth - 1;
            const mine = areaClass(column, pivot.columnAxes, subject);
            return last ? (
              <SortedHead scene={scene} by={column.key} className={`n ${mine}`.trim()} key={column.key}>
                <Head member={member} subject={subject} />
              </SortedHead>
            ) : (
              <th scope="colgroup" colSpan={run} className="group" key={column.key}>
                <Head member={member} subject={subject} />
              </th>
            );
          })}
          {level === 0 && pivot.rowTotals && (
            <th scope="col" rowSpan={depth} className="n total">
              {words.total}
            </th>
          )}
        </tr>
      ))}
    </thead>
  );
}

type SortedProps = {
  readonly scene: Scene;
  /** What a click sorts by; absent: nothing. */
  readonly by: string | undefined;
  readonly className: string;
  readonly rowSpan?: number;
  readonly children: ReactNode;
};

/** The heading of a column; where rows can be sorted, a button that does. */
function SortedHead({ scene: { onSort, sort, subject }, by, className, rowSpan, children }: SortedProps): ReactElement {
  const sorted = by !== undefined && sort?.by === by ? (sort.down ? "descending" : "ascending") : undefined;
  return (
    <th scope="col" rowSpan={rowSpan} className={className} aria-sort={sorted}>
      {onSort && by ? (
        <button type="button" className="sorter" title={pivotWords(subject.voice).sortBy} onClick={() => onSort(by)}>
          {children}
          <span aria-hidden="true">{sorted === undefined ? " ↕" : sorted === "descending" ? " ↓" : " ↑"}</span>
        </button>
      ) : (
        children
      )}
    </th>
  );
}

/** How a line of an area stands out. */
function areaClass(line: PivotLine, axes: readonly CubeAxis[], { mine }: Subject): string {
  const axis = axes.find((each) => each.role === "area");
  const area = axis && line.members[axes.indexOf(axis)];
  if (axis === undefined || area === undefined) return "";
  if (area.compare) return "benchmark";
  // Where every area is the reader's own, none stands out.
  const others = axis.members.some((each) => !each.compare && !isMine(each, mine));
  return isMine(area, mine) && (others || axis.members.length < 2) ? "mine" : "";
}

type Body = {
  readonly cell: Cell | undefined;
  readonly measured: Measured;
  readonly shades?: Classes | undefined;
  readonly total?: boolean;
  readonly className?: string;
};

function Td({ cell, measured, shades, total, className = "", subject }: Body & { readonly subject: Subject }): ReactElement {
  const { voice } = subject;
  if (!cell) {
    return (
      <td className="n total">
        <span className="unseen">{pivotWords(voice).noTotal}</span>
      </td>
    );
  }
  return (
    <td className={`${cellClass(cell.status)} ${total ? "total" : shadeClass(cell, shades)} ${className}`.trim()}>
      <Figure cell={cell} decimals={measured.decimals} voice={voice} />
      <UnderFigure cell={cell} decimals={measured.decimals} voice={voice} />
    </td>
  );
}

function Row({ scene, at }: { readonly scene: Scene; readonly at: number }): ReactElement | null {
  const { pivot, subject, measuredAt, shades } = scene;
  const row = pivot.rows[at];
  if (!row) return null;
  const area = row.members[pivot.rowAxes.findIndex((each) => each.role === "area")];
  const starts = pivot.rowAxes.length > 1 && runOf(pivot.rows, at, 0) > 0 && at > 0;
  const [first] = pivot.columns;
  return (
    <tr className={[areaClass(row, pivot.rowAxes, subject), starts ? "run" : ""].join(" ").trim() || undefined} data-a={area?.code}>
      {row.members.map((member, depth) => {
        const last = depth === row.members.length - 1;
        const run = last ? 1 : Math.min(runOf(pivot.rows, at, depth), mostRows - at);
        return run === 0 ? null : (
          <th scope={last ? "row" : "rowgroup"} rowSpan={run} key={pivot.rowAxes[depth]?.code}>
            <Head member={member} subject={subject} />
          </th>
        );
      })}
      {row.members.length === 0 && <th scope="row">{subject.voice.say(subject.measured.name)}</th>}
      {pivot.columns.map((column, c) => {
        const measured = measuredAt(row, column);
        return (
          <Td
            key={column.key}
            cell={pivot.cells[at]?.[c] ?? { status: 1 }}
            measured={measured}
            shades={shades.get(measured)}
            className={areaClass(column, pivot.columnAxes, subject)}
            subject={subject}
          />
        );
      })}
      {pivot.rowTotals && first && <Td cell={pivot.rowTotals[at]} measured={measuredAt(row, first)} total subject={subject} />}
    </tr>
  );
}

function Totals({ scene }: { readonly scene: Scene }): ReactElement | null {
  const { pivot, subject, measuredAt } = scene;
  const [first] = pivot.rows;
  if (!pivot.columnTotals || !first) return null;
  return (
    <tr className="total">
      <th scope="row" colSpan={Math.max(1, pivot.rowAxes.length)}>
        {pivotWords(subject.voice).total}
      </th>
      {pivot.columns.map((column, at) => (
        <Td key={column.key} cell={pivot.columnTotals?.[at]} measured={measuredAt(first, column)} total subject={subject} />
      ))}
      {pivot.rowTotals && <Td cell={pivot.total} measured={subject.measured} total subject={subject} />}
    </tr>
  );
}

/** What a pivot table is of: the indicator, what is fixed, and the axes. */
export function pivotCaption(subject: Subject): string {
  const { voice, cube, measured } = subject;
  const pivot = pivotOf(cube, { ...layoutOf(subject), sums: [] });
  const isFixed = (role: string): boolean => pivot.fixed.some((each) => each.role === role);
  const several = cube.axes.some((each) => each.role === "indicator" && each.members.length > 1);
  const name = voice.say(measured.name);
  const fixed = pivot.fixed
    .flatMap((each) => (each.role === "indicator" ? [] : each.members))
    .map((each) =>
      isFixed("period") && /^\d/.test(each.code) && each.level === undefined ? periodName(each.code, voice) : voice.say(each.label),
    );
  const what = [several ? pivotWords(voice).title : name + unitAfter(name, unitOf(measured.unit, voice)), ...fixed].join(", ");
  const axes = [...pivot.rowAxes, ...pivot.columnAxes].map((each) => voice.say(each.label).toLowerCase());
  return pivotWords(voice).caption(what, axes.join(" × "));
}

/** Any cube as a table, with the axes where the reader wants them; totals only where every part is visible. */
export function PivotTable({ subject, onSort }: { readonly subject: Subject; readonly onSort?: OnSort }): ReactElement {
  const scene = sceneOf(subject, onSort);
  const { pivot, shades } = scene;
  const { voice } = subject;
  const words = pivotWords(voice);
  const text = pivotCaption(subject);
  const shown = pivot.cells.slice(0, mostRows);
  const [only, ...more] = [...shades];
  return (
    <div id={subject.id}>
      <Scroll label={text} tall>
        <table className={shades.size > 0 ? "pivot shaded" : "pivot"}>
          <caption>{text}</caption>
          <ColumnHeads scene={scene} />
          <tbody>
            {shown.map((_, at) => (
              <Row key={pivot.rows[at]?.key} scene={scene} at={at} />
            ))}
            <Totals scene={scene} />
          </tbody>
        </table>
      </Scroll>
      {pivot.cells.length > shown.length && (
        <p className="foot">{words.more(voice.number(shown.length), voice.number(pivot.cells.length))}</p>
      )}
      {only && more.length === 0 && <ShadeKeys shades={only[1]} subject={{ ...subject, measured: only[0] }} />}
      {more.length > 0 && <p className="foot">{words.shades}</p>}
      <CellLegend cells={shown.flat()} voice={voice} />
    </div>
  );
}
