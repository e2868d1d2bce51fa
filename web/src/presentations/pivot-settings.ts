import { addsUp } from "@peil/core/guards/additive.ts";
import { judge, verdictOf } from "@peil/core/guards/judge.ts";
import type { CubeAxis } from "@peil/core/model/cube.ts";
import { pivotWords } from "../text/pivot.ts";
import type { Voice } from "../text/voice.ts";
import { subjectsOf } from "./many.ts";
import { nameOf } from "./parts.tsx";
import { axesIn, onlyLine, type PivotLayout, type PivotLine, pivotOf, usualLayout } from "./pivot.ts";
import type { Setting, Subject } from "./presentation.ts";

/** Columns by which can be sorted from the settings; the application sorts by any. */
const mostSorted = 60;

/** Axes over which the guard-rails allow a sum: of members, areas and periods, each by its own rule; never over indicators. */
export function summable(subject: Subject): readonly string[] {
  const subjects = subjectsOf(subject);
  if (!subjects.every((each) => addsUp(each.measured.measure))) return [];
  const verdicts = subjects.map((each) => judge(each.cube, [each.measured.measure], each.selection, each.around));
  const good = (code: "sum-areas" | "sum-members" | "sum-periods"): boolean =>
    verdicts.every((each) => verdictOf(each, code).verdict !== "no");
  const may = ({ role }: CubeAxis): boolean => {
    if (role === "area") return good("sum-areas");
    if (role === "member") return good("sum-members");
    return role === "period" && good("sum-periods");
  };
  return subject.cube.axes.filter(may).map((each) => each.code);
}

/** A side that the reader emptied. */
export const noAxes = "none";

/** The layout that the reader set; what is unknown or impossible is as if it were not there. */
export function layoutOf(subject: Subject): PivotLayout {
  const { cube, settings } = subject;
  const usual = usualLayout(cube);
  const columns = settings?.["columns"] === undefined ? undefined : axesIn(settings["columns"], cube);
  const rows = axesIn(settings?.["rows"], cube).filter((each) => !columns?.includes(each));
  // Who says what goes down, says what goes across.
  const across = rows.length === 0 ? usual.columns : [...usual.columns, ...usual.rows].filter((each) => !rows.includes(each));
  const by = settings?.["sort"] ?? "";
  return {
    rows: rows.length > 0 ? rows : usual.rows.filter((each) => !columns?.includes(each)),
    columns: columns ?? across,
    sort: by === "" ? undefined : { by, down: settings?.["order"] === undefined ? by !== "name" : settings["order"] !== "up" },
    sums: settings?.["totals"] === "1" ? summable(subject) : [],
  };
}

function lineName({ key, members }: PivotLine, voice: Voice): string {
  return key === onlyLine ? voice.m.table.value : members.map((member) => nameOf(member, voice)).join(", ");
}

/** Whether a table must be one that can be turned: a cube of more axes than two, or of several indicators, or one that the reader turned. */
export function isTurned(subject: Subject): boolean {
  const { cube } = subject;
  const shown = cube.axes.filter((each) => each.members.length > 1);
  const has = (role: CubeAxis["role"]): boolean => shown.some((each) => each.role === role);
  const members = cube.axes.filter((each) => each.role === "member").length;
  return shown.length > 2 || members > 2 || has("indicator") || (has("member") && has("period")) || isSet(subject);
}

/** Whether the reader set anything of it that is possible. */
function isSet(subject: Subject): boolean {
  const { cube, settings } = subject;
  if (settings?.["totals"] === "1" || settings?.["colour"] === "1") return true;
  const sides = [settings?.["rows"], settings?.["columns"]];
  if (sides.some((each) => each === noAxes || axesIn(each, cube).length > 0)) return true;
  const { sort } = layoutOf(subject);
  return sort !== undefined && (sort.by === "name" || pivotOf(cube, layoutOf(subject)).columns.some((each) => each.key === sort.by));
}

/** What a reader can set of the table. */
export function pivotSettings(subject: Subject): readonly Setting[] {
  const { cube, voice, settings } = subject;
  const words = pivotWords(voice);
  const layout = layoutOf(subject);
  const pivot = pivotOf(cube, layout);
  const axes = cube.axes.filter((each) => each.members.length > 1).map((each) => ({ value: each.code, label: voice.say(each.label) }));
  const named = pivot.columns.slice(0, mostSorted);
  const sorts = [
    { value: "", label: words.asIs },
    { value: "name", label: words.name },
    ...named.map((each) => ({ value: each.key, label: lineName(each, voice) })),
  ];
  const sorted = sorts.some((each) => each.value === layout.sort?.by) ? layout.sort : undefined;
  const order = ["up", "down"].find((each) => each === settings?.["order"]) ?? (sorted?.down === false ? "up" : "down");
  const orders = [
    { value: "down", label: words.down },
    { value: "up", label: words.up },
  ];
  const flag = (code: string, label: string): Setting => ({ code, label, value: settings?.[code] === "1" ? "1" : "", kind: "flag" });
  return [
    { code: "rows", label: words.rows, value: pivot.rowAxes.map((each) => each.code).join(";"), kind: "axes", options: axes },
    { code: "columns", label: words.columns, value: pivot.columnAxes.map((each) => each.code).join(";"), kind: "axes", options: axes },
    { code: "sort", label: words.sort, value: sorted?.by ?? "", kind: "choice", options: sorts },
    { code: "order", label: words.order, value: order, kind: "choice", options: orders },
    ...(summable(subject).length > 0 ? [flag("totals", words.totals)] : []),
    flag("colour", words.colour),
  ];
}
