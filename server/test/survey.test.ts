import { cellFlag } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer, comparisonsOf } from "../src/answer.ts";
import type { Release } from "../src/release.ts";
import { surveyReason, withDenominator } from "../src/survey-publish.ts";
import { ask as askOf, openSurveyed, type SurveyedSite, selectionOf } from "./surveyed.ts";

let site: SurveyedSite;
let release: Release;

beforeAll(async () => {
  site = await openSurveyed();
  release = site.release;
}, 60_000);

afterAll(() => site.close());

const ask = (question: string) => askOf(release, question);

/** Figure and bounds of one cell. */
async function one(question: string): Promise<readonly number[]> {
  const cube = await ask(question);
  return [cube.values[0], cube.uncertainty?.lower[0], cube.uncertainty?.upper[0]].map((each) => each ?? Number.NaN);
}

function expectNear(found: readonly number[], wanted: readonly number[]): void {
  expect(found).toHaveLength(wanted.length);
  for (const [at, each] of wanted.entries()) expect(found[at]).toBeCloseTo(each, 5);
}

const municipalities = "level=gemeente2024&period=2024";

describe("the minima of groups", () => {
  test("hold for a formula over survey figures, also where a group stands alone", async () => {
    const alone = await ask(`indicator=trots_groei&${municipalities}&area=none&group=G:gemeente2024:02001`);
    const beside = await ask(`indicator=trots_groei&${municipalities}&area=02001&group=G:gemeente2024:02001`);
    expect([...beside.status]).toEqual([status.notAvailable, status.notAvailable]);
    expect([...alone.status]).toEqual([status.notAvailable]);
  });
});

describe("intervals", () => {
  test("of a formula over companions: Wilson at 95 %, or as asked", async () => {
    expectNear(await one(`indicator=trots&${municipalities}&area=01001`), [39.587248, 34.960298, 44.408449]);
    expectNear(await one(`indicator=trots&${municipalities}&area=01001&interval=99`), [39.587248, 33.565397, 45.942345]);
    expectNear(await one(`indicator=trots&${municipalities}&area=01001&interval=90`), [39.587248, 35.686042, 43.625644]);
  });
  test("by the margin of older publications: 4.66", async () => {
    const [value = 0, lower = 0, upper = 0] = await one(`indicator=trots&${municipalities}&area=01001&interval=95:normal`);
    expectNear([value, lower, upper], [39.587248, 34.925991, 44.248506]);
    expect((upper - lower) / 2).toBeCloseTo(4.66, 2);
  });
  test("on coarser levels numerators, denominators and respondents add up; no percentage is averaged", async () => {
    expectNear(await one("indicator=trots&level=provincie2024&period=2024&area=01"), [45.725739, 41.955146, 49.545949]);
    expectNear(await one("indicator=trots&level=land&period=2024&area=L"), [54.730304, 52.085941, 57.348233]);
    const country = await ask("indicator=trots&level=land&period=2024&area=L");
    expect(country.uncertainty?.respondents[0]).toBe(1371);
  });
  test("of loaded percentages with squared weights and a population: Kish, and what is left of the population", async () => {
    expectNear(await one(`indicator=fietsen&${municipalities}&area=01001`), [25, 20.861911, 29.651362]);
    expectNear(await one(`indicator=fietsen&${municipalities}&area=01002`), [0, 0, 2.497024]);
    expectNear(await one("indicator=fietsen&level=provincie2024&period=2024&area=01"), [20.408163, 17.096422, 24.174357]);
  });
  test("of a percentage with one design effect for all", async () => {
    expectNear(await one(`indicator=overlast&${municipalities}&area=01001`), [63, 57.676046, 68.025522]);
  });
  test("of a mean", async () => {
    expectNear(await one(`indicator=cijfer&${municipalities}&area=01001`), [7.5, 7.344748, 7.655252]);
    expectNear(await one(`indicator=cijfer&${municipalities}&area=01001&interval=95:normal`), [7.5, 7.347496, 7.652504]);
    // The standard deviation does not add up, so a province has a mean and no interval.
    const province = await one("indicator=cijfer&level=provincie2024&period=2024&area=01");
    expect(province[0]).toBeCloseTo((7.5 * 11626.85 + 6.5 * 5000) / 16626.85, 9);
    expect(province[1]).toBeNaN();
  });
  test("of a city whose neighbourhoods were sampled apart: 62 % of 166.86 instead of 150", async () => {
    expectNear(await one(`indicator=veilig&${municipalities}&area=01001`), [62, 54.443406, 69.016484]);
    // The other municipalities have no neighbourhoods in the survey: one sample of 100.
    expectNear((await one(`indicator=veilig&${municipalities}&area=01002`)).slice(0, 1), [62]);
  });
  test("each figure says how many respondents it has, by level and method", async () => {
    const cube = await ask(`indicator=trots&${municipalities}`);
    expect([...(cube.uncertainty?.respondents ?? [])]).toEqual([408, 250, 29, 64, 120, 500]);
    expect(cube.uncertainty).toMatchObject({ level: 95, method: "wilson" });
  });
  test("registers have none, and nothing is added to their cubes", async () => {
    const cube = await ask(`indicator=werkloosheid&${municipalities}`);
    expect(cube.uncertainty).toBeUndefined();
    expect(cube.flags).toBeUndefined();
    const both = await ask(`indicator=inwoners,trots&${municipalities}`);
    expect([...(both.uncertainty?.lower ?? [])].slice(0, 6)).toEqual(Array(6).fill(Number.NaN));
    expect(both.uncertainty?.lower[6]).toBeCloseTo(34.960298, 5);
  });
});

