import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Topic } from "./define.ts";
import { quoted, run, texts, type Workshop } from "./engine.ts";

const zstd = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 19, ROW_GROUP_SIZE 2000000";

/** Fetches the figures of the flat topics into the table `flat` and writes `data/flat.parquet`. */
export async function compileFigures(shop: Workshop, topics: readonly Topic[]): Promise<void> {
  await run(
    shop,
    `CREATE TABLE flat (indicator VARCHAR, level VARCHAR, period VARCHAR, area VARCHAR,
    value DOUBLE, status UTINYINT, text VARCHAR)`,
  );
  for (const { indicator, load } of topics) {
    if (load === undefined) continue;
    await run(
      shop,
      `INSERT INTO flat SELECT ${quoted(indicator.code)}, level, period, area,
      CASE WHEN status = 0 THEN value END, status, NULL FROM (${load})`,
    );
  }
  await refuse(shop, "SELECT indicator, level, period, area FROM flat GROUP BY ALL HAVING count(*) > 1", "figures that occur twice");
  await refuse(shop, "SELECT * FROM flat WHERE (level, area) NOT IN (SELECT (level, code) FROM area)", "figures of unknown areas");
  await refuse(shop, "SELECT * FROM flat WHERE status = 0 AND (value IS NULL OR NOT isfinite(value))", "figures without a number");
  const loaded = topics.filter((each) => each.load !== undefined).map((each) => quoted(each.indicator.code));
  await refuse(
    shop,
    `SELECT unnest([${loaded.join(", ")}]) AS code EXCEPT SELECT indicator FROM flat`,
    "loaded indicators without figures",
  );
  mkdirSync(join(shop.target, "data"), { recursive: true });
  await write(shop, "SELECT * FROM flat ORDER BY indicator, level, area, period", "flat");
}

/** Writes a cube that stands in a table `cube_<code>`, in the order in which it packs best: ages of an area side by side. */
export async function compileCube(shop: Workshop, code: string, levels: readonly string[]): Promise<void> {
  const others = levels.filter((each) => each !== "leeftijd1");
  const last = levels.includes("leeftijd1") ? ["leeftijd1"] : [];
  const keys = ["level", ...others, "area", ...last, "period"].join(", ");
  const order = keys.replace("leeftijd1", "leeftijd1::INTEGER");
  await refuse(shop, `SELECT ${keys} FROM cube_${code} GROUP BY ALL HAVING count(*) > 1`, `cells of ${code} that occur twice`);
  await refuse(shop, `SELECT * FROM cube_${code} WHERE (level, area) NOT IN (SELECT (level, code) FROM area)`, `areas of ${code}`);
  const columns = ["level", "period", "area", ...levels].join(", ");
  await write(shop, `SELECT ${columns}, value::DOUBLE AS value, 0::UTINYINT AS status FROM cube_${code} ORDER BY ${order}`, `cube-${code}`);
}

async function write(shop: Workshop, query: string, name: string): Promise<void> {
  await run(shop, `COPY (${query}) TO ${quoted(join(shop.target, "data", `${name}.parquet`))} (${zstd})`);
}

async function refuse(shop: Workshop, query: string, what: string): Promise<void> {
  const rows = await texts(shop, `${query} LIMIT 3`);
  if (rows.length > 0) throw new Error(`${what}: ${JSON.stringify(rows)}`);
}
