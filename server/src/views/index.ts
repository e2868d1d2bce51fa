import { area } from "./area.ts";
import { areas } from "./areas.ts";
import { data } from "./data.ts";
import { frame } from "./frame.ts";
import { geometry } from "./geometry.ts";
import { home } from "./home.ts";
import { indicator } from "./indicator.ts";
import { releases } from "./releases.ts";
import type { Views } from "./scope.ts";
import { search } from "./search.ts";
import { similar } from "./similar.ts";
import { theme } from "./theme.ts";

/** The view of every route. */
export const views: Views = { frame, home, theme, indicator, area, areas, similar, search, data, geometry, releases };
