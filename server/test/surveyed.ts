import { join } from "node:path";
import type { Cube } from "@peil/core/model/cube.ts";
import { memberSplitter, parseSelection } from "@peil/core/query/address.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { buildSurvey } from "../../fixtures/survey/build.ts";
import { answer } from "../src/answer.ts";
import { openApp } from "../src/http/app.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { publish } from "../src/publish/publish.ts";
import type { Release } from "../src/release.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { views } from "../src/views/index.ts";
import { moment, openRegion, type Region } from "./region.ts";

/** The invented region with its survey, published. */
export type SurveyedSite = {
  readonly region: Region;
  readonly releases: Releases;
  readonly release: Release;
  readonly app: FastifyInstance;
  close(): Promise<void>;
};

/** Imports and publishes `fixtures/survey`. */
export async function openSurveyed(): Promise<SurveyedSite> {
  const region = await openRegion();
  const overlay = join(region.exchange, "..", "survey");
  await buildSurvey(overlay);
  await importExchange(overlay, region, { by: "test", at: moment, note: "survey" });
  await publish({ folder: region.folder, documents: region.documents, at: "2026-01-15T11:00:00.000Z" });
  const cubes = await openDuckdbCubes({ folder: region.folder });
  const releases = await openReleases(region.folder, cubes, () => {});
  const render = async () => ({ status: 200, html: "" });
  const assets = { ready: () => undefined, urls: [], load: () => Promise.reject(new Error("none")) };
  const logger = pino({ level: "silent" });
  const app = await openApp({ releases, views, render, assets, logger, origin: "https://cijfers.example" });
  return {
    region,
    releases,
    release: releases.current(),
    app,
    async close() {
      await app.close();
      await releases.close();
      await cubes.close();
      await region.close();
    },
  };
}

/** The selection of a question. */
export function selectionOf(release: Release, question: string): Selection {
  return parseSelection(question, { splitMember: memberSplitter(release.catalogue) });
}

/** The answer to a question. */
export function ask(release: Release, question: string): Promise<Cube> {
  return answer(release, selectionOf(release, question));
}
