import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { type AppInput, openApp } from "../src/http/app.ts";
import type { Render } from "../src/http/pages.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { type Published, publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { views } from "../src/views/index.ts";
import { moment, openRegion, type Region } from "./region.ts";

/** The invented region, with or without a part on top of it, published. */
export type PublishedRegion = {
  readonly region: Region;
  readonly published: Published;
  readonly releases: Releases;
  readonly release: Release;
  /** Opens the door to the web; closed with the rest. */
  openDoor(render: Render, more?: Partial<AppInput>): Promise<FastifyInstance>;
  /** Writes a part of `fixtures` to a folder, and imports it over what there is. */
  bring(build: (folder: string) => Promise<void>, at?: string): Promise<void>;
  close(): Promise<void>;
};

/** When tests publish. */
const publishing = "2026-01-15T11:00:00.000Z";

type Build = (folder: string) => Promise<void>;

/** Opens the region, imports a part of `fixtures` over it, or several, and publishes. */
export async function openPublished(build: Build | readonly Build[] = [], at = publishing): Promise<PublishedRegion> {
  const region = await openRegion();
  const overlay = join(region.exchange, "..", "overlay");
  const bring: PublishedRegion["bring"] = async (write, when = moment) => {
    await write(overlay);
    await importExchange(overlay, region, { by: "test", at: when, note: "part" });
  };
  for (const each of [build].flat()) {
    await rm(overlay, { recursive: true, force: true });
    await bring(each);
  }
  const published = await publish({ folder: region.folder, documents: region.documents, at });
  const cubes = await openDuckdbCubes({ folder: region.folder });
  const releases = await openReleases(region.folder, cubes, () => {});
  const doors: FastifyInstance[] = [];
  return {
    region,
    published,
    releases,
    release: releases.current(),
    async openDoor(render, more = {}) {
      const assets = { ready: () => undefined, urls: [], load: () => Promise.reject(new Error("none")) };
      const logger = pino({ level: "silent" });
      const app = await openApp({ releases, views, render, assets, logger, origin: "https://cijfers.example", ...more });
      doors.push(app);
      return app;
    },
    bring,
    async close() {
      await Promise.all(doors.map((each) => each.close()));
      await releases.close();
      await cubes.close();
      await region.close();
    },
  };
}
