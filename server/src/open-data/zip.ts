import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { Zip, ZipDeflate, ZipPassThrough } from "fflate";

/** A zip that is being written: what is put into it flows to disk. At most 4 GB, as the plain format has it. */
export type ZipWriter = {
  /** A text, compressed. */
  text(name: string, text: string): Promise<void>;
  /** A file that is compressed already. */
  file(name: string, path: string): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens a new zip.
 * @param at ISO moment that every entry carries, so that the same content gives the same zip
 */
export function openZip(path: string, at: string): ZipWriter {
  const out = createWriteStream(path);
  const done = finished(out);
  done.catch(() => {});
  const zip = new Zip((error, chunk, isLast) => {
    if (error) out.destroy(error);
    else out.write(chunk);
    if (isLast) out.end();
  });
  /** Waits until the disk has taken what it was given. */
  const drained = async (): Promise<void> => {
    if (out.writableNeedDrain) await Promise.race([once(out, "drain"), done]);
  };
  return {
    async text(name, text) {
      const entry = new ZipDeflate(name, { level: 6 });
      entry.mtime = at;
      zip.add(entry);
      entry.push(Buffer.from(text), true);
      await drained();
    },
    async file(name, from) {
      const entry = new ZipPassThrough(name);
      entry.mtime = at;
      zip.add(entry);
      for await (const chunk of createReadStream(from)) {
        entry.push(chunk as Buffer);
        await drained();
      }
      entry.push(new Uint8Array(), true);
      await drained();
    },
    async close() {
      zip.end();
      await done;
    },
  };
}
