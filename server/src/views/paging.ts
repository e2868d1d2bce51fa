import { createHash } from "node:crypto";
import type { ListPage, PageAsked } from "@peil/core/api-catalogue.ts";
import { listLimits } from "@peil/core/api-parameters.ts";
import { blank, fail } from "@peil/core/errors.ts";
import type { Release } from "../release.ts";
import { keeper } from "./kept.ts";
import { releaseOf, type Scope } from "./scope.ts";

/** Lists that are walked through now; each is made once. */
const kept = keeper<readonly unknown[]>(40);

type Cursor = { readonly release: string; readonly from: number; readonly question: string };

/**
 * One page of a list. A cursor names the release of its list, so that somebody who walks through it is not troubled by a new one.
 * @param question what tells this list from others: the route and its filters
 * @param listOf the whole list, in an order that is fixed
 * @throws `selection-invalid` for a wrong limit, `cursor-invalid`, `release-unknown` where that release is no longer kept
 */
export async function pageOf<T, U>(
  scope: Scope,
  asked: PageAsked,
  question: readonly string[],
  listOf: (release: Release) => readonly T[],
  itemOf: (release: Release, each: T) => U,
): Promise<ListPage<U>> {
  const limit = limitOf(asked.limit);
  const key = keyOf(question);
  const cursor = asked.cursor === "" ? undefined : readCursor(asked.cursor, key);
  const release = await releaseOf(scope, cursor?.release);
  const all = (await kept(release, key, async () => listOf(release))) as readonly T[];
  const from = cursor?.from ?? 0;
  if (cursor !== undefined && from >= all.length) return fail("cursor-invalid");
  const items = all.slice(from, from + limit).map((each) => itemOf(release, each));
  const end = from + items.length;
  return { items, ...(end < all.length ? { next: writeCursor({ release: release.id, from: end, question: key }) } : {}) };
}

function limitOf(text: string): number {
  const limit = text === "" ? listLimits.usual : Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= listLimits.most) return limit;
  const expected = { nl: `Een getal van 1 tot ${listLimits.most}.`, en: `A number from 1 to ${listLimits.most}.` };
  return fail("selection-invalid", { key: "limit", value: text.slice(0, 80), ...blank("expected", expected) });
}

function keyOf(question: readonly string[]): string {
  return createHash("sha1").update(JSON.stringify(question)).digest("base64url").slice(0, 8);
}

function writeCursor({ release, from, question }: Cursor): string {
  return Buffer.from(`${from} ${question} ${release}`).toString("base64url");
}

function readCursor(text: string, key: string): Cursor {
  const read = Buffer.from(text.slice(0, 400), "base64url").toString();
  const [, from = "", question, release = ""] = /^(\d{1,9}) ([\w-]{8}) ([\w.:+-]{1,200})$/.exec(read) ?? [];
  return question === key && Buffer.from(read).toString("base64url") === text
    ? { release, from: Number(from), question }
    : fail("cursor-invalid");
}
