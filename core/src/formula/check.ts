import { fail, PeilError } from "../errors.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Indicator } from "../model/indicator.ts";
import type { MemberRef } from "../query/selection.ts";
import { type FoundMember, levelsOfCube, type MemberCatalogue, memberTexts, splitMember } from "../query/split-member.ts";
import { hint } from "../query/suggest.ts";
import type { CellMember, Expression } from "./expression.ts";
import { parseFormula } from "./parse.ts";

/** The look-ups that checking needs. */
export type FormulaCatalogue = MemberCatalogue & Pick<Catalogue, "indicators" | "indicator">;

type Leaf = Expression & { readonly kind: "indicator" | "cell" };

/**
 * Checks what a formula refers to: every code exists (`formula-unknown-code`, with codes that are near) and is no flow
 * (`formula-flow`), or in the formula of a flow (`shape`) nothing but flows (`formula-flow-mixed`); `cell` names a cube
 * (`formula-not-cube`), members that the cube has (`formula-cell-unknown`), and of each dimension one (`formula-dimension-twice`).
 * Cycles are found by `checkAll`.
 * @throws the first of these errors, with its 1-based position
 */
export function checkFormula(expression: Expression, catalogue: FormulaCatalogue, shape: Indicator["shape"] = "flat"): void {
  for (const leaf of leaves(expression)) {
    const indicator = findLeaf(leaf, catalogue, shape);
    if (leaf.kind === "cell") checkCell(leaf, indicator, catalogue);
  }
}

function* leaves(expression: Expression): Generator<Leaf, void, undefined> {
  if (expression.kind === "indicator" || expression.kind === "cell") yield expression;
  else if (expression.kind === "operation") {
    yield* leaves(expression.left);
    yield* leaves(expression.right);
  } else if (expression.kind !== "number") yield* leaves(expression.of);
}

function codeOf(leaf: Leaf): string {
  return leaf.kind === "cell" ? leaf.cube : leaf.code;
}

function findLeaf(leaf: Leaf, catalogue: FormulaCatalogue, shape: Indicator["shape"]): Indicator {
  const code = codeOf(leaf);
  const indicator = catalogue.indicator(code);
  if (indicator === undefined) {
    const codes = catalogue.indicators.map((each) => each.code);
    return fail("formula-unknown-code", { code, position: leaf.position, hint: hint(code, codes) });
  }
  if (indicator.shape === "flow" && shape !== "flow") fail("formula-flow", { code: indicator.code, position: leaf.position });
  if (indicator.shape !== "flow" && shape === "flow") fail("formula-flow-mixed", { code: indicator.code, position: leaf.position });
  return indicator;
}

function checkCell(leaf: Leaf & { kind: "cell" }, cube: Indicator, catalogue: FormulaCatalogue): void {
  if (cube.shape !== "cube" || cube.formula !== undefined) fail("formula-not-cube", { code: cube.code, position: leaf.position });
  const seen = new Set<string>();
  for (const each of leaf.members) {
    const dimension = findMember(each, cube, catalogue).level.dimension.toLowerCase();
    if (seen.has(dimension)) fail("formula-dimension-twice", { text: each.text, position: each.position, dimension });
    seen.add(dimension);
  }
}

function findMember(member: CellMember, cube: Indicator, catalogue: MemberCatalogue): FoundMember {
  return (
    splitMember(member.text, catalogue, cube) ??
    fail("formula-cell-unknown", {
      text: member.text,
      position: member.position,
      cube: cube.code,
      levels: levelsOfCube(catalogue, cube)
        .map((level) => level.code)
        .join(", "),
      hint: hint(member.text, memberTexts(catalogue, cube)),
    })
  );
}

/**
 * The level and member that a text of `cell(…)` names; see `splitMember`.
 * @throws `formula-cell-unknown` with the position of the text
 */
export function splitCell(member: CellMember, cube: Indicator, catalogue: MemberCatalogue): MemberRef {
  const found = findMember(member, cube, catalogue);
  return { level: found.level.code, code: found.member.code };
}

/**
 * Checks the formulas of some indicators: that each can be read, that what it refers to is there (`checkFormula`), and that
 * none comes back to itself through the formulas of the catalogue (`formula-cycle`, naming the path `a → b → a`).
 * Faults of formulas that are only referred to are theirs, and pass.
 * @throws the first error met
 */
export function checkAll(indicators: readonly Indicator[], catalogue: FormulaCatalogue): void {
  const sound = new Set<Indicator>();
  for (const each of indicators) {
    if (each.formula === undefined) continue;
    checkFormula(parseFormula(each.formula), catalogue, each.shape);
    findCycle(each, [], sound, catalogue);
  }
}

/** Walks down from an indicator; `path` is where it came from, `sound` what is known to have no cycle below it. */
function findCycle(indicator: Indicator, path: readonly Indicator[], sound: Set<Indicator>, catalogue: FormulaCatalogue): void {
  if (sound.has(indicator)) return;
  const at = path.indexOf(indicator);
  const below = [...path, indicator];
  if (at >= 0) {
    const codes = below.slice(at).map((each) => each.code);
    fail("formula-cycle", { path: codes.join(" → ") });
  }
  for (const code of codesIn(indicator)) {
    const next = catalogue.indicator(code);
    if (next) findCycle(next, below, sound, catalogue);
  }
  sound.add(indicator);
}

function codesIn(indicator: Indicator): readonly string[] {
  if (indicator.formula === undefined) return [];
  try {
    return [...new Set([...leaves(parseFormula(indicator.formula))].map(codeOf))];
  } catch (error) {
    if (error instanceof PeilError) return [];
    throw error;
  }
}
