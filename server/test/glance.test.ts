import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPrivacy } from "../../fixtures/privacy/build.ts";
import { buildSurvey } from "../../fixtures/survey/build.ts";
import { answer } from "../src/answer.ts";
import { type GlancedSite, openGlanced, rowOf } from "./glanced.ts";

// Unemployment 2024: 10, 5, 4, 5, 2, 1 weighted by 500, 1000 … 3000. Mean 34000/10500, deviation √(51904.76…/10500) = 2.2233…
const mean = 34000 / 10500;
const deviation = Math.sqrt([10, 5, 4, 5, 2, 1].reduce((sum, each, at) => sum + 500 * (at + 1) * (each - mean) ** 2, 0) / 10500);

let site: GlancedSite;
beforeAll(async () => {
  site = await openGlanced({
    glance: [
      { theme: "economie", indicators: ["werkloosheid", "inkomen"] },
      { theme: "bevolking", indicators: ["inwoners", "leeftijd", "bevolking"] },
    ],
    groups: [{ code: "noord", name: { nl: "Noord" }, areas: ["01001", "01002"].map((code) => ({ level: "gemeente2024", code })) }],
    similarity: [{ code: "werk", name: { nl: "werk" }, level: "gemeente2024", parts: [{ indicator: "werkloosheid", weight: 1 }] }],
  });
}, 60_000);
afterAll(() => site.close());

