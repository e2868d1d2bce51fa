import { say } from "@peil/core/model/text.ts";
import { type Command, refuseStray, withDocuments } from "./command.ts";

/** How many of the indicators that were left out are named. */
const named = 20;

/** `peil publish`: the working copy becomes a release. */
export const publishCommand: Command = {
  name: "publish",
  usage: "[--no-bulk]",
  summary: { nl: "Maakt van de werkkopie een publicatie en zet ze online.", en: "Makes a release of the working copy and puts it online." },
  help: {
    nl: "Bezoekers merken er niets van: wie aan het lezen is, leest verder. Zonder wijzigingen gebeurt er niets. Terug kan met: peil rollback. Bij de publicatie horen bestanden met alles erin; met --no-bulk komen die er niet.",
    en: "Visitors notice nothing: whoever is reading goes on reading. Without changes nothing happens. To go back: peil rollback. Files with everything belong to the release; with --no-bulk they are not made.",
  },
  async run(args, context) {
    refuseStray(this, args, 0, ["--no-bulk"]);
    const { config, tell } = context;
    const { setAsideDamaged } = await import("./data-folder.ts");
    const { publish } = await import("../publish/publish.ts");
    const { besideRelease } = await import("../open-data/make.ts");
    const done = await withDocuments(context, (documents) => {
      for (const id of setAsideDamaged(config.data))
        tell({ nl: `De publicatie ${id} is beschadigd en wordt opgeruimd.`, en: `The release ${id} is damaged and is cleared away.` });
      const { data: folder, memory, threads } = config;
      const beside = config.bulk && !args.includes("--no-bulk") ? { beside: besideRelease({ folder, progress: tell }) } : {};
      return publish({ folder, documents, at: context.now(), memory, threads, progress: tell, ...beside });
    });
    tell({
      nl: `${done.fresh ? "Gepubliceerd" : "Er was niets nieuws"}: ${done.id}, ${done.figures.toLocaleString("nl-BE")} cijfers.`,
      en: `${done.fresh ? "Published" : "Nothing was new"}: ${done.id}, ${done.figures.toLocaleString("en-GB")} figures.`,
    });
    for (const each of done.leftOut.slice(0, named)) {
      tell({ nl: `  weggelaten: ${each.code} (${say(each.why, "nl")})`, en: `  left out: ${each.code} (${say(each.why, "en")})` });
    }
    const more = done.leftOut.length - named;
    if (more > 0) tell({ nl: `  en nog ${more} weggelaten`, en: `  and ${more} more left out` });
    return 0;
  },
};
