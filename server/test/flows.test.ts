import { parseSelection } from "@peil/core/query/address.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import type { Release } from "../src/release.ts";
import { type FlowRegion, openFlowRegion } from "./flow-region.ts";

let opened: FlowRegion;
let release: Release;
const ask: FlowRegion["ask"] = (question) => opened.ask(question);

beforeAll(async () => {
  opened = await openFlowRegion();
  release = opened.release;
}, 60_000);

afterAll(() => opened.close());

const municipalities = "level=gemeente2024&period=2024";
const provinces = "level=provincie2024&period=2024";

describe("commuters of Merenland, worked by hand", () => {
  test("totals over all other areas, of each side", async () => {
    expect(await ask(`indicator=pendel&${municipalities}&flow=out`)).toEqual([32, "hidden", 25, 15, 15, 3]);
    expect(await ask(`indicator=pendel&${municipalities}&flow=in`)).toEqual([50, 20, 11, "hidden", 9, 11]);
    expect(await ask(`indicator=pendel&${municipalities}&flow=net`)).toEqual([18, "hidden", -14, "hidden", -6, 8]);
    expect(await ask(`indicator=pendel&${municipalities}&flow=gross`)).toEqual([82, "hidden", 36, "hidden", 24, 14]);
  });

  test("what stays within the area counts when asked: once in gross, and in net not at all", async () => {
    const all = (side: string): Promise<(number | string)[]> =>
      ask(`indicator=pendel&${municipalities}&area=01001&flow=${side}&within-flows=1`);
    expect([await all("out"), await all("in"), await all("gross"), await all("net")]).toEqual([[132], [150], [182], [18]]);
  });

  test("reach every parent level, on both ends, without what stays within", async () => {
    expect(await ask(`indicator=pendel&${provinces}&flow=out`)).toEqual(["hidden", 22, 7]);
    expect(await ask(`indicator=pendel&${provinces}&flow=in`)).toEqual([20, "hidden", 9]);
    expect(await ask(`indicator=pendel&${provinces}&area=03&flow=net`)).toEqual([2]);
    expect(await ask(`indicator=pendel&${provinces}&area=03&flow=out&within-flows=1`)).toEqual([168]);
  });

  test("abroad counts in the totals of the country, of which it is no part", async () => {
    expect(await ask("indicator=pendel&level=land&period=2024&flow=out")).toEqual([11]);
    expect(await ask("indicator=pendel&level=land&period=2024&flow=in")).toEqual([8]);
    expect(await ask("indicator=pendel&level=land&period=2024&flow=net")).toEqual([-3]);
    expect(await ask("indicator=pendel&level=land&area=L&period=2024&flow=out&partner=gemeente2024:99999")).toEqual([11]);
  });

  test("reach today's areas: two that merged are one, and what ran between them stays within", async () => {
    expect(await ask("indicator=pendel&level=gemeente&area=03001&period=2024&flow=out")).toEqual([17]);
    expect(await ask("indicator=pendel&level=gemeente&area=03001&period=2024&flow=in")).toEqual(["hidden"]);
    expect(await ask("indicator=pendel&level=gemeente&area=03001&period=2024&flow=out&within-flows=1")).toEqual([160]);
    expect(await ask("indicator=pendel&level=gemeente&area=01001&period=2024&flow=out")).toEqual([32]);
  });

  test("a level that is not complete does not feed its parent: a municipality without a row is missing", async () => {
    expect(await ask("indicator=pendel&level=provincie2024&period=2023&flow=out")).toEqual(["empty", "empty", "incomplete 1"]);
    expect(await ask("indicator=pendel&level=land&period=2023&flow=out")).toEqual(["incomplete 1"]);
    expect(await ask("indicator=pendel&level=provincie2024&area=03&period=2023&flow=in")).toEqual(["empty"]);
    expect(await ask("indicator=pendel&level=provincie2024&area=03&period=2023&flow=net")).toEqual(["incomplete"]);
    expect(await ask("indicator=pendel&level=gemeente2024&area=01001,03002&period=2023&flow=out")).toEqual([10, "empty"]);
  });

  test("a level below the loaded one has none", async () => {
    expect(await ask("indicator=pendel&level=wijk&area=01001A&period=2024")).toEqual(["not-available"]);
    expect(await ask("indicator=pendel&level=gemeente2024&area=01001&period=2024&partner=wijk:01002A,01002B")).toEqual([
      "not-available",
      "not-available",
    ]);
  });
});

