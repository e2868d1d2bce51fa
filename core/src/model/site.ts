import type { Text } from "./text.ts";

/**
 * One thing in which areas are alike: an indicator, how heavily it counts (above 0), for a cube the member that counts
 * (`<level>_<code>`; unnamed dimensions are totalled), and whether differences count as they are or as ratios.
 */
export type SimilarityPart = {
  readonly indicator: string;
  readonly weight: number;
  readonly member?: string;
  readonly scale?: "linear" | "log";
};

/** A way in which the areas of a level can be alike, such as size or age structure. */
export type Similarity = {
  readonly code: string;
  readonly name: Text;
  /** Alias of the level. */
  readonly level: string;
  readonly parts: readonly SimilarityPart[];
};

/** Areas that are taken together under a name; `group=@<code>` in addresses. */
export type SavedGroup = {
  readonly code: string;
  readonly name: Text;
  readonly areas: readonly { readonly level: string; readonly code: string }[];
};

/** What an editorial page is: news and studies have a date, information and contact need none. */
export const articleKinds = ["news", "info", "study", "training", "contact"] as const;
/** One of `articleKinds`. */
export type ArticleKind = (typeof articleKinds)[number];

/** An editorial page: Markdown per language, behind `/info/<slug>`. */
export type Article = {
  readonly slug: string;
  readonly kind: ArticleKind;
  readonly title: Text;
  readonly lead?: Text;
  /** ISO day. */
  readonly date?: string;
  readonly body: Text;
};

/** Figures that are announced for a day: *next update* at the indicators that it names. */
export type Announcement = {
  /** ISO day. */
  readonly date: string;
  readonly title: Text;
  readonly indicators: readonly string[];
};

/** What an area at a glance shows of a theme: codes of indicators, in order. `theme` is the code of a folder of the theme tree. */
export type GlanceSet = { readonly theme: string; readonly indicators: readonly string[] };

/** Where a workspace that lived on a former site leads: an address of this site. `guid` is in small letters. */
export type FormerWorkspace = { readonly guid: string; readonly to: string };
/** The data themes of the European Union (authority table `data-theme`). */
export const dataThemes = ["AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN"] as const;
/** One of `dataThemes`. */
export type DataTheme = (typeof dataThemes)[number];

/** How a site stands in catalogues of open data; addresses are those by which the world knows the thing. */
export type OpenData = {
  /** Who publishes, such as `https://data.vlaanderen.be/id/organisatie/OVO000001`. */
  readonly publisher?: string;
  /** Page for questions about the figures. */
  readonly contact?: string;
  /** Licence of figures whose source names no address of one. */
  readonly licence?: string;
  /** The territory, such as a NUTS region. */
  readonly spatial?: readonly string[];
  /** What the folders of the theme tree are called in Europe. A folder that is not named goes with the one it lies in. */
  readonly themes?: readonly { readonly theme: string; readonly dataTheme: DataTheme }[];
};

/** What a site says about itself: content, not code. */
export type Site = {
  readonly name: Text;
  /** One sentence under the name on the first page. */
  readonly motto: Text;
  /** Address that readers can write to. */
  readonly mailbox?: string;
  /** The government that answers for the site, for the accessibility statement; without one, the name of the site stands there. */
  readonly organisation?: Text;
  /** Alias of the level that readers choose their area from. */
  readonly homeLevel: string;
  /** Aliases of the levels beside which an area stands by default, such as province and region. */
  readonly benchmarkLevels: readonly string[];
  /** The area beside which everything stands by default. */
  readonly benchmark: { readonly level: string; readonly area: string };
  /** Ways in which areas can be alike, in the order in which readers are offered them. */
  readonly similarity?: readonly Similarity[];
  /** Groups of areas that readers can ask for by their code. */
  readonly groups?: readonly SavedGroup[];
  /** The core set of an area at a glance, theme by theme. Default: the first indicators of each theme that have recent figures. */
  readonly glance?: readonly GlanceSet[];
  /** From how many standard deviations on a register figure is a strength or point of attention, and has risen or fallen. Default 0.5 each. */
  readonly judgement?: { readonly zScore?: number; readonly change?: number };
  /** Editorial pages. */
  readonly articles?: readonly Article[];
  /** What is to come. */
  readonly announcements?: readonly Announcement[];
  /** Workspaces of a former site to which links still point. */
  readonly formerWorkspaces?: readonly FormerWorkspace[];
  /** For catalogues of open data. */
  readonly openData?: OpenData;
  /** Name of the token file of the house style. */
  readonly style: string;
};
