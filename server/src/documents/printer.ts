import { Worker } from "node:worker_threads";
import type { PrintedDocument, PrintedPicture } from "@peil/core/api-print.ts";
import { PeilError } from "@peil/core/errors.ts";

/** Something to be printed. */
export type PrintJob =
  | { readonly kind: "pdf" | "docx"; readonly document: PrintedDocument }
  | { readonly kind: "png"; readonly picture: PrintedPicture };

/** What the thread answers. */
export type PrintAnswer = { readonly id: number } & ({ readonly bytes: Uint8Array } | { readonly wrong: string });

/** Prints beside the thread that answers readers. */
export type Printer = {
  /** @throws `print-busy` where too much waits already */
  print(job: PrintJob): Promise<Buffer>;
  close(): Promise<void>;
};

type Waiting = { readonly done: (bytes: Buffer) => void; readonly failed: (error: Error) => void };

/** More than this wait for nothing: a reader has gone by then. */
const most = 40;
/** A document that is not there by then never comes. */
const patience = 60_000;

/** Opens a printer. Its thread starts with the first job and keeps no process alive. */
export function openPrinter(): Printer {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function stop(error: Error): void {
    void worker?.terminate();
    worker = undefined;
    for (const each of waiting.values()) each.failed(error);
    waiting.clear();
  }

  function start(): Worker {
    const made = new Worker(new URL("./printer-worker.ts", import.meta.url));
    made.on("message", (answer: PrintAnswer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ("bytes" in answer) one?.done(Buffer.from(answer.bytes));
      else one?.failed(new Error(answer.wrong));
      if (waiting.size === 0) made.unref();
    });
    made.on("error", (error) => {
      if (worker === made) stop(error instanceof Error ? error : new Error(String(error)));
    });
    made.on("exit", () => {
      if (worker === made) stop(new Error("the printing thread ended"));
    });
    return made;
  }

  return {
    print(job) {
      if (waiting.size >= most) return Promise.reject(new PeilError("print-busy", {}));
      worker ??= start();
      worker.ref();
      const id = ++last;
      const own = worker;
      return new Promise<Buffer>((resolve, reject) => {
        const late = setTimeout(() => stop(new Error(`printing took longer than ${patience} ms`)), patience);
        const end =
          <T>(then: (value: T) => void) =>
          (value: T): void => {
            clearTimeout(late);
            then(value);
          };
        waiting.set(id, { done: end(resolve), failed: end(reject) });
        own.postMessage({ id, job });
      });
    },
    async close() {
      const own = worker;
      stop(new Error("the printer was closed"));
      await own?.terminate();
    },
  };
}
