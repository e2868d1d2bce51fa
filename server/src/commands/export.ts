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
    const { exportExchange } = await import("../imports/exchange-export.ts");
    const folder = resolve(target);
    await withDocuments(context, (documents) =>
      exportExchange({ folder: config.data, documents, close: async () => {} }, folder, { memory: config.memory, threads: config.threads }),
    );
    tell({ nl: `De werkkopie staat in ${folder}.`, en: `The working copy is in ${folder}.` });
    return 0;
  },
};
