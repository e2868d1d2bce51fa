import type { Status } from "./status.ts";
import type { Text } from "./text.ts";

/** Why a cell or a whole slice has no figure although one was asked. */
export type Reason =
  | "not-additive"
  | "no-weight"
  | "no-table"
  | "merged"
  | "missing-areas"
  | "level-not-loaded"
  | "disclosure"
  | "few-respondents";

/** A position on an axis of a cube. */
export type CubeMember = {
  readonly code: string;
  readonly label: Text;
  /** For areas: the alias of the level, and whether it stands there to compare with. */
  readonly level?: string;
  readonly compare?: boolean;
  readonly pseudo?: boolean;
  /** For areas and members: several taken together, which may stand beside their parts. */
  readonly group?: boolean;
  /** For areas: the name as it stands in a sentence, where the site gives one: *het Vlaams Gewest*. */
  readonly article?: Text;
  /** For indicators: unit, decimals and how to speak of it. */
  readonly unit?: Text;
  readonly decimals?: number;
  /** For indicators: code of the source, one of `sources` of the cube. */
  readonly source?: string;
  /** For periods. */
  readonly provisional?: boolean;
  readonly forecast?: boolean;
};

/** What an axis is about. */
export type Role = "indicator" | "area" | "period" | "member";

/** An axis of a cube. */
export type CubeAxis = {
  readonly code: string;
  readonly label: Text;
  readonly role: Role;
  readonly members: readonly CubeMember[];
};

/** Something to be said with the figures, once. */
export type CubeNote = {
  readonly kind: "footnote" | "reason" | "break" | "estimate" | "provisional" | "forecast" | "partial" | "group" | "transformation";
  readonly text: Text;
  /** Code of the indicator that it is about. */
  readonly indicator?: string;
};

/** What is to be said of a cell that has a figure; bits of one byte. */
export const cellFlag = {
  /** Interpolated, extrapolated or allocated: an estimate of ours. */
  estimated: 1,
  /** A sum in which areas are missing. */
  partial: 2,
  /** Of few respondents; of a cell that is not available: of too few to show it. */
  fewRespondents: 4,
} as const;

/** How uncertain survey figures are: the bounds of the interval and the number of respondents per cell, NaN where there is none. */
export type Uncertainty = {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly respondents: Float64Array;
  /** Level of confidence in percent, and by which formula. */
  readonly level: 90 | 95 | 99;
  readonly method: "wilson" | "normal";
};

/**
 * The answer to a selection: ordered axes, flat values (row-major, the last axis fastest), one status a cell.
 * In memory it is a JSON-stat dataset with a status byte per cell. Where the status is not `value`, `values` holds NaN,
 * except `incomplete`, where it holds the number of areas that are missing.
 */
export type Cube = {
  readonly axes: readonly CubeAxis[];
  readonly values: Float64Array;
  readonly status: Uint8Array;
  /** Only for text and label indicators: the text of each cell. */
  readonly texts?: readonly (string | undefined)[];
  /** Bits of `cellFlag` per cell; absent where no cell has any. */
  readonly flags?: Uint8Array;
  /** Only where there are survey figures. */
  readonly uncertainty?: Uncertainty;
  readonly notes: readonly CubeNote[];
  /** Release that answered. */
  readonly release: string;
  /** Sources of the indicators in it, each once. */
  readonly sources: readonly { readonly code: string; readonly name: Text; readonly licence?: string; readonly url?: string }[];
};

/** Number of cells. */
export function sizeOf(cube: Cube): number {
  return cube.values.length;
}

/** The flat index of a cell. `at` holds one position per axis. */
export function cellAt(cube: Cube, at: readonly number[]): number {
  let out = 0;
  for (let i = 0; i < cube.axes.length; i++) out = out * (cube.axes[i] as CubeAxis).members.length + (at[i] ?? 0);
  return out;
}

/** The value of a cell, or undefined when it holds a state. */
export function valueAt(cube: Cube, cell: number): number | undefined {
  return cube.status[cell] === 0 ? cube.values[cell] : undefined;
}

/** The state of a cell. */
export function statusAt(cube: Cube, cell: number): Status {
  return (cube.status[cell] ?? 1) as Status;
}
