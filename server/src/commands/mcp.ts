import { type Command, refuseStray } from "./command.ts";

/** `peil mcp`: the figures for an assistant on this machine. */
export const mcpCommand: Command = {
  name: "mcp",
  usage: "",
  summary: {
    nl: "Geeft een AI-assistent toegang tot de cijfers (Model Context Protocol).",
    en: "Gives an AI assistant access to the figures (Model Context Protocol).",
  },
  help: {
    nl: "De assistent start dit commando zelf en praat ermee over stdin en stdout; zie docs/mcp.md. Alleen lezen, alleen wat gepubliceerd is.",
    en: "The assistant starts this command itself and talks to it over stdin and stdout; see docs/mcp.md. Reads only, and only what is published.",
  },
  async run(args, { config, warn }) {
    refuseStray(this, args, 0);
    const { refuseBroken } = await import("./data-folder.ts");
    refuseBroken(config.data);
    const { openDuckdbCubes } = await import("../store/cubes-duckdb.ts");
    const { openReleases } = await import("../releases.ts");
    const { serveAssistant } = await import("../assistants/stdio.ts");
    const { views } = await import("../views/index.ts");
    const cubes = await openDuckdbCubes({ folder: config.data, memory: config.memory, threads: config.threads });
    const releases = await openReleases(config.data, cubes, (error) => warn(`${String(error)}\n`));
    try {
      releases.current();
      await serveAssistant({ releases, views, origin: config.origin }, warn);
    } finally {
      await releases.close();
      await cubes.close();
    }
    return 0;
  },
};
