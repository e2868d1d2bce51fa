/**
 * *Did you mean*: of some candidates those nearest to a text that was not found, nearest first, ties in their own order.
 * Near is an edit distance (insertions, deletions, substitutions and swaps of neighbours each count 1, letter case ignored)
 * of at most a third of the text's length and at least 1, or a candidate that starts with the text (three characters or more).
 */
export function suggest(text: string, candidates: readonly string[], max = 3): string[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === "") return [];
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of new Set(candidates)) {
    const distance = nearness(wanted, candidate.toLowerCase(), limit);
    if (distance !== undefined) near.push({ candidate, distance });
  }
  near.sort((a, b) => a.distance - b.distance);
  return near.slice(0, max).map((each) => each.candidate);
}

/** The distance where it is within the limit; a continuation of the text comes after all that is misspelt. */
function nearness(wanted: string, candidate: string, limit: number): number | undefined {
  if (Math.abs(candidate.length - wanted.length) <= limit) {
    const distance = editDistance(wanted, candidate, limit);
    if (distance <= limit) return distance;
  }
  return wanted.length >= 3 && candidate.startsWith(wanted) ? limit + 1 : undefined;
}

/**
 * Edit distance with swaps of neighbours (optimal string alignment); may answer `limit + 1` as soon as it must be larger.
 * Cost: the product of the lengths.
 */
function editDistance(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let old = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((old[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (old[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) best = Math.min(best, (older[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit && Math.min(...old) > limit) return limit + 1;
    older = old;
    old = row;
  }
  return old[b.length] ?? 0;
}

/** *Did you mean*, to put behind a message: ` (inwoners, inwoner?)`; empty where nothing is near. */
export function hint(text: string, candidates: readonly string[]): string {
  const near = suggest(text, candidates);
  return near.length === 0 ? "" : ` (${near.join(", ")}?)`;
}
