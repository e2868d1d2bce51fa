import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";
import { Zip, type ZipInputFile } from "fflate";

/** A file of an archive: its bytes as they come. */
export type ArchiveEntry = { readonly path: string; readonly chunks: AsyncIterable<Uint8Array> };

/** Always the same moment, so that the same content gives the same bytes. */
const moment = new Date(2000, 0, 1);

/** DEFLATE, as archives number their ways of compression. */
const deflated = 8;

/**
 * A ZIP archive, byte by byte as its files come: one file after the other, nothing of them is kept. The runtime compresses, beside the
 * thread that answers; the library writes the headers. Sizes stand behind the files.
 */
export async function* writeArchive(entries: AsyncIterable<ArchiveEntry>): AsyncGenerator<Uint8Array, void, undefined> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  function* taken(): Generator<Uint8Array, void, undefined> {
    const out = ready;
    ready = [];
    yield* out;
  }
  for await (const { path, chunks } of entries) {
    const file: ZipInputFile = { filename: path, compression: deflated, size: 0, crc: 0, mtime: moment };
    zip.add(file);
    for await (const chunk of Readable.from(weighed(chunks, file)).compose(createDeflateRaw({ level: 5, chunkSize: 64 * 1024 }))) {
      file.ondata?.(null, chunk as Uint8Array<ArrayBuffer>, false);
      yield* taken();
    }
    file.ondata?.(null, new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** The same bytes; the file learns their size and checksum as they pass. */
async function* weighed(chunks: AsyncIterable<Uint8Array>, file: ZipInputFile): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const chunk of chunks) {
    file.size += chunk.length;
    file.crc = crc32(chunk, file.crc);
    yield chunk;
  }
}
