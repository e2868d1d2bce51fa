import { existsSync } from "node:fs";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId, tryPeriod } from "@peil/core/model/period.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { Documents, Scope } from "../store/documents.ts";
import { takeCube, takeFlat, takeFlow } from "../store/exchange-figures.ts";
import { discardLoad, loadFolder, newLoadId, sweepLoads } from "../store/load-files.ts";
import type { FigureKey } from "../store/load-tables.ts";
import { type EngineOptions, type FinishedLoad, type LoadWriter, openLoadWriter } from "../store/load-writer.ts";
import type { WorkingCopy } from "../working-copy.ts";
import { demand, type ExchangeContent, readExchange } from "./exchange-read.ts";
import { resolveExchange } from "./exchange-resolve.ts";
import { unpackExchange } from "./exchange-zip.ts";
import { refuse } from "./shapes.ts";

/** Who imports, and how much of the machine it may take. */
export type ExchangeOptions = {
  readonly by: string;
  /** ISO moment. */
  readonly at: string;
  readonly note: string;
  readonly engine?: EngineOptions;
  /** Told at every step. */
  readonly progress?: (text: Text) => void;
};

/** What came in. */
export type ImportedExchange = {
  /** Number and id of the load. */
  readonly number: number;
  readonly load: string;
  readonly levels: number;
  readonly areas: number;
  readonly indicators: number;
  readonly figures: number;
};

/**
 * Takes a whole site in exchange format, a folder or a zip of it, into the working copy: all of it or, where anything is
 * wrong, nothing. What has the same code keeps its id and gets the new description; figures of the indicators in it replace
 * all that they had. What the exchange does not name stays.
 * @throws the `exchange-…` and `figures-…` errors, `code-taken`
 */
export async function importExchange(path: string, workingCopy: WorkingCopy, options: ExchangeOptions): Promise<ImportedExchange> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return fail("exchange-file-missing", { file: basename(path), folder: path });
  if (found.isDirectory()) return importFolder(path, basename(path), workingCopy, options);
  const temp = await mkdtemp(join(tmpdir(), "peil-exchange-"));
  try {
    return await importFolder(await unpackExchange(path, basename(path), temp), basename(path), workingCopy, options);
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}

async function importFolder(folder: string, name: string, { folder: data, documents }: WorkingCopy, options: ExchangeOptions) {
  const { at, by, note, progress } = options;
  progress?.({ nl: "catalogus lezen", en: "reading the catalogue" });
  await sweepLoads(data, documents);
  const content = await readExchange(folder);
  await refuseStrayData(content);
  const { edits, catalogue } = await resolveExchange(content, await currentOf(documents), documents);
  const id = newLoadId(at);
  const finished = await writeFigures(content, catalogue, loadFolder(data, id), options);
  progress?.({ nl: "vastleggen", en: "committing" });
  const scopes: Scope[] = (edits.indicators ?? []).map((each) => ({ indicator: each.id }));
  const load = { id, files: [name], scopes, parts: finished.parts };
  try {
    const number = await documents.commit({ at, by, note, edits, load });
    const figures = finished.parts.reduce((sum, part) => sum + part.rows, 0);
    return { number, load: id, levels: content.levels.length, areas: content.areas.length, indicators: content.indicators.length, figures };
  } catch (error) {
    await discardLoad(data, id, documents);
    throw error;
  }
}

/** The catalogue as it stands, or nothing where nothing was ever committed. */
async function currentOf(documents: Documents) {
  return (await documents.history(1)).length === 0 ? undefined : documents.catalogue();
}

function cubesOf(content: ExchangeContent) {
  return content.indicators.filter((each) => each.shape === "cube" && each.formula === undefined);
}

function flowsOf(content: ExchangeContent) {
  return content.indicators.filter((each) => each.shape === "flow" && each.formula === undefined);
}

function hasFlat(content: ExchangeContent): boolean {
  return content.indicators.some((each) => each.shape === "flat" && each.formula === undefined);
}

