import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Frame, Read, RouteName, Routes } from "@peil/core/api.ts";
import type { PictureFile, PrintedDocument } from "@peil/core/api-print.ts";
import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance, RouteHandlerMethod } from "fastify";
import type { Release } from "../release.ts";
import type { Speaking } from "../views/sentences.ts";
import type { Answer } from "./cache.ts";
import { canonicalAddress } from "./canonical.ts";
import { askEveryTime, type Door, sendAnswer, sendCached } from "./door.ts";
import { toPeilError } from "./errors.ts";
import type { Feeds } from "./feeds.ts";
import { formerLink } from "./former-links.ts";
import { alternatesOf } from "./negotiate.ts";

/** A page as the website makes it; `location` where the reader is sent elsewhere. */
export type Page = { readonly status: number; readonly html: string; readonly location?: string };

/** What the built website exports: an address in, a page out. */
export type Render = (address: string, read: Read) => Promise<Page>;

/** What the built website makes of an address beside pages. Undefined where nothing of the kind lives there. */
export type Printing = {
  readonly printed: (address: string, read: Read) => Promise<PrintedDocument | undefined>;
  readonly picture: (address: string, read: Read) => Promise<PictureFile | undefined>;
};

/** Everything that the built website exports. */
export type Website = Printing & Feeds & Speaking & { readonly render: Render };

/** Loads the built website from its folder. @throws `website-missing` */
export async function loadWebsite(folder: string): Promise<Website> {
  const file = join(folder, "server", "entry-server.js");
  if (!existsSync(file)) fail("website-missing", { folder });
  return (await import(pathToFileURL(file).href)) as Website;
}

/** Pages below the address of the API: what its problems lead to, and its own with a slash too much. */
const belowApi = ["/api/v1/errors", "/api/"];

/** Serves every address that nothing else serves, as a page. */
export function registerPages(app: FastifyInstance, door: Door, render: Render): void {
  const serve: RouteHandlerMethod = async (request, reply) => {
    const release = door.releases.current();
    const former = formerLink(request.raw.url ?? "/", release.catalogue);
    if (former !== undefined) return sendAnswer(request, reply, movedTo(former, 302));
    const { address, redirect } = canonicalAddress(request.raw.url ?? "/", release.catalogue);
    if (redirect) return sendAnswer(request, reply, movedTo(address, 308));
    const make = async () => answerOf(await render(address, readOf(door, release, request.log)), address, door.origin);
    return sendCached(door, request, reply, address, release, make);
  };
  for (const path of [...belowApi, "/*"]) app.get(path, serve);
}

/** The client of the route table that pages get: a call in this process, on one release for the whole page. */
export function readOf(door: Door, release: Release, log: FastifyInstance["log"]): Read {
  return async <N extends RouteName>(name: N, input: Routes[N]["in"]): Promise<Routes[N]["out"]> => {
    try {
      const out = await door.views[name]({ release, releases: door.releases, workspaces: door.workspaces }, input);
      return name === "frame" ? (withOrigin(out as Frame, door.origin) as Routes[N]["out"]) : out;
    } catch (error) {
      throw toPeilError(error, log);
    }
  };
}

/** Where the site lives is no matter of a release: the door knows it. */
function withOrigin(frame: Frame, origin: string | undefined): Frame {
  return origin === undefined ? frame : { ...frame, site: { ...frame.site, origin } };
}

function answerOf(page: Page, address: string, origin: string | undefined): Answer {
  if (page.location !== undefined) return movedTo(page.location, page.status >= 300 && page.status < 400 ? page.status : 308);
  const canonical = origin === undefined ? [] : [`<${origin}${address}>; rel="canonical"`];
  const links = page.status !== 200 ? [] : [...canonical, ...alternatesOf(address)];
  return {
    status: page.status,
    type: "text/html; charset=utf-8",
    body: Buffer.from(page.html),
    compressible: true,
    headers: links.length === 0 ? [] : [["link", links.join(", ")] as const],
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
