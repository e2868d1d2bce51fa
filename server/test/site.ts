import type { FastifyInstance } from "fastify";
import { pino } from "pino";
import { openApp } from "../src/http/app.ts";
import type { Render } from "../src/http/pages.ts";
import { publish } from "../src/publish/publish.ts";
import { openReleases, type Releases } from "../src/releases.ts";
import { openDuckdbCubes } from "../src/store/cubes-duckdb.ts";
import { views } from "../src/views/index.ts";
import { openDocuments } from "../src/working-copy.ts";
import { openWorkspaces } from "../src/workspaces.ts";
import { openRegion, type Region } from "./region.ts";

/** The invented region, published and behind the door to the web. */
export type TestSite = {
  readonly region: Region;
  readonly releases: Releases;
  readonly app: FastifyInstance;
  /** Lines of the log. */
  readonly log: readonly string[];
  close(): Promise<void>;
};

/** A website that shows what it was asked for and what the routes answered. */
export const plainRender: Render = async (address, read) => {
  if (address.startsWith("/broken")) throw new Error("a bug with secrets");
  if (address.startsWith("/moved")) return { status: 301, html: "", location: "/indicator/inwoners" };
  if (address === "/gone") return { status: 404, html: "<p>weg</p>" };
  const frame = await read("frame", {});
  const code = /^(?:\/en)?\/indicator\/(\w+)/.exec(address)?.[1];
  const view = code === undefined ? undefined : await read("indicator", { code, selection: address.split("?")[1] ?? "" });
  return {
    status: 200,
    html: `<p>${address}</p><p>${frame.site.name.nl}</p><p>${view?.details.name.nl ?? ""}</p>${"vulling ".repeat(300)}`,
  };
};

/** Opens the published region. */
export async function openTestSite(render: Render = plainRender, level = "warn"): Promise<TestSite> {
  const region = await openRegion();
  await publish({ folder: region.folder, documents: region.documents, at: "2026-01-15T11:00:00.000Z" });
  const cubes = await openDuckdbCubes({ folder: region.folder });
  const releases = await openReleases(region.folder, cubes, () => {});
  const log: string[] = [];
  const logger = pino({ level, base: null }, { write: (line: string) => log.push(line) });
  const assets = { ready: () => undefined, urls: [], load: () => Promise.reject(new Error("none")) };
  const workspaces = openWorkspaces(
    () => openDocuments({ data: region.folder }, false),
    () => {},
  );
  const app = await openApp({ releases, views, workspaces, render, assets, logger, origin: "https://cijfers.example" });
  return {
    region,
    releases,
    app,
    log,
    async close() {
      await app.close();
      await workspaces.close();
      await releases.close();
      await cubes.close();
      await region.close();
    },
  };
}
