import { type Command, refuseStray } from "./command.ts";

/** `peil releases`: what can be gone back to. */
export const releasesCommand: Command = {
  name: "releases",
  usage: "",
  summary: { nl: "Toont de publicaties, de nieuwste eerst.", en: "Lists the releases, newest first." },
  help: { nl: "Een ster staat bij de publicatie die online is.", en: "A star stands at the release that is online." },
  async run(args, { config, tell }) {
    refuseStray(this, args, 0);
    const { refuseDamagedReleases } = await import("./data-folder.ts");
    refuseDamagedReleases(config.data);
    const { listReleases, readPointer } = await import("../publish/release-files.ts");
    const current = readPointer(config.data);
    const all = listReleases(config.data);
    if (all.length === 0) tell({ nl: "Er is nog niets gepubliceerd.", en: "Nothing was published yet." });
    for (const each of all) {
      const mark = each.id === current ? "*" : " ";
      tell({
        nl: `${mark} ${each.id}  ${each.at}  ${each.indicators} onderwerpen, ${each.figures.toLocaleString("nl-BE")} cijfers`,
        en: `${mark} ${each.id}  ${each.at}  ${each.indicators} indicators, ${each.figures.toLocaleString("en-GB")} figures`,
      });
    }
    return 0;
  },
};
