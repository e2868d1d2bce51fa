import type { Text } from "@peil/core/model/text.ts";
import { levelOf } from "./areas.ts";
import { type Cell, columnLetters, looseHead, numberOf, type Row, type Sheet, textOf } from "./cell.ts";
import { rolesOf } from "./data-heads.ts";
import { type Context, type FigureColumns, findHeader, type Head, type Layout, type PlaceRow, rowsUnder, type Table } from "./layout.ts";
import type { Problems } from "./problems.ts";

/** Loose heads (see `looseHead`) of what a sheet of objects says of each. */
const heads = {
  period: ["period", "periode"],
  level: ["geolevel", "gebiedsniveau"],
  code: ["geoitemcode", "gebiedscode", "gebiedcode", "geoitem", "gebied", "objectcode", "code"],
  name: ["name", "naam"],
  short: ["shortname", "kortenaam"],
  sequence: ["sequencenr", "seqno", "volgnr", "volgnummer"],
  x: [
    "x",
    "pointx",
    "xcoord",
    "xcoordinaat",
    "xcoördinaat",
    "xlambert72",
    "xlambert2008",
    "lambertx",
    "lon",
    "lng",
    "long",
    "longitude",
  ].concat(["lengtegraad", "oosterlengte"]),
  y: ["y", "pointy", "ycoord", "ycoordinaat", "ycoördinaat", "ylambert72", "ylambert2008", "lamberty", "lat", "latitude"].concat([
    "breedtegraad",
    "noorderbreedte",
  ]),
  geometry: ["geometry", "geometrie", "geojson"],
  system: ["epsg", "crs", "srid", "coordinatensysteem", "coördinatensysteem", "coördinatenstelsel", "coordinatenstelsel"],
} as const satisfies Record<string, readonly string[]>;

type Field = keyof typeof heads;
type Columns = Readonly<Record<Field, number>>;

function columnsOf(row: Row): Columns {
  const at = (field: Field): number => {
    const wanted: readonly string[] = heads[field];
    // The surest head first: a file may hold both `geoitem` and `code`.
    const found = wanted.map((head) => row.cells.findIndex((cell) => looseHead(cell) === head));
    return found.find((index) => index >= 0) ?? -1;
  };
  const entries = (Object.keys(heads) as Field[]).map((field) => [field, at(field)]);
  return Object.fromEntries(entries) as Record<Field, number>;
}

function hasPlaces(row: Row): boolean {
  const { code, x, y, geometry } = columnsOf(row);
  return code >= 0 && ((x >= 0 && y >= 0) || geometry >= 0);
}

/**
 * Objects on the map: a code and coordinates (x and y, or longitude and latitude, or a GeoJSON shape), with a name and with
 * attributes. Beside a period the other columns are figures, as in any data sheet. The level stands in a column, or is the file's name.
 */
export const places: Layout = {
  kind: "places",
  recognise(head: Head) {
    const header = findHeader(head, hasPlaces);
    return header === undefined ? undefined : { confidence: 0.97, header };
  },
  async read(table, context, problems) {
    const columns = columnsOf(table.header);
    const level = columns.level < 0 ? levelOf(table.sheet, context) : "";
    const rows: PlaceRow[] = [];
    for await (const some of rowsUnder(table)) for (const row of some) rows.push(...placeIn(row, columns, level, table.sheet, problems));
    const figures = figuresBeside(table, columns, level, context, problems);
    return { ...table, kind: "places", rows, ...(figures === undefined ? {} : { figures }) };
  },
};

function placeIn(row: Row, columns: Columns, level: string, sheet: Sheet, problems: Problems): PlaceRow[] {
  const text = (field: Field): string => (columns[field] < 0 ? "" : textOf(row.cells[columns[field]]));
  const code = text("code");
  if (code === "") {
    problems.add("code-missing", { file: sheet.file, sheet: sheet.name, row: row.number });
    return [];
  }
  const number = columns.sequence < 0 ? undefined : numberOf(row.cells[columns.sequence], sheet.decimalComma);
  return [
    {
      row: row.number,
      level: columns.level < 0 ? level : text("level"),
      code,
      name: text("name") || code,
      ...(number === undefined ? {} : { sequence: number }),
      x: text("x"),
      y: text("y"),
      geometry: text("geometry"),
      system: text("system"),
    },
  ];
}

const noPeriod: Text = {
  nl: "zonder een kolom “period” is het geen cijfer",
  en: "without a column “period” it is no figure",
};

/** What stands beside the objects as a data sheet of its own: the same rows without the columns that describe the object. */
function figuresBeside(table: Table, columns: Columns, level: string, context: Context, problems: Problems): FigureColumns | undefined {
  const own = new Set<number>([columns.name, columns.short, columns.sequence, columns.x, columns.y, columns.geometry, columns.system]);
  const keys = new Set<number>([columns.period, columns.level, columns.code]);
  const rest = table.header.cells.flatMap((cell, at) => (own.has(at) || keys.has(at) || textOf(cell) === "" ? [] : [at]));
  if (rest.length === 0) return undefined;
  if (columns.period < 0) {
    const place = { file: table.sheet.file, sheet: table.sheet.name, row: table.header.number };
    for (const at of rest)
      problems.add("column-left", place, { head: textOf(table.header.cells[at]), letters: columnLetters(at), reason: noPeriod });
    return undefined;
  }
  const width = table.header.cells.length;
  const change = (row: Row, named: boolean): Row => {
    const cells = Array.from({ length: width }, (_, at): Cell => (own.has(at) ? null : (row.cells[at] ?? null)));
    if (named && columns.code >= 0) cells[columns.code] = "geoitem";
    if (columns.level < 0) cells.push(named ? "geolevel" : level);
    return { number: row.number, cells };
  };
  const sheet: Sheet = {
    ...table.sheet,
    async *read() {
      for await (const rows of table.sheet.read())
        yield rows.filter((row) => row.number >= table.header.number).map((row) => change(row, row.number === table.header.number));
    },
  };
  const header = change(table.header, true);
  const roles = rolesOf(header, context, undefined);
  return { kind: roles.some((each) => each.role === "member") ? "data-cube" : "data-columns", sheet, header, roles };
}
