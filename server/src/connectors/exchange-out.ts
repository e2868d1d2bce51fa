import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import { type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { ExchangeDimension, ExchangeHead, ExchangeIndicator, ExchangeLevel, ExchangeTheme } from "@peil/core/model/exchange.ts";
import type { ThemeNode } from "@peil/core/model/theme.ts";
import { writeExchangeFigures } from "../store/exchange-out.ts";
import type { EngineOptions } from "../store/load-writer.ts";
import type { WorkingCopy } from "../working-copy.ts";

/**
 * Writes the whole working copy in exchange format: catalogue, borders and figures. The folder must be new or empty.
 * @throws `folder-unwritable`, `folder-not-empty`
 */
export async function exportExchange(
  target: string,
  { folder, documents }: WorkingCopy,
  engine: EngineOptions = {},
): Promise<CatalogueData> {
  const data = await documents.catalogue();
  prepare(target);
  writeCatalogue(target, data);
  for (const id of await documents.geometryLevels()) {
    const alias = data.levels.find((level) => level.id === id)?.alias;
    const topology = await documents.geometry(id);
    if (alias !== undefined && topology !== undefined) writeFileSync(join(target, "geometry", `${alias}.topojson`), topology);
  }
  const cubes = data.indicators.filter((each) => each.shape === "cube" && each.formula === undefined);
  await writeExchangeFigures({
    ...engine,
    loads: await documents.loads(),
    folder,
    target: join(target, "data"),
    codes: {
      indicators: new Map(data.indicators.map((each) => [each.id, each.code])),
      levels: new Map(data.levels.map((each) => [each.id, each.alias])),
      areas: new Map(data.areas.map((each) => [each.id, each.code])),
      members: new Map(data.members.map((each) => [each.id, each.code])),
    },
    cubes: cubes.map((each) => ({ id: each.id, code: each.code, columns: each.dimensionLevels ?? [] })),
  });
  rmSync(join(target, "data", ".temp"), { recursive: true, force: true });
  return data;
}

function prepare(target: string): void {
  if (existsSync(target) && readdirSync(target).length > 0) fail("folder-not-empty", { folder: target });
  try {
    for (const name of ["data", "geometry"]) mkdirSync(join(target, name), { recursive: true });
  } catch {
    fail("folder-unwritable", { folder: target });
  }
}

function writeCatalogue(target: string, data: CatalogueData): void {
  const json = (name: string, content: unknown): void => writeFileSync(join(target, name), `${JSON.stringify(content, undefined, 1)}\n`);
  const csv = (name: string, rows: readonly (readonly (string | number | undefined)[])[]): void =>
    writeFileSync(join(target, name), rows.map((row) => `${row.map(cellOf).join(",")}\n`).join(""));
  const head: ExchangeHead = { format: "peil-exchange", version: 1, site: data.site };
  json("peil.json", head);
  json(
    "levels.json",
    data.levels.map(({ id: _, ...level }): ExchangeLevel => level),
  );
  json("dimensions.json", dimensionsOf(data));
  json("sources.json", data.sources);
  json(
    "indicators.json",
    bySequence(data.indicators).map(({ id: _, sequence: __, ...each }): ExchangeIndicator => each),
  );
  json("themes.json", themesBelow(data.themes, undefined));
  csv("areas.csv", [
    ["level", "code", "name_nl", "name_en", "name_fr", "sequence", "pseudo", "article_nl", "article_en", "article_fr"],
    ...areaRows(data),
  ]);
  csv("aggregation.csv", [["child_level", "child", "parent_level", "parent", "weight"], ...linkRows(data)]);
}

function cellOf(value: string | number | undefined): string {
  const text = value === undefined ? "" : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function bySequence<T extends { readonly sequence: number; readonly id: number }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => a.sequence - b.sequence || a.id - b.id);
}

function areaRows(data: CatalogueData): (readonly (string | number | undefined)[])[] {
  const aliases = new Map(data.levels.map((level) => [level.id, level.alias]));
  const sorted = [...data.areas].sort((a, b) => a.level - b.level || a.sequence - b.sequence || a.id - b.id);
  return sorted.map(({ level, code, name, sequence, pseudo, article }) => [
    ...[aliases.get(level), code, name.nl, name.en, name.fr, sequence, pseudo ? 1 : 0],
    ...[article?.nl, article?.en, article?.fr],
  ]);
}

function linkRows(data: CatalogueData): (readonly (string | number | undefined)[])[] {
  const aliases = new Map(data.levels.map((level) => [level.id, level.alias]));
  const codes = new Map(data.areas.map((area) => [area.id, area.code]));
  return data.tables.flatMap((table) =>
    table.links.map((link) => [
      aliases.get(table.childLevel),
      codes.get(link.child),
      aliases.get(table.parentLevel),
      codes.get(link.parent),
      link.weight,
    ]),
  );
}

function dimensionsOf(data: CatalogueData): ExchangeDimension[] {
  const catalogue = openCatalogue(data);
  return data.dimensions.map(({ code, name }) => {
    const levels = data.dimensionLevels.filter((level) => level.dimension.toLowerCase() === code.toLowerCase());
    return {
      code,
      name,
      levels: levels.map((level) => ({
        code: level.code,
        name: level.name,
        members: catalogue.membersOf(level.id).map((member) => ({ code: member.code, name: member.name })),
      })),
      aggregation: levels.flatMap((child) =>
        levels.flatMap((parent) => {
          const links = data.memberLinks.flatMap((link): (readonly [string, string])[] => {
            const [from, to] = [catalogue.memberById(link.child), catalogue.memberById(link.parent)];
            return from?.level === child.id && to?.level === parent.id ? [[from.code, to.code]] : [];
          });
          return links.length === 0 ? [] : [{ child: child.code, parent: parent.code, links }];
        }),
      ),
    };
  });
}

function themesBelow(nodes: readonly ThemeNode[], parent: number | undefined): ExchangeTheme[] {
  return bySequence(nodes.filter((node) => node.parent === parent)).map((node): ExchangeTheme => {
    const name = node.name ?? { nl: node.target };
    if (node.kind === "indicator") return { indicator: node.target, ...(node.name === undefined ? {} : { alias: node.name }) };
    if (node.kind === "link") return { link: node.target, name };
    const description = node.description === undefined ? {} : { description: node.description };
    return { folder: node.target, name, ...description, children: themesBelow(nodes, node.id) };
  });
}
