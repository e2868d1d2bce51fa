import { valueAt } from "@peil/core/model/cube.ts";
import { classCounts, readable } from "@peil/core/statistics/classes.ts";
import { type ClassMethod, type ClassWishes, classify, classMethods } from "@peil/core/statistics/classification.ts";
import { quantile7 } from "@peil/core/statistics/moments.ts";
import type { Classes } from "./classes.ts";
import { nameOf } from "./parts.tsx";
import type { Subject } from "./presentation.ts";
import { axisOf, cellOf, lastPeriodWithFigures, positionOf } from "./reading.ts";
import { isDiverging, type SchemeCode, schemes, stepsOf } from "./schemes.ts";

/** The figure around which classes lie, or which is marked on the scale; `name` is absent for a number that the reader gave. */
export type Mark = { readonly value: number; readonly name?: string; readonly median?: true };

/** Classes of a map with their colours. */
export type MapClasses = Classes & {
  readonly method: ClassMethod;
  readonly scheme: SchemeCode;
  /** The step of the scheme that each class has. */
  readonly steps: readonly number[];
  readonly around?: Mark;
  /** Whether the figures of all periods made the classes. */
  readonly fixed: boolean;
};

/** What a reader set of a map, read: what is unknown or impossible is as if it were not there. */
export type MapSettings = {
  readonly method: ClassMethod;
  readonly count: number;
  readonly breaks: readonly number[];
  readonly scheme: SchemeCode;
  readonly around: number | undefined;
  readonly reverse: boolean;
  readonly exact: boolean;
  readonly labels: boolean;
  readonly own: boolean;
};

/** Classes of a map where nobody set their number. */
const usual = 5;

/** Numbers as a setting holds them. */
export function numbersIn(text: string | undefined): readonly number[] {
  return (text ?? "")
    .split(";")
    .filter((each) => each.trim() !== "")
    .map(Number)
    .filter(Number.isFinite);
}

/** Reads the settings of a map. */
export function mapSettingsOf({ settings = {} }: Pick<Subject, "settings">): MapSettings {
  const count = Number(settings.classes);
  const method = classMethods.find((each) => each === settings.method) ?? "quantile";
  return {
    method,
    count: Number.isInteger(count) && count >= 2 && count <= 9 ? count : usual,
    breaks: numbersIn(settings.breaks),
    scheme: schemes.find((each) => each === settings.scheme) ?? (method === "diverging" ? "brown-teal" : "house"),
    around: numbersIn(settings.around)[0],
    reverse: settings.reverse === "1",
    exact: settings.exact === "1",
    labels: settings.labels === "1",
    own: settings.over === "moment",
  };
}

/** Position of the period that a map shows: the one set, else the last with figures. */
export function momentOf(subject: Subject): number {
  const set = axisOf(subject.cube, "period").members.findIndex((each) => each.code === subject.settings?.moment);
  if (set >= 0) return set;
  const any = axisOf(subject.cube, "area").members.findIndex((each) => !each.compare && !each.pseudo);
  return lastPeriodWithFigures(subject.cube, Math.max(0, any));
}

const pools = new WeakMap<Subject["cube"], Map<number, readonly number[]>>();

/** The visible figures of the areas on the map, in one period or (-1) in all. Kept, since a map asks for them at every change of colour. */
export function figuresAt(cube: Subject["cube"], period: number): readonly number[] {
  const known = pools.get(cube) ?? new Map<number, readonly number[]>();
  pools.set(cube, known);
  const found = known.get(period);
  if (found) return found;
  const periods = period >= 0 ? [period] : axisOf(cube, "period").members.map((_, at) => at);
  const values = axisOf(cube, "area").members.flatMap((area, at) =>
    area.pseudo || area.compare ? [] : periods.flatMap((each) => valueAt(cube, positionOf(cube, at, each)) ?? []),
  );
  // In order: what sorts them again for its breaks then has little to do.
  const sorted = Array.from(Float64Array.from(values).sort());
  known.set(period, sorted);
  return sorted;
}

/** The figure of the benchmark in a period: beside the cube, or the first area in it to compare with. Counts are not compared. */
export function benchmarkAt(subject: Subject, period: number): Mark | undefined {
  if (subject.measured.dataType === "count") return undefined;
  const beside = subject.beside?.[0];
  if (beside?.cell.value !== undefined) return { value: beside.cell.value, name: nameOf(beside.area, subject.voice) };
  const at = axisOf(subject.cube, "area").members.findIndex((each) => each.compare === true);
  const value = at < 0 ? undefined : cellOf(subject.cube, at, period).value;
  if (value === undefined) return undefined;
  return { value, name: nameOf(axisOf(subject.cube, "area").members[at], subject.voice) };
}

function aroundOf(subject: Subject, settings: MapSettings, period: number, values: readonly number[]): Mark {
  if (settings.around !== undefined) return { value: settings.around };
  const median = quantile7(
    values.toSorted((a, b) => a - b),
    0.5,
  );
  return benchmarkAt(subject, period) ?? { value: median, median: true };
}

/** Breaks are rounded to what can be read, where the method leaves them free. */
function roundedBreaks(method: ClassMethod, breaks: readonly number[], decimals: number): readonly number[] {
  if (!["quantile", "equal", "natural"].includes(method)) return breaks;
  return readable(breaks).map((each) => Number(each.toFixed(decimals)));
}

/** The classes of a map as its settings ask: the same on a page, in an export and in a page of another site. */
export function mapClassesOf(subject: Subject): MapClasses {
  const settings = mapSettingsOf(subject);
  const period = momentOf(subject);
  const shown = figuresAt(subject.cube, period);
  const fixed = !settings.own && axisOf(subject.cube, "period").members.length > 1;
  const values = fixed ? figuresAt(subject.cube, -1) : shown;
  const method = settings.method === "own" && settings.breaks.length === 0 ? "quantile" : settings.method;
  const around = method === "diverging" ? aroundOf(subject, settings, period, values) : undefined;
  const count = method === "diverging" ? Math.min(8, settings.count) : settings.count;
  const benchmark = around === undefined ? {} : { benchmark: around.value };
  const wishes = { count, breaks: settings.breaks.slice(0, 8), ...benchmark };
  const { found, low, high } = madeOf(values, method, wishes);
  const round = settings.exact ? found : roundedBreaks(method, found, subject.measured.decimals);
  const isFree = ["quantile", "equal", "natural"].includes(method);
  const breaks = [...new Set(round)].filter((each) => !isFree || (each > low && each <= high));
  const counts = classCounts(shown, breaks);
  const below = around === undefined ? undefined : breaks.indexOf(around.value) + 1;
  const steps = stepsOf(settings.scheme, counts.length, isDiverging(settings.scheme) ? below : undefined);
  const turned = settings.reverse ? steps.map((each) => 8 - each) : steps;
  return { low, high, breaks, counts, method, scheme: settings.scheme, steps: turned, fixed, ...(around ? { around } : {}) };
}

type Made = { readonly found: readonly number[]; readonly low: number; readonly high: number };
const made = new WeakMap<readonly number[], Map<string, Made>>();

/** Breaks and range of a list of figures, made once: playing through time asks for the same ones at every step. */
function madeOf(values: readonly number[], method: ClassMethod, wishes: ClassWishes): Made {
  const kept = made.get(values) ?? new Map<string, Made>();
  made.set(values, kept);
  const key = JSON.stringify([method, wishes]);
  const known = kept.get(key);
  if (known) return known;
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const fresh = { found: classify(method, values, wishes).breaks, low, high };
  kept.set(key, fresh);
  return fresh;
}
