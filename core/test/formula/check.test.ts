import { describe, expect, test } from "vitest";
import { explainError, PeilError } from "../../src/errors.ts";
import { checkAll, checkFormula, splitCell } from "../../src/formula/check.ts";
import { parseFormula } from "../../src/formula/parse.ts";
import type { Catalogue } from "../../src/model/catalogue.ts";
import { sampleCatalogue } from "./sample.ts";

const catalogue = sampleCatalogue();

function refusal(run: () => void): PeilError {
  try {
    run();
  } catch (error) {
    if (error instanceof PeilError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

const check = (text: string): void => checkFormula(parseFormula(text), catalogue);

describe("a formula", () => {
  test.each([
    "inwoners / INKOMEN",
    "bev",
    "cell(bev)",
    "cell(bev, leeftijd_5_0-4)",
    "cell(bev, leeftijd_5_85_plus, GESLACHT_V)",
    "cell(bev, leeftijd_jong)",
    "data_from_period(sqrt(-inwoners), -1)",
  ])("%s is good", (text) => {
    expect(() => check(text)).not.toThrow();
  });

  test.each([
    ["1 + inwonrs", "formula-unknown-code", 5],
    ["inwoners + sqrt(niets)", "formula-unknown-code", 17],
    ["1 + pendel", "formula-flow", 5],
    ["cell(pendel, a_b)", "formula-flow", 1],
    ["1 + cell(inwoners, geslacht_v)", "formula-not-cube", 5],
    ["cell(bev, geslacht_m)", "formula-cell-unknown", 11],
    ["cell(bev, geslacht)", "formula-cell-unknown", 11],
    ["cell(bev, herkomst_be)", "formula-cell-unknown", 11],
    ["cell(bev, leeftijd_los_x)", "formula-cell-unknown", 11],
    ["cell(bev, geslacht_v, geslacht_v)", "formula-dimension-twice", 23],
    ["cell(bev, leeftijd_5_0-4, leeftijd_jong)", "formula-dimension-twice", 27],
  ])("%s: %s at %i", (text, code, position) => {
    const error = refusal(() => check(text));
    expect([error.code, error.details.position]).toEqual([code, position]);
  });

  test("says which code was meant", () => {
    expect(
      explainError(
        refusal(() => check("inwonrs")),
        "en",
      ).mend,
    ).toBe("Create that indicator first or mend the code (inwoners?).");
    expect(
      explainError(
        refusal(() => check("cell(bev, leeftijd_5_0_4)")),
        "nl",
      ).mend,
    ).toBe("Schrijf <dimensieniveau>_<item>, met een niveau uit: leeftijd_5, leeftijd, geslacht (leeftijd_5_0-4?).");
  });
});

test("of two splits the level on which the cube was loaded wins", () => {
  const cube = catalogue.indicator("bev");
  if (cube === undefined) throw new Error();
  expect(splitCell({ text: "LEEFTIJD_5_0-4", position: 1 }, cube, catalogue)).toEqual({ level: "leeftijd_5", code: "0-4" });
  expect(splitCell({ text: "leeftijd_jong", position: 1 }, cube, catalogue)).toEqual({ level: "leeftijd", code: "jong" });
});

describe("cycles", () => {
  const world = (formulas: Record<string, string>): Catalogue =>
    sampleCatalogue(Object.entries(formulas).map(([code, formula]) => ({ code, formula })));
  const pathOf = (formulas: Record<string, string>): unknown => {
    const made = world(formulas);
    const error = refusal(() => checkAll(made.indicators, made));
    return [error.code, error.details.path];
  };

  test("are named with their path", () => {
    expect(pathOf({ a: "A + 1" })).toEqual(["formula-cycle", "a → a"]);
    expect(pathOf({ a: "b * 2", b: "1 - a" })).toEqual(["formula-cycle", "a → b → a"]);
    expect(pathOf({ a: "b", b: "inwoners + c", c: "sqrt(b)" })).toEqual(["formula-cycle", "b → c → b"]);
    expect(pathOf({ a: "data_from_period(a, -1) + inwoners" })).toEqual(["formula-cycle", "a → a"]);
  });

  test("are not seen where there are none", () => {
    const made = world({ a: "b + c", b: "d * d", c: "d / inwoners", d: "inwoners" });
    expect(() => checkAll(made.indicators, made)).not.toThrow();
  });

  test("a fault of another formula is not ours", () => {
    const made = world({ a: "b + 1", b: "((" });
    expect(() =>
      checkAll(
        made.indicators.filter((each) => each.code === "a"),
        made,
      ),
    ).not.toThrow();
    expect(refusal(() => checkAll(made.indicators, made)).code).toBe("formula-syntax");
  });

  test("a wide web of formulas is walked once", () => {
    const formulas = Object.fromEntries(
      Array.from({ length: 60 }, (_, i) => [`f${i}`, i === 59 ? "inwoners" : `f${i + 1} + f${Math.min(i + 2, 59)}`]),
    );
    const made = world(formulas);
    expect(() => checkAll(made.indicators, made)).not.toThrow();
  });
});
