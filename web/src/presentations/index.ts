import { bar } from "./bar.tsx";
import { line } from "./line.tsx";
import { map } from "./map.tsx";
import type { Presentation } from "./presentation.ts";
import { table } from "./table.tsx";

/** All presentations. */
export const presentations: readonly Presentation[] = [line, map, bar, table];
