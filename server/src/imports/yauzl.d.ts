declare module "yauzl" {
  import type { EventEmitter } from "node:events";
  import type { Readable } from "node:stream";

  type Entry = { readonly fileName: string; readonly uncompressedSize: number; readonly compressedSize: number };
  type Done<T> = (error: Error | null, result: T) => void;

  interface ZipFile extends EventEmitter {
    readEntry(): void;
    close(): void;
    openReadStream(entry: Entry, done: Done<Readable>): void;
    on(event: "entry", listener: (entry: Entry) => void): this;
    on(event: "end", listener: () => void): this;
    on(event: "error", listener: (error: Error) => void): this;
  }

  const yauzl: { open(path: string, options: { lazyEntries: boolean; autoClose: boolean }, done: Done<ZipFile>): void };
  export type { Entry, ZipFile };
  export default yauzl;
}
