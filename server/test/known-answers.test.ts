import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Status, statusNames } from "@peil/core/model/status.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { importFiles } from "../src/imports/import.ts";
import { publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import type { Cubes } from "../src/store/cubes.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { views } from "../src/views/index.ts";
import { reasonOf } from "../src/views/reason.ts";
import { openWorkingCopy } from "../src/working-copy.ts";

const content = fileURLToPath(new URL("../../starter/content", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "peil-known-"));
let cubes: Cubes;
let releases: Releases;
let release: Release;

beforeAll(async () => {
  const workingCopy = await openWorkingCopy({ folder });
  await importExchange(content, workingCopy, { by: "test", at: "2026-01-01T00:00:00Z", note: "starter" });
  await publish({ folder, documents: workingCopy.documents, at: "2026-01-01T00:00:00Z" });
  await workingCopy.close();
  cubes = await openDuckdbCubes({ folder, memory: "256MB" });
  releases = await openReleases(folder, cubes, (error) => {
    throw error;
  });
  release = releases.current();
}, 180_000);

afterAll(async () => {
  await releases.close();
  await cubes.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Figures, or the names of states, of all cells of a question. */
async function ask(question: string): Promise<(number | string)[]> {
  const cube = await answer(release, parseSelection(question));
  return Array.from(cube.values, (value, at) => {
    const state = cube.status[at] as Status;
    return state === 0 ? value : statusNames[state];
  });
}

describe("inhabitants in the register", () => {
  test("of Flanders", async () => {
    expect(await ask("indicator=inwoners&level=gewest&area=2000&period=2015,2020")).toEqual([6_444_127, 6_629_143]);
  });
  test("of Gent", async () => {
    expect(await ask("indicator=inwoners&level=gemeente&area=44021&period=2015")).toEqual([253_266]);
  });
  test("of Pajottegem before it existed: the sum of the three it was made of", async () => {
    const parts = await ask("indicator=inwoners&level=gemeente2018&area=23023,23024,23032&period=2015");
    expect(await ask("indicator=inwoners&level=gemeente&area=23106&period=2015")).toEqual([
      parts.reduce<number>((sum, each) => sum + Number(each), 0),
    ]);
  });
  test("agree with the cube of the same register, by every path", async () => {
    expect(await ask("indicator=bevolking&level=gewest&area=2000&period=2015")).toEqual([6_444_127]);
    const bySex = await ask("indicator=bevolking&level=gewest&area=2000&period=2015&by=geslacht");
    expect(Number(bySex[0]) + Number(bySex[1])).toBe(6_444_127);
    const byAge = await ask("indicator=bevolking&level=gewest&area=2000&period=2015&by=leeftijd5");
    expect(byAge.reduce<number>((sum, each) => sum + Number(each), 0)).toBe(6_444_127);
    const towns = await ask("indicator=bevolking&level=gemeente&within=gewest:2000&period=2015");
    expect(towns).toHaveLength(285);
    expect(towns.reduce<number>((sum, each) => sum + Number(each), 0)).toBe(6_444_127);
  });
  test("an estimate is used only where no register figure exists", async () => {
    const [register, estimate, all] = await Promise.all(
      ["inwoners", "inwoners_geschat", "inwoners_alle"].map((code) =>
        ask(`indicator=${code}&level=gemeente&area=44021&period=2015,2020,2024`),
      ),
    );
    expect(estimate?.slice(0, 2)).toEqual(["empty", "empty"]);
    expect(register?.[2]).toBe("empty");
    expect(all).toEqual([253_266, register?.[1], estimate?.[2]]);
  });
});

describe("crime", () => {
  test("of Flanders in 2020 comes from the loaded provinces, never from provinces and unknown places together", async () => {
    expect(await ask("indicator=criminaliteit&level=gewest&area=2000&period=2020")).toEqual([491_315]);
  });
  test("of Vlaams-Brabant is the same on the old and on today's provinces: they are made of the same parts", async () => {
    expect(await ask("indicator=criminaliteit&level=provincie2024&area=20001&period=2020")).toEqual([77_977]);
    expect(await ask("indicator=criminaliteit&level=provincie&area=20001&period=2020")).toEqual([77_977]);
  });
  test("of Antwerpen differs: Zwijndrecht left it", async () => {
    const [old] = await ask("indicator=criminaliteit&level=provincie2024&area=10000&period=2020");
    const [now] = await ask("indicator=criminaliteit&level=provincie&area=10000&period=2020");
    expect(Number(now)).toBeLessThan(Number(old));
  });
});

describe("medians", () => {
  test("are not available for a reference region, with the reason", async () => {
    expect(await ask("indicator=inkomen_mediaan&level=refreg&area=all&period=2017").then((all) => new Set(all))).toEqual(
      new Set(["not-available"]),
    );
    const indicator = release.catalogue.indicator("inkomen_mediaan");
    const level = release.catalogue.level("refreg");
    expect(indicator && level && reasonOf(release.catalogue, indicator, level)?.code).toBe("not-additive");
  });
  test("stay with Gent, which is the same area today, and not with Hasselt, which merged", async () => {
    const [then] = await ask("indicator=inkomen_mediaan&level=gemeente2018&area=44021&period=2017");
    expect(then).toBeTypeOf("number");
    expect(await ask("indicator=inkomen_mediaan&level=gemeente&area=44021,71072&period=2017")).toEqual([then, "not-available"]);
  });
});

test("net taxable income of Flanders in 2017 from the municipalities alone is the published one, within 5 euro", async () => {
  const [published] = await ask("indicator=inkomen_totaal&level=gewest&area=2000&period=2017");
  expect(Math.abs(Number(published) - 128_676_748_403)).toBeLessThanOrEqual(1);
  const alone = mkdtempSync(join(tmpdir(), "peil-income-"));
  try {
    cpSync(folder, alone, { recursive: true });
    const workingCopy = await openWorkingCopy({ folder: alone });
    // The same figures again, municipalities only, in place of all that was loaded.
    const towns = await answer(release, parseSelection("indicator=inkomen_totaal&level=gemeente2018&period=2017"));
    const codes = towns.axes[1]?.members.map((member) => member.code) ?? [];
    const lines = codes.map((code, at) => `2017;gemeente2018;${code};${towns.values[at]}`);
    const file = join(alone, "inkomen.csv");
    writeFileSync(file, ["period;geolevel;geoitem;inkomen_totaal", ...lines, ""].join("\n"));
    const report = await importFiles([file], workingCopy, { replace: true, by: "test" });
    expect(report.outcome, JSON.stringify(report.problems)).toBe("imported");
    await publish({ folder: alone, documents: workingCopy.documents, at: "2026-01-02T00:00:00Z" });
    await workingCopy.close();
    const ownCubes = await openDuckdbCubes({ folder: alone });
    const own = await openReleases(alone, ownCubes, (error) => {
      throw error;
    });
    const cube = await answer(own.current(), parseSelection("indicator=inkomen_totaal&level=gewest&area=2000&period=2017"));
    expect(cube.status[0]).toBe(0);
    expect(Math.abs((cube.values[0] ?? 0) - Number(published))).toBeLessThanOrEqual(5);
    await own.close();
    await ownCubes.close();
  } finally {
    rmSync(alone, { recursive: true, force: true });
  }
});

describe("breaks of a series", () => {
  const breaks = async (code: string, area: string): Promise<readonly { period: string; text: { en?: string } }[]> => {
    const view = await views.indicator({ release, releases }, { code, selection: `level=gemeente&area=${area}` });
    return view.details.breaks;
  };
  test("are told of an area that merged between two of its divisions", async () => {
    expect((await breaks("inwoners", "44085")).map((each) => each.text.en)).toEqual([
      expect.stringContaining("changed in 2019: Lievegem was made of"),
    ]);
  });
  test("are not told of an area that merged only later: all its figures are sums of the same parts", async () => {
    expect(await breaks("criminaliteit_1000", "11002")).toEqual([]);
  });
});
