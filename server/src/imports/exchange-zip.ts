import { createWriteStream, existsSync } from "node:fs";
import { mkdir, open, readdir } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fail } from "@peil/core/errors.ts";
import yauzl from "yauzl";

/** How far an exchange zip may unpack. */
const limits = { entries: 20_000, bytes: 16 * 2 ** 30 };

/**
 * Unpacks a zip with its folders, never outside `target`.
 * @param file its name in messages
 * @returns the folder in which `peil.json` lies: the target, or the one folder in it
 * @throws `exchange-path`, `exchange-unreadable`
 */
export async function unpackExchange(path: string, file: string, target: string): Promise<string> {
  const zip = await openZip(path, file);
  try {
    await eachFile(zip, file, (entry) => unpack(zip, entry, file, target));
  } finally {
    zip.close();
  }
  if (existsSync(join(target, "peil.json"))) return target;
  const inside = (await readdir(target)).find((name) => existsSync(join(target, name, "peil.json")));
  return inside === undefined ? target : join(target, inside);
}

/** Whether a file is a zip with `peil.json` in it, at the top or in the one folder that was packed. Never throws. */
export async function isExchangeZip(path: string): Promise<boolean> {
  const handle = await open(path).catch(() => undefined);
  const head = Buffer.alloc(4);
  try {
    if (handle === undefined || !(await handle.stat()).isFile()) return false;
    await handle.read(head, 0, 4, 0);
  } finally {
    await handle?.close();
  }
  if (head.readUInt32BE(0) !== 0x504b0304) return false;
  return findHead(path).catch(() => false);
}

function findHead(path: string): Promise<boolean> {
  return new Promise<boolean>((done, refuse) => {
    yauzl.open(path, { lazyEntries: true, autoClose: true }, (error, zip) => {
      if (error) return refuse(error);
      zip.on("error", refuse);
      zip.on("end", () => done(false));
      zip.on("entry", (entry: yauzl.Entry) => {
        if (!/^(?:[^/]+\/)?peil\.json$/.test(entry.fileName)) return zip.readEntry();
        zip.close();
        done(true);
      });
      zip.readEntry();
    });
  });
}

function openZip(path: string, file: string): Promise<yauzl.ZipFile> {
  return new Promise<yauzl.ZipFile>((done, refuse) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => (error ? refuse(error) : done(zip)));
  }).catch((error: unknown) => explain(error, file));
}

/** The reader refuses names that lead outside, and says so in its message. */
function explain(error: unknown, file: string): never {
  const message = error instanceof Error ? error.message : "";
  const bad = /^(?:invalid relative path|absolute path|invalid characters in fileName): (.*)$/.exec(message);
  if (bad) return fail("exchange-path", { file, path: bad[1] ?? "" });
  if (error instanceof Error && "code" in error && error.code === "ENOENT")
    return fail("exchange-file-missing", { file, folder: dirname(file) });
  if (error instanceof Error && error.name === "PeilError") throw error;
  return fail("exchange-unreadable", { file, why: message || "zip" });
}

async function eachFile(zip: yauzl.ZipFile, file: string, take: (entry: yauzl.Entry) => Promise<void>): Promise<void> {
  let entries = 0;
  let bytes = 0;
  await new Promise<void>((done, refuse) => {
    zip.on("error", refuse);
    zip.on("end", done);
    zip.on("entry", (entry: yauzl.Entry) => {
      entries++;
      bytes += entry.uncompressedSize;
      if (entries > limits.entries || bytes > limits.bytes) {
        refuse(new Error(`> ${limits.bytes / 2 ** 30} GB`));
        return;
      }
      take(entry).then(() => zip.readEntry(), refuse);
    });
    zip.readEntry();
  }).catch((error: unknown) => explain(error, file));
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, file: string, target: string): Promise<void> {
  if (entry.fileName.endsWith("/")) return;
  const path = resolve(target, entry.fileName);
  if (!path.startsWith(resolve(target) + sep)) fail("exchange-path", { file, path: entry.fileName });
  await mkdir(dirname(path), { recursive: true });
  const stream = await new Promise<Readable>((done, refuse) => {
    zip.openReadStream(entry, (error, found) => (error ? refuse(error) : done(found)));
  });
  await pipeline(stream, createWriteStream(path, { flags: "wx" }));
}
