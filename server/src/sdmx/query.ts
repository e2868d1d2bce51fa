import type { Language } from "@peil/core/model/text.ts";
import { openHeaders } from "../http/api.ts";
import type { Answer } from "../http/cache.ts";
import { askEveryTime } from "../http/door.ts";
import type { Release } from "../release.ts";
import type { Offer } from "./negotiate.ts";

/** What every query comes with. */
export type Query = {
  readonly release: Release;
  readonly offer: Offer;
  readonly language: Language;
  /** What stands behind the question mark. */
  readonly fields: URLSearchParams;
  /** The key of its answer among those that are kept: an address, a format and a language. */
  readonly key: string;
};

/** An answer to a query, in its format and for every site. */
export function answerTo({ offer, language }: Query, body: Buffer, more: Answer["headers"] = []): Answer {
  return {
    status: 200,
    type: offer.type,
    body,
    compressible: true,
    headers: [...openHeaders, ["vary", "accept, accept-language"], ["content-language", language], ...more],
    caching: askEveryTime,
  };
}
