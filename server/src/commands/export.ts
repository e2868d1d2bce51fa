import { resolve } from "node:path";
import { fail } from "@peil/core/errors.ts";
import { type Command, withDocuments } from "./command.ts";

/** `peil export`: the whole working copy as a folder that another Peil can import. */
export const exportCommand: Command = {
  name: "export",
  usage: "FOLDER",
  summary: { nl: "Schrijft de hele werkkopie in een map.", en: "Writes the whole working copy into a folder." },
  help: {
    nl: "In uitwisselformaat: catalogus, grenzen en cijfers, met codes. De map moet nieuw of leeg zijn. Inlezen: peil import FOLDER.",
    en: "In exchange format: catalogue, borders and figures, by codes. The folder must be new or empty. To bring it in: peil import FOLDER.",
  },
  async run(args, context) {
    const target = args[0];
    if (target === undefined || args.length > 1)
      return fail("command-wrong", { given: ["export", ...args].join(" "), usage: "peil export FOLDER" });
    const { config, tell } = context;
    // Loaded only here: a server that serves pages needs none of it.
    const { exportExchange } = await import("../connectors/exchange-out.ts");
    const data = await withDocuments(context, (documents) =>
      exportExchange(
        resolve(target),
        { folder: config.data, documents, close: async () => {} },
        { memory: config.memory, threads: config.threads },
      ),
    );
    tell({
      nl: `Geschreven: ${data.indicators.length} onderwerpen en ${data.areas.length} gebieden in ${resolve(target)}.`,
      en: `Written: ${data.indicators.length} indicators and ${data.areas.length} areas in ${resolve(target)}.`,
    });
    return 0;
  },
};
