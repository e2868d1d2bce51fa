import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainError, PeilError } from "../../src/errors.ts";
import { formatSelection, memberSplitter, parseSelection, resolveMembers } from "../../src/query/address.ts";
import type { Selection } from "../../src/query/selection.ts";
import frozen from "../addresses.json" with { type: "json" };
import { sampleCatalogue } from "../formula/sample.ts";

describe("addresses that must be read for ever", () => {
  test.each(frozen)("$query", ({ query, canonical, selection }) => {
    expect(parseSelection(query)).toEqual(selection);
    expect(formatSelection(selection as Selection)).toBe(canonical ?? query);
  });
});

// Codes of every kind; levels of dimensions without `_`, so that the plain split suffices.
const code = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9_]{1,8}$/),
  fc.string({ minLength: 1, maxLength: 6, unit: "grapheme" }),
  fc.constantFrom("all", "none", "recent", "a,b", "a:b", "100%", "%2C", "%", " x ", "a+b", "a&b=c", "-1", "é"),
);
const level = fc.stringMatching(/^[a-z0-9]{1,8}$/);
const ref = fc.record({ level: code, code });
const list = <T>(each: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(each, { maxLength: 4, selector: (one) => JSON.stringify(one) });
const year = fc.integer({ min: 1900, max: 2100 }).map(String);
const selections: fc.Arbitrary<Selection> = fc
  .record({
    indicators: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }),
    level: code,
    areas: fc.oneof(
      fc.constant({ kind: "all" as const }),
      fc.uniqueArray(code, { minLength: 1, maxLength: 4 }).map((codes) => ({ kind: "list" as const, codes })),
      ref.map((parent) => ({ kind: "within" as const, parent })),
    ),
    compare: list(ref),
    periods: fc.oneof(
      fc.constantFrom({ kind: "recent" as const }, { kind: "all" as const }, { kind: "all" as const, level: "month" }),
      fc.integer({ min: 1, max: 1000 }).map((count) => ({ kind: "last" as const, count })),
      fc.integer({ min: 1, max: 1000 }).map((count) => ({ kind: "last" as const, count, level: "quarter" })),
      fc.uniqueArray(year, { minLength: 1, maxLength: 4 }).map((codes) => ({ kind: "list" as const, codes })),
    ),
    by: list(code),
    members: list(fc.record({ level, code })),
    pseudo: fc.boolean(),
    release: fc.option(fc.stringMatching(/^[0-9a-f]{8}$/), { nil: undefined }),
  })
  .map(({ release, ...rest }) => (release === undefined ? rest : { ...rest, release }));

describe("a selection", () => {
  test("comes back from its address", () => {
    fc.assert(
      fc.property(selections, (selection) => {
        const query = formatSelection(selection);
        expect(parseSelection(query)).toEqual(selection);
        expect(formatSelection(parseSelection(query))).toBe(query);
        expect(query).not.toMatch(/[^A-Za-z0-9\-_.!~*'()%,:&=]/);
      }),
      { numRuns: 500 },
    );
  });

  test("comes back with any defaults", () => {
    fc.assert(
      fc.property(selections, selections, (selection, { release: _, ...defaults }) => {
        const query = formatSelection(selection, defaults);
        expect(parseSelection(query, defaults)).toEqual(selection);
      }),
      { numRuns: 500 },
    );
  });

  test("says nothing where it is as the page expects", () => {
    const selection = parseSelection("indicator=inwoners&level=gemeente&compare=gewest:2000");
    const { indicators, level: own } = selection;
    expect(formatSelection(selection, { indicators, level: own })).toBe("compare=gewest:2000");
    expect(formatSelection(selection, { ...selection })).toBe("");
    expect(formatSelection({ ...selection, compare: [] }, selection)).toBe("compare=none");
    expect(parseSelection("compare=none", selection).compare).toEqual([]);
    expect(parseSelection("", selection)).toEqual(selection);
  });

  test("any query is read or refused with an error of the catalogue", () => {
    const part = fc.tuple(
      fc.constantFrom("indicator", "level", "area", "within", "period", "by", "member", "compare", "pseudo", "release", "x"),
      fc.string(),
    );
    const query = fc.oneof(
      fc.string(),
      fc.array(part).map((parts) => parts.map(([key, value]) => `${key}=${value}`).join("&")),
    );
    fc.assert(
      fc.property(query, (text) => {
        try {
          const once = formatSelection(parseSelection(text, { indicators: ["i"], level: "l" }));
          expect(formatSelection(parseSelection(once))).toBe(once);
        } catch (error) {
          if (!(error instanceof PeilError)) throw error;
          expect(error.code).toBe("selection-invalid");
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe("refuses", () => {
  test.each([
    ["level=gemeente", "indicator", ""],
    ["indicator=a", "level", ""],
    ["indicator=a&level=b,c", "level", "b,c"],
    ["indicator=a&level=b&area=all,44021", "area", "all,44021"],
    ["indicator=a&level=b&within=provincie", "within", "provincie"],
    ["indicator=a&level=b&within=provincie:1,provincie:2", "within", "provincie:1,provincie:2"],
    ["indicator=a&level=b&compare=:2000", "compare", ":2000"],
    ["indicator=a&level=b&compare=none,gewest:2000", "compare", "none,gewest:2000"],
    ["indicator=a&level=b&period=vorig", "period", "vorig"],
    ["indicator=a&level=b&period=last:0", "period", "last:0"],
    ["indicator=a&level=b&period=last:1001", "period", "last:1001"],
    ["indicator=a&level=b&period=all:week", "period", "all:week"],
    ["indicator=a&level=b&period=recent,2020", "period", "recent"],
    ["indicator=a&level=b&member=leeftijd", "member", "leeftijd"],
    ["indicator=a&level=b&pseudo=ja", "pseudo", "ja"],
    ["indicator=a&level=b&release=x&release=y", "release", "x,y"],
  ])("%s", (query, key, value) => {
    try {
      parseSelection(query);
      expect.fail("it was read");
    } catch (error) {
      if (!(error instanceof PeilError)) throw error;
      expect([error.code, error.details.key, error.details.value]).toEqual(["selection-invalid", key, value]);
      expect(explainError(error, "nl").mend).not.toBe(explainError(error, "en").mend);
    }
  });
});

describe("members", () => {
  const catalogue = sampleCatalogue();
  const splitMember = memberSplitter(catalogue);

  test("are split against the cube of the selection", () => {
    const query = "indicator=inwoners,bev&level=gemeente&member=leeftijd_5_85_plus,GESLACHT_V";
    const selection = parseSelection(query, { splitMember });
    expect(selection.members).toEqual([
      { level: "leeftijd_5", code: "85_plus" },
      { level: "geslacht", code: "v" },
    ]);
    expect(formatSelection(selection)).toBe("indicator=inwoners,bev&level=gemeente&member=leeftijd_5_85_plus,geslacht_v");
  });

  test("that do not exist are refused with what is near", () => {
    const cube = catalogue.indicator("bev");
    if (cube === undefined) throw new Error();
    expect(() => resolveMembers(["leeftijd_5_0-5"], catalogue, cube)).toThrow(expect.objectContaining({ code: "member-unknown" }));
    expect(() => parseSelection("indicator=inwoners&level=g&member=geslacht_v", { splitMember })).toThrow(
      expect.objectContaining({ code: "selection-invalid" }),
    );
  });
});
