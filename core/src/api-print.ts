import type { Language } from "./model/text.ts";

/** A drawing that stands on its own: no style sheet, no font of a page. */
export type PrintedPicture = {
  /** A whole SVG document. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
  /** What it shows, for who cannot see it. */
  readonly alt: string;
};

/** A drawing as a file of its own. */
export type PictureFile = PrintedPicture & {
  /** What the file is called, without its extension. */
  readonly name: string;
};

/** A table of texts. The first cell of a row names it. */
export type PrintedTable = {
  readonly kind: "table";
  /** `width` is a column's part of the table, beside those of the others. */
  readonly columns: readonly { readonly head: string; readonly width: number; readonly numeric?: true }[];
  /** As many cells as there are columns. */
  readonly rows: readonly (readonly string[])[];
};

/** A part of a printed document. */
export type PrintedBlock =
  | { readonly kind: "heading"; readonly level: 1 | 2; readonly text: string }
  /** `lead` in large type, `small` in small type. */
  | { readonly kind: "text"; readonly text: string; readonly size?: "lead" | "small" }
  | { readonly kind: "list"; readonly items: readonly string[]; readonly size?: "small" }
  /** What follows begins on a new page. */
  | { readonly kind: "break" }
  | { readonly kind: "picture"; readonly caption: string; readonly picture: PrintedPicture }
  | { readonly kind: "contents"; readonly title: string }
  /** Blocks side by side, where the paper is wide enough. */
  | { readonly kind: "columns"; readonly columns: readonly (readonly PrintedBlock[])[] }
  | PrintedTable;

/** A document for paper, as plain data: what is said and drawn, not how it is set. */
export type PrintedDocument = {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  /** One sentence, for who searches among files. */
  readonly description: string;
  /** Who publishes it. */
  readonly author: string;
  /** ISO moment of the release that it was made from. */
  readonly at: string;
  /** Stands at the foot of every page. */
  readonly foot: string;
  /** *Page {page} of {pages}*. */
  readonly page: string;
  /** What the file is called, without its extension. */
  readonly name: string;
  readonly blocks: readonly PrintedBlock[];
};
