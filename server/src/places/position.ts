import { type AggregationTable, type Area, type AreaLink, holdsObjects, type Level } from "@peil/core/model/area.ts";
import { deriveLineage } from "@peil/core/query/lineage.ts";
import { type Borders, openBorders } from "./borders.ts";
import type { Placed } from "./objects.ts";
import { sharesOf } from "./shares.ts";

/** What objects are positioned on: the catalogue's areas and tables, and the borders. */
export type Ground = {
  readonly levels: readonly Level[];
  readonly areas: readonly Area[];
  readonly tables: readonly AggregationTable[];
  /** TopoJSON text of a level; undefined where it has no borders. */
  borders(level: number): Promise<string | undefined>;
};

/** Where the objects of a level were found on one level with borders. */
export type Finding = {
  readonly level: Level;
  readonly borders: Borders;
  /** How many lie in an area. */
  readonly placed: number;
  /** The pseudo-area for what lies nowhere, where the level has one. */
  readonly unknown?: Area;
  /** Codes of the objects that lie in no area, or of which it is not known where they are. */
  readonly nowhere: readonly string[];
  /** Lines of which a part lies in no area, and how much of them. */
  readonly partly: ReadonlyMap<string, number>;
};

/** The position tables of a level of objects, and what was found. An empty table takes the place of an earlier one. */
export type Positions = { readonly tables: readonly AggregationTable[]; readonly findings: readonly Finding[] };

/** Codes of pseudo-areas for what is nowhere known, the first that a level has. */
const unknownCodes = ["99993", "99991", "ONB", "ONBE"];

/** The pseudo-area of a level for cases whose place is nowhere known; those of one municipality (`…ZZZZ`) are not meant. */
function unknownAreaOf(level: Level, areas: readonly Area[]): Area | undefined {
  const pseudo = areas.filter((each) => each.level === level.id && each.pseudo);
  for (const code of unknownCodes) {
    const found = pseudo.find((each) => each.code.toUpperCase() === code);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The covering levels with borders, fine to coarse. */
async function borderedLevels(ground: Ground): Promise<{ level: Level; text: string }[]> {
  const out: { level: Level; text: string }[] = [];
  for (const level of ground.levels) {
    if (level.type !== "area" || !level.covers) continue;
    const text = await ground.borders(level.id);
    if (text !== undefined) out.push({ level, text });
  }
  return out.sort((a, b) => b.level.sequence - a.level.sequence || b.level.id - a.level.id);
}

/**
 * Positions the objects of a level: each gets its area on the finest covering level with borders, and on each further one that no
 * tables reach from there. On all other levels an object lies where its area lies, by the tables.
 * @param objects those whose place is known
 * @param lost codes of those whose place is not
 */
export async function positionObjects(
  level: Level,
  objects: readonly Placed[],
  lost: readonly string[],
  ground: Ground,
): Promise<Positions> {
  const own = new Map(ground.areas.filter((each) => each.level === level.id).map((each) => [each.code.toLowerCase(), each.id]));
  const bordered = await borderedLevels(ground);
  const made: AggregationTable[] = [];
  const findings: Finding[] = [];
  for (const { level: target, text } of bordered) {
    if (reachedBy(level, made, ground).has(target.id)) continue;
    const borders = openBorders(text);
    const table = new TableMaker(target, ground.areas, own, borders);
    for (const each of objects) table.place(each);
    for (const code of lost) table.lose(code);
    made.push({ childLevel: level.id, parentLevel: target.id, links: table.links });
    findings.push({ level: target, borders, ...table.found() });
  }
  const stale = ground.tables.filter(
    (each) => each.childLevel === level.id && isBordered(each, bordered) && !made.some((table) => table.parentLevel === each.parentLevel),
  );
  return { tables: [...made, ...stale.map((each) => ({ ...each, links: [] }))], findings };
}

function isBordered(table: AggregationTable, bordered: readonly { readonly level: Level }[]): boolean {
  return bordered.some((each) => each.level.id === table.parentLevel);
}

/** The levels that the objects of a level reach over some tables. Only what lies above those tables is looked at. */
function reachedBy(level: Level, made: readonly AggregationTable[], ground: Ground): ReadonlySet<number> {
  if (made.length === 0) return new Set();
  const above = new Set(made.map((each) => each.parentLevel));
  const tables = [...made];
  for (let grown = true; grown; ) {
    grown = false;
    for (const each of ground.tables) {
      if (!above.has(each.childLevel) || tables.includes(each)) continue;
      tables.push(each);
      above.add(each.parentLevel);
      grown = true;
    }
  }
  const levels = ground.levels.filter((each) => each.id === level.id || (above.has(each.id) && !holdsObjects(each)));
  const { paths } = deriveLineage({ levels, areas: ground.areas.filter((each) => above.has(each.level)), tables });
  return new Set(paths.filter((each) => each.childLevel === level.id).map((each) => each.parentLevel));
}

class TableMaker {
  readonly links: AreaLink[] = [];
  readonly #areas: ReadonlyMap<string, number>;
  readonly #own: ReadonlyMap<string, number>;
  readonly #borders: Borders;
  readonly #unknown: Area | undefined;
  readonly #nowhere: string[] = [];
  readonly #partly = new Map<string, number>();
  #placed = 0;

  constructor(target: Level, areas: readonly Area[], own: ReadonlyMap<string, number>, borders: Borders) {
    this.#areas = new Map(areas.filter((each) => each.level === target.id).map((each) => [each.code.toLowerCase(), each.id]));
    this.#own = own;
    this.#borders = borders;
    this.#unknown = unknownAreaOf(target, areas);
  }

  place({ code, shape }: Placed): void {
    if (shape.type === "Point") {
      const area = this.#borders.areaAt([shape.coordinates[0] ?? Number.NaN, shape.coordinates[1] ?? Number.NaN]);
      if (area === undefined) this.lose(code);
      else this.#link(code, new Map([[area, 1]]));
      return;
    }
    const shares = sharesOf(shape, this.#borders);
    if (shares.areas.size === 0) this.lose(code);
    else this.#link(code, shares.areas);
    if (shares.areas.size > 0 && shares.outside > 0) {
      this.#partly.set(code, shares.outside);
      this.#linkUnknown(code, shares.outside);
    }
  }

  lose(code: string): void {
    this.#nowhere.push(code);
    this.#linkUnknown(code, 1);
  }

  found(): Omit<Finding, "level" | "borders"> {
    const unknown = this.#unknown === undefined ? {} : { unknown: this.#unknown };
    return { placed: this.#placed, nowhere: this.#nowhere, partly: this.#partly, ...unknown };
  }

  #link(code: string, areas: ReadonlyMap<string, number>): void {
    this.#placed++;
    for (const [area, weight] of areas) this.#add(code, this.#areas.get(area.toLowerCase()), weight);
  }

  #linkUnknown(code: string, weight: number): void {
    this.#add(code, this.#unknown?.id, weight);
  }

  #add(code: string, parent: number | undefined, weight: number): void {
    const child = this.#own.get(code.toLowerCase());
    if (child !== undefined && parent !== undefined) this.links.push({ child, parent, weight });
  }
}
