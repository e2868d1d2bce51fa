import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { expressionOf, leavesOf } from "@peil/core/query/coverage.ts";
import type { Stores } from "../store/cubes.ts";
import { listReleases, releaseFolder } from "./release-files.ts";

/** From which release on an indicator is as it is now. */
export type Version = {
  /** Digest of its figures and of everything said about it. For the server only. */
  readonly key: string;
  readonly release: string;
  /** ISO moment of that release. */
  readonly at: string;
  /** ISO moment of the first release in which it is known to have stood. */
  readonly first: string;
};

/** The versions of the indicators that readers may see; `versions.json` in the folder of a release. */
export type Versions = {
  /** By code. */
  readonly indicators: Readonly<Record<string, Version>>;
  /** By code: what was there once, and the first release without it. */
  readonly gone: Readonly<Record<string, Pick<Version, "release" | "at">>>;
};

/** Counts up when the same content would be described, or written into files, otherwise. */
const rulesVersion = 1;

/** What versions are made of. */
export type VersionInput = {
  readonly id: string;
  readonly at: string;
  readonly catalogue: Catalogue;
  readonly stores: Stores;
  /** By indicator id a digest of its flat figures. */
  readonly figures: ReadonlyMap<number, string>;
  readonly previous: Versions | undefined;
};

/** The versions of a new release: what is as it was before keeps its version. */
export function makeVersions(input: VersionInput): Versions {
  const { id, at, catalogue, previous } = input;
  const shared = sharedKey(catalogue);
  const visible = catalogue.indicators.filter((each) => each.visible);
  const indicators = visible.map((each): [string, Version] => {
    const key = keyOf(input, each, shared);
    const before = previous?.indicators[each.code];
    return [each.code, before?.key === key ? before : { key, release: id, at, first: before?.first ?? at }];
  });
  const there = new Set(visible.map((each) => each.code));
  const gone = {
    ...previous?.gone,
    ...Object.fromEntries(Object.keys(previous?.indicators ?? {}).map((code) => [code, { release: id, at }])),
  };
  const absent = Object.entries(gone).filter(([code]) => !there.has(code));
  return {
    indicators: Object.fromEntries(indicators),
    gone: Object.fromEntries(absent.map(([code, each]) => [code, previous?.gone[code] ?? each])),
  };
}

/** What every indicator depends on: the site, areas and levels, and dimensions. */
function sharedKey({ site, levels, areas, tables, dimensions, dimensionLevels, members, memberLinks }: Catalogue): string {
  const { name, organisation, mailbox, homeLevel, openData } = site;
  const about = [rulesVersion, { name, organisation, mailbox, homeLevel, openData }];
  return digest([about, ...[levels, areas, tables, dimensions, dimensionLevels, members, memberLinks].map((rows) => sorted(rows))]);
}

function keyOf(input: VersionInput, indicator: Indicator, shared: string): string {
  const { catalogue, stores, figures } = input;
  const used = [...closureOf(catalogue, indicator)].sort((a, b) => a.id - b.id);
  const source = indicator.source === undefined ? undefined : catalogue.source(indicator.source);
  return digest([
    shared,
    used.map(({ sequence: _, visible: __, searchable: ___, ...said }) => said),
    used.map(({ id }) => [figures.get(id), stores.cubes[id], stores.flows?.[id]]),
    used.map(({ id }) => sorted([...catalogue.coverageOf(id).values()])),
    catalogue.partialSums.filter((each) => used.some(({ id }) => id === each.indicator)),
    source,
    placesOf(catalogue, indicator),
  ]);
}

/** The indicator and every other that decides its figures: operands, weights, companions. */
function closureOf(catalogue: Catalogue, indicator: Indicator): ReadonlySet<Indicator> {
  const found = new Set([indicator]);
  for (const each of found) {
    const expression = expressionOf(each);
    const codes = [...(expression === undefined ? [] : leavesOf(expression)), ...textsIn({ ...each, code: "" })];
    for (const code of codes) {
      const other = catalogue.indicator(code);
      if (other !== undefined) found.add(other);
    }
  }
  return found;
}

/** Every text in a description: whatever names another indicator is among them. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}

/** The names on the ways to an indicator in the theme tree. */
function placesOf({ themes }: Catalogue, { code }: Indicator): unknown {
  const nodes = new Map(themes.map((each) => [each.id, each]));
  return sorted(
    themes
      .filter((each) => each.kind === "indicator" && each.target.toLowerCase() === code.toLowerCase())
      .map((each) => {
        const way: unknown[] = [each.name];
        for (let at = nodes.get(each.parent ?? -1); at !== undefined && way.length < 50; at = nodes.get(at.parent ?? -1))
          way.push([at.target, at.name]);
        return way;
      }),
  );
}

/** Rows as texts, in an order that does not depend on how they came. */
function sorted(rows: readonly unknown[]): string[] {
  return rows.map((row) => JSON.stringify(row)).sort();
}

function digest(content: unknown): string {
  return createHash("sha256").update(JSON.stringify(content)).digest("hex");
}

/** The versions that a release holds; undefined for a release of before there were versions. */
export function readVersions(folder: string, id: string): Versions | undefined {
  const path = join(releaseFolder(folder, id), "versions.json");
  return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Versions) : undefined;
}

/** The versions of the release that was published last, whichever is current. */
export function newestVersions(folder: string): Versions | undefined {
  const [newest] = listReleases(folder);
  return newest === undefined ? undefined : readVersions(folder, newest.id);
}
