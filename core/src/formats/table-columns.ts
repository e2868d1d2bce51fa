import type { CubeMember } from "../model/cube.ts";
import { type Language, say } from "../model/text.ts";
import { axisColumn } from "./csv-read.ts";
import type { CubeHead } from "./format.ts";

/** What a column of the flat table (one row a cell) holds. Those of an axis name it by its place in the cube. */
export type TableColumn =
  | { readonly name: string; readonly holds: "code" | "label" | "level" | "unit"; readonly axis: number }
  | { readonly name: string; readonly holds: FigureColumn };

/** What is said of a cell itself; the names of its columns. */
export type FigureColumn =
  | ("value" | "text" | "status" | "missing_areas" | "flag")
  | ("lower" | "upper" | "respondents" | "interval" | "source" | "licence" | "release");

/** The columns of the flat table in order: the same in every format that writes one. @param hasTexts whether any slab holds texts */
export function tableColumns(head: CubeHead, hasTexts: boolean): readonly TableColumn[] {
  const axes = head.axes.flatMap(({ code, role }, axis): TableColumn[] => {
    const name = axisColumn(code);
    return [
      { name, holds: "code", axis },
      { name: `${name}_label`, holds: "label", axis },
      ...(role === "area" ? [{ name: `${name}_level`, holds: "level", axis } as const] : []),
      ...(role === "indicator" ? [{ name: `${name}_unit`, holds: "unit", axis } as const] : []),
    ];
  });
  const figures: FigureColumn[] = ["value", ...(hasTexts ? ["text" as const] : []), "status", "missing_areas"];
  if (hasRemarks(head)) figures.push("flag");
  if (head.interval) figures.push("lower", "upper", "respondents", "interval");
  figures.push("source", "licence", "release");
  return [...axes, ...figures.map((holds) => ({ name: holds, holds }))];
}

/** What stands in a column of an axis for one of its members; empty where the member has none. */
export function memberField(holds: "code" | "label" | "level" | "unit", member: CubeMember, language: Language): string {
  if (holds === "code") return member.code;
  if (holds === "label") return say(member.label, language);
  if (holds === "level") return member.level ?? "";
  return member.unit ? say(member.unit, language) : "";
}

/** Whether there is anything to be said of any figure: that it is estimated, partial, provisional … */
export function hasRemarks(head: CubeHead): boolean {
  return head.flagged === true || head.axes.some((axis) => axis.members.some((each) => each.provisional || each.forecast));
}

/** Names of sources and licences, each once, separated by `; `. */
export type Origin = { readonly source: string; readonly licence: string };

/** Where figures come from: one for all, or one per member of the axis of indicators where each names its own source. */
export type Origins = { readonly axis: number; readonly of: readonly Origin[] };

/** Where the figures of a cube come from. */
export function originsOf(head: CubeHead, language: Language): Origins {
  const origin = (sources: CubeHead["sources"]): Origin => ({
    source: sources.map((each) => say(each.name, language)).join("; "),
    licence: [...new Set(sources.flatMap((each) => each.licence ?? []))].join("; "),
  });
  const axis = head.axes.findIndex((each) => each.role === "indicator" && each.members.every((member) => member.source !== undefined));
  const members = head.axes[axis]?.members;
  if (members === undefined) return { axis: 0, of: [origin(head.sources)] };
  return { axis, of: members.map((member) => origin(head.sources.filter((source) => source.code === member.source))) };
}
