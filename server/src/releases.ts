import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import { openCatalogue } from "@peil/core/model/catalogue.ts";
import { type Archive, openArchive } from "./archive.ts";
import { coarseFile, listReleases, type Manifest, readManifest, readPointer, releaseFolder } from "./publish/release-files.ts";
import type { Release } from "./release.ts";
import type { Cubes, ReleaseCubes } from "./store/cubes.ts";
import { openSnapshot } from "./store/snapshot.ts";

/** The releases that a server reads. */
export type Releases = {
  /** The release that the pointer names. @throws `no-release` */
  current(): Release;
  /** A named release; opened when first asked. @throws `release-unknown` */
  get(id: string): Promise<Release>;
  list(): readonly Manifest[];
  /** What lies beside the figures of releases. */
  readonly archive: Archive;
  /** Called after the pointer moved and the new release is open. */
  onChange(listener: (release: Release) => void): void;
  close(): Promise<void>;
};

type Opened = { readonly release: Release; readonly cubes: ReleaseCubes };

/** How many named older releases stay open beside the current one. */
const heldOpen = 2;

/**
 * Opens the current release and follows the pointer every second: the new release is attached before the old one is let go,
 * and the old one only when its last query has ended.
 * @param report receives what went wrong while following; the release that is open goes on serving
 */
export async function openReleases(folder: string, cubes: Cubes, report: (error: unknown) => void): Promise<Releases> {
  const listeners: ((release: Release) => void)[] = [];
  const named = new Map<string, Promise<Opened>>();
  let current: Opened | undefined;
  let stamp = "";
  let busy: Promise<void> = Promise.resolve();

  async function follow(): Promise<void> {
    const next = stampOf(folder);
    if (next === stamp) return;
    const id = readPointer(folder);
    if (id !== undefined && id !== current?.release.id) {
      const old = current;
      current = await open(folder, id, cubes);
      for (const listener of listeners) listener(current.release);
      if (old) void old.cubes.detach().catch(report);
    } else if (current !== undefined && stamp !== "") {
      // The pointer was set again: something was made beside the release, and what was answered from it may say more now.
      current = { ...current, release: { ...current.release } };
    }
    stamp = next;
  }

  await follow();
  const timer = setInterval(() => {
    busy = busy.then(follow).catch(report);
  }, 1000);
  timer.unref();

  return {
    current: () => current?.release ?? fail("no-release"),
    async get(id) {
      if (current?.release.id === id) return current.release;
      const known = named.get(id) ?? open(folder, id, cubes);
      named.delete(id);
      named.set(id, known);
      known.catch(() => named.delete(id));
      for (const [old, opened] of [...named].slice(0, Math.max(0, named.size - heldOpen))) {
        named.delete(old);
        void opened.then((each) => each.cubes.detach()).catch(report);
      }
      return (await known).release;
    },
    list: () => listReleases(folder),
    archive: openArchive(folder),
    onChange: (listener) => listeners.push(listener),
    async close() {
      clearInterval(timer);
      await busy;
      await current?.cubes.detach();
      for (const opened of named.values()) await opened.then((each) => each.cubes.detach()).catch(report);
    },
  };
}

function stampOf(folder: string): string {
  try {
    const { mtimeMs, ino } = statSync(join(folder, "current"));
    return `${mtimeMs}/${ino}`;
  } catch {
    return "";
  }
}

function textOf(path: string): string | undefined {
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

async function open(folder: string, id: string, cubes: Cubes): Promise<Opened> {
  const manifest = readManifest(folder, id);
  const home = releaseFolder(folder, id);
  const snapshot = await openSnapshot(join(home, "catalogue.sqlite"));
  const catalogue = openCatalogue(snapshot.data, manifest.coverage, manifest.partialSums);
  const opened = await cubes.attach(manifest.stores);
  return {
    cubes: opened,
    release: {
      id,
      at: manifest.at,
      catalogue,
      leftOut: manifest.leftOut,
      changed: manifest.changed,
      figures: manifest.figures,
      run: opened.run,
      runAll: opened.runAll,
      hold: opened.hold,
      geometry: snapshot.geometry,
      coarse: async (level) => textOf(coarseFile(home, level)),
      searchIndex: async () => readFileSync(join(home, "search.json"), "utf8"),
      similar: async () => textOf(join(home, "similar.json")),
    },
  };
}
