import { sumOfBlocks, type Total } from "../disclosure/blocks.ts";
import { evaluate } from "../formula/evaluate.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Cube } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import { type Status, status } from "../model/status.ts";
import { type Cell, finiteCell, poisonOf, stateCell } from "../statistics/cell.ts";
import { round12 } from "../statistics/round.ts";
import type { ChosenGroup } from "./choose-groups.ts";
import type { Compiled } from "./compile.ts";
import type { GroupOperand, GroupQuestion } from "./compile-groups.ts";
import { isMadeOf, type ParentTotal } from "./group-totals.ts";

/** The figures of an operand as they were read: one cube per entry of `figuresAsked`. */
export type OperandCubes = { readonly figures: Cube; readonly weights: Cube | undefined };

/** Gives the cubes of `figuresAsked` back to their operands. */
export function dealCubes(questions: readonly GroupQuestion[], cubes: readonly Cube[]): readonly (readonly OperandCubes[])[] {
  let next = 0;
  return questions.map((question) =>
    question.operands.map((operand) => {
      const figures = cubes[next++] as Cube;
      return { figures, weights: operand.weights ? cubes[next++] : undefined };
    }),
  );
}

/** A cell of a group, with the flags (`cellFlag`) of the figures that it was made of. */
export type GroupCell = Cell & { readonly flags: number };

/** The figures of groups, by indicator, group, period and inner cell, as the flat cells of a cube with groups for areas. */
export function groupCells(
  catalogue: Catalogue,
  compiled: Compiled,
  groups: readonly ChosenGroup[],
  questions: readonly GroupQuestion[],
  cubes: readonly (readonly OperandCubes[])[],
  totals: readonly ParentTotal[],
): readonly GroupCell[] {
  const inner = compiled.axes.reduce((n, axis) => n * axis.members.length, 1);
  const out: GroupCell[] = [];
  questions.forEach((question, at) => {
    const readers = question.operands.map((operand, k) => readerOf(catalogue, operand, cubes[at]?.[k] as OperandCubes, inner, totals));
    for (const group of groups) {
      const parts = group.parts.map((part) => part.area.id);
      for (let cell = 0; cell < compiled.periods.length * inner; cell++) {
        const made = question.impossible ? stateCell(status.notAvailable) : figureOf(question, readers, parts, cell);
        const flags = readers.reduce((all, reader) => parts.reduce((sum, area) => sum | reader.flags(area, cell), all), 0);
        out.push({ ...made, flags: made.status === status.value ? flags : 0 });
      }
    }
  });
  return out;
}

function figureOf(question: GroupQuestion, readers: readonly Reader[], parts: readonly number[], cell: number): Cell {
  const operands = readers.map((reader) => combined(reader, parts, cell));
  if (question.compute === undefined) return operands[0] ?? stateCell(status.empty);
  // What is the same everywhere, such as a number in the formula, makes no figure where there is nothing to compute with.
  if (operands.every((each) => each.status === status.empty)) return stateCell(status.empty);
  const result = evaluate(question.compute, operands);
  return result.status === status.value ? finiteCell(round12(result.value)) : result;
}

/** Reads the cells of an operand by area and position (period and inner cell). */
type Reader = {
  readonly operand: GroupOperand;
  figure(area: number, cell: number): Cell;
  weight(area: number, cell: number): Cell;
  flags(area: number, cell: number): number;
  /** The published sums that hold at a position, with the parents that have them. */
  totalsAt(cell: number): readonly ParentTotal[];
  /** Whether the weight of a parent is the sum of the weights of its children. */
  hasWeightsOf(total: ParentTotal, cell: number): boolean;
};

function readerOf(
  catalogue: Catalogue,
  operand: GroupOperand,
  { figures, weights }: OperandCubes,
  inner: number,
  totals: readonly ParentTotal[],
): Reader {
  const place = new Map(operand.figures.areas.map((each, at) => [each.area.id, at]));
  const perArea = operand.figures.periods.length * inner;
  const cellOf = (cube: Cube, area: number, cell: number): Cell => {
    const at = place.get(area);
    if (at === undefined) return stateCell(status.empty);
    const state = cube.status[at * perArea + cell] as Status;
    return state === status.value ? finiteCellOf(cube.values[at * perArea + cell] as number) : stateCell(state);
  };
  const flagOf = (cube: Cube, area: number, cell: number): number => cube.flags?.[(place.get(area) ?? -1) * perArea + cell] ?? 0;
  const madeOf = (indicator: Indicator, { path }: ParentTotal, cell: number): boolean => {
    const period = readPeriod(operand.figures, path.childLevel, operand.figures.periods[Math.floor(cell / inner)]?.id ?? 0);
    return period !== undefined && isMadeOf(catalogue, indicator, path, period);
  };
  return {
    operand,
    figure: (area, cell) => cellOf(figures, area, cell),
    flags: (area, cell) =>
      flagOf(figures, area, cell) | (weights === undefined ? 0 : flagOf(weights, area, Math.floor(cell / inner) * inner)),
    // A weight is not split by members: it stands at the first of them.
    weight: (area, cell) => (weights === undefined ? stateCell(status.empty) : cellOf(weights, area, Math.floor(cell / inner) * inner)),
    // Where figures are only marked and not protected, a single hidden one would follow from the total above it.
    totalsAt: (cell) => (operand.indicator.protected ? totals.filter((each) => madeOf(operand.indicator, each, cell)) : []),
    hasWeightsOf: (total, cell) => operand.weights !== undefined && madeOf(operand.weights.indicator, total, cell),
  };
}

