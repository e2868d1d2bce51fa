import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { WorkingCopy } from "../working-copy.ts";
import type { Command, CommandContext } from "./command.ts";

/** `peil import`: files of a user, or a whole site in exchange format, into the working copy. */
export const importCommand: Command = {
  name: "import",
  usage: "FILE…",
  summary: { nl: "Leest bestanden in de werkkopie.", en: "Imports files into the working copy." },
  help: {
    nl: "Werkmappen, tekstbestanden, een zip daarvan, of een map in uitwisselformaat (met peil.json). Alles of niets. Daarna: peil publish.",
    en: "Workbooks, text files, a zip of those, or a folder in exchange format (with peil.json). All or nothing. Then: peil publish.",
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
      const [first] = args;
      if (args.length === 1 && first !== undefined && existsSync(join(first, "peil.json")))
        return await importSite(resolve(first), await open(), context);
      return await importFiles(args, open, context);
    } finally {
      await opened?.close();
    }
  },
};

async function importSite(folder: string, workingCopy: WorkingCopy, { config, now, tell, user }: CommandContext): Promise<number> {
  // Loaded only here: a server that serves pages needs none of it.
  const { importExchange } = await import("../imports/exchange.ts");
  const engine = { memory: config.memory, threads: config.threads };
  const done = await importExchange(folder, workingCopy, { by: user, at: now(), note: "", engine, progress: tell });
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
