import { type AggregationTable, type Area, holdsObjects, type Level } from "../model/area.ts";
import { round12 } from "../statistics/round.ts";

/** How a level feeds a parent level: links from the children straight to the parents, whatever lies between. */
export type Path = {
  readonly childLevel: number;
  readonly parentLevel: number;
  /** Number of aggregation tables passed. */
  readonly steps: number;
  readonly links: readonly FeedLink[];
};

/** A child counts in a parent for `weight` of its value. */
export type FeedLink = { readonly child: number; readonly parent: number; readonly weight: number };

/** Two areas of different divisions of one base that are made of the same parts: any figure passes unchanged. */
export type Identity = { readonly level: number; readonly area: number; readonly fromLevel: number; readonly fromArea: number };

/** Everything that decides which figures reach which area (semantics, sections 3 and 4). */
export type Lineage = {
  readonly paths: readonly Path[];
  readonly identities: readonly Identity[];
};

type Input = { readonly levels: readonly Level[]; readonly areas: readonly Area[]; readonly tables: readonly AggregationTable[] };

/**
 * Derives the paths by which levels feed each other and the areas that are the same in two divisions.
 *
 * A direct table is used as it is (rows without a weight never). A chain is used only where every step is unambiguous:
 * each child has one parent, wholly. Of several chains the shortest counts, ties by the levels' fixed order.
 * Only covering levels feed, also halfway a chain; and objects (points, lines), whose tables say where each of them lies:
 * these may start a chain with shares too, since what a line has in an area it has in that area's parent.
 */
export function deriveLineage(input: Input): Lineage {
  const paths = findPaths(input);
  return { paths, identities: findIdentities(input, paths) };
}

function usable(table: AggregationTable): FeedLink[] {
  return table.links.flatMap((link) =>
    link.weight === undefined ? [] : [{ child: link.child, parent: link.parent, weight: link.weight }],
  );
}

function isUnambiguous(links: readonly FeedLink[]): boolean {
  const seen = new Set<number>();
  for (const link of links) {
    if (link.weight !== 1 || seen.has(link.child)) return false;
    seen.add(link.child);
  }
  return true;
}

function compose(first: readonly FeedLink[], second: readonly FeedLink[]): FeedLink[] {
  const up = new Map(second.map((link) => [link.child, link.parent]));
  return first.flatMap((link) => {
    const parent = up.get(link.parent);
    return parent === undefined ? [] : [{ child: link.child, parent, weight: link.weight }];
  });
}

/** The shares that an object has in several parts of one parent, as one share of that parent. */
function mergeShares(links: FeedLink[]): FeedLink[] {
  if (new Set(links.map((link) => link.child)).size === links.length) return links;
  const made = new Map<string, FeedLink>();
  for (const link of links) {
    const key = `${link.child}:${link.parent}`;
    made.set(key, { ...link, weight: round12((made.get(key)?.weight ?? 0) + link.weight) });
  }
  return [...made.values()];
}

/** Whether every real child of a table lies in one parent, wholly: only such a table can be a step of a chain. */
function isStep(table: AggregationTable, links: readonly FeedLink[], pseudo: ReadonlySet<number>): boolean {
  const placed = new Set(links.map((link) => link.child));
  return isUnambiguous(links) && table.links.every((link) => placed.has(link.child) || pseudo.has(link.child));
}

