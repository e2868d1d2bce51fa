import type { Text } from "@peil/core/model/text.ts";
import type { Voice } from "./voice.ts";

type Rule = { readonly test: RegExp; readonly as: (match: RegExpExecArray) => string };

const lowerFirst = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const whole =
  (article: string) =>
  ([name]: RegExpExecArray): string =>
    `${article} ${name}`;
const lowered =
  (article: string) =>
  ([name]: RegExpExecArray): string =>
    `${article} ${lowerFirst(name)}`;

const dutch: readonly Rule[] = [
  {
    test: /^(.+) \((provincie|vervoerregio|regio|politiezone|eerstelijnszone|deelgemeente)\)$/,
    as: ([, name, kind]) => `de ${kind} ${name}`,
  },
  { test: /^(.+) \((arrondissement|gewest)\)$/, as: ([, name, kind]) => `het ${kind} ${name}` },
  { test: /^PZ (.+)$/, as: ([, name]) => `de politiezone ${name}` },
  { test: /^.+ Gewest$/, as: whole("het") },
  { test: /^(Gewest|Arrondissement|Bestuurlijk arrondissement) .+$/, as: lowered("het") },
  { test: /^(Stad|Gemeente|Provincie|Regio|Referentieregio|Vervoerregio|Eerstelijnszone|Politiezone|Wijk) .+$/, as: lowered("de") },
  { test: /^(Vlaamse Rand|Vlaamse Ardennen|Kempen|Westhoek|Middenkust|Denderregio)$/, as: whole("de") },
  { test: /^(Waasland|Meetjesland|Pajottenland|Hageland)$/, as: whole("het") },
];

const english: readonly Rule[] = [
  { test: /^(.+) \((province|arrondissement|sub-municipality)\)$/, as: ([, name, kind]) => `the ${kind} of ${name}` },
  { test: /^(.+) \(([a-z ]+ (?:region|zone))\)$/, as: ([, name, kind]) => `the ${name} ${kind}` },
  { test: /^PZ (.+)$/, as: ([, name]) => `the police zone ${name}` },
  { test: /^The .+$/, as: ([name]) => lowerFirst(name) },
  { test: /^.+ ([Rr]egion|Gewest)$|^(Flemish (Ardennes|Periphery .+)|Central Coast)$/, as: whole("the") },
  { test: /^(Province|City|Municipality) of .+$/, as: lowered("the") },
];

/**
 * An area's name as it stands inside a sentence: *het Vlaams Gewest*, *de provincie Limburg*, *Gent*.
 * The site's own `article` text wins where it gives one.
 */
export function areaInSentence(name: Text, voice: Voice, article?: Text): string {
  if (article) return voice.say(article);
  const text = voice.say(name);
  for (const { test, as } of voice.language === "en" ? english : dutch) {
    const match = test.exec(text);
    if (match) return as(match);
  }
  return text;
}

/** The first letter as a capital, for the start of a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
