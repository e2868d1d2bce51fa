import type { Rank } from "@peil/core/api.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { valueAt } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { AreaChoice } from "@peil/core/query/selection.ts";
import type { Release } from "../release.ts";
import { isNumeric, selectionOf } from "./cards.ts";
import { keeper } from "./kept.ts";
import { parentsOf } from "./kinship.ts";
import { answerNewest, newestPeriods } from "./newest.ts";

/** The figures of all real areas of a level in one region, per indicator code: what ranks are read from. */
export type Figures = ReadonlyMap<string, readonly number[]>;

/** Most areas for which figures are gathered to rank in; among ten thousand sectors a position says little. */
const mostAreas = 3000;

/** Most tables of figures that are kept per release. */
const mostKept = 24;

const kept = keeper<Figures>(mostKept);

/** The areas among which an area is ranked: those of its level in the same region, pseudo-areas never. */
export function peersOf(catalogue: Catalogue, level: Level, area: Area): AreaChoice | undefined {
  if (catalogue.areasOf(level.id).length > mostAreas) return undefined;
  const region = parentsOf(catalogue, level, area).find((each) => each.level === catalogue.site.benchmark.level);
  return region === undefined ? { kind: "all" } : { kind: "within", parent: { level: region.level, code: region.code } };
}

/** The figures to rank in, each indicator's in its newest period; gathered once per level, region and release. */
export function figuresOf(release: Release, level: Level, peers: AreaChoice): Promise<Figures> {
  return kept(release, `${level.id}/${keyOfPeers(peers)}`, () => gather(release, level, peers));
}

/** Tells the areas of one region from those of another. */
function keyOfPeers(peers: AreaChoice): string {
  return peers.kind === "within" ? peers.parent.code : "*";
}

async function gather(release: Release, level: Level, peers: AreaChoice): Promise<Figures> {
  const indicators = [...newestPeriods(release.catalogue, level).keys()].filter(isNumeric);
  const found = await answerNewest(release, level, indicators, 1, (group, periods) =>
    selectionOf(group, level.alias, { areas: peers, periods }),
  );
  return new Map(
    [...found].map(([code, cube]) => [
      code,
      Array.from(cube.values, (_, cell) => valueAt(cube, cell)).filter((value) => value !== undefined),
    ]),
  );
}

/**
 * Position of a figure among others, ties sharing the better place (1-2-2-4). First is the highest figure, or the lowest
 * where low is good.
 */
export function rankOf(indicator: Indicator, value: number | undefined, figures: readonly number[] | undefined): Rank | undefined {
  if (value === undefined || figures === undefined || figures.length < 3) return undefined;
  const isLowFirst = indicator.rating === "lower";
  let better = 0;
  for (const each of figures) if (isLowFirst ? each < value : each > value) better++;
  return { position: better + 1, of: figures.length };
}
