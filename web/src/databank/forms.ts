import { type Finding, judge, type Verdict, verdictOf } from "@peil/core/guards/judge.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { FormCode } from "../presentations/forms.ts";
import { formCodes, formsOnMap } from "../presentations/forms.ts";
import { guardOf } from "../presentations/guarded.ts";
import { presentations } from "../presentations/index.ts";
import { subjectsOf } from "../presentations/many.ts";
import type { Presentation, Subject } from "../presentations/presentation.ts";

/** Forms that draw one indicator: of several, each gets a drawing of its own. */
const ofOne: ReadonlySet<FormCode> = new Set(["line", "bar", "map", "area", "histogram", "box", "strip", "treemap", "pyramid"]);

/** Forms in the order in which the first one that suits is taken where a reader chose none. */
export const preferred: readonly FormCode[] = ["line", "grouped-bar", "map", "bar", "scatter", "single", "table"];

/** What is thought of a form for what was asked: `reason` says why not, `cautions` what must be said with it. */
export type Offer = {
  readonly presentation: Presentation;
  readonly verdict: "good" | "possible" | "no";
  /** Absent where a form does not suit and no rule says why. */
  readonly reason?: Text;
  readonly cautions: readonly Finding[];
};

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
  if (measures.length < 2) return (code) => verdictOf(all, guardOf[code]);
  const each = subjectsOf(subject).map((one) => judge(one.cube, [one.measured.measure], selection, around));
  return (code) => {
    if (!ofOne.has(code)) return verdictOf(all, guardOf[code]);
    const found = each.map((one) => verdictOf(one, guardOf[code]));
    return found.find((one) => one.verdict === "good") ?? found.find((one) => one.verdict !== "no") ?? verdictOf(all, guardOf[code]);
  };
}

const ordered: readonly Presentation[] = presentations.toSorted((a, b) => formCodes.indexOf(a.code) - formCodes.indexOf(b.code));

/**
 * What is thought of every form that the product draws, or of some. Borders are fetched when a map is chosen: before that they count
 * as there.
 */
export function offersOf(subject: Subject, bordersKnown: boolean, of: readonly string[] = formCodes): readonly Offer[] {
  const judged = verdicts(subject);
  const asked = ordered.filter((each) => of.includes(each.code));
  return asked.map((presentation): Offer => {
    const { verdict, reason, text, more = [] } = judged(presentation.code);
    const unseen = formsOnMap.has(presentation.code) && !bordersKnown;
    const why = verdict === "no" && text !== undefined ? { reason: text } : {};
    // A form judges what it draws: a part of the answer, or its indicators in their roles.
    const may = unseen ? (presentation.maySuit?.(subject) ?? verdict !== "no") : suits(presentation, subject);
    if (!may) return { presentation, verdict: "no", ...why, cautions: [] };
    if (verdict === "no") return { presentation, verdict: "good", cautions: [] };
    const cautions = reason === undefined || text === undefined ? [] : [{ reason, text }, ...more];
    return { presentation, verdict, cautions };
  });
}

/**
 * The form of a tab: the one that was chosen, else the first that suits; a table only where nothing is drawn. Two indicators or three
 * are put beside each other.
 */
export function offerFor(offers: readonly Offer[], show: string, indicators = 1): Offer | undefined {
  const chosen = offers.find((each) => each.presentation.code === show);
  if (chosen) return chosen;
  const can = preferred.flatMap((code) => offers.find((each) => each.presentation.code === code && each.verdict !== "no") ?? []);
  const beside = indicators > 1 ? can.find((each) => each.presentation.code === "scatter") : undefined;
  return beside ?? can.find((each) => each.verdict === "good" && each.presentation.code !== "table") ?? can[0];
}
