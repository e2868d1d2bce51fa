import type { IndicatorDetails } from "@peil/core/api.ts";
import type { TreeView } from "@peil/core/api-databank.ts";
import { describe, expect, it } from "vitest";
import { moveIn } from "../../src/databank/axes-move.ts";
import { cubeToKnow, examplesOf } from "../../src/databank/examples.ts";
import { questionOf } from "../../src/databank/question.ts";
import { recentIn, rememberRecent } from "../../src/databank/storage.ts";
import { detailsOf } from "../data.ts";

describe("axes in their bars", () => {
  const bars = [
    { code: "rows", axes: ["area", "age"] },
    { code: "columns", axes: ["period"] },
  ];

  it("move inside a bar, and to a place in the other", () => {
    expect(moveIn(bars, "age", { bar: 0, at: 0 })?.map((each) => each.axes)).toEqual([["age", "area"], ["period"]]);
    expect(moveIn(bars, "area", { bar: 1, at: 0 })?.map((each) => each.axes)).toEqual([["age"], ["area", "period"]]);
    expect(moveIn(bars, "area", { bar: 1, at: 99 })?.map((each) => each.axes)).toEqual([["age"], ["period", "area"]]);
  });

  it("stay where nothing changes, and where there is no such place", () => {
    expect(moveIn(bars, "area", { bar: 0, at: -1 })).toBeUndefined();
    expect(moveIn(bars, "period", { bar: 1, at: 5 })).toBeUndefined();
    expect(moveIn(bars, "period", { bar: 2, at: 0 })).toBeUndefined();
    expect(moveIn(bars, "unknown", { bar: 0, at: 0 })).toBeUndefined();
  });
});

const level = (code: string, ...members: string[]) => ({
  ...{ code, name: { nl: code }, loaded: true },
  members: members.map((each) => ({ code: each, name: { nl: each } })),
});

describe("a question with members", () => {
  const cube = detailsOf({
    shape: "cube",
    dimensions: [{ code: "leeftijd", name: { nl: "Leeftijd" }, levels: [level("leeftijd", "x"), level("leeftijd_5", "0_4", "5_9")] }],
  }) as IndicatorDetails;

  it("is split by the levels that there are, though their codes hold what splits", () => {
    const text = "indicator=a&level=gemeente&member=leeftijd_5_0_4";
    expect(questionOf(text, [cube])?.members).toEqual([{ level: "leeftijd_5", code: "0_4" }]);
    expect(questionOf(text, [])?.members).toEqual([{ level: "leeftijd", code: "5_0_4" }]);
  });

  it("is none where it cannot be read", () => {
    expect(questionOf("", [cube])).toBeUndefined();
    expect(questionOf("level=gemeente", [cube])).toBeUndefined();
  });
});

describe("questions to begin with", () => {
  const indicator = (code: string, unit: number, covers: number, more: object = {}) => ({
    ...{ code, name: { nl: code }, unit, shape: "derived" as const, kind: "register" as const, derived: true as const, covers },
    ...more,
  });
  const covered = (last: string) => [{ level: "gemeente", first: "2010", last, count: 9 }];
  const tree = {
    nodes: [{ code: "thema", name: { nl: "Thema" } }, ...[0, 1, 2, 3, 4].map((at) => ({ parent: 0, indicator: at }))],
    indicators: [
      indicator("aantal", 0, 1),
      indicator("aandeel", 1, 0),
      indicator("kubus", 0, 0, { shape: "cube", derived: undefined }),
      indicator("dichtheid", 2, 0),
      indicator("prognose", 1, 2),
    ],
    units: [{ nl: "inwoners" }, { nl: "%" }, { nl: "per km²" }],
    coverages: [covered("2024"), covered("2025"), covered("2031")],
    levels: [],
    groups: [],
    home: "gemeente",
    benchmark: { level: "gewest", code: "2000" },
  } as unknown as TreeView;

  it("are the newest share as a map, and two shares beside each other: no numbers, no forecasts", () => {
    expect(examplesOf(tree, undefined, "2026").map((each) => [each.kind, each.of, each.show])).toEqual([
      ["map", ["aandeel"], "map"],
      ["pair", ["aandeel", "dichtheid"], "scatter"],
    ]);
  });

  it("hold a cube by a dimension with a few members, of the benchmark where it has figures", () => {
    expect(cubeToKnow(tree)).toBe("kubus");
    const cube = detailsOf({
      code: "kubus",
      dimensions: [{ code: "d", name: { nl: "D" }, levels: [level("twee", "a", "b"), level("vier", "a", "b", "c", "d")] }],
      available: [
        { level: { alias: "gewest", name: { nl: "Gewest" }, plural: { nl: "gewesten" }, count: 2 }, periods: ["2024"], loaded: true },
      ],
    }) as IndicatorDetails;
    const found = examplesOf(tree, cube, "2026").find((each) => each.kind === "cube");
    expect(found?.selection).toBe("indicator=kubus&level=gewest&area=2000&by=vier");
  });

  it("are none of an empty site", () => {
    expect(examplesOf({ ...tree, nodes: [] }, undefined, "2026")).toEqual([]);
  });
});

it("what was looked at last stands first, each once, and a browser that keeps nothing or nonsense is no trouble", () => {
  const kept = new Map<string, string>();
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: () => {},
  };
  const one = (selection: string) => ({ selection, show: "auto", name: selection });
  for (const each of ["a", "b", "c", "a", "d", "e", "f", "g"]) rememberRecent(store, one(each));
  expect(recentIn(store).map((each) => each.selection)).toEqual(["g", "f", "e", "d", "a", "c"]);
  kept.set("peil.databank.recent", '[{"selection":1},null,"x"]');
  expect(recentIn(store)).toEqual([]);
  kept.set("peil.databank.recent", "{");
  expect(recentIn(store)).toEqual([]);
});
