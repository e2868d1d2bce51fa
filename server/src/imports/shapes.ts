import { fail } from "@peil/core/errors.ts";
import type { Text } from "@peil/core/model/text.ts";

/** Where a value stands: a file, and the way to it inside that file. */
export type Place = { readonly file: string; readonly path: string };

/** Reads a value of unknown shape, or refuses it by name. */
export type Check<T> = {
  /** What belongs here, in the notation of JSON: the same in every language. */
  readonly expected: string;
  readonly optional?: boolean;
  read(value: unknown, at: Place): T;
};

/** @throws `exchange-invalid` */
export function refuse(value: unknown, at: Place, expected: string): never {
  const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "…");
  return fail("exchange-invalid", { file: at.file, place: at.path, found: shown.slice(0, 80), expected });
}

function simple<T>(expected: string, fits: (value: unknown) => value is T): Check<T> {
  return { expected, read: (value, at) => (fits(value) ? value : refuse(value, at, expected)) };
}

/** A text that is not empty. */
export const string: Check<string> = simple('"…"', (value): value is string => typeof value === "string" && value !== "");
/** A number. */
export const number: Check<number> = simple("0", (value): value is number => typeof value === "number" && Number.isFinite(value));
/** A whole number. */
export const integer: Check<number> = simple("0", (value): value is number => Number.isSafeInteger(value));
/** Yes or no. */
export const boolean: Check<boolean> = simple("true | false", (value): value is boolean => typeof value === "boolean");

/** A text of a certain form. */
export function matching(form: RegExp, expected: string): Check<string> {
  return simple(expected, (value): value is string => typeof value === "string" && form.test(value));
}

/** One of some words or numbers. */
export function oneOf<T extends string | number>(...choices: readonly T[]): Check<T> {
  const expected = choices.map((each) => JSON.stringify(each)).join(" | ");
  return simple(expected, (value): value is T => choices.some((each) => each === value));
}

/** Something that may be left out. */
export function optional<T>(of: Check<T>): Check<T | undefined> {
  return { expected: of.expected, optional: true, read: (value, at) => (value === undefined ? undefined : of.read(value, at)) };
}

/** A list. */
export function list<T>(of: Check<T>): Check<readonly T[]> {
  return {
    expected: `[${of.expected}, …]`,
    read(value, at) {
      if (!Array.isArray(value)) return refuse(value, at, this.expected);
      return value.map((each, i) => of.read(each, { file: at.file, path: `${at.path}[${i}]` }));
    },
  };
}

/** The checks of the fields of a thing. */
export type Fields<T> = { readonly [K in keyof T]-?: Check<T[K]> };

/** A thing with named fields; a field of another name is refused, since it would be lost. */
export function record<T extends object>(fields: Fields<T>): Check<T> {
  const entries = Object.entries(fields) as [string, Check<unknown>][];
  const expected = `{${entries.map(([name]) => name).join(", ")}}`;
  return {
    expected,
    read(value, at) {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return refuse(value, at, expected);
      const given = value as Record<string, unknown>;
      const stray = Object.keys(given).find((name) => !Object.hasOwn(fields, name));
      if (stray !== undefined) return refuse(stray, at, expected);
      const out: Record<string, unknown> = {};
      for (const [name, check] of entries) {
        if (given[name] === undefined && check.optional) continue;
        out[name] = check.read(given[name], { file: at.file, path: at.path === "" ? name : `${at.path}.${name}` });
      }
      return out as T;
    },
  };
}

/** A text in one or more languages. */
export const text: Check<Text> = record<Text>({
  nl: simple('"…"', (value): value is string => typeof value === "string"),
  en: optional(string),
  fr: optional(string),
} as Fields<Text>);
