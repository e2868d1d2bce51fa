import { fail } from "@peil/core/errors.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { decision } from "@peil/core/model/disclosure.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { GuardReport } from "../store/guard.ts";
import type { HiddenCell } from "../store/guard-read.ts";
import { type Command, type CommandContext, refuseStray } from "./command.ts";

/** `peil disclosure`: what the current release hides, and why. For administrators: reasons would give values away. */
export const disclosureCommand: Command = {
  name: "disclosure",
  usage: "[CODE]",
  summary: { nl: "Toont wat de publicatie verbergt, en waarom.", en: "Shows what the release hides, and why." },
  help: {
    nl: "Zonder CODE: per tabel hoeveel cellen verborgen zijn en hoe dat is nagerekend. Met CODE: elk verborgen cijfer van dat onderwerp met soort en waarde. Enkel voor beheerders.",
    en: "Without CODE: per table how many cells are hidden and how that was checked. With CODE: every hidden figure of that indicator with its kind and value. For administrators only.",
  },
  async run(args, context) {
    refuseStray(this, args, 1);
    const { readManifest, readPointer, releaseFolder } = await import("../publish/release-files.ts");
    const { openSnapshot } = await import("../store/snapshot.ts");
    const { openCatalogue } = await import("@peil/core/model/catalogue.ts");
    const folder = context.config.data;
    const id = readPointer(folder) ?? fail("no-release");
    const manifest = readManifest(folder, id);
    if (args[0] === undefined) return listTables(context, manifest.guards.reports);
    const { data } = await openSnapshot(`${releaseFolder(folder, id)}/catalogue.sqlite`);
    const catalogue = openCatalogue(data);
    const { findIndicator } = await import("@peil/core/query/choose.ts");
    const { hiddenCells } = await import("../store/guard-read.ts");
    const indicator = findIndicator(catalogue, args[0]);
    const cells = await hiddenCells(folder, manifest.stores, indicator.id, indicator.shape === "cube");
    for (const cell of cells) context.tell(lineOf(catalogue, indicator, cell));
    context.tell({ nl: `${cells.length} cijfers verborgen.`, en: `${cells.length} figures hidden.` });
    return 0;
  },
};

function listTables({ tell }: CommandContext, reports: readonly GuardReport[]): number {
  if (reports.length === 0) tell({ nl: "Deze publicatie verbergt niets.", en: "This release hides nothing." });
  for (const each of reports) {
    const name = each.indicators.join(" + ");
    if (each.mode === "mark") {
      tell({
        nl: `${name}: ${each.hidden} van ${each.cells} onder de drempel, zonder verdere bescherming.`,
        en: `${name}: ${each.hidden} of ${each.cells} below the threshold, without further protection.`,
      });
      continue;
    }
    tell({
      nl: `${name}: ${each.hidden} van ${each.cells} verborgen (${each.primary} zelf, ${each.complementary} om een ander); nagerekend: ${each.certified} met een tegenvoorbeeld, ${each.solved} met een lineair programma${each.sampled > 0 ? ` (steekproef van ${each.sampled})` : ""}, ${each.notChecked} niet; ${each.known} eerder getoond.`,
      en: `${name}: ${each.hidden} of ${each.cells} hidden (${each.primary} themselves, ${each.complementary} for another); checked: ${each.certified} by a counter-example, ${each.solved} by a linear programme${each.sampled > 0 ? ` (a sample of ${each.sampled})` : ""}, ${each.notChecked} not; ${each.known} shown before.`,
    });
  }
  return 0;
}

const kinds: Readonly<Record<number, Text>> = {
  [decision.primary]: { nl: "zelf te klein of te herleiden", en: "too small or traceable itself" },
  [decision.complementary]: { nl: "om een ander te beschermen", en: "to protect another" },
  [decision.follows]: { nl: "volgt een ander cijfer", en: "follows another figure" },
};

function lineOf(catalogue: Catalogue, indicator: Indicator, cell: HiddenCell): Text {
  const place = `${catalogue.levelById(cell.level)?.alias}:${catalogue.areaById(cell.area)?.code}`;
  const members = cell.members.map((each) => (each === 0 ? "*" : (catalogue.memberById(each)?.code ?? "")));
  const at = [place, periodOfId(cell.period).code, ...members].join("  ");
  const kind = kinds[cell.decision] ?? { nl: "", en: "" };
  const before = cell.before ? { nl: "; eerder getoond", en: "; shown before" } : { nl: "", en: "" };
  return {
    nl: `${indicator.code}  ${at}  ${cell.value}  ${kind.nl}${before.nl}`,
    en: `${indicator.code}  ${at}  ${cell.value}  ${kind.en}${before.en}`,
  };
}
