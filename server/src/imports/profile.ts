import type { Cell, Row } from "./cell.ts";
import { columnLetters, isBlank, isSpreadsheetError, numberOf, textOf } from "./cell.ts";
import { keyHeads } from "./data-heads.ts";
import type { ColumnRole, Recognised } from "./layout.ts";
import { rowsUnder } from "./layout.ts";
import type { Problems } from "./problems.ts";

/** A data sheet as it was recognised. */
export type DataSheet = Extract<Recognised, { kind: "data-columns" | "data-records" | "data-cube" | "data-flow" }>;

/** How often something stands in a sheet, and where first. */
export type Use = { count: number; readonly row: number };

/** What an indicator (a column, or a code among records) holds. */
export type ValueUse = { numbers: number; texts: number; readonly row: number; readonly column: string };

/** What a level code in a sheet goes with. Only rows that hold a value count. */
export type LevelUse = { readonly code: string; readonly periods: Map<string, Use>; readonly areas: Map<string, Use> };

/** Where the columns of a data sheet stand. */
export type Columns = {
  readonly period: number;
  readonly level: number;
  readonly area: number;
  readonly variable: number;
  readonly value: number;
  readonly members: readonly { readonly index: number; readonly level: string }[];
  readonly indicators: readonly { readonly index: number; readonly code: string }[];
};

/** What stands in a data sheet, before any code is looked up. */
export type Profile = {
  readonly sheet: DataSheet;
  readonly columns: Columns;
  /** For flows: the level codes of both ends, and the column of the areas to which they go. */
  readonly ends?: { readonly from: string; readonly to: string; readonly column: number };
  /** Rows that hold a value. */
  rows: number;
  readonly levels: Map<string, LevelUse>;
  /** By indicator code in lower case. */
  readonly values: Map<string, ValueUse & { readonly code: string }>;
  /** Per member column the codes in it. */
  readonly members: readonly Map<string, Use>[];
};

function indexOf(roles: readonly ColumnRole[], role: ColumnRole["role"]): number {
  return roles.findIndex((each) => each.role === role);
}

/** Finds the columns, and says what is missing, double or left. Undefined where the sheet cannot be read without more. */
export function columnsOf(sheet: DataSheet, problems: Problems): Columns | undefined {
  const { roles, header } = sheet;
  const place = { file: sheet.sheet.file, sheet: sheet.sheet.name, row: header.number };
  const wanted =
    sheet.kind === "data-records"
      ? (["period", "level", "area", "variable", "value"] as const)
      : sheet.kind === "data-flow"
        ? []
        : (["period", "level", "area"] as const);
  const missing = wanted.filter((role) => indexOf(roles, role) < 0);
  for (const role of missing) problems.add("column-missing", place, { wanted: keyHeads[role][0], also: keyHeads[role][1] });
  const seen = new Set<string>();
  const indicators: { index: number; code: string }[] = [];
  const members: { index: number; level: string }[] = [];
  roles.forEach((role, index) => {
    const head = textOf(header.cells[index]);
    if (role.role === "left") {
      if (head !== "")
        problems.add("column-left", place, { head: head.replace(/\s+/g, " "), letters: columnLetters(index), reason: role.reason });
      return;
    }
    const key =
      role.role === "indicator" ? `=${role.code.toLowerCase()}` : role.role === "member" ? `#${role.level.toLowerCase()}` : role.role;
    if (seen.has(key)) problems.add("column-twice", place, { head });
    seen.add(key);
    if (role.role === "indicator") indicators.push({ index, code: role.code });
    if (role.role === "member") members.push({ index, level: role.level });
  });
  if (missing.length > 0) return undefined;
  const at = (role: ColumnRole["role"]): number => indexOf(roles, role);
  return { period: at("period"), level: at("level"), area: at("area"), variable: at("variable"), value: at("value"), members, indicators };
}

/** Goes through a data sheet once and gathers what it refers to. */
export async function profile(sheet: DataSheet, problems: Problems, tick: (rows: number) => void): Promise<Profile | undefined> {
  const columns = columnsOf(sheet, problems);
  if (columns === undefined) return undefined;
  const ends = sheet.kind === "data-flow" ? { ends: { from: sheet.from, to: sheet.to, column: indexOf(sheet.roles, "to") } } : {};
  const members = columns.members.map(() => new Map<string, Use>());
  const out: Profile = { sheet, columns, ...ends, rows: 0, levels: new Map(), values: new Map(), members };
  const reader = new ProfileReader(out, problems);
  for await (const rows of rowsUnder(sheet)) {
    for (const row of rows) reader.row(row);
    tick(rows.length);
  }
  reader.finish();
  return out;
}

const unnamed = { nl: "de kolom heeft geen kop", en: "the column has no head" };

