import { cellState, cellsOf, type Table } from "@peil/core/disclosure/table.ts";
import highsPackage, { type Highs } from "highs";

/** A solver for an attacker: the package itself, without the product's code around it. */
export function openAttack(): Promise<Highs> {
  return (highsPackage as unknown as (typeof highsPackage)["default"])();
}

/** What an attacker finds out about a hidden cell. */
export type Bounds = { readonly cell: number; readonly lower: number; readonly upper: number };

/**
 * An attacker who knows all that is not hidden and every sum, and shares no code with the engine: the sums are written out one by one
 * as text for the solver, over the figures themselves. `least` is what a hidden cell is known not to be below.
 */
export function attacked(highs: Highs, table: Table, hidden: Uint8Array, least: (cell: number) => number): Bounds[] {
  const unknown = [...hidden.keys()].filter((cell) => hidden[cell] === 1);
  const rows = equations(table).flatMap(({ total, parts }) => {
    const terms = [{ cell: total, sign: -1 }, ...parts.map((cell) => ({ cell, sign: 1 }))];
    const open = terms.filter(({ cell }) => hidden[cell] === 1);
    const right = -terms
      .filter(({ cell }) => hidden[cell] !== 1)
      .reduce((sum, { cell, sign }) => sum + sign * (table.value[cell] as number), 0);
    return open.length === 0 ? [] : [`${open.map(({ cell, sign }) => `${sign < 0 ? "-" : "+"} x${cell}`).join(" ")} = ${right}`];
  });
  const bounds = unknown.map((cell) => ` x${cell} >= ${least(cell)}`);
  const solve = (sense: string, cell: number): number => {
    const text = `${sense}\n o: x${cell}\nSubject To\n${rows.map((row, at) => ` r${at}: ${row}`).join("\n")}\nBounds\n${bounds.join("\n")}\nEnd`;
    const answer = highs.solve(text, { output_flag: false });
    if (answer.Status === "Optimal") return answer.ObjectiveValue;
    if (answer.Status === "Unbounded" || answer.Status === "Primal infeasible or unbounded")
      return sense === "Maximize" ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    throw new Error(`the attack ended ${answer.Status}\n${text}`);
  };
  return unknown.map((cell) => ({ cell, lower: solve("Minimize", cell), upper: solve("Maximize", cell) }));
}

/** Every sum of every axis at every place, as cell numbers. */
export function equations(table: Table): { total: number; parts: number[] }[] {
  const sizes = table.axes.map((axis) => axis.names.length);
  const strides = sizes.map((_, at) => sizes.slice(at + 1).reduce((n, size) => n * size, 1));
  const cells = cellsOf(table);
  return table.axes.flatMap((axis, at) => {
    const [size, stride] = [sizes[at] as number, strides[at] as number];
    const first = Array.from({ length: cells }, (_, cell) => cell).filter((cell) => Math.floor(cell / stride) % size === 0);
    return axis.sums.flatMap((sum) =>
      first
        .map((cell) => ({ total: cell + sum.total * stride, parts: sum.parts.map((part) => cell + part * stride) }))
        .filter(({ total }) => table.state[total] !== cellState.none),
    );
  });
}
