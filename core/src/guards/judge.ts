import type { Cube } from "../model/cube.ts";
import type { Text } from "../model/text.ts";
import type { Selection } from "../query/selection.ts";
import {
  type ChoiceCode,
  type PresentationCode,
  presentationCodes,
  type SumCode,
  sumCodes,
  type TransformationCode,
  transformationCodes,
} from "./choices.ts";
import { type Around, type Facts, factsOf, type Measure, type Sketch } from "./facts.ts";
import type { Rule, VerdictKind } from "./rule.ts";
import { changeRules } from "./rules-changes.ts";
import { partRules } from "./rules-parts.ts";
import { placeRules } from "./rules-place.ts";
import { shapeRules } from "./rules-shape.ts";
import { sumRules } from "./rules-sums.ts";
import { timeRules } from "./rules-time.ts";

const all = [...shapeRules, ...partRules, ...timeRules, ...placeRules, ...changeRules, ...sumRules] as const;

/** Why something does not make sense, or what must be said with it. */
export type ReasonCode = (typeof all)[number]["reason"];

/** A reason in words. */
export type Finding = { readonly reason: ReasonCode; readonly text: Text };

/** What is thought of one choice. `reason` and `text` say the first thing against it; `more` everything else of the same weight. */
export type Verdict<C extends ChoiceCode = ChoiceCode> = {
  readonly code: C;
  readonly verdict: VerdictKind;
  readonly reason?: ReasonCode;
  readonly text?: Text;
  readonly more?: readonly Finding[];
};

/** What is thought of every choice. */
export type Judgement = {
  readonly presentations: readonly Verdict<PresentationCode>[];
  readonly transformations: readonly Verdict<TransformationCode>[];
  readonly sums: readonly Verdict<SumCode>[];
};

/** The rules, for who lists or tests them. */
export const rules: readonly (Rule & { readonly reason: ReasonCode })[] = all;

/**
 * Which presentations, transformations and sums make sense of an answer, or of one that is still to be asked, and why another
 * does not. Pure: the same facts give the same judgement. A choice is `no` where any rule refuses it, `possible` where something
 * must be said with it, `good` otherwise.
 * @param asked the answer, or a sketch of it (what stands in the cells is then unknown and held against nothing)
 * @param indicators what was asked, in order
 * @param selection for what the answer does not tell: limits on members, own groups
 */
export function judge(
  asked: Cube | Sketch,
  indicators: readonly Measure[],
  selection: Partial<Pick<Selection, "members" | "by" | "groups">> = {},
  around: Around = {},
): Judgement {
  const facts = factsOf(asked, indicators, selection, around);
  const verdict = <C extends ChoiceCode>(code: C): Verdict<C> => verdictOn(code, facts);
  return {
    presentations: presentationCodes.map(verdict),
    transformations: transformationCodes.map(verdict),
    sums: sumCodes.map(verdict),
  };
}

function verdictOn<C extends ChoiceCode>(code: C, facts: Facts): Verdict<C> {
  const broken = rules.filter((rule) => rule.of.includes(code) && rule.when(facts));
  const refusals = broken.filter((rule) => rule.verdict === "no");
  const [first, ...others] = refusals.length > 0 ? refusals : broken;
  if (first === undefined) return { code, verdict: "good" };
  const more = others.map(({ reason, text }) => ({ reason, text }));
  return { code, verdict: first.verdict, reason: first.reason, text: first.text, ...(more.length > 0 ? { more } : {}) };
}

/** The verdict on one choice of a judgement. */
export function verdictOf<C extends ChoiceCode>(judgement: Judgement, code: C): Verdict {
  const found = [...judgement.presentations, ...judgement.transformations, ...judgement.sums].find((each) => each.code === code);
  return found ?? { code, verdict: "good" };
}
