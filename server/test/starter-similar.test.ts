import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SimilarView } from "@peil/core/api.ts";
import type { ExchangeHead, ExchangeIndicator, ExchangeLevel } from "@peil/core/model/exchange.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import type { Cubes } from "../src/store/cubes.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { quote } from "../src/store/literals.ts";
import { views } from "../src/views/index.ts";
import { openWorkingCopy, type WorkingCopy } from "../src/working-copy.ts";
import { ask, moment, temporary } from "./region.ts";

// Whether the neighbours that the starter content gives make sense to who knows Flanders.

const content = join(import.meta.dirname, "../../starter/content");
const { site } = JSON.parse(readFileSync(join(content, "peil.json"), "utf8")) as ExchangeHead;
const indicators = JSON.parse(readFileSync(join(content, "indicators.json"), "utf8")) as readonly ExchangeIndicator[];

/** The presets that are tried, and everything that their indicators are computed from. */
const tried = ["algemeen", "grootte", "leeftijd"];
const presets = (site.similarity ?? []).filter((each) => tried.includes(each.code));
const needed = new Set<string>();
function need(code: string): void {
  if (needed.has(code)) return;
  needed.add(code);
  const { formula = "", weight } = indicators.find((each) => each.code === code) ?? {};
  const words = formula.replace(/"[^"]*"/g, "").match(/[a-z]\w*/g) ?? [];
  for (const each of [...words, ...(weight === undefined ? [] : [weight])]) if (indicators.some(({ code }) => code === each)) need(each);
}
for (const { parts } of presets) for (const { indicator } of parts) need(indicator);

/** The levels that take part. */
const here = /^(gemeente|provincie|gewest)(20\d\d)?$/;

/** The starter content with only what the presets need, on the level of municipalities. */
async function cut(folder: string): Promise<string> {
  mkdirSync(join(folder, "data"), { recursive: true });
  for (const file of ["dimensions.json", "sources.json"]) cpSync(join(content, file), join(folder, file));
  const json = (file: string, value: unknown): void => writeFileSync(join(folder, file), JSON.stringify(value));
  json("peil.json", {
    format: "peil-exchange",
    version: 1,
    site: { ...site, similarity: presets, glance: undefined, groups: undefined, openData: undefined },
  });
  json("themes.json", []);
  const levels = JSON.parse(readFileSync(join(content, "levels.json"), "utf8")) as readonly ExchangeLevel[];
  json(
    "levels.json",
    levels.filter((each) => here.test(each.alias)),
  );
  for (const [file, columns] of [
    ["areas.csv", [0]],
    ["aggregation.csv", [0, 2]],
  ] as const) {
    const [head = "", ...lines] = readFileSync(join(content, file), "utf8").split("\n");
    const stay = lines.filter((line) => line !== "" && columns.every((at) => here.test(line.split(",")[at] ?? "")));
    writeFileSync(join(folder, file), `${[head, ...stay].join("\n")}\n`);
  }
  const kept = indicators.filter((each) => needed.has(each.code));
  json("indicators.json", kept);
  const codes = [...needed].map(quote).join(", ");
  await ask(
    `COPY (SELECT * FROM ${quote(join(content, "data/flat.parquet"))} WHERE indicator IN (${codes}) AND level LIKE 'gemeente%')
      TO ${quote(join(folder, "data/flat.parquet"))} (FORMAT parquet)`,
  );
  for (const { code, shape } of kept)
    if (shape === "cube")
      await ask(
        `COPY (SELECT * FROM ${quote(join(content, `data/cube-${code}.parquet`))} WHERE period IN ('2014', '2015'))
          TO ${quote(join(folder, `data/cube-${code}.parquet`))} (FORMAT parquet)`,
      );
  return folder;
}

let home: string;
let workingCopy: WorkingCopy;
let cubes: Cubes;
let releases: Releases;
beforeAll(async () => {
  home = await temporary();
  const folder = join(home, "data");
  workingCopy = await openWorkingCopy({ folder });
  await importExchange(await cut(join(home, "exchange")), workingCopy, { by: "test", at: moment, note: "" });
  await publish({ folder, documents: workingCopy.documents, at: moment });
  cubes = await openDuckdbCubes({ folder });
  releases = await openReleases(folder, cubes, () => {});
}, 120_000);
afterAll(async () => {
  await releases.close();
  await cubes.close();
  await workingCopy.close();
  rmSync(home, { recursive: true, force: true });
});

async function similar(name: string, preset: string): Promise<SimilarView> {
  const release = releases.current();
  const level = release.catalogue.level("gemeente");
  const area = release.catalogue.areasOf(level?.id ?? 0).find((each) => each.name.nl === name);
  return views.similar({ release, releases }, { level: "gemeente", code: area?.code ?? "", preset, parts: "", count: "10" });
}
const names = (view: SimilarView): string[] => view.nearest.map((each) => each.area.name.nl);

describe("the presets of the starter content", () => {
  it("are six, and name what exists", () => {
    expect((site.similarity ?? []).map((each) => each.code)).toEqual(["algemeen", "grootte", "dichtheid", "leeftijd", "inkomen", "bodem"]);
    const codes = indicators.map((each) => each.code);
    for (const { parts } of site.similarity ?? []) for (const each of parts) expect(codes).toContain(each.indicator);
  });

  it("read all parts in the newest period that all have", async () => {
    const periods = async (preset: string): Promise<Set<string>> =>
      new Set((await similar("Gent", preset)).parts.map((each) => each.period));
    expect([await periods("algemeen"), await periods("grootte"), await periods("leeftijd")]).toEqual([
      new Set(["2015"]),
      new Set(["2025"]),
      new Set(["2015"]),
    ]);
  });

  it("find the large cities for a large city", async () => {
    expect(names(await similar("Gent", "grootte")).slice(0, 3)).toEqual(["Antwerpen", "Brugge", "Leuven"]);
    const overall = names(await similar("Gent", "algemeen"));
    for (const city of ["Antwerpen", "Leuven", "Mechelen", "Aalst"]) expect(overall).toContain(city);
  });

  it("find the coast for the coast, and the green edge of Antwerpen for itself", async () => {
    expect(names(await similar("Knokke-Heist", "leeftijd")).slice(0, 4)).toEqual(["Koksijde", "Nieuwpoort", "Middelkerke", "De Haan"]);
    expect(names(await similar("Knokke-Heist", "algemeen"))[0]).toBe("Koksijde");
    expect(names(await similar("Brasschaat", "algemeen")).slice(0, 2)).toEqual(["Schoten", "Kapellen"]);
  });

  it("compare within a region only", async () => {
    const brussels = await similar("Elsene", "algemeen");
    expect([brussels.region?.code, brussels.among, names(brussels)[0]]).toEqual(["4000", 18, "Etterbeek"]);
    const flemish = await similar("Gent", "algemeen");
    expect([flemish.region?.code, flemish.among + flemish.leftOut]).toEqual(["2000", 284]);
  });
});