describe("partners", () => {
  test("are an axis of the answer, the area itself left out where it is asked alone", async () => {
    const cube = await answer(release, parseSelection(`indicator=pendel&${municipalities}&area=01001&flow=out&partner=gemeente2024`));
    expect(cube.axes.map((axis) => [axis.code, axis.role, axis.members.length])).toEqual([
      ["indicator", "indicator", 1],
      ["area", "area", 1],
      ["period", "period", 1],
      ["partner", "member", 7],
    ]);
    expect(cube.axes[3]?.members.map((each) => [each.code, each.level, each.pseudo ?? false])).toEqual([
      ["01002", "gemeente2024", false],
      ["02001", "gemeente2024", false],
      ["02002", "gemeente2024", false],
      ["03001", "gemeente2024", false],
      ["03002", "gemeente2024", false],
      ["99991", "gemeente2024", true],
      ["99999", "gemeente2024", true],
    ]);
    expect(await ask(`indicator=pendel&${municipalities}&area=01001&flow=out&partner=gemeente2024`)).toEqual([
      20,
      5,
      "empty",
      "empty",
      "empty",
      "empty",
      7,
    ]);
    expect(await ask(`indicator=pendel&${municipalities}&area=01001&flow=in&partner=gemeente2024`)).toEqual([
      30,
      10,
      "empty",
      "empty",
      2,
      "empty",
      8,
    ]);
    expect(await ask(`indicator=pendel&${municipalities}&area=01001&flow=net&partner=gemeente2024`)).toEqual([
      10,
      5,
      "empty",
      "empty",
      2,
      "empty",
      1,
    ]);
  });

  test("of several areas: the cell of an area with itself is kept apart", async () => {
    const nothing = "empty";
    expect(await ask(`indicator=pendel&${provinces}&flow=out&partner=provincie2024`)).toEqual(
      [
        ["not-applicable", "hidden", nothing],
        [10, "not-applicable", 9],
        [2, 4, "not-applicable"],
      ].flat(),
    );
    expect(await ask(`indicator=pendel&${provinces}&flow=out&partner=provincie2024&within-flows=1`)).toEqual(
      [
        [200, "hidden", nothing],
        [10, 138, 9],
        [2, 4, 161],
      ].flat(),
    );
  });

  test("may lie on another level than the area", async () => {
    expect(await ask(`indicator=pendel&${municipalities}&area=01001&flow=out&partner=provincie2024`)).toEqual([20, 5, "empty"]);
    expect(await ask(`indicator=pendel&${municipalities}&area=01001&flow=out&partner=provincie2024&within-flows=1`)).toEqual([
      120,
      5,
      "empty",
    ]);
    expect(await ask(`indicator=pendel&${provinces}&area=02&flow=out&partner=gemeente2024`)).toEqual([
      10,
      "empty",
      "not-applicable",
      "not-applicable",
      9,
      "empty",
      "empty",
      3,
    ]);
  });

  test("the largest of the last period stay; what the others are together is said", async () => {
    const cube = await answer(
      release,
      parseSelection(`indicator=pendel&level=gemeente2024&area=01001&period=2023,2024&flow=in&partner=gemeente2024&top=2`),
    );
    expect(cube.axes[3]?.members.map((each) => each.code)).toEqual(["01002", "02001"]);
    expect([...cube.values]).toEqual([20, Number.NaN, 30, 10]);
    expect(cube.notes.map((each) => each.text.en)).toEqual([
      "Incoming: from other areas to the area, without what stays within the area itself.",
      "Aardoever, 2024: the largest 2; the 2 other areas together: 10.",
    ]);
  });

  test("a hidden partner is not among the largest, and makes the sum of the others unknown", async () => {
    const cube = await answer(release, parseSelection(`indicator=pendel&${municipalities}&area=01002&flow=out&partner=gemeente2024&top=1`));
    expect(cube.axes[3]?.members.map((each) => each.code)).toEqual(["01001"]);
    expect(cube.notes[1]?.text.nl).toBe("Biezenhof, 2024: de grootste 1; de 1 andere gebieden samen: niet bekend.");
  });

  test("largest counts without sign, ties by the order of areas", async () => {
    const top = async (question: string): Promise<(string | undefined)[]> =>
      (await answer(release, parseSelection(question))).axes[3]?.members.map((each) => each.code) ?? [];
    expect(await top(`indicator=verhuissaldo&${municipalities}&area=01001&flow=out&partner=gemeente2024&top=2`)).toEqual([
      "03001",
      "01002",
    ]);
    expect(await top(`indicator=samenwerking&${municipalities}&area=03002&partner=gemeente2024&top=1`)).toEqual(["03001"]);
    expect(await top(`indicator=pendel_fiets&${municipalities}&area=02002&flow=out&partner=gemeente2024&top=1`)).toEqual(["02001"]);
    expect(await top(`indicator=verhuissaldo&${municipalities}&area=01002&flow=out&partner=gemeente2024&top=3`)).toEqual([
      "01001",
      "03002",
    ]);
  });
});

