import type { IndicatorDetails } from "@peil/core/api.ts";
import type { TransformationCode } from "@peil/core/guards/choices.ts";
import type { AreaChoice, AreaRef, MemberRef, Selection } from "@peil/core/query/selection.ts";
import { fitCells } from "./change-cells.ts";
import { fitFlow } from "./change-flow.ts";
import { fitPeriods } from "./change-periods.ts";
import { fitTransformations } from "./change-transformations.ts";
import type { OpenTree } from "./tree-index.ts";

/** What is known when a choice is made: the tree, and what was fetched about indicators, under their codes in small letters. */
export type Known = { readonly tree: OpenTree; readonly details: ReadonlyMap<string, IndicatorDetails> };

/** What a change brought along that the reader did not ask for; it is told. */
export type Notice =
  | { readonly kind: "no-figures"; readonly code: string }
  | { readonly kind: "level-moved"; readonly from: string; readonly to: string }
  /** Not all indicators have figures on one level: these have none here. */
  | { readonly kind: "level-partly"; readonly level: string; readonly codes: readonly string[] }
  | { readonly kind: "areas-dropped" | "periods-dropped" | "partner-dropped" | "groups-dropped" }
  | { readonly kind: "axes-dropped" | "axes-added"; readonly levels: readonly string[] }
  | { readonly kind: "members-dropped"; readonly members: readonly MemberRef[] }
  | { readonly kind: "transformation-dropped"; readonly code: TransformationCode };

/** A new choice, and what came along with it. Nothing is chosen where there is no selection. */
export type Changed = { readonly selection: Selection | undefined; readonly notices: readonly Notice[] };

/** One step of making a choice valid: the choice, and what to tell. */
export type Fitted = readonly [Selection, readonly Notice[]];

/** Chooses these indicators, whatever was chosen before; areas, periods and members stay as far as they make sense. */
export function chooseIndicators(known: Known, selection: Selection | undefined, codes: readonly string[]): Changed {
  const { tree } = known;
  const cards = [...new Set(codes.map((code) => code.toLowerCase()))].flatMap((code) => tree.indicator(code) ?? []);
  const empty = cards.filter((card) => tree.coverageOf(card.code).length === 0);
  const notices = empty.map((card): Notice => ({ kind: "no-figures", code: card.code }));
  const indicators = cards.filter((card) => !empty.includes(card)).map((card) => card.code);
  if (indicators.length === 0) return { selection: undefined, notices };
  const before = selection ?? start(tree);
  const level = bestLevel(tree, indicators, before.level);
  const moved = withLevel(tree, { ...before, indicators }, level);
  const told = selection === undefined ? moved[1].filter((each) => each.kind !== "level-moved") : moved[1];
  const settled = settle(known, moved[0]);
  return { selection: settled.selection, notices: [...notices, ...told, ...settled.notices] };
}

/** Adds an indicator to those that are chosen. */
export function addIndicator(known: Known, selection: Selection | undefined, code: string): Changed {
  return chooseIndicators(known, selection, [...(selection?.indicators ?? []), code]);
}

/** Leaves an indicator out; without the last one nothing is chosen any more. */
export function removeIndicator(known: Known, selection: Selection, code: string): Changed {
  const left = selection.indicators.filter((each) => each.toLowerCase() !== code.toLowerCase());
  return chooseIndicators(known, selection, left);
}

/** Chooses the level of areas; areas that were named on another level go. */
export function chooseLevel(known: Known, selection: Selection, level: string): Changed {
  const [moved, notices] = withLevel(known.tree, selection, level);
  const settled = settle(known, moved);
  const told = notices.filter((each) => each.kind !== "level-moved");
  return { selection: settled.selection, notices: [...told, ...settled.notices] };
}

/** Chooses the areas; a list without areas means all of them. */
export function chooseAreas(known: Known, selection: Selection, areas: AreaChoice): Changed {
  const none = areas.kind === "list" && areas.codes.length === 0;
  return settle(known, { ...selection, areas: none ? { kind: "all" } : areas });
}

/** Changes parts of a choice and makes the rest fit. */
export function changeParts(known: Known, selection: Selection, parts: Partial<Selection>): Changed {
  return settle(known, { ...selection, ...parts });
}

