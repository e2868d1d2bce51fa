import { levelCard } from "./cards.ts";
import type { View } from "./scope.ts";

/** All levels that hold areas, coarse to fine. */
export const levels: View<"levels"> = async ({ release: { catalogue } }) =>
  catalogue.levels.map((each) => levelCard(catalogue, each)).filter((each) => each.count > 0);
