import type { ReactElement } from "react";
import { drawnWords } from "../text/drawn.ts";
import { barSettings, hasLabels, isStanding, type Sort, sortOf } from "./bar-settings.ts";
import { type BlockRow, BlocksDrawing, type Lane } from "./blocks.tsx";
import { Kinds } from "./canvas.tsx";
import { excerptRows, rowsIn, type Shown } from "./excerpt.ts";
import { holdsNumbers, isAllowed } from "./guarded.ts";
import { matrixSettings, shownOf } from "./matrix.ts";
import { Framed, meaningOf, plainOf, spokenOf } from "./parts.tsx";
import { linesOfParts, partsSetting, type Whole, type Wholes, wholesOf } from "./parts-of-whole.ts";
import type { Presentation, Subject } from "./presentation.ts";
import { isHidden } from "./reading.ts";
import { shareText } from "./tell-cells.ts";
import { leadOf, tellWholes } from "./tell-wholes.ts";

type Form = "stacked-bar" | "stacked-100";

/** Wholes that fit on a sheet. */
const mostRows = 18;
/** A whole this many times that of the reader's own area would flatten it. */
const tooLarge = 5;

type Stack = {
  readonly read: Wholes;
  readonly left: readonly Whole[];
  readonly shown: readonly Shown<Whole & { readonly tone: "mine" | "benchmark" | "other" }>[];
  readonly all: number;
};

function defaultSort({ matrix }: Wholes): Sort {
  return matrix.subject.cube.axes[matrix.rowAxis]?.role === "area" && matrix.rows.length > 6 ? "high" : "given";
}

/** What wholes are put in order by: their size, or the share of their first part. */
function measureOf(whole: Whole, form: Form): number {
  if (whole.total === undefined) return Number.NEGATIVE_INFINITY;
  return form === "stacked-bar" ? whole.total : (whole.cells[0]?.cell.value ?? 0) / (whole.total || 1);
}

function ordered(wholes: readonly Whole[], sort: Sort, form: Form, subject: Subject): readonly Whole[] {
  if (sort === "given") return wholes;
  if (sort === "name") return wholes.toSorted((a, b) => (a.row?.label ?? "").localeCompare(b.row?.label ?? "", subject.voice.language));
  const sign = sort === "high" ? -1 : 1;
  const known = wholes.filter((each) => each.total !== undefined);
  return [
    ...known.toSorted((a, b) => sign * (measureOf(a, form) - measureOf(b, form))),
    ...wholes.filter((each) => each.total === undefined),
  ];
}

function readStack(subject: Subject, form: Form): Stack {
  const read = wholesOf(subject, { rows: "any" });
  const own = read.wholes.filter((each) => each.row === undefined || each.row.tone === "mine");
  const limit = tooLarge * Math.max(0, ...(own.length > 0 ? own : read.wholes).map((each) => each.total ?? 0));
  const isFar = (whole: Whole): boolean =>
    form === "stacked-bar" && limit > 0 && whole.row?.tone === "benchmark" && (whole.total ?? 0) > limit;
  const fit = ordered(
    read.wholes.filter((each) => !isFar(each)),
    sortOf(subject, defaultSort(read)),
    form,
    subject,
  );
  return {
    read,
    left: read.wholes.filter(isFar),
    shown: excerptRows(
      fit.map((each) => ({ ...each, tone: each.row?.tone ?? "mine" })),
      mostRows,
    ),
    all: fit.length,
  };
}

