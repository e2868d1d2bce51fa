import { describe, expect, it } from "vitest";
import { presentationCodes, sumCodes, transformationCodes } from "../../src/guards/choices.ts";
import { type Judgement, judge, rules, verdictOf } from "../../src/guards/judge.ts";
import { type Ask, cases, cube, measure, sketch } from "./sample.ts";

const judged = ({ asked = sketch(), of = [measure()], selection, around }: Ask): Judgement => judge(asked, of, selection, around);

/** Every reason given for a choice. */
function reasonsFor(code: string, ask: Ask): readonly string[] {
  const found = verdictOf(judged(ask), code as never);
  return [...(found.reason ? [found.reason] : []), ...(found.more ?? []).map((each) => each.reason)];
}

describe("a rule", () => {
  it.each(cases)("%s is given for %s where it holds, and only there", (reason, code, broken, kept) => {
    expect(reasonsFor(code, broken)).toContain(reason);
    if (reason !== "hard-to-read") expect(reasonsFor(code, kept)).not.toContain(reason);
  });

  it("of the list has its cases, all of them", () => {
    expect([...new Set(cases.map(([reason]) => reason))].sort()).toEqual([...new Set(rules.map((each) => each.reason))].sort());
  });

  it("says in both languages why, in whole sentences, and says something else in each", () => {
    for (const { reason, text, of } of rules) {
      expect(of.length, reason).toBeGreaterThan(0);
      expect(text.nl, reason).toMatch(/^[A-Z].+\.$/);
      expect(text.en, reason).toMatch(/^[A-Z].+\.$/);
      expect(text.en, reason).not.toBe(text.nl);
    }
  });
});

/** What each choice is judged as, for what readers meet most. */
type Plain = readonly [what: string, ask: Ask, good: readonly string[], no: readonly string[]];
const plain: readonly Plain[] = [
  [
    "a count of all areas in one year",
    {},
    ["table", "bar", "map-symbols", "treemap", "z-score", "per", "share-parent", "sum-areas", "sum-group"],
    ["line", "pie", "scatter", "pyramid", "flow-map", "sum-periods"],
  ],
  [
    "a percentage of one area over the years",
    {
      asked: sketch({ areas: 1, compared: 1, periods: ["2022", "2023", "2024"] }),
      of: [measure({ dataType: "percentage", unit: { nl: "%" }, formula: "100 * a / b" })],
    },
    ["line", "table", "change", "difference", "ratio", "moving-average"],
    ["pie", "stacked-bar", "stacked-100", "area-chart", "treemap", "map-classes", "share-row", "average", "sum-periods", "per"],
  ],
  [
    "a cube of one area in one year",
    { asked: cube([[1, 2, 3]]) },
    ["pie", "treemap", "stacked-bar", "stacked-100", "bar", "table", "sum-members", "share-row"],
    ["line", "map-classes", "pyramid", "single"],
  ],
  [
    "a median of all areas",
    { of: [measure({ dataType: "other", aggregatesAreas: false })] },
    ["table", "bar", "map-classes", "box", "histogram"],
    ["pie", "treemap", "map-symbols", "sum-areas", "sum-group", "average", "per", "share-table"],
  ],
];

describe("what readers meet most", () => {
  it.each(plain)("%s", (_, ask, good, no) => {
    const judgement = judged(ask);
    const kind = (code: string) => [code, verdictOf(judgement, code as never).verdict];
    expect(good.map(kind)).toEqual(good.map((each) => [each, "good"]));
    expect(no.map(kind)).toEqual(no.map((each) => [each, "no"]));
  });

  it("is judged on every choice, with a reason wherever it is not good", () => {
    const { presentations, transformations, sums } = judged({});
    expect(presentations.map((each) => each.code)).toEqual(presentationCodes);
    expect(transformations.map((each) => each.code)).toEqual(transformationCodes);
    expect(sums.map((each) => each.code)).toEqual(sumCodes);
    for (const each of [...presentations, ...transformations, ...sums]) expect(each.reason === undefined).toBe(each.verdict === "good");
  });

  it("gives words to tables and maps only", () => {
    const found = judged({ of: [measure({ dataType: "label" })] }).presentations.filter((each) => each.verdict !== "no");
    expect(found.map((each) => each.code)).toEqual(["table", "map-classes"]);
  });

  it("lets a refusal go before what would have to be said", () => {
    const found = verdictOf(judged({ asked: sketch({ compared: 1 }) }), "line");
    expect([found.verdict, found.reason, found.more]).toEqual(["no", "one-period", undefined]);
  });

  it("keeps everything else that must be said beside the first", () => {
    const found = verdictOf(judged({ of: [measure({ provisional: ["2024"], forecastFrom: "2024" })] }), "map-classes");
    expect([found.verdict, found.reason, found.more?.map((each) => each.reason)]).toEqual([
      "possible",
      "forecast",
      ["provisional", "size-matters"],
    ]);
  });
});
