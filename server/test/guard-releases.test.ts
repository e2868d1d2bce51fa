import { shownBefore } from "@peil/core/model/disclosure.ts";
import { afterEach, expect, test } from "vitest";
import { rollback } from "../src/publish/publish.ts";
import { readManifest } from "../src/publish/release-files.ts";
import { hiddenCells } from "../src/store/guard-read.ts";
import { figures, type GuardedSite, openGuarded } from "./guarded.ts";

let site: GuardedSite;
afterEach(() => site.close());

const wijken = "indicator=gevallen&level=wijk&period=2024";
/** The same indicators, of which nobody asks privacy; also the one that the region has of itself. */
function open(text: string): string {
  const all = JSON.parse(text) as Record<string, unknown>[];
  const bare = all.map(({ protected: _p, threshold: _t, thresholdIndicator: _i, disclosure: _d, ...rest }) => rest);
  const own = { ...bare.find((each) => each["code"] === "mensen"), code: "ziektegevallen" };
  return JSON.stringify([...bare, own]);
}

test("what an earlier release showed hides when it asks to, but counts as known and is reported; it is no cover for others", async () => {
  site = await openGuarded({ "indicators.json": open });
  expect((await figures(site.release, wijken))["01001A"]).toBe(2);
  const { published, release } = await site.again("2026-01-17T10:00:00.000Z", {});
  expect((await figures(release, wijken))["01001A"]).toBe("x");
  const { guards, stores } = readManifest(site.region.folder, published.id);
  expect(guards.reports.find((each) => each.indicators.includes("gevallen"))?.known).toBeGreaterThan(0);
  const id = release.catalogue.indicator("gevallen")?.id ?? -1;
  const hidden = await hiddenCells(site.region.folder, stores, id, false);
  expect(hidden.every((each) => each.before)).toBe(true);
  // Nothing is hidden beside it: everybody knows the neighbours already.
  expect((await figures(release, wijken))["01001B"]).toBe(30);
  expect(shownBefore).toBe(128);
  // A cube too: everything of it was shown.
  const cube = release.catalogue.indicator("aandoeningen")?.id ?? -1;
  const cells = await hiddenCells(site.region.folder, stores, cube, true);
  expect(cells.length).toBeGreaterThan(10);
  expect(cells.every((each) => each.before)).toBe(true);
  // And it stays known, however often it is published.
  const third = await site.again("2026-01-18T10:00:00.000Z", {
    "flat.csv": (text) => text.replace("mensen,wijk,2024,03002B,100", "mensen,wijk,2024,03002B,101"),
  });
  const after = await hiddenCells(site.region.folder, readManifest(site.region.folder, third.published.id).stores, id, false);
  expect(after.map((each) => each.before)).toEqual(hidden.map(() => true));
}, 120_000);

test("a new figure elsewhere leaves what is decided as it is; a changed one is decided with what was shown as known", async () => {
  site = await openGuarded();
  const first = await figures(site.release, wijken);
  const second = await site.again("2026-01-17T10:00:00.000Z", { "flat.csv": (text) => `${text}mensen,wijk,2023,01001A,48,0,\n` });
  expect(second.published.fresh).toBe(true);
  expect(await figures(second.release, wijken)).toEqual(first);
  // 02001A rises from 0 to 3: it hides, and its neighbour 02001B (shown before, unchanged) cannot cover it any more.
  const third = await site.again("2026-01-18T10:00:00.000Z", {
    "flat.csv": (text) => text.replace("gevallen,wijk,2024,02001A,0", "gevallen,wijk,2024,02001A,3"),
  });
  const now = await figures(third.release, wijken);
  expect(now["02001A"]).toBe("x");
  expect(now["02001B"]).toBe(11);
  // So the total of the municipality, which is new, hides too: it was 11 and would be 14.
  expect((await figures(third.release, "indicator=gevallen&level=gemeente2024&period=2024"))["02001"]).toBe("x");
  expect(now["01001A"]).toBe("x");
  expect(now["01001B"]).toBe("x");
}, 120_000);

test("what a release showed that was gone back from is known too", async () => {
  site = await openGuarded();
  await site.again("2026-01-17T10:00:00.000Z", { "indicators.json": open });
  rollback(site.region.folder, site.published.id);
  const more = (text: string): string => text.replace("gevallen,wijk,2024,03002B,6", "gevallen,wijk,2024,03002B,7");
  const { published, release } = await site.again("2026-01-18T10:00:00.000Z", { "flat.csv": more });
  const { stores } = readManifest(site.region.folder, published.id);
  const hidden = await hiddenCells(site.region.folder, stores, release.catalogue.indicator("gevallen")?.id ?? -1, false);
  const small = hidden.filter((each) => each.value < 5);
  expect(small.map((each) => each.before)).toEqual(small.map(() => true));
  expect(small.length).toBeGreaterThan(0);
}, 120_000);

test("a table of which the audit fails is left out with its cells named, and the rest publishes", async () => {
  const more = (text: string): string => {
    const all = JSON.parse(text) as Record<string, unknown>[];
    return JSON.stringify([
      ...all,
      { ...all[0], code: "laat" },
      { ...all[0], code: "dubbel", formula: "2 * laat", protected: false, threshold: undefined },
    ]);
  };
  const land = "laat,land,2024,L,5,0,\n";
  site = await openGuarded({ "indicators.json": more, "flat.csv": (text) => text + land });
  expect(await figures(site.release, "indicator=laat&level=land&period=2024")).toEqual({ L: 5 });
  // Everybody knows that it is 5 together: of 3 and 2 no one can believe that either is 5, for the others show 0.
  const towns = ["01001,3", "01002,2", "02001,0", "02002,0", "03001,0", "03002,0"]
    .map((each) => `laat,gemeente2024,2024,${each},0,\n`)
    .join("");
  const { published, release } = await site.again("2026-01-17T10:00:00.000Z", {
    "indicators.json": more,
    "flat.csv": (text) => text + land + towns,
  });
  expect(published.leftOut.map((each) => each.code)).toEqual(["laat", "dubbel"]);
  expect(published.leftOut[0]?.why.en).toContain("gemeente2024:01001");
  expect(release.catalogue.indicator("laat")).toBeUndefined();
  expect((await figures(release, wijken))["01001A"]).toBe("x");
}, 120_000);
