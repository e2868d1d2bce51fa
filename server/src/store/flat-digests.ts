import { openEngine, rowsOf } from "./duckdb.ts";
import { quote } from "./literals.ts";
import { storeFile } from "./store-files.ts";

/**
 * By indicator id a digest of the figures of a flat store as readers may see them: what is hidden counts as hidden, whatever it is.
 * Equal figures give equal digests, in any order.
 * @param hash names the store
 */
export async function flatDigests(folder: string, hash: string): Promise<ReadonlyMap<number, string>> {
  const engine = await openEngine({});
  const connection = await engine.connect();
  try {
    await connection.run(`ATTACH ${quote(storeFile(folder, hash))} AS store (READ_ONLY)`);
    const figures = await rowsOf(connection, digestOf("store.flat", "level, period, area, value, status, flag"));
    const texts = await rowsOf(connection, digestOf("store.texts", "level, period, area, text"));
    const out = new Map(figures.map((row) => [Number(row["indicator"]), String(row["digest"])]));
    for (const row of texts) out.set(Number(row["indicator"]), `${out.get(Number(row["indicator"])) ?? ""}+${String(row["digest"])}`);
    return out;
  } finally {
    connection.closeSync();
    engine.closeSync();
  }
}

function digestOf(table: string, columns: string): string {
  const hashed = `hash(${columns})`;
  const digest = `concat_ws('/', count(*)::VARCHAR, bit_xor(${hashed})::VARCHAR, sum(${hashed}::HUGEINT)::VARCHAR)`;
  return `SELECT indicator, ${digest} AS digest FROM ${table} GROUP BY indicator`;
}
