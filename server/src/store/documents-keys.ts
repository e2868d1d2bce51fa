import { fail } from "@peil/core/errors.ts";
import type { Kysely } from "kysely";
import type { ApiKey } from "./documents.ts";
import type { Tables } from "./documents-tables.ts";

/** Records a key. @throws `key-taken`: a name never passes on, so that the history says whose an import was */
export async function addKey(db: Kysely<Tables>, key: ApiKey): Promise<void> {
  const name_key = key.name.toLowerCase();
  const taken = await db.selectFrom("api_key").select("name").where("name_key", "=", name_key).executeTakeFirst();
  if (taken !== undefined) fail("key-taken", { name: taken.name });
  const { hash, name, prefix, created } = key;
  await db
    .insertInto("api_key")
    .values({ hash, name_key, name, prefix, upload: key.upload ? 1 : 0, quota: key.quota ?? null, created, used: null, revoked: null })
    .execute();
}

/** All keys, oldest first. */
export async function readKeys(db: Kysely<Tables>): Promise<readonly ApiKey[]> {
  const rows = await db.selectFrom("api_key").selectAll().orderBy("created").orderBy("name_key").execute();
  return rows.map(({ hash, name, prefix, upload, quota, created, used, revoked }) => ({
    ...{ hash, name, prefix, created },
    upload: upload === 1,
    ...(quota === null ? {} : { quota }),
    ...(used === null ? {} : { used }),
    ...(revoked === null ? {} : { revoked }),
  }));
}

/** Writes when a key was used last, or since when it counts for nothing; what was revoked stays so. */
export async function stampKey(db: Kysely<Tables>, hash: string, what: "used" | "revoked", at: string): Promise<void> {
  const update = db.updateTable("api_key").where("hash", "=", hash).where("revoked", "is", null);
  await (what === "used" ? update.set({ used: at }) : update.set({ revoked: at })).execute();
}
