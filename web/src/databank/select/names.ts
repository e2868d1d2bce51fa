import { fold } from "./fold.ts";

/** Something with a name and a code, to be recognised in a pasted list. */
export type Named = { readonly code: string; readonly name: string };

/** What was recognised in a pasted list, and what was not. */
export type Recognised = { readonly codes: readonly string[]; readonly unknown: readonly string[] };

/**
 * Reads a list of names or codes, one a line or separated by commas, semicolons or tabs. A line that is itself a name counts as one,
 * so that a name with a comma is found too.
 */
export function recognise(text: string, choices: readonly Named[]): Recognised {
  const byName = new Map<string, string>();
  for (const each of choices) {
    byName.set(plain(each.code), each.code);
    byName.set(plain(each.name), each.code);
  }
  const codes = new Set<string>();
  const unknown: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const whole = byName.get(plain(line));
    const parts = whole === undefined ? line.split(/[,;\t]/) : [line];
    for (const part of parts.map((each) => each.trim()).filter((each) => each !== "")) {
      const code = byName.get(plain(part));
      if (code === undefined) unknown.push(part);
      else codes.add(code);
    }
  }
  return { codes: [...codes], unknown };
}

/** Hyphens, apostrophes and spaces do not tell names apart. */
function plain(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, "");
}
