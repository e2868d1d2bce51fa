import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { Both, Canvas, cut, letter, round, type Size, spread, widthOf } from "./canvas.tsx";
import { flag, flagOf } from "./chosen.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { type Line, type Matrix, matrixOf, matrixSettings, pickAxes, shownOf } from "./matrix.ts";
import { Framed, plainOf, spokenOf } from "./parts.tsx";
import type { Presentation, Setting, Subject, Telling } from "./presentation.ts";
import type { Cell } from "./reading.ts";
import { gapsOf, startOf, subtitleOf } from "./tell-cells.ts";

/** Lines that carry their names. */
const mostNamed = 10;
/** A count this many times that of the reader's own area would flatten it. */
const tooLarge = 5;

type Path = { readonly row: Line; readonly from: number; readonly to: number; readonly isNamed: boolean };
type Read = {
  readonly matrix: Matrix;
  readonly choices: readonly number[];
  readonly from: Line | undefined;
  readonly to: Line | undefined;
  readonly paths: readonly Path[];
  readonly left: readonly Line[];
};

function endsOf(matrix: Matrix): { readonly from: Line | undefined; readonly to: Line | undefined } {
  const isFilled = (column: Line): boolean => matrix.rows.some((row) => matrix.cell(row, column).value !== undefined);
  const filled = matrix.columns.filter(isFilled);
  const named = (code: string): Line | undefined => matrix.columns.find((each) => each.member.code === matrix.subject.settings?.[code]);
  const measured = filled.filter((each) => !each.member.forecast);
  const [from, to] = [named("from") ?? filled[0], named("to") ?? measured.at(-1) ?? filled.at(-1)];
  return from && to && from.at > to.at ? { from: to, to: from } : { from, to };
}

function readSlope(subject: Subject): Read {
  const picked = pickAxes(subject, ["member", "area", "indicator"], ["period"]);
  const period = subject.cube.axes.findIndex((each) => each.role === "period");
  const matrix = matrixOf(subject, picked.rows, period);
  const { from, to } = endsOf(matrix);
  const rows: readonly (Line | undefined)[] = picked.rows < 0 ? [undefined] : matrix.rows;
  const known = rows.flatMap((row) => {
    const [a, b] = [matrix.cell(row, from).value, matrix.cell(row, to).value];
    const named = row ?? lone(matrix);
    return a === undefined || b === undefined ? [] : [{ row: named, from: a, to: b }];
  });
  const own = known.filter((each) => each.row.tone === "mine");
  const limit =
    subject.measured.dataType === "count" && own.length > 0
      ? tooLarge * Math.max(...own.map((each) => Math.max(each.from, each.to)))
      : Number.POSITIVE_INFINITY;
  const fit = known.filter((each) => Math.max(each.from, each.to) <= limit);
  const isFew = fit.length <= mostNamed;
  const paths = fit.map((each) => ({ ...each, isNamed: isFew || each.row.tone !== "other" }));
  const named = paths.filter((each) => each.isNamed).slice(0, mostNamed);
  return {
    ...{ matrix, from, to, choices: picked.choices },
    paths: paths.map((each) => ({ ...each, isNamed: named.includes(each) })),
    left: known.filter((each) => !fit.includes(each)).map((each) => each.row),
  };
}

/** The one line of a cube where only periods are several. */
function lone(matrix: Matrix): Line {
  const area = matrix.subject.cube.axes.findIndex((each) => each.role === "area");
  const member = matrix.subject.cube.axes[area]?.members[matrix.held[area] ?? 0];
  const label = member ? matrix.subject.voice.say(member.label) : "";
  return { at: 0, member: member ?? { code: "", label: { nl: "" } }, label, tone: "mine", marks: member ? { "data-a": member.code } : {} };
}

type Sheet = { readonly read: Read; readonly size: Size; readonly alt: string };

const side: Readonly<Record<Size, number>> = { wide: 210, narrow: 112 };

function Drawing({ read, size, alt }: Sheet): ReactElement {
  const { paths, matrix, from, to } = read;
  const { subject } = matrix;
  const named = paths.filter((each) => each.isNamed);
  const height = Math.max(size === "wide" ? 340 : 300, named.length * 38 + 60);
  const values = paths.flatMap((each) => [each.from, each.to]);
  const scale = scaleLinear([Math.min(...values), Math.max(...values)], [height - 20, 44]);
  const y = (value: number): number => (values.length === 0 ? height / 2 : round(scale(value)));
  const [left, right] = [side[size], widthOf[size] - side[size]];
  const starts = spread(
    named.map((each) => y(each.from)),
    44,
    height - 20,
    size === "wide" ? 19 : 36,
  );
  const ends = spread(
    named.map((each) => y(each.to)),
    44,
    height - 20,
    size === "wide" ? 19 : 36,
  );
  const ordered = paths.toSorted((a, b) => Number(a.isNamed) - Number(b.isNamed));
  const kinds = new Map(named.map((each, index) => [each, index]));
  const isArea = subject.cube.axes[matrix.rowAxis]?.role === "area" || matrix.rowAxis < 0;
  return (
    <Canvas id={subject.id} size={size} height={height} alt={alt}>
      <g className="ends">
        {[
          { x: left, line: from, anchor: "end" as const },
          { x: right, line: to, anchor: "start" as const },
        ].map((each) => (
          <g key={each.anchor}>
            <path d={`M${each.x} 32V${height - 8}`} />
            <text x={each.x} y={18} textAnchor={each.anchor}>
              {cut(each.line?.label ?? "", 16)}
            </text>
          </g>
        ))}
      </g>
      {ordered.map((each) => {
        const tone = isArea ? each.row.tone : `m${(kinds.get(each) ?? 0) % 8}`;
        return (
          <g key={`${each.row.at}`} className={`series ${tone}${each.isNamed ? "" : " faint"}`} {...each.row.marks}>
            <title>{`${each.row.label}: ${drawnWords(subject.voice).fromTo(text(each.from, each.row, read), text(each.to, each.row, read))}`}</title>
            <path d={`M${left} ${y(each.from)}L${right} ${y(each.to)}`} />
            {each.isNamed && <circle cx={left} cy={y(each.from)} r="4" />}
            {each.isNamed && <circle cx={right} cy={y(each.to)} r="4" />}
          </g>
        );
      })}
      <g className="labels">
        {named.map((each, index) => (
          <g key={each.row.at}>
            <End x={left - 10} y={starts[index] ?? 0} path={each} value={each.from} anchor="end" read={read} size={size} />
            <End x={right + 10} y={ends[index] ?? 0} path={each} value={each.to} anchor="start" read={read} size={size} />
          </g>
        ))}
      </g>
    </Canvas>
  );
}

