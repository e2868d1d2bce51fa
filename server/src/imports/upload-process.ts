import { PeilError } from "@peil/core/errors.ts";
import type { Language } from "@peil/core/model/text.ts";
import { openDocuments, type WorkingCopyPlace } from "../working-copy.ts";
import { importFiles } from "./import.ts";
import type { ImportOptions } from "./options.ts";
import { printReport } from "./print.ts";

/** What a process that imports is told to do. */
export type UploadOrder = {
  readonly paths: readonly string[];
  readonly place: WorkingCopyPlace;
  readonly options: ImportOptions;
  readonly language: Language;
};

/** How it went: what the report says, or the error of the catalogue, or what a programmer wants to know. */
export type UploadOutcome =
  | { readonly imported: boolean; readonly said: string }
  | { readonly code: PeilError["code"]; readonly details: PeilError["details"] }
  | { readonly bug: string };

/** Imports as `peil import` does. */
async function work({ paths, place, options, language }: UploadOrder): Promise<UploadOutcome> {
  try {
    const documents = await openDocuments(place);
    try {
      const report = await importFiles(paths, { documents, folder: place.data }, options);
      return { imported: report.outcome !== "refused", said: printReport(report, language) };
    } finally {
      await documents.close();
    }
  } catch (error) {
    if (error instanceof PeilError) return { code: error.code, details: error.details };
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// Nobody waits any more: what was not committed has not happened.
process.once("disconnect", () => process.exit(1));
process.once("message", async (order: UploadOrder) => {
  const outcome = await work(order);
  process.send?.(outcome, () => process.exit(0));
});
