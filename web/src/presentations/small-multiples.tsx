import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { periodAsNumber } from "../text/period.ts";
import { Both, Canvas, type Size, widthOf } from "./canvas.tsx";
import { choice, chosenOf, numberOf } from "./chosen.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { type Line, type Matrix, matrixOf, matrixSettings, pickAxes, shownOf } from "./matrix.ts";
import { Panel, type PanelPoint, type PanelScale, panelHeight } from "./panel.tsx";
import { Framed } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { spotsOf, tellMatrix } from "./tell-cells.ts";

const most = 24;
const usual = 12;
const across: Readonly<Record<Size, number>> = { wide: 4, narrow: 2 };
const scalings = ["shared", "own"] as const;

type Read = {
  readonly matrix: Matrix;
  readonly choices: readonly number[];
  readonly panels: readonly Line[];
  readonly all: number;
  readonly scaling: (typeof scalings)[number];
  /** Figures of several units never share a scale. */
  readonly mustOwn: boolean;
};

/** The reader's own first, then those to compare with, then the others; never a count of a far larger area. */
function eligible(matrix: Matrix): readonly Line[] {
  const order = { mine: 0, benchmark: 1, other: 2 };
  const rows = matrix.rows.filter((row) => !(row.tone === "benchmark" && matrix.subject.measured.dataType === "count"));
  const isArea = matrix.subject.cube.axes[matrix.rowAxis]?.role === "area";
  return isArea ? rows.toSorted((a, b) => order[a.tone] - order[b.tone]) : rows;
}

function readPanels(subject: Subject): Read {
  const { rows, choices } = pickAxes(subject, ["member", "indicator", "area"], []);
  const period = subject.cube.axes.findIndex((each) => each.role === "period");
  const hasTime = (subject.cube.axes[period]?.members.length ?? 0) > 1;
  const others = pickAxes(subject, ["member", "indicator", "area"], ["member", "area", "indicator"]).columns;
  const matrix = matrixOf(subject, rows, hasTime ? period : others);
  const fit = eligible(matrix);
  const mustOwn = new Set((subject.indicators ?? []).map((each) => each.unit.nl)).size > 1 && subject.cube.axes[rows]?.role === "indicator";
  const scaling = mustOwn ? "own" : (chosenOf(subject, "scale", scalings, "shared") ?? "shared");
  return {
    ...{ matrix, choices, mustOwn, scaling },
    panels: fit.slice(0, numberOf(subject, "panels", { min: 2, max: most }, usual)),
    all: fit.length,
  };
}

function pointsOf(row: Line, matrix: Matrix): readonly PanelPoint[] {
  return matrix.columns.map((column, index) => ({
    at: periodAsNumber(column.member.code) ?? index,
    line: column,
    cell: matrix.cell(row, column),
  }));
}

/** Series without the periods in which nothing is known: of all where they share a scale, of each where they do not. */
function trimmed(all: readonly (readonly PanelPoint[])[], { matrix, mustOwn }: Read): readonly (readonly PanelPoint[])[] {
  if (!isTime(matrix)) return all;
  const isFilled = (at: number, series: readonly (readonly PanelPoint[])[]): boolean => series.some((each) => each[at]?.cell.status === 0);
  return all.map((points) => {
    const within = mustOwn ? [points] : all;
    const ats = points.flatMap((_, at) => (isFilled(at, within) ? [at] : []));
    return ats.length === 0 ? points : points.slice(ats[0], (ats.at(-1) ?? 0) + 1);
  });
}

const isTime = ({ subject, columnAxis }: Matrix): boolean => subject.cube.axes[columnAxis]?.role === "period";

function scaleOf(cells: readonly PanelPoint[], hasZero: boolean): PanelScale {
  const values = cells.flatMap((each) => each.cell.value ?? []);
  const [low, high] = values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  const fromZero = hasZero || (low >= 0 && low < high * 0.4);
  return { low: fromZero ? Math.min(0, low) : low, high: hasZero ? Math.max(0, high) : high };
}

function Drawing({ read, size, alt }: { readonly read: Read; readonly size: Size; readonly alt: string }): ReactElement {
  const { matrix, panels, scaling } = read;
  const { subject } = matrix;
  const columns = Math.min(across[size], Math.max(1, panels.length));
  const width = widthOf[size] / columns;
  const time = isTime(matrix);
  const points = trimmed(
    panels.map((row) => pointsOf(row, matrix)),
    read,
  );
  const shared = scaleOf(points.flat(), !time);
  const height = Math.max(1, Math.ceil(panels.length / columns)) * panelHeight;
  return (
    <Canvas id={subject.id} size={size} height={height} alt={alt}>
      {panels.map((row, index) => (
        <Panel
          key={row.at}
          row={row}
          points={points[index] ?? []}
          others={time && scaling === "shared" && points.length <= usual ? points : []}
          scale={scaling === "shared" ? shared : scaleOf(points[index] ?? [], !time)}
          place={{ x: (index % columns) * width, y: Math.floor(index / columns) * panelHeight, width: width - 16 }}
          measured={matrix.measured(row)}
          isTime={time}
          subject={subject}
          id={`${subject.id}-${size}`}
        />
      ))}
    </Canvas>
  );
}

function tellOf(subject: Subject): Telling {
  const { matrix, panels } = readPanels(subject);
  const time = isTime(matrix);
  const [first, last] = [matrix.columns[0], matrix.columns.at(-1)];
  const words = drawnWords(subject.voice);
  const lastFilled = matrix.columns.findLast(
    (column) => !column.member.forecast && panels.some((row) => matrix.cell(row, column).value !== undefined),
  );
  const shown = time ? [lastFilled ?? last].flatMap((each) => each ?? []) : matrix.columns;
  const when = time && first && last ? words.fromTo(first.label, last.label) : "";
  return tellMatrix(matrix, words.kinds.multiples, spotsOf(matrix, panels, shown), when);
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement {
  const read = readPanels(subject);
  const telling = tellOf(subject);
  const words = drawnWords(subject.voice);
  const left = read.panels.length < read.all ? words.excerpt(read.panels.length, read.all) : "";
  const foot = [read.scaling === "own" ? words.perPanel : words.sharedScale, left].join(" ").trim();
  return (
    <Framed telling={telling} className="formed multiples" foot={<p className="foot">{foot}</p>}>
      <Both draw={(size) => <Drawing key={size} read={read} size={size} alt={telling.alt} />} />
    </Framed>
  );
}

/** A small chart for each area, member or indicator, side by side. */
export const smallMultiples: Presentation<"small-multiples"> = {
  code: "small-multiples",
  suits(subject) {
    if (!holdsNumbers(subject)) return false;
    const { matrix, panels } = readPanels(subject);
    if (matrix.rowAxis < 0 || matrix.columnAxis < 0 || panels.length < 2) return false;
    if (!isAllowed(shownOf(matrix), "small-multiples")) return false;
    return panels.filter((row) => matrix.columns.some((column) => matrix.cell(row, column).value !== undefined)).length > 1;
  },
  tell: tellOf,
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const { matrix, choices, scaling, mustOwn, all, panels } = readPanels(subject);
    const words = drawnWords(subject.voice);
    const options = scalings.map((value) => ({ value, label: words.scales[value] }));
    const count = {
      code: "panels",
      label: words.panels,
      kind: "number" as const,
      value: String(panels.length),
      min: 2,
      max: Math.min(most, all),
    };
    return [
      ...matrixSettings(matrix, choices),
      ...(mustOwn ? [] : choice("scale", words.scale, scaling, options)),
      ...(all > 2 ? [count] : []),
    ];
  },
};