function findPaths({ levels, areas, tables }: Input): Path[] {
  const pseudo = new Set(areas.filter((area) => area.pseudo).map((area) => area.id));
  const byId = new Map(levels.map((level) => [level.id, level]));
  const sequence = (id: number): number => byId.get(id)?.sequence ?? 0;
  const covers = (id: number): boolean => byId.get(id)?.covers ?? false;
  const steps = new Map<number, { to: number; links: FeedLink[]; clear: boolean }[]>();
  for (const table of tables) {
    const links = usable(table);
    const list = steps.get(table.childLevel) ?? [];
    list.push({ to: table.parentLevel, links, clear: isStep(table, links, pseudo) });
    steps.set(table.childLevel, list);
  }
  for (const list of steps.values()) list.sort((a, b) => sequence(a.to) - sequence(b.to) || a.to - b.to);

  const out: Path[] = [];
  for (const start of levels) {
    if (!start.covers && !holdsObjects(start)) continue;
    const found = new Map<number, Path & { clear: boolean }>();
    let front: (Path & { clear: boolean })[] = [];
    for (const step of steps.get(start.id) ?? []) {
      const clear = step.clear || holdsObjects(start);
      const path = { childLevel: start.id, parentLevel: step.to, steps: 1, links: step.links, clear };
      found.set(step.to, path);
      front.push(path);
    }
    while (front.length > 0) {
      const next: (Path & { clear: boolean })[] = [];
      for (const path of front) {
        if (!path.clear || !covers(path.parentLevel)) continue;
        for (const step of steps.get(path.parentLevel) ?? []) {
          if (!step.clear || found.has(step.to) || step.to === start.id) continue;
          const links = compose(path.links, step.links);
          const longer = {
            childLevel: start.id,
            parentLevel: step.to,
            steps: path.steps + 1,
            links: holdsObjects(start) ? mergeShares(links) : links,
            clear: true,
          };
          found.set(step.to, longer);
          next.push(longer);
        }
      }
      front = next;
    }
    for (const { clear: _, ...path } of found.values()) out.push(path);
  }
  return out;
}

/** Which real parts each area of a level is made of, on a finer level, as one text per area. */
function compositions(links: readonly FeedLink[], pseudo: ReadonlySet<number>): Map<number, string> {
  const parts = new Map<number, number[]>();
  for (const link of links) {
    if (pseudo.has(link.child) || pseudo.has(link.parent)) continue;
    const list = parts.get(link.parent) ?? [];
    list.push(link.child);
    parts.set(link.parent, list);
  }
  return new Map([...parts].map(([area, list]) => [area, list.sort((a, b) => a - b).join(",")]));
}

function findIdentities({ levels, areas }: Input, paths: readonly Path[]): Identity[] {
  const pseudo = new Set(areas.filter((area) => area.pseudo).map((area) => area.id));
  const pathOf = new Map(paths.map((path) => [`${path.childLevel}:${path.parentLevel}`, path]));
  const cache = new Map<string, Map<number, string>>();
  function composition(level: Level, part: Level): Map<number, string> | undefined {
    const key = `${part.id}:${level.id}`;
    const known = cache.get(key);
    if (known) return known;
    const links =
      level.id === part.id
        ? areas.filter((area) => area.level === level.id).map((area) => ({ child: area.id, parent: area.id, weight: 1 }))
        : pathOf.get(key)?.links;
    if (links === undefined || !isUnambiguous(links)) return undefined;
    const made = compositions(links, pseudo);
    cache.set(key, made);
    return made;
  }
  const out: Identity[] = [];
  // The objects in an area do not make it up: two areas with the same libraries are not the same area.
  const surfaces = levels.filter((level) => !holdsObjects(level));
  for (const level of surfaces) {
    for (const from of surfaces) {
      if (level.id === from.id || level.base !== from.base) continue;
      const parts = surfaces.filter((part) => composition(level, part) !== undefined && composition(from, part) !== undefined);
      const cost = (part: Level): number => stepsTo(part, level) + stepsTo(part, from);
      const part = parts.sort((a, b) => cost(a) - cost(b) || a.sequence - b.sequence)[0];
      if (part === undefined) continue;
      const made = new Map([...(composition(from, part) ?? [])].map(([area, text]) => [text, area]));
      for (const [area, text] of composition(level, part) ?? []) {
        const fromArea = made.get(text);
        if (fromArea !== undefined) out.push({ level: level.id, area, fromLevel: from.id, fromArea });
      }
    }
  }
  return out;
  function stepsTo(part: Level, level: Level): number {
    return part.id === level.id ? 0 : (pathOf.get(`${part.id}:${level.id}`)?.steps ?? 99);
  }
}
