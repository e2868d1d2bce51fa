import { fail, PeilError } from "../errors.ts";
import type { Cube, CubeAxis, CubeMember, CubeNote, Role, Uncertainty } from "../model/cube.ts";
import { bitsOf } from "../model/cube-flags.ts";
import { type Status, status, statusNames } from "../model/status.ts";
import { cellsOf } from "./walk.ts";

type Table<T> = Readonly<Record<string, T>>;
type MemberExtra = Pick<CubeMember, "level" | "compare" | "pseudo" | "provisional" | "forecast"> & { readonly code?: string };
type Dimension = {
  readonly label: string;
  readonly category: {
    readonly index: readonly string[];
    readonly label: Table<string>;
    readonly unit?: Table<{ readonly label?: string; readonly decimals?: number }>;
  };
  readonly extension?: { readonly members: Table<MemberExtra> };
};
type Dataset = {
  readonly class: string;
  readonly id: readonly string[];
  readonly role: Table<readonly string[]>;
  readonly dimension: Table<Dimension>;
  readonly value: readonly (number | string | null)[];
  readonly status: Table<string>;
  readonly extension: {
    readonly release: string;
    readonly sources: readonly { readonly code: string; readonly name: string; readonly licence?: string; readonly url?: string }[];
    readonly notes: readonly { readonly kind: CubeNote["kind"]; readonly text: string; readonly indicator?: string }[];
    readonly missingAreas?: Table<number>;
    readonly texts?: Table<string>;
    readonly uncertainty?: Pick<Uncertainty, "level" | "method"> & Table<readonly (number | null)[]>;
  };
};

/** The cube of a file that the JSON-stat format wrote. @throws `file-unreadable` */
export function readJsonStat(text: string): Cube {
  const set = parse(text);
  try {
    return cubeOf(set);
  } catch (error) {
    if (error instanceof PeilError) throw error;
    return unreadable("dataset");
  }
}

function cubeOf(set: Dataset): Cube {
  const axes = set.id.map((code) => axisOf(code, own(set.dimension, code) ?? unreadable(code), set.role));
  if (cellsOf(axes) !== set.value.length) unreadable("value");
  const states = Uint8Array.from(set.value, (_, cell) => stateOf(set.status[cell]));
  const flags = Uint8Array.from(set.value, (_, cell) => bitsOf(set.status[cell] ?? "") ?? 0);
  const missing = set.extension.missingAreas ?? {};
  const values = Float64Array.from(set.value, (value, cell) =>
    states[cell] === status.incomplete ? (missing[cell] ?? Number.NaN) : typeof value === "number" ? value : Number.NaN,
  );
  const { texts: apart = {}, sources, notes, release } = set.extension;
  const { uncertainty } = set.extension;
  const texts = set.value.map((value, cell) => (typeof value === "string" ? value : apart[cell]));
  return {
    axes,
    values,
    status: states,
    ...(texts.some((each) => each !== undefined) ? { texts } : {}),
    ...(flags.some((bits) => bits !== 0) ? { flags } : {}),
    ...(uncertainty === undefined ? {} : { uncertainty: uncertaintyOf(uncertainty, set.value.length) }),
    notes: notes.map((note) => ({ ...note, text: { nl: note.text } })),
    release,
    sources: sources.map((source) => ({ ...source, name: { nl: source.name } })),
  };
}

function uncertaintyOf(given: NonNullable<Dataset["extension"]["uncertainty"]>, size: number): Uncertainty {
  const column = (name: "lower" | "upper" | "respondents"): Float64Array => {
    const list = given[name];
    if (list?.length !== size) return unreadable(name);
    return Float64Array.from(list, (each) => each ?? Number.NaN);
  };
  const { level, method } = given;
  return { lower: column("lower"), upper: column("upper"), respondents: column("respondents"), level, method };
}

function unreadable(what: string): never {
  return fail("file-unreadable", { format: "JSON-stat", what });
}

function parse(text: string): Dataset {
  let found: Partial<Dataset> | null;
  try {
    found = JSON.parse(text) as Partial<Dataset> | null;
  } catch {
    return unreadable("JSON");
  }
  for (const key of ["id", "role", "dimension", "value", "status", "extension"] as const) if (found?.[key] === undefined) unreadable(key);
  return found as Dataset;
}

function own<T>(table: Table<T>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

function axisOf(code: string, dimension: Dimension, roles: Dataset["role"]): CubeAxis {
  const { index, label, unit = {} } = dimension.category;
  const extras = dimension.extension?.members ?? {};
  const members = index.map((id): CubeMember => {
    const { label: unitLabel, decimals } = own(unit, id) ?? {};
    return {
      code: id,
      label: { nl: own(label, id) ?? id },
      ...own(extras, id),
      ...(unitLabel === undefined ? {} : { unit: { nl: unitLabel } }),
      ...(decimals === undefined ? {} : { decimals }),
    };
  });
  return { code, label: { nl: dimension.label }, role: roleOf(code, roles), members };
}

function roleOf(code: string, roles: Dataset["role"]): Role {
  if (roles.time?.includes(code)) return "period";
  if (roles.geo?.includes(code)) return "area";
  return roles.metric?.includes(code) ? "indicator" : "member";
}

function stateOf(name: string | undefined): Status {
  if (name === undefined || bitsOf(name) !== undefined) return status.value;
  const found = Object.entries(statusNames).find(([, each]) => each === name);
  return found ? (Number(found[0]) as Status) : unreadable(name);
}
