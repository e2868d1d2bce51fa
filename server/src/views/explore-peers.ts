import type { ProfileCell } from "@peil/core/api.ts";
import type { ExploreSpread } from "@peil/core/api-explore.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import { type Cube, cellAt, statusAt, valueAt } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type Period, parsePeriod, periodOfId, perYear, shiftPeriod } from "@peil/core/model/period.ts";
import { status } from "@peil/core/model/status.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { AreaChoice, AreaRef, Selection } from "@peil/core/query/selection.ts";
import { populationDeviation } from "@peil/core/statistics/moments.ts";
import type { Release } from "../release.ts";
import { answerMany } from "./answers.ts";
import { axisOf, isNumeric, selectionOf } from "./cards.ts";
import { keeper } from "./kept.ts";
import { answerNewest, coarsest, newestPeriods } from "./newest.ts";
import { keyOfPeers, peersOf } from "./ranking.ts";

/** The figures of one indicator for the real areas of a level in one region, each by the code of its area. */
export type PeerFigures = {
  readonly cells: ReadonlyMap<string, ProfileCell>;
  /** Those that may be seen. */
  readonly values: readonly number[];
  readonly spread?: ExploreSpread;
  /** Standard deviation of the population; 0 where all are equal. */
  readonly deviation: number;
};

/** Per indicator code. */
type Table<T> = ReadonlyMap<string, T>;

/** Where the list of an area gets its figures: all areas of its level at once, or only its own where they are too many. */
export type Peers = { readonly level: Level; readonly areas: AreaChoice; readonly whole: boolean; readonly key: string };

/** Tables that are kept per release; one of 300 areas and 200 indicators holds half a megabyte. */
const most = 24;
const keptNow = keeper<Table<PeerFigures>>(most);
const keptScores = keeper<Table<ReadonlyMap<string, ProfileCell>>>(most);
const keptThen = keeper<Table<Earlier>>(most);
const keptBeside = keeper<Table<ProfileCell>>(most * 4);

/** Places on a strip. */
const places = 200;

/** The areas of which the figures are read together. */
export function peersAround(release: Release, level: Level, area: Area): Peers {
  const peers = area.pseudo ? undefined : peersOf(release.catalogue, level, area);
  if (peers === undefined) return { level, areas: { kind: "list", codes: [area.code] }, whole: false, key: `${level.id}/=${area.code}` };
  return { level, areas: peers, whole: true, key: `${level.id}/${keyOfPeers(peers)}` };
}

function shownOn(release: Release, level: Level): readonly Indicator[] {
  return [...newestPeriods(release.catalogue, level).keys()].filter(isNumeric);
}

/** The newest figures of every indicator. */
export function figuresNow(release: Release, peers: Peers): Promise<Table<PeerFigures>> {
  return keptNow(release, peers.key, async () => {
    const found = await newestOf(release, peers, {});
    return new Map([...found].map(([code, cube]) => [code, peerFigures(cube, peers.whole)]));
  });
}

/** How far the newest figures lie from the mean of all, in standard deviations. */
export function scoresNow(release: Release, peers: Peers): Promise<Table<ReadonlyMap<string, ProfileCell>>> {
  return keptScores(release, peers.key, async () => {
    if (!peers.whole) return new Map();
    const found = await newestOf(release, peers, { transformations: [{ kind: "z-score" }] });
    return new Map([...found].map(([code, cube]) => [code, cellsOf(cube, 0)]));
  });
}

function newestOf(release: Release, { level, areas }: Peers, more: Partial<Selection>): Promise<Table<Cube>> {
  return answerNewest(release, level, shownOn(release, level), 1, (group, periods) =>
    selectionOf(group, level.alias, { areas, periods, ...more }),
  );
}

/** The newest figures of an area to compare with, in the periods of a level. */
export function figuresBeside(release: Release, level: Level, ref: AreaRef): Promise<Table<ProfileCell>> {
  return keptBeside(release, `${level.id}/${ref.level}:${ref.code}`, async () => {
    const found = await answerNewest(release, level, shownOn(release, level), 1, (group, periods) =>
      selectionOf(group, level.alias, { areas: { kind: "list", codes: [] }, compare: [ref], periods }),
    );
    return new Map([...found].map(([code, cube]) => [code, cellOf(cube, 0)]));
  });
}

