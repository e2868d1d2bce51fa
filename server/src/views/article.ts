import { fail } from "@peil/core/errors.ts";
import type { View } from "./scope.ts";

/** An editorial page. @throws `not-found` */
export const article: View<"article"> = async ({ release }, { slug }) =>
  release.catalogue.site.articles?.find((each) => each.slug === slug) ?? fail("not-found", { what: `/info/${slug}` });
