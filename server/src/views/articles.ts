import { fail } from "@peil/core/errors.ts";
import type { View } from "./scope.ts";

/** Editorial pages. */
export const articles: View<"articles"> = async () => fail("not-found", { what: "articles" });
