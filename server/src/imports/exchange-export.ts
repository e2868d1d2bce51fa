import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { ExchangeDimension, ExchangeHead, ExchangeIndicator, ExchangeLevel } from "@peil/core/model/exchange.ts";
import { writeFigures } from "../store/exchange-write.ts";
import type { EngineOptions } from "../store/load-writer.ts";
import type { WorkingCopy } from "../working-copy.ts";
import { articleFolder, writeArticles } from "./exchange-articles.ts";
import { treeOf } from "./exchange-themes.ts";

/**
 * Writes the whole working copy in exchange format. The folder appears when everything is in it. Without the history: of the
 * loads only the figures that count.
 * @param target a folder that does not exist or is empty
 * @throws `folder-not-empty`, `data-damaged`
 */
export async function exportExchange({ folder, documents }: WorkingCopy, target: string, engine?: EngineOptions): Promise<void> {
  if (existsSync(target) && (await readdir(target)).length > 0) fail("folder-not-empty", { folder: target });
  const draft = join(dirname(target), `.export-${process.pid}`);
  await rm(draft, { recursive: true, force: true });
  try {
    await mkdir(join(draft, "data"), { recursive: true });
    await mkdir(join(draft, "geometry"));
    const data = await documents.catalogue();
    for (const [name, content] of Object.entries(textsOf(data))) await writeFile(join(draft, name), content);
    const articles = writeArticles(data.site.articles ?? []);
    if (articles.size > 0) await mkdir(join(draft, articleFolder));
    for (const [name, content] of articles) await writeFile(join(draft, articleFolder, name), content);
    for (const level of data.levels) {
      const topology = await documents.geometry(level.id);
      if (topology !== undefined) await writeFile(join(draft, "geometry", `${level.alias}.topojson`), topology);
    }
    const loads = await documents.loads();
    await writeFigures({ folder, loads, data, target: join(draft, "data"), ...(engine ? { engine } : {}) });
    await rm(join(draft, "data", ".tmp"), { recursive: true, force: true });
    if (existsSync(target)) await rmdir(target);
    await rename(draft, target);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** The text files of a catalogue in exchange format, by name. */
export function textsOf(data: CatalogueData): Record<string, string> {
  const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;
  const { articles: _, ...site } = data.site;
  const head: ExchangeHead = { format: "peil-exchange", version: 1, site };
  const levels = [...data.levels].sort((a, b) => a.sequence - b.sequence || compare(a.alias, b.alias));
  const indicators = [...data.indicators].sort((a, b) => a.sequence - b.sequence || a.id - b.id);
  return {
    "peil.json": json(head),
    "levels.json": json(levels.map(({ id: _id, ...level }): ExchangeLevel => level)),
    "areas.csv": areasCsv(data),
    "aggregation.csv": aggregationCsv(data),
    "dimensions.json": json(dimensionsOf(data)),
    "sources.json": json(data.sources),
    "indicators.json": json(indicators.map(({ id: _, sequence: __, ...indicator }): ExchangeIndicator => indicator)),
    "themes.json": json(treeOf(data.themes)),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function csv(rows: readonly (readonly (string | number)[])[]): string {
  const field = (value: string | number): string => {
    const text = String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return rows.map((row) => `${row.map(field).join(",")}\n`).join("");
}

function areasCsv(data: CatalogueData): string {
  const levels = new Map(data.levels.map((each) => [each.id, each]));
  const order = (level: number): number => levels.get(level)?.sequence ?? 0;
  const areas = [...data.areas].sort(
    (a, b) => order(a.level) - order(b.level) || a.level - b.level || a.sequence - b.sequence || compare(a.code, b.code),
  );
  const head = ["level", "code", "name_nl", "name_en", "name_fr", "sequence", "pseudo", "article_nl", "article_en", "article_fr"];
  const rows = areas.map(({ level, code, name, sequence, pseudo, article }) => [
    ...[levels.get(level)?.alias ?? "", code, name.nl, name.en ?? "", name.fr ?? "", sequence, pseudo ? 1 : 0],
    ...[article?.nl ?? "", article?.en ?? "", article?.fr ?? ""],
  ]);
  return csv([head, ...rows]);
}

function aggregationCsv(data: CatalogueData): string {
  const levels = new Map(data.levels.map((each) => [each.id, each.alias]));
  const areas = new Map(data.areas.map((each) => [each.id, each.code]));
  const rows = data.tables.flatMap(({ childLevel, parentLevel, links }) =>
    links.map((link) => [
      ...[levels.get(childLevel) ?? "", areas.get(link.child) ?? "", levels.get(parentLevel) ?? "", areas.get(link.parent) ?? ""],
      link.weight ?? "",
    ]),
  );
  rows.sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
  return csv([["child_level", "child", "parent_level", "parent", "weight"], ...rows]);
}

function dimensionsOf(data: CatalogueData): ExchangeDimension[] {
  const members = new Map(data.members.map((each) => [each.id, each]));
  const codes = new Map(data.dimensionLevels.map((each) => [each.id, each.code]));
  const groups = Map.groupBy(data.memberLinks, (link) => `${members.get(link.child)?.level}:${members.get(link.parent)?.level}`);
  const aggregation = [...groups].map(([levels, links]) => {
    const [child, parent] = levels.split(":").map(Number);
    const pairs = links.map((link): [string, string] => [members.get(link.child)?.code ?? "", members.get(link.parent)?.code ?? ""]);
    return { childLevel: child, child: codes.get(child ?? 0) ?? "", parent: codes.get(parent ?? 0) ?? "", links: pairs };
  });
  return data.dimensions.map(({ code, name }) => {
    const levels = data.dimensionLevels.filter((each) => each.dimension === code);
    return {
      code,
      name,
      levels: levels.map((level) => ({ code: level.code, name: level.name, members: membersOf(data, level.id) })),
      aggregation: aggregation
        .filter((each) => levels.some((level) => level.id === each.childLevel))
        .map(({ child, parent, links }) => ({ child, parent, links })),
    };
  });
}

function membersOf(data: CatalogueData, level: number): { code: string; name: ExchangeLevel["name"] }[] {
  const members = data.members.filter((each) => each.level === level).sort((a, b) => a.sequence - b.sequence || a.id - b.id);
  return members.map(({ code, name }) => ({ code, name }));
}
