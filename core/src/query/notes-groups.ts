import type { CubeNote } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import { status } from "../model/status.ts";
import { say, type Text } from "../model/text.ts";
import type { Cell } from "../statistics/cell.ts";
import type { ChosenGroup } from "./choose-groups.ts";

/** Areas that a note names before it says how many more there are. */
const named = 12;

/**
 * What is said with the totals of groups: what each is made of, and where a figure is hidden or cannot be made.
 * @param cells by indicator and group, as `groupCells` gives them
 */
export function notesOfGroups(groups: readonly ChosenGroup[], indicators: readonly Indicator[], cells: readonly Cell[]): CubeNote[] {
  const size = cells.length / Math.max(1, groups.length * indicators.length);
  const has = (indicator: number, group: number, state: number): boolean => {
    const start = (indicator * groups.length + group) * size;
    return cells.slice(start, start + size).some((cell) => cell.status === state);
  };
  const about = indicators.flatMap((indicator, i) => [
    ...(groups.some((_, g) => has(i, g, status.private))
      ? [
          hidden(
            indicator,
            groups.filter((_, g) => has(i, g, status.private)),
          ),
        ]
      : []),
    ...(groups.some((_, g) => has(i, g, status.notAvailable))
      ? [
          unavailable(
            indicator,
            groups.filter((_, g) => has(i, g, status.notAvailable)),
          ),
        ]
      : []),
  ]);
  return [...groups.map(madeOf), ...about];
}

function madeOf(group: ChosenGroup): CubeNote {
  const rest = group.parts.length - named;
  const list = (language: "nl" | "en"): string => {
    const names = group.parts.slice(0, named).map(({ area }) => say(area.name, language));
    const more = rest > 0 ? (language === "nl" ? ` en nog ${rest}` : ` and ${rest} more`) : "";
    return `${say(group.label, language)}: ${names.join(", ")}${more}.`;
  };
  return { kind: "group", text: { nl: list("nl"), en: list("en") } };
}

function hidden(indicator: Indicator, groups: readonly ChosenGroup[]): CubeNote {
  const text = (language: "nl" | "en", more: string): string => `${namesOf(groups, language)}: ${more}`;
  return {
    kind: "reason",
    indicator: indicator.code,
    text: {
      nl: text("nl", "verborgen om privacyredenen, want uit het totaal zou een verborgen cijfer van een deel volgen."),
      en: text("en", "hidden for privacy, since a hidden figure of a part would follow from the total."),
    },
  };
}

function unavailable(indicator: Indicator, groups: readonly ChosenGroup[]): CubeNote {
  const isRelative = indicator.dataType === "percentage" || indicator.dataType === "ratio" || indicator.dataType === "mean";
  const lacksWeight = isRelative && indicator.aggregatesAreas && indicator.formula === undefined && indicator.weight === undefined;
  const why: Text = lacksWeight
    ? { nl: "er is geen gewicht om mee te middelen", en: "there is no weight to average with" }
    : { nl: "dit cijfer bestaat niet voor gebieden samen", en: "this figure does not exist for areas taken together" };
  return {
    kind: "reason",
    indicator: indicator.code,
    text: { nl: `${namesOf(groups, "nl")}: niet beschikbaar, ${why.nl}.`, en: `${namesOf(groups, "en")}: not available, ${why.en}.` },
  };
}

function namesOf(groups: readonly ChosenGroup[], language: "nl" | "en"): string {
  return groups.map((each) => say(each.label, language)).join(", ");
}
