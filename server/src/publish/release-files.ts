import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { Coverage, PartialSum } from "@peil/core/model/catalogue.ts";
import type { LeftOut } from "../release.ts";
import type { Stores } from "../store/cubes.ts";
import type { GuardRecord } from "../store/guard.ts";
import { syncFile } from "../store/store-files.ts";
import { isOld, sweepBulk } from "./bulk-files.ts";

/** What a release is made of; `manifest.json` in its folder. */
export type Manifest = {
  readonly id: string;
  /** ISO moment of publishing. */
  readonly at: string;
  readonly stores: Stores;
  /** SHA-256 of each file of the folder. */
  readonly files: Readonly<Record<string, string>>;
  readonly figures: number;
  readonly indicators: number;
  readonly leftOut: readonly LeftOut[];
  readonly coverage: readonly Coverage[];
  readonly partialSums: readonly PartialSum[];
  /** What disclosure control decided, and the audit; for administrators only. */
  readonly guards: GuardRecord;
  /** By indicator id the ISO moment at which its figures came in last. */
  readonly changed: Readonly<Record<string, string>>;
};

/** Folder of a release. */
export function releaseFolder(folder: string, id: string): string {
  return join(folder, "releases", id);
}

/** Where a release keeps the borders of a level with fewer corners. */
export function coarseFile(home: string, level: number): string {
  return join(home, `coarse-${level}.topojson`);
}

/** The id that the pointer names, or undefined where nothing was published. */
export function readPointer(folder: string): string | undefined {
  const path = join(folder, "current");
  if (!existsSync(path)) return undefined;
  const id = readFileSync(path, "utf8").trim();
  return id === "" ? undefined : id;
}

/** Moves the pointer: readers see either the old release or the new one, also after a crash. */
export function movePointer(folder: string, id: string): void {
  const draft = join(folder, `.current.${process.pid}`);
  writeFileSync(draft, `${id}\n`);
  syncFile(draft);
  renameSync(draft, join(folder, "current"));
  syncFile(folder);
}

/** The manifest of a release. @throws `release-unknown`, `data-damaged` */
export function readManifest(folder: string, id: string): Manifest {
  const path = join(releaseFolder(folder, id), "manifest.json");
  if (!/^[0-9a-f]{8,64}$/.test(id) || !existsSync(path)) {
    fail("release-unknown", {
      id,
      choices: listReleases(folder)
        .map((each) => each.id)
        .join(", "),
    });
  }
  try {
    const read = JSON.parse(readFileSync(path, "utf8")) as Partial<Manifest> & Omit<Manifest, "partialSums" | "changed" | "guards">;
    return { partialSums: [], changed: {}, guards: { flat: "", reports: [] }, ...read };
  } catch {
    return fail("data-damaged", { what: `releases/${id}/manifest.json`, mend: "peil publish" });
  }
}

/** All releases, newest first. Folders that are not whole are passed over. */
export function listReleases(folder: string): readonly Manifest[] {
  const root = join(folder, "releases");
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .filter((id) => /^[0-9a-f]+$/.test(id) && existsSync(join(root, id, "manifest.json")))
    .map((id) => JSON.parse(readFileSync(join(root, id, "manifest.json"), "utf8")) as Manifest)
    .sort((a, b) => (a.at < b.at ? 1 : -1));
}

/** Writes the files of a release beside its place and puts the folder there in one step. */
export function writeRelease(folder: string, id: string, write: (draft: string) => void): void {
  const root = join(folder, "releases");
  mkdirSync(root, { recursive: true });
  const draft = join(root, `.${id}.${process.pid}`);
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  write(draft);
  for (const file of readdirSync(draft)) syncFile(join(draft, file));
  syncFile(draft);
  renameSync(draft, join(root, id));
  syncFile(root);
}

/** How many releases stay beside the current one. */
const kept = 20;

/** Removes releases beyond the last twenty, files that no release uses, and what a crash left behind. */
export function sweepReleases(folder: string): void {
  const current = readPointer(folder);
  const all = listReleases(folder);
  const stay = all.filter((each, at) => at < kept || each.id === current);
  const root = join(folder, "releases");
  const ids = new Set(stay.map((each) => each.id));
  if (existsSync(root))
    for (const name of readdirSync(root)) if (!ids.has(name)) rmSync(join(root, name), { recursive: true, force: true });
  const used = new Set(
    stay
      .flatMap((each) => [each.stores.flat, ...Object.values(each.stores.cubes), ...Object.values(each.stores.flows ?? {})])
      .map((hash) => `${hash}.duckdb`),
  );
  const store = join(folder, "store");
  if (existsSync(store)) for (const name of readdirSync(store)) if (!used.has(name)) rmSync(join(store, name), { force: true });
  sweepBulk(folder, ids);
  for (const name of readdirSync(folder)) {
    const isLeft = /^\.(build|current)[-.]\d+$/.test(name) || (name.startsWith(".upload-") && isOld(join(folder, name)));
    if (isLeft) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
