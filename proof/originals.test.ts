import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { basename, join, relative } from "node:path";
import type { ProblemCode } from "@peil/core/import-problems.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importFiles } from "../server/src/imports/import.ts";
import type { ImportOptions } from "../server/src/imports/options.ts";
import { openEngine, rowsOf } from "../server/src/store/duckdb.ts";
import { effectiveFlatSql } from "../server/src/store/loads.ts";
import { openWorkingCopy, type WorkingCopy } from "../server/src/working-copy.ts";
import { tally, textFile } from "../server/test/imports/files.ts";
import { temporary } from "../server/test/region.ts";

const folder = join(import.meta.dirname, "../../shared/data/originals");
const present = existsSync(folder);
if (!present)
  process.stderr.write("The real files of users are not here (../shared): their tests are skipped; their invented twins are tested.\n");

/** What becomes of a file: records imported, or the problems that stop it. */
type Outcome = {
  readonly records?: number;
  readonly definitions?: Record<string, number>;
  readonly refused?: Partial<Record<ProblemCode, number>>;
};
type Case = Outcome & { readonly file: string; readonly options?: Partial<ImportOptions> };

const upload = "provinciesincijfers-swing-data-validation/upload_pinc/";
const jive = "provinciesincijfers-JiveDocumentation/";
const levels = "provinciesincijfers-gebiedsniveaus/";
const asThen = { as: { gemeente: "gemeente2024", provincie: "provincie2024", deelgemeente: "deelgemeente2024" }, create: true };
const today = ["gemeente", "provincie", "arrondiss", "deelgemeente", "statsec", "ggw7", "sector"];
const asNow = { as: Object.fromEntries(today.map((code) => [code, code])), create: true };
const notes = { refused: { "nothing-to-import": 1 } } as const;
const alien = { refused: { "file-kind-unknown": 1 } } as const;

