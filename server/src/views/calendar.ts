import type { View } from "./scope.ts";

/** What is to come and what came. */
export const calendar: View<"calendar"> = async () => [];
