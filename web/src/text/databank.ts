import { en } from "./databank-en.ts";
import { nl } from "./databank-nl.ts";
import type { Voice } from "./voice.ts";

/** A step of the guided first visit. */
type Step = { readonly title: string; readonly text: string };

/** What the data bank says around its figures. */
export type DatabankWords = {
  readonly title: string;
  readonly description: string;
  readonly loading: string;
  readonly noScript: { readonly text: string; readonly themes: string; readonly search: string };
  readonly tabs: {
    readonly label: string;
    readonly add: string;
    readonly close: (name: string) => string;
    readonly duplicate: string;
    readonly rename: string;
    readonly renameLabel: string;
    readonly left: string;
    readonly right: string;
    readonly menu: (name: string) => string;
    readonly closeThis: string;
    readonly copyOf: (name: string) => string;
    readonly empty: string;
    readonly closed: (name: string) => string;
    readonly moved: (name: string, place: number, of: number) => string;
    readonly full: (most: number) => string;
    readonly help: string;
  };
  readonly bar: {
    readonly label: string;
    readonly undo: string;
    readonly redo: string;
    readonly open: string;
    readonly save: string;
    readonly share: string;
    readonly keys: string;
    readonly tour: string;
    readonly manual: string;
    readonly undone: string;
    readonly redone: string;
  };
  readonly choose: {
    readonly label: string;
    readonly open: string;
    readonly done: string;
    readonly topic: string;
    readonly find: string;
    readonly level: string;
    readonly areas: string;
    readonly all: string;
    readonly periods: string;
    readonly recent: string;
    readonly allPeriods: string;
    readonly nothingFound: string;
    readonly remove: (name: string) => string;
  };
  readonly show: {
    readonly label: string;
    readonly forms: string;
    readonly unfit: string;
    readonly unfitHere: (form: string) => string;
    readonly instead: string;
    readonly table: string;
    readonly tableShown: string;
    readonly tableHidden: string;
    readonly settings: string;
    readonly caution: string;
    readonly area: string;
    readonly marked: string;
    readonly unmark: string;
    readonly drill: (area: string) => string;
    readonly broken: string;
    readonly explore: string;
    readonly facts: string;
    readonly factsOf: string;
    readonly notEmbedded: string;
    readonly picture: (format: string) => string;
    readonly pictureFailed: string;
  };
  readonly settings: {
    readonly play: string;
    readonly pause: string;
    readonly previous: string;
    readonly next: string;
    readonly numbers: string;
  };
  /** Axes of a table in its bars. */
  readonly axes: {
    readonly to: (axis: string, bar: string) => string;
    readonly left: (axis: string) => string;
    readonly right: (axis: string) => string;
    readonly moved: (axis: string, bar: string, place: number, of: number) => string;
    readonly help: string;
  };
  readonly notes: { readonly source: string; readonly release: string; readonly licence: string };
  readonly wait: { readonly figures: (what: string) => string; readonly long: string };
  readonly failed: { readonly retry: string; readonly back: string; readonly title: string };
  readonly start: {
    readonly title: string;
    readonly text: string;
    readonly choose: string;
    readonly tour: string;
    readonly recent: string;
    readonly examples: string;
    readonly map: (name: string, plural: string) => string;
    readonly cube: (name: string) => string;
    readonly pair: (one: string, two: string) => string;
  };
  readonly nothing: { readonly title: string; readonly text: string };
  readonly none: { readonly title: string; readonly text: string; readonly add: string };
  readonly share: {
    readonly title: string;
    readonly text: string;
    readonly making: string;
    readonly link: string;
    readonly copy: string;
    readonly copied: string;
    readonly lasts: string;
    readonly one: string;
    readonly close: string;
  };
  readonly shared: {
    readonly title: string;
    readonly from: (day: string) => string;
    readonly same: string;
    readonly gone: string;
    readonly asThen: string;
    readonly newest: string;
    readonly take: string;
    readonly label: string;
  };
  readonly file: { readonly name: string; readonly opened: (name: string) => string; readonly saved: string; readonly failed: string };
  readonly kept: { readonly unread: string; readonly save: string; readonly refused: string; readonly dismiss: string };
  readonly keys: { readonly title: string; readonly close: string; readonly rows: readonly (readonly [keys: string, does: string])[] };
  readonly tour: {
    readonly label: string;
    readonly step: (at: number, of: number) => string;
    readonly next: string;
    readonly back: string;
    readonly skip: string;
    readonly done: string;
    readonly steps: readonly Step[];
  };
};

/** The words in the language of the page. */
export function databankWords(voice: Pick<Voice, "language">): DatabankWords {
  return voice.language === "en" ? en : nl;
}
