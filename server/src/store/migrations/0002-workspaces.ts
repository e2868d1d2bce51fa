import type { Kysely } from "kysely";
import type { Tables } from "../documents-tables.ts";

/** What readers share behind a short link. */
export async function workspaces(db: Kysely<Tables>): Promise<void> {
  await db.schema
    .createTable("workspace")
    .addColumn("hash", "text", (c) => c.primaryKey())
    .addColumn("body", "text", (c) => c.notNull())
    .addColumn("release", "text", (c) => c.notNull())
    .execute();
}
