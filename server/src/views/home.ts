import { findLevel } from "@peil/core/query/choose.ts";
import { levelCard, realAreas } from "./cards.ts";
import type { View } from "./scope.ts";
import { themesOf } from "./theme-tree.ts";

/** The first page: themes, the areas that readers choose from, and how much there is. */
export const home: View<"home"> = async ({ release }) => {
  const { catalogue } = release;
  const level = findLevel(catalogue, catalogue.site.homeLevel);
  const counts = {
    indicators: catalogue.indicators.filter((each) => each.visible).length,
    areas: catalogue.areas.filter((area) => !area.pseudo).length,
    figures: release.figures,
  };
  return { themes: themesOf(catalogue).top, level: levelCard(catalogue, level), areas: realAreas(catalogue, level), counts };
};
