import { poisonOrder, status } from "@peil/core/model/status.ts";
import type { Computation } from "@peil/core/query/plan.ts";
import { number } from "./literals.ts";

/** A figure and its state: the names of two columns, or two literals. */
type Pair = { readonly v: string; readonly s: string };

/**
 * The state algebra of formulas (semantics, section 7) as SQL. Every operation becomes one layer of SELECT that adds a value
 * and a state to the columns below it, so no expression is written twice.
 * @param input SQL with the columns of `keys` and `v<i>`, `s<i>` per operand
 * @param flags whether `input` has a column `flag` that is to be carried on
 * @returns SQL with the columns of `keys`, value, status (and flag)
 */
export function printComputation(computation: Computation, input: string, keys = "area, period", flags = false): string {
  const layers: string[] = [];
  const result = visit(computation);
  let sql = input;
  for (const layer of layers) sql = `SELECT *, ${layer} FROM (${sql})`;
  // What is computed from an incomplete figure does not know how many areas are missing; the figure itself does.
  const value =
    computation.op === "operand" ? result.v : `CASE WHEN ${result.s} = ${status.incomplete} THEN 'NaN'::DOUBLE ELSE ${result.v} END`;
  return `SELECT ${keys}, ${value} AS value, ${result.s}::UTINYINT AS status${flags ? ", flag" : ""} FROM (${sql})`;

  function visit(each: Computation): Pair {
    switch (each.op) {
      case "number":
        return { v: number(each.value), s: String(status.value) };
      case "operand":
        return { v: `v${each.index}`, s: `s${each.index}` };
      case "minus":
      case "sqrt":
      case "round":
        return layer(unary(each.op, visit(each.of)));
      default:
        return layer(binary(each.op, visit(each.left), visit(each.right)));
    }
  }

  /** Two layers: the raw value, then the state (which turns what is not finite into empty). */
  function layer(pair: Pair): Pair {
    const n = layers.length;
    layers.push(`${pair.v} AS r${n}`);
    layers.push(`(${pair.s.replaceAll("@", `r${n}`)})::UTINYINT AS t${n}`);
    return { v: `r${n}`, s: `t${n}` };
  }
}

function poisoned(...states: readonly string[]): string {
  return poisonOrder.map((poison) => `WHEN ${states.map((state) => `${state} = ${poison}`).join(" OR ")} THEN ${poison}`).join(" ");
}

/** `@` stands for the raw value of the layer below. */
const finite = `WHEN NOT isfinite(@) THEN ${status.empty} ELSE ${status.value} END`;

function unary(op: "minus" | "sqrt" | "round", of: Pair): Pair {
  const domain = op === "sqrt" ? `WHEN ${of.v} < 0 THEN ${status.empty} ` : "";
  const value = op === "minus" ? `-(${of.v})` : op === "sqrt" ? `CASE WHEN ${of.v} >= 0 THEN sqrt(${of.v}) END` : `round(${of.v})`;
  return { v: `CASE WHEN ${of.s} = 0 THEN ${value} END`, s: `CASE WHEN ${of.s} <> 0 THEN ${of.s} ${domain}${finite}` };
}

function binary(op: "+" | "-" | "*" | "/", a: Pair, b: Pair): Pair {
  const bothNotApplicable = `WHEN ${a.s} = ${status.notApplicable} AND ${b.s} = ${status.notApplicable} THEN ${status.notApplicable}`;
  if (op === "+" || op === "-") {
    const part = (pair: Pair): string => `CASE WHEN ${pair.s} = 0 THEN ${pair.v} ELSE 0 END`;
    return {
      v: `${part(a)} ${op} ${part(b)}`,
      s: `CASE ${poisoned(a.s, b.s)} ${bothNotApplicable} WHEN ${a.s} <> 0 AND ${b.s} <> 0 THEN ${status.empty} ${finite}`,
    };
  }
  const value = op === "/" ? `CASE WHEN ${b.v} <> 0 THEN ${a.v} / ${b.v} END` : `${a.v} * ${b.v}`;
  const zero = op === "/" ? `WHEN ${b.v} = 0 THEN ${status.empty} ` : "";
  return {
    v: `CASE WHEN ${a.s} = 0 AND ${b.s} = 0 THEN ${value} END`,
    s: `CASE ${poisoned(a.s, b.s)} ${bothNotApplicable} WHEN ${a.s} <> 0 OR ${b.s} <> 0 THEN ${status.empty} ${zero}${finite}`,
  };
}
