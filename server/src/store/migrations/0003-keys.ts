import type { Kysely } from "kysely";
import type { Tables } from "../documents-tables.ts";

/** Keys of programs. The key itself is kept nowhere. */
export async function keys(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable("api_key")
    .addColumn("hash", "text", (c) => c.primaryKey())
    .addColumn("name_key", "text", (c) => c.notNull().unique())
    .addColumn("name", "text", (c) => c.notNull())
    .addColumn("prefix", "text", (c) => c.notNull())
    .addColumn("upload", "integer", (c) => c.notNull())
    .addColumn("quota", "integer")
    .addColumn("created", "text", (c) => c.notNull())
    .addColumn("used", "text")
    .addColumn("revoked", "text")
    .execute();
}
