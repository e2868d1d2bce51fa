import type { Text } from "@peil/core/model/text.ts";
import { suggest } from "@peil/core/query/suggest.ts";

/** Words that follow “check the code”: the codes that look like it, or nothing. */
export function hintFor(text: string, candidates: Iterable<string>): Text | string {
  const found = suggest(text, [...candidates], 3);
  if (found.length === 0) return "";
  const list = found.map((each) => `“${each}”`);
  return { nl: ` (bedoelde je ${list.join(" of ")}?)`, en: ` (did you mean ${list.join(" or ")}?)` };
}
