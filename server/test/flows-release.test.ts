import { join } from "node:path";
import { csv } from "@peil/core/formats/csv.ts";
import { cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import { jsonStat } from "@peil/core/formats/json-stat.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import { xlsx } from "../src/formats/xlsx.ts";
import { importExchange } from "../src/imports/exchange.ts";
import { exportExchange } from "../src/imports/exchange-export.ts";
import type { Release } from "../src/release.ts";
import { views } from "../src/views/index.ts";
import { openWorkingCopy } from "../src/working-copy.ts";
import { type FlowRegion, openFlowRegion } from "./flow-region.ts";
import { moment, ask as readRows, temporary } from "./region.ts";

let opened: FlowRegion;
let release: Release;
const ask: FlowRegion["ask"] = (question) => opened.ask(question);

beforeAll(async () => {
  opened = await openFlowRegion();
  release = opened.release;
}, 60_000);

afterAll(() => opened.close());

const municipalities = "level=gemeente2024&period=2024";

describe("a release", () => {
  test("leaves out a flow that asks for protection, and keeps the others", () => {
    expect(opened.leftOut).toContain("pendel_geheim");
    for (const code of ["pendel", "fietsaandeel", "verhuissaldo"]) expect(opened.leftOut).not.toContain(code);
  });

  test("says on which levels a flow and its partners can be asked", () => {
    const { catalogue } = release;
    const coverage = catalogue.coverageOf(catalogue.indicator("pendel")?.id ?? 0);
    const alias = (id: number): string => catalogue.levelById(id)?.alias ?? "";
    expect([...coverage.keys()].map(alias).sort()).toEqual(["gemeente", "gemeente2024", "land", "provincie", "provincie2024"]);
    const home = coverage.get(catalogue.level("gemeente2024")?.id ?? 0);
    expect([home?.loaded, home?.computed]).toEqual([["2023", "2024"].map((code) => parsePeriod(code).id), []]);
    expect(home?.partners?.out.map(alias).sort()).toEqual(["gemeente", "gemeente2024", "land", "provincie", "provincie2024"]);
  });

  test("refuses partners of what is no flow", async () => {
    await expect(ask(`indicator=pendel,inwoners&${municipalities}&partner=gemeente2024`)).rejects.toMatchObject({
      code: "flow-partner-mixed",
    });
    expect((await ask(`indicator=pendel,inwoners&${municipalities}&area=01001&flow=out`)).slice(0, 1)).toEqual([32]);
  });
});

describe("the page of a flow", () => {
  const page = (selection: string) => views.indicator({ release, releases: opened.releases }, { code: "pendel", selection });

  test("shows the largest partners of the chosen area in the last period, with the sides to choose from", async () => {
    const { flow, cube } = await page("level=gemeente2024&area=01001&flow=in");
    expect(cube.axes.map((axis) => axis.code)).toEqual(["area", "period"]);
    expect(flow).toMatchObject({ side: "in", sides: ["out", "in", "net", "gross"], level: { alias: "gemeente2024" } });
    expect(flow?.cube.axes[2]?.members.map((each) => each.code)).toEqual(["01002", "02001", "99999", "03002"]);
    expect([...(flow?.cube.values ?? [])]).toEqual([30, 10, 8, 2]);
  });

  test("has no partners without a chosen area, and keeps totals where partners are asked", async () => {
    expect((await page("level=gemeente2024")).flow).toBeUndefined();
    const asked = await page("level=gemeente2024&area=01001&flow=out&partner=provincie2024&top=1");
    expect(asked.cube.axes.map((axis) => axis.code)).toEqual(["area", "period"]);
    expect(asked.flow?.cube.axes[2]?.members.map((each) => each.code)).toEqual(["01"]);
  });
});

describe("formats", () => {
  test.each([csv, jsonStat, xlsx])("$name holds partners as one more axis", async (format) => {
    const cube = await answer(release, parseSelection(`indicator=pendel&${municipalities}&area=01001&flow=out&partner=gemeente2024&top=2`));
    const bytes: Uint8Array[] = [];
    for await (const chunk of format.write(headOf(cube), cubeSlabs(cube), { language: "en" })) bytes.push(chunk);
    const text = Buffer.concat(bytes).toString("utf8");
    if (format.name === "csv") expect(text).toContain("01002,Biezenhof");
    if (format.name === "csv") expect(text.split("\r\n")[0]).toContain("partner,partner_label");
    if (format.name === "json-stat")
      expect(JSON.parse(text)).toMatchObject({ id: ["indicator", "area", "period", "partner"], value: [20, 7], role: { geo: ["area"] } });
    expect(text.length).toBeGreaterThan(300);
  });
});

test("flows travel in the exchange format, out and in again", async () => {
  const home = await temporary();
  const target = join(home, "exchange");
  await exportExchange(opened.region, target);
  const columns = "level, period, area, to_level, to_area, value, status";
  const written = await readRows(`SELECT ${columns} FROM read_parquet('${target}/data/flow-pendel.parquet') ORDER BY ALL`);
  expect(written).toHaveLength(32);
  expect(written.find((each) => each["status"] === 2)).toEqual({
    ...{ level: "gemeente2024", period: "2024", area: "01002", to_level: "gemeente2024", to_area: "02002" },
    ...{ value: null, status: 2 },
  });
  const other = await openWorkingCopy({ folder: join(home, "data") });
  await importExchange(target, other, { by: "test", at: moment, note: "" });
  const again = join(home, "again");
  await exportExchange(other, again);
  expect(await readRows(`SELECT ${columns} FROM read_parquet('${again}/data/flow-pendel.parquet') ORDER BY ALL`)).toEqual(written);
  await other.close();
});
