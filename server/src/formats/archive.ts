import { Zip, ZipDeflate } from "fflate";

/** A file of an archive: its bytes as they come. */
export type ArchiveEntry = { readonly path: string; readonly chunks: AsyncIterable<Uint8Array> };

/** Always the same moment, so that the same content gives the same bytes. */
const moment = new Date(2000, 0, 1);

/** A ZIP archive, byte by byte as its files come: one file after the other, nothing of them is kept. Sizes stand behind the files. */
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
    const file = new ZipDeflate(path, { level: 5 });
    file.mtime = moment;
    zip.add(file);
    for await (const chunk of chunks) {
      file.push(chunk);
      yield* taken();
    }
    file.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
