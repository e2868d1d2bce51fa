import { join } from "node:path";
import { cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import { type Status, statusNames } from "@peil/core/model/status.ts";
import { memberSplitter, parseSelection } from "@peil/core/query/address.ts";
import { compile } from "@peil/core/query/compile.ts";
import type { Rows } from "@peil/core/query/plan.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { buildEstimates } from "../../fixtures/estimates/build.ts";
import { answer } from "../src/answer.ts";
import { formats } from "../src/formats/index.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import type { Cubes } from "../src/store/cubes.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { moment, openRegion, type Region } from "./region.ts";

let region: Region;
let cubes: Cubes;
let releases: Releases;
let release: Release;

beforeAll(async () => {
  region = await openRegion();
  const exchange = join(region.folder, "..", "estimates");
  await buildEstimates(exchange);
  await importExchange(exchange, region, { by: "test", at: moment, note: "estimates" });
  await publish({ folder: region.folder, documents: region.documents, at: moment });
  cubes = await openDuckdbCubes({ folder: region.folder });
  releases = await openReleases(region.folder, cubes, (error) => {
    throw error;
  });
  release = releases.current();
}, 60_000);

afterAll(async () => {
  await releases.close();
  await cubes.close();
  await region.close();
});

function asked(question: string): Promise<Cube> {
  return answer(release, parseSelection(question, { splitMember: memberSplitter(release.catalogue) }));
}

const signs = ["", "~", "+", "~+"];

/** Figures to six decimals with `~` (estimated) and `+` (partial) before them, or the names of states, of all cells. */
async function ask(question: string): Promise<string> {
  const cube = await asked(question);
  return Array.from(cube.values, (value, at) => {
    const state = cube.status[at] as Status;
    const sign = signs[cube.flags?.[at] ?? 0];
    if (state === 0) return `${sign}${Number(value.toFixed(6))}`;
    return `${sign}${state === 5 && !Number.isNaN(value) ? `incomplete ${value}` : statusNames[state]}`;
  }).join(" ");
}

const years = "period=2018,2019,2020,2021,2022,2023,2024";
const towns = "level=gemeente2024";

/** Worked out by hand from the figures in `fixtures/estimates`. */
const answers: Readonly<Record<string, readonly (readonly [question: string, answer: string])[]>> = {
  "between, before and after loaded years": [
    // Aardoever: 2019 100, 2021 120, 2024 150; ten a year throughout.
    [`indicator=woningen&${towns}&area=01001&${years}`, "~90 100 ~110 120 ~130 ~140 150"],
    // Biezenhof: 2018 50, 2020 60; carried on to the last year of the level, not beyond.
    [`indicator=woningen&${towns}&area=01002&${years},2025`, "50 ~55 60 ~65 ~70 ~75 ~80 empty"],
    // Cirkelbeek: 2018 10, 2019 hidden, 2021 40, 2024 40: nothing next to what is hidden.
    [`indicator=woningen&${towns}&area=02001&${years}`, "10 hidden empty 40 ~40 ~40 40"],
    // Duinrode: 2018 loaded as empty, 2019 8, 2024 3.
    [`indicator=woningen&${towns}&area=02002&${years}`, "~9 8 ~7 ~6 ~5 ~4 3"],
    [`indicator=woningen&${towns}&area=03001&${years}`, "1 2 3 4 5 6 7"],
    // Forelle: one figure makes no line.
    [`indicator=woningen&${towns}&area=03002&${years}`, "empty empty 30 empty empty empty empty"],
  ],
  "sums over estimates": [
    [`indicator=woningen&level=provincie2024&area=01&${years}`, "~140 ~155 ~170 ~185 ~200 ~215 ~230"],
    [`indicator=woningen&level=provincie2024&area=02&${years}`, "~19 hidden incomplete 1 ~46 ~45 ~44 43"],
    [`indicator=woningen&level=provincie2024&area=03&period=2020,2021`, "33 incomplete 1"],
    ["indicator=woningen&level=gemeente&area=01001,03001&period=2020", "~110 ~10"],
  ],
  "held between start and end": [
    [`indicator=bomen&${towns}&area=01001&period=2018,2019,2020,2021,2022,2023,2024,2025,2026`, "empty ~5 5 ~5 ~5 8 empty 9 ~9"],
    ["indicator=bomen&level=gemeente&area=03001&period=2018,2019,2022,2023,2024,2025,2026,2027", "empty ~3 ~3 9 empty 10 ~10 empty"],
    ["indicator=bomen&level=land&period=2019,2020,2022,2024,2025,2026", "~41 41 ~41 empty 62 ~62"],
  ],
  "a weighted share is estimated where its weight is": [
    // (10·5 + 40·10) / 15
    ["indicator=schaduw&level=provincie2024&area=01&period=2022", "~30"],
    ["indicator=schaduw&level=gemeente2024&area=01001&period=2022", "10"],
  ],
  "months are filled before they make quarters and years": [
    [`indicator=verkeer&${towns}&area=01001&period=2024M01,2024M02,2024M03`, "10 ~20 30"],
    [`indicator=verkeer&${towns}&area=01001,01002&period=2024,2024Q1,2024Q2`, "~780 ~60 150 12 3 3"],
    ["indicator=verkeer&level=provincie2024&area=01&period=2024Q1,2024Q2", "~63 153"],
  ],
  "a formula is estimated where an operand is, and incomplete where one is": [
    [
      `indicator=woningdichtheid&${towns}&area=01001&period=2019,2020`,
      `${Number((100 / 1.5).toFixed(6))} ~${Number((110 / 1.5).toFixed(6))}`,
    ],
    [`indicator=woningen_erbij&${towns}&area=03001,01001&period=2019,2021`, "1 1 ~10 ~10"],
    ["indicator=woningen&level=land&period=2018,2020", "incomplete 1 incomplete 1"],
    ["indicator=woningdichtheid&level=land&period=2018,2020,2030", "incomplete incomplete empty"],
    // 2025: bomen has a figure, woningen none anywhere; 2021: woningen is incomplete.
    ["indicator=woningen_en_bomen&level=land&period=2021,2025", "incomplete 62"],
    ["indicator=woningen_en_bomen&level=land&period=all", "incomplete incomplete incomplete incomplete incomplete 62 ~62"],
  ],
  "a figure is shared over the areas below": [
    // In proportion to 1100, 2000 | 3300, 4000 | 5500, 6000 inhabitants.
    [`indicator=bedrijven&${towns}&period=2024`, "~11 ~20 ~33 ~40 ~110 ~120"],
    ["indicator=bedrijven&level=provincie2024&period=2024", "31 73 230"],
    ["indicator=bedrijven&level=land&period=2024", "334"],
    ["indicator=bedrijven&level=wijk&area=01001A&period=2024", "not-available"],
  ],
  "today's figure on yesterday's areas": [
    // 95 over Duinrode and Eikenberg with 4000 and 5500 inhabitants in 2024, the newest that both have.
    [`indicator=winkels&${towns}&period=2025`, "12 21 34 ~40 ~55 61"],
    ["indicator=winkels&level=land&period=2025", "223"],
  ],
  "what decides about shares": [
    // 40 by 1 and 3, but Biezenhof has a figure; Cirkelbeek's key is hidden; the keys of 03 are 0 and none.
    [`indicator=scholen&${towns}&period=2024`, "~10 7 hidden hidden not-available not-available"],
    // The key of 2022: Aardoever 2, Biezenhof none; none in 02 and 03.
    [`indicator=scholen&${towns}&period=2022`, "~6 ~0 empty empty empty empty"],
    // No key before 2022.
    [`indicator=scholen&${towns}&area=01001&period=2021`, "not-available"],
    ["indicator=scholen&level=provincie2024&period=2024", "40 10 8"],
    // Shares feed nothing: no province of 2024 has shops in 2025, no shopping centre has benches.
    ["indicator=winkels&level=provincie2024&area=02,03&period=2025", "not-available not-available"],
    ["indicator=banken&level=kern&period=2024", "not-available not-available"],
    // Surfaces of 1 and 0.5, whatever the period; Biezenhof's neighbourhoods have their own.
    ["indicator=banken&level=wijk&area=01001A,01001B,01002A,01002B&period=2024", "~20 ~10 4 15"],
    [`indicator=banken&${towns}&area=01001,01002&period=2024`, "30 20"],
  ],
  "a cube is filled per combination": [
    [`indicator=dieren&${towns}&area=01001,01002&period=2020,2021,2022&by=geslacht`, "10 4 ~15 empty 20 empty hidden 2 empty ~4 4 6"],
    [`indicator=dieren&${towns}&area=01001&period=2020,2021,2022`, "14 ~15 20"],
    // Absent is zero: V is 0 in 2022, so 2 in between; not where Biezenhof has no record at all.
    [
      `indicator=vogels&${towns}&area=01001,01002&period=2020,2021,2022&by=geslacht`,
      "10 4 ~15 ~2 20 0 empty empty empty empty empty empty",
    ],
    ["indicator=vogels&level=land&period=2020,2021", "14 ~17"],
  ],
};

describe("estimates, worked by hand", () => {
  for (const [name, questions] of Object.entries(answers)) {
    test(name, async () => {
      const found = await Promise.all(questions.map(async ([question]) => [question, await ask(question)]));
      expect(found).toEqual(questions);
    });
  }

  test("an answer with estimates says so, one without has no flags", async () => {
    const estimated = await asked(`indicator=bedrijven&${towns}&period=2024`);
    expect(estimated.notes.map((each) => each.kind)).toContain("estimate");
    const measured = await asked("indicator=bedrijven&level=land&period=2024");
    expect(measured.flags).toBeUndefined();
    expect(measured.notes).toEqual([]);
  });

  test("flows add up over periods, nothing else does", async () => {
    const births = "level=land&period=2024M01,2024M02,2024M03,2024M04";
    // 27 births in January and 21 in the other months.
    expect(await ask(`indicator=geboorten&${births}&transform=total:3`)).toBe("empty empty 69 63");
    expect(await ask(`indicator=werkzoekenden&${births}&transform=total:3`)).toBe(
      "not-available not-available not-available not-available",
    );
    expect(await ask("indicator=verkeer&level=gemeente2024&area=01001&period=2024M03&transform=total:2")).toBe("~50");
    expect(await ask("indicator=geboorten,werkzoekenden&level=land&period=2024M03&transform=total:2")).toBe("42 not-available");
  });

  test("a formula is provisional where an operand is", async () => {
    const cube = await asked("indicator=dichtheid&level=land&period=2024,2025");
    const periods = cube.axes.find((axis) => axis.role === "period")?.members.map((each) => [each.code, each.provisional ?? false]);
    expect(periods).toEqual([
      ["2024", false],
      ["2025", true],
    ]);
  });

  test("an estimate is said in every file", async () => {
    const cube = await asked(`indicator=bedrijven&${towns}&area=01001&period=2024`);
    const text = async (name: string): Promise<string> => {
      const format = formats.find((each) => each.name === name);
      const chunks: Uint8Array[] = [];
      for await (const chunk of format?.write(headOf(cube), cubeSlabs(cube), { language: "en" }) ?? []) chunks.push(chunk);
      return Buffer.concat(chunks).toString();
    };
    expect(await text("csv")).toContain(",11,,,estimated,");
    expect(JSON.parse(await text("json-stat")).status).toEqual({ "0": "estimated" });
  });

  test("a partial sum carries its flag in the cell", async () => {
    expect(await ask("indicator=bezoekers&level=land&period=2024")).toBe("+210");
    expect(await ask("indicator=bezoekers&level=gemeente2024&area=01001&period=2024")).toBe("100");
  });

  test("indicators without estimates are read as before", () => {
    const flags = (code: string): unknown => {
      const compiled = compile(parseSelection(`indicator=${code}&level=land&period=2024`), release.catalogue);
      return JSON.stringify(compiled.parts[0]?.plan).includes('"flags":true');
    };
    expect([flags("inwoners"), flags("dichtheid"), flags("woningen_en_bomen")]).toEqual([false, false, true]);
  });

  test("one question at a time or many together: the same figures and flags", async () => {
    const codes = release.catalogue.indicators.filter((each) => each.shape !== "flow" && each.formula !== "").map((each) => each.code);
    const compiled = compile(
      parseSelection(`indicator=${codes.join(",")}&level=gemeente2024&period=2022,2024&compare=land:L,provincie:01,provincie2024:02`),
      release.catalogue,
    );
    const together = await release.runAll(compiled.parts.map((part) => part.plan));
    let flagged = 0;
    for (const [at, part] of compiled.parts.entries()) {
      const alone = await release.run(part.plan);
      expect(list(together[at])).toEqual(list(alone));
      flagged += alone.flag?.filter((bits, row) => bits > 0 && alone.status[row] === 0).length ?? 0;
    }
    expect(flagged).toBeGreaterThan(40);
  });
});

function list(rows: Rows | undefined): string[] {
  return Array.from({ length: rows?.length ?? 0 }, (_, i) => {
    const state = rows?.status[i];
    const value = state === 0 ? `${Number(rows?.value[i]?.toPrecision(12))} ${rows?.flag?.[i] ?? 0}` : "";
    return `${rows?.area[i]}/${rows?.period[i]}: ${state} ${value}`;
  }).sort();
}
