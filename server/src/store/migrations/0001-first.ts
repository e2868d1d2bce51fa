import type { Kysely } from "kysely";
import type { Tables } from "../documents-tables.ts";

/** The first tables. */
export async function first(db: Kysely<Tables>): Promise<void> {
  await keeping(db);
  await territory(db);
  await classes(db);
  await topics(db);
}

async function keeping(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("id_counter")
    .addColumn("kind", "text", (c) => c.primaryKey())
    .addColumn("next", "integer", (c) => c.notNull())
    .execute();
  await schema
    .createTable("change")
    .addColumn("number", "integer", (c) => c.primaryKey())
    .addColumn("moment", "text", (c) => c.notNull())
    .addColumn("author", "text", (c) => c.notNull())
    .addColumn("note", "text", (c) => c.notNull())
    .addColumn("load", "text")
    .execute();
  await schema
    .createTable("load")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("number", "integer", (c) => c.notNull().unique())
    .addColumn("files", "text", (c) => c.notNull())
    .addColumn("scopes", "text", (c) => c.notNull())
    .addColumn("parts", "text", (c) => c.notNull())
    .addColumn("undone", "integer", (c) => c.notNull())
    .execute();
}

async function territory(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await schema
    .createTable("level")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("division_key", "text", (c) => c.notNull().unique())
    .addColumn("alias_key", "text", (c) => c.notNull().unique())
    .addColumn("body", "text", (c) => c.notNull())
    .execute();
  await schema
    .createTable("area")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("level", "integer", (c) => c.notNull())
    .addColumn("code_key", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addUniqueConstraint("area_code", ["level", "code_key"])
    .execute();
  await schema
    .createTable("area_link")
    .addColumn("child_level", "integer", (c) => c.notNull())
    .addColumn("parent_level", "integer", (c) => c.notNull())
    .addColumn("child", "integer", (c) => c.notNull())
    .addColumn("parent", "integer", (c) => c.notNull())
    .addColumn("weight", "double precision")
    .addPrimaryKeyConstraint("area_link_pair", ["child_level", "parent_level", "child", "parent"])
    .execute();
  await schema
    .createTable("geometry")
    .addColumn("level", "integer", (c) => c.primaryKey())
    .addColumn("topology", "text", (c) => c.notNull())
    .execute();
}

async function classes(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await coded(db, "dimension_level");
  await schema
    .createTable("dimension")
    .addColumn("code_key", "text", (c) => c.primaryKey())
    .addColumn("body", "text", (c) => c.notNull())
    .execute();
  await schema
    .createTable("member")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("level", "integer", (c) => c.notNull())
    .addColumn("code_key", "text", (c) => c.notNull())
    .addColumn("body", "text", (c) => c.notNull())
    .addUniqueConstraint("member_code", ["level", "code_key"])
    .execute();
  await schema
    .createTable("member_link")
    .addColumn("child_level", "integer", (c) => c.notNull())
    .addColumn("parent_level", "integer", (c) => c.notNull())
    .addColumn("child", "integer", (c) => c.notNull())
    .addColumn("parent", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("member_link_pair", ["child_level", "parent_level", "child", "parent"])
    .execute();
}

async function topics(db: Kysely<Tables>): Promise<void> {
  const { schema } = db;
  await coded(db, "indicator");
  await schema
    .createTable("source")
    .addColumn("code_key", "text", (c) => c.primaryKey())
    .addColumn("body", "text", (c) => c.notNull())
    .execute();
  for (const table of ["site", "theme"]) {
    await schema
      .createTable(table)
      .addColumn("id", "integer", (c) => c.primaryKey())
      .addColumn("body", "text", (c) => c.notNull())
      .execute();
  }
}

async function coded(db: Kysely<Tables>, table: string): Promise<void> {
  await db.schema
    .createTable(table)
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("code_key", "text", (c) => c.notNull().unique())
    .addColumn("body", "text", (c) => c.notNull())
    .execute();
}
