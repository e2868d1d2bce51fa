import { describe, expect, test } from "vitest";
import { type Respondent, waveFigures } from "../src/survey/respondents.ts";

/** The data `fpc` of R's survey package as answers: two strata that are two areas, or one area. */
const x = [2.8, 4.1, 6.8, 6.8, 9.2, 3.7, 6.6, 4.2];
const people = (area: (stratum: string) => string, answer: (value: number) => number | undefined): Respondent[] =>
  x.map((value, at) => {
    const stratum = at < 5 ? "1" : "2";
    return { area: area(stratum), stratum, weight: at < 5 ? 3 : 4, answer: answer(value) };
  });

describe("figures of a wave from its respondents", () => {
  test("mean, sums and a design effect that gives the linearised error back", () => {
    const [all] = waveFigures(
      people(
        () => "A",
        (value) => value,
      ),
    );
    expect(all).toMatchObject({ area: "A", respondents: 8, denominator: 27, numerator: 147.1, squaredWeights: 93 });
    expect(all?.mean).toBeCloseTo(5.448148, 6);
    // s²/n · deff is the variance of svymean(~x): 0.7412683².
    expect(Math.sqrt(((all?.deviation ?? 0) ** 2 / 8) * (all?.designEffect ?? 0))).toBeCloseTo(0.7412683, 7);
  });
  test("an area is a part of the sample: its strata stay whole", () => {
    const found = waveFigures(
      x.map((value, at) => ({ area: value > 4 ? "large" : "small", stratum: at < 5 ? "1" : "2", weight: at < 5 ? 3 : 4, answer: value })),
    );
    const large = found.find((each) => each.area === "large");
    expect(large?.mean).toBeCloseTo(6.195, 10);
    // By hand in `survey-estimates.test.ts`: the error of the domain x > 4.
    const z = x.map((value, at) => (value > 4 ? ((at < 5 ? 3 : 4) * (value - 6.195)) / 20 : 0));
    const spread = (part: readonly number[]): number => {
      const mean = part.reduce((a, b) => a + b) / part.length;
      return (part.length / (part.length - 1)) * part.reduce((sum, each) => sum + (each - mean) ** 2, 0);
    };
    const variance = spread(z.slice(0, 5)) + spread(z.slice(5));
    expect(((large?.deviation ?? 0) ** 2 / 6) * (large?.designEffect ?? 0)).toBeCloseTo(variance, 10);
  });
  test("who does not know leaves numerator, denominator and respondents", () => {
    const [all] = waveFigures(
      people(
        () => "A",
        (value) => (value > 9 ? undefined : value > 4 ? 1 : 0),
      ),
    );
    expect(all).toMatchObject({ respondents: 7, numerator: 17, denominator: 24 });
  });
  test("nobody who knows is no figure, and where all agree the design effect is Kish's", () => {
    expect(
      waveFigures(
        people(
          () => "A",
          () => undefined,
        ),
      ),
    ).toEqual([]);
    const [all] = waveFigures(
      people(
        () => "A",
        () => 1,
      ),
    );
    expect(all?.designEffect).toBeCloseTo((8 * 93) / 27 ** 2, 10);
  });
});