describe("publication minima", () => {
  test("fewer than 30 respondents: not available, with the reason; 30 to 99: flagged", async () => {
    const cube = await ask(`indicator=trots&${municipalities}`);
    expect([...cube.status]).toEqual([0, 0, status.notAvailable, 0, 0, 0]);
    expect(cube.values[2]).toBeNaN();
    expect(cube.uncertainty?.lower[2]).toBeNaN();
    expect([...(cube.flags ?? [])]).toEqual([0, 0, cellFlag.fewRespondents, cellFlag.fewRespondents, 0, 0]);
    expect(cube.notes.map((note) => note.kind)).toEqual(["reason", "footnote"]);
    expect(cube.notes[0]?.text).toMatchObject({
      nl: expect.stringContaining("30 respondenten"),
      en: expect.stringContaining("fewer than 30"),
    });
  });
  test("what an indicator asks goes before the usual", async () => {
    const cube = await ask(`indicator=overlast&${municipalities}`);
    expect([...cube.status]).toEqual([0, 0, 0, status.notAvailable, 0, 0]);
    expect([...(cube.flags ?? [])]).toEqual([cellFlag.fewRespondents, 0, 0, cellFlag.fewRespondents, cellFlag.fewRespondents, 0]);
  });
  test("a parent of hidden figures shows: 29 and 64 are 93, flagged", async () => {
    const cube = await ask("indicator=trots&level=provincie2024&period=2024");
    expect([...cube.status]).toEqual([0, 0, 0]);
    expect([...(cube.flags ?? [])]).toEqual([0, cellFlag.fewRespondents, 0]);
    expect(cube.values[1]).toBeCloseTo(48.076923, 5);
  });
  test("a formula keeps the minimum of the survey figures in it, in the periods that it reads", async () => {
    const cube = await ask("indicator=trots_groei&level=gemeente2024&period=2024");
    expect([...cube.status]).toEqual([0, 0, status.notAvailable, 0, 0, 0]);
    expect(cube.flags?.[3]).toBe(cellFlag.fewRespondents);
    expect(cube.values[0]).toBeCloseTo(39.587248 - 50, 5);
  });
  test("nor does a weighted numerator give it away", async () => {
    const cube = await ask(`indicator=trots_gt,trots_gn,trots_n&${municipalities}&area=02001`);
    expect([...cube.status]).toEqual([status.notAvailable, 0, 0]);
  });
  test("an own group counts its respondents together", async () => {
    const selection = selectionOf(release, `indicator=trots&${municipalities}`);
    const areas = ["02001", "02002"].map((code) => ({ level: "gemeente2024", code }));
    const cube = await answer(release, {
      ...selection,
      areas: { kind: "list", codes: ["01001"] },
      groups: [{ name: "samen", areas, show: "total" }],
    });
    const at = cube.axes[1]?.members.findIndex((each) => each.group) ?? -1;
    expect(cube.values[at]).toBeCloseTo(48.076923, 5);
    expect(cube.uncertainty?.respondents[at]).toBe(93);
    expect(cube.uncertainty?.lower[at]).toBeCloseTo(38.201932, 5);
  });
  test("figures whose respondents nobody loaded are shown without interval, and that is said", async () => {
    const cube = await ask(`indicator=tevredenheid&${municipalities}`);
    expect([...cube.status]).toEqual([0, 0, 0, 0, 0, 0]);
    expect(cube.uncertainty).toBeUndefined();
    expect(cube.notes.at(-1)?.text.en).toContain("not known");
  });
});

