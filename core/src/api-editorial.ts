import type { ArticleKind } from "./model/site.ts";
import type { Text } from "./model/text.ts";

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

/** Figures that are announced. */
export type CalendarEntry = {
  readonly date: string;
  readonly title: Text;
  readonly indicators: readonly { readonly code: string; readonly name: Text }[];
};
