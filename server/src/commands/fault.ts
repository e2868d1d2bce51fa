import { dirname, relative } from "node:path";
import { explainError, PeilError } from "@peil/core/errors.ts";
import { type Language, say, type Text } from "@peil/core/model/text.ts";

/** What a user reads when a command fails: one sentence that says what, where and the mend. */
export function sentenceOf(error: unknown, language: Language, folder: string | undefined): string {
  const fault = folder === undefined ? error : recognise(error, folder);
  if (!(fault instanceof PeilError)) {
    // The engines add lines of SQL; the first says what happened.
    const text = (fault instanceof Error ? fault.message : String(fault)).split("\n")[0]?.trim() ?? "";
    return say({ nl: `Er ging iets mis: ${text}`, en: `Something went wrong: ${text}` }, language);
  }
  if (folder !== undefined && isEmptyFolder(fault)) return say(nothingYet(folder), language);
  const { message, mend } = explainError(fault, language);
  if (!mend.startsWith("peil ")) return `${message} ${mend}`.trim();
  return `${message} ${say({ nl: `Herstel met: ${mend}.`, en: `Mend it with: ${mend}.` }, language)}`;
}

/** No site was ever committed: the folder is new. Documents that were lost are told from it before. */
function isEmptyFolder(error: PeilError): boolean {
  return error.code === "data-damaged" && error.details.what === "site";
}

function nothingYet(folder: string): Text {
  return {
    nl: `De gegevensmap ${folder} is nog leeg. Begin met de startinhoud (peil start) of met een site in uitwisselformaat (peil import MAP).`,
    en: `The data folder ${folder} is still empty. Begin with the starter content (peil start) or with a site in exchange format (peil import FOLDER).`,
  };
}

/** Turns what the system and the engine of figures throw into an error of the catalogue, where it is one. */
function recognise(error: unknown, folder: string): unknown {
  if (!(error instanceof Error) || error instanceof PeilError) return error;
  const code = "code" in error ? error.code : undefined;
  if (code === "ENOSPC") return new PeilError("disk-full", { folder });
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    const path = "path" in error && typeof error.path === "string" ? dirname(error.path) : folder;
    return new PeilError("folder-unwritable", { folder: path });
  }
  const file = /No magic bytes|corrupt|TProtocol|too small to be a Parquet/i.test(error.message)
    ? /['"]([^'"]+\.(?:parquet|duckdb))['"]/.exec(error.message)?.[1]
    : undefined;
  if (file === undefined) return error;
  const load = /loads[\\/](\d{14}-[0-9a-f]{8})[\\/]/.exec(file)?.[1];
  if (load === undefined) return new PeilError("store-damaged", { file });
  return new PeilError("load-missing", { id: load, file: relative(folder, file) });
}
