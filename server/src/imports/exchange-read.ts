import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { ExchangeDimension, ExchangeHead, ExchangeIndicator, ExchangeLevel, ExchangeTheme } from "@peil/core/model/exchange.ts";
import type { Source } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import { CsvParser } from "./csv.ts";
import { readArticles } from "./exchange-articles.ts";
import { dimensions, head, indicators, levels, sources, themes } from "./exchange-shapes.ts";
import { type Check, refuse } from "./shapes.ts";

/** A row of `areas.csv`. `row` is its line. */
export type AreaRow = {
  readonly row: number;
  readonly level: string;
  readonly code: string;
  readonly name: Text;
  readonly article?: Text;
  readonly sequence: number;
  readonly pseudo: boolean;
};

/** A row of `aggregation.csv`. */
export type LinkRow = {
  readonly row: number;
  readonly childLevel: string;
  readonly child: string;
  readonly parentLevel: string;
  readonly parent: string;
  readonly weight: number | undefined;
};

/** A file of borders: TopoJSON text, and the area codes that stand in it. */
export type GeometryFile = { readonly alias: string; readonly file: string; readonly topology: string; readonly codes: readonly string[] };

/** Everything of an exchange folder but the figures, checked for itself: every field is there and of its kind. */
export type ExchangeContent = {
  readonly folder: string;
  readonly head: ExchangeHead;
  readonly levels: readonly ExchangeLevel[];
  readonly areas: readonly AreaRow[];
  readonly links: readonly LinkRow[];
  readonly geometry: readonly GeometryFile[];
  readonly dimensions: readonly ExchangeDimension[];
  readonly sources: readonly Source[];
  readonly indicators: readonly ExchangeIndicator[];
  readonly themes: readonly ExchangeTheme[];
};

/**
 * Reads an exchange folder.
 * @throws `exchange-file-missing`, `exchange-version`, `exchange-invalid`, `exchange-unreadable`
 */
export async function readExchange(folder: string): Promise<ExchangeContent> {
  return {
    folder,
    head: await readHead(folder),
    levels: await readJson(folder, "levels.json", levels),
    areas: await readAreas(folder),
    links: await readLinks(folder),
    geometry: await readGeometries(folder),
    dimensions: await readJson(folder, "dimensions.json", dimensions),
    sources: await readJson(folder, "sources.json", sources),
    indicators: await readJson(folder, "indicators.json", indicators),
    themes: await readJson(folder, "themes.json", themes),
  };
}

/** Refuses a file that is not there. @throws `exchange-file-missing` */
export function demand(folder: string, file: string): string {
  const path = join(folder, file);
  if (!existsSync(path)) fail("exchange-file-missing", { file, folder });
  return path;
}

async function readHead(folder: string): Promise<ExchangeHead> {
  const file = "peil.json";
  const value = await parseJson(folder, file);
  const { format, version } = (typeof value === "object" && value !== null ? value : {}) as Record<string, unknown>;
  if (format !== "peil-exchange" || version !== 1) {
    fail("exchange-version", { file, found: `${format ?? ""} ${version ?? ""}`.trim(), expected: "peil-exchange 1" });
  }
  const read = head.read(value, { file, path: "" });
  const articles = await readArticles(folder);
  return articles.length === 0 ? read : { ...read, site: { ...read.site, articles } };
}

async function readJson<T>(folder: string, file: string, check: Check<T>): Promise<T> {
  return check.read(await parseJson(folder, file), { file, path: "" });
}

async function parseJson(folder: string, file: string): Promise<unknown> {
  const content = await readFile(demand(folder, file), "utf8");
  try {
    return JSON.parse(content.replace(/^\ufeff/, ""));
  } catch (error) {
    return fail("exchange-unreadable", { file, why: error instanceof Error ? error.message : "JSON" });
  }
}

type Line = { readonly row: number; cell(column: string): string };

