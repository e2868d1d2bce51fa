import { say } from "@peil/core/model/text.ts";
import { type Command, refuseStray } from "./command.ts";

const noneEarlier = {
  nl: "Er is geen vroegere publicatie om naar terug te gaan. Kies er een uit: peil releases.",
  en: "There is no earlier release to go back to. Choose one from: peil releases.",
};

/** `peil rollback`: an earlier release comes back. */
export const rollbackCommand: Command = {
  name: "rollback",
  usage: "[ID]",
  summary: { nl: "Zet een vorige publicatie terug online.", en: "Puts an earlier release back online." },
  help: {
    nl: "Zonder ID de publicatie voor de huidige. Kies een ID uit: peil releases. De werkkopie verandert niet.",
    en: "Without an ID the release before the current one. Choose an ID from: peil releases. The working copy does not change.",
  },
  async run(args, { config, tell, warn }) {
    refuseStray(this, args, 1);
    const [wanted] = args;
    const { refuseDamagedPointer, refuseDamagedReleases } = await import("./data-folder.ts");
    refuseDamagedReleases(config.data);
    if (wanted === undefined) {
      refuseDamagedPointer(config.data);
      const { listReleases, readPointer } = await import("../publish/release-files.ts");
      if (listReleases(config.data).at(-1)?.id === readPointer(config.data)) {
        warn(`${say(noneEarlier, config.language)}\n`);
        return 1;
      }
    }
    const { rollback } = await import("../publish/publish.ts");
    const id = rollback(config.data, wanted);
    tell({ nl: `Nu online: ${id}.`, en: `Now online: ${id}.` });
    return 0;
  },
};
