import { type Status, statusNames } from "@peil/core/model/status.ts";
import { memberSplitter, parseSelection } from "@peil/core/query/address.ts";
import { compile } from "@peil/core/query/compile.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import type { Release } from "../src/release.ts";
import { moment } from "./region.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
let release: Release;
beforeAll(async () => {
  site = await openTestSite();
  release = site.releases.current();
}, 60_000);
afterAll(() => site.close());

/** Figures to six decimals, or the names of states, of all cells. */
async function ask(question: string): Promise<string> {
  const cube = await answer(release, parseSelection(question, { splitMember: memberSplitter(release.catalogue) }));
  return Array.from(cube.values, (value, at) => {
    const state = cube.status[at] as Status;
    if (state === 0) return String(Number(value.toFixed(6)));
    return state === 5 ? `incomplete ${value}` : statusNames[state];
  }).join(", ");
}

/** Worked out by hand from the figures in `fixtures/README.md`. */
const answers: readonly (readonly [question: string, answer: string])[] = [
  ["indicator=inwoners&level=land&period=2023,2024,2025", "21000, 21900, 22800"],
  ["indicator=inwoners&level=provincie2024&period=2024", "3100, 7300, 11500"],
  ["indicator=inwoners&level=gemeente&period=2024", "1100, 2000, 3300, 9500, 6000"],
  ["indicator=inwoners&level=provincie&period=2024", "3100, 3300, 15500"],
  ["indicator=inwoners&level=gemeente2024&period=2025", "1200, 2100, 3400, not-available, not-available, 6100"],
  ["indicator=oppervlakte&level=land&period=2024", "24"],
  ["indicator=oppervlakte&level=gemeente&period=2024", "1.5, 2.5, 3.5, 10, 6.5"],
  ["indicator=oppervlakte&level=kern&period=2024", "1.125, 3"],
  ["indicator=dichtheid&level=gemeente&area=01001&period=2024", "733.333333"],
  ["indicator=dichtheid&level=land&period=2024", "912.5"],
  ["indicator=groei&level=land&period=2024", "900"],
  ["indicator=groei&level=land&period=2026", "empty"],
  ["indicator=werkloosheid&level=land&period=2024", "3.238095"],
  ["indicator=werkloosheid&level=provincie2024&area=01&period=2024", "6.666667"],
  ["indicator=werkloosheid&level=gemeente&area=03001&period=2024", "3.333333"],
  ["indicator=leeftijd&level=provincie2024&area=01&period=2024", "41.290323"],
  ["indicator=inkomen&level=provincie2024&period=2024", "not-available, not-available, not-available"],
  ["indicator=inkomen&level=land&period=2024", "22800"],
  ["indicator=inkomen&level=gemeente&area=01001,03001&period=2024", "20000, not-available"],
  ["indicator=geboorten&level=gemeente2024&period=2024", "13, 25, 37, 49, 61, 73"],
  ["indicator=geboorten&level=land&period=2024,2024M01,2024M02", "258, 27, 21"],
  ["indicator=werkzoekenden&level=gemeente2024&period=2024", "101, 201, 301, 401, 501, 601"],
  ["indicator=werkzoekenden&level=land&period=2024", "2106"],
  ["indicator=misdrijven&level=land&period=2023", "218"],
  ["indicator=misdrijven&level=gemeente&period=2023", "10, 20, 30, 90, empty"],
  ["indicator=misdrijven&level=provincie2024&period=2024", "hidden, unknown, 0"],
  ["indicator=misdrijven&level=land&period=2024", "hidden"],
  ["indicator=branden&level=provincie2024&period=2024", "2, 3, 0"],
  ["indicator=branden&level=land&period=2024", "5"],
  ["indicator=bezoekers&level=provincie2024&area=01&period=2024", "210"],
  ["indicator=bezoekers&level=land&period=2024", "210"],
  // 3 is below 5; its only neighbour in the province hides with it, on both divisions; every total stays.
  ["indicator=ziektegevallen&level=gemeente2024&period=2024", "private, private, 0, 8, 20, 7"],
  ["indicator=ziektegevallen&level=gemeente&period=2024", "private, private, 0, 28, 7"],
  ["indicator=ziektegevallen&level=provincie2024&period=2024", "15, 8, 27"],
  ["indicator=ziektegevallen&level=land&period=2024", "50"],
  ["indicator=bezoekers&level=gemeente2024&area=01001,01002&period=2024", "100, 110"],
  ["indicator=bevolking&level=gemeente2024&period=2024", "hidden, 48, 70, 90, 110, 130"],
  ["indicator=bevolking&level=gemeente2024&area=02001&period=2024&by=leeftijd5,geslacht", "15, 20, 15, 20"],
  ["indicator=bevolking&level=gemeente2024&area=01002&period=2024&by=leeftijd1&member=geslacht_M", "0, 2, 2, 2, 2, 2, 2, 2, 2, 2"],
  ["indicator=jongste&level=gemeente2024&area=02001&period=2024", "35"],
];

describe("the published region", () => {
  for (const [question, wanted] of answers) test(question, async () => expect(await ask(question)).toBe(wanted));

  test("a text has its words and no figure", async () => {
    const cube = await answer(release, parseSelection("indicator=slogan&level=gemeente2024&period=2024"));
    const words = Array.from(cube.status, (state, at) =>
      state === 0 ? (cube.texts?.[at] ?? "").length > 0 && Number.isNaN(cube.values[at]) : state,
    );
    expect(words).toEqual([true, 1, 1, true, 1, 1]);
  });

  test("a partial sum says that areas are missing, and a formula over it too", async () => {
    const cube = await answer(release, parseSelection("indicator=bezoekers&level=land&period=2024"));
    expect(cube.notes.find((note) => note.kind === "partial")?.text.en).toContain("4 areas are missing");
  });

  test("each indicator says when its figures came in, a formula when those of its operands did", async () => {
    const { details } = await site.app.inject("/api/v1/indicators/dichtheid").then((answer) => answer.json());
    expect(details.changed).toBe(moment);
  });

  test("nothing has to be left out", () => {
    expect(release.leftOut).toEqual([]);
  });

  test("one question at a time or many together: the same figures", async () => {
    const codes = release.catalogue.indicators.filter((each) => each.shape === "flat").map((each) => each.code);
    const question = `indicator=${codes.join(",")}&level=gemeente&period=2023,2024,2025&compare=land:L,provincie:01,provincie:03`;
    const compiled = compile(parseSelection(question), release.catalogue);
    const together = await release.runAll(compiled.parts.map((part) => part.plan));
    for (const [at, part] of compiled.parts.entries()) {
      const alone = await release.run(part.plan);
      const list = (rows: typeof alone | undefined): string[] =>
        Array.from({ length: rows?.length ?? 0 }, (_, i) => {
          const state = rows?.status[i];
          const value = state === 0 ? Number(rows?.value[i]?.toPrecision(12)) : "";
          return `${rows?.area[i]}/${rows?.period[i]}: ${state} ${value}`;
        }).sort();
      expect(list(together[at])).toEqual(list(alone));
    }
  });
});