async function readTable(folder: string, file: string, wanted: readonly string[], more: readonly string[] = []): Promise<Line[]> {
  const parser = new CsvParser(",");
  const rows = [...parser.push(await readFile(demand(folder, file), "utf8")), ...parser.finish()];
  const names = (rows.shift()?.cells ?? []).map((each) => String(each ?? "").trim());
  const columns = new Map(names.map((name, i) => [name, i]));
  const expected = [...wanted, ...more].join(",");
  const missing = wanted.find((name) => !columns.has(name));
  const stray = names.find((name) => !wanted.includes(name) && !more.includes(name));
  if (missing !== undefined || stray !== undefined) refuse(names.join(","), { file, path: "1" }, expected);
  const lines: Line[] = [];
  for (const { number, cells } of rows) {
    if (cells.length !== names.length) refuse(cells.join(","), { file, path: String(number) }, expected);
    lines.push({ row: number, cell: (column) => String(cells[columns.get(column) ?? -1] ?? "") });
  }
  return lines;
}

async function readAreas(folder: string): Promise<AreaRow[]> {
  const file = "areas.csv";
  const columns = ["level", "code", "name_nl", "name_en", "name_fr", "sequence", "pseudo"];
  const lines = await readTable(folder, file, columns, ["article_nl", "article_en", "article_fr"]);
  return lines.map((line) => {
    const at = (column: string) => ({ file, path: `${line.row}: ${column}` });
    const given = (column: string): string => line.cell(column) || refuse("", at(column), '"…"');
    const sequence = Number(line.cell("sequence"));
    if (line.cell("sequence").trim() === "" || !Number.isFinite(sequence)) refuse(line.cell("sequence"), at("sequence"), "0");
    const pseudo = line.cell("pseudo");
    if (pseudo !== "0" && pseudo !== "1") refuse(pseudo, at("pseudo"), "0 | 1");
    const article = line.cell("article_nl") === "" ? undefined : textOf(line, "article");
    const name = { ...textOf(line, "name"), nl: given("name_nl") };
    return {
      row: line.row,
      level: given("level"),
      code: given("code"),
      name,
      sequence,
      pseudo: pseudo === "1",
      ...(article === undefined ? {} : { article }),
    };
  });
}

function textOf(line: Line, column: string): Text {
  const en = line.cell(`${column}_en`);
  const fr = line.cell(`${column}_fr`);
  return { nl: line.cell(`${column}_nl`), ...(en === "" ? {} : { en }), ...(fr === "" ? {} : { fr }) };
}

async function readLinks(folder: string): Promise<LinkRow[]> {
  const file = "aggregation.csv";
  const lines = await readTable(folder, file, ["child_level", "child", "parent_level", "parent", "weight"]);
  return lines.map((line) => {
    const written = line.cell("weight").trim();
    const weight = written === "" ? undefined : Number(written);
    if (weight !== undefined && !(weight >= 0 && Number.isFinite(weight)))
      refuse(written, { file, path: `${line.row}: weight` }, "1 | 0.5 | …");
    return {
      row: line.row,
      childLevel: line.cell("child_level"),
      child: line.cell("child"),
      parentLevel: line.cell("parent_level"),
      parent: line.cell("parent"),
      weight,
    };
  });
}

async function readGeometries(folder: string): Promise<GeometryFile[]> {
  const names = await readdir(join(folder, "geometry")).catch(() => [] as string[]);
  const out: GeometryFile[] = [];
  for (const name of names.filter((each) => each.endsWith(".topojson")).sort()) {
    const file = `geometry/${name}`;
    const alias = name.slice(0, -".topojson".length);
    const codes = codesIn(await parseJson(folder, file), alias, file);
    out.push({ alias, file, topology: await readFile(join(folder, file), "utf8"), codes });
  }
  return out;
}

/** The ids of the features of the one object that a border file holds. */
function codesIn(value: unknown, alias: string, file: string): string[] {
  const topology = (typeof value === "object" && value !== null ? value : {}) as {
    type?: unknown;
    objects?: Record<string, { geometries?: unknown } | undefined>;
  };
  if (topology.type !== "Topology") refuse(topology.type, { file, path: "type" }, '"Topology"');
  const features = topology.objects?.[alias]?.geometries;
  if (!Array.isArray(features)) return refuse(Object.keys(topology.objects ?? {}).join(", "), { file, path: "objects" }, alias);
  return (features as { id?: unknown }[]).map((each) => String(each.id ?? ""));
}
