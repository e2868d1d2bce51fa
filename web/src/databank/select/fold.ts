/** A text without capitals and accents, for finding. */
export function fold(text: string): string {
  // Most names have no accents; normalising them costs more than looking.
  const lower = text.toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is that of plain letters.
  return /^[\x00-\x7f]*$/.test(lower) ? lower : lower.normalize("NFD").replace(/\p{M}/gu, "");
}

/** The words that were typed, folded. */
export function wordsTyped(text: string): readonly string[] {
  return fold(text)
    .split(/\s+/)
    .filter((word) => word !== "");
}

/** A piece of a text; `hit` where it is what was looked for. */
export type Piece = { readonly text: string; readonly hit: boolean };

/** Cuts a text into what matches the words and what does not, whatever its capitals and accents. */
export function highlight(text: string, words: readonly string[]): readonly Piece[] {
  if (words.length === 0 || text === "") return [{ text, hit: false }];
  const { folded, from } = foldWithPlaces(text);
  const marked = new Uint8Array(text.length);
  for (const word of words) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      marked.fill(1, from[at] ?? 0, from[at + word.length] ?? text.length);
    }
  }
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length; ) {
    let end = start + 1;
    while (end < text.length && marked[end] === marked[start]) end++;
    pieces.push({ text: text.slice(start, end), hit: marked[start] === 1 });
    start = end;
  }
  return pieces;
}

/** The folded text, and for each of its letters where it comes from. */
function foldWithPlaces(text: string): { readonly folded: string; readonly from: readonly number[] } {
  let folded = "";
  const from: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = fold(letter);
    for (let i = 0; i < plain.length; i++) from.push(at);
    folded += plain;
    at += letter.length;
  }
  return { folded, from };
}
