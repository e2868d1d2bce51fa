import type { Text } from "@peil/core/model/text.ts";
import { areaInSentence, capital } from "./area-name.ts";
import { grammarOf } from "./grammar-of.ts";
import type { Voice } from "./voice.ts";

/** What an area's page holds, for its opening. */
export type AreaFacts = {
  readonly name: Text;
  readonly article?: Text | undefined;
  readonly figures: number;
  readonly themes: number;
  readonly beside: readonly { readonly name: Text; readonly article?: Text | undefined }[];
  /** Indicators on which the area is among the first five, best place first. */
  readonly top: readonly { readonly name: Text; readonly position: number; readonly of: number }[];
  readonly plural: Text;
};

/** One or two sentences that open an area's page. */
export function areaSentences(facts: AreaFacts, voice: Voice): readonly string[] {
  const grammar = grammarOf(voice);
  const name = areaInSentence(facts.name, voice, facts.article);
  const beside = facts.beside.map((each) => areaInSentence(each.name, voice, each.article));
  const out = [grammar.holds(name, facts.figures, facts.themes, beside, voice)];
  if (facts.top.length > 0) {
    const items = facts.top.map((each) => grammar.topItem(voice.say(each.name), each.position, voice));
    out.push(grammar.top(capital(name), voice.say(facts.plural), items, voice));
  }
  return out;
}
