/**
 * Cuts sorted figures into at most `count` runs with the smallest sum of squared distances to the run's mean, and gives the
 * positions at which the second run and on start. Equal figures are never parted. Exact: dynamic programming in which the best
 * cut moves with the end of the run, so each row is solved by halving; cost count · n · log n for n different figures.
 * @param sorted ascending and finite
 */
export function naturalStarts(sorted: readonly number[], count: number): number[] {
  const firsts = sorted.flatMap((value, at) => (at === 0 || value !== sorted[at - 1] ? [at] : []));
  const runs = Math.min(count, firsts.length);
  if (runs <= 1) return [];
  const cost = costOfRuns(sorted, firsts);
  const cuts = bestCuts(firsts.length, runs, cost);
  return cuts.map((cut) => firsts[cut] as number);
}

/** The squared distances within the different figures `from` to `to` (inclusive), each counted as often as it occurs. */
type Cost = (from: number, to: number) => number;

function costOfRuns(sorted: readonly number[], firsts: readonly number[]): Cost {
  const middle = sorted[Math.floor(sorted.length / 2)] as number;
  const sums = new Float64Array(sorted.length + 1);
  const squares = new Float64Array(sorted.length + 1);
  sorted.forEach((value, at) => {
    const away = value - middle;
    sums[at + 1] = (sums[at] as number) + away;
    squares[at + 1] = (squares[at] as number) + away * away;
  });
  return (from, to) => {
    const start = firsts[from] as number;
    const end = firsts[to + 1] ?? sorted.length;
    const sum = (sums[end] as number) - (sums[start] as number);
    return Math.max(0, (squares[end] as number) - (squares[start] as number) - (sum * sum) / (end - start));
  };
}

/** The starts of the second run and on, of the best division of `n` figures in `runs`. */
function bestCuts(n: number, runs: number, cost: Cost): number[] {
  let best = Float64Array.from({ length: n }, (_, end) => cost(0, end));
  const starts: Int32Array[] = [];
  for (let run = 1; run < runs; run++) {
    const next = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    const start = new Int32Array(n);
    fillRow(run, n - 1, run, n - 1, { best, next, start, cost });
    best = next;
    starts.push(start);
  }
  const cuts: number[] = [];
  let end = n - 1;
  for (const start of starts.toReversed()) {
    const cut = start[end] as number;
    cuts.unshift(cut);
    end = cut - 1;
  }
  return cuts;
}

type Row = { readonly best: Float64Array; readonly next: Float64Array; readonly start: Int32Array; readonly cost: Cost };

/** Solves the ends `low` to `high`, knowing that their runs start between `from` and `to`: the middle first, then both halves. */
function fillRow(low: number, high: number, from: number, to: number, row: Row): void {
  if (low > high) return;
  const end = (low + high) >> 1;
  let found = from;
  for (let start = from; start <= Math.min(end, to); start++) {
    const total = (row.best[start - 1] as number) + row.cost(start, end);
    if (total >= (row.next[end] as number)) continue;
    row.next[end] = total;
    found = start;
  }
  row.start[end] = found;
  fillRow(low, end - 1, from, found, row);
  fillRow(end + 1, high, found, to, row);
}
