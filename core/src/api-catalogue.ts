import type { IndicatorDetails, ThemeCard } from "./api.ts";
import type { Parameter } from "./api-parameters.ts";
import type { DataType, Kind, Shape } from "./model/indicator.ts";
import type { PeriodLevel } from "./model/period.ts";
import type { Text } from "./model/text.ts";

/** One page of a list, in an order that never changes under a release. */
export type ListPage<T> = {
  readonly items: readonly T[];
  /** What to send as `cursor` for the page after this one; absent on the last. */
  readonly next?: string;
};

/** How much of a list is asked for, and from where. Empty: the first items. */
export type PageAsked = { readonly limit: string; readonly cursor: string };

/** A theme in the list of all themes. */
export type ThemeEntry = ThemeCard & {
  /** Code of the theme above it; absent at the root. */
  readonly parent?: string;
};

/** An indicator in the list of all indicators. */
export type IndicatorEntry = {
  readonly code: string;
  readonly name: Text;
  readonly unit: Text;
  readonly shape: Shape;
  readonly kind: Kind;
  readonly dataType: DataType;
  /** Whether it is computed by a formula. */
  readonly derived: boolean;
  /** Code of the source, one of `/api/v1/sources`. */
  readonly source?: string;
  /** Codes of the themes in which it stands. */
  readonly themes: readonly string[];
  /** Where it has figures, coarse to fine: per level its first and last period, and how many there are. */
  readonly levels: readonly { readonly level: string; readonly first: string; readonly last: string; readonly count: number }[];
  /** ISO moment at which its figures, or those of its operands, came in last. */
  readonly changed?: string;
};

/** A cube with everything by which its figures are split. */
export type CubeEntry = Pick<IndicatorDetails, "code" | "name" | "unit" | "dataType" | "dimensions">;

/** A period in which there are figures. */
export type PeriodEntry = {
  readonly code: string;
  readonly level: PeriodLevel;
  /** How many indicators have figures in it. */
  readonly indicators: number;
};

/** Who made figures. */
export type SourceEntry = NonNullable<IndicatorDetails["source"]> & {
  /** How many indicators come from it. */
  readonly indicators: number;
};

/** A concept by which figures are split, with its classifications. */
export type DimensionEntry = {
  readonly code: string;
  readonly name: Text;
  /** Its classifications, and how many classes each has. */
  readonly levels: readonly { readonly code: string; readonly name: Text; readonly members: number }[];
};

/** A class of a dimension level. */
export type MemberEntry = {
  readonly code: string;
  readonly name: Text;
  /** The coarser classes in which it counts. */
  readonly within: readonly { readonly level: string; readonly code: string }[];
};

/** What the figures of one indicator say in words. */
export type SpokenIndicator = {
  readonly code: string;
  readonly name: Text;
  readonly sentences: readonly { readonly kind: string; readonly text: string }[];
  /** The sentences one after the other; empty where there is nothing to say. */
  readonly text: string;
};

/** What a selection shows, in sentences. */
export type SentencesView = {
  readonly language: "nl" | "en";
  readonly release: string;
  readonly indicators: readonly SpokenIndicator[];
};

/** A file format in which figures can be had. */
export type FormatEntry = {
  readonly name: string;
  /** What stands behind the dot of an address. */
  readonly extension: string;
  readonly mediaType: string;
  /** What a file of this format cannot hold. */
  readonly loses: readonly string[];
};

/** Something that machines can ask of the site outside the route table. */
export type EndpointEntry = {
  readonly name: string;
  readonly group: string;
  readonly method: "GET" | "POST";
  /** `{x}` are parts of the address. */
  readonly path: string;
  readonly summary: Text;
  /** The standard that it follows. */
  readonly standard?: { readonly name: string; readonly url: string };
  readonly parameters: readonly Parameter[];
  /** What a body is, where one is sent. */
  readonly body?: string;
  /** Status where all went well; 200 unless told. */
  readonly status?: number;
  /** What it may answer with; the first is the usual one. */
  readonly mediaTypes: readonly string[];
  /** An address that answers on this site; absent where there is none. */
  readonly example?: string;
};

/** What the site offers to programs, beside the route table that everybody knows. */
export type ServiceView = {
  readonly formats: readonly FormatEntry[];
  readonly endpoints: readonly EndpointEntry[];
  /** Per route an address that answers on this site. */
  readonly examples: Readonly<Record<string, string>>;
  /** What stands for a slot such as `{indicator}` in the example of a parameter. */
  readonly slots: Readonly<Record<string, string>>;
};
