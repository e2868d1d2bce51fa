import { explainProblem } from "@peil/core/import-problems.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { answer } from "../../src/answer.ts";
import { importFiles } from "../../src/imports/import.ts";
import { publish } from "../../src/publish/publish.ts";
import { openReleases } from "../../src/releases.ts";
import { openDuckdbCubes } from "../../src/store/cubes-duckdb.ts";
import { effectiveFlowSql } from "../../src/store/loads.ts";
import { ask, moment, openRegion, type Region } from "../region.ts";
import { fixture, tally, textFile } from "./files.ts";

let region: Region;
beforeEach(async () => {
  region = await openRegion();
});
afterEach(() => region.close());

const table =
  "Onderwerpcode;Naam;Geotype\nvs_pendel;Pendel;Stroom\nvs_saldo;Saldo;Saldo\nvs_paren;Paren;Meervoudig\nv_plat;Plat;Enkelvoudig\n";

async function define(): Promise<void> {
  expect((await importFiles([await textFile("tabel.csv", table)], region)).outcome).toBe("imported");
}

/** Figures of a flow that stand: `2024 01001 01002` → `5`. */
async function standing(code: string): Promise<Record<string, string>> {
  const catalogue = await region.documents.catalogue();
  const codes = new Map(catalogue.areas.map((each) => [each.id, each.code]));
  const id = catalogue.indicators.find((each) => each.code === code)?.id ?? -1;
  const sql = effectiveFlowSql(await region.documents.loads(), region.folder, id);
  const rows = sql === undefined ? [] : await ask(`${sql} ORDER BY ALL`);
  return Object.fromEntries(
    rows.map((row) => [
      `${((Number(row.period) % 1_000_000) / 100) | 0} ${codes.get(Number(row.area))} ${codes.get(Number(row.to_area))}`,
      Number(row.status) === 0 ? String(row.value) : `#${row.status}`,
    ]),
  );
}

