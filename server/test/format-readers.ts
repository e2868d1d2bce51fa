import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { positionsFrom } from "@peil/core/formats/walk.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import { remarkText } from "@peil/core/model/cube-flags.ts";
import { type Status, statusNames } from "@peil/core/model/status.ts";
import { feature } from "topojson-client";
import { ask, temporary } from "./region.ts";

/** What a file holds of each cell, by the codes of its place: all that is not null. */
export type Cells = Readonly<Record<string, Readonly<Record<string, string | number>>>>;

type Loss = "texts" | "flags" | "uncertainty" | "incomplete" | "figures";
type Row = Readonly<Record<string, unknown>>;

const digits = (value: number): number => Number(value.toPrecision(12)) + 0;

function filled(fields: Row): Record<string, string | number> {
  const kept = Object.entries(fields).filter(([, each]) => each !== null && each !== undefined && each !== "" && !Number.isNaN(each));
  // Workbooks are XML, which knows one way to end a line.
  return Object.fromEntries(
    kept.map(([name, each]) => [name, typeof each === "number" ? digits(each) : String(each).replace(/\r\n/g, "\n")]),
  );
}

/** The cells of a cube as a reader of a file must find them. */
export function cellsOf(cube: Cube, loses: readonly Loss[]): Cells {
  const periods = cube.axes.findIndex((axis) => axis.role === "period");
  const place = positionsFrom(cube.axes, 0);
  const out: Record<string, Record<string, string | number>> = {};
  for (let cell = 0; cell < cube.values.length; cell++, place.step()) {
    const members = cube.axes.map((axis, at) => axis.members[place.at[at] as number]);
    const [state, value, own] = [cube.status[cell] as Status, cube.values[cell] as number, cube.uncertainty];
    const isLostState = state === 5 && loses.includes("incomplete");
    const key = members.map((each) => (each?.level === undefined ? each?.code : `${each.level}:${each.code}`)).join("|");
    out[key] = filled({
      value: state === 0 ? value : null,
      status: state === 0 ? null : isLostState ? "unknown" : statusNames[state],
      missing_areas: state === 5 && !isLostState ? value : null,
      text: loses.includes("texts") ? null : cube.texts?.[cell],
      flag: state === 0 && !loses.includes("flags") ? remarkText(cube.flags?.[cell] ?? 0, members[periods]) : null,
      ...(own && !loses.includes("uncertainty")
        ? { lower: own.lower[cell], upper: own.upper[cell], respondents: own.respondents[cell] }
        : {}),
    });
  }
  return out;
}

const figures = ["value", "status", "missing_areas", "text", "flag", "lower", "upper", "respondents"];

function cellOf(row: Row, suffix = ""): Record<string, string | number> {
  return filled(Object.fromEntries(figures.map((name) => [name, row[`${name}${suffix}`]])));
}

/** Parquet, by DuckDB. */
async function readParquet(bytes: Buffer): Promise<Cells> {
  const file = join(await temporary(), "figures.parquet");
  await writeFile(file, bytes);
  const rows = await ask(`SELECT * FROM '${file}'`);
  const [first = {}] = rows;
  const axes = Object.keys(first).filter((name) => `${name}_label` in first);
  return Object.fromEntries(
    rows.map((row) => {
      const codes = axes.map((axis) => (`${axis}_level` in first ? `${row[`${axis}_level`]}:${row[axis]}` : row[axis]));
      return [codes.join("|"), cellOf(row)];
    }),
  );
}

type Shaped = { readonly columns: readonly Row[]; readonly features: readonly { readonly properties: Row | null }[] };

/** Features with properties a figure, named in `columns`. The area stands behind the indicator. */
function readFeatures({ columns, features }: Shaped): Cells {
  const out: Record<string, Record<string, string | number>> = {};
  for (const { properties } of features) {
    for (const column of columns) {
      const { name, label: _, unit: _u, provisional: _p, forecast: _f, ...codes } = column;
      const [first, ...rest] = Object.values(codes);
      const area = `${properties?.level}:${properties?.code}`;
      const key = "indicator" in codes ? [first, area, ...rest] : [area, first, ...rest];
      out[key.join("|")] = cellOf(properties ?? {}, String(name).replace(/^value/, ""));
    }
  }
  return out;
}

function readTopology(bytes: Buffer): Cells {
  const topology = JSON.parse(bytes.toString());
  const features = Object.keys(topology.objects).flatMap((name) => {
    const found = feature(topology, topology.objects[name]) as unknown as Shaped;
    return found.features;
  });
  return readFeatures({ columns: topology.columns, features });
}

/** The flat sheet of a workbook, by SheetJS. */
function readWorkbook(bytes: Buffer): Cells {
  const sheet = read(bytes).Sheets.Cijfers ?? {};
  const [heads = [], ...rows] = utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true });
  const names: Readonly<Record<string, string>> = {
    Waarde: "value",
    Toestand: "status",
    "Ontbrekende gebieden": "missing_areas",
    Tekst: "text",
    Opmerking: "flag",
    Ondergrens: "lower",
    Bovengrens: "upper",
    Respondenten: "respondents",
  };
  return Object.fromEntries(
    rows.map((row) => {
      const codes = heads.flatMap((head, at) => {
        if (!/ \(code\)$/.test(String(head))) return [];
        const level = heads[at + 2] === "Niveau" ? `${row[at + 2]}:` : "";
        return [`${level}${row[at]}`];
      });
      const fields = Object.fromEntries(heads.map((head, at) => [names[String(head)] ?? String(head), row[at]]));
      const words = { voorlopig: "provisional", prognose: "forecast", geschat: "estimated", deelsom: "partial" };
      const flag = String(fields.flag ?? "").replace(/voorlopig|prognose|geschat|deelsom/g, (each) => words[each as keyof typeof words]);
      const cell = { ...fields, flag: flag.replace("weinig respondenten", "few-respondents") };
      return [codes.join("|"), cellOf({ ...cell, status: fields.status === "value" ? null : fields.status })];
    }),
  );
}

/** Programs of others (or plain JSON) by the name of the format that they read. A format of text may do without: its golden file speaks. */
export const readers: Readonly<Record<string, (bytes: Buffer) => Promise<Cells> | Cells>> = {
  parquet: readParquet,
  geojson: (bytes) => readFeatures(JSON.parse(bytes.toString())),
  topojson: readTopology,
  xlsx: readWorkbook,
};