/** A text has no figure; it passes only where the group is one area, without its words. */
function finiteCellOf(value: number): Cell {
  return Number.isFinite(value) ? { value, status: status.value } : stateCell(status.notAvailable);
}

function readPeriod(figures: Compiled, level: number, shown: number): number | undefined {
  const plan = figures.parts.find((part) => part.level === level)?.plan;
  return plan?.node === "scan" || plan?.node === "cells" ? plan.periods.find((pair) => pair.show === shown)?.read : undefined;
}

function combined(reader: Reader, parts: readonly number[], cell: number): Cell {
  const figures = parts.map((area) => reader.figure(area, cell));
  const first = figures[0];
  if (first !== undefined && figures.length === 1) return first;
  const { mode, indicator } = reader.operand;
  if (mode === "none") return noFigure(figures);
  const step = (of: Cell): Cell => (indicator.step === undefined ? of : stepped(of, indicator.step));
  return step(mode === "sum" ? summed(reader, parts, figures, cell) : weighted(reader, parts, figures, cell));
}

/** What cannot be taken together is not available; where there is nothing, that stays. */
function noFigure(figures: readonly Cell[]): Cell {
  const states = new Set(figures.map((each) => each.status));
  states.delete(status.empty);
  if (states.size === 0) return stateCell(status.empty);
  return stateCell(states.size === 1 && states.has(status.notApplicable) ? status.notApplicable : status.notAvailable);
}

function stepped(cell: Cell, step: number): Cell {
  if (cell.status !== status.value) return cell;
  return finiteCell(Math.sign(cell.value) * Math.round(Math.abs(cell.value) / step) * step);
}

function summed(reader: Reader, parts: readonly number[], figures: readonly Cell[], cell: number): Cell {
  const isHidden = figures.some((each) => each.status === status.private);
  const totals = isHidden ? reader.totalsAt(cell) : [];
  const at = (area: number): Cell => reader.figure(area, cell);
  const zero = reader.operand.indicator.absent === "zero";
  const whole = totals.filter((each) => zero || each.parts.every((part) => each.pseudo.has(part) || at(part).status !== status.empty));
  return published(parts, whole, at);
}

/** The sum by what is published, from a way to read the cells of areas and of their parents. */
function published(parts: readonly number[], totals: readonly ParentTotal[], at: (area: number) => Cell): Cell {
  const cells = new Map([...parts, ...totals.flatMap((each) => each.parts)].map((area) => [area, at(area)]));
  const sums: Total[] = totals.map((each) => ({ total: at(each.parent), parts: each.parts }));
  return sumOfBlocks(parts, cells, sums);
}

/**
 * Σ(value·weight) / Σ(weight) over the areas that have both. Where cells are hidden, both sums must follow from what is published.
 * States as where levels are weighted at publish.
 */
function weighted(reader: Reader, parts: readonly number[], figures: readonly Cell[], cell: number): Cell {
  const product = (area: number): Cell => times(reader.figure(area, cell), reader.weight(area, cell));
  const denominator = (area: number): Cell => weightIn(reader.figure(area, cell), reader.weight(area, cell));
  const weights = parts.map((area) => reader.weight(area, cell));
  const isHidden = [...figures, ...weights].some((each) => each.status === status.private);
  const totals = isHidden ? reader.totalsAt(cell).filter((each) => isWeighable(reader, each, cell)) : [];
  const above = published(parts, totals, product);
  if (above.status !== status.value) return above;
  const below = published(parts, totals, denominator);
  if (below.status !== status.value) return below;
  return finiteCell(round12(above.value / below.value));
}

/** A parent's figure times its weight is the sum over its children only where each of these has both. */
function isWeighable(reader: Reader, total: ParentTotal, cell: number): boolean {
  const isThere = (each: Cell): boolean => each.status === status.value || each.status === status.private;
  const isProtected = reader.operand.weights?.indicator.protected === true;
  const both = total.parts.every((part) => {
    const pair = [reader.figure(part, cell), reader.weight(part, cell)];
    if (!isProtected && pair[1]?.status === status.private) return false;
    return pair.every(isThere) || (total.pseudo.has(part) && pair.every((each) => each.status === status.empty));
  });
  return both && reader.hasWeightsOf(total, cell);
}

function times(figure: Cell, weight: Cell): Cell {
  return spoilt(figure, weight) ?? finiteCell(figure.value * weight.value);
}

function weightIn(figure: Cell, weight: Cell): Cell {
  if (figure.status === status.private && weight.status === status.value) return weight;
  return spoilt(figure, weight) ?? weight;
}

function spoilt(figure: Cell, weight: Cell): Cell | undefined {
  const poison = poisonOf([figure]) ?? poisonOf([weight]);
  if (figure.status === status.private || weight.status === status.private) return stateCell(status.private);
  if (poison !== undefined) return stateCell(poison);
  if (figure.status === status.value && weight.status === status.value) return undefined;
  return stateCell(figure.status === status.notApplicable ? status.notApplicable : status.empty);
}
