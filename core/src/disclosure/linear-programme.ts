/**
 * A linear programme as plain data: minimise cost · x subject to rowLower ≤ A x ≤ rowUpper and lower ≤ x ≤ upper. Bounds may be
 * infinite. Rows lie one after the other: row r has the entries `rowStart[r]` up to `rowStart[r + 1]` of `column` and `coefficient`.
 */
export type LinearProgramme = {
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly cost: Float64Array;
  readonly rowStart: Int32Array;
  readonly column: Int32Array;
  readonly coefficient: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** 1 for columns that are whole numbers. */
  readonly integer?: Uint8Array;
  /** Most nodes of the search for whole numbers; the answer is then the best found. */
  readonly maxNodes?: number;
  /** Instead of minimising `cost`: the smallest and the largest value of each of these columns. */
  readonly extremes?: Int32Array;
};

/** What a solver answers. `bounded`: a limit stopped it; `values` is then the best it found, or empty. */
export type LinearSolution = {
  readonly status: "optimal" | "infeasible" | "bounded" | "failed";
  readonly values: Float64Array;
  /** For `extremes`: the smallest and the largest value of each column in turn, infinite where there is no bound, NaN where it failed. */
  readonly extremes: Float64Array;
};

/** Solves linear programmes. Passed in, so that the engine knows no package. The same programme gives the same answer. */
export type Solver = (programme: LinearProgramme) => LinearSolution;

/** Rows that are being gathered. */
export class Rows {
  readonly #starts: number[] = [0];
  readonly #columns: number[] = [];
  readonly #coefficients: number[] = [];
  readonly #lower: number[] = [];
  readonly #upper: number[] = [];

  /** Adds one entry to the row that is open. */
  add(column: number, coefficient: number): void {
    this.#columns.push(column);
    this.#coefficients.push(coefficient);
  }

  /** Ends the row that is open: lower ≤ row ≤ upper. */
  close(lower: number, upper: number): void {
    this.#starts.push(this.#columns.length);
    this.#lower.push(lower);
    this.#upper.push(upper);
  }

  /** The rows as a programme holds them. */
  finish(): Pick<LinearProgramme, "rowStart" | "column" | "coefficient" | "rowLower" | "rowUpper"> {
    return {
      rowStart: Int32Array.from(this.#starts),
      column: Int32Array.from(this.#columns),
      coefficient: Float64Array.from(this.#coefficients),
      rowLower: Float64Array.from(this.#lower),
      rowUpper: Float64Array.from(this.#upper),
    };
  }
}
