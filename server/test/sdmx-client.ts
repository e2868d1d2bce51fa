import { sdmxCsv } from "@peil/core/formats/sdmx-csv.ts";
import { areaOfId, codeOfId, periodOfTimeId } from "@peil/core/formats/sdmx-ids.ts";
import { sdmxJson } from "@peil/core/formats/sdmx-json.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import type { FastifyInstance } from "fastify";
import { expect } from "vitest";
import { answer } from "../src/answer.ts";
import type { Release } from "../src/release.ts";
import { wrongIn } from "./sdmx-schemas.ts";

/** The media types of data messages. */
export const json = "application/vnd.sdmx.data+json;version=2.0.0";
export const csv = "application/vnd.sdmx.data+csv;version=2.0.0";

/** Asks as a client does; the path without `/sdmx/`. */
export const ask = (app: FastifyInstance, url: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/sdmx/${url}`, headers });

/** An item of a list. */
export type Item = { id: string; name: string; categories?: Item[] };
type Structures = Record<
  string,
  ({ id: string; codes?: Item[]; structure?: string; isPartial?: boolean; source?: string; target?: string } & Record<string, unknown>)[]
>;

/** The structures that a query gives, by their lists; checked against the schema. */
export async function structureOf(app: FastifyInstance, path: string): Promise<Structures> {
  const { statusCode, body } = await ask(app, `v2/structure/${path}`);
  expect([path, statusCode]).toEqual([path, 200]);
  const message = JSON.parse(body);
  expect(wrongIn("structure", message)).toBe("");
  return message.data;
}

async function* bytes(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text);
}

/** The observations of a message, as rows of a table. */
export function rowsOf(text: string): Record<string, string>[] {
  const [head = "", ...lines] = text.trimEnd().split("\r\n");
  const fields = (line: string): string[] =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((each) => each[1] ?? each[2] ?? "");
  const names = fields(head);
  return lines.map((line) => Object.fromEntries(fields(line).map((value, at) => [names[at] ?? "", value])));
}

/** The figures of cells of a cube by what they are of. */
function cellsOf(cube: Cube): Map<string, number | string> {
  const out = new Map<string, number | string>();
  for (let cell = 0; cell < cube.values.length; cell++) {
    let rest = cell;
    const key: string[] = [];
    for (const axis of [...cube.axes].reverse()) {
      const member = axis.members[rest % axis.members.length];
      key.unshift(axis.role === "area" ? `${member?.level}@${member?.code}` : (member?.code ?? ""));
      rest = Math.floor(rest / axis.members.length);
    }
    const state = cube.status[cell] as number;
    if (state !== 1 && state !== 6) out.set(key.join("|"), state === 0 ? (cube.values[cell] ?? Number.NaN) : `state ${state}`);
  }
  return out;
}

/** Goes from the dataflows by their structures and code lists to figures, and compares those with what the site answers. */
export async function walkDataflows(app: FastifyInstance, release: Release): Promise<void> {
  const { dataflows = [] } = await structureOf(app, "dataflow/*/*/~?detail=allstubs");
  const { catalogue } = release;
  for (const { id } of dataflows) {
    const all = await structureOf(app, `dataflow/*/${id}/~?references=all&detail=referencepartial`);
    const [dsd] = all["dataStructures"] ?? [];
    const components = dsd?.["dataStructureComponents"] as {
      dimensionList: { dimensions: { id: string; localRepresentation: { enumeration: string } }[] };
    };
    const { dimensions } = components.dimensionList;
    const codes = new Map(
      dimensions.map((each) => {
        const list = /Codelist=[^:]+:([^(]+)/.exec(each.localRepresentation.enumeration)?.[1];
        return [each.id, new Set((all["codelists"] ?? []).find((one) => one.id === list)?.codes?.map((code) => code.id))];
      }),
    );
    const text = await ask(app, `v2/data/dataflow/*/${id}/~`, { accept: csv });
    expect([id, text.statusCode]).toEqual([id, 200]);
    const rows = rowsOf(text.body);
    for (const row of rows)
      for (const [dimension, list] of codes) expect(list.has(row[dimension] ?? ""), `${id} ${dimension} ${row[dimension]}`).toBe(true);

    const message = (await ask(app, `v2/data/dataflow/*/${id}/~?dimensionAtObservation=AllDimensions`)).json();
    expect(wrongIn("data", message)).toBe("");
    const flat = cellsOf((await sdmxJson.read?.(bytes(JSON.stringify(message)))) as Cube);
    const inSeries = (await ask(app, `v2/data/dataflow/*/${id}/~`, { accept: json })).json();
    expect(wrongIn("data", inSeries)).toBe("");
    expect(cellsOf((await sdmxJson.read?.(bytes(JSON.stringify(inSeries)))) as Cube)).toEqual(flat);
    expect(cellsOf((await sdmxCsv.read?.(bytes(text.body))) as Cube)).toEqual(flat);

    // What the API gives, level by level; a dimension that is not asked is totalled.
    const indicator = catalogue.indicator(codeOfId(id));
    const columns = indicator?.dimensionLevels ?? [];
    const levels = [...new Set(rows.map((row) => areaOfId(row["REF_AREA"] ?? "").level ?? ""))];
    const expected = new Map<string, number | string>();
    const periods = [...new Set(rows.map((row) => periodOfTimeId(row["TIME_PERIOD"] ?? "")))];
    for (const level of levels) {
      const ways = columns.length === 0 ? [[]] : [columns, []];
      for (const by of ways) {
        const cube = await answer(release, {
          ...{ indicators: [codeOfId(id)], level, areas: { kind: "all" }, compare: [], members: [], pseudo: true, by },
          periods: { kind: "list", codes: periods },
        });
        const total = by.length < columns.length ? `|${columns.map(() => "_T").join("|")}` : "";
        for (const [key, value] of cellsOf(cube)) expected.set(key + total, value);
      }
    }
    if (columns.length === 0) expect(flat).toEqual(expected);
    else for (const [key, value] of expected) expect([id, key, flat.get(key)]).toEqual([id, key, value]);
  }
}
