import { fail } from "@peil/core/errors.ts";
import { momentsOf, periodOfTimeId } from "@peil/core/formats/sdmx-ids.ts";
import { attributes } from "@peil/core/formats/sdmx-terms.ts";

/** Decides on the value of a component. Without a value only a condition that says *not* holds. */
export type Test = (value: string | number | undefined) => boolean;

/** What a query keeps: a test per component, and keys of which an observation must have one. */
export type Filters = {
  readonly components: ReadonlyMap<string, Test>;
  /** Per key a test for each dimension; none: all keys. */
  readonly keys: readonly (readonly (Test | undefined)[])[];
};

/** Longest list that a query may hold. */
const most = 2000;

/**
 * Reads the key of a path: values by `.`, `*` or nothing for all, alternatives of a value by `+` and keys by `,`.
 * @param size dimensions of a key @throws `sdmx-query`
 */
export function parseKeys(text: string, size: number): Filters["keys"] {
  if (text === "" || text === "*" || text === "all") return [];
  return text.split(",").map((key) => {
    const parts = key.split(".");
    if (parts.length > size) fail("sdmx-query", { part: "key", value: key.slice(0, 200), expected: Array(size).fill("*").join(".") });
    return parts.map((part) => (part === "" || part === "*" ? undefined : anyOf(part.split("+"))));
  });
}

function anyOf(values: readonly string[]): Test {
  const set = new Set(values);
  return (value) => value !== undefined && set.has(String(value));
}

const operators = ["eq", "ne", "lt", "le", "gt", "ge", "co", "nc", "sw", "ew"] as const;
type Operator = (typeof operators)[number];

/**
 * Reads the filters `c[COMPONENT]=…` of a query: alternatives by `,`, what must hold together by `+`, each with an operator.
 * @param dimensions ids of the dimensions of the data @throws `sdmx-query` for components and values that do not exist
 */
export function parseComponents(fields: URLSearchParams, dimensions: readonly string[]): ReadonlyMap<string, Test> {
  const known = new Set([...dimensions, "TIME_PERIOD", "OBS_VALUE", ...attributes.map((each) => each.id)]);
  const out = new Map<string, Test>();
  for (const [name, text] of fields) {
    const [, id] = /^c\[(.*)\]$/.exec(name) ?? [];
    if (id === undefined) continue;
    if (!known.has(id) || out.has(id))
      fail("sdmx-query", { part: name.slice(0, 100), value: text.slice(0, 100), expected: `c[${[...known].join("|")}], ×1` });
    out.set(id, parseTest(id, text));
  }
  return out;
}

function parseTest(id: string, text: string): Test {
  const alternatives = text.split(",").map((part) => part.split("+").map((each) => parseOne(id, each)));
  if (text === "" || alternatives.length > most) fail("sdmx-query", { part: `c[${id}]`, value: text.slice(0, 100), expected: `1–${most}` });
  return (value) => alternatives.some((all) => all.every((test) => test(value)));
}

function parseOne(id: string, text: string): Test {
  const [, name, given] = /^([a-z]{2}):(.*)$/s.exec(text) ?? [];
  const operator = operators.find((each) => each === name);
  const operand = operator === undefined ? text : (given ?? "");
  if (id === "TIME_PERIOD") return timeTest(operator ?? "eq", operand);
  return componentTest(operator ?? "eq", operand);
}

function componentTest(operator: Operator, operand: string): Test {
  const number = Number(operand);
  const order = (value: string | number): number =>
    typeof value === "number" ? value - number : value < operand ? -1 : value > operand ? 1 : 0;
  const tests: Readonly<Record<Operator, (value: string | number) => boolean>> = {
    eq: (value) => order(value) === 0,
    ne: (value) => order(value) !== 0,
    lt: (value) => order(value) < 0,
    le: (value) => order(value) <= 0,
    gt: (value) => order(value) > 0,
    ge: (value) => order(value) >= 0,
    co: (value) => String(value).includes(operand),
    nc: (value) => !String(value).includes(operand),
    sw: (value) => String(value).startsWith(operand),
    ew: (value) => String(value).endsWith(operand),
  };
  const test = tests[operator];
  return (value) => (value === undefined ? operator === "ne" || operator === "nc" : test(value));
}

/** Compares periods by their first and last moments: what is `ge:2020` starts in 2020 or later, what is `le:2020` has ended by then. */
function timeTest(operator: Operator, operand: string): Test {
  const { start, end } = spanOf(operand);
  const tests: Partial<Readonly<Record<Operator, (from: string, to: string) => boolean>>> = {
    eq: (from, to) => from === start && to === end,
    ne: (from, to) => from !== start || to !== end,
    lt: (_, to) => to < start,
    le: (_, to) => to <= end,
    gt: (from) => from > end,
    ge: (from) => from >= start,
  };
  const test = tests[operator];
  if (test === undefined) return componentTest(operator, operand);
  return (value) => {
    const moments = momentsOf(periodOfTimeId(String(value ?? "")));
    return moments !== undefined && test(moments.start, moments.end);
  };
}

/** The moments between which a period or day of SDMX lies. @throws `sdmx-query` */
function spanOf(text: string): { readonly start: string; readonly end: string } {
  const period = momentsOf(periodOfTimeId(text));
  if (period !== undefined) return period;
  const [, day] = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text) ?? [];
  if (day !== undefined && !Number.isNaN(Date.parse(day))) return { start: `${day}T00:00:00Z`, end: `${day}T23:59:59Z` };
  return fail("sdmx-query", {
    part: "TIME_PERIOD",
    value: text.slice(0, 50),
    expected: "2024, 2024-A1, 2024-S1, 2024-Q1, 2024-01, 2024-01-31",
  });
}

/** The test of `startPeriod` and `endPeriod` of version 1; undefined where there is neither. */
export function parseSpan(fields: URLSearchParams): Test | undefined {
  const [from, to] = [fields.get("startPeriod"), fields.get("endPeriod")];
  const tests = [...(from ? [timeTest("ge", from)] : []), ...(to ? [timeTest("le", to)] : [])];
  return tests.length === 0 ? undefined : (value) => tests.every((test) => test(value));
}

/** Whether the values that a dimension may have could stand in any of the keys, and pass its own test. */
export function mayHave({ components, keys }: Filters, dimensions: readonly string[], id: string): (value: string) => boolean {
  const at = dimensions.indexOf(id);
  const own = components.get(id);
  return (value) => (own?.(value) ?? true) && (keys.length === 0 || at < 0 || keys.some((key) => key[at]?.(value) ?? true));
}
