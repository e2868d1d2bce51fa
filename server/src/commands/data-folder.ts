import { existsSync, readdirSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail } from "@peil/core/errors.ts";
import { readPointer } from "../publish/release-files.ts";

const id = /^[0-9a-f]{8,64}$/;

/** Ids of releases whose manifest is there but cannot be read. */
export function damagedReleases(folder: string): readonly string[] {
  const root = join(folder, "releases");
  if (!existsSync(root)) return [];
  return readdirSync(root).filter((name) => id.test(name) && existsSync(join(root, name, "manifest.json")) && !isWhole(root, name));
}

function isWhole(root: string, name: string): boolean {
  try {
    const found: unknown = JSON.parse(readFileSync(join(root, name, "manifest.json"), "utf8"));
    return typeof found === "object" && found !== null && "id" in found && found.id === name && "stores" in found && "figures" in found;
  } catch {
    return false;
  }
}

/** Refuses to go on beside a release, or a pointer, that cannot be read. @throws `data-damaged` */
export function refuseDamagedReleases(folder: string): void {
  refuseUnreadablePointer(folder);
  const [first] = damagedReleases(folder);
  if (first !== undefined) fail("data-damaged", { what: join(folder, "releases", first, "manifest.json"), mend: "peil publish" });
}

function refuseUnreadablePointer(folder: string): void {
  const what = join(folder, "current");
  if (existsSync(what) && !statSync(what).isFile())
    fail("data-damaged", { what, mend: `Verwijder ${what} en doe: peil publish.`, "mend:en": `Remove ${what}, then: peil publish.` });
}

/** Refuses a pointer to what is no release. @throws `data-damaged` */
export function refuseDamagedPointer(folder: string): void {
  refuseUnreadablePointer(folder);
  const what = join(folder, "current");
  const current = readPointer(folder);
  if (current === undefined || (id.test(current) && existsSync(join(folder, "releases", current, "manifest.json")))) return;
  fail("data-damaged", {
    what,
    mend: "Kies een publicatie uit peil releases en doe: peil rollback ID. Of: peil publish.",
    "mend:en": "Choose a release from peil releases, then: peil rollback ID. Or: peil publish.",
  });
}

/** Refuses to serve what is broken: the folder itself, the pointer, or the release that it names. @throws `data-damaged`, `folder-unwritable` */
export function refuseBroken(folder: string): void {
  if (existsSync(folder) && !statSync(folder).isDirectory()) fail("folder-unwritable", { folder });
  refuseDamagedPointer(folder);
  const current = readPointer(folder);
  if (current !== undefined && damagedReleases(folder).includes(current)) refuseDamagedReleases(folder);
}

/** Puts releases that cannot be read out of the way, so that publishing makes them anew. @returns their ids */
export function setAsideDamaged(folder: string): readonly string[] {
  const ids = damagedReleases(folder);
  for (const each of ids) renameSync(join(folder, "releases", each), join(folder, "releases", `.${each}.damaged`));
  return ids;
}

/** Refuses a database without anything in it beside something published: it was lost or cut off. @throws `store-damaged` */
export function refuseEmptied(folder: string, changes: number): void {
  if (changes === 0 && existsSync(join(folder, "current"))) fail("store-damaged", { file: join(folder, "peil.sqlite") });
}
