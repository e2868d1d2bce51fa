import { fail } from "@peil/core/errors.ts";
import { status } from "@peil/core/model/status.ts";
import { quote } from "./literals.ts";
import type { LoadWriter } from "./load-writer.ts";

/** Finds the id of a code; undefined where it does not exist. */
export type Find = (code: string) => number | undefined;
/** Finds an area by the alias of its level and its code. */
export type FindArea = (level: string, code: string) => number | undefined;

/** How the codes in a data file become ids. */
export type Finders = { readonly level: Find; readonly period: Find; readonly area: FindArea };

/**
 * Takes the figures of a `flat.parquet` with codes into a load. Codes are matched once each, rows by the engine.
 * @param file the name by which messages call it
 * @throws `figures-unknown-codes`, `figures-invalid`, `exchange-invalid`, `exchange-unreadable`
 */
export async function takeFlat(
  writer: LoadWriter,
  path: string,
  file: string,
  finders: Finders & { readonly indicator: Find },
): Promise<void> {
  const source = `read_parquet(${quote(path)})`;
  await demandColumns(writer, source, file, ["indicator", "level", "period", "area", "value", "status", "text"]);
  await refuseInvalid(writer, source, file, ["indicator", "level", "period", "area"], "text");
  await lookUp(writer, source, file, "indicator", finders.indicator);
  await lookUpPlaces(writer, source, file, finders);
  await writer.flatFromSql(
    `SELECT i.id, l.id, p.id, a.id, ${figure("s")}, s.text FROM ${source} s ` +
      `JOIN code_indicator i ON i.code = s.indicator ${placeJoins}`,
  );
}

/**
 * The same for the file of one cube.
 * @param columns name of the column and finder of its members, in the order in which the cube keeps them
 */
export async function takeCube(
  writer: LoadWriter,
  path: string,
  file: string,
  finders: Finders & { readonly indicator: number; readonly columns: readonly { readonly code: string; readonly member: Find }[] },
): Promise<void> {
  const source = `read_parquet(${quote(path)})`;
  const names = finders.columns.map((each) => each.code);
  await demandColumns(writer, source, file, ["level", "period", "area", ...names, "value", "status"]);
  await refuseInvalid(writer, source, file, ["level", "period", "area", ...names]);
  await lookUpPlaces(writer, source, file, finders);
  for (const each of finders.columns) await lookUp(writer, source, file, each.code, each.member);
  const members = names.map((_, i) => `m${i}.id, `).join("");
  const joins = names.map((name, i) => `JOIN ${tableOf(name)} m${i} ON m${i}.code = s.${identifier(name)}`).join(" ");
  await writer.cubeFromSql(
    finders.indicator,
    names.length,
    `SELECT l.id, p.id, a.id, ${members}${figure("s")} FROM ${source} s ${joins} ${placeJoins}`,
  );
}

/** The same for the file of one flow: from an area (`level`, `area`) to another (`to_level`, `to_area`). */
export async function takeFlow(
  writer: LoadWriter,
  path: string,
  file: string,
  finders: Finders & { readonly indicator: number },
): Promise<void> {
  const source = `read_parquet(${quote(path)})`;
  const keys = ["level", "period", "area", "to_level", "to_area"];
  await demandColumns(writer, source, file, [...keys, "value", "status"]);
  await refuseInvalid(writer, source, file, keys);
  await lookUpPlaces(writer, source, file, finders);
  await lookUp(writer, source, file, "to_level", finders.level);
  await lookUpAreas(writer, source, file, finders, { level: "to_level", area: "to_area" });
  await writer.flowFromSql(
    finders.indicator,
    `SELECT l.id, p.id, a.id, tl.id, ta.id, ${figure("s")} FROM ${source} s ${placeJoins}
     JOIN code_to_level tl ON tl.code = s.to_level JOIN code_to_area ta ON ta.level = s.to_level AND ta.code = s.to_area`,
  );
}

/** Special codes that stand in the value column are states. */
function figure(source: string): string {
  const state = (value: number, state: number) => `WHEN ${source}.status = 0 AND ${source}.value = ${value} THEN ${state}`;
  const cases = [
    state(-99996, status.empty),
    state(-99997, status.hidden),
    state(-99998, status.notApplicable),
    state(-99999, status.unknown),
  ];
  return `${source}.value, CASE ${cases.join(" ")} ELSE ${source}.status END`;
}

