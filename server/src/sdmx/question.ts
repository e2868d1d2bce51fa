import { areaId, codeId, dimensionId, frequencyOf, timeId, totalId } from "@peil/core/formats/sdmx-ids.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { DimensionLevel, Member } from "@peil/core/model/dimension.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { memberId } from "./artefacts.ts";
import { type Filters, mayHave } from "./filters.ts";
import { type Flow, keyOf } from "./flows.ts";

/** What is asked of a dimension of members: some of its members, and whether their total. */
export type AskedMembers = { readonly level: DimensionLevel; readonly members: readonly Member[]; readonly total: boolean };

/** What is asked of a dataflow, every choice filled in. */
export type Question = {
  readonly flow: Flow;
  readonly areas: readonly { readonly level: Level; readonly areas: readonly Area[] }[];
  /** Codes of periods. */
  readonly periods: readonly string[];
  readonly members: readonly AskedMembers[];
};

/** What a query asks of a dataflow; undefined where it can have no answer. */
export function questionOf(catalogue: Catalogue, flow: Flow, filters: Filters): Question | undefined {
  const dimensions = keyOf(flow.columns);
  const may = (id: string): ((value: string) => boolean) => mayHave(filters, dimensions, id);
  if (!may("INDICATOR")(codeId(flow.indicator.code))) return undefined;
  const [inTime, often, there] = [may("TIME_PERIOD"), may("FREQ"), may("REF_AREA")];
  const periods = flow.periods.map((each) => each.code).filter((code) => inTime(timeId(code)) && often(frequencyOf(code)));
  const areas = flow.levels
    .map((level) => ({ level, areas: catalogue.areasOf(level.id).filter(({ code }) => there(areaId({ level: level.alias, code }))) }))
    .filter((each) => each.areas.length > 0);
  const members = flow.columns.map((level): AskedMembers => {
    const has = may(dimensionId(level.code));
    const own = catalogue.membersOf(level.id).filter(({ code }) => has(memberId(code)));
    return { level, members: own, total: flow.totals && has(totalId) };
  });
  const isEmpty = periods.length === 0 || areas.length === 0 || members.some((each) => each.members.length === 0 && !each.total);
  return isEmpty ? undefined : { flow, areas, periods, members };
}

/** Ways to ask a question: for each dimension of which members and their total are wanted, once split and once totalled. */
export function variantsOf({ members }: Question): readonly (readonly boolean[])[] {
  return members.reduce<readonly (readonly boolean[])[]>(
    (all, each) => {
      const ways = [...(each.members.length > 0 ? [true] : []), ...(each.total ? [false] : [])];
      return all.flatMap((before) => ways.map((way) => [...before, way]));
    },
    [[]],
  );
}

/** The selection of a question. @param split per dimension whether its members are an axis or totalled */
export function selectionOf(catalogue: Catalogue, { flow, areas, periods, members }: Question, split: readonly boolean[]): Selection {
  const [main, ...others] = areas.toSorted((a, b) => b.areas.length - a.areas.length);
  const isWhole = main === undefined || main.areas.length === catalogue.areasOf(main.level.id).length;
  const shown = members.filter((_, at) => split[at]);
  const limited = shown.filter((each) => each.members.length < catalogue.membersOf(each.level.id).length);
  return {
    indicators: [flow.indicator.code],
    level: main?.level.alias ?? "",
    areas: isWhole ? { kind: "all" } : { kind: "list", codes: main.areas.map((each) => each.code) },
    compare: others.flatMap((each) => each.areas.map(({ code }) => ({ level: each.level.alias, code }))),
    periods: { kind: "list", codes: periods },
    by: shown.map((each) => each.level.code),
    members: limited.flatMap((each) => each.members.map(({ code }) => ({ level: each.level.code, code }))),
    pseudo: true,
  };
}
