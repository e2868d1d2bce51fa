import type { RouteName } from "@peil/core/api.ts";
import { described } from "@peil/core/api-described.ts";
import type { Parameter } from "@peil/core/api-parameters.ts";
import { blank, fail } from "@peil/core/errors.ts";
import { selectionKeys } from "@peil/core/query/address.ts";

/** Keys of a selection are read and judged by its own parser. */
const ofSelection = new Set<string>(selectionKeys);
const selecting = new Set<RouteName>(["data", "around", "sentences", "indicator"]);

/**
 * What a route is asked: path parameters and query fields by name, the whole query as `selection`. Fields that are absent are
 * empty texts, keys that the route does not know are passed over.
 * @throws `selection-invalid` for a value that does not fit the parameter table
 */
export function inputOf(name: RouteName, path: Readonly<Record<string, string>>, query: string): Readonly<Record<string, string>> {
  const fields = new URLSearchParams(query);
  const own = described[name].parameters.filter((each) => each.in === "query" && !(selecting.has(name) && ofSelection.has(each.name)));
  const values = own.map((each): [string, string] => [each.name, checked(each, fields.get(each.name) ?? "")]);
  return { ...Object.fromEntries(values), ...path, selection: query };
}

function checked({ name, schema }: Parameter, value: string): string {
  if (value === "") return value;
  const { enum: choices, type, minimum = -Infinity, maximum = Infinity, maxLength = Infinity } = schema;
  if (choices && !choices.includes(value)) return refuse(name, value, { nl: choices.join(" | "), en: choices.join(" | ") });
  if (value.length > maxLength)
    return refuse(name, value, { nl: `Hoogstens ${maxLength} tekens.`, en: `At most ${maxLength} characters.` });
  const number = Number(value);
  if (type === "integer" && !(/^\d{1,9}$/.test(value) && number >= minimum && number <= maximum)) {
    return refuse(name, value, { nl: `Een getal van ${minimum} tot ${maximum}.`, en: `A number from ${minimum} to ${maximum}.` });
  }
  return value;
}

function refuse(key: string, value: string, expected: { readonly nl: string; readonly en: string }): never {
  return fail("selection-invalid", { key, value: value.slice(0, 80), ...blank("expected", expected) });
}
