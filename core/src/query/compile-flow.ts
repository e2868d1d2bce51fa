import { fail } from "../errors.ts";
import type { Area, Level } from "../model/area.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { DimensionLevel, Member } from "../model/dimension.ts";
import type { FlowKind, Indicator } from "../model/indicator.ts";
import { type ChosenArea, findArea, findLevel } from "./choose.ts";
import { existsAnywhere } from "./coverage.ts";
import type { AreaFilter, Computation, PeriodPair, Plan } from "./plan.ts";
import type { FlowQuestion, Selection } from "./selection.ts";

/** What is asked of the flows of a selection, looked up. */
export type FlowRequest = {
  /** As it was asked; undefined where the selection says nothing of flows. */
  readonly side: FlowQuestion["side"] | undefined;
  readonly within: boolean;
  readonly top: number | undefined;
  readonly partners: { readonly level: Level; readonly areas: readonly Area[]; readonly filter: AreaFilter } | undefined;
};

/** Code of the axis of partner areas. */
export const partnerAxis = "partner";

/** Direction of one reading of stored flows, and whether what lies within an area counts in it. */
export type FlowReading = { readonly side: "out" | "in"; readonly within: boolean };

/** What a flow means; a flow that does not say it is directed. */
export function flowKind(indicator: Indicator): FlowKind {
  return indicator.flow ?? "directed";
}

/** The side that is meant where a selection says none: what leaves the area, of a balance what it gains, of a pair all. */
export function sideOf(indicator: Indicator, asked: FlowQuestion["side"] | undefined): FlowQuestion["side"] {
  return asked ?? sidesOf(indicator)[0] ?? "out";
}

/** The sides that differ, to choose from: a balance is a net figure, a symmetric one has a single direction. */
export function sidesOf(indicator: Indicator): readonly FlowQuestion["side"][] {
  const kind = flowKind(indicator);
  if (kind === "directed") return ["out", "in", "net", "gross"];
  return kind === "balance" ? ["net", "out"] : ["gross"];
}

/**
 * Looks up what a selection asks of its flows.
 * @returns undefined where no indicator is a flow
 * @throws `level-unknown`, `area-unknown`, `flow-partner-mixed` where partners are asked of what has none
 */
export function requestFlow(
  catalogue: Catalogue,
  indicators: readonly Indicator[],
  chosen: readonly ChosenArea[],
  selection: Selection,
): FlowRequest | undefined {
  if (!indicators.some((each) => each.shape === "flow")) return undefined;
  const { flow } = selection;
  const other = indicators.find((each) => each.shape !== "flow");
  if (flow?.partner !== undefined && other !== undefined) fail("flow-partner-mixed", { code: other.code });
  const within = flow?.within === true;
  return { side: flow?.side, within, top: flow?.top, partners: partnersOf(catalogue, chosen, flow, within) };
}

/** The partner areas in their order; the one area that is asked is left out where flows within it do not count. */
function partnersOf(
  catalogue: Catalogue,
  chosen: readonly ChosenArea[],
  flow: FlowQuestion | undefined,
  within: boolean,
): FlowRequest["partners"] {
  if (flow?.partner === undefined) return undefined;
  const level = findLevel(catalogue, flow.partner.level);
  const named = flow.partner.areas?.map((code) => findArea(catalogue, { level: level.alias, code }).area);
  const own = chosen.filter((each) => !each.compare);
  const alone = own.length === 1 && !within ? own[0]?.area.id : undefined;
  const areas = [...new Map((named ?? catalogue.areasOf(level.id)).map((area) => [area.id, area])).values()].filter(
    (each) => each.id !== alone,
  );
  const filter = { level: level.id, areas: named === undefined ? undefined : areas.map((each) => each.id) };
  return { level, areas, filter };
}

/** The partners as an axis of the answer, in the shape of the axes of cubes. */
export function axesOfFlow(
  request: FlowRequest | undefined,
): readonly { readonly level: DimensionLevel; readonly members: readonly Member[] }[] {
  if (request?.partners === undefined) return [];
  const name = { nl: "Ander gebied", en: "Other area" };
  const level = { id: 0, code: partnerAxis, dimension: "", name };
  return [
    {
      level,
      members: request.partners.areas.map((area) => ({ id: area.id, level: 0, code: area.code, name: area.name, sequence: area.sequence })),
    },
  ];
}

/**
 * The plan of one side of a flow from plans of its two directions. Net is in − out, gross in + out; a figure that lies within the
 * area is one figure: in gross it counts once and in net not at all. A balance is a net figure already: net is what comes in. A
 * symmetric figure has one direction only.
 * @throws `flow-side` where the side makes no sense of the figures
 */
export function planOfSides(indicator: Indicator, request: FlowRequest, read: (reading: FlowReading) => Plan): Plan {
  const side = sideOf(indicator, request.side);
  const kind = flowKind(indicator);
  const { within } = request;
  if ((kind === "balance" && side === "gross") || (kind === "symmetric" && side === "net")) {
    return fail("flow-side", { code: indicator.code, side, choices: sidesOf(indicator).join(", ") });
  }
  if (kind === "symmetric") return read({ side: "out", within });
  if (side === "out" || side === "in") return read({ side, within });
  if (kind === "balance") return read({ side: "in", within });
  const operands = [read({ side: "in", within: false }), read({ side: "out", within: within && side === "gross" })] as const;
  const compute: Computation = {
    op: side === "net" ? "-" : "+",
    left: { op: "operand", index: 0 },
    right: { op: "operand", index: 1 },
  };
  const unavailable = operands.flatMap((each) => (each.node === "top" ? [] : each.unavailable));
  return { node: "formula", compute, operands, unavailable: [...new Set(unavailable)].sort((a, b) => a - b) };
}

/**
 * One direction of a stored flow. Figures that do not add up have no total over partners, and none on levels on which they were
 * not loaded: there every period that exists is *not available*, as where no level can give the other end.
 * @param readable which periods are read and which are not available on the level, as for any other figure
 */
export function scanFlow(
  catalogue: Catalogue,
  indicator: Indicator,
  request: FlowRequest,
  reading: FlowReading,
  areas: AreaFilter,
  readable: { readonly periods: readonly PeriodPair[]; readonly unavailable: readonly number[] },
): Plan {
  const { partners } = request;
  const reached = catalogue.coverageOf(indicator.id).get(areas.level)?.partners?.[reading.side] ?? [];
  const possible = partners === undefined ? indicator.dataType === "count" : reached.includes(partners.level.id);
  const shown = readable.periods.filter((pair) => existsAnywhere(catalogue, indicator, pair.read)).map((pair) => pair.show);
  return {
    node: "flow",
    indicator: indicator.id,
    side: reading.side,
    areas,
    ...(partners === undefined ? {} : { partners: partners.filter }),
    within: reading.within,
    pairs: flowKind(indicator) === "symmetric",
    zero: indicator.absent === "zero",
    periods: possible ? readable.periods : [],
    unavailable: possible ? readable.unavailable : [...new Set([...readable.unavailable, ...shown])].sort((a, b) => a - b),
    ...(indicator.step === undefined ? {} : { step: indicator.step }),
  };
}
