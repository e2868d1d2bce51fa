import type { FlowView } from "@peil/core/api.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { withoutIndicator } from "@peil/core/query/assemble.ts";
import { findLevel } from "@peil/core/query/choose.ts";
import { sideOf, sidesOf } from "@peil/core/query/compile-flow.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { answer } from "../answer.ts";
import type { Release } from "../release.ts";
import { levelCard } from "./cards.ts";

/** Partners that a page shows where nobody asked for more or less. */
const shown = 10;

/** The same question about the totals over all partners: what the other figures of a page are. */
export function withoutPartners(selection: Selection): Selection {
  const { flow } = selection;
  if (flow?.partner === undefined) return selection;
  return { ...selection, flow: { side: flow.side, ...(flow.within === undefined ? {} : { within: flow.within }) } };
}

/**
 * The largest partners of the first area that a reader chose, in one period; undefined where none is chosen or the indicator is no
 * flow. Which they are and how much the others are together is decided by the answer, as in every download.
 */
export async function flowOf(
  release: Release,
  asked: Indicator,
  selection: Selection,
  period: string | undefined,
): Promise<FlowView | undefined> {
  const { areas, flow } = selection;
  const code = areas.kind === "list" ? areas.codes[0] : undefined;
  if (asked.shape !== "flow" || code === undefined || period === undefined) return undefined;
  const side = sideOf(asked, flow?.side);
  const partner = flow?.partner ?? { level: selection.level, areas: undefined };
  const question: Selection = {
    ...selection,
    areas: { kind: "list", codes: [code] },
    compare: [],
    groups: [],
    periods: { kind: "list", codes: [period] },
    flow: { side, partner, top: flow?.top ?? shown, ...(flow?.within === undefined ? {} : { within: flow.within }) },
  };
  const cube = withoutIndicator(await answer(release, question));
  return {
    side,
    sides: sidesOf(asked),
    kind: asked.flow ?? "directed",
    level: levelOf(release.catalogue, partner.level),
    cube,
    selection: question,
  };
}

function levelOf(catalogue: Catalogue, code: string): FlowView["level"] {
  return levelCard(catalogue, findLevel(catalogue, code));
}
