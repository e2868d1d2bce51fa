import type { Plan, Rows } from "@peil/core/query/plan.ts";

/** The files that hold the figures of a release: one with all flat indicators, one per cube. */
export type Stores = {
  /** Hash of the content, which is the name of the file. */
  readonly flat: string;
  /** By indicator id. */
  readonly cubes: Readonly<Record<string, string>>;
  /** Flows, by indicator id; absent where there are none. */
  readonly flows?: Readonly<Record<string, string>>;
};

/** The figures of one release, ready to be asked. */
export type ReleaseCubes = {
  run(plan: Plan): Promise<Rows>;
  /** Runs several plans; many small ones are read together. */
  runAll(plans: readonly Plan[]): Promise<readonly Rows[]>;
  /** Keeps the files at hand between queries. @returns how to let go of them, once */
  hold(): () => void;
  /** Lets go of the files once the last query has ended and nobody holds them. */
  detach(): Promise<void>;
};

/** The cubes door: reads the figures of releases. ClickHouse will stand behind the same door. */
export type Cubes = {
  attach(stores: Stores): Promise<ReleaseCubes>;
  close(): Promise<void>;
};
