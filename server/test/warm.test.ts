import { afterAll, beforeAll, expect, it } from "vitest";
import { openReleases } from "../src/releases.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { views } from "../src/views/index.ts";
import { warm } from "../src/warm.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const asked = { level: "gemeente", code: "02001", compare: "", theme: "", since: "" };

function counted<I extends readonly unknown[], O>(work: (...input: I) => O, count: () => void): (...input: I) => O {
  return (...input) => {
    count();
    return work(...input);
  };
}

it("makes beforehand what is asked first, and answers the same", async () => {
  const cubes = await openDuckdbCubes({ folder: site.region.folder });
  const releases = await openReleases(site.region.folder, cubes, () => {});
  try {
    let read = 0;
    const opened = releases.current();
    // Counts how often the figures themselves are asked.
    const release = { ...opened, runAll: counted(opened.runAll, () => read++) };
    const scope = { release, releases };
    await warm(scope, views);
    const made = read;
    expect(made).toBeGreaterThan(0);
    const cold = { release: site.releases.current(), releases: site.releases };
    for (const view of [views.glance, views.explore] as const)
      expect(JSON.stringify(await view(scope, asked))).toBe(JSON.stringify(await view(cold, asked)));
    // What is left to read is what belongs to this one area.
    const warmed = read - made;
    read = 0;
    await views.glance({ ...scope, release: { ...release } }, asked);
    await views.explore({ ...scope, release: { ...release } }, asked);
    expect(warmed).toBeLessThan(read);
  } finally {
    await releases.close();
    await cubes.close();
  }
});

it("leaves a release alone that is no longer the current one", async () => {
  let asked = 0;
  const counting = { ...views, glance: counted(views.glance, () => asked++) };
  const release = { ...site.releases.current(), id: "older" };
  await warm({ release, releases: site.releases }, counting);
  expect(asked).toBe(0);
});
