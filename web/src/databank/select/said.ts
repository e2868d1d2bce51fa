import type { AreaGroup, AreaRef, PeriodChoice, Selection, Transformation } from "@peil/core/query/selection.ts";
import { periodName } from "../../text/period.ts";
import type { SelectWords } from "../../text/select.ts";
import type { Voice } from "../../text/voice.ts";
import type { Known, Notice } from "./change.ts";
import { dimensionsOf } from "./change-cells.ts";
import { codeOf } from "./change-transformations.ts";

/** What is needed to say a choice in words. */
export type Saying = {
  readonly known: Known;
  readonly voice: Voice;
  readonly words: SelectWords;
  readonly areaName: (ref: AreaRef) => string;
};

/** The name of an indicator. */
export function indicatorName({ known, voice }: Pick<Saying, "known" | "voice">, code: string): string {
  return voice.say(known.tree.indicator(code)?.name ?? known.details.get(code.toLowerCase())?.name ?? { nl: code });
}

function levelName({ known, voice }: Pick<Saying, "known" | "voice">, alias: string): string {
  return voice.say(known.tree.level(alias)?.name ?? { nl: alias });
}

/** The chosen areas in a few words: *300 gemeenten*, *gemeenten in Limburg*. */
export function areasSaid(saying: Saying, selection: Selection): string {
  const { known, voice, words, areaName } = saying;
  const { areas } = selection;
  const level = known.tree.level(selection.level);
  const plural = level === undefined ? selection.level : voice.say(level.plural);
  if (areas.kind === "all") return words.areas.all(plural);
  if (areas.kind === "within") return words.areas.withinIn(plural, areaName(areas.parent));
  if (areas.kind === "neighbours") return words.areas.neighboursOf(areaName(areas.of));
  if (areas.kind === "alike") return words.areas.alikeOf(areaName(areas.of), levelName(saying, areas.level));
  const names = areas.codes.map((code) => areaName({ level: selection.level, code }));
  return names.length > 3 ? words.areas.listed(names.length, plural) : names.join(", ");
}

/** The chosen periods in a few words. */
export function periodsSaid({ voice, words }: Pick<Saying, "voice" | "words">, choice: PeriodChoice): string {
  const texts = words.periods;
  if (choice.kind === "recent") return texts.recent;
  const level = choice.kind === "list" ? undefined : Object.entries(texts.levels).find(([each]) => each === choice.level)?.[1];
  const suffix = level === undefined ? "" : ` (${level})`;
  if (choice.kind === "all") return texts.all + suffix;
  if (choice.kind === "last") return texts.lastOf(choice.count) + suffix;
  const names = choice.codes.map((code) => periodName(code, voice));
  return names.length > 4 ? `${names[0]} … ${names.at(-1)} (${names.length})` : names.join(", ");
}

/** The name of a dimension level of the chosen cubes. */
export function axisName({ known, voice }: Pick<Saying, "known" | "voice">, selection: Selection, code: string): string {
  const level = dimensionsOf(known, selection)
    .flatMap((each) => each.levels)
    .find((each) => each.code === code);
  return voice.say(level?.name ?? { nl: code });
}

/** What came along with a change, as a sentence. */
export function noticeSaid(saying: Saying, selection: Selection | undefined, notice: Notice): string {
  const texts = saying.words.notices;
  const axes = (codes: readonly string[]): string =>
    codes.map((code) => (selection === undefined ? code : axisName(saying, selection, code))).join(", ");
  switch (notice.kind) {
    case "no-figures":
      return texts.noFigures(indicatorName(saying, notice.code));
    case "level-moved":
      return texts.moved(levelName(saying, notice.from), levelName(saying, notice.to));
    case "level-partly":
      return texts.partly(levelName(saying, notice.level), notice.codes.map((code) => indicatorName(saying, code)).join(", "));
    case "areas-dropped":
      return texts.areas;
    case "periods-dropped":
      return texts.periods;
    case "partner-dropped":
      return texts.partner;
    case "groups-dropped":
      return texts.groups;
    case "axes-dropped":
      return texts.axesDropped(axes(notice.levels));
    case "axes-added":
      return texts.axesAdded(axes(notice.levels));
    case "members-dropped":
      return texts.members(notice.members.length);
    case "transformation-dropped":
      return texts.transformation(saying.words.compute.names[notice.code]);
  }
}

/** A name by which groups of a choice are told apart. */
export function groupName(group: AreaGroup): string {
  return "saved" in group ? `@${group.saved}` : group.name;
}

/** What a transformation is called, with what was set of it. */
export function transformationName(step: Transformation, { known, voice, words }: Pick<Saying, "known" | "voice" | "words">): string {
  const name = words.compute.names[codeOf(step) ?? "total"];
  if (step.kind === "change" || step.kind === "growth" || step.kind === "index") return `${name} (${baseName(step.base)})`;
  if (step.kind === "share" && step.level !== undefined)
    return `${name} (${voice.say(known.tree.level(step.level)?.name ?? { nl: step.level })})`;
  if (step.kind === "per")
    return `${name} (${voice.number(step.factor)} ${voice.say(known.tree.indicator(step.indicator)?.name ?? { nl: step.indicator })})`;
  return step.kind === "moving-average" || step.kind === "total" ? `${name} (${step.periods})` : name;

  function baseName(base: string): string {
    return base === "first" ? words.compute.first : base === "previous" ? words.compute.previous : periodName(base, voice);
  }
}
