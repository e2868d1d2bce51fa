import { parentPort } from "node:worker_threads";
import { printPdf } from "./print-pdf.ts";
import { printPicture } from "./print-picture.ts";
import { printWord } from "./print-word.ts";
import type { PrintAnswer, PrintJob } from "./printer.ts";

async function printed(job: PrintJob): Promise<Buffer> {
  if (job.kind === "png") return printPicture(job.picture);
  return job.kind === "pdf" ? printPdf(job.document) : printWord(job.document);
}

parentPort?.on("message", async ({ id, job }: { readonly id: number; readonly job: PrintJob }) => {
  const answer: PrintAnswer = await printed(job).then(
    (bytes) => ({ id, bytes: new Uint8Array(bytes) }),
    (error: unknown) => ({ id, wrong: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
  parentPort?.postMessage(answer);
});