const placeJoins =
  "JOIN code_level l ON l.code = s.level JOIN code_period p ON p.code = s.period JOIN code_area a ON a.level = s.level AND a.code = s.area";

function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function tableOf(column: string): string {
  return identifier(`code_${column}`);
}

async function demandColumns(writer: LoadWriter, source: string, file: string, columns: readonly string[]): Promise<void> {
  const found = await writer
    .ask(`SELECT lower(column_name) AS name, column_type AS type FROM (DESCRIBE SELECT * FROM ${source})`)
    .catch(() => fail("exchange-unreadable", { file, why: "Parquet" }));
  const types = new Map(found.map((row) => [String(row.name), String(row.type)]));
  for (const column of columns) {
    const type = types.get(column.toLowerCase());
    const expected = { value: "DOUBLE", status: "UTINYINT" }[column] ?? "VARCHAR";
    if (type === undefined)
      fail("exchange-invalid", { file, place: column, found: [...types.keys()].join(", "), expected: columns.join(", ") });
    if (expected === "VARCHAR" && type !== expected) fail("exchange-invalid", { file, place: column, found: type, expected });
  }
}

/** A row has a number, a text, or a state that can be loaded. */
async function refuseInvalid(writer: LoadWriter, source: string, file: string, keys: readonly string[], text?: string): Promise<void> {
  const told = text === undefined ? "" : ` AND ${text} IS NULL`;
  const invalid = `status IS NULL OR status > 4 OR (status = 0 AND (value IS NULL OR NOT isfinite(value))${told})`;
  const names = keys.map(identifier).join(", ");
  const rows = await writer.ask(
    `SELECT concat_ws(' ', ${names}) AS name, count(*) OVER ()::INTEGER AS total FROM ${source} WHERE ${invalid} ORDER BY name LIMIT 5`,
  );
  if (rows.length === 0) return;
  fail("figures-invalid", { file, count: Number(rows[0]?.total), keys: rows.map((row) => String(row.name)).join("; ") });
}

async function lookUp(writer: LoadWriter, source: string, file: string, column: string, find: Find): Promise<void> {
  const rows = await writer.ask(`SELECT DISTINCT ${identifier(column)} AS code FROM ${source} ORDER BY code`);
  const pairs = rows.map((row) => ({ code: textOf(row.code), id: find(textOf(row.code)) }));
  refuseUnknown(file, column, pairs);
  await writer.lookUp(`code_${column}`, pairs);
}

async function lookUpPlaces(writer: LoadWriter, source: string, file: string, finders: Finders): Promise<void> {
  await lookUp(writer, source, file, "level", finders.level);
  await lookUp(writer, source, file, "period", finders.period);
  await lookUpAreas(writer, source, file, finders, { level: "level", area: "area" });
}

async function lookUpAreas(
  writer: LoadWriter,
  source: string,
  file: string,
  finders: Finders,
  columns: { readonly level: string; readonly area: string },
): Promise<void> {
  const rows = await writer.ask(`SELECT DISTINCT ${columns.level} AS level, ${columns.area} AS area FROM ${source} ORDER BY level, area`);
  const found = rows.map((row) => {
    const level = textOf(row.level);
    const code = textOf(row.area);
    return { level, code, id: finders.area(level, code) };
  });
  refuseUnknown(
    file,
    columns.area,
    found.map((each) => ({ code: `${each.level}:${each.code}`, id: each.id })),
  );
  await writer.lookUp(`code_${columns.area}`, found);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

function refuseUnknown(file: string, column: string, pairs: readonly { readonly code: string; readonly id: number | undefined }[]): void {
  const unknown = pairs.filter((each) => each.id === undefined).map((each) => `“${each.code}”`);
  if (unknown.length === 0) return;
  const codes = unknown.slice(0, 10).join(", ") + (unknown.length > 10 ? " …" : "");
  fail("figures-unknown-codes", { file, column, count: unknown.length, codes });
}