function text(value: number, row: Line, { matrix }: Read): string {
  return spokenOf({ value, status: 0 }, matrix.measured(row), matrix.subject.voice);
}

type EndProps = {
  readonly x: number;
  readonly y: number;
  readonly path: Path;
  readonly value: number;
  readonly anchor: "start" | "end";
  readonly read: Read;
  readonly size: Size;
};

function End({ x, y, path, value, anchor, read, size }: EndProps): ReactElement {
  const { matrix } = read;
  const figure = flagOf(matrix.subject, "labels", true)
    ? plainOf({ value, status: 0 }, matrix.measured(path.row).decimals, matrix.subject.voice)
    : "";
  const room = side[size] - 14;
  const isStacked = size === "narrow";
  const name = cut(path.row.label, Math.floor(room / letter) - (isStacked ? 0 : figure.length + 1));
  return (
    <text className={path.row.tone} textAnchor={anchor} x={round(x)} y={round(y + (isStacked ? -3 : 5))}>
      {name !== path.row.label && <title>{path.row.label}</title>}
      {isStacked || anchor === "end" ? `${name} ` : ""}
      {!isStacked && <tspan className="value">{figure}</tspan>}
      {!isStacked && anchor === "start" ? ` ${name}` : ""}
      {isStacked && (
        <tspan className="value" x={round(x)} y={round(y + 13)}>
          {figure}
        </tspan>
      )}
    </text>
  );
}

/** The cells at both ends, drawn or not. */
function endCells({ matrix, from, to }: Read): readonly Cell[] {
  const rows: readonly (Line | undefined)[] = matrix.rowAxis < 0 ? [undefined] : matrix.rows;
  return rows.flatMap((row) => [matrix.cell(row, from), matrix.cell(row, to)]);
}

function tellOf(subject: Subject): Telling {
  const read = readSlope(subject);
  const { matrix, from, to, paths } = read;
  const words = drawnWords(subject.voice);
  const up = paths.filter((each) => each.to > each.from).length;
  const down = paths.filter((each) => each.to < each.from).length;
  const own = paths.filter((each) => each.row.tone === "mine");
  const [only] = own.length === 1 ? own : paths.length === 1 ? paths : [];
  const cells = endCells(read);
  const when = words.fromTo(from?.label ?? "", to?.label ?? "");
  const said = paths
    .filter((each) => each.isNamed)
    .map((each) => words.item(each.row.label, words.fromTo(text(each.from, each.row, read), text(each.to, each.row, read))));
  const summary = words.slopeTitle(up, down, paths.length - up - down, from?.label ?? "", to?.label ?? "");
  return {
    title:
      paths.length === 0
        ? words.noFigures
        : only
          ? words.slopeOne(only.row.label, text(only.from, only.row, read), text(only.to, only.row, read))
          : summary,
    subtitle: subtitleOf(matrix, when),
    alt: [startOf(matrix, words.kinds.slope), `${summary}.`, ...said, ...gapsOf(cells, subject)].join(" "),
  };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const read = readSlope(subject);
  const telling = tellOf(subject);
  const words = drawnWords(subject.voice);
  const left = read.left.map((each) => each.label).slice(0, 4);
  const foot = [...(left.length > 0 ? [words.tooLarge(left.join(", "))] : []), ...gapsOf(endCells(read), subject)].join(" ");
  return (
    <Framed telling={telling} className="formed" foot={foot === "" ? undefined : <p className="foot">{foot}</p>}>
      <Both draw={(size) => <Drawing key={size} read={read} size={size} alt={telling.alt} />} />
    </Framed>
  );
}

function momentSetting(code: "from" | "to", read: Read): Setting {
  const words = drawnWords(read.matrix.subject.voice);
  const options = read.matrix.columns.map((each) => ({ value: each.member.code, label: each.label }));
  return { code, label: words[code], kind: "moment", value: read[code]?.member.code ?? "", options };
}

/** Then and now: a line from the one period to the other, for areas, members or indicators. */
export const slope: Presentation<"slope"> = {
  code: "slope",
  suits(subject) {
    if (!holdsNumbers(subject)) return false;
    const read = readSlope(subject);
    if (!read.from || !read.to || read.from === read.to || read.paths.length === 0) return false;
    return isAllowed(shownOf(read.matrix), "slope");
  },
  tell: tellOf,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const read = readSlope(subject);
    const moments = read.matrix.columns.length > 1 ? [momentSetting("from", read), momentSetting("to", read)] : [];
    return [
      ...matrixSettings(read.matrix, read.choices),
      ...moments,
      flag("labels", drawnWords(subject.voice).labels, flagOf(subject, "labels", true)),
    ];
  },
};
