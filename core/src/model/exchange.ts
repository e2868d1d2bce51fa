import type { LevelType } from "./area.ts";
import type { Indicator, Source } from "./indicator.ts";
import type { Site } from "./site.ts";
import type { Text } from "./text.ts";

/**
 * The exchange format: a folder (or zip of it) in which a whole site can be taken along. Ids never travel; codes do.
 *
 * | file | what |
 * |---|---|
 * | `peil.json` | `ExchangeHead` |
 * | `levels.json` | `ExchangeLevel[]` |
 * | `areas.csv` | `level,code,name_nl,name_en,name_fr,sequence,pseudo` (alias of the level; pseudo 0/1); optional: `article_nl,article_en,article_fr` |
 * | `aggregation.csv` | `child_level,child,parent_level,parent,weight` (weight may be empty: not usable) |
 * | `geometry/<alias>.topojson` | one object named after the alias, features with `id` = area code, WGS84: polygons, points or lines |
 * | `dimensions.json` | `ExchangeDimension[]` |
 * | `sources.json` | `Source[]` |
 * | `indicators.json` | `ExchangeIndicator[]` |
 * | `themes.json` | `ExchangeTheme[]`, a tree |
 * | `data/flat.parquet` | `indicator, level, period, area` (codes, VARCHAR), `value` DOUBLE, `status` UTINYINT, `text` VARCHAR |
 * | `data/cube-<code>.parquet` | `level, period, area`, one VARCHAR column per dimension-level code, `value` DOUBLE, `status` UTINYINT |
 * | `data/flow-<code>.parquet` | `level, period, area, to_level, to_area`, `value` DOUBLE, `status` UTINYINT |
 */
export type ExchangeHead = {
  readonly format: "peil-exchange";
  readonly version: 1;
  readonly site: Site;
};

/** A level by its alias; see `Level`. */
export type ExchangeLevel = {
  readonly alias: string;
  readonly division: string;
  readonly base: string;
  readonly name: Text;
  readonly plural: Text;
  readonly type: LevelType;
  readonly covers: boolean;
  readonly sequence: number;
  readonly validFrom?: number;
  readonly validTo?: number;
  readonly synthetic?: boolean;
};

/** A dimension with its classifications and how their members add up. */
export type ExchangeDimension = {
  readonly code: string;
  readonly name: Text;
  readonly levels: readonly {
    readonly code: string;
    readonly name: Text;
    readonly members: readonly { readonly code: string; readonly name: Text }[];
  }[];
  readonly aggregation: readonly {
    readonly child: string;
    readonly parent: string;
    /** Child member code → parent member code. */
    readonly links: readonly (readonly [string, string])[];
  }[];
};

/** An indicator without its id; `sequence` is its place in the list. */
export type ExchangeIndicator = Omit<Indicator, "id" | "sequence">;

/** A node of the theme tree: a folder with children, or an item. */
export type ExchangeTheme =
  | { readonly folder: string; readonly name: Text; readonly description?: Text; readonly children: readonly ExchangeTheme[] }
  | { readonly indicator: string; readonly alias?: Text }
  | { readonly link: string; readonly name: Text };

/** Sources travel as they are. */
export type ExchangeSource = Source;