describe("an area at a glance", () => {
  it("shows the core set that the content names, in its order, beside the site's benchmark", async () => {
    const view = await site.glance("gemeente2024", "01001");
    expect(view.themes.map((each) => [each.theme.code, each.rows.map((row) => row.indicator.code)])).toEqual([
      ["economie", ["werkloosheid", "inkomen"]],
      ["bevolking", ["inwoners", "leeftijd", "bevolking"]],
    ]);
    expect(view.benchmark).toMatchObject({ kind: "area", ref: "land:L" });
    expect(view.since).toBe(5);
    expect((await site.glance("gemeente2024", "01001", { theme: "economie" })).themes).toHaveLength(1);
  });

  it("judges by the weighted z-score over all areas of the level, as the z-scores of an answer are", async () => {
    const row = rowOf(await site.glance("gemeente2024", "01001"), "werkloosheid");
    expect(row.verdict).toMatchObject({ by: "z-score", threshold: 0.5, among: 6, weighted: true });
    if (row.verdict?.by !== "z-score") throw new Error("no z-score");
    expect(row.verdict.z).toBeCloseTo((10 - mean) / deviation, 9);
    expect(row.judgement).toBe("attention");
    expect(row.distance).toBeCloseTo((10 - mean) / deviation, 9);
    expect(row.rank).toEqual({ position: 6, of: 6 });
    const release = site.releases.current();
    const asked = await answer(release, {
      indicators: ["werkloosheid"],
      level: "gemeente2024",
      areas: { kind: "list", codes: ["01001"] },
      compare: [],
      periods: { kind: "list", codes: ["2024"] },
      by: [],
      members: [],
      pseudo: false,
      transformations: [{ kind: "z-score" }],
    });
    expect(row.verdict.z).toBeCloseTo(asked.values[0] as number, 9);
  });

  it("calls nothing a strength that is worse than the benchmark", async () => {
    // Eikenberg 2: z = −0.557, and low is good.
    expect(rowOf(await site.glance("gemeente2024", "03001"), "werkloosheid").judgement).toBe("strength");
    const beside = rowOf(await site.glance("gemeente2024", "03001", { compare: "gemeente2024:03002" }), "werkloosheid");
    expect([beside.benchmark.value, beside.judgement]).toEqual([1, undefined]);
    expect(beside.verdict).toMatchObject({ by: "z-score" });
  });

  it("gives counts no word and no distance, and takes their growth in percent as change", async () => {
    // 2024 to 2025 on today's areas: 1100, 2000, 3300, 9500, 6000 became 1200, 2100, 3400, 10000, 6100.
    const growth = [100 / 11, 5, 100 / 33, 500 / 95, 100 / 60];
    const middle = growth.reduce((sum, each) => sum + each, 0) / 5;
    const spread = Math.sqrt(growth.reduce((sum, each) => sum + (each - middle) ** 2, 0) / 5);
    const row = rowOf(await site.glance("gemeente", "01001", { since: "1" }), "inwoners");
    expect([row.verdict, row.distance, row.movement, row.earlier?.cell.value]).toEqual([undefined, undefined, "risen", 1100]);
    if (row.moved?.by !== "changes") throw new Error("no changes");
    expect([row.moved.change, row.moved.threshold, row.moved.among]).toEqual([
      expect.closeTo(100 / 11, 9),
      expect.closeTo(spread / 2, 9),
      5,
    ]);
    // On the division of 2024 only four areas have a figure for 2025: too few to say so.
    expect(rowOf(await site.glance("gemeente2024", "01001", { since: "1" }), "inwoners").movement).toBeUndefined();
  });

  it("takes a group as its own aggregate, never as the mean of its areas", async () => {
    const own = await site.glance("gemeente2024", "03002", { compare: "Samen:gemeente2024:01001,01002" });
    expect(own.benchmark).toMatchObject({ kind: "own", ref: "Samen:gemeente2024:01001,01002", name: { nl: "Samen" } });
    expect(rowOf(own, "werkloosheid").benchmark.value).toBeCloseTo(10000 / 1500, 9);
    expect(rowOf(own, "leeftijd").benchmark.value).toBeCloseTo((40 * 1100 + 42 * 2000) / 3100, 9);
    const median = rowOf(own, "inkomen");
    expect([median.benchmark.value, median.judgement, median.noBenchmark?.nl]).toEqual([
      undefined,
      undefined,
      "Samen: niet beschikbaar, dit cijfer bestaat niet voor gebieden samen.",
    ]);
    const saved = await site.glance("gemeente2024", "03002", { compare: "@noord" });
    expect([saved.benchmark.kind, rowOf(saved, "werkloosheid").benchmark.value]).toEqual([
      "saved",
      rowOf(own, "werkloosheid").benchmark.value,
    ]);
  });

  it("takes the most similar areas together; itself is not among them", async () => {
    const view = await site.glance("gemeente2024", "01001", { compare: "similar:werk" });
    expect(view.benchmark.areas.map((each) => each.code).sort()).toEqual(["01002", "02001", "02002", "03001", "03002"]);
    // Together 29000 of 10000, in hundredths.
    expect(rowOf(view, "werkloosheid").benchmark.value).toBeCloseTo(29000 / 10000, 9);
  });

  it("stands beside nobody where that is asked, and an area is no benchmark of itself", async () => {
    const none = await site.glance("gemeente2024", "03001", { compare: "none" });
    expect([none.benchmark.kind, rowOf(none, "werkloosheid").judgement]).toEqual(["none", "strength"]);
    expect((await site.glance("land", "L")).benchmark.kind).toBe("none");
  });

  it("refuses what it cannot read", async () => {
    await expect(site.glance("gemeente2024", "01001", { compare: "Kust:" })).rejects.toMatchObject({ code: "selection-invalid" });
    await expect(site.glance("gemeente2024", "01001", { compare: "@zuid" })).rejects.toMatchObject({ code: "group-unknown" });
    await expect(site.glance("gemeente2024", "01001", { compare: "similar:x" })).rejects.toMatchObject({ code: "selection-invalid" });
    await expect(site.glance("gemeente2024", "01001", { since: "7" })).rejects.toMatchObject({ code: "selection-invalid" });
    await expect(site.glance("gemeente2024", "01001", { theme: "x" })).rejects.toMatchObject({ code: "not-found" });
    await expect(site.glance("gemeente2024", "77777")).rejects.toMatchObject({ code: "area-unknown" });
  });
});

