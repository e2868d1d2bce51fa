import { fail } from "@peil/core/errors.ts";
import type { View } from "./scope.ts";

/** An editorial page. */
export const article: View<"article"> = async () => fail("not-found", { what: "article" });