describe("other kinds of flow", () => {
  test("a balance sums with its sign, is a net figure already, and is 0 within an area", async () => {
    expect(await ask(`indicator=verhuissaldo&${municipalities}`)).toEqual([2, 5, -3, 2, -5, -1]);
    expect(await ask(`indicator=verhuissaldo&${municipalities}&flow=out`)).toEqual([-2, -5, 3, -2, 5, 1]);
    expect(await ask(`indicator=verhuissaldo&${provinces}&flow=net`)).toEqual([7, -1, -6]);
    expect(await ask(`indicator=verhuissaldo&${provinces}&area=01&flow=in&partner=provincie2024&within-flows=1`)).toEqual([0, 1, 6]);
    expect(await ask("indicator=verhuissaldo&level=gemeente&area=03001&period=2024")).toEqual([-3]);
    await expect(ask(`indicator=verhuissaldo&${municipalities}&flow=gross`)).rejects.toMatchObject({ code: "flow-side" });
  });

  test("a symmetric figure counts each pair once", async () => {
    for (const side of ["out", "in", "gross"])
      expect(await ask(`indicator=samenwerking&${municipalities}&flow=${side}`)).toEqual([8, 7, 7, 5, 4, 5]);
    expect(await ask(`indicator=samenwerking&${municipalities}&area=02002&within-flows=1`)).toEqual([8]);
    expect(await ask(`indicator=samenwerking&${provinces}`)).toEqual([3, 2, 1]);
    expect(await ask(`indicator=samenwerking&${provinces}&within-flows=1`)).toEqual([9, 10, 5]);
    expect(await ask(`indicator=samenwerking&${provinces}&partner=provincie2024&within-flows=1`)).toEqual([
      6,
      2,
      1,
      2,
      8,
      "empty",
      1,
      "empty",
      4,
    ]);
    expect(await ask("indicator=samenwerking&level=land&period=2024&within-flows=1")).toEqual([21]);
    expect(await ask(`indicator=samenwerking&${provinces}&area=01&partner=land&within-flows=1`)).toEqual([9]);
    await expect(ask(`indicator=samenwerking&${municipalities}&flow=net`)).rejects.toMatchObject({ code: "flow-side" });
  });

  test("what was loaded wins over what can be summed; absent is zero where the owner says so", async () => {
    expect(await ask(`indicator=verhuizingen&${municipalities}&flow=out`)).toEqual([3, 2, 0, 0, 0, 0]);
    expect(await ask(`indicator=verhuizingen&${municipalities}&flow=net`)).toEqual([-3, 1, 2, 0, 0, 0]);
    expect(await ask(`indicator=verhuizingen&${provinces}&flow=out&partner=provincie2024&within-flows=1`)).toEqual([
      0, 5, 0, 0, 0, 0, 0, 0, 0,
    ]);
    expect(await ask(`indicator=verhuizingen&${provinces}&flow=out`)).toEqual([5, 0, 0]);
    expect(await ask("indicator=verhuizingen&level=provincie&period=2024&flow=out")).toEqual([5, 0, 0]);
    expect(await ask("indicator=verhuizingen&level=land&period=2024&flow=out")).toEqual([0]);
  });

  test("figures that do not add up stand where they were loaded, and on areas that are the same", async () => {
    const asked = "indicator=pendel_afstand&period=2024&flow=out&partner";
    expect(await ask(`${asked}=gemeente2024:01002,02002&level=gemeente2024&area=01001,02001`)).toEqual([12.5, "empty", "empty", 4]);
    expect(await ask(`${asked}=gemeente:01002&level=gemeente&area=01001`)).toEqual([12.5]);
    expect(await ask(`${asked}=gemeente:03001&level=gemeente&area=02001`)).toEqual(["not-available"]);
    expect(await ask(`${asked}=provincie2024:02&level=provincie2024&area=01`)).toEqual(["not-available"]);
    expect(await ask("indicator=pendel_afstand&period=2024&level=gemeente2024&area=01001")).toEqual(["not-available"]);
  });
});

describe("areas of which a part counts", () => {
  // K1 is 01001A and a quarter of 01001B: 8 · ¾ + 6 + 4 · ¼ + 16 · ¼ · ¾ leave it, 2 + 16 · ¼ · ¾ arrive, 8 · ¼ + 16 · ¼ · ¼ stay.
  test("take their part of each end, and keep apart what has both ends in them", async () => {
    const asked = "indicator=fietsritten&level=kern&area=K1&period=2024";
    expect(await ask(`${asked}&flow=out`)).toEqual([16]);
    expect(await ask(`${asked}&flow=in`)).toEqual([5]);
    expect(await ask(`${asked}&flow=out&within-flows=1`)).toEqual([19]);
    expect(await ask(`${asked}&flow=out&partner=kern:K2`)).toEqual([7]);
    expect(await ask("indicator=fietsritten&level=kern&area=K2&period=2024&flow=net")).toEqual([8]);
  });
});

describe("formulas over flows", () => {
  test("compute each figure between two areas, and totals from the totals of their operands", async () => {
    const asked = `indicator=fietsaandeel&${municipalities}`;
    expect(await ask(`${asked}&area=01001&flow=out&partner=gemeente2024:01002,02001,99999`)).toEqual([25, 20, "empty"]);
    expect(await ask(`${asked}&flow=out&area=01001,01002,02002`)).toEqual([18.75, "hidden", 40]);
    expect(await ask(`${asked}&flow=net&area=01001`)).toEqual([-4.75]);
    expect(await ask(`indicator=fietsaandeel&${provinces}&flow=out&partner=provincie2024&area=02,03`)).toEqual(
      ["empty", "not-applicable", 33.3333333333, 50, 25, "not-applicable"].map((each) =>
        typeof each === "number" ? expect.closeTo(each, 6) : each,
      ),
    );
  });
});
