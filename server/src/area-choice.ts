import { fail } from "@peil/core/errors.ts";
import { findArea, findLevel } from "@peil/core/query/choose.ts";
import type { AreaChoice, Selection } from "@peil/core/query/selection.ts";
import { type Neighbours, neighboursIn } from "./places/neighbours.ts";
import type { Release } from "./release.ts";

const kept = new WeakMap<Release, Map<number, Promise<Neighbours | undefined>>>();

/** Who borders on whom on a level, found once per release; undefined where the level has no borders. */
function neighboursOf(release: Release, level: number): Promise<Neighbours | undefined> {
  const levels = kept.get(release) ?? new Map<number, Promise<Neighbours | undefined>>();
  kept.set(release, levels);
  const known = levels.get(level);
  if (known !== undefined) return known;
  const made = release.geometry(level).then((text) => (text === undefined ? undefined : neighboursIn(text)));
  made.catch(() => levels.delete(level));
  levels.set(level, made);
  return made;
}

/**
 * A selection in which neighbours are named: the area itself, then those that share a border with it in the order of the level.
 * @throws `no-borders`, `area-unknown`, `selection-invalid` where the area is of another level than is asked
 */
export async function nameNeighbours(release: Release, selection: Selection): Promise<Selection> {
  const { areas } = selection;
  if (areas.kind !== "neighbours") return selection;
  const { catalogue } = release;
  const { level, area } = findArea(catalogue, areas.of);
  const asked = findLevel(catalogue, selection.level);
  if (level.id !== asked.id) {
    return fail("selection-invalid", { key: "neighbours", value: `${level.alias}:${area.code}`, expected: `${asked.alias}:…` });
  }
  const found = await neighboursOf(release, level.id);
  if (found === undefined) return fail("no-borders", { level: level.alias });
  const around = new Set(found.get(area.code) ?? []);
  const codes = catalogue.areasOf(level.id).flatMap((each) => (around.has(each.code) ? [each.code] : []));
  const list: AreaChoice = { kind: "list", codes: [area.code, ...codes] };
  return { ...selection, areas: list };
}
