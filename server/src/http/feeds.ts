import type { Read } from "@peil/core/api.ts";
import { fail } from "@peil/core/errors.ts";
import { type Language, languages } from "@peil/core/model/text.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { openHeaders } from "./api.ts";
import type { Answer } from "./cache.ts";
import { askEveryTime, type Door, originOf, sendAnswer, sendCached } from "./door.ts";
import { readOf } from "./pages.ts";

/** What the built website makes for machines that follow the site. */
export type Feeds = {
  /** Without a part the whole, or the index of its parts; undefined where there is no such part. */
  readonly sitemap: (read: Read, origin: string, part?: number) => Promise<string | undefined>;
  readonly releasesFeed: (read: Read, origin: string, path: string, language: Language) => Promise<string>;
};

/** Serves the sitemap, what robots may read, and the feed of releases in every language. */
export function registerFeeds(app: FastifyInstance, door: Door, feeds: Feeds): void {
  app.get("/sitemap.xml", (request, reply) =>
    serve(door, request, reply, "application/xml", (read, origin) => feeds.sitemap(read, origin)),
  );
  app.get("/sitemap-:part.xml", (request, reply) => {
    const { part = "" } = request.params as Readonly<Record<string, string>>;
    const number = /^[1-9]\d{0,5}$/.test(part) ? Number(part) : 0;
    return serve(door, request, reply, "application/xml", (read, origin) => feeds.sitemap(read, origin, number));
  });
  app.get("/robots.txt", (request, reply) =>
    serve(door, request, reply, "text/plain", async (_, origin) => `User-agent: *\nAllow: /\nSitemap: ${origin}/sitemap.xml\n`),
  );
  for (const language of languages) {
    const path = `${language === "nl" ? "" : `/${language}`}/releases.atom`;
    const make = (read: Read, origin: string) => feeds.releasesFeed(read, origin, path, language);
    app.get(path, (request, reply) => serve(door, request, reply, "application/atom+xml", make));
  }
}

async function serve(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  type: string,
  make: (read: Read, origin: string) => Promise<string | undefined>,
): Promise<FastifyReply> {
  const release = door.releases.current();
  const origin = originOf(door, request);
  const answer = async (): Promise<Answer> => ({
    status: 200,
    type: `${type}; charset=utf-8`,
    body: Buffer.from((await make(readOf(door, release, request.log), origin)) ?? fail("not-found", { what: request.raw.url ?? "" })),
    compressible: true,
    headers: openHeaders,
    caching: askEveryTime,
  });
  // Where the site does not know its own address it takes the asker's word for it, and keeps nothing that others would get.
  if (door.origin === undefined) return sendAnswer(request, reply, await answer());
  return sendCached(door, request, reply, new URL(request.raw.url ?? "/", door.origin).pathname, release, answer);
}