function laneOf(whole: Whole, form: Form, subject: Subject): Lane {
  const { voice, measured } = subject;
  const { total } = whole;
  if (total === undefined || (total === 0 && form === "stacked-100")) {
    const gap =
      whole.cells.map((each) => each.cell).find(isHidden) ?? whole.cells.map((each) => each.cell).find((each) => each.value === undefined);
    const cell = gap ?? { status: 1 };
    return { key: "lane", blocks: [], figure: "", state: { cell, word: meaningOf(cell, voice) } };
  }
  let at = 0;
  const blocks = whole.cells.map(({ part, kind, cell }) => {
    const size = form === "stacked-100" ? (100 * (cell.value ?? 0)) / total : (cell.value ?? 0);
    const from = at;
    at += size;
    const share = shareText(cell.value ?? 0, total, subject);
    return {
      ...{ key: part.key, from, to: at, className: `f${kind}`, kind },
      ...(hasLabels(subject) ? { inside: share } : {}),
      title: `${part.label}: ${spokenOf(cell, measured, voice)} (${share})`,
      marks: { ...whole.row?.marks, ...part.marks },
    };
  });
  const figure = hasLabels(subject) && form === "stacked-bar" ? plainOf({ value: total, status: 0 }, measured.decimals, voice) : "";
  return { key: "lane", blocks, figure };
}

function footOf({ left, shown, all }: Stack, subject: Subject): string {
  const words = drawnWords(subject.voice);
  const out = rowsIn(shown).length < all ? [words.excerpt(rowsIn(shown).length, all)] : [];
  if (left.length > 0) out.push(words.tooLarge(left.map((each) => each.row?.label ?? "").join(", ")));
  return out.join(" ");
}

function Drawn({ subject, form }: { readonly subject: Subject; readonly form: Form }): ReactElement {
  const stack = readStack(subject, form);
  const words = drawnWords(subject.voice);
  const telling = tellOf(subject, form, stack);
  const rows = stack.shown.map((each) => ("row" in each ? { row: blockRow(each.row, form, subject) } : each));
  const totals = rowsIn(stack.shown).map((each) => each.total ?? 0);
  const foot = footOf(stack, subject);
  return (
    <Framed telling={telling} className="formed" foot={foot === "" ? undefined : <p className="foot">{foot}</p>}>
      <Kinds id={subject.id} labels={stack.read.parts.map((each) => each.label)} />
      <BlocksDrawing
        isUp={isStanding(subject, rows.length)}
        blocks={{
          ...{ subject, rows, low: 0, high: form === "stacked-100" ? 100 : Math.max(0, ...totals) },
          ...{ decimals: subject.measured.decimals, alt: telling.alt, skipped: words.skipped },
          ...{ hasFigures: form === "stacked-bar" && hasLabels(subject), thickness: 24 },
        }}
      />
    </Framed>
  );
}

function blockRow(whole: Whole & { readonly tone: "mine" | "benchmark" | "other" }, form: Form, subject: Subject): BlockRow {
  const label = whole.row?.label ?? subject.voice.say(subject.measured.name);
  return { key: whole.row ? `${whole.row.at}` : "one", label, tone: whole.tone, lanes: [laneOf(whole, form, subject)] };
}

function tellOf(subject: Subject, form: Form, { read }: Stack) {
  const { kinds, shareOfTotal } = drawnWords(subject.voice);
  const telling = tellWholes(read, form === "stacked-bar" ? kinds.stacked : kinds.stacked100);
  return form === "stacked-bar" ? telling : { ...telling, subtitle: `${telling.subtitle} · ${shareOfTotal}` };
}

function stackedForm<F extends Form>(code: F): Presentation<F> {
  return {
    code,
    suits(subject) {
      if (!holdsNumbers(subject)) return false;
      const { read } = readStack(subject, code);
      return read.parts.length > 1 && isAllowed(shownOf(read.matrix, undefined, linesOfParts(read)), code) && leadOf(read) !== undefined;
    },
    tell: (subject) => tellOf(subject, code, readStack(subject, code)),
    draw: (subject) => <Drawn subject={subject} form={code} />,
    settings(subject) {
      const { read, shown } = readStack(subject, code);
      return [
        ...matrixSettings(read.matrix, read.choices),
        ...partsSetting(read),
        ...barSettings(subject, defaultSort(read), shown.length),
      ];
    },
  };
}

/** Parts behind each other in one bar, as numbers. */
export const stackedBar: Presentation<"stacked-bar"> = stackedForm("stacked-bar");

/** Parts behind each other in one bar, as shares: every bar is as long. */
export const stacked100: Presentation<"stacked-100"> = stackedForm("stacked-100");
