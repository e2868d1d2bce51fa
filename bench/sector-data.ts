import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";

/** Size of the invented region: a grid of cells with shared, crooked borders. */
export const sectors = { columns: 120, rows: 88, years: 5, firstYear: 2020, indicator: "aandeel", level: "sector" } as const;

const corners = 6;
const [west, south, wide, high] = [3.2, 50.7, 2.4, 0.8];

/** A number from 0 to 1 that follows from its seeds: the same region every time. */
function chance(...seeds: readonly number[]): number {
  let hash = 2_166_136_261;
  for (const seed of seeds) hash = Math.imul(hash ^ (seed + 77), 16_777_619);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 1_540_483_477);
  return ((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32;
}

type Place = readonly [number, number];

const side = { x: wide / sectors.columns, y: high / sectors.rows };

/** A corner where four cells meet, out of line by up to a third of a cell. */
function corner(column: number, row: number): Place {
  const [dx, dy] = [chance(column, row, 1) - 0.5, chance(column, row, 2) - 0.5];
  return [west + (column + dx * 0.66) * side.x, south + (row + dy * 0.66) * side.y];
}

/** A crooked border between two corners. */
function border(from: Place, to: Place, seed: number): Place[] {
  return Array.from({ length: corners + 1 }, (_, i): Place => {
    const part = i / corners;
    const bend = i === 0 || i === corners ? 0 : (chance(seed, i) - 0.5) * 0.24;
    const [x, y] = [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    return [x + bend * side.x, y + bend * side.y];
  });
}

const codeOf = (column: number, row: number): string => `9${String(row).padStart(3, "0")}${String(column).padStart(3, "0")}-`;

/** Invented borders as TopoJSON: every border stands once and is shared by the cells on both its sides. */
export function sectorBorders(): string {
  const { columns, rows } = sectors;
  const arcs: number[][][] = [];
  const grid = 1e5;
  const add = (line: readonly Place[]): number => {
    let [px, py] = [0, 0];
    const steps = line.map(([lon, lat]) => {
      const [x, y] = [Math.round(((lon - west + 0.1) / (wide + 0.2)) * grid), Math.round(((lat - south + 0.1) / (high + 0.2)) * grid)];
      const step = [x - px, y - py];
      [px, py] = [x, y];
      return step;
    });
    return arcs.push(steps) - 1;
  };
  const along: number[][] = [];
  const up: number[][] = [];
  for (let row = 0; row <= rows; row++) {
    along.push(Array.from({ length: columns }, (_, c) => add(border(corner(c, row), corner(c + 1, row), row * 1000 + c))));
    if (row < rows) {
      up.push(Array.from({ length: columns + 1 }, (_, c) => add(border(corner(c, row), corner(c, row + 1), 500_000 + row * 1000 + c))));
    }
  }
  const geometries = cells().map(({ column: c, row: r, code }) => {
    const ring = [along[r]?.[c] ?? 0, up[r]?.[c + 1] ?? 0, ~(along[r + 1]?.[c] ?? 0), ~(up[r]?.[c] ?? 0)];
    return { type: "Polygon", id: code, arcs: [ring] };
  });
  const transform = { scale: [(wide + 0.2) / grid, (high + 0.2) / grid], translate: [west - 0.1, south - 0.1] };
  return JSON.stringify({ type: "Topology", transform, arcs, objects: { [sectors.level]: { type: "GeometryCollection", geometries } } });
}

type Cell = { readonly column: number; readonly row: number; readonly code: string };

function cells(): readonly Cell[] {
  return Array.from({ length: sectors.rows }, (_, row) =>
    Array.from({ length: sectors.columns }, (__, column) => ({ column, row, code: codeOf(column, row) })),
  ).flat();
}

function levelOf(alias: string, nl: string, plural: string, sequence: number, more: object = {}): object {
  return { alias, division: alias, base: alias, name: { nl }, plural: { nl: plural }, type: "area", covers: true, sequence, ...more };
}

/** Writes an exchange folder with the invented region: its borders are marked as invented, and each cell has a share for some years. */
export async function writeSectors(folder: string): Promise<void> {
  mkdirSync(join(folder, "geometry"), { recursive: true });
  mkdirSync(join(folder, "data"), { recursive: true });
  const write = (file: string, value: unknown): void => writeFileSync(join(folder, file), JSON.stringify(value));
  write("peil.json", {
    format: "peil-exchange",
    version: 1,
    site: {
      name: { nl: "Verzonnen vakken" },
      motto: { nl: "Om te meten." },
      homeLevel: "gewest",
      benchmarkLevels: ["gewest"],
      benchmark: { level: "gewest", area: "G" },
      style: "default",
    },
  });
  write("levels.json", [levelOf("gewest", "gewest", "gewesten", 1), levelOf(sectors.level, "sector", "sectoren", 2, { synthetic: true })]);
  write("dimensions.json", []);
  write("sources.json", [{ code: "geen", name: { nl: "Verzonnen cijfers" } }]);
  write("indicators.json", [
    {
      code: sectors.indicator,
      shape: "flat",
      name: { nl: "Verzonnen aandeel" },
      unit: { nl: "%" },
      source: "geen",
      kind: "register",
      dataType: "percentage",
      periodType: "stock",
      rating: "neutral",
      decimals: 1,
      aggregatesAreas: false,
      aggregatesPeriods: false,
      absent: "empty",
      visible: true,
      searchable: true,
    },
  ]);
  write("themes.json", [{ folder: "vakken", name: { nl: "Vakken" }, children: [{ indicator: sectors.indicator }] }]);
  const rows = cells().map(({ code, column, row }) => `${sectors.level},${code},Vak ${row + 1}.${column + 1},,,1,0`);
  const heads = "level,code,name_nl,name_en,name_fr,sequence,pseudo";
  writeFileSync(join(folder, "areas.csv"), `${[heads, "gewest,G,Gewest,,,1,0", ...rows].join("\n")}\n`);
  const links = cells().map(({ code }) => `${sectors.level},${code},gewest,G,1`);
  writeFileSync(join(folder, "aggregation.csv"), `${["child_level,child,parent_level,parent,weight", ...links].join("\n")}\n`);
  writeFileSync(join(folder, "geometry", `${sectors.level}.topojson`), sectorBorders());
  await writeFigures(join(folder, "data", "flat.parquet"));
}

/** Figures that rise to the middle of the region, with noise; one in fifty is hidden and one in fifty is missing. */
async function writeFigures(file: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const { columns, rows, years, firstYear, indicator, level } = sectors;
  await connection.run(`COPY (SELECT '${indicator}' AS indicator, '${level}' AS level, (${firstYear} + y)::VARCHAR AS period,
  '9' || lpad(r::VARCHAR, 3, '0') || lpad(c::VARCHAR, 3, '0') || '-' AS area,
  CASE WHEN (r * 131 + c * 17) % 50 = 0 THEN NULL ELSE round(60 - abs(r - ${rows} / 2) * 0.4 - abs(c - ${columns} / 2) * 0.3 + ((r * 7919 + c * 104729 + y * 31) % 97) / 12.0 + y, 1) END::DOUBLE AS value,
  CASE WHEN (r * 131 + c * 17) % 50 = 0 THEN 2 ELSE 0 END::UTINYINT AS status, NULL::VARCHAR AS text
  FROM range(${years}) y(y), range(${rows}) r(r), range(${columns}) c(c) WHERE (r * 37 + c * 11) % 50 <> 1 ORDER BY ALL) TO '${file}' (FORMAT parquet)`);
  connection.closeSync();
  instance.closeSync();
}
