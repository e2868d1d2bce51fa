/** Languages of the interface and of content. Dutch is always present; the others fall back to it. */
export type Language = "nl" | "en" | "fr";

/** The languages that the interface speaks, first the one whose addresses carry no prefix. */
export const languages: readonly Language[] = ["nl", "en"];

/** A text of the catalogue in one or more languages. */
export type Text = { readonly nl: string; readonly en?: string; readonly fr?: string };

/** The text in a language, or in Dutch where there is no translation. */
export function say(text: Text, language: Language): string {
  return text[language] ?? text.nl;
}

/** The language in which `say` answers: what a page marks with `lang` when it differs from its own. */
export function languageOf(text: Text, language: Language): Language {
  return text[language] === undefined ? "nl" : language;
}
