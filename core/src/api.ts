import type {
  CubeEntry,
  DimensionEntry,
  IndicatorEntry,
  ListPage,
  MemberEntry,
  PageAsked,
  PeriodEntry,
  SentencesView,
  ServiceView,
  SourceEntry,
  ThemeEntry,
} from "./api-catalogue.ts";
import type { AroundView, MapLayers, SharedWorkspace, TreeView } from "./api-databank.ts";
import type { ArticleCard, ArticleView, CalendarEntry } from "./api-editorial.ts";
import type { ExploreView } from "./api-explore.ts";
import type { GlanceView } from "./api-glance.ts";
import type { Around, Measure } from "./guards/facts.ts";
import type { Cube, Reason } from "./model/cube.ts";
import type { DataType, FlowKind, Kind, Rating, Shape } from "./model/indicator.ts";
import type { Text } from "./model/text.ts";
import type { AreaRef, FlowQuestion, Selection } from "./query/selection.ts";
import type { Comparison } from "./survey/compare.ts";

/** An area in a list. */
export type AreaCard = AreaRef & { readonly name: Text; readonly pseudo?: boolean; readonly article?: Text };

/** A level with what it holds. */
export type LevelCard = {
  readonly alias: string;
  readonly name: Text;
  readonly plural: Text;
  readonly count: number;
  readonly synthetic?: boolean;
};

/** An indicator in a list, with its newest figure for the site's benchmark. */
export type IndicatorCard = {
  readonly code: string;
  readonly name: Text;
  readonly unit: Text;
  readonly shape: Shape;
  readonly kind: Kind;
  readonly derived: boolean;
  /** Newest period with figures, and the benchmark's figure then. */
  readonly latest?: { readonly period: string; readonly benchmark: Text; readonly value?: number; readonly decimals: number };
};

/** A theme in a list. */
export type ThemeCard = {
  readonly code: string;
  readonly name: Text;
  readonly description?: Text;
  /** Number of different indicators below it. */
  readonly count: number;
};

/** One level on which an indicator has figures, with its periods (codes, oldest first). */
export type Available = { readonly level: LevelCard; readonly periods: readonly string[]; readonly loaded: boolean };

/** Everything that is said about an indicator beside its figures. */
export type IndicatorDetails = {
  readonly code: string;
  readonly name: Text;
  readonly unit: Text;
  readonly shape: Shape;
  readonly kind: Kind;
  readonly dataType: DataType;
  readonly rating: Rating;
  readonly decimals: number;
  readonly factor?: number;
  readonly estimated: boolean;
  /** What `judge` in `guards/` must know of it, to say which presentations, transformations and sums make sense. */
  readonly measure: Measure;
  readonly description?: Text;
  readonly more?: Text;
  readonly footnote?: Text;
  readonly source?: {
    readonly code: string;
    readonly name: Text;
    readonly publisher?: string;
    readonly url?: string;
    readonly licence?: string;
    readonly licenceUrl?: string;
    readonly referenceDate?: Text;
  };
  /** The formula as written, in words, and the indicators it uses. */
  readonly formula?: {
    readonly text: string;
    readonly words: Text;
    readonly uses: readonly { readonly code: string; readonly name: Text }[];
  };
  readonly weight?: { readonly code: string; readonly name: Text };
  /** Themes in which it stands: codes and names from the root down. */
  readonly places: readonly (readonly { readonly code: string; readonly name: Text }[])[];
  readonly available: readonly Available[];
  /** For a cube: dimensions with their levels and members. */
  readonly dimensions: readonly {
    readonly code: string;
    readonly name: Text;
    readonly levels: readonly {
      readonly code: string;
      readonly name: Text;
      readonly loaded: boolean;
      readonly members: readonly { readonly code: string; readonly name: Text }[];
    }[];
  }[];
  /** Periods in which the division of areas changed within the series, with what changed. */
  readonly breaks: readonly { readonly period: string; readonly text: Text }[];
  /** For survey figures: periods from which on the question was another one. */
  readonly otherQuestions?: readonly string[];
  readonly forecastFrom?: string;
  readonly provisional: readonly string[];
  /** ISO moment at which its figures, or those of its operands, came in last. */
  readonly changed?: string;
  /** ISO day for which new figures are announced. */
  readonly nextUpdate?: string;
};

/** Who is ahead: position from 1, among how many areas with a figure; direction by rating (1 is the highest figure when neutral). */
export type Rank = { readonly position: number; readonly of: number };

