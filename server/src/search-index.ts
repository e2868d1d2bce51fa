import type { LevelCard } from "@peil/core/api.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import { lineageOf } from "@peil/core/query/choose.ts";
import MiniSearch, { type Options } from "minisearch";
import { formsOf, wordsOf } from "./search-words.ts";
import { levelCard } from "./views/cards.ts";
import { themesOf } from "./views/theme-tree.ts";

/** A topic or a theme as it is stored in the index. */
export type TopicEntry = {
  readonly id: number;
  readonly kind: "indicator" | "theme";
  readonly code: string;
  readonly label: Text;
  readonly theme?: Text;
};

/** An area as it is stored in the index. `order` is 0 for the level that readers choose from, more for others. */
export type AreaEntry = {
  readonly id: number;
  readonly level: string;
  readonly code: string;
  readonly label: Text;
  readonly order: number;
  readonly within?: Text;
};

/** What the index file holds. */
export type SearchFile = {
  readonly version: 1;
  readonly levels: readonly LevelCard[];
  readonly topics: ReturnType<MiniSearch["toJSON"]>;
  readonly areas: ReturnType<MiniSearch["toJSON"]>;
};

const shared = { tokenize: wordsOf, processTerm: (word: string) => formsOf(word) };

/** How topics are indexed. Writing and reading must agree. */
export const topicOptions: Options = {
  ...shared,
  fields: ["name", "keywords", "themes", "description", "code"],
  storeFields: ["kind", "code", "label", "theme"],
  searchOptions: { boost: { name: 5, keywords: 3, code: 2, themes: 1.5 }, processTerm: (word) => word },
};

/** How areas are indexed: by name only. */
export const areaOptions: Options = {
  ...shared,
  processTerm: (word) => word,
  fields: ["name"],
  storeFields: ["level", "code", "label", "order", "within"],
  searchOptions: { processTerm: (word) => word },
};

/** Builds the search index of a catalogue as text; publishing writes it into the release. */
export function buildSearchIndex(catalogue: Catalogue): string {
  const topics = new MiniSearch(topicOptions);
  topics.addAll([...indicatorDocuments(catalogue), ...themeDocuments(catalogue)].map((each, id) => ({ ...each, id })));
  const areas = new MiniSearch(areaOptions);
  areas.addAll(areaDocuments(catalogue).map((each, id) => ({ ...each, id })));
  const file: SearchFile = {
    version: 1,
    levels: catalogue.levels.map((level) => levelCard(catalogue, level)),
    topics: topics.toJSON(),
    areas: areas.toJSON(),
  };
  return JSON.stringify(file);
}

function spoken(...texts: readonly (Text | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined ? [] : [text.nl, text.en, text.fr])).join(" ");
}

function indicatorDocuments(catalogue: Catalogue): object[] {
  const themes = themesOf(catalogue);
  return catalogue.indicators.filter(isFound).map((each) => {
    const places = themes.placesOf(each.code);
    const folders = places.flat();
    const alias = themes.aliasesOf(each.code);
    return {
      kind: "indicator",
      code: each.code,
      label: each.name,
      ...(places[0]?.[0] === undefined ? {} : { theme: places[0][0].name }),
      name: spoken(each.name, ...alias),
      keywords: spoken(each.keywords),
      themes: spoken(...folders.map((folder) => folder.name)),
      description: spoken(each.description, each.unit),
    };
  });
}

function isFound(indicator: Indicator): boolean {
  return indicator.visible && indicator.searchable;
}

function themeDocuments(catalogue: Catalogue): object[] {
  return themesOf(catalogue)
    .all()
    .map((theme) => ({
      kind: "theme",
      code: theme.code,
      label: theme.name,
      name: spoken(theme.name),
      description: spoken(theme.description),
    }));
}

function areaDocuments(catalogue: Catalogue): object[] {
  const current = catalogue.levels.filter((level) => level.validTo === undefined);
  const names = new Map(current.map((level) => [level.base, namesOf(catalogue, level)]));
  return catalogue.levels.flatMap((level) => {
    const isCurrent = level.validTo === undefined;
    const newer = names.get(level.base);
    const parents = parentNames(catalogue, level);
    return catalogue
      .areasOf(level.id)
      .filter((area) => !area.pseudo && (isCurrent || !newer?.has(area.name.nl)))
      .map((area) => areaDocument(catalogue, level, area, parents.get(area.id)));
  });
}

function areaDocument(catalogue: Catalogue, level: Level, area: Area, within: Text | undefined): object {
  return {
    level: level.alias,
    code: area.code,
    label: area.name,
    order: orderOf(catalogue, level),
    name: spoken(area.name),
    ...(within === undefined ? {} : { within }),
  };
}

function orderOf(catalogue: Catalogue, level: Level): number {
  if (level.validTo !== undefined) return 3;
  if (level.alias === catalogue.site.homeLevel) return 0;
  return catalogue.site.benchmarkLevels.includes(level.alias) || level.alias === catalogue.site.benchmark.level ? 1 : 2;
}

function namesOf(catalogue: Catalogue, level: Level): ReadonlySet<string> {
  return new Set(catalogue.areasOf(level.id).map((area) => area.name.nl));
}

/** The name of the area in which each area lies: of the level that readers know, else of the finest level to compare with. */
function parentNames(catalogue: Catalogue, level: Level): ReadonlyMap<number, Text> {
  const { homeLevel, benchmarkLevels } = catalogue.site;
  const wanted = [homeLevel, ...benchmarkLevels].map((alias) => catalogue.level(alias)?.id);
  const path = wanted
    .map((parent) => lineageOf(catalogue).paths.find((each) => each.childLevel === level.id && each.parentLevel === parent))
    .find((each) => each !== undefined);
  const out = new Map<number, Text>();
  for (const link of path?.links ?? []) {
    const parent = catalogue.areaById(link.parent);
    if (parent !== undefined) out.set(link.child, parent.name);
  }
  return out;
}
