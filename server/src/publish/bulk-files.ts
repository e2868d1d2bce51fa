import { createHash } from "node:crypto";
import { createReadStream, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { syncFile } from "../store/store-files.ts";

/** A file of the bulk of a release. */
export type BulkFile = {
  /** Its path below `/bulk/`; a name that starts with a dot is a part of other files and is not served. */
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** Media type. */
  readonly type: string;
  /** What decides its bytes. For the server only. */
  readonly key: string;
  /** Rows of figures. */
  readonly rows?: number;
  /** Code of the indicator, or of the theme, that it is about. */
  readonly indicator?: string;
  readonly theme?: string;
};

/** Everything that can be fetched of a release as files; `bulk/<release>.json`. */
export type Bulk = { readonly release: string; readonly at: string; readonly files: readonly BulkFile[] };

/** How long a file that no release names may lie there: whoever made it is still at work, or has gone. */
const grace = 60 * 60 * 1000;

const home = (folder: string): string => join(folder, "bulk");
const indexFile = (folder: string, release: string): string => join(home(folder), `${release}.json`);

/** Where a bulk file lies: files are named after their content, so that releases share what is equal. */
export function bulkPath(folder: string, sha256: string): string {
  return join(home(folder), "files", sha256);
}

/** The bulk of a release; undefined where none was made. */
export function readBulk(folder: string, release: string): Bulk | undefined {
  const path = indexFile(folder, release);
  return /^[0-9a-f]+$/.test(release) && existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Bulk) : undefined;
}

/** The files of every release by what decides their bytes, those that are gone left out. */
export function knownBulkFiles(folder: string): ReadonlyMap<string, BulkFile> {
  const ids = existsSync(home(folder)) ? readdirSync(home(folder)).flatMap((name) => /^([0-9a-f]+)\.json$/.exec(name)?.[1] ?? []) : [];
  const files = ids.flatMap((id) => readBulk(folder, id)?.files ?? []);
  return new Map(files.filter((each) => existsSync(bulkPath(folder, each.sha256))).map((each) => [each.key, each]));
}

/** A place for a file under way. */
export function draftPath(folder: string, number: number): string {
  mkdirSync(join(home(folder), "files"), { recursive: true });
  return join(home(folder), "files", `.draft-${process.pid}-${number}`);
}

/** Gives a file that is whole its name. @returns its name and size */
export async function keepBulkFile(folder: string, draft: string): Promise<Pick<BulkFile, "sha256" | "size">> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(draft), hash);
  const sha256 = hash.digest("hex");
  const { size } = statSync(draft);
  syncFile(draft);
  renameSync(draft, bulkPath(folder, sha256));
  return { sha256, size };
}

/** Makes files the bulk of their release, in one step. */
export function writeBulk(folder: string, bulk: Bulk): void {
  const lost = bulk.files.find((each) => !existsSync(bulkPath(folder, each.sha256)));
  if (lost !== undefined) throw new Error(`bulk file ${lost.name} was taken away`);
  mkdirSync(join(home(folder), "files"), { recursive: true });
  syncFile(join(home(folder), "files"));
  const draft = join(home(folder), `.${bulk.release}.${process.pid}`);
  writeFileSync(draft, JSON.stringify(bulk));
  syncFile(draft);
  renameSync(draft, indexFile(folder, bulk.release));
  syncFile(home(folder));
}

/** Removes the bulk of releases that do not stay, and files that no release names. */
export function sweepBulk(folder: string, stay: ReadonlySet<string>): void {
  if (!existsSync(home(folder))) return;
  const used = new Set<string>();
  for (const name of readdirSync(home(folder))) {
    if (name === "files") continue;
    const release = /^([0-9a-f]+)\.json$/.exec(name)?.[1];
    if (release !== undefined && stay.has(release)) for (const each of readBulk(folder, release)?.files ?? []) used.add(each.sha256);
    else if (release !== undefined || isOld(join(home(folder), name))) rmSync(join(home(folder), name), { force: true });
  }
  const files = join(home(folder), "files");
  if (!existsSync(files)) return;
  for (const name of readdirSync(files)) if (!used.has(name) && isOld(join(files, name))) rmSync(join(files, name), { force: true });
}

/** Whether what was begun is so old that nobody is writing it any more. */
export function isOld(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return found !== undefined && Date.now() - found.mtimeMs > grace;
}
