import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainError, PeilError } from "../../src/errors.ts";
import { formatSelection, memberSplitter, parseSelection, resolveMembers, selectionKeys } from "../../src/query/address.ts";
import type { Selection, Transformation } from "../../src/query/selection.ts";
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
const codeList = fc.uniqueArray(code, { minLength: 1, maxLength: 4 });
const show = fc.constantFrom("total" as const, "separate" as const, "both" as const);
const groups = fc.uniqueArray(
  fc.oneof(
    fc.record({
      name: code,
      areas: fc.uniqueArray(ref, { minLength: 1, maxLength: 5, selector: (one) => JSON.stringify(one) }),
      show,
    }),
    fc.record({ saved: fc.stringMatching(/^[a-z0-9_]{1,8}$/), show }),
  ),
  { minLength: 1, maxLength: 3, selector: (one) => ("name" in one ? `:${one.name}` : `@${one.saved}`) },
);
const memberGroups = fc.uniqueArray(
  fc
    .record({ name: code, level, codes: codeList, show: fc.constantFrom("total" as const, "both" as const) })
    .map(({ codes, level: of, ...rest }) => ({ ...rest, members: codes.map((each) => ({ level: of, code: each })) })),
  { minLength: 1, maxLength: 3, selector: (one) => one.name },
);
const base = fc.oneof(fc.constantFrom("first", "previous"), year);
const transformation: fc.Arbitrary<Transformation> = fc.oneof(
  fc.record({ kind: fc.constantFrom("change" as const, "growth" as const, "index" as const), base }),
  fc.record({ kind: fc.constant("share" as const), of: fc.constantFrom("row" as const, "column" as const, "table" as const) }),
  fc.record({ kind: fc.constant("share" as const), of: fc.constant("parent" as const), level: code }),
  fc.record({
    kind: fc.constant("per" as const),
    indicator: code,
    factor: fc.double({ min: 0, minExcluded: true, noNaN: true, noDefaultInfinity: true }),
  }),
  fc.record({ kind: fc.constantFrom("rank" as const, "z-score" as const, "difference" as const, "ratio" as const) }),
  fc.record({ kind: fc.constantFrom("moving-average" as const, "total" as const), periods: fc.integer({ min: 2, max: 120 }) }),
);
const flow = fc.record(
  {
    side: fc.constantFrom("out" as const, "in" as const, "net" as const, "gross" as const),
    partner: fc.record({ level: code, areas: fc.option(codeList, { nil: undefined }) }),
    top: fc.integer({ min: 1, max: 1000 }),
    within: fc.boolean(),
  },
  { requiredKeys: ["side"] },
);
const interval = fc.record({
  level: fc.constantFrom(90 as const, 95 as const, 99 as const),
  method: fc.constantFrom("wilson" as const, "normal" as const),
});
const more = fc.record(
  { groups, memberGroups, transformations: fc.array(transformation, { minLength: 1, maxLength: 5 }), flow, interval },
  { requiredKeys: [] },
);
const selections: fc.Arbitrary<Selection> = fc
  .record({
    indicators: fc.uniqueArray(code, { minLength: 1, maxLength: 4 }),
    level: code,
    areas: fc.oneof(
      fc.constant({ kind: "all" as const }),
      fc.uniqueArray(code, { minLength: 1, maxLength: 4 }).map((codes) => ({ kind: "list" as const, codes })),
      fc.constant({ kind: "list" as const, codes: [] as string[] }),
      ref.map((parent) => ({ kind: "within" as const, parent })),
      ref.map((of) => ({ kind: "neighbours" as const, of })),
      fc.record({ kind: fc.constant("alike" as const), level: code, of: ref }),
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
    more,
    release: fc.option(fc.stringMatching(/^[0-9a-f]{8}$/), { nil: undefined }),
  })
  .map(({ release, more: own, ...rest }) => (release === undefined ? { ...rest, ...own } : { ...rest, ...own, release }));

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
      fc.constantFrom(...selectionKeys, "x"),
      fc.oneof(
        fc.string(),
        fc.array(fc.constantFrom(":", ",", "@", "a", "both", "none", "per", "growth", "1", "l_m", "%3A")).map((all) => all.join("")),
      ),
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
    ["indicator=a&level=b&area=none,44021", "area", "none,44021"],
    ["indicator=a&level=b&neighbours=gemeente", "neighbours", "gemeente"],
    ["indicator=a&level=b&neighbours=g:1,g:2", "neighbours", "g:1,g:2"],
    ["indicator=a&level=b&alike=gemeente:44021", "alike", "gemeente:44021"],
    ["indicator=a&level=b&group=Kust", "group", "Kust"],
    ["indicator=a&level=b&group=Kust:gemeente", "group", "Kust:gemeente"],
    ["indicator=a&level=b&group=Kust:apart:gemeente:1", "group", "Kust:apart:gemeente:1"],
    ["indicator=a&level=b&group=:gemeente:1", "group", ":gemeente:1"],
    ["indicator=a&level=b&group=@kust,gemeente:1", "group", "@kust,gemeente:1"],
    ["indicator=a&level=b&group=Kust:g:1&group=Kust:g:2", "group", ":Kust"],
    ["indicator=a&level=b&member-group=Jong", "member-group", "Jong"],
    ["indicator=a&level=b&member-group=Jong:separate:l_1", "member-group", "Jong:separate:l_1"],
    ["indicator=a&level=b&member-group=Jong:l_1,k_2", "member-group", "Jong:l_1,k_2"],
    ["indicator=a&level=b&transform=groei:2019", "transform", "groei:2019"],
    ["indicator=a&level=b&transform=growth:ooit", "transform", "growth:ooit"],
    ["indicator=a&level=b&transform=share", "transform", "share"],
    ["indicator=a&level=b&transform=share:parent", "transform", "share:parent"],
    ["indicator=a&level=b&transform=per:inwoners:0", "transform", "per:inwoners:0"],
    ["indicator=a&level=b&transform=rank:1", "transform", "rank:1"],
    ["indicator=a&level=b&transform=moving-average:1", "transform", "moving-average:1"],
    ["indicator=a&level=b&interval=80", "interval", "80"],
    ["indicator=a&level=b&interval=95:wald", "interval", "95:wald"],
    ["indicator=a&level=b&flow=uit", "flow", "uit"],
    ["indicator=a&level=b&partner=gemeente:1,provincie:2", "partner", "gemeente:1,provincie:2"],
    ["indicator=a&level=b&top=0", "top", "0"],
    ["indicator=a&level=b&within-flows=ja", "within-flows", "ja"],
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
