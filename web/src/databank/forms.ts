import type { PresentationCode } from "@peil/core/guards/choices.ts";
import { type Finding, judge, type Verdict, verdictOf } from "@peil/core/guards/judge.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { FormCode } from "../presentations/forms.ts";
import { formCodes } from "../presentations/forms.ts";
import { presentations } from "../presentations/index.ts";
import { subjectsOf } from "../presentations/many.ts";
import type { Presentation, Subject } from "../presentations/presentation.ts";

/** What the guard-rails call each form. */
const guards: Readonly<Record<FormCode, PresentationCode>> = {
  table: "table",
  single: "single",
  bar: "bar",
  "bar-beside": "bar",
  "grouped-bar": "grouped-bar",
  "stacked-bar": "stacked-bar",
  "stacked-100": "stacked-100",
  line: "line",
  area: "area-chart",
  slope: "slope",
  "small-multiples": "small-multiples",
  map: "map-classes",
  "map-symbols": "map-symbols",
  "map-pies": "pie",
  "map-bars": "bar",
  triptych: "map-classes",
  pie: "pie",
  ring: "pie",
  treemap: "treemap",
  pyramid: "pyramid",
  "heat-map": "heat-map",
  scatter: "scatter",
  "bubble-race": "bubble",
  strip: "histogram",
  box: "box",
  histogram: "histogram",
  "dot-interval": "dot-interval",
  "profile-bar": "profile",
  "profile-wheel": "profile",
  radar: "radar",
  "flow-map": "flow-map",
  "flow-matrix": "matrix",
};

/** Forms that draw one indicator: of several, each gets a drawing of its own. */
const ofOne: ReadonlySet<FormCode> = new Set(["table", "line", "bar", "map", "area", "histogram", "box", "strip", "treemap", "pyramid"]);

/** Forms that need the borders of the areas. */
const onMap: ReadonlySet<FormCode> = new Set(["map", "map-symbols", "map-pies", "map-bars", "triptych", "flow-map"]);

/** Forms in the order in which the first one that suits is taken where a reader chose none. */
const preferred: readonly FormCode[] = ["line", "grouped-bar", "map", "bar", "scatter", "table"];

/** What is thought of a form for what was asked: `reason` says why not, `cautions` what must be said with it. */
export type Offer = {
  readonly presentation: Presentation;
  readonly verdict: "good" | "possible" | "no";
  /** Absent where a form does not suit and no rule says why. */
  readonly reason?: Text;
  readonly cautions: readonly Finding[];
};

/** Whether a form is drawn on the borders of the areas. */
export function needsBorders(code: string): boolean {
  return onMap.has(code as FormCode);
}

function canDraw(presentation: Presentation, subject: Subject): boolean {
  try {
    return presentation.suits(subject);
  } catch {
    // A form that cannot even look at these figures does not suit them; the others are offered all the same.
    return false;
  }
}

/** The subjects that a form draws one by one, those that it can; the subject itself where it draws all at once. */
export function drawnBy(presentation: Presentation, subject: Subject): readonly Subject[] {
  const several = (subject.indicators?.length ?? 0) > 1;
  if (several && !ofOne.has(presentation.code)) return [subject];
  const each = subjectsOf(subject);
  const can = each.filter((one) => canDraw(presentation, one));
  return can.length > 0 ? can : each;
}

function suits(presentation: Presentation, subject: Subject): boolean {
  return drawnBy(presentation, subject).some((each) => canDraw(presentation, each));
}

/** Judges a subject; a form of one indicator is judged for each of them, and the kindest judgement holds. */
function verdicts(subject: Subject): (code: FormCode) => Verdict {
  const { cube, indicators, measured, selection, around } = subject;
  const measures = (indicators ?? [measured]).map((each) => each.measure);
  const all = judge(cube, measures, selection, around);
  if (measures.length < 2) return (code) => verdictOf(all, guards[code]);
  const each = subjectsOf(subject).map((one) => judge(one.cube, [one.measured.measure], selection, around));
  return (code) => {
    if (!ofOne.has(code)) return verdictOf(all, guards[code]);
    const found = each.map((one) => verdictOf(one, guards[code]));
    return found.find((one) => one.verdict === "good") ?? found.find((one) => one.verdict !== "no") ?? verdictOf(all, guards[code]);
  };
}

/** What is thought of every form that the product draws. Borders are fetched when a map is chosen: before that they count as there. */
export function offersOf(subject: Subject, bordersKnown: boolean): readonly Offer[] {
  const judged = verdicts(subject);
  const sorted = presentations.toSorted((a, b) => formCodes.indexOf(a.code) - formCodes.indexOf(b.code));
  return sorted.map((presentation): Offer => {
    const { verdict, reason, text, more = [] } = judged(presentation.code);
    const unseen = onMap.has(presentation.code) && !bordersKnown;
    const why = verdict === "no" && text !== undefined ? { reason: text } : {};
    // A form judges what it draws: a part of the answer, or its indicators in their roles.
    if (unseen ? verdict === "no" : !suits(presentation, subject)) return { presentation, verdict: "no", ...why, cautions: [] };
    if (verdict === "no") return { presentation, verdict: "good", cautions: [] };
    const cautions = reason === undefined || text === undefined ? [] : [{ reason, text }, ...more];
    return { presentation, verdict, cautions };
  });
}

/** The form of a tab: the one that was chosen, else the first that suits. */
export function offerFor(offers: readonly Offer[], show: string): Offer | undefined {
  const chosen = offers.find((each) => each.presentation.code === show);
  if (chosen) return chosen;
  const can = preferred.flatMap((code) => offers.find((each) => each.presentation.code === code && each.verdict !== "no") ?? []);
  return can.find((each) => each.verdict === "good") ?? can[0];
}
