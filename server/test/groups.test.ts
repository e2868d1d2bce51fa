import { cp, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Status, statusNames } from "@peil/core/model/status.ts";
import { memberSplitter, parseSelection } from "@peil/core/query/address.ts";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { views } from "../src/views/index.ts";
import { moment } from "./region.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
let release: Release;
beforeAll(async () => {
  site = await openTestSite();
  release = site.releases.current();
}, 60_000);
afterAll(() => site.close());

const read = (question: string) => answer(release, parseSelection(question, { splitMember: memberSplitter(release.catalogue) }));

/** Figures to six decimals, or the names of states, of all cells. */
async function ask(question: string): Promise<string> {
  const cube = await read(question);
  return Array.from(cube.values, (value, at) => {
    const state = cube.status[at] as Status;
    return state === 0 ? String(Number(value.toFixed(6))) : statusNames[state];
  }).join(", ");
}

/** Codes of the areas of an answer. */
async function areas(question: string): Promise<string> {
  const cube = await read(question);
  return cube.axes[1]?.members.map((each) => each.code).join(" ") ?? "";
}

const group = (areas: string, show = ""): string => `&area=none&group=G:${show}${areas}`;

describe("the figure of a group, by hand from the figures of the invented region", () => {
  const answers: readonly (readonly [question: string, answer: string])[] = [
    // 1100 + 2000 + 3300; over the levels 1100 + 11500 (province 03 of 2024); periods as usual: 6000 in 2023.
    [`indicator=inwoners&level=gemeente2024&period=2023,2024${group("gemeente2024:01001,01002,02001")}`, "6000, 6400"],
    [`indicator=inwoners&level=gemeente2024&period=2024${group("gemeente2024:01001,provincie2024:03")}`, "12600"],
    // By weight: (10·500 + 5·1000) / 1500, and 41.290323 = 128000 / 3100 with inhabitants.
    [`indicator=werkloosheid&level=gemeente2024&period=2024${group("gemeente2024:01001,01002")}`, "6.666667"],
    [`indicator=leeftijd&level=gemeente2024&period=2024${group("gemeente2024:01001,01002")}`, "41.290323"],
    // A formula from the totals of its operands: 3100 / (1.5 + 2.5), never (733.33 + 800) / 2.
    [`indicator=dichtheid&level=gemeente2024&period=2024${group("gemeente2024:01001,01002")}`, "775"],
    [`indicator=groei&level=gemeente2024&period=2024${group("gemeente2024:01001,02001,03001")}`, "900"],
    // A median of several is not available; of one area it is that area's.
    [`indicator=inkomen&level=gemeente2024&period=2024${group("gemeente2024:01001,01002")}`, "not-available"],
    [`indicator=inkomen&level=gemeente2024&period=2024${group("gemeente2024:01001")}`, "20000"],
    // States: 10 with not applicable and empty is 10; hidden poisons; hidden and unknown show hidden; nothing is nothing.
    [`indicator=misdrijven&level=gemeente2024&period=2024${group("gemeente2024:01001,02001,03001")}`, "10"],
    [`indicator=misdrijven&level=gemeente2024&period=2024${group("gemeente2024:01001,01002")}`, "hidden"],
    [`indicator=misdrijven&level=gemeente2024&period=2024${group("gemeente2024:01002,02002")}`, "hidden"],
    [`indicator=misdrijven&level=gemeente2024&period=2024${group("gemeente2024:01001,02002")}`, "unknown"],
    [`indicator=branden&level=gemeente2024&period=2024${group("gemeente2024:01002,02001")}`, "empty"],
    // Months and years by the period type of the indicator.
    [`indicator=geboorten&level=gemeente2024&period=2024,2024M01${group("gemeente2024:01001,01002")}`, "38, 5"],
    // Cubes, with their members; a cell of a cube in a formula.
    [`indicator=bevolking&level=gemeente2024&period=2024${group("gemeente2024:01002,02001")}`, "118"],
    [`indicator=bevolking&level=gemeente2024&period=2024&by=leeftijd5,geslacht${group("gemeente2024:02001,02002")}`, "35, 45, 35, 45"],
    [`indicator=jongste&level=gemeente2024&period=2024${group("gemeente2024:02001,02002")}`, "80"],
    // What does not depend on time, in any period; on a level where it was made at publish.
    [`indicator=oppervlakte&level=gemeente&period=2024${group("gemeente:01001,kern:K2")}`, "4.5"],
  ];
  for (const [question, wanted] of answers) test(question, async () => expect(await ask(question)).toBe(wanted));

  test("stands after its parts where both are asked, and before what it is compared with", async () => {
    const question = "indicator=inwoners&level=gemeente2024&period=2024&area=03002&compare=land:L&group=G:both:gemeente2024:01001,01002";
    expect(await areas(question)).toBe("03002 01001 01002 group:G L");
    expect(await ask(question)).toBe("6000, 1100, 2000, 3100, 21900");
    expect(await areas(question.replace("both", "separate"))).toBe("03002 01001 01002 L");
  });
});

test("areas that overlap are refused, with both their names", async () => {
  const refusal = (areas: string) => read(`indicator=inwoners&level=gemeente${group(areas)}`);
  await expect(refusal("gemeente:01001,provincie:01")).rejects.toMatchObject({
    code: "group-overlap",
    details: { group: "G", one: "Aardoever (gemeente:01001)", two: "Noordmeer (provincie:01)" },
  });
  // A shopping centre lies in a municipality by its neighbourhoods, an old municipality in today's province by today's one.
  await expect(refusal("kern:K1,gemeente:01001")).rejects.toMatchObject({ code: "group-overlap" });
  await expect(refusal("gemeente2024:02002,provincie:03")).rejects.toMatchObject({ code: "group-overlap" });
  await expect(refusal("gemeente:01001,gemeente2024:01001")).rejects.toMatchObject({ code: "group-overlap" });
  await expect(refusal("kern:K1,gemeente:01002")).resolves.toBeDefined();
  await expect(read("indicator=inwoners&level=gemeente&group=@niets")).rejects.toMatchObject({ code: "group-unknown" });
});

