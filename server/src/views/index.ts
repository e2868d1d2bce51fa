import { area } from "./area.ts";
import { areas } from "./areas.ts";
import { around } from "./around-question.ts";
import { article } from "./article.ts";
import { articles } from "./articles.ts";
import { calendar } from "./calendar.ts";
import { data } from "./data.ts";
import { details } from "./describe.ts";
import { explore } from "./explore.ts";
import { frame } from "./frame.ts";
import { geometry } from "./geometry.ts";
import { glance } from "./glance.ts";
import { home } from "./home.ts";
import { indicator } from "./indicator.ts";
import { layers } from "./layers.ts";
import { levels } from "./levels.ts";
import { cubes, dimensions, indicators, members, periods, sources, themes } from "./lists.ts";
import { releases } from "./releases.ts";
import type { Views } from "./scope.ts";
import { search } from "./search.ts";
import { sentences } from "./sentences.ts";
import { service } from "./service.ts";
import { similar } from "./similar.ts";
import { theme } from "./theme.ts";
import { tree } from "./tree.ts";
import { workspace } from "./workspace.ts";

/** The view of every route. */
export const views: Views = {
  frame,
  home,
  theme,
  indicator,
  area,
  areas,
  around,
  similar,
  search,
  data,
  geometry,
  releases,
  glance,
  explore,
  tree,
  levels,
  details,
  workspace,
  layers,
  articles,
  article,
  calendar,
  themes,
  indicators,
  cubes,
  periods,
  sources,
  dimensions,
  members,
  sentences,
  service,
};
