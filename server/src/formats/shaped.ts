import type { CubeHead, FormatOptions } from "@peil/core/formats/format.ts";
import type { CubeMember } from "@peil/core/model/cube.ts";
import { say } from "@peil/core/model/text.ts";
import { openShapes, type Shapes } from "../places/shapes.ts";
import type { AreaTable } from "./area-table.ts";

/** What a file with shapes says of itself before its areas. */
export function shapedHead(head: CubeHead, { sets }: AreaTable, { language, address }: FormatOptions, synthetic: boolean): object {
  return {
    ...(address === undefined ? {} : { address }),
    release: head.release,
    language,
    ...(synthetic ? { synthetic } : {}),
    sources: head.sources.map(({ code, name, licence, url }) => ({ code, name: say(name, language), licence, url })),
    notes: head.notes.map(({ kind, text, indicator }) => ({ kind, text: say(text, language), indicator })),
    columns: sets.map((set) => set.about),
    ...(head.interval === undefined ? {} : { interval: head.interval }),
  };
}

/** The shapes of every level on which there are areas; undefined for a level that has none. */
export async function shapesOf(areas: readonly CubeMember[], { borders }: FormatOptions): Promise<ReadonlyMap<string, Shapes | undefined>> {
  const out = new Map<string, Shapes | undefined>();
  for (const level of new Set(areas.map((each) => each.level ?? ""))) {
    const text = level === "" ? undefined : await borders?.(level);
    out.set(level, text === undefined ? undefined : openShapes(text));
  }
  return out;
}

/** Whether the borders of any level are invented. */
export function isSynthetic(shapes: ReadonlyMap<string, Shapes | undefined>): boolean {
  return [...shapes.values()].some((each) => each?.synthetic === true);
}
