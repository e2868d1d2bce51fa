import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { WorkingCopy } from "../working-copy.ts";
import type { Command, CommandContext } from "./command.ts";

/** `peil import`: files of a user, or a whole site in exchange format, into the working copy. */
export const importCommand: Command = {
  name: "import",
  usage: "FILE…",
  summary: { nl: "Leest bestanden in de werkkopie.", en: "Imports files into the working copy." },
  help: {
    nl: "Werkmappen, tekstbestanden, een zip daarvan, of een map of zip in uitwisselformaat (met peil.json). Alles of niets. Daarna: peil publish.",
    en: "Workbooks, text files, a zip of those, or a folder or zip in exchange format (with peil.json). All or nothing. Then: peil publish.",
  },
  ownHelp: true,
  async run(args, context) {
    let opened: WorkingCopy | undefined;
    const open = async (): Promise<WorkingCopy> => {
      const documents = await context.openDocuments();
      opened = { folder: context.config.data, documents, close: () => documents.close() };
      return opened;
    };
    try {
      const site = await siteOf(args, context);
      if (site !== undefined) return await importSite(site, await open(), context);
      return await importFiles(args, open, context);
    } finally {
      await opened?.close();
    }
  },
};

/** A site in exchange format, and what its import is to be called. */
type Site = { readonly path: string; readonly by: string; readonly note: string };

/** The site that is asked for, or undefined where the files are those of a user. @throws `command-wrong` */
async function siteOf(args: readonly string[], { user }: CommandContext): Promise<Site | undefined> {
  // Loaded only here: a server that serves pages needs none of it.
  const { parseImportArgs } = await import("../imports/command.ts");
  const { isExchangeZip } = await import("../imports/exchange-zip.ts");
  const parsed = parseImportArgs(args);
  for (const file of parsed?.files ?? []) {
    if (!existsSync(join(file, "peil.json")) && !(await isExchangeZip(file))) continue;
    const stray =
      args.find((each) => each.startsWith("-") && !/^--(by|note)(=|$)/.test(each)) ?? parsed?.files.find((each) => each !== file);
    if (stray !== undefined)
      return fail("command-wrong", { given: `import ${file} ${stray}`, usage: "peil import FOLDER|ZIP [--by NAME] [--note TEXT]" });
    return { path: resolve(file), by: parsed?.options.by || user, note: parsed?.options.note ?? "" };
  }
  return undefined;
}

async function importSite({ path, by, note }: Site, workingCopy: WorkingCopy, { config, now, tell }: CommandContext): Promise<number> {
  const { importExchange } = await import("../imports/exchange.ts");
  const engine = { memory: config.memory, threads: config.threads };
  const done = await importExchange(path, workingCopy, { by, at: now(), note, engine, progress: tell });
  tell({
    nl: `Ingelezen: ${done.indicators} onderwerpen, ${done.areas} gebieden, ${done.figures.toLocaleString("nl-BE")} cijfers (import ${done.number}).`,
    en: `Imported: ${done.indicators} indicators, ${done.areas} areas, ${done.figures.toLocaleString("en-GB")} figures (import ${done.number}).`,
  });
  return 0;
}

async function importFiles(
  args: readonly string[],
  workingCopy: () => Promise<WorkingCopy>,
  { config, write, warn }: CommandContext,
): Promise<number> {
  const { importCommand: importUserFiles } = await import("../imports/command.ts");
  return importUserFiles(args, { workingCopy, out: write, err: warn, language: config.language });
}
