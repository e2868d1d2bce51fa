import type { DataType } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import { round12 } from "@peil/core/statistics/round.ts";
import type { Grammar } from "./grammar.ts";
import { figure, isMoneyOrMeasure, percent } from "./unit.ts";
import type { Voice } from "./voice.ts";

/** How a figure differs from another one; `barely`: too little to show in the decimals given. `amount` is never negative. */
export type Change =
  | { readonly kind: "none" }
  | { readonly kind: "barely" }
  | { readonly kind: "points" | "percent" | "plain" | "times"; readonly amount: number; readonly decimals: number; readonly up: boolean };

/** What of an indicator decides how a change is measured. */
export type Measure = { readonly dataType: DataType; readonly unit: Text; readonly decimals: number };

/** A percentage of fewer than this many things says less than their number. */
const fewThings = 10;
/** From this many times on, a rise is said as *3 keer zoveel*. */
const manyTimes = 2;
/** Decimals of a change in percent or in times. */
const decimal = 1;

/**
 * How a figure moved from one to another: in points for percentages; in percent (or in times) for what has a true zero; else as a
 * plain difference. Two figures that are written alike never differ by more than *barely*: what is said follows what is seen.
 */
export function changeOf(from: number, to: number, { dataType, unit, decimals }: Measure): Change {
  const difference = round12(to - from);
  if (round12(from) === round12(to)) return { kind: "none" };
  if (Number(from.toFixed(decimals)) === Number(to.toFixed(decimals))) return { kind: "barely" };
  if (dataType === "percentage" || unit.nl.trim() === "%") return sized("points", difference, decimals);
  const few = dataType === "count" && from < fewThings;
  if (from <= 0 || to <= 0 || few || dataType === "other") return sized("plain", difference, decimals);
  if (to / from >= manyTimes) return sized("times", to / from, decimal);
  return sized("percent", (difference / from) * 100, decimal);
}

function sized(kind: "points" | "percent" | "plain" | "times", size: number, decimals: number): Change {
  const amount = Math.abs(size);
  return Number(amount.toFixed(decimals)) === 0 ? { kind: "barely" } : { kind, amount, decimals, up: size > 0 };
}

/** Units that follow a figure and not a difference: *12 per 1.000 inwoners*, *60 % van de mediaan*. */
const ofFigure = /^(per |%)/i;

/** A change as it is written: *4,2 %*, *1,2 procentpunt*, *3*, *1.000 euro*; nothing where there is none to write. */
export function writtenChange(change: Change, { dataType, unit }: Measure, grammar: Grammar, voice: Voice): string {
  if (change.kind === "none" || change.kind === "barely") return "";
  const number = voice.number(change.amount, change.kind === "times" ? shownTimes(change.amount) : change.decimals);
  if (change.kind === "percent") return percent(number, voice);
  if (change.kind === "points") return grammar.points(number);
  const things = dataType === "count" && !isMoneyOrMeasure(voice.say(unit));
  const bare = change.kind === "times" || things || ofFigure.test(voice.say(unit).trim());
  return bare ? number : figure(change.amount, unit, change.decimals, voice);
}

/** *2 keer*, *2,5 keer*, *12 keer*: no decimal that says nothing. */
function shownTimes(amount: number): number {
  return amount >= fewThings || Number.isInteger(Number(amount.toFixed(decimal))) ? 0 : decimal;
}
