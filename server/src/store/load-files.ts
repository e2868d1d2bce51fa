import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { Documents, Load } from "./documents.ts";

/** Name of the file that says which process is writing a load. */
const writerFile = ".writer";

/** A name for a new load: its moment and some chance. @param at ISO moment */
export function newLoadId(at: string): string {
  const digits = at.replace(/\D/g, "").slice(0, 14);
  return `${digits}-${randomBytes(4).toString("hex")}`;
}

/** Folder of a load. @param folder the data folder */
export function loadFolder(folder: string, id: string): string {
  return join(folder, "loads", id);
}

/** Makes the folder of a load and marks it as being written by this process. */
export async function startLoad(home: string): Promise<void> {
  try {
    await mkdir(dirname(home), { recursive: true });
    await mkdir(home);
    await writeFile(join(home, writerFile), JSON.stringify({ pid: process.pid, host: hostname() }));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EACCES" || code === "EPERM" || code === "EROFS") fail("folder-unwritable", { folder: dirname(home) });
    if (code === "ENOSPC") fail("disk-full", { folder: dirname(home) });
    throw error;
  }
}

/** Waits until a file, or the names in a folder, are on disk. */
export async function sync(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** SHA-256 of a file. */
export async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

/**
 * Removes the folders of loads that were begun and never recorded, such as after a crash; what a living process is writing
 * stays. @returns the names of what was removed
 */
export async function sweepLoads(folder: string, documents: Documents): Promise<readonly string[]> {
  // Listed before the records are read: a load that is recorded in between is found among them.
  const found = await readdir(join(folder, "loads"), { withFileTypes: true }).catch(() => []);
  const recorded = new Set((await documents.loads()).map((load) => load.id));
  const removed: string[] = [];
  for (const each of found) {
    if (!each.isDirectory() || recorded.has(each.name) || !/^\d{14}-[0-9a-f]{8}$/.test(each.name)) continue;
    const home = loadFolder(folder, each.name);
    if (await beingWritten(home)) continue;
    await rm(home, { recursive: true, force: true });
    removed.push(each.name);
  }
  return removed;
}

/**
 * Removes the files of a load whose commit failed. Where the connection broke off nobody knows how the commit ended: the files
 * stay when the load is recorded after all, or when that cannot be asked.
 */
export async function discardLoad(folder: string, id: string, documents: Documents): Promise<void> {
  const recorded = await documents.loads().then(
    (loads) => loads.some((load) => load.id === id),
    () => true,
  );
  if (!recorded) await rm(loadFolder(folder, id), { recursive: true, force: true });
}

const day = 86_400_000;

async function beingWritten(home: string): Promise<boolean> {
  const path = join(home, writerFile);
  const text = await readFile(path, "utf8").catch(() => undefined);
  const age =
    Date.now() -
    (await stat(text === undefined ? home : path).then(
      (each) => each.mtimeMs,
      () => 0,
    ));
  const writer = parseWriter(text);
  // On another machine, or before the mark was made, nothing tells whether the process lives: a day is long enough.
  if (writer === undefined || writer.host !== hostname()) return age < day;
  return alive(writer.pid);
}

function parseWriter(text: string | undefined): { pid: number; host: string } | undefined {
  try {
    const found: unknown = JSON.parse(text ?? "");
    if (typeof found !== "object" || found === null || !("pid" in found) || !("host" in found)) return undefined;
    return { pid: Number(found.pid), host: String(found.host) };
  } catch {
    return undefined;
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * Checks that the files of loads that count are there, and with `thorough` that they are unchanged.
 * @throws `load-missing`
 */
export async function checkLoads(folder: string, loads: readonly Load[], thorough = false): Promise<void> {
  for (const load of loads.filter((each) => !each.undone)) {
    for (const part of load.parts) {
      const path = join(loadFolder(folder, load.id), part.file);
      const there = await stat(path).then(
        (each) => each.isFile() && each.size > 0,
        () => false,
      );
      const same = !thorough || part.hash === undefined || (there && (await hashOf(path)) === part.hash);
      if (!there || !same) fail("load-missing", { id: load.id, file: join("loads", load.id, part.file) });
    }
  }
}
