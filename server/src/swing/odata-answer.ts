import { stepsOf } from "./address.ts";
import type { Collection, Entity, RowList } from "./collections.ts";
import { keyText } from "./collections.ts";
import type { ServiceScope } from "./odata-figures.ts";
import { metadataXml } from "./odata-metadata.ts";
import { nextQuery, type Options, parseOptions } from "./odata-options.ts";
import { follow } from "./odata-tree.ts";
import { entitySets, namespace, type Row } from "./odata-types.ts";

/** A question to the service: `base` is its absolute address. */
export type ServiceQuestion = { readonly base: string; readonly path: string; readonly query: string };

/** An answer of the service. */
export type ServiceAnswer = { readonly type: string; readonly text: string };

/** How the service writes JSON: the context once, and of each row its type and address. */
export const odataJson = "application/json;odata.metadata=minimal;charset=utf-8";

/**
 * Answers as an OData 4.0 service (https://docs.oasis-open.org/odata/odata/v4.0/): what it offers, its model, a collection, the
 * number of rows in one, or an entity.
 * @throws errors of the catalogue
 */
export async function answerService(scope: ServiceScope, question: ServiceQuestion): Promise<ServiceAnswer> {
  const steps = stepsOf(question.path);
  const last = steps.at(-1)?.name.toLowerCase();
  if (last === undefined) return json(serviceDocument(question.base));
  if (last === "$metadata" && steps.length === 1) return { type: "application/xml;charset=utf-8", text: metadataXml() };
  const counting = last === "$count";
  const found = await follow(scope, counting ? steps.slice(0, -1) : steps);
  if ("rows" in found) return counting ? countOf(found, question) : collectionAnswer(found, question);
  return json(await entityText(found, question));
}

function json(text: string): ServiceAnswer {
  return { type: odataJson, text };
}

function serviceDocument(base: string): string {
  const value = Object.keys(entitySets).map((name) => ({ name, kind: "EntitySet", url: name }));
  return JSON.stringify({ "@odata.context": `${base}/$metadata`, value });
}

async function countOf(collection: Collection, { query }: ServiceQuestion): Promise<ServiceAnswer> {
  const options = parseOptions(query, collection.type);
  const list = kept(await collection.rows(), options);
  return { type: "text/plain;charset=utf-8", text: String(list.length) };
}

async function collectionAnswer(collection: Collection, { base, query }: ServiceQuestion): Promise<ServiceAnswer> {
  const options = parseOptions(query, collection.type);
  const list = kept(await collection.rows(), options);
  const end = Math.min(list.length, options.skip + Math.min(options.page, options.top ?? options.page));
  const rows: string[] = [];
  for (let place = options.skip; place < end; place++) rows.push(rowText(collection, base, list, place, options.select));
  const left = options.top === undefined ? undefined : options.top - rows.length;
  const more = end < list.length && rows.length > 0 && left !== 0;
  const select = options.select === undefined ? "" : `(${options.select.join(",")})`;
  const parts = [
    `"@odata.context":${JSON.stringify(`${base}/$metadata#${collection.path}${select}`)}`,
    ...(options.count ? [`"@odata.count":${list.length}`] : []),
    `"value":[${rows.join(",")}]`,
    ...(more ? [`"@odata.nextLink":${JSON.stringify(`${base}/${collection.path}?${nextQuery(query, end, left)}`)}`] : []),
  ];
  return json(`{${parts.join(",")}}`);
}

/** The rows that a filter keeps, in the order that was asked. */
function kept(list: RowList, { filter, order }: Options): RowList {
  if (filter === undefined && order === undefined) return list;
  const rows: Row[] = [];
  for (let place = 0; place < list.length; place++) {
    const row = list.at(place);
    if (filter === undefined || filter(row)) rows.push(row);
  }
  if (order !== undefined) rows.sort(order);
  return { length: rows.length, at: (place) => rows[place] as Row };
}

function rowText(
  { type, path }: Pick<Collection, "type" | "path">,
  base: string,
  list: RowList,
  place: number,
  select: readonly string[] | undefined,
): string {
  const row = list.at(place);
  const head = `{"@odata.type":"#${namespace}.${type.name}","@odata.id":${JSON.stringify(`${base}/${path}(${keyText(type, row)})`)}`;
  const own = select === undefined ? (list.text?.(place) ?? JSON.stringify(row)) : JSON.stringify(pick(row, select));
  return own === "{}" ? `${head}}` : `${head},${own.slice(1)}`;
}

function pick(row: Row, select: readonly string[]): Row {
  return Object.fromEntries(select.map((name) => [name, row[name] ?? null]));
}

async function entityText(entity: Entity, { base, query }: ServiceQuestion): Promise<string> {
  const { select } = parseOptions(query, entity.type);
  const row = (await entity.row()) ?? {};
  const shown = select === undefined ? row : pick(row, select);
  const set = entity.path.replace(/\([^()]*\)$/, "");
  const picked = select === undefined ? "" : `(${select.join(",")})`;
  return JSON.stringify({
    "@odata.context": `${base}/$metadata#${set}${picked}/$entity`,
    "@odata.type": `#${namespace}.${entity.type.name}`,
    "@odata.id": `${base}/${entity.path}`,
    ...shown,
  });
}