/** Earlier figures of one indicator, and the changes of all areas since. */
export type Earlier = {
  readonly period: string;
  readonly cells: ReadonlyMap<string, ProfileCell>;
  readonly changes: ReadonlyMap<string, number>;
};

/** The figures of at least so many years earlier, where there are any no more than twice as old. */
export function figuresThen(release: Release, peers: Peers, years: number): Promise<Table<Earlier>> {
  return keptThen(release, `${peers.key}/${years}`, async () => {
    const now = await figuresNow(release, peers);
    const periods = earlierPeriods(release, peers.level, years);
    const groups = Map.groupBy(
      [...periods.keys()].filter((each) => now.has(each.code)),
      (each) => periods.get(each) ?? "",
    );
    const answers = await Promise.all(
      [...groups].map(([code, group]) =>
        answerMany(release, group, (some) =>
          selectionOf(some, peers.level.alias, { areas: peers.areas, periods: { kind: "list", codes: [code] } }),
        ),
      ),
    );
    const found = answers.flatMap((each) => [...each]);
    return new Map(found.map(([code, cube]) => [code, earlierOf(cube, now.get(code))]));
  });
}

function earlierPeriods(release: Release, level: Level, years: number): ReadonlyMap<Indicator, string> {
  const found = [...newestPeriods(release.catalogue, level)].flatMap(([indicator, newest]) => {
    const code = isNumeric(indicator) ? earlierCode(release, level, indicator, newest, years) : undefined;
    return code === undefined ? [] : [[indicator, code] as const];
  });
  return new Map(found);
}

/** The period with figures on a level with which the newest is compared; undefined where there is none. */
export function earlierCode(release: Release, level: Level, indicator: Indicator, newest: string, years: number): string | undefined {
  const all = coarsest((coverageOfIndicator(release.catalogue, indicator).get(level.id) ?? []).map(periodOfId));
  return earlierPeriod(all, parsePeriod(newest), years)?.code;
}

/** Of periods, oldest first, the last one that lies at least so many years back, and at most twice as many. */
export function earlierPeriod(all: readonly Period[], newest: Period, years: number): Period | undefined {
  const back = (times: number): Period => shiftPeriod(newest, -times * years * perYear[newest.level]);
  const [from, to] = [back(2), back(1)];
  return all.findLast((each) => each.id >= from.id && each.id <= to.id);
}

function earlierOf(cube: Cube, now: PeerFigures | undefined): Earlier {
  const cells = cellsOf(cube, 0);
  const changes = new Map<string, number>();
  for (const [code, { value }] of cells) {
    const newest = now?.cells.get(code)?.value;
    if (value !== undefined && newest !== undefined) changes.set(code, newest - value);
  }
  return { period: axisOf(cube, "period").members[0]?.code ?? "", cells, changes };
}

function peerFigures(cube: Cube, whole: boolean): PeerFigures {
  const cells = cellsOf(cube, 0);
  const values = [...cells.values()].flatMap((each) => each.value ?? []);
  const spread = whole ? spreadOf(values, [...cells.values()]) : undefined;
  return { cells, values, ...(spread ? { spread } : {}), deviation: values.length > 1 ? populationDeviation(values) : 0 };
}

/** Between the lowest and the highest figure that may be seen; nothing where they are fewer than three, or all equal. */
function spreadOf(values: readonly number[], cells: readonly ProfileCell[]): ExploreSpread | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = 0] = [sorted[0], sorted.at(-1)];
  if (sorted.length < 3 || low === high) return undefined;
  const hidden = cells.filter((each) => each.status === status.hidden || each.status === status.private).length;
  const ticks = [...new Set(sorted.map((each) => Math.round(((each - low) / (high - low)) * places)))];
  return { low, high, shown: sorted.length, hidden, missing: cells.length - sorted.length - hidden, ticks };
}

/** The cells of one period by the code of their area. */
function cellsOf(cube: Cube, period: number): ReadonlyMap<string, ProfileCell> {
  const areas = axisOf(cube, "area").members;
  return new Map(areas.map((each, at) => [each.code, cellOf(cube, cellAt(cube, [at, period]))]));
}

function cellOf(cube: Cube, cell: number): ProfileCell {
  const value = valueAt(cube, cell);
  const state = statusAt(cube, cell);
  const flags = cube.flags?.[cell] ?? 0;
  return { ...(value === undefined ? {} : { value }), status: state, ...(flags === 0 ? {} : { flags }) };
}
