import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ask, csv, type Item, json, rowsOf, structureOf, walkDataflows } from "./sdmx-client.ts";
import { wrongIn } from "./sdmx-schemas.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const get = (url: string, headers?: Record<string, string>) => ask(site.app, url, headers);
const structure = (path: string) => structureOf(site.app, path);

describe("a client of SDMX 3.0", () => {
  it("finds every visible indicator as a dataflow, and no other", async () => {
    const { dataflows = [] } = await structure("dataflow");
    const { catalogue } = site.release;
    const visible = catalogue.indicators.filter((each) => each.visible).map((each) => each.code);
    expect(dataflows.map((each) => each.id).filter((id) => !visible.includes(id))).toEqual([]);
    expect(dataflows.map((each) => each.id)).toEqual(expect.arrayContaining(["inwoners", "dichtheid", "bevolking", "ziektegevallen"]));
  });

  it("goes from the dataflow by its structure and code lists to figures that are those of the site", () =>
    walkDataflows(site.app, site.release));

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
    // Each frequency is a series of its own.
    expect(await values("*/geboorten/~/..gemeente2024@01001?lastNObservations=1")).toEqual([
      "gemeente2024@01001 2024 13",
      "gemeente2024@01001 2024-S2 6",
      "gemeente2024@01001 2024-Q4 3",
      "gemeente2024@01001 2024-12 1",
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
    const file = join(import.meta.dirname, "golden", "sdmx-structure.json");
    if (process.env.WRITE_GOLDEN === "1") {
      mkdirSync(join(file, ".."), { recursive: true });
      writeFileSync(file, `${JSON.stringify(message.data, null, 2)}\n`);
    }
    expect(message.data).toEqual(JSON.parse(readFileSync(file, "utf8")));
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
    ["v2/structure/dataflow?detail=constructor", 400, 140],
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