/** The largest partners of one area in one period, for the page of a flow. */
export type FlowView = {
  readonly side: FlowQuestion["side"];
  /** The sides that can be chosen. */
  readonly sides: readonly FlowQuestion["side"][];
  readonly kind: FlowKind;
  /** The level of the partners. */
  readonly level: LevelCard;
  /** Axes: area, period, partner. */
  readonly cube: Cube;
  /** The question that it answers. */
  readonly selection: Selection;
};

/** The page of an indicator (flat, derived or cube). */
export type IndicatorView = {
  readonly details: IndicatorDetails;
  /** The question as answered: every choice filled in. */
  readonly selection: Selection;
  /** Axes: area, period, and one per dimension level of `by`. The comparison areas come last among the areas. */
  readonly cube: Cube;
  /** For the map and the bars: all areas of the level in the last period of the selection (axes: area, period). Absent for a single cell each. */
  readonly all?: Cube;
  /** For `judge`: what `cube` and `all` do not tell of themselves. */
  readonly around?: { readonly shown: Around; readonly all?: Around };
  /** For survey figures: what the test says of the chosen areas beside the others and beside earlier waves. */
  readonly comparisons?: readonly Comparison[];
  /** For a flow, where an area is chosen: its partners. */
  readonly flow?: FlowView;
  /** Why the level has no figures, where it has none. */
  readonly reason?: { readonly code: Reason; readonly text: Text };
  readonly choices: {
    readonly levels: readonly LevelCard[];
    readonly areas: readonly AreaCard[];
    readonly compare: readonly AreaCard[];
    readonly within: readonly AreaCard[];
  };
};

/** One indicator on an area's page. */
export type ProfileRow = {
  readonly indicator: IndicatorCard;
  readonly rating: Rating;
  readonly decimals: number;
  readonly period: string;
  /** The area's cell, then one per column of the profile. */
  readonly cells: readonly ProfileCell[];
  /** The area's own series, oldest first, on the period level shown; NaN where there is no figure. */
  readonly trend: readonly { readonly period: string; readonly value: number }[];
  readonly rank?: Rank;
};
/** A figure with its state, and the bits of `cellFlag` where it carries any. */
export type ProfileCell = { readonly value?: number; readonly status: number; readonly flags?: number };

/** The page of an area. */
export type AreaView = {
  readonly area: AreaCard;
  readonly level: LevelCard;
  /** Areas in which it lies, coarse to fine. */
  readonly parents: readonly AreaCard[];
  /** Older areas that it was made of, and newer ones that it became part of. */
  readonly predecessors: readonly (AreaCard & { readonly until?: number })[];
  readonly successors: readonly (AreaCard & { readonly since?: number })[];
  /** The columns beside the area: parents of the benchmark levels and the chosen comparison. */
  readonly columns: readonly AreaCard[];
  readonly themes: readonly { readonly theme: ThemeCard; readonly rows: readonly ProfileRow[] }[];
  readonly choices: {
    readonly compare: readonly AreaCard[];
    /** Ways in which areas of the level can be alike. */
    readonly similar?: readonly SimilarityCard[];
  };
};

/** A way in which areas can be alike, in a list. */
export type SimilarityCard = { readonly code: string; readonly name: Text };

/** One thing by which areas are compared. */
export type SimilarPart = {
  readonly indicator: string;
  readonly name: Text;
  readonly unit: Text;
  readonly decimals: number;
  /** For a cube the member that counts. */
  readonly member?: Text;
  readonly scale: "linear" | "log";
  /** Its part of all weight, before what the area misses is left out; they sum to 1. */
  readonly weight: number;
  /** The period of its figures; empty where there are none. */
  readonly period: string;
  /** The area's own figure; absent where it has none: the part then does not count. */
  readonly value?: number;
};

/** An area that is like another, and why. */
export type SimilarArea = {
  readonly area: AreaCard;
  /** In standard deviations: the root of the weighted mean of the squared differences. 0 is equal. */
  readonly distance: number;
  /** In the order of the parts: its figure, and what it adds to the squared distance. Empty for a part that does not count. */
  readonly parts: readonly { readonly value?: number; readonly adds?: number }[];
};

/** The areas most like one. */
export type SimilarView = {
  readonly area: AreaCard;
  readonly level: LevelCard;
  /** The preset that answers; absent for parts of the asker's own. */
  readonly preset?: SimilarityCard;
  /** The presets of the level. */
  readonly presets: readonly SimilarityCard[];
  readonly parts: readonly SimilarPart[];
  /** Nearest first; empty where too little is known of the area. */
  readonly nearest: readonly SimilarArea[];
  /** With how many areas it was compared, and how many were left out since they miss a figure. */
  readonly among: number;
  readonly leftOut: number;
  /** The region whose areas are compared, where the level lies in regions. */
  readonly region?: AreaCard;
};

