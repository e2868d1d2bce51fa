import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sdmxCsv } from "@peil/core/formats/sdmx-csv.ts";
import { areaOfId, codeOfId, periodOfTimeId } from "@peil/core/formats/sdmx-ids.ts";
import { sdmxJson } from "@peil/core/formats/sdmx-json.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildPrivacy } from "../../fixtures/privacy/build.ts";
import { answer } from "../src/answer.ts";
import type { Release } from "../src/release.ts";
import { openPublished } from "./published.ts";
import { wrongIn } from "./sdmx-schemas.ts";
import { openTestSite, plainRender, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const json = "application/vnd.sdmx.data+json;version=2.0.0";
const csv = "application/vnd.sdmx.data+csv;version=2.0.0";
const ask = (app: FastifyInstance, url: string, headers: Record<string, string> = {}) => app.inject({ url: `/sdmx/${url}`, headers });
const get = (url: string, headers?: Record<string, string>) => ask(site.app, url, headers);

type Item = { id: string; name: string; categories?: Item[] };
type Structures = Record<
  string,
  ({ id: string; codes?: Item[]; structure?: string; isPartial?: boolean; source?: string; target?: string } & Record<string, unknown>)[]
>;

const structure = (path: string): Promise<Structures> => structureOf(site.app, path);

async function structureOf(app: FastifyInstance, path: string): Promise<Structures> {
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
function rowsOf(text: string): Record<string, string>[] {
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
async function walk(app: FastifyInstance, release: Release): Promise<void> {
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

describe("a client of SDMX 3.0", () => {
  it("finds every visible indicator as a dataflow, and no other", async () => {
    const { dataflows = [] } = await structure("dataflow");
    const { catalogue } = site.release;
    const visible = catalogue.indicators.filter((each) => each.visible).map((each) => each.code);
    expect(dataflows.map((each) => each.id).filter((id) => !visible.includes(id))).toEqual([]);
    expect(dataflows.map((each) => each.id)).toEqual(expect.arrayContaining(["inwoners", "dichtheid", "bevolking", "ziektegevallen"]));
  });

  it("goes from the dataflow by its structure and code lists to figures that are those of the site", () => walk(site.app, site.release));

  it("asks with keys, filters and periods", async () => {
    const values = async (path: string): Promise<string[]> =>
      rowsOf((await get(`v2/data/dataflow/${path}`, { accept: csv })).body).map(
        (row) => `${row["REF_AREA"]} ${row["TIME_PERIOD"]} ${row["OBS_VALUE"]}`,
      );
    expect(await values("*/inwoners/~/A.inwoners.gemeente2024@01001")).toEqual([
      "gemeente2024@01001 2023 1000",
      "gemeente2024@01001 2024 1100",
      "gemeente2024@01001 2025 1200",
    ]);
    expect(await values("*/inwoners/1.0/*.*.land@L?c[TIME_PERIOD]=ge:2024")).toEqual(["land@L 2024 21900", "land@L 2025 22800"]);
    expect(await values("*/inwoners/~/A.*.land@L,A.*.gemeente2024@01001?c[TIME_PERIOD]=2023")).toEqual([
      "land@L 2023 21000",
      "gemeente2024@01001 2023 1000",
    ]);
    expect(await values("*/inwoners/~?c[REF_AREA]=sw:gemeente2024&c[OBS_VALUE]=gt:5000&c[TIME_PERIOD]=lt:2025")).toEqual([
      "gemeente2024@03001 2024 5500",
      "gemeente2024@03002 2023 6000",
      "gemeente2024@03002 2024 6000",
    ]);
    expect(await values("*/inwoners/~/..land@L?lastNObservations=1")).toEqual(["land@L 2025 22800"]);
    expect(await values("*/inwoners/~/..land@L?firstNObservations=1&lastNObservations=1")).toEqual([
      "land@L 2023 21000",
      "land@L 2025 22800",
    ]);
    expect(await values("*/inwoners/~/..land@L?c[OBS_STATUS]=P")).toEqual(["land@L 2025 22800"]);
    expect(await values("*/geboorten/~/M..gemeente2024@01001?c[TIME_PERIOD]=ge:2024-01+le:2024-02")).toEqual([
      "gemeente2024@01001 2024-01 2",
      "gemeente2024@01001 2024-02 1",
    ]);
    const split = rowsOf((await get("v2/data/dataflow/*/bevolking/~/..gemeente2024@01001._T+0.*", { accept: csv })).body);
    expect(split.map((row) => `${row["leeftijd1"]} ${row["geslacht"]} ${row["OBS_VALUE"] || row["OBS_STATUS"]}`)).toEqual(
      expect.arrayContaining(["0 M 1", "0 V 2", "0 _T 3", "_T M 10", "_T V Q", "_T _T Q"]),
    );
  });

  it("is told no hidden figure, not even by asking for its size", async () => {
    const rows = rowsOf((await get("v2/data/dataflow/*/ziektegevallen/~?c[REF_AREA]=sw:gemeente2024", { accept: csv })).body);
    const hidden = rows.filter((row) => row["CONF_STATUS"] !== "F");
    expect(hidden.length).toBeGreaterThan(1);
    for (const row of hidden) expect([row["OBS_VALUE"], row["OBS_STATUS"], row["CONF_STATUS"]]).toEqual(["", "Q", "C"]);
    const codes = new Set(hidden.map((row) => row["REF_AREA"]));
    for (const filter of ["ge:0", "le:100", "3", "ne:3", "lt:5", "co:3", "nc:0", "ne:8"]) {
      const { body, statusCode } = await get(`v2/data/dataflow/*/ziektegevallen/~?c[OBS_VALUE]=${filter}`, { accept: csv });
      const found = statusCode === 404 ? [] : rowsOf(body).filter((row) => codes.has(row["REF_AREA"]));
      // A filter that says what a value is not holds for every hidden cell alike.
      expect([0, codes.size]).toContain(found.length);
      for (const row of found) expect(row["OBS_VALUE"]).toBe("");
    }
  });

  it("learns what there is", async () => {
    const { statusCode, body } = await get("v2/availability/dataflow/*/inwoners/~/..land@L?references=codelist");
    expect(statusCode).toBe(200);
    const message = JSON.parse(body);
    expect(wrongIn("structure", message)).toBe("");
    const [{ cubeRegions, annotations, role }] = message.data.dataConstraints;
    expect(role).toBe("Actual");
    expect(annotations[0]).toMatchObject({ id: "obs_count", title: "3" });
    expect(cubeRegions[0].keyValues.map((each: { id: string }) => each.id)).toEqual(["FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD"]);
    expect(cubeRegions[0].keyValues[2].values).toEqual([{ value: "land@L" }]);
    expect(cubeRegions[0].keyValues[3].timeRange).toMatchObject({ startPeriod: { period: "2023" }, endPeriod: { period: "2025" } });
    const areas = message.data.codelists.find((each: { id: string }) => each.id === "CL_REF_AREA");
    expect([areas.isPartial, areas.codes.map((each: Item) => each.id)]).toEqual([true, ["land@L"]]);
    const free = (await get("v2/availability/dataflow/*/inwoners/~/..land@L/REF_AREA?mode=available")).json();
    expect(free.data.dataConstraints[0].cubeRegions[0].keyValues[0].values.length).toBeGreaterThan(10);
  });

  it("reads structures as their golden file", async () => {
    const message = (
      await get("v2/structure/dataflow/*/bevolking?references=all&detail=referencepartial", { "accept-language": "en" })
    ).json();
    const text = `${JSON.stringify(message.data, null, 1)}\n`;
    const file = join(import.meta.dirname, "golden", "sdmx-structure.json");
    if (process.env.WRITE_GOLDEN === "1") {
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, text);
    }
    expect(text).toBe(readFileSync(file, "utf8"));
  });

  it("follows references, versions, lists, items and details", async () => {
    const kinds = async (path: string): Promise<string[]> => Object.keys(await structure(path)).sort();
    expect(await kinds("dataflow/*/inwoners?references=children")).toEqual(["dataStructures", "dataflows"]);
    expect(await kinds("dataflow/*/inwoners?references=descendants")).toEqual([
      "codelists",
      "conceptSchemes",
      "dataStructures",
      "dataflows",
    ]);
    expect(await kinds("dataflow/*/inwoners?references=parents")).toEqual(["categorisations", "dataflows"]);
    expect(await kinds("dataflow/*/inwoners?references=codelist")).toEqual(["codelists", "dataflows"]);
    expect(await kinds("codelist/*/CL_FREQ?references=ancestors")).toEqual(["categorisations", "codelists", "dataStructures", "dataflows"]);
    const { dataflows = [] } = await structure("dataflow/PEIL,MERENLAND,*/inwoners,bevolking/1.0,2.0");
    expect(dataflows.map((each) => each.id).sort()).toEqual(["bevolking", "inwoners"]);
    const { codelists = [] } = await structure("codelist/*/CL_FREQ/~/A,M");
    expect([codelists[0]?.isPartial, codelists[0]?.codes?.map((each) => each.id)]).toEqual([true, ["A", "M"]]);
    const stubs = await structure("codelist/*/*/~?detail=allstubs");
    expect(stubs["codelists"]?.every((each) => each.codes === undefined)).toBe(true);
    const { categorySchemes = [], categorisations = [] } = await structure("categoryscheme?references=categorisation");
    expect(JSON.stringify(categorySchemes)).toContain('"id":"bevolking"');
    expect(categorisations.find((each) => each.source?.includes(":inwoners("))?.target).toMatch(/Category=\w+:THEMES\(1\.0\)\.bevolking$/);
    const { agencySchemes = [] } = await structure("agencyscheme/SDMX");
    expect(agencySchemes).toHaveLength(1);
  });

  it("finds the structure that a download of coarser members names", async () => {
    const file = (await site.app.inject({ url: "/api/v1/data.sdmx-csv?indicator=bevolking&level=gemeente2024&by=leeftijd5" })).body;
    const [row] = rowsOf(file);
    expect(row?.["STRUCTURE"]).toBe("datastructure");
    const [, agency, id, version] = /^(\w+):([\w-]+)\((.+)\)$/.exec(row?.["STRUCTURE_ID"] ?? "") ?? [];
    const { codelists = [] } = await structure(`datastructure/${agency}/${id}/${version}?references=children`);
    const codes = codelists.find((each) => each.id === "CL_leeftijd5")?.codes?.map((each) => each.id);
    expect(codes).toEqual(["0004", "0509"]);
  });
});

describe("what is private", () => {
  it("stays private on every dataflow, and what is not shown has none", async () => {
    const guarded = await openPublished(buildPrivacy);
    try {
      const app = await guarded.openDoor(plainRender);
      await walk(app, guarded.release);
      const { body } = await ask(app, "v2/structure/*/*/*/*");
      expect(body).toContain("aandoeningen");
      expect(body).not.toContain("omzet_1");
      expect((await ask(app, "v2/data/dataflow/*/omzet_1/~")).statusCode).toBe(404);
    } finally {
      await guarded.close();
    }
  });
});

describe("a client of SDMX 2.1", () => {
  it("finds structures and data in the paths of version 1", async () => {
    expect((await get("v1/dataflow/all/all/latest")).json().data.dataflows.length).toBeGreaterThan(10);
    const { body, headers } = await get(
      "v1/data/inwoners/A..land@L+gemeente2024@01001/all?startPeriod=2023&endPeriod=2024&detail=dataonly",
      {
        accept: "application/vnd.sdmx.data+csv;version=1.0.0",
      },
    );
    expect(headers["content-type"]).toBe("application/vnd.sdmx.data+csv;version=1.0.0");
    const rows = rowsOf(body);
    expect(Object.keys(rows[0] ?? {})).toEqual(["DATAFLOW", "FREQ", "INDICATOR", "REF_AREA", "TIME_PERIOD", "OBS_VALUE"]);
    expect(rows.map((row) => row["OBS_VALUE"])).toEqual(["21000", "21900", "1000", "1100"]);
    expect((await get("v1/availableconstraint/inwoners/..land@L/all/REF_AREA")).json().data.dataConstraints).toHaveLength(1);
  });
});

describe("the door", () => {
  it("gives each client its format and language, and lets nobody have another's", async () => {
    const url = "v2/data/dataflow/*/inwoners/~/..land@L";
    for (const [headers, type, text] of [
      [{}, json, '"Waarde"'],
      [{ accept: csv }, csv, "STRUCTURE,STRUCTURE_ID"],
      [{ "accept-language": "en" }, json, '"name":"Observation value"'],
      [{ accept: `application/xml, ${csv};q=0.5, ${json};q=0.4` }, csv, "STRUCTURE,STRUCTURE_ID"],
      [{ accept: `${csv};labels=both`, "accept-language": "en" }, `${csv};labels=both`, "land@L: "],
      [{ accept: `${csv};labels=name` }, `${csv};labels=name`, "STRUCTURE_NAME"],
      [{ accept: "*/*" }, json, '"Waarde"'],
    ] as const) {
      for (let twice = 0; twice < 2; twice++) {
        const found = await get(url, headers as unknown as Record<string, string>);
        expect([found.statusCode, found.headers["content-type"]]).toEqual([200, type]);
        expect(found.body).toContain(text);
        expect(found.headers["access-control-allow-origin"]).toBe("*");
        expect(found.headers.vary).toBe("accept-encoding, accept, accept-language");
      }
    }
    const { headers } = await get(url);
    expect((await get(url, { "if-none-match": String(headers.etag) })).statusCode).toBe(304);
    expect((await get(url, { "if-none-match": String(headers.etag), accept: csv })).statusCode).toBe(200);
  });

  it.each([
    ["v2/structure/wrong", 400, 140],
    ["v2/structure/hierarchy", 404, 100],
    ["v2/structure/dataflow/*/wrong", 404, 100],
    ["v2/structure/dataflow/WRONG", 404, 100],
    ["v2/structure/dataflow/*/inwoners/2.0", 404, 100],
    ["v2/structure/dataflow?references=wrong", 400, 140],
    ["v2/structure/dataflow?detail=wrong", 400, 140],
    ["v2/structure/dataflow?format=xml", 406, 140],
    ["v2/data/dataflow/*/wrong/~", 404, 100],
    ["v2/data/dataflow/*/inwoners/~/A.inwoners.gemeente@nowhere", 404, 100],
    ["v2/data/dataflow/*/inwoners/~/a.b.c.d.e", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?c[WRONG]=1", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?c[__proto__]=1", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?c[TIME_PERIOD]=ge:soon", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?lastNObservations=-1", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?updatedAfter=soon", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?updatedAfter=2030-01-01T00:00:00Z", 404, 100],
    ["v2/data/dataflow/*/inwoners/~?dimensionAtObservation=WRONG", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?attributes=constructor", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?measures=WRONG", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?detail=toString", 400, 140],
    ["v2/data/dataflow/*/inwoners/~?format=constructor", 406, 140],
    ["v2/data/dataflow/*/inwoners/~?asOf=2020-01-01", 501, 501],
    ["v2/data/dataflow/*/*/~", 501, 501],
    ["v2/data/datastructure/*/DSD/~", 501, 501],
    ["v2/schema/dataflow/*/inwoners", 501, 501],
    ["v2/availability/dataflow/*/inwoners/~/*/WRONG", 400, 140],
    ["v2/nothing", 404, 100],
  ])("says what is wrong with %s", async (url, status, code) => {
    const { statusCode, headers, body } = await get(url);
    expect([statusCode, headers["content-type"]]).toEqual([status, "application/problem+json; charset=utf-8"]);
    expect(JSON.parse(body).errors[0].code).toBe(code);
    expect(headers["access-control-allow-origin"]).toBe("*");
  });

  it("chooses attributes, measures and the dimension of observations", async () => {
    const path = "v2/data/dataflow/*/inwoners/~/..gemeente2024@01001";
    const head = async (query: string): Promise<string> => (await get(`${path}?format=csv&${query}`)).body.split("\r\n")[0] ?? "";
    const start = "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,INDICATOR,REF_AREA,TIME_PERIOD";
    expect(await head("attributes=none")).toBe(`${start},OBS_VALUE`);
    expect(await head("attributes=OBS_STATUS,UNIT_MEASURE")).toBe(`${start},OBS_VALUE,OBS_STATUS,UNIT_MEASURE`);
    expect(await head("attributes=none&measures=none")).toBe(start);
    const across = (await get(`v2/data/dataflow/*/inwoners/~?dimensionAtObservation=REF_AREA`)).json();
    expect(wrongIn("data", across)).toBe("");
    expect(across.data.structures[0].dimensions.observation.map((each: Item) => each.id)).toEqual(["REF_AREA"]);
    expect(Object.keys(across.data.dataSets[0].series)).toHaveLength(3);
  });
});
