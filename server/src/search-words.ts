import stemmers from "snowball-stemmers";

const dutch = stemmers.newStemmer("dutch");
const stems = new Map<string, string>();

/** A text without capitals and accents. */
export function plainText(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The words of a text, without capitals, accents and punctuation. */
export function wordsOf(text: string): string[] {
  return plainText(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The Dutch stem of a word; words with a figure in them are left as they are. */
export function stemOf(word: string): string {
  if (word.length < 4 || /\d/.test(word)) return word;
  const known = stems.get(word);
  if (known !== undefined) return known;
  const stem = dutch.stem(word);
  if (stems.size > 20_000) stems.clear();
  stems.set(word, stem);
  return stem;
}

/** A word as it is indexed: itself and its stem. */
export function formsOf(word: string): string[] {
  const stem = stemOf(word);
  return stem === word ? [word] : [word, stem];
}

const small = new Set(
  "de het een en of in op van voor per met te bij aan tot naar uit om over is zijn hoeveel wat the a an and or of in on for per with at to how many what".split(
    " ",
  ),
);

/** Words that say nothing of what is looked for. */
export function isSmallWord(word: string): boolean {
  return small.has(word);
}
