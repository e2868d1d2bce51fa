import { fail } from "@peil/core/errors.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { type Cube, type CubeMember, cellAt } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type Period, type PeriodLevel, parsePeriod, periodLevels } from "@peil/core/model/period.ts";
import { status } from "@peil/core/model/status.ts";
import { findIndicator, findLevel, isForecast } from "@peil/core/query/choose.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { answer } from "../answer.ts";
import { axisOf, isNumeric, selectionOf } from "../views/cards.ts";
import { cellText } from "./figures.ts";
import { areasOfFields, type Fields, fieldsOf, listOf, refuseUnknown } from "./former-query.ts";
import type { ServiceScope } from "./odata-figures.ts";
import { coveredBy, newest, timeNames } from "./things.ts";

/** A column of the table. */
type Header = { readonly name: string; readonly type: "Numeric" | "Text" };
/** The answer of the selection table: rows of texts, empty where there is no figure. */
type Table = { readonly headers: readonly Header[]; readonly rows: readonly (readonly string[])[] };
/** The figures of one indicator or cell, by place of area and period. */
type Column = Header & { readonly cube: Cube; readonly at: readonly number[]; readonly indicator: number };

/**
 * The table of `selectiontableasjson.ashx`: an area and a period a row, an indicator or cell a column. Parameters in any letter case;
 * unknown ones are passed over.
 * @returns text of JSON. @throws errors of the catalogue for codes that do not exist and for what cannot be computed
 */
export async function selectionTable({ release }: ServiceScope, query: string): Promise<string> {
  const { catalogue } = release;
  const fields = fieldsOf(query);
  const indicators = listOf(fields.get("var")).map((code) => findIndicator(catalogue, code));
  if (indicators.length === 0) return fail("selection-invalid", { key: "var", value: "", expected: "var=inwoners" });
  const areas = areasOfFields(fields, catalogue);
  refuseUnknown(areas, catalogue);
  for (const key of ["geolevel", "geosplit"]) if (fields.has(key)) findLevel(catalogue, fields.get(key) ?? "");
  const level = areas.level ?? catalogue.site.homeLevel;
  const periods = periodsOf(fields, indicators, level, catalogue);
  const selection = (some: readonly Indicator[], by: readonly string[]): Selection =>
    selectionOf(some, level, {
      areas: areas.areas === undefined ? { kind: "all" } : { kind: "list", codes: areas.areas.map((each) => each.code) },
      compare: areas.compare,
      periods: { kind: "list", codes: periods.map((each) => each.code) },
      by,
    });
  const wanted = listOf(fields.get("dimlevel"));
  const columns: Column[] = [];
  for (const some of wanted.length === 0 ? [indicators] : indicators.map((each) => [each])) {
    const by =
      some[0]?.shape === "cube" && wanted.length > 0 ? wanted.map((code) => dimensionLevel(catalogue, some[0] as Indicator, code)) : [];
    columns.push(...columnsIn(await answer(release, selection(some, by)), some));
  }
  const made = tableOf(columns, catalogue.level(level)?.name.nl ?? level, periods);
  return JSON.stringify(/^(true|1|yes|ja)$/i.test(fields.get("flip_table") ?? "") ? flipped(made) : made);
}

/** A classification by its code, or by that of its dimension. */
function dimensionLevel(catalogue: Catalogue, cube: Indicator, code: string): string {
  if (catalogue.dimensionLevel(code) !== undefined) return code;
  return columnsOf(catalogue, cube).find((each) => each.dimension.toLowerCase() === code.toLowerCase())?.code ?? code;
}

function timeLevel(fields: Fields): PeriodLevel | undefined {
  const text = fields.get("periodlevel");
  if (text === undefined) return undefined;
  const found = periodLevels.find((each) => each === text.toLowerCase());
  return found ?? fail("selection-invalid", { key: "periodlevel", value: text, expected: periodLevels.join(", ") });
}

