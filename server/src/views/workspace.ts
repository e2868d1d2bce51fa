import { fail } from "@peil/core/errors.ts";
import type { View } from "./scope.ts";

/** A workspace behind a short link. */
export const workspace: View<"workspace"> = async () => fail("not-found", { what: "workspace" });
