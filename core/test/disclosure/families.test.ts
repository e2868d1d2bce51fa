import { expect, test } from "vitest";
import { guardsOf, withGuards } from "../../src/disclosure/families.ts";
import { guardOf, sumStatedBy } from "../../src/disclosure/rule.ts";
import type { Indicator } from "../../src/model/indicator.ts";

let next = 1;
function indicator(code: string, properties: Partial<Indicator> = {}): Indicator {
  return {
    id: next++,
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

test("what is compared with the minimum: threshold indicator, else sample, else weight, else the figure", () => {
  const rate = (properties: Partial<Indicator>): Indicator => indicator("r", { dataType: "percentage", threshold: 5, ...properties });
  expect(guardOf(rate({ thresholdIndicator: "t", sample: "s", weight: "w" }))?.compare).toBe("t");
  expect(guardOf(rate({ sample: "s", weight: "w" }))?.compare).toBe("s");
  expect(guardOf(rate({ weight: "w" }))?.compare).toBe("w");
  expect(guardOf(rate({}))?.compare).toBeUndefined();
  expect(guardOf(indicator("c", { threshold: 5, weight: "w" }))?.compare).toBeUndefined();
});

test("a threshold alone marks, protected protects; five is the minimum where none is named; a base alone only rounds", () => {
  expect(guardOf(indicator("a"))).toBeUndefined();
  expect(guardOf(indicator("a", { threshold: 7 }))).toEqual({ mode: "mark", limits: { minimum: 7, zerosShown: true } });
  expect(guardOf(indicator("a", { protected: true }))).toEqual({ mode: "protect", limits: { minimum: 5, zerosShown: true } });
  expect(guardOf(indicator("a", { disclosure: { base: 5 } }))).toBeUndefined();
  expect(guardOf(indicator("a", { protected: true, disclosure: { zeros: "hidden", pPercent: 10 } }))?.limits).toEqual({
    minimum: 5,
    zerosShown: false,
    pPercent: 10,
  });
  expect(guardOf(indicator("a", { protected: true, dataType: "label" }))).toBeUndefined();
});

test("a formula states a sum where it only adds and takes away", () => {
  const stated = (formula: string) => sumStatedBy(indicator("f", { formula }));
  expect(stated("a + b + c")).toEqual({ total: "f", parts: ["a", "b", "c"] });
  expect(stated("A - b")).toEqual({ total: "a", parts: ["f", "b"] });
  expect(stated("a - (b + c)")).toEqual({ total: "a", parts: ["f", "b", "c"] });
  expect(stated("threshold(a) + b")).toEqual({ total: "f", parts: ["a", "b"] });
  for (const none of ["a + b - c - d", "a * b", "a + 1", "a + a", "2 * a + b", 'a + data_from_period(b, "-1")', "a"])
    expect(stated(none), none).toBeUndefined();
});

test("a protected percentage protects its numerator; sums of guarded figures are made at publish, however far; a base becomes the step", () => {
  const given = [
    indicator("teller"),
    indicator("aandeel", { dataType: "percentage", thresholdIndicator: "Teller", protected: true, threshold: 4 }),
    indicator("rest", { protected: true, threshold: 8 }),
    indicator("samen", { formula: "teller + rest" }),
    indicator("alles", { formula: "samen + open" }),
    indicator("open"),
    indicator("per", { formula: "teller / open", dataType: "ratio" }),
    indicator("rond", { disclosure: { base: 10 } }),
  ];
  const guarded = withGuards(given);
  const of = (code: string) => guarded.find((each) => each.code === code);
  expect(of("teller")).toMatchObject({ protected: true, threshold: 4 });
  expect(of("samen")).toMatchObject({ protected: true, atPublish: true, disclosure: { minimum: 8, zeros: "shown" } });
  expect(of("alles")).toMatchObject({ protected: true, atPublish: true });
  expect(of("per")?.atPublish).toBeUndefined();
  expect(of("rond")?.step).toBe(10);
  expect(of("open")).toBe(given[5]);

  const guards = guardsOf(guarded);
  expect(guards.followers.map((each) => [each.indicator.code, each.follows?.code])).toEqual([["aandeel", "teller"]]);
  expect(guards.flat.map((each) => each.key)).toEqual(["alles+rest+samen+teller"]);
  const [family] = guards.flat;
  const codes = family?.members.map((each) => each.indicator.code) ?? [];
  const sums = family?.sums.map(({ total, parts }) => [total === "known" ? total : codes[total], parts.map((part) => codes[part])]);
  expect(sums).toEqual([
    ["samen", ["teller", "rest"]],
    ["alles", ["samen"]],
  ]);
});

test("a difference from an open total makes the two parts one family under a known total", () => {
  const guards = guardsOf(
    withGuards([indicator("totaal"), indicator("deel", { protected: true }), indicator("rest", { formula: "totaal - deel" })]),
  );
  expect(guards.flat).toHaveLength(1);
  expect(guards.flat[0]?.sums).toEqual([{ total: "known", parts: [1, 0] }]);
});

test("contributions are never shown and are decided about by nobody", () => {
  const guards = guardsOf([
    indicator("omzet", { protected: true, disclosure: { pPercent: 10, contributions: ["eerste"] } }),
    indicator("eerste", { threshold: 5 }),
  ]);
  expect(guards.contributions.map((each) => each.code)).toEqual(["eerste"]);
  expect(guards.flat.map((each) => each.key)).toEqual(["omzet"]);
});
