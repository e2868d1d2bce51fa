import type { Topic } from "../define.ts";
import { households, housing } from "./housing.ts";
import { income } from "./income.ts";
import { energy, nature, space } from "./place.ts";
import { population } from "./population.ts";
import { safety } from "./safety.ts";
import { care, economy, education, investment, mobility } from "./society.ts";

/** Every indicator of the starter content. */
export const topics: readonly Topic[] = [
  ...population,
  ...households,
  ...income,
  ...economy,
  ...education,
  ...care,
  ...safety,
  ...mobility,
  ...housing,
  ...space,
  ...nature,
  ...energy,
  ...investment,
];
