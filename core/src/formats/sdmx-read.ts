import { fail } from "../errors.ts";
import type { Cube, CubeAxis, CubeMember, Role, Uncertainty } from "../model/cube.ts";
import { bitsOf } from "../model/cube-flags.ts";
import { type Status, status, statusNames } from "../model/status.ts";
import { areaOfId, axisOfDimensionId, codeOfId, periodOfTimeId, totalId } from "./sdmx-ids.ts";
import type { Said } from "./sdmx-layout.ts";
import { cellsOf } from "./walk.ts";

/** A dimension as a file has it: the ids of its values in order, with names where it has them. */
export type ReadDimension = {
  readonly id: string;
  readonly name?: string;
  readonly values: readonly { readonly id: string; readonly name?: string }[];
};
/** An observation as a file has it: a position per dimension, its value, and what its attributes say. */
export type ReadObservation = {
  readonly at: readonly number[];
  readonly value: Said | null;
  readonly said: Readonly<Record<string, Said | null>>;
};

const roles: Readonly<Record<string, readonly [code: string, role: Role]>> = {
  INDICATOR: ["indicator", "indicator"],
  REF_AREA: ["area", "area"],
  TIME_PERIOD: ["period", "period"],
};
const order: Readonly<Record<Role, number>> = { indicator: 0, area: 1, period: 2, member: 3 };

/** The cube of the observations of a data message; cells that it does not hold are empty. @throws `file-unreadable` */
export function cubeOf(format: string, dimensions: readonly ReadDimension[], observations: readonly ReadObservation[]): Cube {
  const places = dimensions
    .map((dimension, at) => ({ at, axis: axisOf(dimension) }))
    .filter(({ at }) => dimensions[at]?.id !== "FREQ")
    .sort((a, b) => order[a.axis.role] - order[b.axis.role] || a.at - b.at);
  const axes = places.map(({ axis }) => axis);
  const size = cellsOf(axes);
  if (!Number.isSafeInteger(size) || size > largest) fail("file-unreadable", { format, what: `${size}` });
  const cube = emptyCells(size, observations);
  for (const observation of observations) {
    const cell = places.reduce((sum, { at, axis }) => sum * axis.members.length + (observation.at[at] ?? 0), 0);
    fill(format, cube, cell, observation);
  }
  const texts = cube.texts.some((each) => each !== undefined) ? { texts: cube.texts } : {};
  const flags = cube.flags.some((bits) => bits !== 0) ? { flags: cube.flags } : {};
  const uncertainty = cube.uncertainty === undefined ? {} : { uncertainty: cube.uncertainty };
  const { release, sources } = aboutOf(observations[0]);
  return { axes, values: cube.values, status: cube.status, ...texts, ...flags, ...uncertainty, notes: [], release, sources };
}

/** Cells that a file may span. */
const largest = 20_000_000;

type Cells = {
  readonly values: Float64Array;
  readonly status: Uint8Array;
  readonly texts: (string | undefined)[];
  readonly flags: Uint8Array;
  readonly uncertainty: Uncertainty | undefined;
};

function emptyCells(size: number, observations: readonly ReadObservation[]): Cells {
  const none = (): Float64Array => new Float64Array(size).fill(Number.NaN);
  const interval = observations.map((each) => each.said["UNCERTAINTY"]).find((each) => typeof each === "string");
  const [, method, level] = /^(wilson|normal) (90|95|99)$/.exec(String(interval ?? "")) ?? [];
  return {
    values: none(),
    status: new Uint8Array(size).fill(status.empty),
    texts: new Array<string | undefined>(size).fill(undefined),
    flags: new Uint8Array(size),
    uncertainty:
      method === undefined
        ? undefined
        : {
            ...{ lower: none(), upper: none(), respondents: none() },
            method: method as Uncertainty["method"],
            level: Number(level) as Uncertainty["level"],
          },
  };
}

function fill(format: string, cells: Cells, cell: number, { value, said }: ReadObservation): void {
  const state = stateOf(format, said);
  const number = (given: Said | null): number => (given === undefined || given === null || given === "" ? Number.NaN : Number(given));
  cells.status[cell] = state;
  if (state === status.value) cells.values[cell] = number(value);
  if (state === status.incomplete) cells.values[cell] = number(said["MISSING_AREAS"]);
  if (said["OBS_TEXT"]) cells.texts[cell] = String(said["OBS_TEXT"]);
  cells.flags[cell] = bitsOf(String(said["FLAG"] ?? "")) ?? 0;
  for (const [name, id] of [
    ["lower", "LOWER"],
    ["upper", "UPPER"],
    ["respondents", "RESPONDENTS"],
  ] as const) {
    if (cells.uncertainty) cells.uncertainty[name][cell] = number(said[id]);
  }
}

const nearest = new Map<string, Status>([
  ["O", status.empty],
  ["M", status.notApplicable],
  ["L", status.unknown],
  ["Q", status.hidden],
]);

/** The state that a file of ours names, or of another office the one that its status comes nearest to. */
function stateOf(format: string, said: ReadObservation["said"]): Status {
  const named = said["STATE"];
  if (named) {
    const found = Object.entries(statusNames).find(([, each]) => each === named);
    return found ? (Number(found[0]) as Status) : fail("file-unreadable", { format, what: String(named) });
  }
  return nearest.get(String(said["OBS_STATUS"] ?? "A")) ?? status.value;
}

function aboutOf(first: ReadObservation | undefined): Pick<Cube, "release" | "sources"> {
  const text = (id: string): string => String(first?.said[id] ?? "");
  const [source, licence] = [text("DATA_SOURCE"), text("LICENCE")];
  return {
    release: text("RELEASE"),
    sources: source === "" ? [] : [{ code: source, name: { nl: source }, ...(licence === "" ? {} : { licence }) }],
  };
}

function axisOf({ id, name, values }: ReadDimension): CubeAxis {
  const [code, role] = (Object.hasOwn(roles, id) ? roles[id] : undefined) ?? [axisOfDimensionId(id), "member" as const];
  const members = values.map((value): CubeMember => ({ ...memberOf(role, value.id), label: { nl: value.name ?? value.id } }));
  return { code, label: { nl: name ?? code }, role, members };
}

function memberOf(role: Role, id: string): Pick<CubeMember, "code" | "level" | "group"> {
  if (role === "area") return areaOfId(id);
  if (role === "period") return { code: periodOfTimeId(id) };
  return id === totalId && role === "member" ? { code: totalId, group: true } : { code: codeOfId(id) };
}
