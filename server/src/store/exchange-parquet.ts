import { openEngine } from "./duckdb.ts";
import { quote } from "./literals.ts";

/**
 * Makes a data file of the exchange format of rows in CSV with a header, in a fixed order.
 * @param keys names of the columns that hold codes; `value`, `status` and if told `text` follow
 */
export async function writeExchangeParquet(csv: string, keys: readonly string[], hasTexts: boolean, target: string): Promise<void> {
  const engine = await openEngine({ temp: `${target}.tmp` });
  const connection = await engine.connect();
  const types = [
    ...keys.map((name) => [name, "VARCHAR"]),
    ["value", "DOUBLE"],
    ["status", "UTINYINT"],
    ...(hasTexts ? [["text", "VARCHAR"]] : []),
  ];
  const columns = types.map(([name = "", type = ""]) => `${quote(name)}: ${quote(type)}`).join(", ");
  try {
    const rows = `read_csv(${quote(csv)}, header = true, delim = ',', quote = '"', escape = '"', nullstr = '', columns = {${columns}})`;
    await connection.run(`COPY (SELECT * FROM ${rows} ORDER BY ALL) TO ${quote(target)} (FORMAT parquet, COMPRESSION zstd)`);
  } finally {
    connection.closeSync();
    engine.closeSync();
  }
}
