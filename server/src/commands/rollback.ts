import type { Command } from "./command.ts";

/** `peil rollback`: an earlier release comes back. */
export const rollbackCommand: Command = {
  name: "rollback",
  usage: "[ID]",
  summary: { nl: "Zet een vorige publicatie terug online.", en: "Puts an earlier release back online." },
  help: {
    nl: "Zonder ID de publicatie voor de huidige. Kies een ID uit: peil releases. De werkkopie verandert niet.",
    en: "Without an ID the release before the current one. Choose an ID from: peil releases. The working copy does not change.",
  },
  async run([wanted], { config, tell }) {
    const { rollback } = await import("../publish/publish.ts");
    const id = rollback(config.data, wanted);
    tell({ nl: `Nu online: ${id}.`, en: `Now online: ${id}.` });
    return 0;
  },
};
