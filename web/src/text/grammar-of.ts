import type { Grammar } from "./grammar.ts";
import { english } from "./grammar-en.ts";
import { dutch } from "./grammar-nl.ts";
import type { Voice } from "./voice.ts";

/** The turns of phrase of a language. */
export function grammarOf(voice: Voice): Grammar {
  return voice.language === "en" ? english : dutch;
}
