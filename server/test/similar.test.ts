import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SimilarView } from "@peil/core/api.ts";
import type { Similarity } from "@peil/core/model/site.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import { buildSimilar, presetsOf } from "../src/similar-file.ts";
import type { Cubes } from "../src/store/cubes.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { views } from "../src/views/index.ts";
import { moment, openRegion, type Region } from "./region.ts";

const similarity: readonly Similarity[] = [
  {
    code: "werk",
    name: { nl: "werk", en: "work" },
    level: "gemeente2024",
    parts: [
      { indicator: "werkloosheid", weight: 3 },
      { indicator: "leeftijd", weight: 1 },
    ],
  },
  { code: "grootte", name: { nl: "grootte" }, level: "gemeente", parts: [{ indicator: "inwoners", weight: 1, scale: "log" }] },
];

let region: Region;
let cubes: Cubes;
let releases: Releases;

/** The region's folder in exchange format, with ways of its own in which areas are alike. */
function withSimilarity(given: unknown): string {
  const file = join(region.exchange, "peil.json");
  const head = JSON.parse(readFileSync(file, "utf8")) as { site: object };
  writeFileSync(file, JSON.stringify({ ...head, site: { ...head.site, similarity: given } }));
  return region.exchange;
}

beforeAll(async () => {
  region = await openRegion();
  await importExchange(withSimilarity(similarity), region, { by: "test", at: moment, note: "similar" });
  await publish({ folder: region.folder, documents: region.documents, at: moment });
  cubes = await openDuckdbCubes({ folder: region.folder });
  releases = await openReleases(region.folder, cubes, () => {});
}, 60_000);
afterAll(async () => {
  await releases.close();
  await cubes.close();
  await region.close();
});

const ask = (level: string, code: string, more: Partial<Record<"preset" | "parts" | "count", string>> = {}): Promise<SimilarView> =>
  views.similar({ release: releases.current(), releases }, { level, code, preset: "", parts: "", count: "", ...more });
const near = (view: SimilarView): (string | number)[][] => view.nearest.map((each) => [each.area.code, Number(each.distance.toFixed(6))]);

describe("similar areas by a preset", () => {
  // Unemployment 10, 5, 4, 5, 2, 1: mean 4.5, deviation √8.25. Age 40, 42, 44, 46, 40, 38: mean 41 2/3, deviation √(65/9) (sum of
  // squares 43 1/3, by 6). From 01002 (5 and 42), squared: to 02002 0 + (4²/(65/9))/4; to 02001 (1/8.25)·3/4 + (2²/(65/9))/4; …
  const distance = (work: number, age: number): number =>
    Number(Math.sqrt((0.75 * work ** 2) / 8.25 + (0.25 * age ** 2) / (65 / 9)).toFixed(6));

  it("are the nearest by standardised distance", async () => {
    const view = await ask("gemeente2024", "01002", { preset: "werk" });
    expect(near(view)).toEqual([
      ["02001", distance(1, 2)],
      ["02002", distance(0, 4)],
      ["03001", distance(3, 2)],
      ["03002", distance(4, 4)],
      ["01001", distance(5, 2)],
    ]);
    expect(view).toMatchObject({ preset: { code: "werk" }, among: 5, leftOut: 0, region: { code: "L" } });
    expect(view.parts.map((each) => [each.indicator, each.weight, each.period, each.value])).toEqual([
      ["werkloosheid", 0.75, "2024", 5],
      ["leeftijd", 0.25, "2024", 42],
    ]);
    for (const each of view.nearest) {
      const sum = each.parts.reduce((total, part) => total + (part.adds ?? 0), 0);
      expect(sum).toBeCloseTo(each.distance ** 2, 9);
    }
  });

  it("are those of the page's level, the first preset where none is named", async () => {
    const view = await ask("gemeente", "01001");
    expect([view.preset?.code, view.presets.map((each) => each.code)]).toEqual(["grootte", ["grootte"]]);
    // 1200 inhabitants: as a ratio 2100, 3400, 6100 and 10000 follow.
    expect(near(view).map(([code]) => code)).toEqual(["01002", "02001", "03002", "03001"]);
  });

  it("lead from the page of an area", async () => {
    const page = await views.area({ release: releases.current(), releases }, { level: "gemeente", code: "01001", compare: "" });
    expect(page.choices.similar).toEqual([{ code: "grootte", name: { nl: "grootte" } }]);
    const province = await views.area({ release: releases.current(), releases }, { level: "provincie", code: "01", compare: "" });
    expect(province.choices.similar).toEqual([]);
  });

  it("are computed once, kept in the release, and the same when computed again", async () => {
    const release = releases.current();
    const file = join(region.folder, "releases", release.id, "similar.json");
    const kept = readFileSync(file, "utf8");
    expect(await buildSimilar(release)).toBe(kept);
    const manifest = JSON.parse(readFileSync(join(region.folder, "releases", release.id, "manifest.json"), "utf8")) as { files: object };
    expect(Object.keys(manifest.files)).toContain("similar.json");
    const asKept = await ask("gemeente2024", "01002", { preset: "werk" });
    const { nearest } = await ask("gemeente2024", "01002", { parts: "werkloosheid:3,leeftijd" });
    expect(nearest).toEqual(asKept.nearest);
    const fresh = async (): Promise<SimilarView> => {
      const again = await openReleases(region.folder, cubes, () => {});
      const scope = { release: again.current(), releases: again };
      const view = await views.similar(scope, { level: "gemeente2024", code: "01002", preset: "werk", parts: "", count: "" });
      await again.close();
      return view;
    };
    // What is kept is what is answered: with another distance in the file, that is the answer.
    const first = String(asKept.nearest[0]?.distance);
    writeFileSync(file, kept.replaceAll(first, "0.125"));
    expect((await fresh()).nearest[0]?.distance).toBe(0.125);
    // A release of before there were presets has no such file.
    rmSync(file);
    expect(await fresh()).toEqual(asKept);
    writeFileSync(file, kept);
  });

  it("need every indicator to be published", () => {
    const { catalogue } = releases.current();
    const unpublished = { ...catalogue, indicator: (code: string) => (code === "leeftijd" ? undefined : catalogue.indicator(code)) };
    expect(presetsOf({ catalogue: unpublished }).map((each) => each.code)).toEqual(["grootte"]);
  });
});

