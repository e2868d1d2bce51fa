import { fail } from "@peil/core/errors.ts";
import { momentsOf, periodOfTimeId } from "@peil/core/formats/sdmx-ids.ts";
import { type Dimension, dimensionsOf } from "@peil/core/formats/sdmx-layout.ts";
import { structureVersion } from "@peil/core/formats/sdmx-terms.ts";
import { positionsFrom } from "@peil/core/formats/walk.ts";
import { agencyOf } from "./agency.ts";
import { filtersOf, namedBy, observedBy } from "./answers.ts";
import { artefactsOf } from "./artefacts.ts";
import type { Filters } from "./filters.ts";
import { type Flow, keyOf } from "./flows.ts";
import { countable } from "./observations.ts";
import type { Query } from "./query.ts";
import { structureMessage, urnOf, type Wanted } from "./structure-json.ts";
import { findStructures } from "./structures.ts";

/** The values that observations have on each dimension, and how many there are. */
type Present = { readonly values: ReadonlyMap<string, ReadonlySet<string>>; readonly observations: number; readonly series: number };

/**
 * Which values the data of a query have on each dimension, as a data constraint of what is actually there. With `mode=available`
 * the values that can be chosen on a dimension beside what is chosen on the others.
 * @throws `sdmx-query`, `sdmx-no-results`, and `selection-too-large` where too much would have to be looked at
 */
async function availabilityMessage(query: Query, flow: Flow, filters: Filters, component: string): Promise<string> {
  const dimensions = [...keyOf(flow.columns), "TIME_PERIOD"];
  const wanted = component === "*" || component === "all" ? dimensions : component.split(",");
  for (const each of wanted) if (!dimensions.includes(each)) choose("componentID", each, dimensions);
  const mode = query.fields.get("mode") ?? "exact";
  if (mode !== "exact" && mode !== "available") choose("mode", mode, ["exact", "available"]);
  const exact = await presentIn(query, flow, filters);
  const values = new Map<string, ReadonlySet<string>>();
  for (const id of wanted) {
    const present = mode === "exact" ? exact : await presentIn(query, flow, without(filters, dimensions, id));
    values.set(id, present.values.get(id) ?? new Set());
  }
  return messageOf(query, flow, { ...exact, values });
}

function choose(part: string, value: string, choices: readonly string[]): never {
  return fail("sdmx-query", { part, value: value.slice(0, 100), expected: choices.join(", ") });
}

/** The filters but for those of one dimension. */
function without({ components, keys }: Filters, dimensions: readonly string[], id: string): Filters {
  const at = dimensions.indexOf(id);
  return {
    components: new Map([...components].filter(([each]) => each !== id)),
    keys: keys.map((key) => key.map((test, place) => (place === at ? undefined : test))),
  };
}

async function presentIn(query: Query, flow: Flow, filters: Filters): Promise<Present> {
  const { head, slabs, keep } = await observedBy(query, { flow, filters });
  const dimensions = dimensionsOf(head);
  const seen = dimensions.map((each) => new Uint8Array(each.values.length));
  countable(head);
  const outer = dimensions.filter((each) => each.role !== "period");
  const places = outer.reduce((n, each) => n * each.values.length, 1);
  const series = new Uint8Array(places);
  let observations = 0;
  for await (const slab of slabs) {
    const walk = positionsFrom(head.axes, slab.start);
    for (let row = 0; row < slab.values.length; row++, walk.step()) {
      if (!keep(slab, row)) continue;
      observations++;
      for (const [at, each] of dimensions.entries()) seen[at]?.fill(1, each.place(walk.at), each.place(walk.at) + 1);
      series[outer.reduce((sum, each) => sum * each.values.length + each.place(walk.at), 0)] = 1;
    }
  }
  const valuesOf = ({ values }: Dimension, at: number): Set<string> =>
    new Set(values.filter((_, place) => seen[at]?.[place]).map(({ id }) => id));
  return {
    values: new Map(dimensions.map((each, at) => [each.id, valuesOf(each, at)])),
    observations,
    series: series.reduce((sum, each) => sum + each, 0),
  };
}

function messageOf(query: Query, flow: Flow, { values, observations, series }: Present): string {
  const { release, language, fields } = query;
  const agency = agencyOf(release.catalogue).id;
  const sender = { agency, at: release.at, release: release.id };
  const constraint = {
    ...{
      id: `CR_A_${flow.id}`,
      version: structureVersion,
      agencyID: agency,
      name: flow.indicator.name[language] ?? flow.indicator.name.nl,
    },
    role: "Actual",
    annotations: [
      { id: "obs_count", title: String(observations), type: "sdmx_metrics" },
      { id: "series_count", title: String(series), type: "sdmx_metrics" },
    ],
    constraintAttachment: { dataflows: [urnOf({ type: "dataflow", agency, id: flow.id })] },
    cubeRegions: [
      { include: true, keyValues: [...values].map(([id, list]) => (id === "TIME_PERIOD" ? timeRange(list) : keyValue(id, list))) },
    ],
  };
  return structureMessage(referenced(query, flow, values, fields.get("references") ?? "none"), sender, language, {
    dataConstraints: [constraint],
  });
}

function keyValue(id: string, values: ReadonlySet<string>): object {
  return { id, include: true, values: [...values].map((value) => ({ value })) };
}

/** The periods, from the one that starts first to the one that ends last. */
function timeRange(values: ReadonlySet<string>): object {
  const spans = [...values].map((id) => ({ id, start: "", end: "", ...momentsOf(periodOfTimeId(id)) }));
  const [first] = spans.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const [last] = spans.toSorted((a, b) => (a.end > b.end ? -1 : 1));
  const bound = (period = ""): object => ({ period, isInclusive: true });
  return { id: "TIME_PERIOD", include: true, timeRange: { startPeriod: bound(first?.id), endPeriod: bound(last?.id) } };
}

/** The structures beside a constraint; their code lists hold only what there is. */
function referenced({ release }: Query, flow: Flow, values: Present["values"], references: string): readonly Wanted[] {
  if (references === "none") return [];
  const found = findStructures(release.catalogue, {
    ...{ type: "dataflow", agency: "*", id: flow.id, version: "*", item: "*", detail: "full" },
    references: references === "all" ? "descendants" : references,
  });
  const dataflow = artefactsOf(release.catalogue).byKey.get(`dataflow:${flow.id}`);
  const isAsked = (each: Wanted): boolean => each.artefact !== dataflow || /(^|,)(all|dataflow)(,|$)/.test(references);
  return found.filter(isAsked).map((each) => {
    const present = each.artefact.type === "codelist" ? values.get(each.artefact.id.replace(/^CL_/, "")) : undefined;
    return present === undefined ? each : { ...each, only: ({ id }) => present.has(id) };
  });
}

/** What data there are of a query, as a structure message. */
export async function answerAvailability(query: Query, version: 1 | 2, parts: readonly string[]): Promise<string> {
  const named = namedBy(query, version, parts);
  const component = (version === 2 ? named.rest[0] : named.rest[1]) ?? "*";
  return availabilityMessage(query, named.flow, filtersOf(query, named), component);
}
