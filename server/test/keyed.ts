import { Readable } from "node:stream";
import type { AppInput } from "../src/http/app.ts";
import { listen } from "../src/http/listen.ts";
import { openUploads } from "../src/imports/upload.ts";
import { type Keys, makeKey, openKeys } from "../src/keys.ts";
import { openDocuments } from "../src/working-copy.ts";
import { openTestSite, plainRender, type TestSite } from "./site.ts";

/** The published region behind a listening door that knows keys and takes uploads. */
export type KeyedSite = {
  readonly site: TestSite;
  readonly base: string;
  /** Records a key and gives it. */
  key(name: string, about?: { readonly upload?: boolean; readonly quota?: number }): Promise<string>;
  close(): Promise<void>;
};

function endless(): Readable {
  return new Readable({
    read(size) {
      this.push(Buffer.alloc(size, "1"));
    },
  });
}

/** Opens it; what comes over the wire says in `X-Forwarded-For` who asks. @param limit the most bytes of an upload */
export async function openKeyedSite(more: Partial<AppInput> = {}, limit = 200_000): Promise<KeyedSite> {
  let keys: Keys | undefined;
  const uploads = openUploads();
  const place = { data: "" };
  const held: Keys = { find: async (text) => keys?.find(text), close: async () => keys?.close() };
  const site = await openTestSite(plainRender, "info", { keys: held, uploads: { uploads, place, limit }, proxies: 1, ...more });
  place.data = site.region.folder;
  keys = openKeys(
    () => openDocuments({ data: site.region.folder }, false),
    (error) => {
      throw error;
    },
    Date.now,
  );
  // A file that never ends.
  site.app.get("/slow.csv", (_, reply) => reply.type("text/csv").send(endless()));
  const base = `http://127.0.0.1:${await listen(site.app, "127.0.0.1", 0)}`;
  return {
    site,
    base,
    async key(name, { upload = false, quota } = {}) {
      const made = makeKey({ name, upload, ...(quota === undefined ? {} : { quota }), created: "2026-01-15T10:00:00.000Z" });
      await site.region.documents.addKey(made.key);
      return made.text;
    },
    async close() {
      await site.app.close();
      await uploads.close();
      await held.close();
      await site.close();
    },
  };
}
