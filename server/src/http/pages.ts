import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Read, RouteName, Routes } from "@peil/core/api.ts";
import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance } from "fastify";
import type { Release } from "../release.ts";
import type { Answer } from "./cache.ts";
import { canonicalAddress } from "./canonical.ts";
import { askEveryTime, type Door, sendAnswer, sendCached } from "./door.ts";
import { toPeilError } from "./errors.ts";

/** A page as the website makes it; `location` where the reader is sent elsewhere. */
export type Page = { readonly status: number; readonly html: string; readonly location?: string };

/** What the built website exports: an address in, a page out. */
export type Render = (address: string, read: Read) => Promise<Page>;

/** Loads the built website from its folder. @throws `website-missing` */
export async function loadRender(folder: string): Promise<Render> {
  const file = join(folder, "server", "entry-server.js");
  if (!existsSync(file)) fail("website-missing", { folder });
  const entry = (await import(pathToFileURL(file).href)) as { readonly render: Render };
  return entry.render;
}

/** Serves every address that nothing else serves, as a page. */
export function registerPages(app: FastifyInstance, door: Door, render: Render): void {
  app.get("/*", async (request, reply) => {
    const release = door.releases.current();
    const { address, redirect } = canonicalAddress(request.raw.url ?? "/", release.catalogue);
    if (redirect) return sendAnswer(request, reply, movedTo(address, 308));
    const make = async () => answerOf(await render(address, readOf(door, release, request.log)), address, door.origin);
    return sendCached(door, request, reply, address, release, make);
  });
}

/** The client of the route table that pages get: a call in this process, on one release for the whole page. */
export function readOf(door: Door, release: Release, log: FastifyInstance["log"]): Read {
  return async <N extends RouteName>(name: N, input: Routes[N]["in"]): Promise<Routes[N]["out"]> => {
    try {
      return await door.views[name]({ release, releases: door.releases, workspaces: door.workspaces }, input);
    } catch (error) {
      throw toPeilError(error, log);
    }
  };
}

function answerOf(page: Page, address: string, origin: string | undefined): Answer {
  if (page.location !== undefined) return movedTo(page.location, page.status >= 300 && page.status < 400 ? page.status : 308);
  const canonical: readonly (readonly [string, string])[] =
    origin === undefined || page.status !== 200 ? [] : [["link", `<${origin}${address}>; rel="canonical"`]];
  return {
    status: page.status,
    type: "text/html; charset=utf-8",
    body: Buffer.from(page.html),
    compressible: true,
    headers: canonical,
    caching: page.status === 200 ? askEveryTime : "no-store",
  };
}

/** Sends a reader to another address of this site. */
export function movedTo(location: string, status: number): Answer {
  const here = location.startsWith("/") && !location.startsWith("//") && !location.startsWith("/\\") ? location : "/";
  return {
    status,
    type: "text/plain; charset=utf-8",
    body: Buffer.alloc(0),
    compressible: false,
    headers: [["location", here]],
    caching: "public, max-age=0, must-revalidate",
  };
}
