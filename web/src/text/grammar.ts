import type { Status } from "@peil/core/model/status.ts";
import type { Voice } from "./voice.ts";

/** How a figure differs from another one; `barely`: too little to show in the decimals given. */
export type Change =
  | { readonly kind: "none" }
  | { readonly kind: "barely" }
  | { readonly kind: "points" | "percent" | "plain"; readonly amount: number; readonly decimals: number; readonly up: boolean };

/** The turns of phrase of one language. Area names come in the form that stands inside a sentence. */
export type Grammar = {
  inPeriod(code: string, voice: Voice): string;
  /** The unit for exactly one, where it is known. */
  singular(unit: string): string | undefined;
  /** *In 2020 telde Gent 263.927 inwoners* */
  counted(area: string, period: string, figure: string): string;
  /** *In 2020 was het cijfer voor Gent 23,4 %* */
  stood(area: string, period: string, figure: string): string;
  /** *4,2 % meer dan* */
  than(change: Change, counts: boolean, voice: Voice): string;
  /** Why there is no figure; `parts` is the number of missing areas where the state is incomplete. */
  missing(area: string, period: string, state: Status, parts: number | undefined, voice: Voice): string;
  noBenchmark(area: string): string;
  also(area: string, figure: string): string;
  /** *Ter vergelijking: voor het Vlaams Gewest was het cijfer in 2020 23,4 %.* */
  benchmarkStood(area: string, period: string, figure: string): string;
  alsoChanged(area: string, change: Change, voice: Voice): string;
  beside(area: string, change: Change, figure: string, voice: Voice): string;
  ranks(area: string, rank: { readonly position: number; readonly of: number; readonly plural: string }, voice: Voice): string;
  holds(area: string, figures: number, themes: number, beside: readonly string[], voice: Voice): string;
  top(area: string, plural: string, items: readonly string[], voice: Voice): string;
  topItem(name: string, position: number, voice: Voice): string;
};
