import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildFlows } from "../fixtures/flows/build.ts";
import { buildPrivacy } from "../fixtures/privacy/build.ts";
import { buildSurvey } from "../fixtures/survey/build.ts";
import { importExchange } from "../server/src/imports/exchange.ts";
import type { Bulk } from "../server/src/publish/bulk-files.ts";
import { withReleaseOf } from "../server/src/publish/draft-release.ts";
import { publish } from "../server/src/publish/publish.ts";
import { openWorkingCopy } from "../server/src/working-copy.ts";
import { cellsOfAnswers, cellsOfFile, fileOf, publishAll } from "../server/test/bulk-files.ts";
import { openPublished, type PublishedRegion } from "../server/test/published.ts";
import { temporary } from "../server/test/region.ts";

/** A part of `fixtures` in a folder of its own. */
const alone = (build: (folder: string) => Promise<void>) => async (folder: string) => {
  await rm(folder, { recursive: true, force: true });
  await build(folder);
};

/** Every file is what is answered. @returns how many figures are hidden */
async function checkFiles(folder: string, bulk: Bulk): Promise<number> {
  return withReleaseOf({ folder }, bulk.release, async (release) => {
    let count = 0;
    for (const { code, visible } of release.catalogue.indicators) {
      if (!visible) expect(bulk.files.filter((each) => each.indicator === code || each.name.includes(code))).toEqual([]);
      if (!bulk.files.some((each) => each.name === `csv/${code}.csv.gz`)) continue;
      const found = await cellsOfFile(fileOf(folder, bulk, `csv/${code}.csv.gz`));
      expect([code, [...found].sort()]).toEqual([code, [...(await cellsOfAnswers(release, code))].sort()]);
      count += [...found.values()].filter((each) => each === "private").length;
    }
    return count;
  });
}

describe("the bulk of what is guarded", () => {
  let site: PublishedRegion;
  let bulk: Bulk;
  beforeAll(async () => {
    site = await openPublished(alone((folder) => buildPrivacy(folder, {})));
    bulk = await publishAll(site, "2026-01-15T12:00:00.000Z");
  });
  afterAll(() => site.close());

  it("holds what is answered, and no figure that is hidden", async () => {
    expect(await checkFiles(site.region.folder, bulk)).toBeGreaterThan(5);
  });

  it("brings the same figures to another site as exchange file, those that are hidden still hidden", async () => {
    const home = await temporary();
    const other = await openWorkingCopy({ folder: join(home, "data") });
    try {
      const zip = join(home, "peil.zip");
      writeFileSync(zip, fileOf(site.region.folder, bulk, "peil-exchange.zip"));
      await importExchange(zip, other, { by: "test", at: "2026-01-16T10:00:00.000Z", note: "from elsewhere" });
      const { id } = await publish({ folder: other.folder, documents: other.documents, at: "2026-01-16T11:00:00.000Z" });
      await withReleaseOf({ folder: other.folder }, id, async (there) => {
        await withReleaseOf({ folder: site.region.folder }, bulk.release, async (here) => {
          for (const { code, visible } of here.catalogue.indicators) {
            const copied = visible ? await cellsOfAnswers(there, code) : new Map();
            for (const [cell, told] of visible ? await cellsOfAnswers(here, code) : []) {
              if (typeof told === "number") expect([code, cell, copied.get(cell)]).toEqual([code, cell, told]);
              else if (told === "private") expect([code, cell, typeof copied.get(cell)]).toEqual([code, cell, "string"]);
            }
          }
        });
      });
    } finally {
      await other.close();
      await rm(home, { recursive: true, force: true });
    }
  });
});

describe("the bulk of a site with flows and a survey", () => {
  it("has flows between the areas of each level, and names nothing that is not visible", async () => {
    const site = await openPublished(alone(buildFlows));
    try {
      await site.bring(alone(buildSurvey));
      const bulk = await publishAll(site, "2026-01-15T12:00:00.000Z");
      const { folder } = site.region;
      await checkFiles(folder, bulk);
      const zip = unzipSync(fileOf(folder, bulk, "peil-exchange.zip"));
      const said = Object.values(zip)
        .map((bytes) => Buffer.from(bytes).toString("latin1"))
        .join("\n");
      await withReleaseOf({ folder }, bulk.release, async ({ catalogue }) => {
        const unseen = catalogue.indicators.filter((each) => !each.visible);
        expect(unseen.length).toBeGreaterThan(3);
        for (const { code } of unseen) expect([code, new RegExp(`\\b${code}\\b`).test(said)]).toEqual([code, false]);
        const flows = catalogue.indicators.filter((each) => each.shape === "flow");
        for (const { code } of flows) expect([code, bulk.files.filter((each) => each.indicator === code).length]).not.toEqual([code, 0]);
      });
      expect(said).not.toMatch(/"(threshold|disclosure|protected)"/);
    } finally {
      await site.close();
    }
  });
});
