import type { AreaCard, LevelCard, SearchHit } from "@peil/core/api.ts";
import { fail } from "@peil/core/errors.ts";
import MiniSearch, { type Query, type SearchResult } from "minisearch";
import { type AreaEntry, areaOptions, type SearchFile, type TopicEntry, topicOptions } from "./search-index.ts";
import { formsOf, isSmallWord, plainText, wordsOf } from "./search-words.ts";

export { buildSearchIndex } from "./search-index.ts";

/** Finds topics, themes and areas in what people type. */
export type Search = (text: string) => readonly SearchHit[];

const most = { areas: 6, topics: 10, themes: 4, together: 6 };

/** Opens the text that `buildSearchIndex` made. Cost: linear in its size; a search takes milliseconds. */
export function openSearch(text: string): Search {
  const file = JSON.parse(text) as SearchFile;
  if (file.version !== 1) fail("data-damaged", { what: "search index", mend: "peil publish" });
  const topics = MiniSearch.loadJS(file.topics, topicOptions);
  const areas = MiniSearch.loadJS(file.areas, areaOptions);
  const levels = new Map(file.levels.map((level) => [level.alias, level]));

  return (typed) => {
    const words = meaningful(wordsOf(typed.slice(0, 200)).slice(0, 12));
    if (words.length === 0) return [];
    const whole = findAreas(areas, words, false);
    const split = whole.length > 0 ? undefined : splitArea(areas, words);
    const named = split === undefined ? (whole.length > 0 ? whole : findAreas(areas, words, true)) : [split.area];
    const together = split === undefined ? [] : findTopics(topics, split.rest);
    const alone = findTopics(topics, words);
    return [
      ...named.slice(0, most.areas).flatMap((area) => areaHit(area, levels)),
      ...hitsOf(together, most.together, split && cardOf(split.area)),
      ...hitsOf(alone.length > 0 || split === undefined ? alone : together, most.topics),
    ];
  };
}

function meaningful(words: readonly string[]): readonly string[] {
  const kept = words.filter((word) => !isSmallWord(word));
  return kept.length > 0 ? kept : words;
}

function termQuery(word: string, last: boolean): Query {
  const forms = formsOf(word);
  return {
    combineWith: "OR",
    queries: forms.map((form) => ({
      queries: [form],
      prefix: last ? form.length >= 2 : form.length >= 3,
      fuzzy: form.length >= 5 ? 0.2 : false,
    })),
  };
}

function findTopics(index: MiniSearch, words: readonly string[]): readonly TopicEntry[] {
  if (words.length === 0) return [];
  const queries = words.map((word, i) => termQuery(word, i === words.length - 1));
  const strict = index.search({ combineWith: "AND", queries });
  const found = strict.length > 0 || words.length === 1 ? strict : index.search({ combineWith: "OR", queries });
  return found.map((each) => each as SearchResult & TopicEntry);
}

/** Areas by name: those that are called exactly so first, then by level, then by how well they fit. */
function findAreas(index: MiniSearch, words: readonly string[], fuzzy: boolean): readonly AreaEntry[] {
  const typed = words.join(" ");
  const found = index.search({
    combineWith: "AND",
    queries: words.map((word) => ({ queries: [word], prefix: word.length >= 2, fuzzy: fuzzy && word.length >= 5 ? 0.2 : false })),
  }) as (SearchResult & AreaEntry)[];
  const near = (entry: AreaEntry): number => {
    const name = wordsOf(entry.label.nl).join(" ");
    if (name === typed) return 0;
    return name.startsWith(typed) ? 1 : 2;
  };
  return found
    .map((entry) => ({ entry, near: near(entry) }))
    .sort((a, b) => a.near - b.near || a.entry.order - b.entry.order || b.entry.score - a.entry.score)
    .map((each) => each.entry);
}

/**
 * Splits the words of an area's name off what was typed: *gent werk* is the area Gent and the topic werk. The longest
 * run of words that is the whole name of an area counts; the level that readers choose from before others.
 */
function splitArea(index: MiniSearch, words: readonly string[]): { area: AreaEntry; rest: readonly string[] } | undefined {
  for (let length = Math.min(4, words.length - 1); length >= 1; length--) {
    const found = Array.from({ length: words.length - length + 1 }, (_, start) => {
      const run = words.slice(start, start + length);
      const best = findAreas(index, run, false)[0];
      const rest = [...words.slice(0, start), ...words.slice(start + length)];
      return best !== undefined && isNamed(best, run) ? [{ area: best, rest }] : [];
    }).flat();
    if (found.length > 0) return found.sort((a, b) => a.area.order - b.area.order)[0];
  }
  return undefined;
}

function isNamed(area: AreaEntry, words: readonly string[]): boolean {
  const typed = words.join(" ");
  return [area.label.nl, area.label.en, area.label.fr].some((name) => name !== undefined && wordsOf(plainText(name)).join(" ") === typed);
}

function cardOf(area: AreaEntry): AreaCard {
  return { level: area.level, code: area.code, name: area.label };
}

function areaHit(area: AreaEntry, levels: ReadonlyMap<string, LevelCard>): SearchHit[] {
  const level = levels.get(area.level);
  if (level === undefined) return [];
  return [{ kind: "area", area: cardOf(area), level, ...(area.within === undefined ? {} : { within: area.within }) }];
}

function hitsOf(entries: readonly TopicEntry[], count: number, area?: AreaCard): SearchHit[] {
  const own = area === undefined ? {} : { area };
  const themes = entries.filter((each) => each.kind === "theme").slice(0, most.themes);
  const indicators = entries.filter((each) => each.kind === "indicator").slice(0, count);
  return [
    ...themes.map((each): SearchHit => ({ kind: "theme", code: each.code, name: each.label, ...own })),
    ...indicators.map((each): SearchHit => {
      const theme = each.theme === undefined ? {} : { theme: each.theme };
      return { kind: "indicator", code: each.code, name: each.label, ...theme, ...own };
    }),
  ];
}
