import { findLevel } from "@peil/core/query/choose.ts";
import { realAreas } from "./cards.ts";
import type { View } from "./scope.ts";

/** The real areas of a level, by name. */
export const areas: View<"areas"> = async ({ release }, { level }) => realAreas(release.catalogue, findLevel(release.catalogue, level));
