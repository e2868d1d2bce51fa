import type { Routes } from "@peil/core/api.ts";
import { cellAt, valueAt } from "@peil/core/model/cube.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { views } from "../src/views/index.ts";
import { rankOf } from "../src/views/ranking.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

function ask<N extends keyof Routes>(name: N, input: Routes[N]["in"]): Promise<Routes[N]["out"]> {
  return views[name]({ release: site.releases.current(), releases: site.releases }, input);
}

const codes = (cards: readonly { readonly code: string }[]): string[] => cards.map((each) => each.code);

describe("the first page", () => {
  it("has the themes at the root, and the real areas by name", async () => {
    const home = await ask("home", {});
    expect(codes(home.themes)).toEqual(["bevolking", "economie", "omgeving", "samenleven"]);
    expect(codes(home.areas)).toEqual(["01001", "01002", "02001", "03001", "03002"]);
    expect(home.counts.indicators).toBe(site.releases.current().catalogue.indicators.length);
  });
});

describe("a theme", () => {
  it("shows its indicators with the benchmark's newest figure", async () => {
    const theme = await ask("theme", { code: "bevolking" });
    const inhabitants = theme.groups[0]?.indicators.find((each) => each.code === "inwoners");
    expect(inhabitants?.latest).toEqual({ period: "2025", benchmark: { nl: "Merenland", en: "Lakeland" }, value: 22800, decimals: 0 });
  });

  it("has groups for the themes below it", async () => {
    const theme = await ask("theme", { code: "economie" });
    expect(codes(theme.children)).toContain("werk");
    expect(theme.groups.map((group) => group.theme.code)).toContain("werk");
    expect((await ask("theme", { code: "werk" })).path.map((each) => each.code)).toEqual(["economie"]);
  });

  it("that does not exist is not found", async () => {
    await expect(ask("theme", { code: "x" })).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("an indicator", () => {
  it("shows the benchmark in all periods and all areas in the last one, where nothing was chosen", async () => {
    const view = await ask("indicator", { code: "inwoners", selection: "" });
    expect(view.selection).toMatchObject({
      level: "gemeente",
      areas: { kind: "all" },
      periods: { kind: "all" },
      compare: [{ level: "land", code: "L" }],
    });
    expect(view.cube.axes.map((axis) => axis.role)).toEqual(["area", "period"]);
    expect(view.cube.axes[0]?.members.map((each) => [each.code, each.compare])).toEqual([["L", true]]);
    expect([...view.cube.values]).toEqual([21000, 21900, 22800]);
    expect(view.all?.axes[1]?.members.map((each) => each.code)).toEqual(["2025"]);
    expect(view.all?.axes[0]?.members.filter((each) => !each.compare).map((each) => each.code)).toEqual([
      "01001",
      "01002",
      "02001",
      "03001",
      "03002",
    ]);
  });

  it("shows the chosen areas first, those to compare with last", async () => {
    const { cube } = await ask("indicator", { code: "inwoners", selection: "area=02001&period=2024" });
    expect(cube.axes[0]?.members.map((each) => each.code)).toEqual(["02001", "L"]);
    expect([...cube.values]).toEqual([3300, 21900]);
  });

  it("takes no comparison for an answer", async () => {
    expect((await ask("indicator", { code: "inwoners", selection: "area=02001&compare=none" })).selection.compare).toEqual([]);
  });

  it("tells when the division changed, and what became of the chosen area", async () => {
    const whole = await ask("indicator", { code: "inwoners", selection: "" });
    expect(whole.details.breaks.map((each) => each.period)).toEqual(["2025"]);
    expect(whole.details.breaks[0]?.text.nl).toContain("in 2025: 6 gemeenten (2019–2024) werden er 5 (Eikenberg)");
    const merged = await ask("indicator", { code: "inwoners", selection: "area=03001" });
    expect(merged.details.breaks[0]?.text.nl).toContain("Eikenberg ontstond uit Duinrode en Eikenberg");
    expect((await ask("indicator", { code: "inwoners", selection: "area=01001" })).details.breaks).toEqual([]);
  });

  it("says in words what its formula does", async () => {
    const { details } = await ask("indicator", { code: "dichtheid", selection: "" });
    expect(details.formula).toMatchObject({ text: "inwoners / oppervlakte", uses: [{ code: "inwoners" }, { code: "oppervlakte" }] });
    expect(details.formula?.words.nl.toLowerCase()).toContain("inwoners gedeeld door oppervlakte");
    expect(details.available.map((each) => each.level.alias)).toContain("gemeente");
  });

  it("of a cube shows totals, and the axes that are asked", async () => {
    const total = await ask("indicator", { code: "bevolking", selection: "period=2025" });
    expect(total.cube.axes.map((axis) => axis.role)).toEqual(["area", "period"]);
    const level = total.details.dimensions[0]?.levels.find((each) => each.loaded)?.code ?? "";
    const split = await ask("indicator", { code: "bevolking", selection: `period=2025&by=${level}` });
    expect(split.cube.axes.map((axis) => axis.code)).toEqual(["area", "period", level]);
    const sum = [...split.cube.values].reduce((a, b) => a + b, 0);
    expect(sum).toBe(valueAt(total.cube, 0));
    expect(split.all?.axes.length).toBe(2);
  });

  it("on a level without figures says why", async () => {
    const view = await ask("indicator", { code: "inkomen", selection: "level=provincie" });
    expect(view.details.available.map((each) => each.level.alias)).not.toContain("provincie");
    expect(view.reason?.code).toBe("not-additive");
  });

  it("can be asked of a named release", async () => {
    const id = site.releases.current().id;
    expect((await ask("indicator", { code: "inwoners", selection: `release=${id}` })).cube.release).toBe(id);
    await expect(ask("indicator", { code: "inwoners", selection: "release=ffffffff" })).rejects.toMatchObject({ code: "release-unknown" });
    await expect(ask("indicator", { code: "inwoners", selection: "release=../../x" })).rejects.toMatchObject({ code: "release-unknown" });
  });

  it("refuses what is unknown", async () => {
    await expect(ask("indicator", { code: "onbekend", selection: "" })).rejects.toMatchObject({ code: "indicator-unknown" });
    await expect(ask("indicator", { code: "inwoners", selection: "area=x" })).rejects.toMatchObject({ code: "area-unknown" });
  });
});

describe("an area", () => {
  it("stands beside its province and the benchmark, with rank and trend", async () => {
    const view = await ask("area", { level: "gemeente", code: "02001", compare: "" });
    expect(view.columns.map((each) => `${each.level}:${each.code}`)).toEqual(["provincie:02", "land:L"]);
    const row = view.themes[0]?.rows.find((each) => each.indicator.code === "inwoners");
    expect(row).toMatchObject({ period: "2025", rank: { position: 3, of: 5 } });
    expect(row?.cells.map((each) => each.value)).toEqual([3400, 3400, 22800]);
    expect(row?.trend.map((each) => each.value)).toEqual([3000, 3300, 3400]);
  });

  it("shows each indicator once per theme", async () => {
    const view = await ask("area", { level: "gemeente", code: "02001", compare: "" });
    for (const { rows } of view.themes) expect(new Set(rows.map((row) => row.indicator.code)).size).toBe(rows.length);
  });

  it("takes areas to compare with", async () => {
    const view = await ask("area", { level: "gemeente", code: "02001", compare: "gemeente:01001" });
    expect(view.columns.map((each) => each.code)).toEqual(["02", "L", "01001"]);
    expect(view.themes[0]?.rows[0]?.cells.length).toBe(4);
    await expect(ask("area", { level: "gemeente", code: "02001", compare: "x" })).rejects.toMatchObject({ code: "selection-invalid" });
  });

  it("that merged tells of what it was made, and leads to what it became", async () => {
    const made = await ask("area", { level: "gemeente", code: "03001", compare: "" });
    expect(made.predecessors.map((each) => [each.name.nl, each.until])).toEqual([
      ["Duinrode", 2024],
      ["Eikenberg", 2024],
    ]);
    const gone = await ask("area", { level: "gemeente", code: "02002", compare: "" });
    expect(gone.level.alias).toBe("gemeente2024");
    expect(gone.successors).toEqual([{ level: "gemeente", code: "03001", name: { nl: "Eikenberg" }, since: 2025 }]);
    const row = gone.themes[0]?.rows.find((each) => each.indicator.code === "inwoners");
    expect([row?.period, row?.cells[0]?.value]).toEqual(["2024", 4000]);
  });

  it("holds the same figures as the indicator's page", async () => {
    const view = await ask("area", { level: "gemeente", code: "01002", compare: "" });
    for (const row of view.themes.flatMap((each) => each.rows)) {
      const { cube } = await ask("indicator", { code: row.indicator.code, selection: `area=01002&period=${row.period}` });
      expect([row.indicator.code, valueAt(cube, cellAt(cube, [0, 0]))]).toEqual([row.indicator.code, row.cells[0]?.value]);
    }
  });
});

describe("rank", () => {
  const indicator = (rating: "higher" | "lower") => ({ ...site.releases.current().catalogue.indicators[0], rating }) as never;
  it("shares the better place, in the direction of the rating", () => {
    expect([5, 4, 3].map((value) => rankOf(indicator("higher"), value, [5, 4, 4, 3])?.position)).toEqual([1, 2, 4]);
    expect([5, 4, 3].map((value) => rankOf(indicator("lower"), value, [5, 4, 4, 3])?.position)).toEqual([4, 2, 1]);
  });
  it("is nothing without a figure or among too few", () => {
    expect(rankOf(indicator("higher"), undefined, [1, 2, 3])).toBeUndefined();
    expect(rankOf(indicator("higher"), 1, [1, 2])).toBeUndefined();
  });
});
