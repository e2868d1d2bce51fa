import type { Text } from "./model/text.ts";

/** What an editorial page is: news has a date, a page of information has none, a study or training may have one. */
export type ArticleKind = "news" | "info" | "study" | "training" | "contact";

/** An editorial page in a list. */
export type ArticleCard = {
  readonly slug: string;
  readonly kind: ArticleKind;
  readonly title: Text;
  readonly lead?: Text;
  /** ISO day. */
  readonly date?: string;
};

/** An editorial page: Markdown per language. */
export type ArticleView = ArticleCard & { readonly body: Text };

/** Something that is to come, or that came: in the calendar of releases. */
export type CalendarEntry = {
  readonly date: string;
  readonly title: Text;
  readonly indicators: readonly { readonly code: string; readonly name: Text }[];
  /** The release in which it came, where it did. */
  readonly release?: string;
};
