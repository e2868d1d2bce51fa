import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Plan, Rows } from "@peil/core/query/plan.ts";

/** Why an indicator of the working copy is not in a release. */
export type LeftOut = { readonly code: string; readonly why: { readonly nl: string; readonly en: string } };

/** A release as the site reads it: immutable, so every answer from it can be kept under its id. */
export type Release = {
  readonly id: string;
  /** ISO moment of publishing. */
  readonly at: string;
  readonly catalogue: Catalogue;
  readonly leftOut: readonly LeftOut[];
  /** By indicator id the ISO moment at which its figures came in last. */
  readonly changed: Readonly<Record<string, string>>;
  /** Number of figures in it, loaded and computed. */
  readonly figures: number;
  /** Runs a plan on the cubes of this release. */
  run(plan: Plan): Promise<Rows>;
  /** Runs several plans; many small ones are read together. */
  runAll(plans: readonly Plan[]): Promise<readonly Rows[]>;
  /** Keeps the figures at hand between plans, also when another release takes its place. @returns how to let go of them, once */
  hold(): () => void;
  /** TopoJSON text of a level; undefined where it has no borders. */
  geometry(level: number): Promise<string | undefined>;
  /** The same with fewer corners; undefined where publish made none. */
  coarse(level: number): Promise<string | undefined>;
  /** Text of the search index file that publish wrote. */
  searchIndex(): Promise<string>;
  /** Text of the file of similar areas that publish wrote; undefined where it wrote none. */
  similar(): Promise<string | undefined>;
};
