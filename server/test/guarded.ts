import { rm } from "node:fs/promises";
import { join } from "node:path";
import { memberSplitter, parseSelection } from "@peil/core/query/address.ts";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { buildPrivacy, type Changes } from "../../fixtures/privacy/build.ts";
import { answer } from "../src/answer.ts";
import { openApp } from "../src/http/app.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { type Published, publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { views } from "../src/views/index.ts";
import { moment, openRegion, type Region } from "./region.ts";
import { plainRender } from "./site.ts";

/** The invented region with indicators under disclosure control, published. */
export type GuardedSite = {
  readonly region: Region;
  readonly releases: Releases;
  readonly published: Published;
  readonly release: Release;
  readonly app: FastifyInstance;
  /** Imports the indicators again with changes, publishes and gives the release. */
  again(at: string, changes?: Changes): Promise<{ published: Published; release: Release }>;
  close(): Promise<void>;
};

/** Imports and publishes `fixtures/privacy`. */
export async function openGuarded(first: Changes = {}): Promise<GuardedSite> {
  const region = await openRegion();
  const overlay = join(region.exchange, "..", "privacy");
  const bring = async (at: string, changes: Changes): Promise<void> => {
    await rm(overlay, { recursive: true, force: true });
    await buildPrivacy(overlay, changes);
    await importExchange(overlay, region, { by: "test", at, note: "privacy" });
  };
  await bring(moment, first);
  const published = await publish({ folder: region.folder, documents: region.documents, at: "2026-01-15T11:00:00.000Z" });
  const cubes = await openDuckdbCubes({ folder: region.folder });
  const releases = await openReleases(region.folder, cubes, () => {});
  const assets = { ready: () => undefined, urls: [], load: () => Promise.reject(new Error("none")) };
  const logger = pino({ level: "silent" });
  const app = await openApp({ releases, views, render: plainRender, assets, logger, origin: "https://cijfers.example" });
  return {
    region,
    releases,
    published,
    release: releases.current(),
    app,
    async again(at, changes) {
      if (changes !== undefined) await bring(at, changes);
      const next = await publish({ folder: region.folder, documents: region.documents, at });
      return { published: next, release: await releases.get(next.id) };
    },
    async close() {
      await app.close();
      await releases.close();
      await cubes.close();
      await region.close();
    },
  };
}

/** Cells of an answer by area (and members), as figures, or `x` where they are hidden for privacy, or the number of their state. */
export async function figures(release: Release, question: string): Promise<Record<string, number | string>> {
  const cube = await answer(release, parseSelection(question, { splitMember: memberSplitter(release.catalogue) }));
  const sizes = cube.axes.map((axis) => axis.members.length);
  const out: Record<string, number | string> = {};
  cube.values.forEach((value, cell) => {
    let rest = cell;
    const names = [...sizes.keys()].reverse().map((at) => {
      const place = rest % (sizes[at] as number);
      rest = Math.floor(rest / (sizes[at] as number));
      return cube.axes[at]?.members[place]?.code ?? "";
    });
    const key = names
      .reverse()
      .filter((_, at) => at !== 0 && ((sizes[at] as number) > 1 || at === 1))
      .join(" ");
    const state = cube.status[cell] as number;
    out[key] = state === 0 ? Number(value.toFixed(6)) : state === 7 ? "x" : `state ${state}`;
  });
  return out;
}
