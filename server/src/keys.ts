import { createHash, randomBytes } from "node:crypto";
import { PeilError } from "@peil/core/errors.ts";
import type { ApiKey, Documents } from "./store/documents.ts";

/** Knows the keys of programs. */
export type Keys = {
  /** The key that is meant, if it counts; that it was used is written now and then. @throws `keys-off` */
  find(text: string): Promise<ApiKey | undefined>;
  close(): Promise<void>;
};

/** How keys begin: what was found somewhere can be told to be one. */
const mark = "peil_";
/** Letters of a key that are shown in lists. */
const shown = mark.length + 8;
/** Milliseconds for which keys that were read count, and between two writings of the use of one. */
const [fresh, between] = [2000, 60_000] as const;

/** Makes a key of 256 random bits. @returns the key, which is kept nowhere, and what is kept of it */
export function makeKey(about: Pick<ApiKey, "name" | "upload" | "quota" | "created">): { readonly text: string; readonly key: ApiKey } {
  const text = mark + randomBytes(32).toString("hex");
  return { text, key: { ...about, hash: hashOf(text), prefix: text.slice(0, shown) } };
}

/** So much chance stands in a key that one round of SHA-256 keeps it. */
function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Reads keys from the documents, which are opened when the first key is shown. What is added or revoked counts within seconds.
 * @param report receives why the documents could not be opened or written
 * @param now clock in milliseconds
 */
export function openKeys(open: () => Promise<Documents>, report: (error: unknown) => void, now: () => number): Keys {
  let documents: Promise<Documents> | undefined;
  let known: { readonly at: number; readonly keys: Promise<ReadonlyMap<string, ApiKey>> } | undefined;
  const used = new Map<string, number>();

  const read = async (): Promise<ReadonlyMap<string, ApiKey>> => {
    try {
      documents ??= open();
      const all = await (await documents).keys();
      return new Map(all.filter((each) => each.revoked === undefined).map((each) => [each.hash, each]));
    } catch (error) {
      documents = undefined;
      report(error);
      throw new PeilError("keys-off");
    }
  };
  const stamp = (hash: string): void => {
    if (now() - (used.get(hash) ?? Number.NEGATIVE_INFINITY) < between) return;
    used.set(hash, now());
    documents?.then((each) => each.stampKey(hash, "used", new Date(now()).toISOString())).catch(report);
  };
  return {
    async find(text) {
      if (known === undefined || now() - known.at > fresh) known = { at: now(), keys: read() };
      const key = (await known.keys).get(hashOf(text));
      if (key !== undefined) stamp(key.hash);
      return key;
    },
    async close() {
      await documents?.then((each) => each.close()).catch(() => undefined);
    },
  };
}
