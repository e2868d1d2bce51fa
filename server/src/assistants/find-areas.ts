import type { AreaCard, LevelCard } from "@peil/core/api.ts";
import { say } from "@peil/core/model/text.ts";
import * as z from "zod";
import { wordsOf } from "../search-words.ts";
import type { Desk } from "./desk.ts";
import { defineTool } from "./tool.ts";
import { wordsIn } from "./words.ts";

const areaSchema = z.strictObject({
  area: z.string().describe("level:code, as the other tools ask it"),
  name: z.string(),
  level: z.string(),
  level_name: z.string(),
  within: z.string().optional(),
});
const levelSchema = z.strictObject({ level: z.string(), name: z.string(), areas: z.number() });

/** `find_areas`: words → areas; a level → its areas; nothing → the levels. */
export const findAreas = defineTool({
  name: "find_areas",
  title: "Find areas",
  description:
    "Finds areas (municipalities, provinces, regions, sectors …) by name or code, or lists those of a level. Without words and level: the levels. Areas change: a level such as gemeente2018 is an older division than gemeente.",
  input: {
    words: z.string().trim().max(200).default("").describe("Name, part of a name, or code, such as: Gent, 44021."),
    level: z.string().trim().max(120).default("").describe("Code of a level, as this tool gives it."),
    limit: z.int().min(1).max(500).default(50),
    offset: z.int().min(0).max(1_000_000).default(0),
  },
  output: {
    release: z.string(),
    total: z.number(),
    next_offset: z.number().optional(),
    areas: z.array(areaSchema),
    levels: z.array(levelSchema),
  },
  async run({ words, level, limit, offset }, desk) {
    const levels = await desk.views.levels(desk.scope, {});
    const found = level === "" ? await byWords(words, desk) : await ofLevel(level, words, levels, desk);
    const areas = found.slice(offset, offset + limit);
    const cards = words === "" && level === "" ? levels : [];
    const data = {
      release: desk.scope.release.id,
      total: found.length,
      ...(offset + limit < found.length ? { next_offset: offset + limit } : {}),
      areas: [...areas],
      levels: cards.map((each) => ({ level: each.alias, name: say(each.plural, desk.language), areas: each.count })),
    };
    const lines = [
      ...data.areas.map((each) => `- ${each.area}: ${each.name} (${each.level_name}${each.within ? `, ${each.within}` : ""})`),
      ...data.levels.map((each) => `- ${each.level}: ${each.name} (${each.areas})`),
    ];
    return { data, text: lines.join("\n") || wordsIn(desk.language).nothing };
  },
});

type Found = z.infer<typeof areaSchema>;

function foundOf(area: AreaCard, level: Pick<LevelCard, "name">, desk: Desk, within?: string): Found {
  return {
    area: `${area.level}:${area.code}`,
    name: say(area.name, desk.language),
    level: area.level,
    level_name: say(level.name, desk.language),
    ...(within === undefined ? {} : { within }),
  };
}

async function byWords(words: string, desk: Desk): Promise<readonly Found[]> {
  if (words === "") return [];
  const hits = await desk.views.search(desk.scope, { q: words });
  return hits.flatMap((hit) =>
    hit.kind === "area" ? [foundOf(hit.area, hit.level, desk, hit.within && say(hit.within, desk.language))] : [],
  );
}

async function ofLevel(level: string, words: string, levels: readonly LevelCard[], desk: Desk): Promise<readonly Found[]> {
  const areas = await desk.views.areas(desk.scope, { level });
  const asked = wordsOf(words);
  const card = levels.find((each) => each.alias.toLowerCase() === level.toLowerCase());
  const fits = (area: AreaCard): boolean => {
    const own = wordsOf(`${Object.values(area.name).join(" ")} ${area.code}`);
    return asked.every((word) => own.some((each) => each.startsWith(word)));
  };
  return areas.filter(fits).map((each) => foundOf(each, card ?? { name: { nl: each.level } }, desk));
}