describe("similar areas by indicators of one's own", () => {
  it("read only figures that show, in the newest period that says enough", async () => {
    // In 2024 four of six are hidden, unknown, empty or not applicable; in 2023 only Forelle has no record.
    const view = await ask("gemeente2024", "01001", { parts: "misdrijven" });
    expect(view.parts[0]?.period).toBe("2023");
    expect(near(view).map(([code]) => code)).toEqual(["01002", "02001", "02002", "03001"]);
    expect(view).toMatchObject({ among: 4, leftOut: 1 });
  });

  it("say nothing of an area without figures", async () => {
    const view = await ask("gemeente2024", "03002", { parts: "misdrijven" });
    expect([view.nearest, view.parts[0]?.value]).toEqual([[], undefined]);
  });

  it("take a member of a cube, weights and ratios", async () => {
    // Boys and girls of 0 to 4 in 2025: 5 · (1 + 2), 5 · (2 + 3), 5 · (3 + 4), 5 · (9 + 11), 5 · (6 + 7).
    const view = await ask("gemeente", "01001", { parts: "bevolking(leeftijd5_0004):2:log,oppervlakte" });
    expect(view.parts.map((each) => [each.scale, each.value, each.member?.nl])).toEqual([
      ["log", 15, expect.any(String)],
      ["linear", 1.5, undefined],
    ]);
    expect(view.nearest.map((each) => each.parts[0]?.value)).toEqual([25, 35, 65, 100]);
  });

  it("count as many as are asked", async () => {
    expect((await ask("gemeente2024", "01002", { parts: "inwoners", count: "2" })).nearest.length).toBe(2);
  });

  it.each([
    [{ parts: "inwoners:0" }, "selection-invalid"],
    [{ parts: "inwoners:-1" }, "selection-invalid"],
    [{ parts: "inwoners:1:cube" }, "selection-invalid"],
    [{ parts: "inwoners,,leeftijd" }, "selection-invalid"],
    [{ parts: "gebiedstype" }, "selection-invalid"],
    [{ parts: "inwnrs" }, "indicator-unknown"],
    [{ parts: "bevolking(leeftijd5_0009)" }, "member-unknown"],
    [{ parts: "inwoners", count: "11" }, "selection-invalid"],
    [{ parts: "inwoners", count: "x" }, "selection-invalid"],
    [{ preset: "werk" }, "selection-invalid"],
  ])("are refused as %o", async (more, code) => {
    await expect(ask("gemeente", "01001", more)).rejects.toMatchObject({ code });
  });

  it("are asked of areas that exist, on levels that have presets", async () => {
    await expect(ask("gemeente", "zzz", { parts: "inwoners" })).rejects.toMatchObject({ code: "area-unknown" });
    await expect(ask("provincie", "01")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("presets that come in", () => {
  const part = { indicator: "inwoners", weight: 1 };
  const preset = { code: "x", name: { nl: "x" }, level: "gemeente", parts: [part] };
  it.each([
    [[{ ...preset, level: "dorp" }], "exchange-unknown-code"],
    [[{ ...preset, parts: [{ ...part, indicator: "inwnrs" }] }], "exchange-unknown-code"],
    [[{ ...preset, parts: [{ ...part, member: "leeftijd5_0004" }] }], "exchange-unknown-code"],
    [[{ ...preset, parts: [{ ...part, weight: 0 }] }], "exchange-invalid"],
    [[{ ...preset, parts: [] }], "exchange-invalid"],
    [[{ ...preset, parts: [{ ...part, scale: "cube" }] }], "exchange-invalid"],
  ])("wrong as %j are refused", async (given, code) => {
    await expect(importExchange(withSimilarity(given), region, { by: "test", at: moment, note: "x" })).rejects.toMatchObject({ code });
  });
});
