import { fork } from "node:child_process";
import { fail, PeilError } from "@peil/core/errors.ts";
import type { UploadOrder, UploadOutcome } from "./upload-process.ts";

/** Imports files that programs sent. */
export type Uploads = {
  /**
   * Imports into the working copy, all or nothing, after those that came before. What stands in the way is said in `said`.
   * @throws `upload-busy`, and what opening a working copy throws
   */
  import(order: UploadOrder): Promise<{ readonly imported: boolean; readonly said: string }>;
  close(): Promise<void>;
};

/** How many wait for their turn at most, and how much memory an import gets beside its engine, in MB. */
const [most, memory] = [20, 1024] as const;

/**
 * Imports one after the other, each in a process of its own: readers do not wait for it, and what breaks there breaks nothing
 * here. A process whose server ends, ends with it.
 */
export function openUploads(): Uploads {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  const running = new AbortController();
  return {
    async import(order) {
      if (waiting >= most) fail("upload-busy", { count: waiting });
      waiting++;
      const turn = last.then(() => importApart(order, running.signal)).finally(() => waiting--);
      last = turn.catch(() => undefined);
      const outcome = await turn;
      if ("said" in outcome) return outcome;
      if ("code" in outcome) throw new PeilError(outcome.code, outcome.details);
      throw new Error(`the import failed: ${outcome.bug}`);
    },
    async close() {
      running.abort();
      await last;
    },
  };
}

function importApart(order: UploadOrder, signal: AbortSignal): Promise<UploadOutcome> {
  return new Promise((resolve, reject) => {
    const child = fork(new URL("./upload-process.ts", import.meta.url), {
      execArgv: [`--max-old-space-size=${memory}`],
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      signal,
    });
    child.once("message", (outcome: UploadOutcome) => resolve(outcome));
    child.once("error", reject);
    child.once("exit", (code, killed) => reject(new Error(`the importing process ended with ${code ?? killed}`)));
    child.send(order);
  });
}
