import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";

/** An engine with its settings: no extension is fetched, no more memory is used than told. */
export async function openEngine(options: {
  readonly path?: string;
  readonly memory?: string;
  readonly threads?: number;
  readonly temp?: string;
}): Promise<DuckDBInstance> {
  return DuckDBInstance.create(options.path ?? ":memory:", {
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
    memory_limit: options.memory ?? "1GB",
    threads: String(options.threads ?? 2),
    preserve_insertion_order: "false",
    ...(options.temp === undefined ? {} : { temp_directory: options.temp }),
  });
}

/** Rows of a query as objects; for small results. */
export async function rowsOf(connection: DuckDBConnection, sql: string): Promise<Record<string, unknown>[]> {
  return (await connection.runAndReadAll(sql)).getRowObjectsJS() as Record<string, unknown>[];
}