describe("a file of flows", () => {
  test("asks once which division it means, for both ends, and goes in with the answer", async () => {
    await define();
    const asked = await importFiles([fixture("flow.csv")], region);
    expect(asked.outcome).toBe("refused");
    expect(tally(asked)).toEqual({ "level-question": 1 });
    const report = await importFiles([fixture("flow.csv")], region, { as: { gemeente: "gemeente2024" } });
    expect(report).toMatchObject({ outcome: "imported", records: 1 });
    expect(report.sheets).toMatchObject([{ kind: "data-flow", rows: 1 }]);
    expect(report.indicators).toMatchObject([{ code: "vs_pendel", added: 1, levels: [{ level: "gemeente2024", first: "2024" }] }]);
    expect(await standing("vs_pendel")).toEqual({ "2024 01001 01002": "5" });
  });

  test("a preview changes nothing; states are states; a third column may name another level", async () => {
    await define();
    const path = await textFile("s.csv", "Stream;gemeente2024;land;vs_pendel\n2024;01001;L;-99997\n2024;01002;L;3,5\n");
    expect((await importFiles([path], region, { dryRun: true })).outcome).toBe("would-import");
    expect(await standing("vs_pendel")).toEqual({});
    expect((await importFiles([path], region)).outcome).toBe("imported");
    expect(await standing("vs_pendel")).toEqual({ "2024 01001 L": "#2", "2024 01002 L": "3.5" });
  });

  test("codes of both ends are checked, nothing goes in where one is wrong", async () => {
    await define();
    const path = await textFile(
      "s.csv",
      "STROOM;gemeente2024;IDEM;vs_pendel\n2024;01001;X9;1\n2024;1002;01001;2\nzomer;01001;01002;3\n2024;01001;01002;veel\n2024;;01001;4\n",
    );
    const report = await importFiles([path], region);
    expect(tally(report)).toEqual({ "area-unknown": 1, "code-zeros": 1, "period-unreadable": 1, "value-text": 1, "key-missing": 1 });
    expect(report.problems.find((each) => each.code === "area-unknown")?.problems[0]).toMatchObject({
      row: 2,
      details: { code: "X9", level: "gemeente2024" },
    });
    expect(await standing("vs_pendel")).toEqual({});
    const skipped = await importFiles(
      [await textFile("s.csv", "STROOM;gemeente2024;IDEM;vs_pendel\n2024;01001;X9;1\n2024;01002;01001;2\n")],
      region,
      { skipUnknown: true },
    );
    expect(skipped).toMatchObject({ outcome: "imported", records: 1 });
  });

  test("a head without its two levels, an unknown level, a flat indicator are refused by name", async () => {
    await define();
    expect(tally(await importFiles([await textFile("s.csv", "STROOM;;;vs_pendel\n2024;a;b;1\n")], region))).toMatchObject({
      "flow-columns": 1,
    });
    expect(tally(await importFiles([await textFile("s.csv", "STROOM;dorp;IDEM;vs_pendel\n2024;a;b;1\n")], region))).toMatchObject({
      "level-unknown": 1,
    });
    const flat = await importFiles([await textFile("s.csv", "STROOM;gemeente2024;IDEM;inwoners\n2024;01001;01002;1\n")], region);
    expect(tally(flat)).toEqual({ "indicator-shape": 1 });
    const flow = await importFiles([await textFile("s.csv", "period;geolevel;geoitem;vs_pendel\n2024;gemeente2024;01001;1\n")], region);
    expect(tally(flow)).toEqual({ "indicator-shape": 1 });
  });

  test("equal keys are told with both ends, or added up", async () => {
    await define();
    const path = await textFile(
      "s.csv",
      "STROOM;gemeente2024;IDEM;vs_pendel\n2024;01001;01002;1\n2024;01001;01002;2\n2024;01002;01001;4\n",
    );
    const report = await importFiles([path], region);
    expect(report.problems[0]?.problems[0]).toMatchObject({
      code: "duplicate",
      details: { key: "vs_pendel, 2024, gemeente2024 01001, gemeente2024 01002", rows: "2, 3" },
    });
    expect((await importFiles([path], region, { addUp: true })).outcome).toBe("imported");
    expect(await standing("vs_pendel")).toEqual({ "2024 01001 01002": "3", "2024 01002 01001": "4" });
  });

  test("a balance and a symmetric figure may not contradict themselves", async () => {
    await define();
    const rows = ["2024;01001;01002;5;5", "2024;01002;01001;5;5", "2024;02001;02001;1;1", "2024;02001;01001;3;3", "2024;01001;02001;-3;4"];
    const report = await importFiles([await textFile("s.csv", `STROOM;gemeente2024;IDEM;vs_saldo;vs_paren\n${rows.join("\n")}\n`)], region);
    expect(tally(report)).toEqual({ "flow-contradicts": 3 });
    expect(report.problems[0]?.problems.map((each) => explainProblem(each, "en").message)).toEqual([
      "vs_saldo, 2024, gemeente2024 01001, gemeente2024 01002: the two directions contradict each other, 5 and 5 (rows 2, 3).",
      "vs_saldo, 2024, gemeente2024 02001, gemeente2024 02001: the two directions contradict each other, 1 and 1 (rows 4).",
      "vs_paren, 2024, gemeente2024 01001, gemeente2024 02001: the two directions contradict each other, 4 and 3 (rows 6, 5).",
    ]);
  });

  test("a column that is new becomes a flow when asked; a later file replaces its period, and undo brings it back", async () => {
    const first = await textFile(
      "a.csv",
      "STROOM;gemeente2024;IDEM;vs_nieuw\n2023;01001;01002;1\n2024;01001;01002;2\n2024;01002;01001;3\n",
    );
    expect((await importFiles([first], region, { create: true })).outcome).toBe("imported");
    const second = await importFiles([await textFile("b.csv", "STROOM;gemeente2024;IDEM;vs_nieuw\n2024;01001;01002;9\n")], region);
    expect(second.indicators).toMatchObject([{ code: "vs_nieuw", added: 0, changed: 1, gone: 1 }]);
    expect(await standing("vs_nieuw")).toEqual({ "2023 01001 01002": "1", "2024 01001 01002": "9" });
    await region.documents.undo(second.load ?? "", true, moment, "test");
    expect(await standing("vs_nieuw")).toEqual({ "2023 01001 01002": "1", "2024 01001 01002": "2", "2024 01002 01001": "3" });
  });
});

test("a formula over flows must be a flow, and use flows only", async () => {
  await define();
  const check = async (rows: string): Promise<string[]> => {
    const report = await importFiles([await textFile("f.csv", `Onderwerpcode;Geotype;Formule\n${rows}\n`)], region, { dryRun: true });
    return report.problems.flatMap((each) => each.problems).map((each) => explainProblem(each, "en").message);
  };
  expect(await check("vs_f;Stroom;vs_pendel / 2")).toEqual([]);
  expect((await check("vs_f;Stroom;vs_pendel / inwoners")).join()).toContain("“inwoners” at position 13 is none");
  expect((await check("v_f;Enkelvoudig;vs_pendel / 2")).join()).toContain("uses the flow figures “vs_pendel”");
});

test("from a file to an answer", async () => {
  await define();
  const rows = ["2024;01001;01002;5", "2024;01001;02001;2", "2024;01002;01001;4"];
  await importFiles([await textFile("s.csv", `STROOM;gemeente2024;IDEM;vs_pendel\n${rows.join("\n")}\n`)], region);
  await publish({ folder: region.folder, documents: region.documents, at: moment });
  const cubes = await openDuckdbCubes({ folder: region.folder });
  const releases = await openReleases(region.folder, cubes, (error) => {
    throw error;
  });
  const cube = await answer(releases.current(), parseSelection("indicator=vs_pendel&level=gemeente2024&area=01001&period=2024&flow=net"));
  expect([...cube.values]).toEqual([-3]);
  await releases.close();
  await cubes.close();
});
