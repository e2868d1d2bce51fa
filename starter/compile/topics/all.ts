import type { Topic } from "../define.ts";
import { population } from "./population.ts";
import { safety } from "./safety.ts";

/** Every indicator of the starter content. */
export const topics: readonly Topic[] = [...population, ...safety];
