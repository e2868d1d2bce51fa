import { type Command, refuseStray } from "./command.ts";

/** `peil serve`: the site on its port. */
export const serveCommand: Command = {
  name: "serve",
  usage: "",
  summary: { nl: "Zet de site op haar poort.", en: "Serves the site on its port." },
  help: {
    nl: "Volgt elke nieuwe publicatie vanzelf. Poort en map: PEIL_PORT en PEIL_DATA, zie docs/configuration.md.",
    en: "Follows each new release by itself. Port and folder: PEIL_PORT and PEIL_DATA, see docs/configuration.md.",
  },
  async run(args, context) {
    refuseStray(this, args, 0);
    await context.serve();
    return 0;
  },
};
