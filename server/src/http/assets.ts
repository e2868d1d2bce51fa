import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance } from "fastify";
import { chooseEncoding, type Entry, encode, prepare } from "./cache.ts";
import { sendEntry } from "./door.ts";

type Kind = { readonly type: string; readonly compressible: boolean };

const kinds: Readonly<Record<string, Kind>> = {
  ".js": { type: "text/javascript; charset=utf-8", compressible: true },
  ".mjs": { type: "text/javascript; charset=utf-8", compressible: true },
  ".css": { type: "text/css; charset=utf-8", compressible: true },
  ".svg": { type: "image/svg+xml", compressible: true },
  ".json": { type: "application/json; charset=utf-8", compressible: true },
  ".webmanifest": { type: "application/manifest+json", compressible: true },
  ".txt": { type: "text/plain; charset=utf-8", compressible: true },
  ".woff2": { type: "font/woff2", compressible: false },
  ".png": { type: "image/png", compressible: false },
  ".ico": { type: "image/x-icon", compressible: false },
};

/** The files that the website brings along. */
export type Assets = {
  /** The file of an address when it was read before. */
  ready(url: string): Entry | undefined;
  readonly urls: readonly string[];
  load(url: string): Promise<Entry>;
};

/**
 * Lists the files below the folder of the built client. Files under `/assets/` with a hash in their name never
 * change; others are asked for again after an hour. Hidden files and pages are left out.
 * @param styles folder with the token files of house styles, served below `/styles/`
 * @param without addresses of house styles that may not be used: an empty style sheet is served instead
 */
export async function openAssets(folder: string, styles?: string, without: ReadonlySet<string> = new Set()): Promise<Assets> {
  const paths = await filesBelow(folder, "");
  if (styles !== undefined) for (const [url, path] of await filesBelow(styles, "/styles")) paths.set(url, path);
  const entries = new Map<string, Entry>();

  async function load(url: string): Promise<Entry> {
    const known = entries.get(url);
    if (known) return known;
    const kind = kinds[extname(url)] ?? { type: "application/octet-stream", compressible: false };
    const caching = /^\/assets\/.*-[\w-]{8}\.\w+$/.test(url) ? "public, max-age=31536000, immutable" : "public, max-age=3600";
    const headers: readonly (readonly [string, string])[] = [["x-content-type-options", "nosniff"]];
    // A file that a new build took away meanwhile is gone, which is no fault of the server.
    const body = without.has(url) ? Buffer.from("") : await readFile(paths.get(url) ?? "").catch(() => fail("not-found", { what: url }));
    const entry = prepare({ status: 200, ...kind, body, headers, caching });
    entries.set(url, entry);
    return entry;
  }

  return { ready: (url) => entries.get(url), urls: [...paths.keys()], load };
}

/** Files by address; `under` goes before the path below the folder. */
async function filesBelow(folder: string, under: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = new Map<string, string>();
  for (const file of files) {
    const path = join(file.parentPath, file.name);
    const url = path.slice(folder.length).replaceAll("\\", "/");
    if (file.isFile() && kinds[extname(file.name)] !== undefined && !url.includes("/.")) paths.set(`${under}${url}`, path);
  }
  return paths;
}

/** Serves the website's files. Each is read and compressed once, as well as it can be. */
export function registerAssets(app: FastifyInstance, assets: Assets): void {
  for (const url of assets.urls) {
    app.get(url, async (request, reply) => {
      const entry = await assets.load(url);
      await encode(entry, chooseEncoding(request.headers["accept-encoding"] as string | undefined), 10);
      return sendEntry(request, reply, entry);
    });
  }
}
