import type { Topic } from "../define.ts";
import { building } from "./building.ts";
import { stockOfHomes } from "./buildings.ts";
import { credit } from "./credit.ts";
import { care, economy } from "./economy.ts";
import { education } from "./education.ts";
import { energy } from "./energy.ts";
import { households } from "./households.ts";
import { income } from "./income.ts";
import { investment } from "./investment.ts";
import { market } from "./market.ts";
import { mobility } from "./mobility.ts";
import { nature, space } from "./place.ts";
import { population } from "./population.ts";
import { safety } from "./safety.ts";

/** Every indicator of the starter content. */
export const topics: readonly Topic[] = [
  ...population,
  ...households,
  ...income,
  ...credit,
  ...economy,
  ...education,
  ...care,
  ...safety,
  ...mobility,
  ...market,
  ...building,
  ...stockOfHomes,
  ...space,
  ...nature,
  ...energy,
  ...investment,
];