/** The periods that `period` names, by time: codes, `mrp` (of each indicator its newest), `all`. */
function periodsOf(fields: Fields, indicators: readonly Indicator[], alias: string, catalogue: Catalogue): readonly Period[] {
  const time = timeLevel(fields);
  const level = findLevel(catalogue, alias);
  const found = new Map<number, Period>();
  const put = (list: readonly Period[]): void => {
    for (const each of list) found.set(each.id, each);
  };
  for (const word of listOf(fields.get("period") ?? "mrp")) {
    const small = word.toLowerCase();
    if (!newest.has(small) && small !== "all") {
      put([parsePeriod(word)]);
      continue;
    }
    for (const indicator of indicators) {
      const covered = coveredBy(catalogue, indicator);
      const all = (covered.find((each) => each.level.id === level.id) ?? covered[0])?.periods ?? [];
      const own = all.filter((each) => each.level === (time ?? coarsest(all)));
      const recent = own.findLast((each) => !isForecast(indicator, each)) ?? own.at(-1);
      put(small === "all" ? own : recent === undefined ? [] : [recent]);
    }
  }
  return [...found.values()].sort((a, b) => a.id - b.id);
}

function coarsest(periods: readonly Period[]): PeriodLevel | undefined {
  return periodLevels.find((level) => periods.some((each) => each.level === level));
}

/** A column per indicator, for a cube that is split one per cell. */
function columnsIn(cube: Cube, indicators: readonly Indicator[]): readonly Column[] {
  const axes = cube.axes.filter((axis) => axis.role === "member");
  let cells: { readonly at: readonly number[]; readonly names: readonly string[] }[] = [{ at: [], names: [] }];
  for (const axis of axes) {
    cells = cells.flatMap((cell) => axis.members.map((member, i) => ({ at: [...cell.at, i], names: [...cell.names, member.label.nl] })));
  }
  return indicators.flatMap((each, indicator) =>
    cells.map(({ at, names }) => {
      const name = names.length === 0 ? each.name.nl : `${each.name.nl}: ${names.join(", ")}`;
      return { name, type: isNumeric(each) ? "Numeric" : "Text", cube, at, indicator } as const;
    }),
  );
}

function textAt({ cube, indicator, at }: Column, area: number, period: number): string {
  const cell = cellAt(cube, [indicator, area, period, ...at]);
  return cube.status[cell] === status.empty ? "" : cellText(cube, cell);
}

function tableOf(columns: readonly Column[], areaName: string, periods: readonly Period[]): Table {
  const [cube] = columns.map((each) => each.cube);
  const times = new Set(periods.map((each) => each.level));
  const [time] = times;
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
  const headers: Header[] = [
    { name: capital(areaName), type: "Text" },
    { name: time !== undefined && times.size === 1 ? timeNames[time].nl : "Periode", type: "Text" },
    ...columns.map(({ name, type }) => ({ name, type })),
  ];
  const areas: readonly CubeMember[] = cube === undefined ? [] : axisOf(cube, "area").members;
  const shown: readonly CubeMember[] = cube === undefined ? [] : axisOf(cube, "period").members;
  const rows = areas.flatMap((area, place) =>
    shown.map((period, when) => [area.label.nl, period.code, ...columns.map((each) => textAt(each, place, when))]),
  );
  return { headers, rows };
}

/** The table on its side: an indicator or cell a row, an area and a period a column. */
function flipped({ headers, rows }: Table): Table {
  const values = headers.slice(2);
  const type = values.every((each) => each.type === "Numeric") ? "Numeric" : "Text";
  return {
    headers: [
      { name: "Onderwerp", type: "Text" },
      ...rows.map(([area = "", period = ""]) => ({ name: `${area} ${period}`, type }) as const),
    ],
    rows: values.map(({ name }, place) => [name, ...rows.map((row) => row[place + 2] ?? "")]),
  };
}
