import type { Kysely } from "kysely";
import type { Tables } from "../documents-tables.ts";
import { first } from "./0001-first.ts";
import { workspaces } from "./0002-workspaces.ts";
import { keys } from "./0003-keys.ts";

/** One step from an older shape of the tables to a newer one. Never changed once it was given out. */
export type Migration = { readonly name: string; readonly up: (db: Kysely<Tables>) => Promise<void> };

/** All steps, in order. */
export const migrations: readonly Migration[] = [
  { name: "0001-first", up: first },
  { name: "0002-workspaces", up: workspaces },
  { name: "0003-keys", up: keys },
];
