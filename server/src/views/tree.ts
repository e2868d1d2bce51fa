import { fail } from "@peil/core/errors.ts";
import type { View } from "./scope.ts";

/** The theme tree. */
export const tree: View<"tree"> = async () => fail("not-found", { what: "tree" });