describe("laws", () => {
  const municipalities = ["01001", "01002", "02001", "02002", "03001", "03002"];
  const indicators = "inwoners,werkloosheid,leeftijd,dichtheid,misdrijven,branden,oppervlakte,groei,ziektegevallen";
  const total = (codes: readonly string[]): Promise<string> =>
    ask(`indicator=${indicators}&level=gemeente2024&period=2024${group(`gemeente2024:${codes.join(",")}`)}`);

  test("a group of one area is that area", async () => {
    for (const code of municipalities) {
      expect(await total([code])).toBe(await ask(`indicator=${indicators}&level=gemeente2024&period=2024&area=${code}`));
    }
  });
  test("the order of the areas does not matter", async () => {
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(municipalities, { minLength: 2 }), async (codes) => {
        expect(await total(codes)).toBe(await total(codes.toSorted()));
      }),
      { numRuns: 12 },
    );
  });
  test("all children of a parent are the parent, where figures add up or are weighed", async () => {
    const codes = "inwoners,werkloosheid,leeftijd,dichtheid,oppervlakte,groei,werkzoekenden,geboorten";
    for (const [parent, ...children] of [
      ["01", "01001", "01002"],
      ["02", "02001", "02002"],
      ["03", "03001", "03002"],
    ]) {
      const whole = await ask(`indicator=${codes}&level=provincie2024&period=2024&area=${parent}`);
      expect(await ask(`indicator=${codes}&level=gemeente2024&period=2024${group(`gemeente2024:${children.join(",")}`)}`)).toBe(whole);
    }
  });
});

describe("areas", () => {
  test("neighbours share a border; the area itself stands first", async () => {
    expect(await areas("indicator=inwoners&level=gemeente2024&neighbours=gemeente2024:02001")).toBe("02001 01002 02002");
    // A corner is no border: of four squares around a point only two touch each.
    expect(await areas("indicator=oppervlakte&level=wijk&neighbours=wijk:01001A")).toBe("01001A 01001B 01002A");
  });
  test("a level without borders has no neighbours, and another level is no level to look on", async () => {
    await expect(areas("indicator=oppervlakte&level=kern&neighbours=kern:K1")).rejects.toMatchObject({ code: "no-borders" });
    await expect(areas("indicator=inwoners&level=gemeente&neighbours=provincie:01")).rejects.toMatchObject({ code: "selection-invalid" });
  });
  test("alike are those in the same area of another level", async () => {
    expect(await areas("indicator=inwoners&level=gemeente&alike=provincie:gemeente:03002")).toBe("03002 03001");
    expect(await areas("indicator=oppervlakte&level=wijk&alike=gemeente:wijk:03001B")).toBe("03001B 02002A 02002B 03001A");
  });
});

test("a group that the site keeps is asked by its code, under its name", async () => {
  const folder = join(site.region.exchange, "..", "saved");
  const head = JSON.parse(await readFile(join(site.region.exchange, "peil.json"), "utf8"));
  const bring = async (groups: unknown): Promise<void> => {
    await rm(folder, { recursive: true, force: true });
    await cp(site.region.exchange, folder, { recursive: true });
    await writeFile(join(folder, "peil.json"), JSON.stringify({ ...head, site: { ...head.site, groups } }));
    await importExchange(folder, site.region, { by: "test", at: moment, note: "groups" });
  };
  const areas = [
    { level: "gemeente2024", code: "01001" },
    { level: "provincie2024", code: "03" },
  ];
  await bring([{ code: "kust", name: { nl: "De kust", en: "The coast" }, areas }]);
  const { id } = await publish({ folder: site.region.folder, documents: site.region.documents, at: moment });
  const own = await site.releases.get(id);
  const cube = await answer(own, parseSelection("indicator=inwoners&level=gemeente2024&period=2024&area=none&group=@KUST"));
  expect(cube.axes[1]?.members).toEqual([{ code: "group:@kust", label: { nl: "De kust", en: "The coast" }, group: true }]);
  expect(cube.values).toEqual(Float64Array.of(12_600));
  expect(cube.notes.map((note) => note.text.nl)).toContain("De kust: Aardoever, Zuidmeer.");
  await expect(bring([{ code: "kust", name: { nl: "De kust" }, areas: [{ level: "gemeente2024", code: "99" }] }])).rejects.toMatchObject({
    code: "exchange-unknown-code",
  });
});

test("a page shows groups beside its areas, and never ranks them", async () => {
  const view = await views.indicator(
    { release, releases: site.releases },
    {
      code: "inwoners",
      selection: "level=gemeente2024&area=01001&group=G:gemeente2024:01001,01002&period=2024&compare=land:L&transform=growth:2023",
    },
  );
  expect(view.cube.axes[0]?.members.map((each) => each.code)).toEqual(["01001", "group:G", "L"]);
  expect(view.all?.axes[0]?.members.map((each) => each.code)).not.toContain("group:G");
  expect(view.details).toMatchObject({ unit: { nl: "%" }, decimals: 1, name: { nl: "Inwoners, groei tegenover 2023" } });
});
