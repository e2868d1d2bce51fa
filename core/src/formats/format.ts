import type { Cube, Uncertainty } from "../model/cube.ts";
import type { Language } from "../model/text.ts";

/** A cube without its figures: what a format needs to know before the first cell. */
export type CubeHead = Omit<Cube, "values" | "status" | "texts" | "flags" | "uncertainty"> & {
  /** Where there are survey figures: by what their intervals were made. */
  readonly interval?: Pick<Uncertainty, "level" | "method">;
  /** Some figures carry flags: every slab has `flags`. */
  readonly flagged?: true;
};

/**
 * A run of consecutive cells of the row-major cube, from the flat index `start` on. `values`, `status` and `texts` (where
 * present) are equally long. Slabs come in order and together hold every cell once. Conventions of values and status: `Cube`.
 */
export type Slab = {
  readonly start: number;
  readonly values: Float64Array;
  readonly status: Uint8Array;
  readonly texts?: readonly (string | undefined)[];
  /** Bits of `cellFlag`, equally long; present in every slab where the head is `flagged`. */
  readonly flags?: Uint8Array;
  /** Present in every slab where the head has an `interval`; equally long. */
  readonly bounds?: Pick<Uncertainty, "lower" | "upper" | "respondents">;
};

/** How a reader wants a file. */
export type FormatOptions = {
  /** Language of labels, names and units; falls back to Dutch text by text. */
  readonly language: Language;
  /** A variant that the format knows by name. `csv`: `excel` (semicolon, decimal comma, byte order mark). Unknown names are ignored. */
  readonly dialect?: string;
  /** The address by which the file was asked, whole where the site knows its own; absent where there is none (a file made at publish). */
  readonly address?: string;
  /** Who publishes the figures and when, for formats that name it: the agency of the site in SDMX, the moment of the release (ISO). */
  readonly publisher?: { readonly agency: string; readonly at: string };
  /** Rows of cells without a record (*empty*) stay away, in formats of one row a cell. */
  readonly sparse?: boolean;
  /** TopoJSON text of a level by its alias, for formats that draw; undefined where the level has no borders. */
  readonly borders?: (level: string) => Promise<string | undefined>;
};

/** Figures on their way into a file: what is known before the first cell, and the cells. */
export type Figures = { readonly head: CubeHead; readonly slabs: AsyncIterable<Slab> };

/**
 * A file format: a cube as bytes, and back where the format can carry that.
 * Slabs and bytes flow, so that a cube of any size passes in constant memory.
 */
export type Format = {
  /** Name in addresses, in the list and of the documentation page. */
  readonly name: string;
  /** What stands behind the dot of an address; no dot of its own. */
  readonly extension: string;
  /** Extension of the file that a reader gets, without the first dot, where it is another one. */
  readonly fileExtension?: string;
  /** Compressed already: it travels as it is. */
  readonly compressed?: true;
  readonly mediaType: string;
  /**
   * What a file of this format cannot hold; absent: nothing. `incomplete`: the state, which becomes *unknown*, with the number of
   * missing areas. `figures`: it describes figures and holds none. Whoever needs it takes another format; the documentation page says so.
   */
  readonly loses?: readonly ("texts" | "flags" | "uncertainty" | "incomplete" | "figures")[];
  /** The file, in chunks. Figures carry 12 significant digits; states, sources, licences and the release travel along. */
  write(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncIterable<Uint8Array>;
  /**
   * The cube of a file that `write` made: the same axes in order, values, states and texts. Labels come back in the language
   * in which they were written; what the format does not carry stays away. @throws `file-unreadable`
   */
  read?(bytes: AsyncIterable<Uint8Array>): Promise<Cube>;
};
