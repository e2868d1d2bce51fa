import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { GlanceRow, GlanceView } from "@peil/core/api-glance.ts";
import type { Site } from "@peil/core/model/site.ts";
import { buildRegion } from "../../fixtures/build.ts";
import { views } from "../src/views/index.ts";
import { openPublished, type PublishedRegion } from "./published.ts";
import { moment } from "./region.ts";

/** The invented region with a core set of its own, published. */
export type GlancedSite = PublishedRegion & {
  glance(level: string, code: string, more?: { compare?: string; theme?: string; since?: string }): Promise<GlanceView>;
};

/** Imports the region and, on top of it, what `build` writes to a folder; `site` adds to what the site says of itself. */
export async function openGlanced(site: Partial<Site>, build: (folder: string) => Promise<void> = buildRegion): Promise<GlancedSite> {
  const published = await openPublished(async (folder) => {
    await build(folder);
    const file = join(folder, "peil.json");
    const head = JSON.parse(await readFile(file, "utf8")) as { site: object };
    await writeFile(file, JSON.stringify({ ...head, site: { ...head.site, ...site } }));
  }, moment);
  const { releases } = published;
  return {
    ...published,
    glance: (level, code, { compare = "", theme = "", since = "" } = {}) =>
      views.glance({ release: releases.current(), releases }, { level, code, compare, theme, since }),
  };
}

/** The row of an indicator. */
export function rowOf(view: GlanceView, code: string): GlanceRow {
  const found = view.themes.flatMap((each) => each.rows).find((each) => each.indicator.code === code);
  if (found === undefined) throw new Error(`no row of ${code}`);
  return found;
}
