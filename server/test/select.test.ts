import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { expect, test } from "vitest";
import { selectPublishable } from "../src/publish/select.ts";

function indicator(code: string, properties: Partial<Indicator> = {}): Indicator {
  return {
    id: code.length,
    code,
    shape: "flat",
    name: { nl: code },
    unit: { nl: "" },
    kind: "register",
    dataType: "count",
    periodType: "stock",
    rating: "neutral",
    aggregatesAreas: true,
    aggregatesPeriods: false,
    absent: "empty",
    visible: true,
    searchable: true,
    sequence: 1,
    ...properties,
  };
}

function catalogue(indicators: readonly Indicator[]): CatalogueData {
  const text = { nl: "" };
  const site = { name: text, motto: text, homeLevel: "a", benchmarkLevels: [], benchmark: { level: "a", area: "1" }, style: "default" };
  const themes = indicators.map((each, id) => ({ id, parent: undefined, sequence: id, kind: "indicator" as const, target: each.code }));
  return {
    site,
    levels: [],
    areas: [],
    tables: [],
    dimensions: [],
    dimensionLevels: [],
    members: [],
    memberLinks: [],
    sources: [],
    indicators,
    themes,
  };
}

const left = (...indicators: Indicator[]): string[] => selectPublishable(catalogue(indicators)).leftOut.map((each) => each.code);

test("what disclosure control cannot keep stays behind: texts and flows; the rest publishes under guard", () => {
  expect(left(indicator("open"), indicator("marked", { protected: true }), indicator("minimum", { threshold: 5 }))).toEqual([]);
  expect(left(indicator("words", { protected: true, dataType: "text" }))).toEqual(["words"]);
  expect(left(indicator("flow", { shape: "flow" }))).toEqual([]);
  expect(left(indicator("flow", { shape: "flow", threshold: 5 }))).toEqual(["flow"]);
  expect(left(indicator("flow", { shape: "flow", disclosure: { minimum: 3 } }))).toEqual(["flow"]);
});

test("what is computed from something left out stays behind too, however far, and its place in the tree goes", () => {
  const all = [
    indicator("secret", { threshold: 5, dataType: "label" }),
    indicator("rate", { formula: "100 * secret / open" }),
    indicator("rates", { formula: "round(rate)" }),
    indicator("weighted", { dataType: "mean", weight: "secret" }),
    indicator("above", { formula: "threshold(open)" }),
    indicator("open"),
  ];
  const { data, leftOut } = selectPublishable(catalogue(all));
  expect(leftOut.map((each) => each.code)).toEqual(["secret", "rate", "rates", "weighted"]);
  expect(data.indicators.map((each) => each.code)).toEqual(["above", "open"]);
  expect(data.themes.map((each) => each.target)).toEqual(["above", "open"]);
  for (const each of leftOut) expect([each.why.nl, each.why.en].every((text) => text.length > 20)).toBe(true);
});

test("a formula that is wrong stays behind with its message and position; the rest publishes", () => {
  const { leftOut, data } = selectPublishable(
    catalogue([
      indicator("broken", { formula: "1 + nothing_here" }),
      indicator("round_one", { formula: "round_two + 1" }),
      indicator("round_two", { formula: "round_one" }),
      indicator("open"),
    ]),
  );
  expect(leftOut.map((each) => each.code)).toEqual(["broken", "round_one", "round_two"]);
  expect(leftOut[0]?.why.en).toContain("position 5");
  expect(leftOut[1]?.why.en).toContain("round_one → round_two → round_one");
  expect(data.indicators.map((each) => each.code)).toEqual(["open"]);
});

test("forecasts and provisional periods of operands carry over into formulas", () => {
  const { data } = selectPublishable(
    catalogue([
      indicator("a", { forecastFrom: "2026", provisional: ["2025"] }),
      indicator("b", { forecastFrom: "2030" }),
      indicator("c", { formula: "a / b" }),
    ]),
  );
  expect(data.indicators[2]).toMatchObject({ forecastFrom: "2026", provisional: ["2025"] });
});

test("what is left out after its audit failed takes along what is computed from it", () => {
  const all = [indicator("cells", { protected: true }), indicator("share", { formula: "100 * cells / open" }), indicator("open")];
  const { leftOut, data } = selectPublishable(catalogue(all), [{ code: "cells", why: { nl: "te berekenen", en: "can be computed" } }]);
  expect(leftOut.map((each) => each.code)).toEqual(["cells", "share"]);
  expect(data.indicators.map((each) => each.code)).toEqual(["open"]);
});
