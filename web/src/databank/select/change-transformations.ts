import type { TransformationCode } from "@peil/core/guards/choices.ts";
import type { Sketch } from "@peil/core/guards/facts.ts";
import { type Judgement, judge } from "@peil/core/guards/judge.ts";
import type { Selection, Transformation } from "@peil/core/query/selection.ts";
import type { Fitted, Known, Notice } from "./change.ts";
import { dimensionsOf } from "./change-cells.ts";
import { periodsAsked } from "./change-periods.ts";

/** The code under which the guard-rails know a transformation; undefined for what they do not judge. */
export function codeOf(transformation: Transformation): TransformationCode | undefined {
  if (transformation.kind === "share") return `share-${transformation.of}`;
  return transformation.kind === "total" ? undefined : transformation.kind;
}

/** What the guard-rails think of a choice before it is asked; undefined while the indicators are not known. */
export function judged(known: Known, selection: Selection): Judgement | undefined {
  const measures = selection.indicators.map((code) => known.details.get(code.toLowerCase())?.measure);
  if (measures.some((each) => each === undefined)) return undefined;
  return judge(
    sketchOf(known, selection),
    measures.flatMap((each) => each ?? []),
    selection,
  );
}

/** How large the answer will be; of areas within another the number is a guess from the sizes of their levels. */
export function sketchOf(known: Known, selection: Selection): Sketch {
  return {
    areas: areasIn(known, selection),
    compared: selection.compare.length,
    periods: periodsAsked(known, selection),
    members: membersIn(known, selection),
  };
}

function areasIn({ tree }: Known, { areas, level, groups }: Selection): number {
  const count = tree.level(level)?.count ?? 0;
  const own = groups?.filter((group) => group.show !== "separate").length ?? 0;
  if (areas.kind === "all") return count + own;
  if (areas.kind === "list") return areas.codes.length + own;
  const parents = areas.kind === "within" ? tree.level(areas.parent.level) : areas.kind === "alike" ? tree.level(areas.level) : undefined;
  return Math.max(1, Math.round(count / Math.max(1, parents?.count ?? Math.ceil(count / 6)))) + own;
}

function membersIn(known: Known, selection: Selection): readonly number[] {
  const dimensions = dimensionsOf(known, selection);
  return selection.by.map((code) => {
    const limited = selection.members.filter((ref) => ref.level === code).length;
    const level = dimensions.flatMap((each) => each.levels).find((each) => each.code === code);
    return limited > 0 ? limited : (level?.members.length ?? 1);
  });
}

/** Transformations that make no sense of the new choice go. */
export function fitTransformations(known: Known, selection: Selection): Fitted {
  const { transformations = [], ...rest } = selection;
  if (transformations.length === 0) return [rest, []];
  const judgement = judged(known, selection);
  if (judgement === undefined) return [selection, []];
  const refused = new Set(judgement.transformations.filter((each) => each.verdict === "no").map((each) => each.code));
  const notices: Notice[] = [];
  const kept = transformations.filter((each) => {
    const code = codeOf(each);
    if (code === undefined || !refused.has(code)) return true;
    notices.push({ kind: "transformation-dropped", code });
    return false;
  });
  return [kept.length === 0 ? rest : { ...rest, transformations: kept }, notices];
}
