import type { GlanceView } from "@peil/core/api-glance.ts";
import { fail } from "@peil/core/errors.ts";
import { findArea, findLevel } from "@peil/core/query/choose.ts";
import { areaCard, levelCard } from "./cards.ts";
import { benchmarkChoices, chooseBenchmark } from "./glance-benchmark.ts";
import { besideOf } from "./glance-beside.ts";
import { type CoreTheme, coreOf } from "./glance-core.ts";
import { rowOf, type Scene } from "./glance-row.ts";
import { testsOf } from "./glance-survey.ts";
import { tableFor } from "./glance-table.ts";
import { findOnAnyVintage } from "./kinship.ts";
import type { View } from "./scope.ts";

/** The years back that a reader can choose, and the one where nothing is said. */
const sinceChoices = [1, 3, 5, 10] as const;
const usualSince = 5;

/** An area at a glance: per theme its core set beside one benchmark, and what moved since an earlier period. */
export const glance: View<"glance"> = async ({ release }, { level: alias, code, compare, theme, since }) => {
  const { catalogue } = release;
  const found = findOnAnyVintage(catalogue, findLevel(catalogue, alias), code);
  const { level, area } = found ?? findArea(catalogue, { level: alias, code });
  const core = coreOf(catalogue, level);
  const shown = themesAsked(core, theme);
  const years = yearsOf(since);
  const [table, chosen] = await Promise.all([tableFor(release, level, area), chooseBenchmark(release, level, area, compare)]);
  const sheets = [...table.sheets.values()];
  const [beside, tests] = await Promise.all([besideOf(release, level, table, chosen), testsOf(release, level, area, sheets, chosen)]);
  const thresholds = catalogue.site.judgement ?? {};
  const scene: Scene = { release, level, area, table, chosen, beside, tests, since: years, thresholds };
  return {
    area: areaCard(level, area),
    level: levelCard(catalogue, level),
    benchmark: chosen.benchmark,
    ...(theme === "" ? {} : { theme: shown[0]?.theme ?? fail("not-found", { what: theme }) }),
    since: years,
    themes: themesOf(scene, shown),
    choices: {
      ...benchmarkChoices(release, level, area, chosen.benchmark),
      themes: core.map((each) => each.theme),
      since: sinceChoices,
    },
  };
};

/** The theme that is asked for, or all of them. @throws `not-found` */
function themesAsked(core: readonly CoreTheme[], theme: string): readonly CoreTheme[] {
  if (theme === "") return core;
  const found = core.filter((each) => each.theme.code.toLowerCase() === theme.toLowerCase());
  return found.length > 0 ? found : fail("not-found", { what: theme });
}

function yearsOf(text: string): number {
  if (text === "") return usualSince;
  const expected = sinceChoices.join(" | ");
  return sinceChoices.find((each) => String(each) === text) ?? fail("selection-invalid", { key: "since", value: text, expected });
}

function themesOf(scene: Scene, shown: readonly CoreTheme[]): GlanceView["themes"] {
  return shown
    .map(({ theme, indicators }) => ({ theme, rows: indicators.flatMap((each) => rowOf(scene, each) ?? []) }))
    .filter((each) => each.rows.length > 0);
}
