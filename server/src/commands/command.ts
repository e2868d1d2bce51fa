import { fail } from "@peil/core/errors.ts";
import type { Text } from "@peil/core/model/text.ts";
import { say } from "@peil/core/model/text.ts";
import type { Config } from "../config.ts";
import type { Documents } from "../store/documents.ts";

/** What a command works with. */
export type CommandContext = {
  readonly config: Config;
  /** Writes a line for the user, in the language of the terminal. */
  readonly tell: (text: Text) => void;
  /** Writes text as it is: what was asked for, and what is said beside it. */
  readonly write: (text: string) => void;
  readonly warn: (text: string) => void;
  /** Opens the documents of the working copy; whoever opens closes. */
  /** `complete`: the files of every load must be there. */
  readonly openDocuments: (complete?: boolean) => Promise<Documents>;
  /** Serves the site until it is told to stop. */
  readonly serve: () => Promise<void>;
  /** The moment, ISO, and who works. */
  readonly now: () => string;
  readonly user: string;
};

/** A command of `peil`. */
export type Command = {
  readonly name: string;
  /** What stands behind the name. */
  readonly usage: string;
  readonly summary: Text;
  /** What `--help` says beside the summary. */
  readonly help: Text;
  /** Whether the command answers to `--help` itself. */
  readonly ownHelp?: boolean;
  /** @returns the exit code */
  run(args: readonly string[], context: CommandContext): Promise<number>;
};

/** What `peil NAME --help` prints. */
export function helpOf(command: Command, context: Pick<CommandContext, "config">): string {
  const { language } = context.config;
  const use = language === "nl" ? "Gebruik" : "Use";
  const line = `${use}: peil ${command.name} ${command.usage}`.trimEnd();
  return `${say(command.summary, language)}\n\n${line}\n\n${say(command.help, language)}\n`;
}

/** Refuses what a command does not know: a choice that is mistyped would do something else than was meant. @throws `command-wrong` */
export function refuseStray(
  command: Pick<Command, "name" | "usage">,
  args: readonly string[],
  most: number,
  flags: readonly string[] = [],
): void {
  const stray = args.find((each) => each.startsWith("-") && !flags.includes(each)) ?? args.filter((each) => !each.startsWith("-"))[most];
  if (stray !== undefined)
    fail("command-wrong", { given: `${command.name} ${stray}`, usage: `peil ${command.name} ${command.usage}`.trimEnd() });
}

/** Runs work on the documents and closes them, also when it fails. */
export async function withDocuments<T>(context: CommandContext, work: (documents: Documents) => Promise<T>, complete = true): Promise<T> {
  const documents = await context.openDocuments(complete);
  try {
    return await work(documents);
  } finally {
    await documents.close();
  }
}
