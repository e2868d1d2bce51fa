import type { IndicatorView } from "@peil/core/api.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Reason } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import { lineageOf } from "@peil/core/query/choose.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";

const texts: Readonly<Partial<Record<Reason, Text>>> = {
  "not-additive": {
    nl: "Dit cijfer kan niet opgeteld of gemiddeld worden; het bestaat alleen op de niveaus waarop het geladen is.",
    en: "This figure cannot be added up or averaged; it exists only on the levels on which it was loaded.",
  },
  "no-weight": {
    nl: "Zonder gewicht kan dit cijfer niet naar een ander niveau omgerekend worden.",
    en: "Without a weight this figure cannot be converted to another level.",
  },
  "no-table": {
    nl: "Er is geen tabel die de gebieden met cijfers aan dit niveau koppelt.",
    en: "There is no table that links the areas with figures to this level.",
  },
  merged: {
    nl: "Gebieden van dit niveau zijn samengevoegd of gesplitst; dit cijfer kan niet mee omgerekend worden.",
    en: "Areas of this level were merged or split; this figure cannot be converted along.",
  },
  "level-not-loaded": {
    nl: "Voor dit niveau zijn er geen cijfers.",
    en: "There are no figures for this level.",
  },
};

/** Why an indicator has no figures on a level; undefined where it has. */
export function reasonOf(catalogue: Catalogue, indicator: Indicator, level: Level): IndicatorView["reason"] {
  const levels = [...coverageOfIndicator(catalogue, indicator).keys()];
  if (levels.includes(level.id)) return undefined;
  const code = codeOf(catalogue, indicator, level, levels);
  return { code, text: texts[code] ?? { nl: code } };
}

function codeOf(catalogue: Catalogue, indicator: Indicator, level: Level, levels: readonly number[]): Reason {
  const { paths } = lineageOf(catalogue);
  const linked = levels.some((from) => paths.some((path) => path.childLevel === from && path.parentLevel === level.id));
  if (levels.length === 0) return "level-not-loaded";
  if (!linked) return isCoarserThanAll(catalogue, level, levels) ? "no-table" : "level-not-loaded";
  if (levels.every((from) => catalogue.levelById(from)?.base === level.base)) return "merged";
  if (!indicator.aggregatesAreas) return "not-additive";
  return indicator.dataType === "count" || indicator.weight !== undefined ? "level-not-loaded" : "no-weight";
}

function isCoarserThanAll(catalogue: Catalogue, level: Level, levels: readonly number[]): boolean {
  return levels.every((from) => (catalogue.levelById(from)?.sequence ?? 0) > level.sequence);
}
