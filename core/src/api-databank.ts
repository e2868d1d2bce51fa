import type { IndicatorDetails, LevelCard } from "./api.ts";
import type { Workspace } from "./documents/workspace.ts";
import type { Around } from "./guards/facts.ts";
import type { Kind, Shape } from "./model/indicator.ts";
import type { SavedGroup } from "./model/site.ts";
import type { Text } from "./model/text.ts";
import type { AreaRef, FlowQuestion } from "./query/selection.ts";

/** Where an indicator has figures: per level its first and last period and how many there are. */
export type TreeCoverage = { readonly level: string; readonly first: string; readonly last: string; readonly count: number };

/** What can be asked of a flow: its sides, and per level of areas the levels of the other end. */
export type TreeFlow = {
  readonly sides: readonly FlowQuestion["side"][];
  readonly partners: readonly { readonly level: string; readonly out: readonly string[]; readonly in: readonly string[] }[];
};

/** An indicator as the theme tree shows it; each stands here once, however many places it has. */
export type TreeIndicator = {
  readonly code: string;
  readonly name: Text;
  /** A position in `units`. */
  readonly unit: number;
  readonly shape: Shape;
  readonly kind: Kind;
  /** Whether it is computed by a formula. */
  readonly derived?: true;
  /** Where it has figures, coarse to fine: a position in `coverages`, which indicators share. */
  readonly covers: number;
  readonly flow?: TreeFlow;
};

/**
 * A place in the tree: a folder, or an indicator (by its position in `indicators`) with the alias that it has there. `parent` is
 * the position of the folder above; absent at the root.
 */
export type TreeNode =
  | { readonly parent?: number; readonly code: string; readonly name: Text }
  | { readonly parent?: number; readonly indicator: number; readonly alias?: Text };

/** A level of areas, with the levels in whose areas its areas lie. */
export type TreeLevel = LevelCard & { readonly within: readonly string[] };

/** The whole theme tree, in the order of the screen: parents before their children. */
export type TreeView = {
  readonly nodes: readonly TreeNode[];
  readonly indicators: readonly TreeIndicator[];
  /** What many indicators share is said once. */
  readonly units: readonly Text[];
  readonly coverages: readonly (readonly TreeCoverage[])[];
  /** Levels that hold areas, coarse to fine. */
  readonly levels: readonly TreeLevel[];
  /** Groups of areas that the site keeps. */
  readonly groups: readonly SavedGroup[];
  /** The level that readers choose from, and the area beside which everything stands. */
  readonly home: string;
  readonly benchmark: AreaRef;
};

/** A workspace behind a short link. */
export type SharedWorkspace = {
  readonly workspace: Workspace;
  /** The release at the moment of sharing, for *as then*; absent where it is no longer kept. */
  readonly release?: string;
};

/** What a question's figures do not tell of themselves: for the guard-rails, and what is said beside them. */
export type AroundView = {
  readonly around: Around;
  /** Per indicator of the question, in its order. */
  readonly indicators: readonly (Pick<IndicatorDetails, "breaks" | "changed" | "nextUpdate"> & { readonly code: string })[];
  /** The level whose borders lie under the points or lines of the question; absent where there is none. */
  readonly under?: string;
};

/** A background or layer of the map, as configured; nothing is called before a reader switches it on. */
export type MapLayer = {
  readonly code: string;
  readonly name: Text;
  readonly kind: "wms" | "wmts" | "xyz";
  readonly url: string;
  /** Name of the layer at the service; for `xyz` nothing. */
  readonly layer?: string;
  /** For `wmts`: default `GoogleMapsCompatible`. */
  readonly matrixSet?: string;
  /** Image type of `wms` and `wmts`: default `image/png`. */
  readonly format?: string;
  readonly attribution?: Text;
};

/** A service that finds addresses. Its answer is JSON; the paths say where in it what stands, as `results` or `Location.Lat_WGS84`. */
export type Geocoder = {
  readonly name: Text;
  /** With `{q}` where the question comes. */
  readonly url: string;
  /** Path of the list of findings; empty where the answer itself is the list. */
  readonly results: string;
  /** Paths inside one finding: its name, and its place in degrees. */
  readonly label: string;
  readonly lon: string;
  readonly lat: string;
};

/** Layers in folders. */
export type MapLayers = {
  readonly folders: readonly { readonly name: Text; readonly layers: readonly MapLayer[] }[];
  /** Where one is configured; asked only when a reader searches an address with it. */
  readonly geocoder?: Geocoder;
};