/** Makes a choice valid: what does not fit the indicators and the level goes, and it is told. Valid choices stay as they are. */
export function settle(known: Known, selection: Selection): Changed {
  let now = selection;
  const notices: Notice[] = [];
  for (const fit of [fitAreas, fitLevel, fitCells, fitFlow, fitPeriods, fitTransformations]) {
    const [next, told] = fit(known, now);
    now = next;
    notices.push(...told);
  }
  return { selection: now, notices };
}

/** The choice with which a reader begins: all areas of the level that readers know, newest figures, beside the benchmark. */
function start({ view }: OpenTree): Selection {
  return {
    indicators: [],
    level: view.home,
    areas: { kind: "all" },
    compare: [view.benchmark],
    periods: { kind: "recent" },
    by: [],
    members: [],
    pseudo: false,
  };
}

/** Whether an indicator has figures on a level. */
export function hasFigures(tree: OpenTree, code: string, level: string): boolean {
  return tree.coverageOf(code).some((each) => each.level.toLowerCase() === level.toLowerCase());
}

/** The chosen indicators without figures on a level. */
export function withoutFigures(tree: OpenTree, codes: readonly string[], level: string): readonly string[] {
  return codes.filter((code) => !hasFigures(tree, code, level));
}

/** The level on which most indicators have figures: the present one, the one that readers know, else the one with the longest series. */
export function bestLevel(tree: OpenTree, codes: readonly string[], present: string): string {
  const { view } = tree;
  const score = (level: string): readonly number[] => {
    const lengths = codes.map((code) => tree.coverageOf(code).find((each) => each.level === level)?.count ?? 0);
    const have = lengths.filter((each) => each > 0).length;
    return [have, Number(level === present), Number(level === view.home), lengths.reduce((sum, each) => sum + each, 0)];
  };
  const ranked = view.levels.map((level) => ({ level: level.alias, score: score(level.alias) }));
  ranked.sort((a, b) => firstDifference(b.score, a.score));
  return ranked[0]?.level ?? present;
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return (a[at] ?? 0) - (b[at] ?? 0);
  return 0;
}

function withLevel(tree: OpenTree, selection: Selection, level: string): Fitted {
  if (level === selection.level) return [selection, []];
  const notices: Notice[] = [{ kind: "level-moved", from: selection.level, to: level }];
  const stays = fitsLevel(tree, selection.areas, level);
  if (!stays) notices.push({ kind: "areas-dropped" });
  return [{ ...selection, level, areas: stays ? selection.areas : { kind: "all" } }, notices];
}

/** Whether a choice of areas that was made on another level means something on this one: a code alone proves nothing. */
function fitsLevel(tree: OpenTree, areas: AreaChoice, level: string): boolean {
  if (areas.kind === "all") return true;
  const within = tree.level(level)?.within ?? [];
  if (areas.kind === "within") return within.includes(areas.parent.level);
  return areas.kind === "alike" && within.includes(areas.level) && (tree.level(areas.of.level)?.within ?? []).includes(areas.level);
}

/** Areas, comparisons and groups of levels that the site does not have any more go. */
function fitAreas({ tree }: Known, selection: Selection): Fitted {
  const isThere = (ref: AreaRef): boolean => tree.level(ref.level) !== undefined;
  const compare = unique(selection.compare).filter(isThere);
  const groups = selection.groups?.filter((group) =>
    "saved" in group ? tree.view.groups.some((each) => each.code === group.saved) : group.areas.length > 0 && group.areas.every(isThere),
  );
  const { areas } = selection;
  const named = areas.kind === "list" ? { ...areas, codes: [...new Set(areas.codes)] } : areas;
  const { groups: _, ...rest } = selection;
  const dropped = (groups?.length ?? 0) < (selection.groups?.length ?? 0);
  return [
    { ...rest, areas: named, compare, ...(groups === undefined || groups.length === 0 ? {} : { groups }) },
    dropped ? [{ kind: "groups-dropped" }] : [],
  ];
}

/** Where nothing has figures on the level, the best level is taken; where some have none, that is told. */
function fitLevel({ tree }: Known, selection: Selection): Fitted {
  const missing = withoutFigures(tree, selection.indicators, selection.level);
  if (missing.length === 0) return [selection, []];
  if (missing.length < selection.indicators.length) {
    return [selection, [{ kind: "level-partly", level: selection.level, codes: missing }]];
  }
  return withLevel(tree, selection, bestLevel(tree, selection.indicators, selection.level));
}

function unique(refs: readonly AreaRef[]): readonly AreaRef[] {
  return [...new Map(refs.map((ref) => [`${ref.level}:${ref.code}`, ref])).values()];
}
