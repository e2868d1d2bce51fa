import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Readable } from "node:stream";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import yauzl from "yauzl";
import { refuse } from "./problems.ts";

/** How far a packed file may unpack. Above `freely` bytes the ratio counts too: real sheets stay far below it. */
export const limits = { unpacked: 4 * 2 ** 30, ratio: 300, freely: 100 * 2 ** 20, entries: 2000 };

/** A file in a zip. */
export type Entry = { readonly name: string; readonly size: number; readonly packed: number };

/** Opens a zip, hands it to `use` and closes it. */
async function withZip<T>(path: string, file: string, use: (zip: yauzl.ZipFile) => Promise<T>): Promise<T> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, opened) => (error ? reject(error) : resolve(opened)));
  }).catch((error: Error) => refuse("file-damaged", { file }, { what: error.message }));
  try {
    return await use(zip);
  } finally {
    zip.close();
  }
}

async function eachEntry(zip: yauzl.ZipFile, take: (entry: yauzl.Entry) => Promise<void>): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    zip.on("error", reject);
    zip.on("end", resolve);
    zip.on("entry", (entry) => take(entry).then(() => zip.readEntry(), reject));
    zip.readEntry();
  });
}

function streamOf(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))));
}

/** Names and sizes of what a zip holds. Refuses what would unpack beyond the limits. */
export async function listZip(path: string, file: string): Promise<readonly Entry[]> {
  const out: Entry[] = [];
  await withZip(path, file, (zip) =>
    eachEntry(zip, async (entry) => {
      if (!entry.fileName.endsWith("/")) out.push({ name: entry.fileName, size: entry.uncompressedSize, packed: entry.compressedSize });
    }),
  ).catch((error: unknown) => damaged(error, file));
  const size = out.reduce((sum, each) => sum + each.size, 0);
  const packed = out.reduce((sum, each) => sum + each.packed, 0);
  if (out.length > limits.entries || size > limits.unpacked || (size > limits.freely && size > packed * limits.ratio)) {
    refuse("file-too-large", { file }, { size: Math.round(size / 2 ** 20) });
  }
  return out;
}

/**
 * Unpacks every file once into nothing, so that sizes that the zip states falsely, and damage, come to light before a reader
 * trusts them.
 */
export async function verifyZip(path: string, file: string): Promise<void> {
  await withZip(path, file, (zip) =>
    eachEntry(zip, async (entry) => {
      if (entry.fileName.endsWith("/")) return;
      await pipeline(await streamOf(zip, entry), new Writable({ write: (_chunk, _encoding, done) => done() }));
    }),
  ).catch((error: unknown) => damaged(error, file));
}

/** Unpacks the files of a zip into a folder. @returns their names and where they lie */
export async function unpackZip(path: string, file: string, folder: string): Promise<{ name: string; path: string }[]> {
  await mkdir(folder, { recursive: true });
  const out: { name: string; path: string }[] = [];
  await withZip(path, file, (zip) =>
    eachEntry(zip, async (entry) => {
      const name = basename(entry.fileName.replaceAll("\\", "/"));
      if (entry.fileName.endsWith("/") || name.startsWith(".") || entry.fileName.startsWith("__MACOSX")) return;
      const target = join(folder, `${out.length}`);
      await pipeline(await streamOf(zip, entry), createWriteStream(target));
      out.push({ name, path: target });
    }),
  ).catch((error: unknown) => damaged(error, file));
  return out;
}

function damaged(error: unknown, file: string): never {
  if (error instanceof Error && error.name === "ImportRefusal") throw error;
  return refuse("file-damaged", { file }, { what: error instanceof Error ? error.message : String(error) });
}
