import type { CubeAxis, CubeMember } from "../model/cube.ts";
import { type Period, type PeriodLevel, tryPeriod } from "../model/period.ts";

// SDMX allows A-Z, a-z, 0-9 and _ @ $ - in the ids of codes, and for components only those that start with a letter and hold
// neither @ nor $ (SDMX 3.0, technical notes, section 3). Whatever else stands in a code is written so that it can be read back.

/** The code of the total over a dimension, as SDMX recommends it. */
export const totalId = "_T";

const hex = (byte: number): string => byte.toString(16).toUpperCase().padStart(2, "0");
const escaped = (text: string, sign: string): string => Array.from(new TextEncoder().encode(text), (byte) => sign + hex(byte)).join("");

function unescaped(text: string, sign: "$" | "-"): string {
  const runs = sign === "$" ? /(?:\$[0-9A-F]{2})+/g : /(?:-[0-9A-F]{2})+/g;
  return text.replace(runs, (run) =>
    new TextDecoder().decode(Uint8Array.from(run.match(/[0-9A-F]{2}/g) ?? [], (pair) => Number.parseInt(pair, 16))),
  );
}

/** A code of ours as the id of an SDMX code: what does not fit is `$` and two hexadecimal digits per byte of UTF-8. */
export function codeId(code: string): string {
  if (code === "") return "$";
  return code.toWellFormed().replace(/[^A-Za-z0-9_-]+/g, (part) => escaped(part, "$"));
}

/** The code that `codeId` wrote. */
export function codeOfId(id: string): string {
  return id === "$" ? "" : unescaped(id, "$");
}

/** The id of an area: `<level>@<code>`, since divisions share codes. Without a level (an own group) its code alone. */
export function areaId({ level, code }: Pick<CubeMember, "level" | "code">): string {
  return level === undefined ? codeId(code) : `${codeId(level)}@${codeId(code)}`;
}

/** The level and code of an id that `areaId` wrote. */
export function areaOfId(id: string): { readonly level?: string; readonly code: string } {
  const at = id.indexOf("@");
  return at < 0 ? { code: codeOfId(id) } : { level: codeOfId(id.slice(0, at)), code: codeOfId(id.slice(at + 1)) };
}

const timeIds: Readonly<Record<PeriodLevel, (period: Period) => string>> = {
  year: ({ year }) => String(year),
  schoolyear: ({ year }) => `${year}-A1`,
  halfyear: ({ year, part }) => `${year}-S${part}`,
  quarter: ({ year, part }) => `${year}-Q${part}`,
  month: ({ year, part }) => `${year}-${String(part).padStart(2, "0")}`,
};

/** The SDMX time period of a period code: `2024`, `2024-A1` (school year), `2024-S1`, `2024-Q1`, `2024-01`. */
export function timeId(code: string): string {
  const period = tryPeriod(code);
  if (period?.code === code) return timeIds[period.level](period);
  const [first = "", ...rest] = code.toWellFormed();
  return first === "" ? "$" : escaped(first, "$") + (rest.length === 0 ? "" : codeId(rest.join("")));
}

/** The period code of an SDMX time period. */
export function periodOfTimeId(id: string): string {
  const [, year = "", kind, part = ""] = /^(\d{4})-([ASQ])(\d)$/.exec(id) ?? [];
  if (kind === "A") return `${year}-${Number(year) + 1}`;
  if (kind !== undefined) return `${year}${kind === "S" ? "H" : kind}${part}`;
  return tryPeriod(id)?.code ?? codeOfId(id);
}

/** The SDMX frequency of a period code: A, S, Q or M; `_O` for what is no period. */
export function frequencyOf(code: string): string {
  const level = tryPeriod(code)?.level;
  if (level === undefined) return "_O";
  return { year: "A", schoolyear: "A", halfyear: "S", quarter: "Q", month: "M" }[level];
}

/** Whether a period is a school year: an SDMX reporting year that starts on 1 September. */
export function isSchoolYear(code: string): boolean {
  return tryPeriod(code)?.level === "schoolyear";
}

/** First and last moment of a period, as SDMX writes them; undefined for what is no period. */
export function momentsOf(code: string): { readonly start: string; readonly end: string } | undefined {
  const period = tryPeriod(code);
  if (period === undefined) return undefined;
  const months = { year: 12, schoolyear: 12, halfyear: 6, quarter: 3, month: 1 }[period.level];
  const first = period.level === "schoolyear" ? 8 : (period.part - 1) * months;
  const day = (month: number, of: number): string => new Date(Date.UTC(period.year, month, of)).toISOString().slice(0, 10);
  return { start: `${day(first, 1)}T00:00:00Z`, end: `${day(first + months, 0)}T23:59:59Z` };
}

/** Ids of components that are not to be taken by an axis. */
const taken =
  /^(freq|indicator|ref_area|time_period|obs_value|obs_status|conf_status|state|flag|missing_areas|obs_text|lower|upper|respondents|uncertainty|unit_measure|decimals|data_source|licence|release|reporting_year_start_day|structure|structure_id|structure_name|dataflow|action|series_key|obs_key)$/i;

/** The id of the dimension of an axis of members: its code; what does not fit is `-` and two hexadecimal digits per byte of UTF-8. */
export function dimensionId(code: string): string {
  const id = code.toWellFormed().replace(/[^A-Za-z0-9_]+/g, (part) => escaped(part, "-"));
  return /^[A-Za-z]/.test(id) && !taken.test(id) ? id : `D-x${id}`;
}

/** The code of the axis of an id that `dimensionId` wrote. */
export function axisOfDimensionId(id: string): string {
  return unescaped(id.replace(/^D-x/, ""), "-");
}

/** The id of the data structure of figures with these axes of members, which its ids make up. */
export function structureId(axes: readonly Pick<CubeAxis, "code">[]): string {
  return ["DSD", ...axes.map((axis) => dimensionId(axis.code))].join("-_");
}

/** The codes of the axes of members of a data structure; undefined where the id is none of `structureId`. */
export function axesOfStructureId(id: string): readonly string[] | undefined {
  const [first, ...rest] = id.split("-_");
  return first === "DSD" && rest.every((each) => each !== "") ? rest.map(axisOfDimensionId) : undefined;
}