/** The first page. */
export type HomeView = {
  readonly themes: readonly ThemeCard[];
  /** The level that readers choose from, and its real areas by name. */
  readonly level: LevelCard;
  readonly areas: readonly AreaCard[];
  readonly counts: { readonly indicators: number; readonly areas: number; readonly figures: number };
};

/** The page of a theme. */
export type ThemeView = {
  readonly theme: ThemeCard;
  readonly path: readonly { readonly code: string; readonly name: Text }[];
  readonly children: readonly ThemeCard[];
  readonly groups: readonly { readonly theme: ThemeCard; readonly indicators: readonly IndicatorCard[] }[];
};

/** A finding of the search box. A topic found together with an area leads to that topic for that area. */
export type SearchHit =
  | { readonly kind: "indicator"; readonly code: string; readonly name: Text; readonly theme?: Text; readonly area?: AreaCard }
  /** `glance`: it is of the level that readers know, and leads to its page at a glance. */
  | { readonly kind: "area"; readonly area: AreaCard; readonly level: LevelCard; readonly within?: Text; readonly glance?: true }
  | { readonly kind: "theme"; readonly code: string; readonly name: Text; readonly area?: AreaCard };

/** What a page needs to know of the site and the release around it. */
export type Frame = {
  readonly site: {
    readonly name: Text;
    readonly motto: Text;
    readonly mailbox?: string;
    readonly organisation?: Text;
    readonly style: string;
    /** Public address of the site (`https://…`), where it is known. */
    readonly origin?: string;
  };
  readonly release: { readonly id: string; readonly at: string };
};

/** A release in the list of releases. */
export type ReleaseCard = {
  readonly id: string;
  readonly at: string;
  readonly current: boolean;
  readonly indicators: number;
  readonly leftOut: readonly { readonly code: string; readonly why: Text }[];
  /** Of the current release: indicators whose figures came in since the release before it; absent where there is none before. */
  readonly changed?: readonly { readonly code: string; readonly name: Text }[];
  /** The files of the whole release below `/bulk/`: how many, their bytes together, and of the current release each of them. */
  readonly bulk?: { readonly count: number; readonly size: number; readonly files?: readonly BulkCard[] };
};

/** A file of a whole release: its path below `/bulk/`, bytes and SHA-256. */
export type BulkCard = { readonly name: string; readonly size: number; readonly sha256: string };

