import type { Text } from "@peil/core/model/text.ts";
import type { Voice } from "./voice.ts";

type Rule = { readonly test: RegExp; readonly as: (name: string) => string };

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

const dutch: readonly Rule[] = [
  { test: / Gewest$/, as: (name) => `het ${name}` },
  { test: /^(Gewest|Arrondissement|Bestuurlijk arrondissement) /, as: (name) => `het ${lowerFirst(name)}` },
  { test: /^(Provincie|Regio|Referentieregio|Vervoerregio|Eerstelijnszone|Politiezone) /, as: (name) => `de ${lowerFirst(name)}` },
  { test: /^(Vlaamse Rand|Vlaamse Ardennen|Kempen|Westhoek|Middenkust|Denderregio)$/, as: (name) => `de ${name}` },
  { test: /^(Waasland|Meetjesland|Pajottenland|Hageland)$/, as: (name) => `het ${name}` },
];

const english: readonly Rule[] = [
  { test: /^The /, as: lowerFirst },
  { test: / Region$/, as: (name) => `the ${name}` },
  { test: /^Province of /, as: (name) => `the ${lowerFirst(name)}` },
  { test: / Gewest$/, as: (name) => `the ${name}` },
];

/**
 * An area's name as it stands inside a sentence: *het Vlaams Gewest*, *de provincie Limburg*, *Gent*.
 * The site's own `article` text wins where it gives one.
 */
export function areaInSentence(name: Text, voice: Voice, article?: Text): string {
  if (article) return voice.say(article);
  const text = voice.say(name);
  const rules = voice.language === "en" ? english : dutch;
  const rule = rules.find((each) => each.test.test(text));
  return rule ? rule.as(text) : text;
}

/** The first letter as a capital, for the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
