import type { Level } from "@peil/core/model/area.ts";
import type { Position } from "geojson";
import type { Placed, Shape } from "../places/objects.ts";
import { degreesOf, guessSystem, type Spot, type System, systemNamed } from "../places/systems.ts";
import { numberOf } from "./cell.ts";
import type { PlaceRow, Recognised } from "./layout.ts";
import type { Problems } from "./problems.ts";

/** The objects of a sheet on one level, each once, with the shapes of those whose place is known by code in lower case. */
export type Judged = {
  readonly type: "point" | "line";
  readonly objects: readonly PlaceRow[];
  readonly shapes: ReadonlyMap<string, Placed>;
  /** Codes in lower case of those whose place is not known; those whose place is wrong are not among them. */
  readonly lost: ReadonlySet<string>;
  /** The system of the coordinates; undefined where there are none. */
  readonly system?: System;
};

/** Reads the coordinates of a sheet: one system for all, by their magnitude or as a column says. Says what is wrong, by row. */
export function judgeShapes(
  sheet: Extract<Recognised, { kind: "places" }>,
  rows: readonly PlaceRow[],
  level: Level | undefined,
  problems: Problems,
): Judged {
  const judge = new Judge(sheet, problems);
  const type = level?.type === "point" || level?.type === "line" ? level.type : typeOf(rows);
  const objects = judge.unique(rows);
  const shapes = new Map<string, Placed>();
  const lost = new Set<string>();
  for (const row of objects) {
    if (row.geometry === "" && row.x === "" && row.y === "") {
      lost.add(row.code.toLowerCase());
      continue;
    }
    const shape = judge.shapeOf(row);
    if (shape === undefined) continue;
    if ((shape.type === "Point") === (type === "point")) shapes.set(row.code.toLowerCase(), { code: row.code, shape });
    else judge.tell("place-shape", row, { code: row.code, shape: shape.type, level: row.level });
  }
  if (judge.system !== undefined)
    problems.add("places-system", { file: sheet.sheet.file, sheet: sheet.sheet.name }, { system: judge.system.name });
  return { type, objects, shapes, lost, ...(judge.system === undefined ? {} : { system: judge.system }) };
}

function typeOf(rows: readonly PlaceRow[]): "point" | "line" {
  return rows.some((row) => row.geometry.includes("LineString")) ? "line" : "point";
}

const depths: Readonly<Record<string, number>> = { Point: 0, LineString: 1, MultiLineString: 2 };

class Judge {
  /** The system of the first coordinates; all others must follow. */
  system: System | undefined;
  readonly #sheet: Extract<Recognised, { kind: "places" }>["sheet"];
  readonly #problems: Problems;

  constructor({ sheet }: Extract<Recognised, { kind: "places" }>, problems: Problems) {
    this.#sheet = sheet;
    this.#problems = problems;
  }

  tell(code: Parameters<Problems["add"]>[0], row: PlaceRow, details: Parameters<Problems["add"]>[2] = {}): void {
    this.#problems.add(code, { file: this.#sheet.file, sheet: this.#sheet.name, row: row.row }, details);
  }

  /** Every object once. One that comes back (a row per period) must say the same of itself. */
  unique(rows: readonly PlaceRow[]): readonly PlaceRow[] {
    const out = new Map<string, PlaceRow>();
    for (const row of rows) {
      const known = out.get(row.code.toLowerCase());
      if (known === undefined) out.set(row.code.toLowerCase(), row);
      else if (known.name !== row.name || known.x !== row.x || known.y !== row.y || known.geometry !== row.geometry)
        this.tell("place-differs", row, { code: row.code, first: known.row });
    }
    return [...out.values()];
  }

  /** The shape of an object in degrees; undefined where it was told what is wrong with it. */
  shapeOf(row: PlaceRow): Shape | undefined {
    if (row.geometry !== "") return this.#drawn(row);
    const [x, y] = [numberOf(row.x, this.#sheet.decimalComma), numberOf(row.y, this.#sheet.decimalComma)];
    if (x === undefined || y === undefined) {
      this.tell("place-unreadable", row, { text: x === undefined ? row.x : row.y });
      return undefined;
    }
    const spot = this.#spot(row, x, y);
    return spot === undefined ? undefined : { type: "Point", coordinates: [...spot] };
  }

  #drawn(row: PlaceRow): Shape | undefined {
    const read = shapeIn(row.geometry);
    const depth = depths[read?.type ?? ""];
    if (read === undefined || depth === undefined) {
      this.tell("place-shape", row, { code: row.code, shape: read?.type ?? row.geometry.slice(0, 40), level: row.level });
      return undefined;
    }
    const coordinates = this.#degrees(row, read.coordinates, depth);
    return coordinates === undefined ? undefined : ({ type: read.type, coordinates } as Shape);
  }

  /** Coordinates of any depth in degrees; undefined where one of them was refused. */
  #degrees(row: PlaceRow, value: unknown, depth: number): Position | readonly unknown[] | undefined {
    if (!Array.isArray(value)) return this.#refuse(row, value);
    if (depth > 0) {
      const out: unknown[] = [];
      for (const each of value) {
        const turned = this.#degrees(row, each, depth - 1);
        if (turned === undefined) return undefined;
        out.push(turned);
      }
      return depth > 1 || out.length > 1 ? out : this.#refuse(row, value);
    }
    const [x, y] = value as unknown[];
    if (typeof x !== "number" || typeof y !== "number") return this.#refuse(row, value);
    const spot = this.#spot(row, x, y);
    return spot === undefined ? undefined : [...spot];
  }

  #refuse(row: PlaceRow, value: unknown): undefined {
    this.tell("place-unreadable", row, { text: (JSON.stringify(value) ?? "").slice(0, 40) });
  }

  #spot(row: PlaceRow, x: number, y: number): Spot | undefined {
    const guess = guessSystem(x, y);
    if (guess.kind !== "system") {
      const said = guess.kind === "swapped" ? { system: guess.system.name } : {};
      this.tell(guess.kind === "swapped" ? "place-swapped" : "place-abroad", row, { code: row.code, x, y, ...said });
      return undefined;
    }
    const named = row.system === "" ? undefined : systemNamed(row.system);
    if (row.system !== "" && named === undefined) {
      this.tell("place-system-unknown", row, { text: row.system });
      return undefined;
    }
    const first = named ?? this.system ?? guess.system;
    this.system ??= first;
    if (guess.system.epsg === first.epsg) return degreesOf(first, x, y);
    this.tell("place-mixed", row, { code: row.code, system: guess.system.name, first: first.name });
    return undefined;
  }
}

function shapeIn(text: string): { readonly type: string; readonly coordinates: unknown } | undefined {
  try {
    const read = JSON.parse(text) as { type?: unknown; coordinates?: unknown };
    return typeof read.type === "string" ? { type: read.type, coordinates: read.coordinates } : undefined;
  } catch {
    return undefined;
  }
}
