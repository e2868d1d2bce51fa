import type { IndicatorDetails, SearchHit } from "@peil/core/api.ts";
import { say } from "@peil/core/model/text.ts";
import * as z from "zod";
import { aboutOf, aboutSchema, sourceLine } from "./about.ts";
import type { Desk } from "./desk.ts";
import { defineTool } from "./tool.ts";
import { wordsIn } from "./words.ts";

const themeSchema = z.strictObject({ code: z.string(), name: z.string(), indicators: z.number().optional() });

const foundSchema = z.strictObject({
  ...aboutSchema.shape,
  themes: z.array(z.string()).describe("Where it stands in the theme tree."),
  levels: z
    .array(z.strictObject({ level: z.string(), name: z.string(), first: z.string(), last: z.string(), periods: z.number() }))
    .describe("Levels of areas on which it has figures, coarse to fine, with first and last period."),
  dimensions: z.array(z.strictObject({ level: z.string(), name: z.string(), members: z.number() })).optional(),
});
type FoundIndicator = z.infer<typeof foundSchema>;

/** `find_indicators`: words or a theme → indicators. */
export const findIndicators = defineTool({
  name: "find_indicators",
  title: "Find indicators",
  description:
    "Finds indicators (topics with figures) by words in Dutch or English, or all those of a theme. Gives code, unit, source, licence, levels of areas and periods. Without words and theme: the main themes. Start here: the other tools ask for codes.",
  input: {
    words: z
      .string()
      .trim()
      .max(200)
      .default("")
      .describe("What is looked for, such as: inwoners, unemployment, wachtlijst sociale woning."),
    theme: z.string().trim().max(120).default("").describe("Code of a theme, as this tool gives it; lists its indicators."),
    limit: z.int().min(1).max(50).default(10),
    offset: z.int().min(0).max(100_000).default(0).describe("How many to skip, to go on where an earlier answer ended."),
  },
  output: {
    release: z.string(),
    total: z.number(),
    next_offset: z.number().optional(),
    indicators: z.array(foundSchema),
    themes: z.array(themeSchema),
  },
  async run({ words, theme, limit, offset }, desk) {
    const { codes, themes } = theme === "" ? await byWords(words, desk) : await ofTheme(theme, desk);
    const shown = codes.slice(offset, offset + limit);
    const details = shown.length === 0 ? [] : await desk.views.details(desk.scope, { codes: shown.join(",") });
    const indicators = details.map((each) => foundOf(each, desk));
    const data = {
      release: desk.scope.release.id,
      total: codes.length,
      ...(offset + limit < codes.length ? { next_offset: offset + limit } : {}),
      indicators,
      themes: [...themes],
    };
    return { data, text: textOf(data, desk) };
  },
});

type Places = { readonly codes: readonly string[]; readonly themes: readonly z.infer<typeof themeSchema>[] };

async function byWords(words: string, desk: Desk): Promise<Places> {
  if (words === "") {
    const { themes } = await desk.views.home(desk.scope, {});
    return { codes: [], themes: themes.map((each) => ({ code: each.code, name: say(each.name, desk.language), indicators: each.count })) };
  }
  const hits = await desk.views.search(desk.scope, { q: words });
  const of = <K extends SearchHit["kind"]>(kind: K) => hits.filter((each): each is Extract<SearchHit, { kind: K }> => each.kind === kind);
  const codes = [...new Set(of("indicator").map((each) => each.code))];
  const themes = new Map(of("theme").map((each) => [each.code, { code: each.code, name: say(each.name, desk.language) }]));
  return { codes, themes: [...themes.values()] };
}

async function ofTheme(code: string, desk: Desk): Promise<Places> {
  const view = await desk.views.theme(desk.scope, { code });
  const codes = new Set(view.groups.flatMap((group) => group.indicators.map((each) => each.code)));
  const themes = view.children.map((each) => ({ code: each.code, name: say(each.name, desk.language), indicators: each.count }));
  return { codes: [...codes], themes };
}

function foundOf(details: IndicatorDetails, desk: Desk): FoundIndicator {
  const { language } = desk;
  const dimensions = details.dimensions.flatMap((dimension) =>
    dimension.levels.map((each) => ({ level: each.code, name: say(each.name, language), members: each.members.length })),
  );
  return {
    ...aboutOf(details, desk),
    themes: details.places.map((path) => path.map((each) => say(each.name, language)).join(" › ")),
    levels: details.available.map(({ level, periods }) => ({
      level: level.alias,
      name: say(level.plural, language),
      first: periods[0] ?? "",
      last: periods.at(-1) ?? "",
      periods: periods.length,
    })),
    ...(dimensions.length === 0 ? {} : { dimensions }),
  };
}

function textOf({ indicators, themes }: { indicators: readonly FoundIndicator[]; themes: Places["themes"] }, desk: Desk): string {
  if (indicators.length === 0 && themes.length === 0) return wordsIn(desk.language).nothing;
  const lines = indicators.map((each) => {
    const levels = each.levels.map(({ level, first, last }) => `${level} ${first}–${last}`).join("; ");
    return `- ${each.code}: ${each.name} (${each.unit}). ${levels}. ${sourceLine(each, desk)}`;
  });
  return [...lines, ...themes.map((each) => `- theme ${each.code}: ${each.name}`)].join("\n");
}
