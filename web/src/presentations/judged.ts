import type { PresentationCode } from "@peil/core/guards/choices.ts";
import type { Measure } from "@peil/core/guards/facts.ts";
import { type Finding, type Judgement, judge, type Verdict, verdictOf } from "@peil/core/guards/judge.ts";
import type { Subject } from "./presentation.ts";

type Asked = Pick<Subject, "selection" | "around"> & { readonly measures: readonly Measure[] };
const kept = new WeakMap<Subject["cube"], Asked & { readonly judgement: Judgement }>();

function measuresOf({ measured, indicators }: Subject): readonly Measure[] {
  return (indicators ?? [measured]).map((each) => each.measure);
}

/** What the guard-rails of core think of showing a subject in a way; judged once per answer, whatever is set of its drawing. */
export function judged(subject: Subject, code: PresentationCode): Verdict {
  const { cube, selection, around } = subject;
  const measures = measuresOf(subject);
  const known = kept.get(cube);
  const isSame =
    known?.measures.length === measures.length &&
    measures.every((each, at) => known.measures[at] === each) &&
    known.selection === selection &&
    JSON.stringify(known.around) === JSON.stringify(around);
  if (known && isSame) return verdictOf(known.judgement, code);
  const judgement = judge(cube, measures, selection, around);
  kept.set(cube, { measures, selection, around, judgement });
  return verdictOf(judgement, code);
}

/** Whether a way of showing makes sense of a subject. */
export function makesSense(subject: Subject, code: PresentationCode): boolean {
  return judged(subject, code).verdict !== "no";
}

/** What the drawings and the notes of a page say already. */
const saidAlready: ReadonlySet<string> = new Set(["forecast", "provisional", "unequal-areas"]);

/** What must be said with a drawing, and is not yet. */
export function cautionsOf(subject: Subject, code: PresentationCode): readonly Finding[] {
  const { verdict, reason, text, more = [] } = judged(subject, code);
  if (verdict !== "possible" || reason === undefined || text === undefined) return [];
  return [{ reason, text }, ...more].filter((each) => !saidAlready.has(each.reason));
}
