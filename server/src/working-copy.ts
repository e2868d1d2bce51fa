import { accessSync, constants, existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { Documents } from "./store/documents.ts";
import { openPostgresDocuments } from "./store/documents-postgres.ts";
import { openSqliteDocuments } from "./store/documents-sqlite.ts";
import { checkLoads } from "./store/load-files.ts";

/** What editors work on: the documents, and the data folder with the files of the loads. */
export type WorkingCopy = {
  /**
   * The data folder: `loads/` (figures of each import), `store/` and `releases/` (what was published), `peil.sqlite`
   * (the documents, unless they are in PostgreSQL).
   */
  readonly folder: string;
  readonly documents: Documents;
  close(): Promise<void>;
};

/** Where a working copy is kept, as configuration names it. */
export type WorkingCopyPlace = {
  readonly data: string;
  /** Address of a PostgreSQL database; absent: `peil.sqlite` in the data folder. */
  readonly databaseUrl?: string;
};

/**
 * Opens the working copy in a data folder, which is made where there is none. Several processes may have it open: an import
 * writes its own files and then commits in one transaction.
 * @throws `folder-unwritable`, `store-damaged`, `load-missing`, `data-newer`, `database-unreachable`
 */
export async function openWorkingCopy(options: { readonly folder: string; readonly documents?: string }): Promise<WorkingCopy> {
  const { folder, documents: databaseUrl } = options;
  const documents = await openDocuments({ data: folder, ...(databaseUrl === undefined ? {} : { databaseUrl }) });
  return { folder, documents, close: () => documents.close() };
}

/**
 * Only the documents of a working copy; the data folder is made and checked all the same.
 * @param complete whether the files of every load must be there; an import whose files are lost can only be undone without
 * @throws as `openWorkingCopy`
 */
export async function openDocuments({ data, databaseUrl }: WorkingCopyPlace, complete = true): Promise<Documents> {
  layOut(data);
  const path = join(data, "peil.sqlite");
  if (databaseUrl === undefined) refuseLost(data, path);
  const documents = databaseUrl === undefined ? await openSqliteDocuments(path) : await openPostgresDocuments(databaseUrl);
  try {
    await documents.migrate();
    if (complete) await checkLoads(data, await documents.loads());
  } catch (error) {
    await documents.close();
    throw error;
  }
  return documents;
}

/** Makes the folders. @throws `folder-unwritable` */
function layOut(folder: string): void {
  try {
    for (const name of ["loads", "releases", "store"]) mkdirSync(join(folder, name), { recursive: true });
    for (const name of ["", "loads", "releases", "store"]) accessSync(join(folder, name), constants.W_OK | constants.X_OK);
  } catch {
    fail("folder-unwritable", { folder });
  }
}

/** Loads without the documents that tell of them: the documents were lost, and making new ones would hide it. */
function refuseLost(folder: string, path: string): void {
  const loads = readdirSync(join(folder, "loads")).filter((name) => /^\d{14}-[0-9a-f]{8}$/.test(name));
  const finished = loads.some((name) => readdirSync(join(folder, "loads", name)).some((file) => file.endsWith(".parquet")));
  if (!existsSync(path) && finished) fail("store-damaged", { file: path });
}
