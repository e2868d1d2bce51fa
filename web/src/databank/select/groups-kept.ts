import type { AreaRef } from "@peil/core/query/selection.ts";

/** A group of areas that a reader keeps in this browser. */
export type KeptGroup = { readonly name: string; readonly areas: readonly AreaRef[] };

/** Where a browser keeps texts; `localStorage` is one. */
export type Drawer = Pick<Storage, "getItem" | "setItem">;

const key = "peil-area-groups";
const most = 100;

/** The reader's groups by name. What is damaged or refused counts as nothing. */
export function readGroups(drawer: Drawer | undefined): readonly KeptGroup[] {
  try {
    const found: unknown = JSON.parse(drawer?.getItem(key) ?? "[]");
    return Array.isArray(found) ? found.filter(isGroup) : [];
  } catch {
    return [];
  }
}

/** Keeps the groups. @returns whether the browser could */
export function keepGroups(drawer: Drawer | undefined, groups: readonly KeptGroup[]): boolean {
  try {
    drawer?.setItem(key, JSON.stringify(groups.slice(0, most)));
    return drawer !== undefined;
  } catch {
    return false;
  }
}

/** The groups with one more, or another one in the place of `instead` and of its namesake. */
export function withGroup(groups: readonly KeptGroup[], group: KeptGroup, instead?: string): readonly KeptGroup[] {
  const others = groups.filter((each) => each.name !== group.name && each.name !== instead);
  return [...others, group].sort((a, b) => a.name.localeCompare(b.name));
}

function isGroup(value: unknown): value is KeptGroup {
  if (typeof value !== "object" || value === null) return false;
  const { name, areas } = value as { name?: unknown; areas?: unknown };
  return typeof name === "string" && Array.isArray(areas) && areas.every(isRef);
}

function isRef(value: unknown): value is AreaRef {
  const { level, code } = (value ?? {}) as { level?: unknown; code?: unknown };
  return typeof level === "string" && typeof code === "string";
}
