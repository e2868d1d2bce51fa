import { fail } from "@peil/core/errors.ts";
import type { View } from "./scope.ts";

/** An area at a glance. */
export const glance: View<"glance"> = async () => fail("not-found", { what: "glance" });