describe("what leaves", () => {
  test("every format writes bounds and respondents of survey figures, and of no others", async () => {
    const question = `indicator=trots&${municipalities}`;
    const text = async (extension: string, asked = question): Promise<string> =>
      (await site.app.inject(`/api/v1/data.${extension}?${asked}`)).payload;
    const [header, first, , hidden] = (await text("csv")).split("\r\n");
    expect(header).toContain(",lower,upper,respondents,interval,");
    expect(first).toContain(",39.5872484809,,");
    expect(first).toContain(",34.9602980805,44.4084491459,408,wilson 95,");
    expect(hidden).toContain(",,not-available,");
    expect(hidden).toContain(",,,29,,");
    const { uncertainty } = JSON.parse(await text("json")).extension;
    expect(uncertainty).toMatchObject({ level: 95, method: "wilson", respondents: [408, 250, 29, 64, 120, 500] });
    expect(uncertainty.lower[2]).toBeNull();
    const register = `indicator=werkloosheid&${municipalities}`;
    expect(await text("csv", register)).not.toContain("respondents");
    expect(JSON.parse(await text("json", register)).extension.uncertainty).toBeUndefined();
  });
  test("the API gives them beside the values, and the page of the indicator what the tests say", async () => {
    const data = (await site.app.inject(`/api/v1/data?indicator=trots&${municipalities}`)).json();
    expect(data.uncertainty.respondents).toEqual([408, 250, 29, 64, 120, 500]);
    expect(data.uncertainty.upper[2]).toBeNull();
    const view = (await site.app.inject("/api/v1/indicators/trots?level=gemeente2024&area=01001&compare=land:L")).json();
    expect(view.comparisons).toMatchObject([
      { word: "lower", judgement: "attention" },
      { word: "lower", with: { period: "2021" } },
    ]);
    const register = (await site.app.inject("/api/v1/indicators/werkloosheid?level=gemeente2024&area=01001&compare=land:L")).json();
    expect(register.comparisons).toBeUndefined();
  });
  test("a series over a question that changed says so", async () => {
    const cube = await ask("indicator=fietsen&level=gemeente2024&period=2021,2024&area=01001");
    expect(cube.notes).toMatchObject([{ kind: "break", text: { nl: expect.stringContaining("Vanaf 2024 is de vraag anders gesteld") } }]);
    expect((await ask("indicator=fietsen&level=gemeente2024&period=2024&area=01001")).notes).toEqual([]);
  });
  test("what names respondents that are not there is left out", () => {
    const survey = release.catalogue.indicator("overlast") as Indicator;
    expect(surveyReason(survey, release.catalogue)).toBeUndefined();
    expect(surveyReason({ ...survey, sample: "weg" }, release.catalogue)?.nl).toContain("“weg”");
  });
  test("percentages are weighted by their denominator, unless the owner says otherwise", () => {
    const survey = release.catalogue.indicator("overlast") as Indicator;
    expect(survey.weight).toBe("overlast_g");
    const { weight: _, ...bare } = survey;
    expect(withDenominator(bare).weight).toBe("overlast_g");
    expect(withDenominator({ ...bare, aggregatesAreas: false }).weight).toBeUndefined();
    expect(withDenominator({ ...bare, weight: "inwoners" }).weight).toBe("inwoners");
    expect(withDenominator({ ...bare, kind: "register" }).weight).toBeUndefined();
  });
  test("nothing is left out", () => {
    expect(release.leftOut.filter((each) => !/ziekte/.test(each.code))).toEqual([]);
  });
});

