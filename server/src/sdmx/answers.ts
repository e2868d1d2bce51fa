import { fail } from "@peil/core/errors.ts";
import { encodeTexts } from "@peil/core/formats/bytes.ts";
import { sdmxCsvRows } from "@peil/core/formats/sdmx-csv.ts";
import { sdmxJsonParts } from "@peil/core/formats/sdmx-json.ts";
import type { MessageOptions } from "@peil/core/formats/sdmx-message.ts";
import { type Attribute, attributes } from "@peil/core/formats/sdmx-terms.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Door, sendCached } from "../http/door.ts";
import { keptSize } from "../http/downloads.ts";
import { readUpTo, flow as sendFlow } from "../http/flow.ts";
import { changedOf } from "../views/details.ts";
import { agencyOf } from "./agency.ts";
import { figuresOf } from "./figures.ts";
import { type Filters, parseComponents, parseKeys, parseSpan } from "./filters.ts";
import { type Flow, flowsOf, keyOf } from "./flows.ts";
import { type Ends, type Observed, observe } from "./observations.ts";
import { answerTo, type Query } from "./query.ts";
import { questionOf } from "./question.ts";
import { hasVersion } from "./structures.ts";

/** Which dataflow a path names, with which key, and what stands behind. */
export type Named = { readonly flow: Flow; readonly key: string; readonly rest: readonly string[] };

/**
 * The dataflow that a path names: `dataflow/<agency>/<id>/<version>/<key>` in version 2, `<agency>,<id>,<version>/<key>` in version 1.
 * @throws `sdmx-no-results`, `sdmx-not-offered` for other contexts and for several dataflows at once
 */
export function namedBy({ release }: Query, version: 1 | 2, parts: readonly string[]): Named {
  const [context = "", agency = "", id = "", ...more] =
    version === 2 ? parts : ["dataflow", ...flowParts(parts[0] ?? ""), ...parts.slice(1)];
  const [edition = "*", key = "", ...rest] = more;
  if (context !== "dataflow") fail("sdmx-not-offered", { what: context, mend: "/dataflow/<agency>/<id>/<version>/<key>" });
  if (id === "" || id === "*" || id === "all" || id.includes(","))
    fail("sdmx-not-offered", { what: id || "*", mend: "/dataflow/<agency>/<id>: ×1" });
  const own = agencyOf(release.catalogue).id;
  const flow = flowsOf(release.catalogue).find(id);
  const isOurs = agency.split(",").some((each) => ["*", "all", "", own].includes(each));
  if (flow === undefined || !isOurs || !hasVersion(edition)) return fail("sdmx-no-results", { what: [agency, id, edition].join("/") });
  return { flow, key, rest };
}

function flowParts(text: string): readonly string[] {
  const parts = text.split(",");
  return parts.length === 1 ? ["*", parts[0] ?? "", "*"] : [parts[0] ?? "", parts[1] ?? "", parts[2] ?? "*"];
}

/** What of SDMX REST is asked for and not offered: history, pages and other orders. */
function refuseRest({ fields }: Query): void {
  for (const name of ["asOf", "offset", "limit", "sort", "reportingYearStartDay"]) {
    if (fields.has(name)) fail("sdmx-not-offered", { what: name, mend: "c[…], firstNObservations, lastNObservations" });
  }
  if (fields.get("includeHistory") === "true") fail("sdmx-not-offered", { what: "includeHistory=true", mend: "/releases.atom" });
}

/** The filters of a query. */
export function filtersOf({ fields }: Query, { flow, key }: Pick<Named, "flow" | "key">): Filters {
  const dimensions = keyOf(flow.columns);
  const components = new Map(parseComponents(fields, dimensions));
  const [span, time] = [parseSpan(fields), components.get("TIME_PERIOD")];
  if (span !== undefined) components.set("TIME_PERIOD", (value) => span(value) && (time?.(value) ?? true));
  return { components, keys: parseKeys(key, dimensions.length) };
}

function endsOf({ fields }: Query): Ends {
  const read = (name: string): number | undefined => {
    const text = fields.get(name);
    if (text === null) return undefined;
    if (!/^[1-9]\d{0,5}$/.test(text)) fail("sdmx-query", { part: name, value: text.slice(0, 50), expected: "1, 2, 3 …" });
    return Number(text);
  };
  const [first, last] = [read("firstNObservations"), read("lastNObservations")];
  return { ...(first === undefined ? {} : { first }), ...(last === undefined ? {} : { last }) };
}

