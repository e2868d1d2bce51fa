import type { ExploreRow, ExploreView } from "@peil/core/api-explore.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { views } from "../src/views/index.ts";
import { openTestSite, type TestSite } from "./site.ts";
import { openSurveyed, type SurveyedSite } from "./surveyed.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

type Question = { readonly level?: string; readonly compare?: string; readonly since?: string };

function ask(code: string, { level = "gemeente", compare = "", since = "" }: Question = {}): Promise<ExploreView> {
  return views.explore({ release: site.releases.current(), releases: site.releases }, { level, code, compare, since });
}

async function rowOf(indicator: string, code: string, question: Question = {}): Promise<ExploreRow | undefined> {
  return (await ask(code, question)).rows.find((each) => each.indicator.code === indicator);
}

describe("the list of an area", () => {
  it("holds each indicator of the themes once, with its figure beside the site's benchmark", async () => {
    const view = await ask("02001");
    const codes = view.rows.map((each) => each.indicator.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(view.benchmarks.map((each) => `${each.level}:${each.code}`)).toEqual(["land:L"]);
    expect(view.usual).toEqual({ compare: "land:L", since: 5 });
    const row = view.rows.find((each) => each.indicator.code === "inwoners");
    expect(row).toMatchObject({ period: "2025", cell: { value: 3400, status: 0 }, rank: { position: 3, of: 5 } });
    expect(row?.beside[0]?.cell.value).toBe(22800);
    for (const { indicators } of view.themes) for (const code of indicators) expect(codes).toContain(code);
  });

  it("takes two areas to compare with, of any level, and never the area itself", async () => {
    const view = await ask("02001", { compare: "provincie:01,gemeente:02001,gemeente:01002,land:L" });
    expect(view.benchmarks.map((each) => each.code)).toEqual(["01", "01002"]);
    expect(view.rows.find((each) => each.indicator.code === "inwoners")?.beside.map((each) => each.cell.value)).toEqual([3300, 2100]);
  });

  it("refuses what is unknown", async () => {
    await expect(ask("02001", { since: "4" })).rejects.toMatchObject({ code: "selection-invalid" });
    await expect(ask("02001", { compare: "land:X" })).rejects.toMatchObject({ code: "area-unknown" });
    await expect(ask("9x")).rejects.toMatchObject({ code: "area-unknown" });
  });
});

// Unemployment 10, 5, 4, 3.33…, 1 % of 500, 1000, 1500, 4500, 3000: mean 340/105 = 3.238, standard deviation 1.998. Low is good.
describe("words of register figures", () => {
  it("say better or worse by the rating, and how far in standard deviations", async () => {
    const high = await rowOf("werkloosheid", "01001");
    expect(high?.beside[0]?.word).toBe("worse");
    expect(high?.z).toBeCloseTo(3.385, 3);
    expect(high?.beside[0]?.distance).toBeCloseTo(3.385, 3);
    expect(high?.judgement).toBe("attention");
    const low = await rowOf("werkloosheid", "03002");
    expect([low?.beside[0]?.word, low?.judgement]).toEqual(["better", "strength"]);
    expect(low?.z).toBeCloseTo(-1.12, 2);
  });

  it("give no strength or attention within half a standard deviation, nor against the side of the benchmark", async () => {
    const near = await rowOf("werkloosheid", "02001");
    expect(near?.z).toBeCloseTo(0.381, 3);
    expect(near?.judgement).toBeUndefined();
    // Biezenhof has 5 %: z 0.88, high; yet half of the 10 % of Aardoever.
    expect((await rowOf("werkloosheid", "01002"))?.judgement).toBe("attention");
    const beside = await rowOf("werkloosheid", "01002", { compare: "gemeente:01001" });
    expect([beside?.beside[0]?.word, beside?.judgement]).toEqual(["better", undefined]);
  });

  it("say nothing of a count beside a larger area, and only higher or lower beside an equal", async () => {
    expect((await rowOf("inwoners", "01001"))?.beside[0]).toEqual({ cell: { value: 22800, status: 0 } });
    const equal = await rowOf("inwoners", "01001", { compare: "gemeente:01002" });
    expect(equal?.beside[0]).toEqual({ cell: { value: 2100, status: 0 }, word: "lower" });
    expect(equal?.judgement).toBeUndefined();
  });
});

describe("movement", () => {
  it("is said since the period at least so many years back", async () => {
    // Growth 9.09, 5, 3.03, 5.26, 1.67 %: half the standard deviation is 1.26.
    const row = await rowOf("inwoners", "03002", { since: "1" });
    expect(row?.earlier).toEqual({ period: "2024", cell: { value: 6000, status: 0 } });
    expect(row?.movement).toBe("risen");
  });
  it("is not said where there are no older figures", async () => {
    expect(await rowOf("inwoners", "03002")).not.toHaveProperty("movement");
  });
});

describe("figures that may not be seen", () => {
  it("stand in the list without a number or a word", async () => {
    const row = await rowOf("misdrijven", "01002");
    expect(row?.cell).toEqual({ status: 2 });
    expect(row?.beside[0]).not.toHaveProperty("word");
    expect(row).not.toHaveProperty("rank");
  });
  it("are counted in a spread and not placed", async () => {
    // Duinrode ended in 2024: 48, 70, 90, 110, 130 and one hidden.
    const row = await rowOf("bevolking", "02002", { level: "gemeente2024" });
    expect(row?.spread).toEqual({ low: 48, high: 130, shown: 5, hidden: 1, missing: 0, ticks: [0, 27, 51, 76, 100] });
  });
  it("have no spread among fewer than five", async () => {
    expect(await rowOf("misdrijven", "01001")).not.toHaveProperty("spread");
  });
});

describe("survey figures", () => {
  let surveyed: SurveyedSite;
  beforeAll(async () => {
    surveyed = await openSurveyed();
  }, 60_000);
  afterAll(() => surveyed.close());
  const find = async (indicator: string, code: string): Promise<ExploreRow | undefined> => {
    const scope = { release: surveyed.release, releases: surveyed.releases };
    const view = await views.explore(scope, { level: "gemeente2024", code, compare: "", since: "3" });
    return view.rows.find((each) => each.indicator.code === indicator);
  };

  it("take their words from the test", async () => {
    // Against the country: Z −7.58 lower, 1.77 no clear difference, 7.81 higher.
    const rows = await Promise.all(["01001", "01002", "03002"].map((code) => find("trots", code)));
    const rated = rows[0]?.rating === "higher";
    expect(rows.map((each) => each?.beside[0]?.word)).toEqual(rated ? ["worse", "unclear", "better"] : ["lower", "unclear", "higher"]);
    expect(rows.map((each) => each?.judgement)).toEqual(rated ? ["attention", undefined, "strength"] : [undefined, undefined, undefined]);
    expect(rows[0]).not.toHaveProperty("z");
  });

  it("moved only where the test between waves says so", async () => {
    expect(await find("trots", "01001")).toMatchObject({ earlier: { period: "2021" }, movement: "fallen" });
    expect(await find("overlast", "01001")).toMatchObject({ earlier: { period: "2021" }, movement: "stable" });
  });

  it("of too few respondents are not shown: on a division that ended the last one that is counts", async () => {
    expect(await find("trots", "02001")).toMatchObject({ period: "2021", cell: { value: 50 } });
  });
});
