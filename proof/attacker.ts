import { Rows, type Solver } from "../core/src/disclosure/linear-programme.ts";

/** A linear expression in unknowns: position → coefficient. */
export type Expression = ReadonlyMap<number, number>;

/** What somebody knows of unknown figures who writes down everything that a site shows. */
export type Attacker = {
  /** Notes that an expression has a value. The same expression twice must have the same value. */
  learn(expression: Expression, value: number): void;
  /** Notes that an unknown is at least so much. */
  atLeast(unknown: number, bound: number): void;
  /** Number of different facts. */
  readonly facts: number;
  /** The smallest and largest value of each expression that agrees with everything that was learnt. */
  bounds(solver: Solver, wanted: readonly Expression[]): readonly { readonly lower: number; readonly upper: number }[];
};

/** Opens an attacker on `unknowns` figures of which nothing is known but that they are not negative. */
export function openAttacker(unknowns: number): Attacker {
  const facts = new Map<string, { expression: Expression; value: number }>();
  const lower = new Float64Array(unknowns);
  return {
    learn(expression, value) {
      const key = [...expression]
        .filter(([, times]) => times !== 0)
        .sort((a, b) => a[0] - b[0])
        .join(";");
      const known = facts.get(key);
      if (known !== undefined && Math.abs(known.value - value) > 1e-6)
        throw new Error(`two answers to one question: ${known.value}, ${value}`);
      facts.set(key, { expression, value });
    },
    atLeast(unknown, bound) {
      lower[unknown] = Math.max(lower[unknown] ?? 0, bound);
    },
    get facts() {
      return facts.size;
    },
    bounds(solver, wanted) {
      const rows = new Rows();
      for (const { expression, value } of facts.values()) {
        for (const [at, times] of expression) rows.add(at, times);
        rows.close(value - 1e-7, value + 1e-7);
      }
      // Each expression that is asked is a column of its own: expression − column = 0.
      wanted.forEach((expression, at) => {
        for (const [unknown, times] of expression) rows.add(unknown, times);
        rows.add(unknowns + at, -1);
        rows.close(0, 0);
      });
      const columns = unknowns + wanted.length;
      const free = new Float64Array(columns).fill(Number.NEGATIVE_INFINITY);
      free.set(lower);
      const { status, extremes } = solver({
        lower: free,
        upper: new Float64Array(columns).fill(Number.POSITIVE_INFINITY),
        cost: new Float64Array(columns),
        ...rows.finish(),
        extremes: Int32Array.from(wanted, (_, at) => unknowns + at),
      });
      if (status !== "optimal") throw new Error(`the figures that were shown contradict each other: ${status}`);
      return wanted.map((_, at) => ({ lower: extremes[2 * at] as number, upper: extremes[2 * at + 1] as number }));
    },
  };
}

/** Numbers between 0 and 1 that are the same every time (mulberry32). */
export function openDice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
