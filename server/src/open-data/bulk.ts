import { createWriteStream, rmSync } from "node:fs";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Bulk, type BulkFile, bulkPath, draftPath, keepBulkFile, knownBulkFiles, writeBulk } from "../publish/bulk-files.ts";
import type { Versions } from "../publish/versions.ts";
import type { Release } from "../release.ts";

/** What the bulk of a release is made of. */
export type BulkInput = {
  /** The data folder. */
  readonly folder: string;
  /** The release; figures are asked of it as readers ask. */
  readonly release: Release;
  readonly versions: Versions;
};

/** A file to be made. */
export type BulkTask = Pick<BulkFile, "name" | "type" | "key" | "indicator" | "theme"> & {
  /** Writes the file. @returns how many rows of figures it holds, where it has rows */
  write(path: string, made: (name: string) => string): Promise<{ readonly rows?: number }>;
};

/** Says which files of one kind a release has. Their order is that of the list; a task may read what stood before it. */
export type BulkWriter = (input: BulkInput) => readonly BulkTask[];

/** Files that are made at the same time: one asks figures while another is packed. */
const together = 2;

/**
 * Makes the files of a release and, when all are whole, names them its bulk. A file that would be as one of another release is that
 * file. What fails leaves everything as it was.
 */
export async function makeBulk(input: BulkInput, writers: readonly BulkWriter[]): Promise<Bulk> {
  const { folder, release } = input;
  const known = knownBulkFiles(folder);
  const made = new Map<string, BulkFile>();
  let number = 0;
  async function make(task: BulkTask): Promise<void> {
    const { write, ...about } = task;
    const same = known.get(task.key);
    const draft = draftPath(folder, number++);
    try {
      if (same === undefined) {
        const { rows } = await write(draft, (name) => bulkPath(folder, made.get(name)?.sha256 ?? ""));
        made.set(task.name, { ...about, ...(await keepBulkFile(folder, draft)), ...(rows === undefined ? {} : { rows }) });
      } else {
        const { size, sha256, rows } = same;
        made.set(task.name, { ...about, size, sha256, ...(rows === undefined ? {} : { rows }) });
      }
    } finally {
      rmSync(draft, { force: true });
    }
  }
  const order: string[] = [];
  for (const writer of writers) {
    const tasks = writer(input);
    order.push(...tasks.map((each) => each.name));
    const waiting = tasks.values();
    await Promise.all(
      Array.from({ length: together }, async () => {
        for (const task of waiting) await make(task);
      }),
    );
  }
  const bulk: Bulk = { release: release.id, at: release.at, files: order.flatMap((name) => made.get(name) ?? []) };
  writeBulk(folder, bulk);
  return bulk;
}

/** Writes bytes to a file, packed where that is asked. */
export async function writeBytes(path: string, bytes: AsyncIterable<Uint8Array>, packed: boolean): Promise<void> {
  const from = Readable.from(bytes, { objectMode: false });
  if (packed) await pipeline(from, createGzip({ level: 3, chunkSize: 256 * 1024 }), createWriteStream(path));
  else await pipeline(from, createWriteStream(path));
}