class ProfileReader {
  readonly #out: Profile;
  readonly #problems: Problems;
  readonly #uses: (ValueUse & { readonly code: string })[];
  readonly #comma: boolean;
  /** Columns without a head in which nothing was seen yet. */
  #unnamed: readonly number[];

  constructor(out: Profile, problems: Problems) {
    this.#out = out;
    this.#problems = problems;
    this.#comma = out.sheet.sheet.decimalComma;
    const width = out.sheet.header.cells.length;
    this.#unnamed = [
      ...Array.from({ length: width }, (_, index) => index).filter((index) => isBlank(out.sheet.header.cells[index])),
      width,
    ];
    this.#uses = out.columns.indicators.map(({ index, code }) => ({
      code,
      numbers: 0,
      texts: 0,
      row: out.sheet.header.number,
      column: columnLetters(index),
    }));
  }

  row(row: Row): void {
    const { columns } = this.#out;
    this.#watchUnnamed(row);
    const filled = columns.variable >= 0 ? this.#record(row) : this.#columns(row);
    if (!filled) return;
    const period = textOf(row.cells[columns.period]);
    const { ends } = this.#out;
    const level = ends?.from ?? textOf(row.cells[columns.level]);
    const area = textOf(row.cells[columns.area]);
    const to = ends === undefined ? undefined : textOf(row.cells[ends.column]);
    if (period === "" || level === "" || area === "" || to === "") {
      const what =
        period === ""
          ? keyHeads.period[0]
          : level === ""
            ? keyHeads.level[0]
            : area === ""
              ? (ends?.from ?? keyHeads.area[0])
              : (ends?.to ?? "");
      this.#problems.add("key-missing", this.#place(row), { what });
      return;
    }
    this.#out.rows++;
    const use = this.#level(level);
    count(use.periods, period, row.number);
    count(use.areas, area, row.number);
    if (ends !== undefined && to !== undefined) {
      const other = this.#level(ends.to);
      if (other !== use) count(other.periods, period, row.number);
      count(other.areas, to, row.number);
    }
    columns.members.forEach(({ index }, n) => {
      const code = textOf(row.cells[index]);
      if (code === "") this.#problems.add("key-missing", this.#place(row), { what: columns.members[n]?.level ?? "" });
      else count(this.#out.members[n] as Map<string, Use>, code, row.number);
    });
  }

  /** Columns without a single value are known only at the end. */
  finish(): void {
    if (this.#out.columns.variable >= 0) return;
    for (const use of this.#uses) this.#out.values.set(use.code.toLowerCase(), use);
  }

  /** A column without a head cannot be read; where something stands in it, that is said. */
  #watchUnnamed(row: Row): void {
    const found = this.#unnamed.filter((index) => !isBlank(row.cells[index]));
    if (found.length === 0) return;
    this.#unnamed = this.#unnamed.filter((index) => !found.includes(index));
    const place = { file: this.#out.sheet.sheet.file, sheet: this.#out.sheet.sheet.name, row: this.#out.sheet.header.number };
    for (const index of found) this.#problems.add("column-left", place, { head: "", letters: columnLetters(index), reason: unnamed });
  }

  #place(row: Row): { file: string; sheet: string; row: number } {
    return { file: this.#out.sheet.sheet.file, sheet: this.#out.sheet.sheet.name, row: row.number };
  }

  #level(code: string): LevelUse {
    const known = this.#out.levels.get(code);
    if (known !== undefined) return known;
    const made: LevelUse = { code, periods: new Map(), areas: new Map() };
    this.#out.levels.set(code, made);
    return made;
  }

  #columns(row: Row): boolean {
    const { indicators } = this.#out.columns;
    let filled = false;
    for (let n = 0; n < indicators.length; n++) {
      const cell = row.cells[(indicators[n] as { index: number }).index];
      if (isBlank(cell)) continue;
      filled = true;
      this.#note(this.#uses[n] as ValueUse, cell);
    }
    return filled;
  }

  #record(row: Row): boolean {
    const { columns, values } = this.#out;
    const cell = row.cells[columns.value];
    if (isBlank(cell)) return false;
    const code = textOf(row.cells[columns.variable]);
    if (code === "") {
      this.#problems.add("key-missing", this.#place(row), { what: keyHeads.variable[0] });
      return false;
    }
    const key = code.toLowerCase();
    let use = values.get(key);
    if (use === undefined) {
      use = { code, numbers: 0, texts: 0, row: row.number, column: columnLetters(columns.variable) };
      values.set(key, use);
    }
    this.#note(use, cell);
    return true;
  }

  #note(use: ValueUse, cell: Cell | undefined): void {
    if (numberOf(cell, this.#comma) !== undefined) use.numbers++;
    else if (!isSpreadsheetError(textOf(cell))) use.texts++;
  }
}

function count(uses: Map<string, Use>, key: string, row: number): void {
  const known = uses.get(key);
  if (known === undefined) uses.set(key, { count: 1, row });
  else known.count++;
}
