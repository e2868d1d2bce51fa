import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { figures, type GuardedSite, openGuarded } from "./guarded.ts";

let site: GuardedSite;
beforeAll(async () => {
  site = await openGuarded();
}, 120_000);
afterAll(() => site.close());

const ask = (question: string) => figures(site.release, question);

describe("a release under disclosure control", () => {
  test("nothing of it is left out, and the record says what was done", async () => {
    expect(site.published.leftOut.map((each) => each.code).filter((code) => code !== "tevredenheid")).toEqual([]);
  });

  test("figures under the minimum hide, and with them the only neighbour in a municipality that shows", async () => {
    expect(await ask("indicator=gevallen&level=wijk&period=2024")).toEqual({
      "01001A": "x",
      "01001B": "x",
      "01002A": 14,
      "01002B": 9,
      "02001A": 0,
      "02001B": 11,
      "02002A": 7,
      "02002B": 8,
      "03001A": "x",
      "03001B": "x",
      "03002A": 16,
      "03002B": 6,
    });
  });

  test("safe totals stay, on every level and vintage", async () => {
    expect(await ask("indicator=gevallen&level=gemeente2024&period=2024")).toEqual({
      "01001": 32,
      "01002": 23,
      "02001": 11,
      "02002": 15,
      "03001": 25,
      "03002": 22,
    });
    expect(await ask("indicator=gevallen&level=gemeente&period=2024")).toEqual({
      "01001": 32,
      "01002": 23,
      "02001": 11,
      "03001": 40,
      "03002": 22,
    });
    expect(await ask("indicator=gevallen&level=land&period=2024")).toEqual({ L: 128 });
  });

  test("the same area in another division hides with it, and so does what protects it", async () => {
    const now = { "01001": "x", "01002": "x", "02001": 15, "03002": 9 };
    expect(await ask("indicator=opnames&level=gemeente&period=2025")).toEqual({ ...now, "03001": 30 });
    expect(await ask("indicator=opnames&level=gemeente2024&period=2025")).toMatchObject(now);
    expect(await ask("indicator=opnames&level=provincie&period=2025")).toMatchObject({ "01": 23 });
  });

  test("an area to which a part counts for a fraction hides", async () => {
    expect(await ask("indicator=gevallen&level=kern&period=2024")).toEqual({ K1: "x", K2: 0 });
  });

  test("a sum of protected figures shows where its parts alone do not give them away; a rate hides with its numerator", async () => {
    const parts = await ask("indicator=gezond&level=wijk&period=2024");
    const sums = await ask("indicator=samen&level=wijk&period=2024");
    const cases = await ask("indicator=gevallen&level=wijk&period=2024");
    for (const area of Object.keys(cases)) {
      const hidden = [cases, parts, sums].filter((each) => each[area] === "x").length;
      expect(hidden, area).not.toBe(1);
    }
    expect(Object.values(sums).filter((each) => each !== "x").length).toBeGreaterThan(8);
    const share = await ask("indicator=aandeel&level=wijk&period=2024");
    const rate = await ask("indicator=verhouding&level=wijk&period=2024");
    for (const area of Object.keys(cases)) {
      expect(share[area] === "x", area).toBe(cases[area] === "x");
      expect(rate[area] === "x", area).toBe(cases[area] === "x");
    }
    expect((await ask("indicator=verhouding&level=gemeente2024&area=01001&period=2024"))["01001"]).toBe(16);
  });

  test("a threshold without protection hides what is below it and nothing else, and poisons a formula with threshold()", async () => {
    const marked = await ask("indicator=diefstal&level=wijk&period=2024");
    expect(Object.values(marked)).toEqual(["x", "x", 8, "x", 0, 6, 7, "x", 9, 12, 5, "x"]);
    expect(await ask("indicator=diefstal&level=gemeente2024&period=2024")).toMatchObject({ "01001": "x", "01002": 11 });
    expect(Object.values(await ask("indicator=eigen_drempel&level=wijk&period=2024"))).toEqual(Object.values(marked));
  });

  test("months and the year that they make are one table", async () => {
    const months = await ask("indicator=spoed&level=gemeente2024&area=01001&period=all:month");
    expect(months["01001 2024M02"]).toBe("x");
    expect(Object.values(months).filter((each) => each === "x").length).toBeGreaterThan(1);
    const all = await ask("indicator=spoed&level=gemeente2024&area=all&period=2024M02");
    expect(Object.values(all).filter((each) => each === "x").length).toBeGreaterThan(1);
  });

  test("the p % rule hides a figure of which one contributor could estimate another, and never shows the contributions", async () => {
    const turnover = await ask("indicator=omzet&level=gemeente2024&period=2024");
    expect(turnover["01001"]).toBe("x");
    expect(Object.values(turnover).filter((each) => each === "x")).toHaveLength(2);
    expect(new Set(Object.values(await ask("indicator=omzet_1&level=gemeente2024&period=2024")))).toEqual(new Set(["x"]));
  });

  test("a percentage of too small a denominator hides, and with it what would give it away", async () => {
    const share = await ask("indicator=aandeel_klein&level=wijk&period=2024");
    expect([share["01001A"], share["02001A"], share["03001A"]]).toEqual(["x", "x", "x"]);
    expect(share["01001B"]).not.toBe(20);
    expect((await ask("indicator=aandeel_klein&level=gemeente2024&period=2024"))["01001"]).toBe(16);
  });

  test("rounding to a base shows round figures everywhere", async () => {
    expect(Object.values(await ask("indicator=afgerond&level=gemeente2024&period=2024"))).toEqual([5, 5, 10, 20, 20, 25]);
    expect(await ask("indicator=afgerond&level=land&period=2024")).toEqual({ L: 85 });
  });

  test("a cube shows its totals and hides small cells with others; a group of members shows what published figures make of it", async () => {
    const cells = await ask("indicator=aandoeningen&level=gemeente2024&period=2024&by=leeftijd1,geslacht");
    const hidden = Object.values(cells).filter((each) => each === "x").length;
    expect(hidden).toBeGreaterThan(10);
    expect(hidden).toBeLessThan(Object.keys(cells).length / 2 + 20);
    for (const value of Object.values(cells)) if (typeof value === "number") expect(value === 0 || value >= 5).toBe(true);
    expect((await ask("indicator=aandoeningen&level=land&period=2024")).L).toBeTypeOf("number");
    // Everybody of one sex is a total of its own; all ages but one can be had only where that one shows.
    const women = (await ask("indicator=aandoeningen&level=land&period=2024&member=geslacht_V")).L as number;
    const ages = Array.from({ length: 9 }, (_, age) => `leeftijd1_${age}`).join(",");
    const most = (await ask(`indicator=aandoeningen&level=land&period=2024&member=geslacht_V,${ages}`)).L;
    const last = (await ask("indicator=aandoeningen&level=land&period=2024&member=geslacht_V,leeftijd1_9")).L;
    if (last === "x" || women === undefined) expect(most).toBe("x");
    else expect(most).toBe(women - (last as number));
  });

  test("where zeros hide, a combination without a record hides as a small figure does", async () => {
    const cells = await ask("indicator=diagnoses&level=gemeente2024&period=2024&by=leeftijd1,geslacht");
    for (const value of Object.values(cells)) if (typeof value === "number") expect(value).toBeGreaterThanOrEqual(5);
  });

  test("publishing again what did not change gives the same release", async () => {
    const { published } = await site.again("2026-01-16T11:00:00.000Z");
    expect(published).toMatchObject({ id: site.published.id, fresh: false });
  });
});
