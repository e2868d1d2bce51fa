import type { AggregationTable, Area, AreaLink, Level } from "@peil/core/model/area.ts";
import type { CatalogueData } from "@peil/core/model/catalogue.ts";
import type { Dimension, DimensionLevel, Member, MemberLink } from "@peil/core/model/dimension.ts";
import type { Indicator, Source } from "@peil/core/model/indicator.ts";
import type { Site } from "@peil/core/model/site.ts";
import type { ThemeNode } from "@peil/core/model/theme.ts";
import type { Edits, IdKind } from "../store/documents.ts";

/** Gives new ids. An import that only looks gives numbers that nobody keeps. */
export type Allocate = (kind: IdKind, count: number) => Promise<number>;

const lower = (text: string): string => text.toLowerCase();

/** A list that knows what was changed in it, by a key. */
class Shelf<K, T> {
  readonly #all = new Map<K, T>();
  readonly #changed = new Set<K>();
  readonly #keyOf: (item: T) => K;
  constructor(items: readonly T[], keyOf: (item: T) => K) {
    this.#keyOf = keyOf;
    for (const each of items) this.#all.set(keyOf(each), each);
  }
  get(key: K): T | undefined {
    return this.#all.get(key);
  }
  put(item: T): void {
    this.#all.set(this.#keyOf(item), item);
    this.#changed.add(this.#keyOf(item));
  }
  values(): readonly T[] {
    return [...this.#all.values()];
  }
  changed(): readonly T[] {
    return [...this.#changed].map((key) => this.#all.get(key) as T);
  }
  isChanged(key: K): boolean {
    return this.#changed.has(key);
  }
}

/** The catalogue as it will stand after the import: what is there, with the import's own definitions over it. */
export class Draft {
  readonly levels: Shelf<number, Level>;
  readonly indicators: Shelf<string, Indicator>;
  readonly sources: Shelf<string, Source>;
  readonly dimensions: Shelf<string, Dimension>;
  readonly dimensionLevels: Shelf<string, DimensionLevel>;
  readonly tables: Shelf<string, AggregationTable>;
  readonly #areas = new Map<number, Map<string, Area>>();
  readonly #newAreas: Area[] = [];
  readonly #members = new Map<number, Map<string, Member>>();
  readonly #newMembers: Member[] = [];
  readonly #links: { childLevel: number; parentLevel: number; links: readonly MemberLink[] }[] = [];
  readonly #byAlias = new Map<string, Level>();
  /** TopoJSON text by level, where the import changes it. */
  readonly geometry = new Map<number, string>();
  /** The theme tree, when the import changes it. */
  themes: readonly ThemeNode[];
  themesChanged = false;
  readonly allocate: Allocate;
  readonly #start: CatalogueData;
  readonly #workspaces = new Map<string, string>();

  constructor(data: CatalogueData, allocate: Allocate) {
    this.allocate = allocate;
    this.#start = data;
    this.levels = new Shelf(data.levels, (each) => each.id);
    this.indicators = new Shelf(data.indicators, (each) => lower(each.code));
    this.sources = new Shelf(data.sources, (each) => lower(each.code));
    this.dimensions = new Shelf(data.dimensions, (each) => lower(each.code));
    this.dimensionLevels = new Shelf(data.dimensionLevels, (each) => lower(each.code));
    this.tables = new Shelf(data.tables, (each) => `${each.childLevel}:${each.parentLevel}`);
    this.themes = data.themes;
    for (const each of data.levels) this.#nameLevel(each);
    for (const each of data.areas) this.areasOf(each.level).set(lower(each.code), each);
    for (const each of data.members) this.membersOf(each.level).set(lower(each.code), each);
  }

  #nameLevel(level: Level): void {
    this.#byAlias.set(lower(level.division), level);
    this.#byAlias.set(lower(level.alias), level);
  }

  /** A level by alias or division. */
  level(code: string): Level | undefined {
    const found = this.#byAlias.get(lower(code));
    return found === undefined ? undefined : this.levels.get(found.id);
  }

  /** Adds or changes a level. */
  putLevel(level: Level): void {
    this.levels.put(level);
    this.#nameLevel(level);
  }

  /** Areas of a level by code in lower case. */
  areasOf(level: number): Map<string, Area> {
    return mapIn(this.#areas, level);
  }

  /** Adds or changes an area. */
  putArea(area: Area): void {
    this.areasOf(area.level).set(lower(area.code), area);
    this.#newAreas.push(area);
  }

  /** Members of a dimension level by code in lower case. */
  membersOf(level: number): Map<string, Member> {
    return mapIn(this.#members, level);
  }

  /** Adds or changes a member. */
  putMember(member: Member): void {
    this.membersOf(member.level).set(lower(member.code), member);
    this.#newMembers.push(member);
  }

  /** Replaces the links between two dimension levels. */
  putMemberLinks(childLevel: number, parentLevel: number, links: readonly MemberLink[]): void {
    this.#links.push({ childLevel, parentLevel, links });
  }

  /** Replaces the table between two area levels. */
  putTable(childLevel: number, parentLevel: number, links: readonly AreaLink[]): void {
    this.tables.put({ childLevel, parentLevel, links });
  }

  /** Says where a workspace of a former site leads. */
  putWorkspace(guid: string, to: string): void {
    this.#workspaces.set(guid, to);
  }

  /** All codes of levels by which users may call them. */
  levelCodes(): readonly string[] {
    return this.levels.values().map((each) => each.alias);
  }

  /** The catalogue as it will stand, without areas: what formulas are checked against. */
  forFormulas(): CatalogueData {
    const members = this.dimensionLevels.values().flatMap((level) => [...this.membersOf(level.id).values()]);
    return {
      ...this.#start,
      areas: [],
      tables: [],
      dimensions: this.dimensions.values(),
      dimensionLevels: this.dimensionLevels.values(),
      members,
      indicators: this.indicators.values(),
    };
  }

  #siteWithWorkspaces(): Site {
    const { site } = this.#start;
    const all = new Map([...(site.formerWorkspaces ?? []).map(({ guid, to }) => [guid, to] as const), ...this.#workspaces]);
    return { ...site, formerWorkspaces: [...all].map(([guid, to]) => ({ guid, to })) };
  }

  /** What the import changes of the catalogue. */
  edits(): Edits {
    const out: { -readonly [K in keyof Edits]: Edits[K] } = {};
    const set = <K extends keyof Edits>(key: K, list: Edits[K] & readonly unknown[]): void => {
      if (list.length > 0) out[key] = list;
    };
    set("levels", this.levels.changed());
    set("areas", lastById(this.#newAreas));
    set("tables", this.tables.changed());
    set(
      "geometry",
      [...this.geometry].map(([level, topology]) => ({ level, topology })),
    );
    set("dimensions", this.dimensions.changed());
    set("dimensionLevels", this.dimensionLevels.changed());
    set("members", lastById(this.#newMembers));
    set("memberLinks", this.#links);
    set("sources", this.sources.changed());
    set("indicators", this.indicators.changed());
    if (this.themesChanged) out.themes = this.themes;
    if (this.#workspaces.size > 0) out.site = this.#siteWithWorkspaces();
    return out;
  }
}

function mapIn<T>(all: Map<number, Map<string, T>>, key: number): Map<string, T> {
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = new Map<string, T>();
  all.set(key, made);
  return made;
}

function lastById<T extends { readonly id: number }>(items: readonly T[]): readonly T[] {
  return [...new Map(items.map((each) => [each.id, each])).values()];
}