/** A data file that no indicator claims would be lost without a word. */
async function refuseStrayData(content: ExchangeContent): Promise<void> {
  const known = new Set([
    "flat.parquet",
    ...cubesOf(content).map((each) => `cube-${each.code}.parquet`),
    ...flowsOf(content).map((each) => `flow-${each.code}.parquet`),
  ]);
  for (const name of await readdir(join(content.folder, "data")).catch(() => [] as string[])) {
    if (!name.endsWith(".parquet") || known.has(name)) continue;
    fail("exchange-unknown-code", {
      file: `data/${name}`,
      place: "data",
      code: name.replace(/^(cube|flow)-|\.parquet$/g, ""),
      where: "indicators.json",
    });
  }
}

async function writeFigures(content: ExchangeContent, catalogue: Catalogue, home: string, options: ExchangeOptions): Promise<FinishedLoad> {
  const writer = await openLoadWriter(home, options.engine);
  try {
    if (hasFlat(content) || existsSync(join(content.folder, "data/flat.parquet"))) {
      options.progress?.({ nl: "cijfers lezen", en: "reading figures" });
      await takeFlatFile(content, catalogue, writer);
    }
    for (const each of cubesOf(content)) {
      options.progress?.({ nl: `kubus ${each.code} lezen`, en: `reading cube ${each.code}` });
      await takeCubeFile(content, catalogue, writer, each.code);
    }
    for (const each of flowsOf(content)) {
      options.progress?.({ nl: `stroomcijfers ${each.code} lezen`, en: `reading flow ${each.code}` });
      const file = `data/flow-${each.code}.parquet`;
      const indicator = catalogue.indicator(each.code)?.id ?? 0;
      await takeFlow(writer, demand(content.folder, file), file, { ...placeFinders(catalogue), indicator });
    }
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  options.progress?.({ nl: "cijfers sorteren en bewaren", en: "sorting and keeping figures" });
  return writer.finish({
    figure: (key) => describe(key, catalogue),
    file: (part) =>
      `data/${part.indicator === undefined ? "flat" : `${part.shape}-${catalogue.indicatorById(part.indicator)?.code}`}.parquet`,
  });
}

function takeFlatFile(content: ExchangeContent, catalogue: Catalogue, writer: LoadWriter): Promise<void> {
  const file = "data/flat.parquet";
  const indicator = (code: string): number | undefined => {
    const found = catalogue.indicator(code);
    if (found && (found.shape !== "flat" || found.formula !== undefined))
      refuse(code, { file, path: "indicator" }, 'shape "flat", no formula');
    return found?.id;
  };
  return takeFlat(writer, demand(content.folder, file), file, { ...placeFinders(catalogue), indicator });
}

function takeCubeFile(content: ExchangeContent, catalogue: Catalogue, writer: LoadWriter, code: string): Promise<void> {
  const file = `data/cube-${code}.parquet`;
  const indicator = catalogue.indicator(code) as Indicator;
  const columns = (indicator.dimensionLevels ?? []).map((each) => {
    const level = catalogue.dimensionLevel(each)?.id ?? 0;
    return { code: each, member: (member: string) => catalogue.member(level, member)?.id };
  });
  return takeCube(writer, demand(content.folder, file), file, { ...placeFinders(catalogue), indicator: indicator.id, columns });
}

function placeFinders(catalogue: Catalogue) {
  return {
    level: (alias: string) => catalogue.level(alias)?.id,
    period: (code: string) => tryPeriod(code)?.id,
    area: (alias: string, code: string) => catalogue.area(catalogue.level(alias)?.id ?? 0, code)?.id,
  };
}

/** A figure in codes, as a user knows it. */
function describe(key: FigureKey, catalogue: Catalogue): string {
  const names = [
    catalogue.indicatorById(key.indicator)?.code,
    catalogue.levelById(key.level)?.alias,
    periodOfId(key.period).code,
    catalogue.areaById(key.area)?.code,
    ...key.members.map((each) => catalogue.memberById(each)?.code),
    ...(key.to ? [catalogue.levelById(key.to.level)?.alias, catalogue.areaById(key.to.area)?.code] : []),
  ];
  return names.filter((each) => each !== undefined).join(" ");
}
