import { userInfo } from "node:os";
import { fail, PeilError } from "@peil/core/errors.ts";
import { say, type Text } from "@peil/core/model/text.ts";
import { type CommandContext, helpOf } from "./commands/command.ts";
import { refuseBroken, refuseEmptied } from "./commands/data-folder.ts";
import { sentenceOf } from "./commands/fault.ts";
import { commands } from "./commands/index.ts";
import { type Config, isDebugging, readConfig, readLanguage } from "./config.ts";

/** Runs `peil` with what stands behind it. @returns the exit code */
export async function run(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  const language = readLanguage();
  if (name === undefined || name === "help" || name === "--help" || name === "-h") {
    process.stdout.write(overview());
    return name === undefined ? 2 : 0;
  }
  let config: Config | undefined;
  try {
    const command = commands.find((each) => each.name === name);
    if (command === undefined)
      return fail("command-wrong", { given: name, usage: `peil ${commands.map((each) => each.name).join(" | ")}` });
    config = readConfig();
    if (command.ownHelp !== true && (rest.includes("--help") || rest.includes("-h"))) {
      process.stdout.write(helpOf(command, { config }));
      return 0;
    }
    return await command.run(rest, contextOf(config));
  } catch (error) {
    process.stderr.write(`${sentenceOf(error, language, config?.data)}\n`);
    if (isDebugging() && error instanceof Error && !(error instanceof PeilError)) process.stderr.write(`${error.stack}\n`);
    return error instanceof PeilError && error.code === "command-wrong" ? 2 : 1;
  }

  function overview(): string {
    const width = Math.max(...commands.map((each) => each.name.length + each.usage.length + 1));
    const lines = commands.map((each) => `  ${`${each.name} ${each.usage}`.padEnd(width + 2)}${say(each.summary, language)}`);
    const use = language === "nl" ? "Gebruik: peil COMMANDO [--help]" : "Use: peil COMMAND [--help]";
    return `${use}\n\n${lines.join("\n")}\n`;
  }
}

function contextOf(config: Config): CommandContext {
  const tell = (text: Text): void => void process.stdout.write(`${say(text, config.language)}\n`);
  const ready = (port: number): void => {
    const address = config.origin ?? `http://localhost:${port}`;
    tell({ nl: `Peil staat klaar op ${address}. Stoppen: Ctrl-C.`, en: `Peil is ready at ${address}. To stop: Ctrl-C.` });
  };
  return {
    config,
    tell,
    write: (text) => void process.stdout.write(text),
    warn: (text) => void process.stderr.write(text),
    // Loaded when they are needed: help and a wrong word answer at once.
    openDocuments: async (complete = true) => {
      const documents = await (await import("./working-copy.ts")).openDocuments(config, complete);
      try {
        if (config.databaseUrl === undefined) refuseEmptied(config.data, (await documents.history(1)).length);
      } catch (error) {
        await documents.close();
        throw error;
      }
      return documents;
    },
    serve: async () => {
      refuseBroken(config.data);
      await (await import("./main.ts")).serve(config, ready);
    },
    now: () => new Date().toISOString(),
    user: userInfo().username,
  };
}

process.exit(await run(process.argv.slice(2)));
