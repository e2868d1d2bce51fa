const irregular: Readonly<Record<string, string>> = { people: "person", men: "man", women: "woman", children: "child" };

/** Units that English leaves as they are after any number. */
const fixed = /^([kmgt]?w(h)?|[gt]j|ha|m|m²|km|km²|kg|%|‰|per .*)$/i;

function singularWord(word: string): string | undefined {
  const known = irregular[word.toLowerCase()];
  if (known !== undefined) return known;
  if (fixed.test(word)) return word;
  if (/[^aeiou]ies$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(s|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return /[a-z]s$/.test(word) && !word.endsWith("ss") ? word.slice(0, -1) : undefined;
}

/** The English unit for exactly one: *inhabitant*, *local unit*, *euro per return*; undefined where it is not known. */
export function singularEnglish(unit: string): string | undefined {
  const [head = "", rest = ""] = unit.split(/ (per .*)/s);
  const words = head.split(" ");
  const one = singularWord(words.at(-1) ?? "");
  if (one === undefined) return undefined;
  const whole = [...words.slice(0, -1), one].join(" ");
  return rest === "" ? whole : `${whole} ${rest}`;
}
