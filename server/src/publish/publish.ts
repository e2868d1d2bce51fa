import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import { type CatalogueData, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { LeftOut, Release } from "../release.ts";
import { buildSearchIndex } from "../search.ts";
import { type BuiltStores, buildStores } from "../store/build-stores.ts";
import type { Documents, Load } from "../store/documents.ts";
import { flatDigests } from "../store/flat-digests.ts";
import type { GuardReport, PreviousGuards } from "../store/guard.ts";
import { writeCatalogue } from "../store/snapshot.ts";
import { withDraftRelease, withReleaseOf } from "./draft-release.ts";
import {
  coarseFile,
  listReleases,
  type Manifest,
  movePointer,
  readManifest,
  readPointer,
  releaseFolder,
  sweepReleases,
  writeRelease,
} from "./release-files.ts";
import { selectPublishable } from "./select.ts";
import { readShapes } from "./shapes.ts";
import { similarOf } from "./similar.ts";
import { openSolver } from "./solver.ts";
import { makeVersions, newestVersions, readVersions, type Versions } from "./versions.ts";

/** What publishing did. `fresh` is false when the content was published before: then only the pointer moved, if it had to. */
export type Published = { readonly id: string; readonly fresh: boolean; readonly figures: number; readonly leftOut: readonly LeftOut[] };

/** Settings of a publish. */
export type PublishOptions = {
  readonly folder: string;
  readonly documents: Documents;
  /** ISO moment. */
  readonly at: string;
  readonly memory?: string;
  readonly threads?: number;
  readonly progress?: (text: { nl: string; en: string }) => void;
  /** What is made beside a release before readers see it, such as files; where it fails, nothing is published. */
  readonly beside?: (release: Release, versions: Versions) => Promise<void>;
};

/**
 * Builds a release from the working copy and moves the pointer to it. The id is a hash of the content. A crash at any
 * moment leaves the previous release as it was: files get their names only when they are whole and on disk.
 */
export async function publish(options: PublishOptions): Promise<Published> {
  const { folder, documents } = options;
  // Loads first: an import in between then adds to the catalogue what this release does not use yet.
  const loads = await documents.loads();
  const working = await documents.catalogue();
  const { data, leftOut, built } = await build(options, working, loads);
  const geometry = await readShapes(documents, data);
  const shapes = geometry.map((each) => [each.level, sha(each.topology), each.coarse === undefined ? "" : sha(each.coarse)]);
  const id = digest([built.stores, sortedData(data), shapes, leftOut]).slice(0, 16);
  const fresh = !existsSync(join(releaseFolder(folder, id), "manifest.json"));
  if (fresh) {
    options.progress?.({ nl: "catalogus en zoekindex", en: "catalogue and search index" });
    const published = openCatalogue(data, built.coverage, built.partialSums);
    const search = buildSearchIndex(published);
    const similar = await similarOf(options, id, published, built.stores);
    const figures = await flatDigests(folder, built.stores.flat);
    const changed = changesOf(built.newestLoad, loads);
    const about = { id, at: options.at, catalogue: published, stores: built.stores, leftOut, changed, figures: built.figures };
    const versions = makeVersions({ ...about, figures, previous: newestVersions(folder) });
    const shapeOf = async (level: number): Promise<string | undefined> => geometry.find((each) => each.level === level)?.topology;
    const { beside } = options;
    if (beside) await withDraftRelease(options, { ...about, geometry: shapeOf }, (release) => beside(release, versions));
    const catalogue = join(folder, "releases", `.catalogue.${process.pid}`);
    await writeCatalogue(catalogue, data, geometry);
    writeRelease(folder, id, (draft) => {
      writeFileSync(join(draft, "search.json"), search);
      writeFileSync(join(draft, "versions.json"), JSON.stringify(versions));
      if (similar !== undefined) writeFileSync(join(draft, "similar.json"), similar);
      for (const { level, coarse } of geometry) if (coarse !== undefined) writeFileSync(coarseFile(draft, level), coarse);
      writeFileSync(join(draft, "catalogue.sqlite"), readFileSync(catalogue));
      const files = Object.fromEntries(readdirSync(draft).map((name) => [name, sha(readFileSync(join(draft, name)))]));
      const manifest: Manifest = {
        id,
        at: options.at,
        stores: built.stores,
        files,
        figures: built.figures,
        indicators: data.indicators.length,
        leftOut,
        coverage: built.coverage,
        partialSums: built.partialSums,
        guards: built.guards,
        changed,
      };
      writeFileSync(join(draft, "manifest.json"), JSON.stringify(manifest));
    });
  } else await besideKnown(options, id);
  movePointer(folder, id);
  sweepReleases(folder);
  return { id, fresh, figures: built.figures, leftOut };
}

/** The same beside a release that was published before, perhaps without. */
async function besideKnown(options: PublishOptions, id: string): Promise<void> {
  const versions = readVersions(options.folder, id);
  const { beside } = options;
  if (beside && versions) await withReleaseOf(options, id, (release) => beside(release, versions));
}

type Built = ReturnType<typeof selectPublishable> & { readonly built: BuiltStores };

/** Builds the figures. What disclosure control cannot keep is left out, with the cells named, and the rest is built again. */
async function build(options: PublishOptions, working: CatalogueData, loads: readonly Load[]): Promise<Built> {
  const solver = await openSolver();
  const previous = previousGuards(options.folder);
  const refused: LeftOut[] = [];
  for (;;) {
    const selected = selectPublishable(working, refused);
    const built = await buildStores({ ...options, data: selected.data, loads, solver, ...(previous === undefined ? {} : { previous }) });
    const failing = built.guards.reports.filter((each) => each.mode === "protect" && each.failing.length > 0);
    if (failing.length === 0) return { ...selected, built };
    for (const report of failing) refused.push(...report.indicators.map((code) => ({ code, why: failureOf(report) })));
  }
}

function failureOf({ failing }: GuardReport): LeftOut["why"] {
  const cells = failing
    .slice(0, 5)
    .map((each) => each.names.filter((name) => name !== "").join(" · "))
    .join("; ");
  return {
    nl: `Niet gepubliceerd: deze verborgen cijfers zijn uit de andere te berekenen: ${cells}. Verlaag het detail of verhoog de drempel.`,
    en: `Not published: these hidden figures can be computed from the others: ${cells}. Give less detail or raise the threshold.`,
  };
}

function previousGuards(folder: string): PreviousGuards | undefined {
  const id = readPointer(folder);
  if (id === undefined || !existsSync(join(releaseFolder(folder, id), "manifest.json"))) return undefined;
  const { stores, guards } = readManifest(folder, id);
  return { stores, record: guards, shown: [stores, ...listReleases(folder).map((each) => each.stores)] };
}

/** When the figures of each indicator came in last. */
function changesOf(newest: ReadonlyMap<number, number>, loads: readonly Load[]): Record<string, string> {
  const moments = new Map(loads.map((load) => [load.number, load.at]));
  return Object.fromEntries([...newest].flatMap(([id, load]) => (moments.has(load) ? [[String(id), moments.get(load) ?? ""]] : [])));
}

/** Moves the pointer back: to a named release, or to the one published before the current one. */
export function rollback(folder: string, wanted?: string): string {
  if (wanted !== undefined) {
    movePointer(folder, readManifest(folder, wanted).id);
    return wanted;
  }
  const all = listReleases(folder);
  const at = all.findIndex((each) => each.id === readPointer(folder));
  const previous = all[at + 1];
  if (at < 0 || previous === undefined) return fail("release-unknown", { id: "", choices: all.map((each) => each.id).join(", ") });
  movePointer(folder, previous.id);
  return previous.id;
}

function sha(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex");
}

function digest(content: unknown): string {
  return sha(JSON.stringify(content));
}

/** The catalogue in an order that does not depend on how it came in. */
function sortedData(data: CatalogueData): unknown {
  const by = <T>(rows: readonly T[], key: (row: T) => string | number): T[] =>
    [...rows].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
  return {
    site: data.site,
    levels: by(data.levels, (each) => each.id),
    areas: by(data.areas, (each) => each.id),
    tables: by(data.tables, (each) => each.childLevel * 1_000_000 + each.parentLevel).map((table) => ({
      ...table,
      links: by(table.links, (link) => `${link.child}:${link.parent}`),
    })),
    dimensions: by(data.dimensions, (each) => each.code),
    dimensionLevels: by(data.dimensionLevels, (each) => each.id),
    members: by(data.members, (each) => each.id),
    memberLinks: by(data.memberLinks, (each) => `${each.child}:${each.parent}`),
    sources: by(data.sources, (each) => each.code),
    indicators: by(data.indicators, (each) => each.id),
    themes: by(data.themes, (each) => each.id),
  };
}
