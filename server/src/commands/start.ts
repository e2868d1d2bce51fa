import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { type Command, type CommandContext, refuseStray, withDocuments } from "./command.ts";

/** `peil start`: everything at once, for the first time and every time after. */
export const startCommand: Command = {
  name: "start",
  usage: "",
  summary: { nl: "Start Peil: de eerste keer met de startinhoud.", en: "Starts Peil: the first time with the starter content." },
  help: {
    nl: "Is er nog niets gepubliceerd, dan leest dit commando de startinhoud in (PEIL_STARTER) en publiceert ze. Daarna: zoals peil serve.",
    en: "Where nothing was published yet, this command imports the starter content (PEIL_STARTER) and publishes it. Then: like peil serve.",
  },
  async run(args, context) {
    refuseStray(this, args, 0);
    const { readPointer } = await import("../publish/release-files.ts");
    if (readPointer(context.config.data) === undefined) {
      const code = await fill(context);
      if (code !== 0) return code;
      if (context.config.bulk && readPointer(context.config.data) !== undefined) makeBulkAside();
    }
    await context.serve();
    return 0;
  },
};

/** Each step is a process of its own: what it needed of memory is gone when the site is served. */
async function fill(context: CommandContext): Promise<number> {
  const { starter } = context.config;
  if (!existsSync(join(starter, "peil.json"))) {
    context.tell({
      nl: `Er is geen startinhoud in ${starter}; de site start leeg. Lees gegevens in met: peil import.`,
      en: `There is no starter content in ${starter}; the site starts empty. Bring data in with: peil import.`,
    });
    return 0;
  }
  if (await isEmpty(context)) {
    context.tell({ nl: "Eerste start: de startinhoud wordt ingelezen …", en: "First start: importing the starter content …" });
    const code = await runStep(["import", starter]);
    if (code !== 0) return code;
  }
  context.tell({ nl: "De inhoud wordt gepubliceerd …", en: "Publishing the content …" });
  // Readers need not wait for files of the whole: these follow when the site is served.
  return runStep(["publish", "--no-bulk"]);
}

/** Makes the files of the release that was just published, in a process of its own that lets readers go first. */
function makeBulkAside(): void {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../cli.ts"), "publish"], { stdio: "ignore" });
  child.on("error", () => {});
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
  process.once("exit", () => void child.kill("SIGTERM"));
  child.unref();
}

function isEmpty(context: CommandContext): Promise<boolean> {
  return withDocuments(context, async (documents) => (await documents.loads()).length === 0);
}

function runStep(args: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [join(import.meta.dirname, "../cli.ts"), ...args], { stdio: "inherit" });
  const stop = (): void => void child.kill("SIGTERM");
  process.once("SIGTERM", stop);
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => {
      process.off("SIGTERM", stop);
      resolve(code ?? 1);
    });
  });
}
