import { bar } from "./bar.tsx";
import { box } from "./box.tsx";
import { bubbleRace } from "./bubble-race.tsx";
import { flowMap } from "./flow-map.tsx";
import { flowMatrix } from "./flow-matrix.tsx";
import { histogram } from "./histogram.tsx";
import { line } from "./line.tsx";
import { map } from "./map.tsx";
import { mapBars } from "./map-bars.tsx";
import { mapPies } from "./map-pies.tsx";
import { mapSymbols } from "./map-symbols.tsx";
import type { Presentation } from "./presentation.ts";
import { scatter } from "./scatter.tsx";
import { strip } from "./strip.tsx";
import { table } from "./table.tsx";
import { treemap } from "./treemap.tsx";
import { triptych } from "./triptych.tsx";

/** All presentations. */
export const presentations: readonly Presentation[] = [
  line,
  map,
  bar,
  table,
  scatter,
  bubbleRace,
  strip,
  box,
  histogram,
  treemap,
  mapSymbols,
  mapPies,
  mapBars,
  triptych,
  flowMap,
  flowMatrix,
];
