import { fail } from "@peil/core/errors.ts";
import type { Documents, Load } from "../store/documents.ts";
import { type Command, type CommandContext, refuseStray, withDocuments } from "./command.ts";

/** `peil undo`: leaves the figures of an import out, or takes them in again. */
export const undoCommand: Command = {
  name: "undo",
  usage: "[LOAD] [--redo]",
  summary: { nl: "Maakt een import ongedaan.", en: "Undoes an import." },
  help: {
    nl: "LOAD is het nummer of de id van de import; zonder LOAD toont dit commando de imports. --redo neemt een ongedaan gemaakte import weer op. Daarna: peil publish.",
    en: "LOAD is the number or id of the import; without LOAD this command lists the imports. --redo takes an undone import in again. Then: peil publish.",
  },
  async run(args, context) {
    refuseStray(this, args, 1, ["--redo"]);
    const redo = args.includes("--redo");
    const wanted = args.find((each) => !each.startsWith("-"));
    const work = async (documents: Documents): Promise<void> => {
      const loads = await documents.loads();
      if (wanted === undefined) return list(loads, context);
      const load = loads.find((each) => each.id === wanted || String(each.number) === wanted) ?? fail("load-unknown", { id: wanted });
      await documents.undo(load.id, !redo, context.now(), context.user);
      context.tell(
        redo
          ? {
              nl: `Import ${load.number} telt weer mee. Publiceer met: peil publish.`,
              en: `Import ${load.number} counts again. Publish with: peil publish.`,
            }
          : {
              nl: `Import ${load.number} is ongedaan gemaakt. Publiceer met: peil publish.`,
              en: `Import ${load.number} was undone. Publish with: peil publish.`,
            },
      );
    };
    // An import whose files are lost is undone just because they are.
    await withDocuments(context, work, redo);
    return 0;
  },
};

function list(loads: readonly Load[], { tell }: CommandContext): void {
  if (loads.length === 0) tell({ nl: "Er is nog niets ingelezen.", en: "Nothing was imported yet." });
  for (const load of loads) {
    const what = `${load.number}  ${load.at}  ${load.by}  ${load.files.join(", ") || load.note}`;
    tell(load.undone ? { nl: `${what}  (ongedaan gemaakt)`, en: `${what}  (undone)` } : { nl: what });
  }
}
