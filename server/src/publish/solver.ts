import type { LinearProgramme, LinearSolution, Solver } from "@peil/core/disclosure/linear-programme.ts";
import highsPackage, { type Highs, type Model, type ModelData } from "highs";

// The package's types describe its CommonJS form; what is imported here is its module, of which the default is the function itself.
const loadHighs = highsPackage as unknown as (typeof highsPackage)["default"];

/**
 * Opens HiGHS (compiled to WebAssembly, one thread), which solves linear and mixed-integer programmes exactly. A programme that is
 * stopped by a limit of the package answers `failed`.
 */
export async function openSolver(): Promise<Solver> {
  const highs = await loadHighs();
  return (programme) => highs.withModel(modelOf(programme), (model) => solve(highs, model, programme));
}

function modelOf(programme: LinearProgramme): ModelData {
  const { lower, upper, rowLower, rowUpper, integer } = programme;
  const cost = programme.extremes === undefined ? programme.cost : new Float64Array(lower.length);
  const numCols = lower.length;
  const numRows = rowLower.length;
  const matrix = {
    format: "csr" as const,
    numRows,
    numCols,
    starts: programme.rowStart,
    indices: programme.column,
    values: programme.coefficient,
  };
  const model = { numCols, numRows, colCost: cost, colLower: lower, colUpper: upper, rowLower, rowUpper, matrix };
  return integer === undefined ? model : { ...model, integrality: Int32Array.from(integer) };
}

function solve(highs: Highs, model: Model, programme: LinearProgramme): LinearSolution {
  model.options.set({ output_flag: false });
  if (programme.maxNodes !== undefined)
    model.options.set({ mip_max_nodes: programme.maxNodes, mip_rel_gap: 0, mip_feasibility_tolerance: 1e-7 });
  if (programme.extremes !== undefined) return extremesOf(highs, model, programme.extremes);
  const state = model.run().modelStatus;
  const { optimal, infeasible, solutionLimit, empty } = highs.constants.modelStatus;
  const status = state === optimal || state === empty ? "optimal" : state === infeasible ? "infeasible" : "bounded";
  const found = status === "optimal" || (state === solutionLimit && Number.isFinite(model.getObjectiveValue()));
  return {
    status: status === "bounded" && state !== solutionLimit ? "failed" : status,
    values: found ? model.getSolution().colValue : new Float64Array(0),
    extremes: new Float64Array(0),
  };
}

/** The smallest and largest value of each column; each solve starts where the one before it ended. */
function extremesOf(highs: Highs, model: Model, columns: Int32Array): LinearSolution {
  const { optimal, empty, unbounded, unboundedOrInfeasible, infeasible } = highs.constants.modelStatus;
  const extremes = new Float64Array(2 * columns.length);
  let feasible = true;
  columns.forEach((column, at) => {
    [1, -1].forEach((sign, side) => {
      model.changeColCost(column, sign);
      const state = model.run().modelStatus;
      if (state === infeasible) feasible = false;
      const bound = state === optimal || state === empty ? sign * model.getObjectiveValue() : Number.NaN;
      extremes[2 * at + side] = state === unbounded || state === unboundedOrInfeasible ? -sign * Number.POSITIVE_INFINITY : bound;
    });
    model.changeColCost(column, 0);
  });
  return { status: feasible ? "optimal" : "infeasible", values: new Float64Array(0), extremes };
}
