import type { Place } from "../address.ts";
import type { Results } from "../pages/accessibility-results.ts";
import { accessibilityEn } from "./accessibility-en.ts";
import { accessibilityNl } from "./accessibility-nl.ts";
import type { Voice } from "./voice.ts";

/** What the accessibility statement says. */
export type AccessibilityWords = {
  readonly title: string;
  readonly lead: (organisation: string) => string;
  readonly law: readonly [before: string, decree: string, between: string, directive: string, after: string];
  readonly scopeTitle: string;
  readonly scope: (site: string) => string;
  readonly statusTitle: string;
  readonly status: Readonly<Record<"unknown" | "partial" | "full", string>>;
  readonly norm: string;
  readonly wrongTitle: string;
  readonly wrongNone: string;
  readonly wrongSome: string;
  /** What a broken rule means for a reader, what helps instead, and why it is so; per rule that is known to be broken. */
  readonly wrong: Readonly<Record<string, string>>;
  readonly outside: string;
  readonly outsideList: readonly string[];
  readonly preparedTitle: string;
  readonly prepared: (day: string) => string;
  readonly how: (results: Results, number: (value: number) => string) => string;
  readonly rules: (results: Results, number: (value: number) => string) => string;
  readonly seen: string;
  readonly keyboard: string;
  readonly notByPeople: string;
  readonly undecided: (rules: string) => string;
  readonly tested: string;
  readonly pagesTitle: string;
  readonly formsTitle: string;
  readonly feedbackTitle: string;
  readonly feedback: (organisation: string) => string;
  readonly write: string;
  readonly noMailbox: string;
  readonly answer: string;
  readonly enforceTitle: string;
  readonly enforce: (organisation: string) => string;
  readonly ombudsman: string;
  /** Names of the kinds of pages: each kind that the site has is here. */
  readonly pages: Readonly<Record<Place["page"], string>>;
};

/** The words in the language of the page. */
export function accessibilityWords(voice: Voice): AccessibilityWords {
  return voice.language === "en" ? accessibilityEn : accessibilityNl;
}
