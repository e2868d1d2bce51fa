import type { ExchangeDimension } from "../../core/src/model/exchange.ts";

/** A class of a classification. */
export type Member = { readonly code: string; readonly name: { readonly nl: string; readonly en: string } };

/** A class, in one line. */
export const member = (code: string, nl: string, en: string): Member => ({ code, name: { nl, en } });

/** A dimension with one classification, named alike. */
export function simple(code: string, nl: string, en: string, members: readonly Member[]): ExchangeDimension {
  return { code, name: { nl, en }, levels: [{ code, name: { nl, en }, members }], aggregation: [] };
}