/** Every file that holds figures or metadata, and every file that is none of Swing's. */
const cases: readonly Case[] = [
  { file: `${upload}20210623_Upload crimi en verkeer.xlsx`, options: asThen, records: 4466 },
  { file: `${upload}Aangiften_deelgemeente.xlsx`, options: asThen, records: 431_613 },
  { file: `${upload}Aangiften_provincie.xlsx`, options: asThen, records: 1575 },
  { file: `${upload}Aangiften_provincie_test.xlsx`, options: asThen, records: 1575 },
  { file: `${upload}NIEUW_huishoudens_Statbel_2020_2071.xlsx`, options: asThen, records: 1748 },
  { file: `${upload}Upload_2008_2020.xlsx`, options: asThen, records: 140_283 },
  { file: `${upload}Upload_PinC_level_gemeente.txt`, options: asThen, records: 54_891 },
  { file: `${upload}Upload_PinC_level_gemeente.xlsx`, options: asThen, records: 54_891 },
  { file: `${upload}Upload_PinC_level_provincie.txt`, options: asThen, records: 1026 },
  { file: `${upload}Upload_PinC_level_provincie.xlsx`, options: asThen, records: 1026 },
  { file: `${upload}testbestand.xlsx`, options: asThen, records: 4466 },
  { file: `${upload}v2707_zorgboerderijen.xlsx`, options: asThen, records: 4546 },
  { file: "provinciesincijfers-fluvius-open-data/Indicators.xlsx", records: 0, definitions: { indicators: 13, sources: 1 } },
  { file: "provinciesincijfers-fluvius-open-data/upload_elektriciteit_verbruik.xlsx", records: 368_388 },
  { file: `${levels}uploadfiles/gebiedsnaam_code.xlsx`, options: asNow, records: 86_920 },
  { file: `${levels}uploadfiles/ggw7_type.xlsx`, options: asNow, records: 608 },
  { file: `${levels}kerntabellen/gemeente2018_arrondiss2018.xls`, definitions: { tables: 1 } },
  { file: `${levels}kerntabellen/gemeente_arrondiss.xls`, definitions: { tables: 1 } },
  { file: `${levels}kerntabellen/gemeente_elz.xls`, definitions: { tables: 1 } },
  { file: `${levels}kerntabellen/gemeente_politiezone.xlsx`, definitions: { tables: 1 } },
  { file: `${levels}kerntabellen/gemeente_refreg.xlsx`, definitions: { tables: 1 } },
  { file: `${levels}kerntabellen/gemeente_vervoerregio.xlsx`, definitions: { tables: 1 } },
  { file: `${levels}kerntabellen/gewest_belgie.xlsx`, definitions: { tables: 1 } },
  { file: `${levels}kerntabellen/gemeentenbe2018_definitie.xlsx`, refused: { "level-unknown": 1 } },
  { file: `${levels}kerntabellen/namen_gebiedsniveaus.xlsx`, definitions: { levels: 25 } },
  { file: `${levels}kerntabellen/kerntabel.xlsx`, ...notes },
  { file: `${jive}01. Algemeen databeheer/upload_uitdovend_maken.xlsx`, definitions: { indicators: 3, sources: 1 } },
  { file: `${jive}02. Data definiëren/kubussen/brussel-invullen/kubusbrussel.xlsx`, ...notes },
  { file: `${jive}02. Data definiëren/kubussen/voorbeelden/vb_aggregatietabellen.xls`, refused: { "dimension-level-unknown": 1 } },
  {
    file: `${jive}02. Data definiëren/kubussen/voorbeelden/voorbeeld_aggragtietabellen_20171127.xls`,
    refused: { "dimension-level-unknown": 1 },
  },
  {
    file: `${jive}02. Data definiëren/kubussen/voorbeelden/voorbeeld_metadata_kubus_onderwijs_20171127.xlsx`,
    definitions: { dimensions: 6, dimensionLevels: 7, members: 34, indicators: 1, sources: 1 },
  },
  {
    file: `${jive}02. Data definiëren/kubussen/voorbeelden/voorbeeld_uitkubusafgeleideonderwerpen_20171127.xls`,
    refused: { "formula-wrong": 4 },
  },
  { file: `${jive}03. Onderwerpentabel/01 vb beschrijvende info.xlsx`, definitions: { indicators: 1, sources: 1 } },
  { file: `${jive}04. Data inlezen/000_voorbeeld_upload.xlsx`, refused: { "column-unknown": 3, "area-fits-elsewhere": 1 } },
  { file: `${jive}04. Data inlezen/02 voorbereiding upload.xlsx`, ...notes },
  {
    file: `${jive}13. Bijzonder databeheer/Betrouwbaarheidsintervallen/VB_StadAntwerpen_Metadata_Amon_20180604.xlsx`,
    refused: { "code-invalid": 4, "reference-unknown": 3 },
  },
  { file: "provinciesincijfers-connectorbeheer/swing_sites.xlsx", ...notes },
  { file: "provinciesincijfers-connectorbeheer/voorbeeld_themaboom.pdf", ...alien },
  { file: "provinciesincijfers-kadaster-post-processing/capa5_niscode.csv", ...notes },
  { file: "provinciesincijfers-kadaster-post-processing/kadaster_parameters.xlsx", ...notes },
  { file: "provinciesincijfers-kadaster-post-processing/nature_nisindeling.csv", ...notes },
  { file: "bmesuere-belgium-topojson/belgium.json", ...alien },
  { file: "bmesuere-belgium-topojson/bevolking_per_gemeente.csv", ...notes },
  { file: "bnosac-BelgiumMaps.StatBel/TF_PSNL_INC_TAX_MUNTY_tcm325-272513.zip", ...notes },
  { file: "gehuybre-data-blog/TU_COM_REFNIS.txt", ...notes },
  { file: "gehuybre-data-blog/fusies-2025.csv", ...notes },
  { file: "gehuybre-data-blog/huishoudens.csv", ...notes },
  { file: "journinho-gemeente-stadsmonitor/gsm.csv", ...notes },
  { file: "oliviervth-resiterra-statbel-data/gebouwenpark_GENT.json", ...alien },
  { file: "weRbelgium-BelgiumStatistics/TF_SOC_POP_STRUCT_2015_tcm325-273262.zip", ...notes },
  ...["Statbel_Licence_open_data_NL.pdf", "gemeente.cpg", "gemeente.dbf", "gemeente.prj", "gemeente.shp", "gemeente.shx"].map((name) => ({
    file: `${levels}shapefiles/${name}`,
    ...alien,
  })),
];

/** Aggregation tables with faults of their own; the others load together. */
const faulty: Readonly<Record<string, Partial<Record<ProblemCode, number>>>> = {
  "deelgemeente2024_gemeente ARCHIEF.xlsx": { "area-unknown": 332 },
  "ggw72024_elzantw ARCHIEF.xlsx": { "area-unknown": 80 },
  "kerntypering_gewest.xlsx": { "area-unknown": 1 },
  "statsec2019_statsec2024.xlsx": { "parent-twice": 11 },
  "statsec2024_kerntypering.xlsx": { "area-unknown": 1 },
  "statsec2024_sector2024.xlsx": { "area-unknown": 8592 },
  "statsec_kern.xlsx": { "area-unknown": 1023 },
  "statsec_kerntypering.xlsx": { "area-unknown": 3200 },
  "statsec_woningmarkt.xlsx": { "area-unknown": 3199 },
};

