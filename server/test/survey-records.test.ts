import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import { importFiles } from "../src/imports/import.ts";
import { publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { tally, textFile } from "./imports/files.ts";
import { openSurveyed, type SurveyedSite, selectionOf } from "./surveyed.ts";

let site: SurveyedSite;

beforeAll(async () => {
  site = await openSurveyed();
}, 60_000);

afterAll(() => site.close());

/** Forty respondents: of weight 1 half says yes, of weight 3 three quarters. Two more do not know. */
function respondents(): string {
  const rows = Array.from({ length: 20 }, (_, i) => [
    `2027;gemeente2024;01001;1;midden;${i < 10 ? 1 : 2};${i < 10 ? 1 : 0};an answer`,
    `2027;gemeente2024;01001;3;rand;${i < 15 ? 1 : 2};${i < 15 ? 1 : 0};`,
  ]).flat();
  return [
    "periode;gebiedsniveau;gebied;gewicht;stratum;trots;fietsen;opmerking",
    ...rows,
    "2027;gemeente2024;01001;5;rand;;-99998;",
    "2027;gemeente2024;01001;5;rand;;;",
    "",
  ].join("\n");
}

async function refusedBy(text: string): Promise<Record<string, number>> {
  const report = await importFiles([await textFile("antwoorden.csv", text)], site.region, { dryRun: true });
  return tally(report) as Record<string, number>;
}

describe("a file of respondents", () => {
  test("becomes numerator, denominator and number of respondents per area and wave; no row is kept", async () => {
    const file = await textFile("antwoorden.csv", respondents());
    const report = await importFiles([file], site.region, { by: "test" });
    expect(report.problems.map((each) => each.code)).toEqual(["survey-column-left"]);
    expect(report.outcome).toBe("imported");
    // trots_gt, trots_gn, trots_n; fietsen, fietsen_t, fietsen_g, fietsen_n, fietsen_w2.
    expect(report.records).toBe(8);
    const { id } = await publish({ folder: site.region.folder, documents: site.region.documents, at: "2026-01-16T11:00:00.000Z" });
    const release: Release = await site.releases.get(id);
    const read = async (codes: string) => [
      ...(await answer(release, selectionOf(release, `indicator=${codes}&level=gemeente2024&area=01001&period=2027`))).values,
    ];
    // By hand: 10 + 3·15 = 55 of 20 + 3·20 = 80.
    expect(await read("trots,trots_gt,trots_gn,trots_n")).toEqual([68.75, 55, 80, 40]);
    expect(await read("fietsen,fietsen_t,fietsen_g,fietsen_n,fietsen_w2")).toEqual([68.75, 55, 80, 40, 200]);
    const cube = await answer(release, selectionOf(release, "indicator=fietsen&level=gemeente2024&area=01001&period=2027"));
    // Kish 40·200/80² = 1.25; 40/1.25/(1 − 40/80) = 64; Wilson of .6875 with 64.
    expect(cube.uncertainty?.lower[0]).toBeCloseTo(56.607664, 5);
    expect(cube.uncertainty?.upper[0]).toBeCloseTo(78.768933, 5);
  });

  test("is refused with row and column where a weight or a key is wrong", async () => {
    const head = "periode;gebiedsniveau;gebied;gewicht;trots";
    expect(
      await refusedBy(`${head}\n2027;gemeente2024;01001;0;1\n2027;gemeente2024;01001;veel;1\n2027;gemeente2024;01001;1;1\n`),
    ).toMatchObject({
      "survey-weight": 2,
    });
    expect(await refusedBy(`${head}\n2027;gemeente2024;;1;1\n2027;gemeente2024;01001;1;1\n`)).toMatchObject({ "key-missing": 1 });
    expect(await refusedBy(`${head}\n2027;gemeente2024;77777;1;1\n`)).toMatchObject({ "area-unknown": 1 });
    expect(await refusedBy("periode;gebiedsniveau;gebied;gewicht;cijfer\n2027;gemeente2024;01001;1;goed\n")).toMatchObject({
      "survey-answer": 1,
    });
    expect(await refusedBy("periode;gebiedsniveau;gebied;gewicht;tevredenheid\n2027;gemeente2024;01001;1;1\n")).toMatchObject({
      "survey-companions": 1,
    });
  });

  test("a column called gewicht without an answer to a survey is an indicator like others", async () => {
    expect(await refusedBy("periode;gebiedsniveau;gebied;gewicht;inwoners\n2024;gemeente2024;01001;1;1\n")).toMatchObject({
      "column-unknown": 1,
    });
  });
});