it("shows the first indicators of each theme where the site names no core set", async () => {
  const plain = await openGlanced({});
  const view = await plain.glance("gemeente2024", "01001");
  expect(view.themes.map((each) => each.theme.code)).toEqual(["bevolking", "economie", "omgeving", "samenleven"]);
  expect(view.themes.every((each) => each.rows.length <= 6)).toBe(true);
  await plain.close();
});

it("refuses a core set of what does not exist, and of what comes twice", async () => {
  const set = (theme: string, ...indicators: string[]) => openGlanced({ glance: [{ theme, indicators }] });
  await expect(set("nergens", "inwoners")).rejects.toMatchObject({ code: "exchange-unknown-code" });
  await expect(set("bevolking", "inwonrs")).rejects.toMatchObject({ code: "exchange-unknown-code" });
  await expect(set("bevolking", "inwoners", "inwoners")).rejects.toMatchObject({ code: "exchange-duplicate" });
  await expect(set("bevolking")).rejects.toMatchObject({ code: "exchange-invalid" });
});

it("neither judges nor places what is hidden, nor lets it count in a mean", async () => {
  const guarded = await openGlanced({ glance: [{ theme: "samenleven", indicators: ["aandeel"] }] }, buildPrivacy);
  const hidden = rowOf(await guarded.glance("wijk", "01001A", { compare: "gemeente2024:01001" }), "aandeel");
  expect(hidden.cell).toEqual({ status: 7 });
  expect([hidden.judgement, hidden.verdict, hidden.distance, hidden.rank, hidden.movement, hidden.trend]).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    [],
  ]);
  const seen = rowOf(await guarded.glance("wijk", "01002A"), "aandeel");
  const cube = await answer(guarded.releases.current(), {
    indicators: ["aandeel"],
    level: "wijk",
    areas: { kind: "all" },
    compare: [],
    periods: { kind: "list", codes: ["2024"] },
    by: [],
    members: [],
    pseudo: false,
  });
  const visible = [...cube.status].filter((each) => each === 0).length;
  expect(visible).toBeLessThan(12);
  expect(seen.verdict).toMatchObject({ among: visible });
  await guarded.close();
}, 60_000);

it("judges survey figures by their tests, beside the benchmark and between waves", async () => {
  const surveyed = await openGlanced({ glance: [{ theme: "samenleven", indicators: ["trots", "overlast", "fietsen"] }] }, buildSurvey);
  const view = await surveyed.glance("gemeente2024", "01001", { since: "3" });
  // Against the country Z is −7.58; from 2021 to 2024 −2.99, and of nuisance −1.94.
  const pride = rowOf(view, "trots");
  expect(pride.verdict).toMatchObject({ by: "survey-test", word: "lower" });
  expect([pride.earlier?.period, pride.movement, pride.moved]).toEqual(["2021", "fallen", { by: "survey-test", word: "lower" }]);
  expect(rowOf(view, "overlast")).toMatchObject({ movement: "stable" });
  // Each figure has its own interval (known answers of fixtures/survey), and another question is no movement.
  const between = (code: string): unknown => {
    const { lower, upper, respondents } = rowOf(view, code).interval ?? {};
    return [lower?.toFixed(4), upper?.toFixed(4), respondents];
  };
  expect(between("trots")).toEqual(["34.9603", "44.4084", 408]);
  expect(between("overlast")).toEqual(["57.6760", "68.0255", 397]);
  const cycling = rowOf(view, "fietsen");
  expect(cycling.earlier).toMatchObject({ period: "2021", otherQuestion: true });
  expect([cycling.movement, cycling.moved, cycling.trend.map((each) => each.apart)]).toEqual([undefined, undefined, [undefined, true]]);
  const grouped = await surveyed.glance("gemeente2024", "01001", { compare: "Samen:gemeente2024:01002,03001" });
  expect(rowOf(grouped, "trots").verdict).toBeUndefined();
  await surveyed.close();
}, 60_000);
