import type { AreaRef, PeriodChoice, Selection } from "@peil/core/query/selection.ts";

const plain = (text: string): string => encodeURIComponent(text).replaceAll("%3A", ":").replaceAll("%2C", ",");
const ref = (area: AreaRef): string => `${area.level}:${area.code}`;

function periods(choice: PeriodChoice): string | undefined {
  if (choice.kind === "list") return choice.codes.join(",");
  if (choice.kind === "recent") return "recent";
  const level = choice.level === undefined ? "" : `:${choice.level}`;
  return choice.kind === "all" ? `all${level}` : `last:${choice.count}${level}`;
}

/** The query text of a selection. */
export function formatSelection(selection: Selection): string {
  const { areas } = selection;
  const pairs: readonly (readonly [string, string | undefined])[] = [
    ["level", selection.level],
    ["area", areas.kind === "list" ? areas.codes.join(",") : undefined],
    ["within", areas.kind === "within" ? ref(areas.parent) : undefined],
    ["compare", selection.compare.map(ref).join(",")],
    ["period", periods(selection.periods)],
    ["by", selection.by.join(",")],
    ["member", selection.members.map((each) => `${each.level}_${each.code}`).join(",")],
    ["release", selection.release],
  ];
  return pairs
    .filter(([, value]) => value !== undefined && value !== "")
    .map(([key, value]) => `${key}=${plain(value ?? "")}`)
    .join("&");
}
