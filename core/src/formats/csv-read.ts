import { fail } from "../errors.ts";
import type { Cube, CubeAxis, CubeMember, Role, Uncertainty } from "../model/cube.ts";
import { bitsOf } from "../model/cube-flags.ts";
import { type Status, status, statusNames } from "../model/status.ts";
import { cellsOf } from "./walk.ts";

/** The columns that are no axis. */
const figures = new Set([
  "value",
  "text",
  "status",
  "missing_areas",
  "flag",
  "lower",
  "upper",
  "respondents",
  "interval",
  "source",
  "licence",
  "release",
]);
const prefix = "dim_";

/** The name of an axis as a column: its code, after `dim_` where another column has that name. */
export function axisColumn(code: string): string {
  return figures.has(code.toLowerCase()) ? `${prefix}${code}` : code;
}

function axisCode(column: string): string {
  const rest = column.slice(prefix.length);
  return column.startsWith(prefix) && figures.has(rest.toLowerCase()) ? rest : column;
}

const companions = /_(label|level|unit)$/;

/**
 * The cube of a file that the CSV format wrote, in either dialect. Rows must span the axes completely, in order.
 * Sources come back as one, with the texts of the file.
 * @throws `file-unreadable`
 */
export function readCsv(text: string): Cube {
  const body = text.replace(/^\uFEFF/, "");
  const separator = /^[^\r\n]*/.exec(body)?.[0].includes(";") ? ";" : ",";
  const [names, ...rows] = parseRows(body, separator);
  if (names === undefined || !names.includes("value") || !names.includes("release")) return unreadable("value, release");
  const columns = new Map(names.map((name, at) => [name, at]));
  const width = names.length;
  const odd = rows.findIndex((row) => row.length !== width);
  if (odd >= 0) unreadable(`${odd + 2}`);
  const read = (row: readonly string[], name: string): string => row[columns.get(name) ?? -1] ?? "";
  const axes = names.filter((name) => isAxis(name, columns)).map((name) => axisOf(name, columns, rows));
  if (cellsOf(axes) !== rows.length && rows.length > 0) unreadable(axes.map((axis) => axis.code).join(" × "));
  const texts = columns.has("text") ? rows.map((row) => unguarded(read(row, "text")) || undefined) : undefined;
  const first = rows[0] ?? [];
  const [source, licence] = [unguarded(read(first, "source")), unguarded(read(first, "licence"))];
  const states = rows.map((row) => stateOf(read(row, "status")));
  const flags = Uint8Array.from(rows, (row) => bitsOf(read(row, "flag")) ?? unreadable(read(row, "flag")));
  return {
    axes,
    values: Float64Array.from(rows, (row, at) => numberOf(read(row, states[at] === status.incomplete ? "missing_areas" : "value"))),
    status: Uint8Array.from(states),
    ...(texts === undefined ? {} : { texts }),
    ...(flags.some((bits) => bits !== 0) ? { flags } : {}),
    ...(columns.has("interval") ? { uncertainty: uncertaintyOf(rows, read) } : {}),
    notes: [],
    release: unguarded(read(first, "release")),
    sources: source === "" ? [] : [{ code: source, name: { nl: source }, ...(licence === "" ? {} : { licence }) }],
  };
}

function uncertaintyOf(rows: readonly (readonly string[])[], read: (row: readonly string[], name: string) => string): Uncertainty {
  const column = (name: string): Float64Array => Float64Array.from(rows, (row) => numberOf(read(row, name)));
  const named = rows.map((row) => read(row, "interval")).find((each) => each !== "") ?? "wilson 95";
  const found = /^(wilson|normal) (90|95|99)$/.exec(named) ?? unreadable(named);
  const level = Number(found[2]) as Uncertainty["level"];
  return {
    lower: column("lower"),
    upper: column("upper"),
    respondents: column("respondents"),
    level,
    method: found[1] as Uncertainty["method"],
  };
}

function unreadable(what: string): never {
  return fail("file-unreadable", { format: "CSV", what });
}

/** Rows of fields (RFC 4180). @throws `file-unreadable` for a quotation mark that is not closed */
export function parseRows(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const field = new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, "y");
  while (field.lastIndex < text.length) {
    const match = field.exec(text);
    if (match === null) return unreadable(`${rows.length + 1}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === separator) {
      if (field.lastIndex < text.length) continue;
      row.push("");
    }
    rows.push(row);
    row = [];
  }
  return rows;
}

function isAxis(name: string, columns: ReadonlyMap<string, number>): boolean {
  return !figures.has(name) && columns.has(`${name}_label`) && !(companions.test(name) && columns.has(name.replace(companions, "")));
}

function axisOf(name: string, columns: ReadonlyMap<string, number>, rows: readonly (readonly string[])[]): CubeAxis {
  const members = new Map<string, CubeMember>();
  const [code, label, level, unit] = [name, `${name}_label`, `${name}_level`, `${name}_unit`].map((each) => columns.get(each) ?? -1);
  for (const row of rows) {
    const key = `${row[level ?? -1] ?? ""}\n${row[code ?? -1]}`;
    if (members.has(key)) continue;
    const text = (column: number | undefined): string => unguarded(row[column ?? -1] ?? "");
    members.set(key, {
      code: text(code),
      label: { nl: text(label) },
      ...(text(level) === "" ? {} : { level: text(level) }),
      ...(text(unit) === "" ? {} : { unit: { nl: text(unit) } }),
    });
  }
  const role: Role = columns.has(`${name}_level`)
    ? "area"
    : columns.has(`${name}_unit`)
      ? "indicator"
      : name === "period"
        ? "period"
        : "member";
  return { code: axisCode(name), label: { nl: axisCode(name) }, role, members: [...members.values()] };
}

/** Takes away the apostrophe that keeps a spreadsheet from running a text. */
export function unguarded(text: string): string {
  return /^'+[=+\-@\t\r]/.test(text) ? text.slice(1) : text;
}

function numberOf(text: string): number {
  return text === "" ? Number.NaN : Number(text.replace(",", "."));
}

function stateOf(name: string): Status {
  if (name === "") return status.value;
  const found = Object.entries(statusNames).find(([, each]) => each === name);
  return found ? (Number(found[0]) as Status) : unreadable(name);
}
