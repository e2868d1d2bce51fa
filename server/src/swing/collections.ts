import { fail } from "@peil/core/errors.ts";
import { keyParts, quoted } from "./address.ts";
import type { EntityType, Row } from "./odata-types.ts";

/** Rows in their order, made when they are asked. `text` gives one as JSON, where that is kept ready. */
export type RowList = { readonly length: number; at(place: number): Row; text?(place: number): string };

/** A collection of entities at an address. */
export type Collection = {
  readonly type: EntityType;
  /** Its address under the base: `Variables('a')/GeoLevels`. */
  readonly path: string;
  rows(): Promise<RowList>;
  /** The entity of a key. @throws `not-found` and what is unknown */
  entity(key: string): Promise<Entity>;
};

/** One entity and the collections to which one can go from it. */
export type Entity = {
  readonly path: string;
  readonly type: EntityType;
  /** Undefined for `mrp` and `all`, which stand for periods and are none. */
  row(): Promise<Row | undefined>;
  readonly ways: Readonly<Record<string, () => Collection>>;
};

/** What a collection is made of. */
export type Things<T> = {
  readonly type: EntityType;
  readonly path: string;
  readonly things: readonly T[];
  row(thing: T): Row;
  /** The row as JSON, where it is kept ready. */
  readonly text?: (thing: T) => string;
  /** The thing of a key, beyond those that are listed too. @throws what is unknown */
  find(key: string): T | undefined;
  ways?(thing: T, path: string): Entity["ways"];
};

/** Finds a thing by its code in any letter case. */
export function byCode<T extends { readonly code: string }>(things: readonly T[]): (key: string) => T | undefined {
  return (key) => things.find((each) => each.code.toLowerCase() === key.toLowerCase());
}

/** A collection of things that have a row each. */
export function collectionOf<T>(made: Things<T>): Collection {
  const { type, path, things, text } = made;
  const at = (place: number): T => things[place] as T;
  const ready = text === undefined ? {} : { text: (place: number) => text(at(place)) };
  return {
    type,
    path,
    rows: async () => ({ length: things.length, at: (place) => made.row(at(place)), ...ready }),
    async entity(key) {
      const thing = made.find(key) ?? fail("not-found", { what: `${path}(${quoted(key)})`.slice(0, 200) });
      const own = made.row(thing);
      const address = `${path}(${keyText(type, own)})`;
      return { path: address, type, row: async () => own, ways: made.ways?.(thing, address) ?? {} };
    },
  };
}

/** A collection of rows with a key of several properties. */
export function rowsCollection(type: EntityType, path: string, rows: () => Promise<RowList>): Collection {
  return {
    type,
    path,
    rows,
    async entity(key) {
      const parts = keyParts(key);
      const list = await rows();
      for (let place = 0; parts !== undefined && place < list.length; place++) {
        const row = list.at(place);
        if (!type.key.every((name) => row[name] === parts.get(name.toLowerCase()))) continue;
        return { path: `${path}(${keyText(type, row)})`, type, row: async () => row, ways: {} };
      }
      return fail("not-found", { what: `${path}(${key})`.slice(0, 200) });
    },
  };
}

/** The key of a row as addresses write it. */
export function keyText({ key }: EntityType, row: Row): string {
  const [only] = key;
  if (key.length === 1 && only !== undefined) return quoted(String(row[only]));
  return key.map((name) => `${name}=${quoted(String(row[name]))}`).join(",");
}
