import { bar } from "./bar.tsx";
import { box } from "./box.tsx";
import { bubbleRace } from "./bubble-race.tsx";
import { histogram } from "./histogram.tsx";
import { line } from "./line.tsx";
import { map } from "./map.tsx";
import type { Presentation } from "./presentation.ts";
import { scatter } from "./scatter.tsx";
import { strip } from "./strip.tsx";
import { table } from "./table.tsx";

/** All presentations. */
export const presentations: readonly Presentation[] = [line, map, bar, table, scatter, bubbleRace, strip, box, histogram];
