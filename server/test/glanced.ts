import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { GlanceRow, GlanceView } from "@peil/core/api-glance.ts";
import type { Site } from "@peil/core/model/site.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { views } from "../src/views/index.ts";
import { moment, openRegion } from "./region.ts";

/** The invented region with a core set of its own, published. */
export type GlancedSite = {
  readonly releases: Releases;
  glance(level: string, code: string, more?: { compare?: string; theme?: string; since?: string }): Promise<GlanceView>;
  close(): Promise<void>;
};

/** Imports the region and, on top of it, what `build` writes to a folder; `site` adds to what the site says of itself. */
export async function openGlanced(site: Partial<Site>, build?: (folder: string) => Promise<void>): Promise<GlancedSite> {
  const region = await openRegion();
  const overlay = build === undefined ? region.exchange : join(region.exchange, "..", "overlay");
  await build?.(overlay);
  const file = join(overlay, "peil.json");
  const head = JSON.parse(readFileSync(file, "utf8")) as { site: object };
  writeFileSync(file, JSON.stringify({ ...head, site: { ...head.site, ...site } }));
  await importExchange(overlay, region, { by: "test", at: moment, note: "glance" });
  await publish({ folder: region.folder, documents: region.documents, at: moment });
  const cubes = await openDuckdbCubes({ folder: region.folder });
  const releases = await openReleases(region.folder, cubes, () => {});
  return {
    releases,
    glance: (level, code, { compare = "", theme = "", since = "" } = {}) =>
      views.glance({ release: releases.current(), releases }, { level, code, compare, theme, since }),
    async close() {
      await releases.close();
      await cubes.close();
      await region.close();
    },
  };
}

/** The row of an indicator. */
export function rowOf(view: GlanceView, code: string): GlanceRow {
  const found = view.themes.flatMap((each) => each.rows).find((each) => each.indicator.code === code);
  if (found === undefined) throw new Error(`no row of ${code}`);
  return found;
}
