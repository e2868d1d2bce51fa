import { area } from "./area.tsx";
import { bar } from "./bar.tsx";
import { barBeside } from "./bar-beside.tsx";
import { box } from "./box.tsx";
import { bubbleRace } from "./bubble-race.tsx";
import { dotInterval } from "./dot-interval.tsx";
import { flowMap } from "./flow-map.tsx";
import { flowMatrix } from "./flow-matrix.tsx";
import { groupedBar } from "./grouped.tsx";
import { heatMap } from "./heat-map.tsx";
import { histogram } from "./histogram.tsx";
import { line } from "./line.tsx";
import { map } from "./map.tsx";
import { mapBars } from "./map-bars.tsx";
import { mapPies } from "./map-pies.tsx";
import { mapSymbols } from "./map-symbols.tsx";
import type { Presentation } from "./presentation.ts";
import { profileBar } from "./profile-bar.tsx";
import { profileWheel } from "./profile-wheel.tsx";
import { pyramid } from "./pyramid.tsx";
import { radar } from "./radar.tsx";
import { pie, ring } from "./round-parts.tsx";
import { scatter } from "./scatter.tsx";
import { single } from "./single.tsx";
import { slope } from "./slope.tsx";
import { smallMultiples } from "./small-multiples.tsx";
import { stacked100, stackedBar } from "./stacked.tsx";
import { strip } from "./strip.tsx";
import { table } from "./table.tsx";
import { treemap } from "./treemap.tsx";
import { triptych } from "./triptych.tsx";

/** All presentations, in the order in which readers are offered them. */
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
  single,
  barBeside,
  groupedBar,
  stackedBar,
  stacked100,
  area,
  slope,
  smallMultiples,
  pie,
  ring,
  pyramid,
  heatMap,
  dotInterval,
  profileBar,
  profileWheel,
  radar,
];
