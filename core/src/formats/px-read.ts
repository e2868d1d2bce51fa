import { fail } from "../errors.ts";
import type { Cube, CubeAxis, CubeMember, Role } from "../model/cube.ts";
import { tryPeriod } from "../model/period.ts";
import { type Status, status } from "../model/status.ts";
import { stateOfSymbol } from "./px-symbols.ts";
import { cellsOf } from "./walk.ts";

/** A keyword with its values; `of` are its keys between brackets. */
type Entry = { readonly keyword: string; readonly of: readonly string[]; readonly values: readonly string[] };

function unreadable(what: string): never {
  return fail("file-unreadable", { format: "PC-Axis", what });
}

/**
 * The cube of a file in PC-Axis: of one that `write` made, or of another office. A dash is zero there, as the format says.
 * @throws `file-unreadable`
 */
export function readPx(text: string): Cube {
  const { entries, rest } = parseEntries(text);
  const find = (keyword: string, ...of: readonly string[]): readonly string[] | undefined =>
    entries.find((each) => each.keyword === keyword && each.of.length === of.length && each.of.every((key, i) => key === of[i]))?.values;
  const names = [...(find("STUB") ?? []), ...(find("HEADING") ?? [])];
  if (names.length === 0) unreadable("STUB, HEADING");
  if (entries.some((each) => each.keyword === "KEYS")) unreadable("KEYS");
  const axes = names.map((name) => axisOf(name, find, entries));
  const { values, states } = parseCells(rest, cellsOf(axes));
  const sources = find("SOURCE")?.join("") ?? "";
  return {
    axes,
    values,
    status: states,
    notes: entries.filter((each) => each.keyword === "NOTE").map((each) => ({ kind: "footnote", text: { nl: each.values.join(" ") } })),
    release: /@(.+)$/.exec(find("TABLEID")?.[0] ?? "")?.[1] ?? "",
    sources: sources === "" ? [] : [{ code: sources, name: { nl: sources } }],
  };
}

/** Keywords with their values up to the cells, and those. Texts that are broken over lines, or stand beside each other, are one. */
function parseEntries(text: string): { readonly entries: readonly Entry[]; readonly rest: string } {
  const data = /\s*DATA\s*=/y;
  const entry = /\s*([A-Z][A-Z0-9-]*)(?:\[[^\]]*\])?(?:\(((?:"[^"]*"|[^)"])*)\))?\s*=((?:"[^"]*"|[^;"])*);/y;
  const entries: Entry[] = [];
  for (;;) {
    data.lastIndex = entry.lastIndex;
    if (data.test(text)) return { entries, rest: text.slice(data.lastIndex) };
    const [, keyword, of = "", values = ""] = entry.exec(text) ?? [];
    if (keyword === undefined) return unreadable("DATA");
    entries.push({ keyword, of: parseList(of), values: parseList(values) });
  }
}

function parseList(text: string): string[] {
  const items = text.match(/"[^"]*"(?:\s*"[^"]*")*|[^",\s]+(?:\([^)]*\))?/g) ?? [];
  return items.map((item) => (item.startsWith('"') ? item.replace(/"\s*"/g, "").slice(1, -1) : item));
}

type Find = (keyword: string, ...of: readonly string[]) => readonly string[] | undefined;

function axisOf(name: string, find: Find, entries: readonly Entry[]): CubeAxis {
  const values = find("VALUES", name) ?? find("CODES", name) ?? unreadable(`VALUES("${name}")`);
  const codes = find("CODES", name) ?? values;
  if (codes.length !== values.length) unreadable(`CODES("${name}")`);
  const code = find("VARIABLECODE", name)?.[0] ?? name;
  const role = roleOf(name, code, find);
  const [level] = find("DOMAIN", name) ?? [];
  const members = values.map((value, at): CubeMember => {
    const [unit] = entries.find((each) => each.keyword === "UNITS" && each.of[0] === value)?.values ?? [];
    const own = codes[at] ?? value;
    const plain = { code: role === "period" ? (tryPeriod(own)?.code ?? own) : own, label: { nl: value } };
    if (role === "indicator") return unit === undefined ? plain : { ...plain, unit: { nl: unit } };
    return role === "area" ? { ...plain, ...placed(own, level) } : plain;
  });
  return { code, label: { nl: name }, role, members };
}

/** An area's level: of the whole variable, or in front of its code. */
function placed(code: string, level: string | undefined): { readonly level?: string; readonly code: string } {
  if (level !== undefined) return { code, level };
  const [, before, after] = /^([^:]+):(.+)$/.exec(code) ?? [];
  return before === undefined || after === undefined ? { code } : { code: after, level: before };
}

function roleOf(name: string, code: string, find: Find): Role {
  if (find("CONTVARIABLE")?.includes(name)) return "indicator";
  if (find("TIMEVAL", name) !== undefined || code === "period") return "period";
  return code === "area" || find("DOMAIN", name) !== undefined || find("MAP", name) !== undefined ? "area" : "member";
}

function parseCells(text: string, size: number): { readonly values: Float64Array; readonly states: Uint8Array } {
  const values = new Float64Array(size).fill(Number.NaN);
  const states = new Uint8Array(size).fill(status.empty);
  const cell = /"([^"]*)"|([^\s,;"]+)/g;
  const end = text.lastIndexOf(";");
  const body = end < 0 ? text : text.slice(0, end);
  let at = 0;
  for (const [, symbol, plain] of body.matchAll(cell)) {
    if (at >= size) unreadable("DATA");
    const read = symbol === undefined ? readCell(plain ?? "") : readSymbol(symbol);
    states[at] = read.state;
    values[at] = read.value;
    at++;
  }
  if (at !== size) unreadable("DATA");
  return { values, states };
}

type ReadCell = { readonly state: Status; readonly value: number };

function readSymbol(text: string): ReadCell {
  if (text === "-") return { state: status.value, value: 0 };
  return { state: stateOfSymbol(text) ?? unreadable(text), value: Number.NaN };
}

function readCell(text: string): ReadCell {
  const value = Number(text);
  return Number.isFinite(value) ? { state: status.value, value } : readSymbol(text);
}
