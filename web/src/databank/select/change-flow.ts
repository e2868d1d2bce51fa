import type { TreeFlow } from "@peil/core/api-databank.ts";
import type { FlowQuestion, Selection } from "@peil/core/query/selection.ts";
import type { Fitted, Known } from "./change.ts";
import type { OpenTree } from "./tree-index.ts";

/** What can be asked of the chosen flows together; undefined where none is chosen. */
export type FlowChoices = {
  readonly sides: readonly FlowQuestion["side"][];
  /** Levels of the other end; empty where a figure that is no flow stands among the indicators. */
  readonly partners: readonly string[];
};

/** The sides and levels of partners that all chosen flows have on the chosen level. */
export function flowChoices(tree: OpenTree, selection: Selection): FlowChoices | undefined {
  const cards = selection.indicators.flatMap((code) => tree.indicator(code) ?? []);
  const flows = cards.flatMap((card) => card.flow ?? []);
  if (flows.length === 0) return undefined;
  const sides = shared(flows.map((flow) => flow.sides));
  if (flows.length < cards.length) return { sides, partners: [] };
  const side = selection.flow?.side ?? sides[0] ?? "out";
  return { sides, partners: shared(flows.map((flow) => partnersOf(flow, selection.level, side))) };
}

/** Levels on which the other end can be asked: for both directions at once only those that both have. */
function partnersOf(flow: TreeFlow, level: string, side: FlowQuestion["side"]): readonly string[] {
  const ends = flow.partners.find((each) => each.level === level);
  if (ends === undefined) return [];
  if (side === "out" || side === "in") return ends[side];
  return ends.out.length === 0 || ends.in.length === 0 ? [...ends.out, ...ends.in] : shared([ends.out, ends.in]);
}

function shared<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [first = [], ...others] = lists;
  return first.filter((each) => others.every((list) => list.includes(each)));
}

/** Without a flow nothing is asked of flows; a side or partner that the flows do not have goes. */
export function fitFlow({ tree }: Known, selection: Selection): Fitted {
  const { flow, ...rest } = selection;
  if (flow === undefined) return [selection, []];
  const choices = flowChoices(tree, selection);
  if (choices === undefined) return [rest, flow.partner === undefined ? [] : [{ kind: "partner-dropped" }]];
  const side = choices.sides.includes(flow.side) ? flow.side : (choices.sides[0] ?? flow.side);
  const { partners } = flowChoices(tree, { ...selection, flow: { ...flow, side } }) ?? choices;
  const { partner, top, ...asked } = flow;
  if (partner === undefined || !partners.includes(partner.level)) {
    return [{ ...rest, flow: { ...asked, side } }, partner === undefined ? [] : [{ kind: "partner-dropped" }]];
  }
  return [{ ...rest, flow: { ...asked, side, partner, ...(top === undefined ? {} : { top }) } }, []];
}