/** In and out of every route. `selection` is the query text of an address, as `formatSelection` writes it. */
export type Routes = {
  frame: { in: Record<string, never>; out: Frame };
  home: { in: Record<string, never>; out: HomeView };
  theme: { in: { code: string }; out: ThemeView };
  indicator: { in: { code: string; selection: string }; out: IndicatorView };
  area: { in: { level: string; code: string; compare: string }; out: AreaView };
  areas: { in: { level: string }; out: readonly AreaCard[] };
  /** By a preset (the first one where none is named), or by `parts` of one's own: `code:weight`, with `:log` for ratios. */
  similar: { in: { level: string; code: string; preset: string; parts: string; count: string }; out: SimilarView };
  search: { in: { q: string }; out: readonly SearchHit[] };
  data: { in: { selection: string }; out: Cube };
  /**
   * TopoJSON text of a level: one object, features (surfaces, points or lines) with `id` = area code; `synthetic: true` where the
   * borders are invented. `detail` is `coarse` (fewer corners, for a first look, where that saves much) or `full`, the default.
   */
  geometry: { in: { level: string; detail?: string }; out: string };
  releases: { in: Record<string, never>; out: readonly ReleaseCard[] };
  /** An area at a glance. `compare` is the reference of a benchmark, `theme` a code, `since` years back; empty: the site's own. */
  glance: { in: { level: string; code: string; compare: string; theme: string; since: string }; out: GlanceView };
  /** All indicators of an area beside one or two benchmarks; `compare` as of an area's page, `since` years back. Empty: the site's own. */
  explore: { in: { level: string; code: string; compare: string; since: string }; out: ExploreView };
  /** The theme tree with everything that is known before one opens it. */
  tree: { in: Record<string, never>; out: TreeView };
  /** All levels that hold areas, coarse to fine. */
  levels: { in: Record<string, never>; out: readonly LevelCard[] };
  /** What is said about indicators; codes separated by commas. */
  details: { in: { codes: string }; out: readonly IndicatorDetails[] };
  /** What the figures of `data` do not tell of themselves. */
  around: { in: { selection: string }; out: AroundView };
  workspace: { in: { hash: string }; out: SharedWorkspace };
  layers: { in: Record<string, never>; out: MapLayers };
  /** Editorial pages, newest first; `kind` empty: all. */
  articles: { in: { kind: string }; out: readonly ArticleCard[] };
  article: { in: { slug: string }; out: ArticleView };
  calendar: { in: Record<string, never>; out: readonly CalendarEntry[] };
  /** All themes that hold something, parents before their children. */
  themes: { in: PageAsked; out: ListPage<ThemeEntry> };
  /** All visible indicators by code; each filter narrows the list. */
  indicators: {
    in: PageAsked & { theme: string; level: string; source: string; q: string; changedSince: string };
    out: ListPage<IndicatorEntry>;
  };
  /** All visible cubes by code, with their dimensions, levels and members. */
  cubes: { in: PageAsked; out: ListPage<CubeEntry> };
  /** Periods with figures, of one indicator or on one level where that is asked; oldest first. */
  periods: { in: PageAsked & { indicator: string; level: string }; out: ListPage<PeriodEntry> };
  sources: { in: PageAsked; out: ListPage<SourceEntry> };
  dimensions: { in: PageAsked; out: ListPage<DimensionEntry> };
  /** The classes of a dimension level, in their order. */
  members: { in: PageAsked & { level: string }; out: ListPage<MemberEntry> };
  /** What a selection shows in words; `language` is `nl` (the default) or `en`. */
  sentences: { in: { selection: string; language: string }; out: SentencesView };
  service: { in: Record<string, never>; out: ServiceView };
};

/** Name of a route. */
export type RouteName = keyof Routes;

/** Where each route lives. `{x}` are path parameters; what remains of `in` is the query. */
export const routes = {
  frame: { method: "GET", path: "/api/v1/frame" },
  home: { method: "GET", path: "/api/v1/home" },
  theme: { method: "GET", path: "/api/v1/themes/{code}" },
  indicator: { method: "GET", path: "/api/v1/indicators/{code}" },
  area: { method: "GET", path: "/api/v1/areas/{level}/{code}" },
  areas: { method: "GET", path: "/api/v1/areas/{level}" },
  similar: { method: "GET", path: "/api/v1/areas/{level}/{code}/similar" },
  search: { method: "GET", path: "/api/v1/search" },
  data: { method: "GET", path: "/api/v1/data" },
  geometry: { method: "GET", path: "/api/v1/geometry/{level}" },
  releases: { method: "GET", path: "/api/v1/releases" },
  glance: { method: "GET", path: "/api/v1/areas/{level}/{code}/glance" },
  explore: { method: "GET", path: "/api/v1/areas/{level}/{code}/explore" },
  tree: { method: "GET", path: "/api/v1/tree" },
  levels: { method: "GET", path: "/api/v1/levels" },
  details: { method: "GET", path: "/api/v1/details" },
  around: { method: "GET", path: "/api/v1/around" },
  workspace: { method: "GET", path: "/api/v1/workspaces/{hash}" },
  layers: { method: "GET", path: "/api/v1/layers" },
  articles: { method: "GET", path: "/api/v1/articles" },
  article: { method: "GET", path: "/api/v1/articles/{slug}" },
  calendar: { method: "GET", path: "/api/v1/calendar" },
  themes: { method: "GET", path: "/api/v1/themes" },
  indicators: { method: "GET", path: "/api/v1/indicators" },
  cubes: { method: "GET", path: "/api/v1/cubes" },
  periods: { method: "GET", path: "/api/v1/periods" },
  sources: { method: "GET", path: "/api/v1/sources" },
  dimensions: { method: "GET", path: "/api/v1/dimensions" },
  members: { method: "GET", path: "/api/v1/dimensions/{level}/members" },
  sentences: { method: "GET", path: "/api/v1/sentences" },
  service: { method: "GET", path: "/api/v1/service" },
} as const satisfies Readonly<Record<RouteName, { readonly method: "GET"; readonly path: string }>>;

/** Asks a route: in the server a call in the same process, in a browser a fetch. Throws `PeilError`. */
export type Read = <N extends RouteName>(route: N, input: Routes[N]["in"]) => Promise<Routes[N]["out"]>;
