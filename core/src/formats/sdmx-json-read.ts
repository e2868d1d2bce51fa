import { fail, PeilError } from "../errors.ts";
import type { Cube } from "../model/cube.ts";
import type { Said } from "./sdmx-layout.ts";
import { cubeOf, type ReadObservation } from "./sdmx-read.ts";

type Value = { readonly id?: string; readonly name?: string; readonly value?: Said };
type Component = { readonly id: string; readonly name?: string; readonly keyPosition?: number; readonly values?: readonly Value[] };
type Levels = Partial<Readonly<Record<"dataSet" | "dimensionGroup" | "series" | "observation", readonly Component[]>>>;
type Cells = Readonly<Record<string, readonly (Said | null)[]>>;
type DataSet = {
  readonly attributes?: readonly (number | null)[];
  readonly dimensionGroupAttributes?: Readonly<Record<string, readonly (number | null)[]>>;
  readonly observations?: Cells;
  readonly series?: Readonly<Record<string, { readonly observations?: Cells }>>;
};
type Message = { readonly data: { readonly structures: readonly Structure[]; readonly dataSets: readonly DataSet[] } };
type Structure = { readonly dimensions: Levels; readonly measures: Levels; readonly attributes: Levels };

const format = "SDMX-JSON";

/** The cube of the first data set of an SDMX-JSON 2.0 data message, flat or in series. @throws `file-unreadable` */
export function readSdmxJson(text: string): Cube {
  try {
    const { data } = JSON.parse(text) as Message;
    const [structure, set] = [data.structures[0], data.dataSets[0]];
    if (structure === undefined || set === undefined) return fail("file-unreadable", { format, what: "data" });
    return read(structure, set);
  } catch (error) {
    if (error instanceof PeilError) throw error;
    return fail("file-unreadable", { format, what: "data" });
  }
}

function read({ dimensions, measures, attributes }: Structure, set: DataSet): Cube {
  const { dataSet = [], series = [], observation = [] } = dimensions;
  const all = [...dataSet, ...series, ...observation];
  const order = all.map((_, at) => at).sort((a, b) => (all[a]?.keyPosition ?? 0) - (all[b]?.keyPosition ?? 0));
  const fixed = dataSet.map(() => 0);
  const whole = saidBy(attributes.dataSet ?? [], set.attributes ?? []);
  const skip = (measures.observation ?? []).length;
  const own = attributes.observation ?? [];
  const observations: ReadObservation[] = [];
  const add = (before: readonly number[], cells: Cells = {}): void => {
    for (const [key, fields] of Object.entries(cells)) {
      const places = [...fixed, ...before, ...positions(key)];
      if (places.length !== all.length) fail("file-unreadable", { format, what: key });
      const at = order.map((each) => places[each] ?? 0);
      observations.push({ at, value: skip > 0 ? fields[0] : null, said: { ...whole, ...saidBy(own, fields.slice(skip)) } });
    }
  };
  add([], set.observations);
  for (const [key, { observations: cells }] of Object.entries(set.series ?? {})) add(positions(key), cells);
  const first = Object.values(set.dimensionGroupAttributes ?? {})[0];
  const grouped = first === undefined ? {} : saidBy(attributes.dimensionGroup ?? [], first);
  const [one] = observations;
  const cube = cubeOf(
    format,
    order.map((at) => ({ id: all[at]?.id ?? "", ...nameOf(all[at]), values: (all[at]?.values ?? []).map(valueIn) })),
    one === undefined ? [] : [{ ...one, said: { ...grouped, ...one.said } }, ...observations.slice(1)],
  );
  return { ...cube, release: String(whole["RELEASE"] ?? "") };
}

function positions(key: string): number[] {
  return key === "" ? [] : key.split(":").map(Number);
}

function nameOf(component: Component | undefined): { readonly name?: string } {
  return component?.name === undefined ? {} : { name: component.name };
}

function valueIn({ id, name, value }: Value): { readonly id: string; readonly name: string } {
  const own = id ?? String(value ?? "");
  return { id: own, name: name ?? own };
}

/** What fields say: where a component lists its values, a field is a position among them. */
function saidBy(components: readonly Component[], fields: readonly (Said | null)[]): Record<string, Said | null> {
  return Object.fromEntries(
    components.map(({ id, values }, at) => {
      const field = fields[at] ?? null;
      const found = values === undefined || field === null ? undefined : values[Number(field)];
      return [id, values === undefined ? field : (found?.id ?? found?.value ?? null)];
    }),
  );
}
