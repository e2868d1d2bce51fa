import { fail } from "@peil/core/errors.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { ExchangeIndicator, ExchangeTheme } from "@peil/core/model/exchange.ts";
import { tryPeriod } from "@peil/core/model/period.ts";
import type { GlanceSet, Similarity } from "@peil/core/model/site.ts";
import { splitMember } from "@peil/core/query/split-member.ts";
import type { ExchangeContent } from "./exchange-read.ts";
import { refuse } from "./shapes.ts";

/**
 * Checks that every code that an exchange folder refers to exists once it is imported.
 * @throws `exchange-unknown-code`, `exchange-invalid`, `exchange-duplicate`
 */
export function checkReferences(content: ExchangeContent, catalogue: Catalogue): void {
  checkSite(content, catalogue);
  content.indicators.forEach((each, i) => {
    checkIndicator(each, `[${i}]`, catalogue);
  });
  checkThemes(content.themes, "", catalogue, new Set());
  for (const { alias, file, codes } of content.geometry) {
    const level = catalogue.level(alias)?.id ?? 0;
    const stray = codes.find((code) => catalogue.area(level, code) === undefined);
    if (stray !== undefined) unknown(file, `objects.${alias}`, stray, "areas.csv");
  }
}

function unknown(file: string, place: string, code: string, where: string): never {
  return fail("exchange-unknown-code", { file, place, code, where });
}

function checkSite(content: ExchangeContent, catalogue: Catalogue): void {
  const file = "peil.json";
  const { homeLevel, benchmarkLevels, benchmark } = content.head.site;
  for (const alias of [homeLevel, ...benchmarkLevels, benchmark.level]) {
    if (catalogue.level(alias) === undefined) unknown(file, "site", alias, "levels.json");
  }
  const level = catalogue.level(benchmark.level)?.id ?? 0;
  if (catalogue.area(level, benchmark.area) === undefined) unknown(file, "site.benchmark", benchmark.area, "areas.csv");
  (content.head.site.similarity ?? []).forEach((each, i) => {
    checkSimilarity(each, `site.similarity[${i}]`, catalogue);
  });
  for (const { date, indicators } of content.head.site.announcements ?? []) {
    for (const code of indicators)
      if (catalogue.indicator(code) === undefined) unknown(file, `site.announcements/${date}`, code, "indicators.json");
  }
  for (const group of content.head.site.groups ?? []) {
    for (const ref of group.areas) {
      const of = catalogue.level(ref.level);
      if (of === undefined) unknown(file, `site.groups/${group.code}`, ref.level, "levels.json");
      else if (catalogue.area(of.id, ref.code) === undefined) unknown(file, `site.groups/${group.code}`, ref.code, "areas.csv");
    }
  }
  checkGlance(content.head.site.glance ?? [], catalogue);
  const folders = new Set(catalogue.themes.flatMap((node) => (node.kind === "folder" ? [node.target.toLowerCase()] : [])));
  for (const { theme } of content.head.site.openData?.themes ?? [])
    if (!folders.has(theme.toLowerCase())) unknown(file, "site.openData.themes", theme, "themes.json");
}

/** Every theme of a core set stands in the tree and comes once; of its indicators each exists and comes once. */
function checkGlance(sets: readonly GlanceSet[], catalogue: Catalogue): void {
  const file = "peil.json";
  const folders = new Set(catalogue.themes.filter((node) => node.kind === "folder").map((node) => node.target.toLowerCase()));
  const seen = new Set<string>();
  sets.forEach(({ theme, indicators }, i) => {
    const place = `site.glance[${i}]`;
    if (!folders.has(theme.toLowerCase())) unknown(file, `${place}.theme`, theme, "themes.json");
    if (seen.has(theme.toLowerCase())) fail("exchange-duplicate", { file, place, code: theme });
    seen.add(theme.toLowerCase());
    if (indicators.length === 0) refuse(theme, { file, path: `${place}.indicators` }, '["…", …]');
    const own = new Set<string>();
    for (const code of indicators) {
      if (catalogue.indicator(code) === undefined) unknown(file, `${place}.indicators`, code, "indicators.json");
      if (own.has(code.toLowerCase())) fail("exchange-duplicate", { file, place: `${place}.indicators`, code });
      own.add(code.toLowerCase());
    }
  });
}

function checkSimilarity({ code, level, parts }: Similarity, at: string, catalogue: Catalogue): void {
  const file = "peil.json";
  if (catalogue.level(level) === undefined) unknown(file, `${at}.level`, level, "levels.json");
  if (parts.length === 0) refuse(code, { file, path: `${at}.parts` }, "[{indicator, weight}, …]");
  for (const each of parts) {
    const indicator = catalogue.indicator(each.indicator);
    if (indicator === undefined) unknown(file, `${at}.parts`, each.indicator, "indicators.json");
    else if (each.member !== undefined && splitMember(each.member, catalogue, indicator) === undefined)
      unknown(file, `${at}.parts`, each.member, "dimensions.json");
  }
}

const companions = ["weight", "allocation", "sample", "base", "deviation", "thresholdIndicator"] as const;
const moments = ["forecastFrom", "startPeriod", "endPeriod"] as const;

function checkIndicator(each: ExchangeIndicator, at: string, catalogue: Catalogue): void {
  const file = "indicators.json";
  if (each.source !== undefined && catalogue.source(each.source) === undefined) unknown(file, `${at}.source`, each.source, "sources.json");
  for (const name of companions) {
    const code = each[name];
    if (code !== undefined && catalogue.indicator(code) === undefined) unknown(file, `${at}.${name}`, code, file);
  }
  for (const code of each.dimensionLevels ?? []) {
    if (catalogue.dimensionLevel(code) === undefined) unknown(file, `${at}.dimensionLevels`, code, "dimensions.json");
  }
  for (const name of moments) {
    const code = each[name];
    if (code !== undefined && tryPeriod(code) === undefined) refuse(code, { file, path: `${at}.${name}` }, "2024 | 2024Q1 | 2024M01 …");
  }
  for (const code of each.provisional ?? []) {
    if (tryPeriod(code) === undefined) refuse(code, { file, path: `${at}.provisional` }, "2024 | 2024Q1 | 2024M01 …");
  }
  const isCube = each.shape === "cube";
  if (isCube !== (each.dimensionLevels ?? []).length > 0) {
    refuse(each.code, { file, path: `${at}.dimensionLevels` }, isCube ? '["…", …]' : 'shape "cube"');
  }
}

function checkThemes(tree: readonly ExchangeTheme[], at: string, catalogue: Catalogue, folders: Set<string>): void {
  const file = "themes.json";
  tree.forEach((each, i) => {
    const place = `${at}[${i}]`;
    if ("indicator" in each && catalogue.indicator(each.indicator) === undefined) unknown(file, place, each.indicator, "indicators.json");
    if (!("folder" in each)) return;
    if (folders.has(each.folder.toLowerCase())) fail("exchange-duplicate", { file, place, code: each.folder });
    folders.add(each.folder.toLowerCase());
    checkThemes(each.children, `${place}.children`, catalogue, folders);
  });
}
