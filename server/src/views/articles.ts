import type { ArticleCard } from "@peil/core/api-editorial.ts";
import type { Article } from "@peil/core/model/site.ts";
import type { View } from "./scope.ts";

/** An editorial page without its text. */
export function articleCard({ body: _, ...card }: Article): ArticleCard {
  return card;
}

/** Editorial pages of a kind, or all; newest first. */
export const articles: View<"articles"> = async ({ release }, { kind }) =>
  (release.catalogue.site.articles ?? []).filter((each) => kind === "" || each.kind === kind).map(articleCard);
