import { fail } from "@peil/core/errors.ts";
import type { AggregationTable, AreaLink } from "@peil/core/model/area.ts";
import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Kysely } from "kysely";
import type { Tables } from "./documents-tables.ts";

type Bodies = "level" | "area" | "dimension_level" | "member" | "indicator" | "theme";

/** The whole catalogue, everything in a fixed order. @throws `data-damaged` when there is no site record */
export async function readAll(db: Kysely<Tables>): Promise<CatalogueData> {
  const site = await db.selectFrom("site").select("body").executeTakeFirst();
  if (site === undefined) return fail("data-damaged", { what: "site", mend: "peil import" });
  return {
    site: JSON.parse(site.body),
    levels: await bodies(db, "level"),
    areas: await bodies(db, "area"),
    tables: await aggregation(db),
    dimensions: await coded(db, "dimension"),
    dimensionLevels: await bodies(db, "dimension_level"),
    members: await bodies(db, "member"),
    memberLinks: await db
      .selectFrom("member_link")
      .select(["child", "parent"])
      .orderBy("child_level")
      .orderBy("parent_level")
      .orderBy("child")
      .orderBy("parent")
      .execute(),
    sources: await coded(db, "source"),
    indicators: await bodies(db, "indicator"),
    themes: await bodies(db, "theme"),
  };
}

/** Things in the order of their ids. What stands in `body` was written from the type that is read here. */
async function bodies<T>(db: Kysely<Tables>, table: Bodies): Promise<T[]> {
  const rows = await db.selectFrom(table).select("body").orderBy("id").execute();
  return rows.map((row) => JSON.parse(row.body) as T);
}

async function coded<T>(db: Kysely<Tables>, table: "dimension" | "source"): Promise<T[]> {
  const rows = await db.selectFrom(table).select(["code_key", "body"]).execute();
  // Ordered here: databases differ in how they order text.
  rows.sort((a, b) => (a.code_key < b.code_key ? -1 : 1));
  return rows.map((row) => JSON.parse(row.body) as T);
}

async function aggregation(db: Kysely<Tables>): Promise<AggregationTable[]> {
  const rows = await db
    .selectFrom("area_link")
    .selectAll()
    .orderBy("child_level")
    .orderBy("parent_level")
    .orderBy("child")
    .orderBy("parent")
    .execute();
  const out: { childLevel: number; parentLevel: number; links: AreaLink[] }[] = [];
  for (const row of rows) {
    let table = out.at(-1);
    if (table?.childLevel !== row.child_level || table.parentLevel !== row.parent_level) {
      table = { childLevel: row.child_level, parentLevel: row.parent_level, links: [] };
      out.push(table);
    }
    table.links.push({ child: row.child, parent: row.parent, weight: row.weight ?? undefined });
  }
  return out;
}

/** TopoJSON text of a level. */
export async function readGeometryOf(db: Kysely<Tables>, level: number): Promise<string | undefined> {
  const row = await db.selectFrom("geometry").select("topology").where("level", "=", level).executeTakeFirst();
  return row?.topology;
}

/** Ids of the levels that have borders. */
export async function readGeometryLevels(db: Kysely<Tables>): Promise<number[]> {
  const rows = await db.selectFrom("geometry").select("level").orderBy("level").execute();
  return rows.map((row) => row.level);
}