describe.skipIf(!present)("the real files of users", { timeout: 120_000 }, () => {
  let copy: WorkingCopy;

  async function filesIn(name: string): Promise<readonly string[]> {
    return (await readdir(join(folder, name))).filter((each) => /\.xlsx?$/.test(each)).map((each) => join(folder, name, each));
  }

  /** Sum of what stands of an indicator in a period. */
  async function sumOf(code: string, period: string, where: string): Promise<number> {
    const id = (await copy.documents.catalogue()).indicators.find((each) => each.code.toLowerCase() === code)?.id ?? -1;
    const engine = await openEngine({ memory: "400MB" });
    const connection = await engine.connect();
    const sql = effectiveFlatSql(await copy.documents.loads(), copy.folder);
    const rows = await rowsOf(
      connection,
      `SELECT sum(value) AS n FROM (${sql}) WHERE indicator = ${id} AND period = ${parsePeriod(period).id} AND ${where}`,
    );
    connection.closeSync();
    engine.closeSync();
    return Number(rows[0]?.n);
  }

  async function levelId(alias: string): Promise<number> {
    return (await copy.documents.catalogue()).levels.find((each) => each.alias === alias)?.id ?? -1;
  }

  beforeAll(async () => {
    copy = await openWorkingCopy({ folder: join(await temporary(), "data") });
    const site = {
      name: { nl: "Proef" },
      motto: { nl: "" },
      homeLevel: "gemeente",
      benchmarkLevels: [],
      benchmark: { level: "gewest", area: "2000" },
      style: "peil",
    };
    await copy.documents.commit({ at: new Date().toISOString(), by: "test", note: "", edits: { site } });
  });
  afterAll(() => copy.close());

  test("38 levels and 46 972 areas from the area definitions", async () => {
    const report = await importFiles(await filesIn(`${levels}gebiedsdefinities`), copy, { create: true });
    expect(report).toMatchObject({ outcome: "imported", definitions: { levels: 38, areas: 46_972 } });
  });

  test("the aggregation tables; those with faults are refused by sheet, row and code", async () => {
    const paths = await filesIn(`${levels}aggregatietabellen`);
    const good = paths.filter((path) => faulty[basename(path)] === undefined);
    const report = await importFiles(good, copy);
    expect(report).toMatchObject({ outcome: "imported", definitions: { tables: good.length } });
    for (const path of paths.filter((each) => !good.includes(each))) {
      const refused = await importFiles([path], copy, { dryRun: true });
      expect(refused.outcome, path).toBe("refused");
      expect(tally(refused), path).toMatchObject(faulty[basename(path)] ?? {});
    }
  });

  test("what some files lean on: a dimension, two levels, and the indicator of what is fading out", async () => {
    const seeds = await Promise.all([
      textFile("dimensies.csv", "Dimensiecode;Naam\nleeftijd;Leeftijd\ngeslacht;Geslacht\n"),
      textFile("niveaus.csv", "Dimensieniveaucode;Naam;Dimensiecode\ngeslacht;Geslacht;geslacht\n"),
      textFile("onderwerpen.csv", "Onderwerpcode;Naam\nv9999_uitdovend;uitdovend\n"),
    ]);
    expect((await importFiles(seeds, copy)).outcome).toBe("imported");
  });

  test.each(cases)("$file", async ({ file, options, records, definitions, refused }) => {
    const path = join(folder, file);
    if (options?.as !== undefined && /level_|2008_2020|crimi/.test(file)) {
      const asked = await importFiles([path], copy, { ...options, as: {}, dryRun: true });
      expect(tally(asked)).toHaveProperty("level-question");
    }
    // Some tables stand in two folders; looking at one is enough.
    const report = await importFiles([path], copy, { ...options, dryRun: file.includes("kerntabellen") });
    if (refused !== undefined) {
      expect(report.outcome).toBe("refused");
      expect(tally(report)).toMatchObject(refused);
      return;
    }
    expect(report.outcome, JSON.stringify(report.problems)).toBe(file.includes("kerntabellen") ? "would-import" : "imported");
    expect(report.records).toBe(records ?? 0);
    expect(report.definitions).toMatchObject(definitions ?? {});
  });

  test("known figures stand: crime in the Flemish provinces 2020, household electricity 2021", async () => {
    const brussels = (await copy.documents.catalogue()).areas.filter((each) => each.code === "4000").map((each) => each.id);
    const provinces = `level = ${await levelId("provincie2024")} AND area NOT IN (${brussels.join(", ")})`;
    expect(await sumOf("v2801_vh_totcrim", "2020", provinces)).toBe(491_315);
    const sectors = `level = ${await levelId("statsec2019")} AND status = 0`;
    expect((await sumOf("v2506_elek_res_cons", "2021", sectors)) / 1e9).toBeCloseTo(8.83, 2);
  });

  test("every file is accounted for", async () => {
    const all: string[] = [];
    for (const name of await readdir(folder, { recursive: true })) if ((await stat(join(folder, name))).isFile()) all.push(name);
    const known = new Set(cases.map((each) => each.file));
    const rest = all.filter((name) => !known.has(name) && !/\/(gebiedsdefinities|aggregatietabellen)\/[^/]+\.xlsx$/.test(name));
    expect(rest.map((name) => relative(".", name))).toEqual([]);
  });
});
