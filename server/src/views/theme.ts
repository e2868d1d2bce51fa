import { fail } from "@peil/core/errors.ts";
import { indicatorCards } from "./latest.ts";
import type { View } from "./scope.ts";
import { themesOf } from "./theme-tree.ts";

/** The page of a theme: its own indicators first, then those of each theme below it. */
export const theme: View<"theme"> = async ({ release }, { code }) => {
  const themes = themesOf(release.catalogue);
  const card = themes.find(code) ?? fail("not-found", { what: code });
  const children = themes.children(code);
  const sections = [
    { theme: card, indicators: themes.own(code) },
    ...children.map((child) => ({ theme: child, indicators: themes.below(child.code) })),
  ];
  const cards = await indicatorCards(release, themes.below(code));
  const byCode = new Map(cards.map((each) => [each.code, each]));
  const groups = sections
    .filter((section) => section.indicators.length > 0)
    .map((section) => ({ theme: section.theme, indicators: section.indicators.flatMap((each) => byCode.get(each.code) ?? []) }));
  return { theme: card, path: themes.path(code).slice(0, -1), children, groups };
};