describe("answer scales", () => {
  test("five points collapse to three; who does not know leaves the denominator and is told", async () => {
    const cube = await ask(`indicator=vertrouwen&${municipalities}&area=01001&by=antwoord3`);
    expect([...cube.values]).toEqual([30, 40, 130]);
    expect(cube.notes.at(-1)?.text.nl).toBe(
      "Aardoever in 2024: 20,0 % weet het niet of vond de vraag niet van toepassing; die antwoorden tellen niet mee.",
    );
    const whole = await ask(`indicator=vertrouwen&${municipalities}&area=01001&by=antwoord7`);
    expect([...whole.values]).toEqual([10, 20, 40, 80, 50, 30, 20]);
    expect(whole.notes).toEqual([]);
  });
  test("the share of a class is a survey figure like others", async () => {
    expectNear(await one(`indicator=vertrouwt&${municipalities}&area=01001`), [65, 58.901052, 70.64495]);
  });
  test("answers of too few respondents are not shown", async () => {
    const cube = await ask(`indicator=vertrouwen&${municipalities}&by=antwoord3`);
    expect([...cube.status.slice(6, 9)]).toEqual([6, 6, 6]);
    expect([...(cube.flags ?? [])].slice(9, 12)).toEqual([4, 4, 4]);
    expect([...((await ask(`indicator=vertrouwt&${municipalities}`)).status ?? [])]).toEqual([0, 0, 6, 0, 0, 0]);
  });
});

describe("comparisons", () => {
  const compare = async (question: string) => {
    const selection = selectionOf(release, question);
    return comparisonsOf(release, selection, await answer(release, selection));
  };
  test("with a country of which the area is part, by hand: −15.14, Z −7.58", async () => {
    const [found] = await compare("indicator=trots&level=gemeente2024&period=2024&area=01001&compare=land:L");
    expect(found).toMatchObject({ word: "lower", judgement: "attention", period: "2024", with: { area: { level: "land", code: "L" } } });
    expect(found?.difference).toBeCloseTo(-15.143056, 5);
  });
  test("of all municipalities: Z 1.77, 1.34 and −.81 are no clear differences, 7.81 is; the hidden one has none", async () => {
    const found = await compare("indicator=trots&level=gemeente2024&period=2024&compare=land:L");
    expect(found.map((each) => [each.area.code, each.word, each.judgement])).toEqual([
      ["01001", "lower", "attention"],
      ["01002", "no-clear-difference", undefined],
      ["02002", "no-clear-difference", undefined],
      ["03001", "no-clear-difference", undefined],
      ["03002", "higher", "strength"],
    ]);
  });
  test("the area is taken out of the country first: Z 2.20 for the city of neighbourhoods; as two samples apart it would be 1.89", async () => {
    const found = await compare("indicator=veilig&level=gemeente2024&period=2024&area=01001&compare=land:L");
    expect(found.map((each) => each.word)).toEqual(["higher"]);
  });
  test("with the wave before: Z −2.99; with a design effect of 1.2 from 70 to 63 no clear difference, Z −1.938", async () => {
    const trots = await compare("indicator=trots&level=gemeente2024&period=2021,2024&area=01001");
    expect(trots).toMatchObject([{ word: "lower", with: { period: "2021" } }]);
    const overlast = await compare("indicator=overlast&level=gemeente2024&period=2021,2024&area=01001");
    expect(overlast).toMatchObject([{ word: "no-clear-difference", with: { period: "2021" } }]);
  });
  test("a lower figure is a strength where low is good", async () => {
    const [found] = await compare("indicator=overlast&level=gemeente2024&period=2024&area=02001&compare=gemeente2024:01001");
    expect(found).toMatchObject({ word: "lower", judgement: "strength" });
  });
  test("not with a wave of another question", async () => {
    expect(await compare("indicator=fietsen&level=gemeente2024&period=2021,2024&area=01001")).toEqual([]);
  });
  test("not for registers", async () => {
    expect(await compare("indicator=werkloosheid&level=gemeente2024&area=01001&compare=land:L")).toEqual([]);
  });
});
