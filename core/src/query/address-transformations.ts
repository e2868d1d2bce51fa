import { tryPeriod } from "../model/period.ts";
import { escapeItem, refuseValue, splitItems, splitParts } from "./address-text.ts";
import type { Transformation } from "./selection.ts";

/** Transformations that one question may hold. */
const mostTransformations = 5;

/** Periods that a moving average or a total may span. */
const mostAveraged = 120;

/**
 * Reads the values of `transform`, applied in order: `growth:2019`, `index:first`, `share:column`, `share:parent:provincie`,
 * `per:inwoners:1000`, `rank`, `z-score`, `difference`, `ratio`, `moving-average:3`, `total:5`.
 * @returns undefined where nothing is said
 * @throws `selection-invalid`
 */
export function parseTransformations(values: readonly string[]): Transformation[] | undefined {
  const items = values.flatMap(splitItems);
  if (items.length === 0) return undefined;
  if (items.length === 1 && items[0] === "none") return [];
  return items.length > mostTransformations ? wrong(`${items[0]},…`) : items.map(transformation);
}

function transformation(item: string): Transformation {
  const [kind = "", ...given] = splitParts(item);
  return read(kind, given) ?? wrong(item);
}

function read(kind: string, given: readonly string[]): Transformation | undefined {
  const [one, two] = given;
  if (kind === "per") return given.length === 2 ? per(one, two) : undefined;
  if (kind === "share") return share(given);
  if (given.length > 1) return undefined;
  if (kind === "rank" || kind === "z-score" || kind === "difference" || kind === "ratio") return one === undefined ? { kind } : undefined;
  if (kind === "change" || kind === "growth" || kind === "index") {
    const base = one === undefined ? (kind === "index" ? "first" : "previous") : baseOf(one);
    return base === undefined ? undefined : { kind, base };
  }
  const periods = /^\d{1,3}$/.test(one ?? "") ? Number(one) : 0;
  return (kind === "moving-average" || kind === "total") && periods >= 2 && periods <= mostAveraged ? { kind, periods } : undefined;
}

function baseOf(text: string): string | undefined {
  return text === "first" || text === "previous" ? text : tryPeriod(text)?.code;
}

function per(indicator: string | undefined, text: string | undefined): Transformation | undefined {
  const factor = text === undefined || text.trim() === "" ? Number.NaN : Number(text);
  return indicator && Number.isFinite(factor) && factor > 0 ? { kind: "per", indicator, factor } : undefined;
}

function share([of, level, ...more]: readonly string[]): Transformation | undefined {
  if (more.length > 0) return undefined;
  if (of === "parent") return level ? { kind: "share", of, level } : undefined;
  return level === undefined && (of === "row" || of === "column" || of === "table") ? { kind: "share", of } : undefined;
}

function wrong(item: string): never {
  const all = "change:2019, growth:previous, index:first, share:row, share:column, share:table, share:parent:provincie";
  const more = "per:inwoners:1000, rank, z-score, difference, ratio, moving-average:3, total:5";
  return refuseValue("transform", item, { nl: `Kies uit: ${all}, ${more}.`, en: `Choose from: ${all}, ${more}.` });
}

/** The one value of `transform`; `none` for none. */
export function transformationText(transformations: readonly Transformation[] | undefined): string {
  if (transformations === undefined || transformations.length === 0) return "none";
  return transformations.map((each) => textOf(each)).join(",");
}

function textOf(each: Transformation): string {
  switch (each.kind) {
    case "change":
    case "growth":
    case "index":
      return `${each.kind}:${each.base}`;
    case "share":
      return each.level === undefined ? `share:${each.of}` : `share:${each.of}:${escapeItem(each.level)}`;
    case "per":
      return `per:${escapeItem(each.indicator)}:${each.factor}`;
    case "moving-average":
    case "total":
      return `${each.kind}:${each.periods}`;
    default:
      return each.kind;
  }
}
