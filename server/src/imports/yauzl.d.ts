declare module "yauzl" {
  import type { EventEmitter } from "node:events";
  import type { Readable } from "node:stream";

  namespace yauzl {
    type Entry = { readonly fileName: string; readonly uncompressedSize: number; readonly compressedSize: number };

    interface ZipFile extends EventEmitter {
      readEntry(): void;
      close(): void;
      openReadStream(entry: Entry, done: (error: Error | null, stream: Readable) => void): void;
      on(event: "entry", listener: (entry: Entry) => void): this;
      on(event: "end", listener: () => void): this;
      on(event: "error", listener: (error: Error) => void): this;
    }

    function open(
      path: string,
      options: { lazyEntries: boolean; autoClose: boolean },
      done: (error: Error | null, zip: ZipFile) => void,
    ): void;
  }

  export = yauzl;
}
