import { parseSelection } from "@peil/core/query/address.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import { figures, type GuardedSite, openGuarded } from "./guarded.ts";

let site: GuardedSite;
beforeAll(async () => {
  site = await openGuarded();
}, 120_000);
afterAll(() => site.close());

/** The figure of a group, or `x`. */
const total = async (indicator: string, areas: string): Promise<number | string | undefined> =>
  (await figures(site.release, `indicator=${indicator}&level=wijk&period=2024&area=none&group=G:${areas}`))["group:G"];

// Hidden are 01001A, 01001B (together 32 in the municipality), 03001A and 03001B (together 25); 128 in the country.
test.each([
  ["wijk:01002A,01002B", 23],
  ["wijk:01001A,01002A", "x"],
  ["wijk:01001A,03001A", "x"],
  ["wijk:01001A,01001B", 32],
  ["wijk:01001A,01001B,01002A", 46],
  ["wijk:01001A,01001B,03001A", "x"],
  ["wijk:01001A,01001B,03001A,03001B", 57],
  ["gemeente2024:01001,wijk:01002A", 46],
  ["gemeente2024:01002,wijk:01001A", "x"],
])("cases in %s: %s", async (areas, wanted) => {
  expect(await total("gevallen", areas)).toBe(wanted);
});

test("a rate shows only where numerator and denominator both follow from what is published", async () => {
  for (const indicator of ["aandeel", "verhouding"]) {
    const whole = (await figures(site.release, `indicator=${indicator}&level=gemeente2024&period=2024&area=01001`))["01001"];
    expect(whole).toBeTypeOf("number");
    expect(await total(indicator, "wijk:01001A,01001B"), indicator).toBe(whole);
    expect(await total(indicator, "wijk:01001A,01002A"), indicator).toBe("x");
  }
});

test("figures that are only marked give no sums with a hidden part, also where a total above them shows", async () => {
  expect(await total("diefstal", "wijk:01001A,01001B")).toBe("x");
  expect(await total("diefstal", "wijk:01002A,02002A")).toBe(15);
});

test("a hidden group says so", async () => {
  const cube = await answer(site.release, parseSelection("indicator=gevallen&level=wijk&area=none&period=2024&group=G:wijk:01001A,01002A"));
  expect(cube.notes.filter((note) => note.kind === "reason").map((note) => note.text.en)).toEqual([
    "G: hidden for privacy, since a hidden figure of a part would follow from the total.",
  ]);
});
