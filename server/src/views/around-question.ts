import { fail } from "@peil/core/errors.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { chooseAreas, findIndicator, findLevel } from "@peil/core/query/choose.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { comparable } from "./area.ts";
import { aroundOf } from "./around.ts";
import { breaksOf } from "./breaks.ts";
import { availableOf, changedOf, nextUpdateOf } from "./details.ts";
import { coarsest } from "./newest.ts";
import { readSelection } from "./question.ts";
import { releaseOf, type View } from "./scope.ts";

/** Indicators of one question; more are for downloads. */
const most = 200;

/** What the guard-rails and the reader must know of a question beside its figures: regions, breaks, last and next change. */
export const around: View<"around"> = async (scope, { selection: text }) => {
  const asked = readSelection(scope.release.catalogue, text);
  const { catalogue, changed, at } = await releaseOf(scope, asked.release);
  const level = findLevel(catalogue, asked.level);
  if (asked.indicators.length > most) return fail("selection-too-large", { cells: asked.indicators.length, limit: most });
  const found = asked.indicators.map((code) => findIndicator(catalogue, code));
  const series = found.map((indicator) => {
    const codes = availableOf(catalogue, indicator).find((each) => each.of.id === level.id)?.periods ?? [];
    return { indicator, periods: coarsest(codes.map(parsePeriod)) };
  });
  const areas = chooseAreas(catalogue, named(asked));
  const members = areas.map(({ area, level: own }) => ({
    code: area.code,
    label: area.name,
    level: own.alias,
    ...(area.pseudo ? { pseudo: true } : {}),
  }));
  const available = Math.max(0, ...series.map((each) => each.periods.length));
  const chosen = asked.areas.kind === "all" || asked.areas.kind === "within" ? [] : areas.filter((each) => !each.compare);
  const outlines = underOf(catalogue, level);
  return {
    around: aroundOf(catalogue, { axes: [{ role: "area", members }] }, asked.by, available),
    indicators: series.map(({ indicator, periods }) => {
      const last = changedOf(catalogue, indicator, changed);
      return {
        code: indicator.code,
        breaks: breaksOf(
          catalogue,
          indicator,
          level,
          periods,
          chosen.map((each) => each.area),
        ),
        ...(last === undefined ? {} : { changed: last }),
        ...nextUpdateOf(catalogue, indicator, at),
      };
    }),
    ...(outlines === undefined ? {} : { under: outlines }),
  };
};

/** Neighbours are found with borders, which this needs not: the area beside which they lie stands for them. */
function named(selection: Selection): Selection {
  const { areas } = selection;
  return areas.kind === "neighbours" ? { ...selection, level: areas.of.level, areas: { kind: "list", codes: [areas.of.code] } } : selection;
}

/** The finest level to compare with: its borders say where objects lie. */
function underOf(catalogue: Catalogue, level: Level): string | undefined {
  return comparable(catalogue, level).findLast((each) => each.level !== level.alias)?.level;
}