/** Whether the figures of a dataflow came in after the moment that a query names. @throws `sdmx-query` */
function isUpdated({ fields, release }: Query, { indicator }: Flow): boolean {
  const text = fields.get("updatedAfter");
  if (text === null) return true;
  const moment = Date.parse(text);
  if (Number.isNaN(moment)) fail("sdmx-query", { part: "updatedAfter", value: text.slice(0, 50), expected: "2026-01-31T00:00:00Z" });
  return Date.parse(changedOf(release.catalogue, indicator, release.changed) ?? release.at) > moment;
}

/** The observations that a query asks for. @throws `sdmx-no-results` */
export async function observedBy(query: Query, { flow, filters }: { flow: Flow; filters: Filters }): Promise<Observed> {
  const question = isUpdated(query, flow) ? questionOf(query.release.catalogue, flow, filters) : undefined;
  const observed = question === undefined ? undefined : await observe(await figuresOf(query.release, question), filters, endsOf(query));
  return observed ?? fail("sdmx-no-results", { what: flow.id });
}

/** Sends the data of a query: kept ready where they are small, as they come where they are not. */
export async function answerData(
  door: Door,
  request: FastifyRequest,
  reply: FastifyReply,
  query: Query,
  version: 1 | 2,
  parts: readonly string[],
): Promise<FastifyReply> {
  const { release, key, offer } = query;
  const known = door.cache.find(key, release);
  if (known !== undefined) return sendCached(door, request, reply, key, release, async () => known.answer);
  refuseRest(query);
  const named = namedBy(query, version, parts);
  const options = optionsOf(query, named.flow);
  const { head, slabs, keep } = await observedBy(query, { flow: named.flow, filters: filtersOf(query, named) });
  const write = offer.kind === "csv" ? sdmxCsvRows : sdmxJsonParts;
  const chunks = encodeTexts(write(head, slabs, { ...options, keep }))[Symbol.asyncIterator]();
  const { start, done } = await readUpTo(chunks, keptSize);
  const file = `${named.flow.id.replace(/[^\w-]/g, "_")}.sdmx.${offer.kind}`;
  const answer = answerTo(query, Buffer.concat(start), [["content-disposition", `inline; filename="${file}"`]]);
  return done ? sendCached(door, request, reply, key, release, async () => answer) : sendFlow(request, reply, answer, start, chunks);
}

function optionsOf({ fields, language, offer, release }: Query, flow: Flow): MessageOptions {
  const details: Readonly<Record<string, readonly [attributes: string, measures: string]>> = {
    full: ["dsd", "all"],
    dataonly: ["none", "all"],
    nodata: ["dsd", "none"],
    serieskeysonly: ["none", "none"],
  };
  const detail = fields.get("detail") ?? "full";
  const [allAttributes, allMeasures] =
    (Object.hasOwn(details, detail) ? details[detail] : undefined) ?? refuse("detail", detail, Object.keys(details));
  const measures = fields.get("measures") ?? allMeasures;
  if (!["all", "none", "OBS_VALUE"].includes(measures)) refuse("measures", measures, ["all", "none", "OBS_VALUE"]);
  const observation = fields.get("dimensionAtObservation") ?? "TIME_PERIOD";
  const choices = ["AllDimensions", "TIME_PERIOD", ...keyOf(flow.columns).filter((each) => each !== "FREQ")];
  if (!choices.includes(observation)) refuse("dimensionAtObservation", observation, choices);
  return {
    language,
    ...(offer.dialect === undefined ? {} : { dialect: offer.dialect }),
    publisher: { agency: agencyOf(release.catalogue).id, at: release.at },
    dataflow: flow.id,
    ...(observation === "AllDimensions" ? {} : { observation }),
    attributes: attributeChoice(fields.get("attributes") ?? allAttributes),
    measures: measures !== "none",
  };
}

/** Which attributes a list names: by their id, or all of a level. */
function attributeChoice(text: string): (attribute: Attribute) => boolean {
  const groups: Readonly<Record<string, (attribute: Attribute) => boolean>> = {
    dsd: () => true,
    all: () => true,
    none: () => false,
    msd: () => false,
    dataset: ({ of }) => of === "dataset" || of === "indicator",
    series: ({ of }) => of === "indicator",
    obs: ({ of }) => of === "observation" || of === "time",
  };
  const tests = text.split(",").map((each) => {
    if (Object.hasOwn(groups, each)) return groups[each] as (attribute: Attribute) => boolean;
    if (!attributes.some(({ id }) => id === each)) refuse("attributes", each, [...Object.keys(groups), ...attributes.map(({ id }) => id)]);
    return ({ id }: Attribute) => id === each;
  });
  return (attribute) => tests.some((test) => test(attribute));
}

function refuse(part: string, value: string, choices: readonly string[]): never {
  return fail("sdmx-query", { part, value: value.slice(0, 100), expected: choices.join(", ") });
}
