import type { Text } from "@peil/core/model/text.ts";
import type { Kind } from "./layout.ts";
import type { Tally } from "./problems.ts";

/** What became of a sheet. */
export type SheetReport = {
  readonly file: string;
  readonly sheet: string;
  readonly kind: Kind;
  /** For a sheet that is left: why. */
  readonly reason?: Text;
  /** Rows of figures, or records of definitions. */
  readonly rows: number;
  /** The level, for definitions of areas or members. */
  readonly level?: string;
};

/** What an indicator gets. */
export type IndicatorReport = {
  readonly code: string;
  readonly created: boolean;
  readonly levels: readonly {
    readonly level: string;
    readonly rows: number;
    readonly periods: number;
    readonly first: string;
    readonly last: string;
  }[];
  readonly records: number;
  /** Records in a state, by its status byte. */
  readonly states: Readonly<Record<number, number>>;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Earlier records in the replaced scope that the files do not hold. */
  readonly gone: number;
};

/** How many definitions change. */
export type DefinitionCounts = {
  readonly levels: number;
  readonly areas: number;
  readonly tables: number;
  readonly dimensions: number;
  readonly dimensionLevels: number;
  readonly members: number;
  readonly memberLinks: number;
  readonly sources: number;
  readonly indicators: number;
  readonly themes: number;
  readonly workspaces: number;
};

/** What an import did, or would do. */
export type ImportReport = {
  /** `imported`, `would-import` (a dry run that nothing stops) or `refused`. */
  readonly outcome: "imported" | "would-import" | "refused";
  /** Id and number of the load, or of the change where there were only definitions. */
  readonly load?: string;
  readonly number?: number;
  readonly sheets: readonly SheetReport[];
  readonly indicators: readonly IndicatorReport[];
  readonly definitions: DefinitionCounts;
  readonly records: number;
  readonly dropped: number;
  readonly problems: readonly Tally[];
};
