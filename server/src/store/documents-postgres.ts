import { fail } from "@peil/core/errors.ts";
import { Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { Documents } from "./documents.ts";
import { documentsOf } from "./documents-database.ts";
import type { Tables } from "./documents-tables.ts";

/**
 * The documents door on a PostgreSQL database.
 * @param url `postgresql://user:password@host:port/database`
 * @throws `database-unreachable` at the first use, where nobody answers or entry is refused
 */
export async function openPostgresDocuments(url: string): Promise<Documents> {
  const pool = new pg.Pool({ connectionString: url, max: 8, connectionTimeoutMillis: 10_000 });
  // An idle connection that the server closes is replaced at the next question; without a listener it would end the process.
  pool.on("error", () => undefined);
  return documentsOf({
    dialect: "postgres",
    db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }),
    beginWrite: "begin",
    beginRead: "begin isolation level repeatable read read only",
    isBusy: (error) => /^(40001|40P01|55P03)$/.test(codeOf(error)),
    isTaken: (error) => codeOf(error) === "23505",
    explain: (error) => explain(error, url),
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Nobody answers, entry refused, no such database, shutting down. */
const unreachable = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENOENT|28\w{3}|3D000|57P0[123]|53300)$/;

function explain(error: unknown, url: string): never {
  const code = codeOf(error);
  const timedOut = error instanceof Error && /timeout|terminated/i.test(error.message);
  if (unreachable.test(code) || (code === "" && timedOut)) {
    const { hostname, port, pathname } = URL.canParse(url) ? new URL(url) : { hostname: "", port: "", pathname: "" };
    return fail("database-unreachable", { where: `${hostname}${port === "" ? "" : `:${port}`}${pathname}`, why: code || "timeout" });
  }
  if (code === "53100") return fail("disk-full", { folder: "PostgreSQL" });
  throw error;
}
