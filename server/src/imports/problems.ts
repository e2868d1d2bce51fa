import type { Place, Problem, ProblemCode, Weight } from "@peil/core/import-problems.ts";
import { weightOf } from "@peil/core/import-problems.ts";

/** How many problems of one kind are listed in full; the rest is counted. */
export const listed = 20;

/** Thrown where a file cannot even be read: there is nothing more to say than this one problem. */
export class ImportRefusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.code} ${JSON.stringify(problem.details)}`);
    this.name = "ImportRefusal";
    this.problem = problem;
  }
}

/** Stops the import with one problem. */
export function refuse(code: ProblemCode, place: Place, details: Problem["details"] = {}): never {
  throw new ImportRefusal({ ...place, code, details });
}

/** How often a kind of problem was met, and the first of them in full. */
export type Tally = { readonly code: ProblemCode; readonly weight: Weight; readonly count: number; readonly problems: readonly Problem[] };

/** Gathers what there is to say, without keeping more than is shown. */
export class Problems {
  readonly #kinds = new Map<ProblemCode, { count: number; problems: Problem[]; seen: Set<string> }>();

  /** Notes a problem. Details that cost time to make are given as a function: it runs only where they will be shown. */
  add(code: ProblemCode, place: Place, details: Problem["details"] | (() => Problem["details"]) = {}): void {
    const kind = this.#kindOf(code);
    kind.count++;
    if (kind.problems.length >= listed) return;
    kind.problems.push({ ...place, code, details: typeof details === "function" ? details() : details });
  }

  /** Notes a problem unless the same `key` was noted before; for what comes back on every row. */
  once(key: string, code: ProblemCode, place: Place, details: Problem["details"] = {}): void {
    const kind = this.#kindOf(code);
    if (kind.seen.has(key)) return;
    kind.seen.add(key);
    this.add(code, place, details);
  }

  /** Whether anything stands in the way of the import. */
  get stops(): boolean {
    return this.list().some((each) => each.weight !== "remark");
  }

  /** All kinds: errors first, then questions, then remarks. */
  list(): readonly Tally[] {
    const order: readonly Weight[] = ["error", "question", "remark"];
    return [...this.#kinds]
      .filter(([, each]) => each.count > 0)
      .map(([code, { count, problems }]) => ({ code, weight: weightOf(problems[0] as Problem), count, problems }))
      .sort((a, b) => order.indexOf(a.weight) - order.indexOf(b.weight));
  }

  #kindOf(code: ProblemCode): { count: number; problems: Problem[]; seen: Set<string> } {
    const known = this.#kinds.get(code);
    if (known !== undefined) return known;
    const made = { count: 0, problems: [], seen: new Set<string>() };
    this.#kinds.set(code, made);
    return made;
  }
}
