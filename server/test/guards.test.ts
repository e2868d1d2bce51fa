import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { IndicatorView } from "@peil/core/api.ts";
import { presentationCodes } from "@peil/core/guards/choices.ts";
import type { Sketch } from "@peil/core/guards/facts.ts";
import { type Judgement, judge, verdictOf } from "@peil/core/guards/judge.ts";
import type { ExchangeIndicator } from "@peil/core/model/exchange.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { measureOf } from "../src/views/around.ts";
import { views } from "../src/views/index.ts";
import { openTestSite, type TestSite } from "./site.ts";

const kind = (judgement: Judgement, code: string): string => verdictOf(judgement, code as never).verdict;
const why = (judgement: Judgement, code: string): string | undefined => verdictOf(judgement, code as never).reason;

describe("the guard-rails on the invented region", () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite();
  }, 60_000);
  afterAll(() => site.close());

  const ask = (code: string, selection = ""): Promise<IndicatorView> =>
    views.indicator({ release: site.releases.current(), releases: site.releases }, { code, selection });
  const shown = ({ details, cube, selection, around }: IndicatorView): Judgement =>
    judge(cube, [details.measure], selection, around?.shown);
  const all = ({ details, all, around }: IndicatorView): Judgement => judge(all ?? never(), [details.measure], {}, around?.all);
  const never = (): never => {
    throw new Error("no figures of all areas");
  };

  it("judge every indicator in every way", async () => {
    const codes = site.releases.current().catalogue.indicators.map((each) => each.code);
    expect(codes.length).toBeGreaterThan(12);
    for (const code of codes) {
      const { presentations } = shown(await ask(code));
      expect(presentations.map((each) => each.code)).toEqual(presentationCodes);
      expect(kind({ presentations, transformations: [], sums: [] }, "table"), code).not.toBe("no");
    }
  });

  it("say that size matters on a map of a count, and nothing on one of a percentage", async () => {
    expect(why(all(await ask("inwoners", "period=2024")), "map-classes")).toBe("size-matters");
    expect(kind(all(await ask("werkloosheid")), "map-classes")).toBe("good");
    expect(kind(all(await ask("inwoners", "period=2024")), "map-symbols")).toBe("good");
  });

  it("know the weight of a percentage, the median without one, and the flow that adds up over years", async () => {
    const of = async (code: string): Promise<Judgement> => shown(await ask(code, "level=gemeente2024"));
    expect(why(await of("werkloosheid"), "sum-areas")).toBe("weighted-not-summed");
    expect(why(await of("inkomen"), "sum-areas")).toBe("areas-do-not-aggregate");
    expect(kind(await of("geboorten"), "sum-periods")).toBe("good");
    expect(why(await of("inwoners"), "sum-periods")).toBe("only-flows-add-up-over-time");
    expect(why(await of("oppervlakte"), "line")).toBe("independent-of-time");
    expect(why(await of("gebiedstype"), "bar")).toBe("words");
  });

  it("allow a pie of whole parts, and none where one is hidden", async () => {
    const ages = (area: string, by = "leeftijd5"): Promise<IndicatorView> =>
      ask("bevolking", `level=gemeente2024&area=${area}&compare=none&period=2024&by=${by}`);
    expect(kind(shown(await ages("02001")), "pie")).toBe("good");
    expect(why(shown(await ages("01001")), "pie")).toBe("hidden-parts");
    expect(kind(shown(await ages("01001", "leeftijd1")), "bar")).toBe("good");
    const some = await ask("bevolking", "level=gemeente2024&area=02001&compare=none&period=2024&by=leeftijd5&member=leeftijd5_0004");
    expect(why(shown(some), "stacked-100")).toBe("no-parts");
    const one = await ask("bevolking", "level=gemeente2024&area=02001&compare=none&period=2024&by=leeftijd1,geslacht");
    expect(kind(shown(one), "pyramid")).toBe("good");
  });

  it("tell how many periods there are, beside those that are shown", async () => {
    const one = shown(await ask("inwoners", "area=01001&period=2024"));
    expect([why(one, "line"), kind(one, "change")]).toEqual(["one-period", "good"]);
  });
});

describe("the guard-rails on the starter content", () => {
  const path = join(import.meta.dirname, "../../starter/content/indicators.json");
  const indicators = JSON.parse(readFileSync(path, "utf8")) as readonly ExchangeIndicator[];
  const sketches: readonly Sketch[] = [
    { areas: 285, compared: 0, periods: ["2024"], members: [] },
    { areas: 1, compared: 2, periods: ["2022", "2023", "2024"], members: [] },
    { areas: 1, compared: 0, periods: ["2024"], members: [5] },
    { areas: 1, compared: 0, periods: ["2024"], members: [20, 2] },
    { areas: 0, compared: 0, periods: [], members: [] },
  ];
  const judged = indicators.flatMap((each) =>
    sketches.map((sketch) => ({ each, judgement: judge(sketch, [measureOf(each as unknown as Indicator)]) })),
  );
  const of = (test: (each: ExchangeIndicator) => boolean, at: number): (readonly [string, Judgement])[] =>
    judged.flatMap(({ each, judgement }, i) => (test(each) && i % sketches.length === at ? [[each.code, judgement] as const] : []));

  it("judge all of it in every way", () => {
    expect(indicators.length).toBeGreaterThanOrEqual(170);
    for (const { judgement } of judged) expect(judgement.presentations.length).toBe(presentationCodes.length);
  });

  it("offer a table and bars of all, and a pie of counts only", () => {
    for (const [code, judgement] of of(() => true, 0))
      expect([kind(judgement, "table"), kind(judgement, "bar")].includes("no"), code).toBe(false);
    for (const [code, judgement] of of(() => true, 2))
      expect(kind(judgement, "pie"), code).toBe(indicators.find((each) => each.code === code)?.dataType === "count" ? "good" : "no");
  });

  it("never sum medians or average percentages, and refuse a growth of growth", () => {
    const medians = of((each) => each.dataType === "other", 0);
    const shares = of((each) => each.dataType === "percentage", 0);
    const growths = of((each) => each.periodType === "growth", 1);
    expect([medians.length > 4, shares.length > 40, growths.length > 6]).toEqual([true, true, true]);
    for (const [code, judgement] of medians) expect(why(judgement, "sum-areas"), code).toBe("areas-do-not-aggregate");
    for (const [code, judgement] of shares) expect(why(judgement, "average"), code).toBe("mean-of-ratios");
    for (const [code, judgement] of growths) {
      expect(why(judgement, "growth"), code).toBe("growth-of-growth");
      expect(kind(judgement, "line"), code).not.toBe("no");
    }
  });
});
