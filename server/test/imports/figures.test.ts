import { explainProblem } from "@peil/core/import-problems.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importFiles } from "../../src/imports/import.ts";
import { openEngine, rowsOf } from "../../src/store/duckdb.ts";
import { effectiveFlatSql } from "../../src/store/loads.ts";
import { openRegion, type Region } from "../region.ts";
import { fixture, tally, textFile } from "./files.ts";

let region: Region;
beforeEach(async () => {
  region = await openRegion();
});
afterEach(() => region.close());

/** Figures of one indicator that stand, by period and area code. */
async function standing(code: string): Promise<Record<string, string>> {
  const catalogue = await region.documents.catalogue();
  const id = catalogue.indicators.find((each) => each.code === code)?.id ?? -1;
  const areas = new Map(catalogue.areas.map((each) => [each.id, each.code]));
  const engine = await openEngine({ memory: "200MB" });
  const connection = await engine.connect();
  const sql = effectiveFlatSql(await region.documents.loads(), region.folder);
  const rows = await rowsOf(connection, `SELECT * FROM (${sql}) WHERE indicator = ${id}`);
  connection.closeSync();
  engine.closeSync();
  return Object.fromEntries(
    rows.map((row) => [
      `${periodOfId(Number(row.period)).code} ${areas.get(Number(row.area))}`,
      Number(row.status) === 0 ? String(row.text ?? row.value) : `#${row.status}`,
    ]),
  );
}

describe("figures by column", () => {
  test("a clumsy workbook: states, blanks, odd heads, and what is new, changed, unchanged and gone", async () => {
    const report = await importFiles([fixture("clumsy.xlsx")], region, { by: "an" });
    expect(report.outcome).toBe("imported");
    const [inwoners, geboorten] = ["inwoners", "geboorten"].map((code) => report.indicators.find((each) => each.code === code));
    expect(inwoners).toMatchObject({ records: 6, added: 0, changed: 2, unchanged: 4, gone: 0, states: { 0: 5, 1: 1 }, created: false });
    expect(geboorten).toMatchObject({ records: 5, added: 5, states: { 0: 2, 2: 1, 3: 1, 4: 1 } });
    expect(tally(report)).toMatchObject({ "column-left": 2, "column-empty": 2 });
    expect(report.sheets.find((each) => each.sheet === "sjabloon")).toMatchObject({ kind: "left", rows: 0 });
    expect(await standing("inwoners")).toMatchObject({ "2024 01001": "1150", "2024 02002": "#1", "2023 01001": "1000" });
    expect((await standing("geboorten"))["2024 03001"]).toBe("-3");
    expect((await region.documents.loads()).at(-1)).toMatchObject({ by: "an", files: ["clumsy.xlsx"], undone: false });
  });

  test("a dry run says the same and changes nothing", async () => {
    const before = await region.documents.loads();
    const dry = await importFiles([fixture("clumsy.xlsx")], region, { dryRun: true });
    expect(dry.outcome).toBe("would-import");
    expect(await region.documents.loads()).toEqual(before);
    const real = await importFiles([fixture("clumsy.xlsx")], region);
    expect(real.indicators).toEqual(dry.indicators);
  });

  test("combinations are replaced by default; --keep leaves the rest, --replace clears the indicator", async () => {
    const path = await textFile("een.csv", "period;geolevel;geoitem;inwoners\n2024;gemeente2024;01001;5\n");
    const usual = await importFiles([path], region, { dryRun: true });
    const keep = await importFiles([path], region, { dryRun: true, replaceCombinations: false });
    expect(usual.indicators[0]).toMatchObject({ changed: 1, gone: 5 });
    expect(keep.indicators[0]).toMatchObject({ changed: 1, gone: 0 });
    const all = await importFiles([path], region, { replace: true });
    expect(all.indicators[0]).toMatchObject({ changed: 1, gone: 16 });
    expect(await standing("inwoners")).toEqual({ "2024 01001": "5" });
  });

  test("records, with texts for a text indicator and codes in other letter case", async () => {
    const report = await importFiles([fixture("records.csv")], region, { replaceCombinations: false });
    expect(report.outcome).toBe("imported");
    expect(report.records).toBe(3);
    expect((await standing("slogan"))["2024 01002"]).toBe("mooi wonen");
    expect((await standing("geboorten"))["2024 01001"]).toBeDefined();
  });

  test("every delimiter and encoding, decimal commas and an index column without a head", async () => {
    for (const name of ["index.txt", "semicolons.csv", "tabs.txt", "pipes.txt"]) {
      expect((await importFiles([fixture(name)], region)).outcome, name).toBe("imported");
    }
    expect((await standing("tevredenheid"))["2024 01001"]).toBe("71.5");
    expect((await standing("inwoners"))["2024 01002"]).toBe("2000.5");
  });

  test("columns of the maker's own with a definition sheet; leading zeros that the spreadsheet took away", async () => {
    const report = await importFiles([fixture("defined.xlsx")], region, { create: true });
    expect(report.outcome).toBe("imported");
    expect(tally(report)).toEqual({ "code-zeros": 2 });
    expect(await standing("mannen_en_vrouwen")).toEqual({ "2024 01001": "7", "2024 01002": "8" });
  });

  test("data and metadata together in a zip", async () => {
    const report = await importFiles([fixture("together.zip")], region);
    expect(report).toMatchObject({ outcome: "imported", records: 1, definitions: { indicators: 1 } });
    expect(await standing("v_samen")).toEqual({ "2024 01001": "5" });
  });
});

describe("what stops an import", () => {
  test("every fault in one go, by sheet, row and column, with what was meant", async () => {
    const before = await region.documents.loads();
    const report = await importFiles([fixture("faults.xlsx")], region);
    expect(report.outcome).toBe("refused");
    expect(tally(report)).toEqual({
      "column-unknown": 1,
      "level-unknown": 1,
      "area-unknown": 1,
      "period-unreadable": 1,
      "key-missing": 1,
      "value-text": 2,
      "value-error": 1,
      "formula-holds-data": 1,
    });
    const problems = report.problems.flatMap((each) => each.problems);
    const column = problems.find((each) => each.code === "column-unknown");
    expect(column).toMatchObject({ file: "faults.xlsx", sheet: "fouten", row: 1, column: "D" });
    expect(column === undefined ? "" : explainProblem(column, "en").mend).toContain("did you mean “inwoners”");
    expect(problems.find((each) => each.code === "value-error")).toMatchObject({ row: 5, column: "E", details: { text: "#N/A" } });
    expect(problems.find((each) => each.code === "area-unknown")).toMatchObject({ row: 3, details: { code: "01O02" } });
    expect(await region.documents.loads()).toEqual(before);
  });

  test("a mistyped column makes no indicator, unless it is asked for", async () => {
    const path = await textFile("tik.csv", "period;geolevel;geoitem;nieuw_ding;etiket\n2024;gemeente2024;01001;5;een\n");
    expect(tally(await importFiles([path], region))).toEqual({ "column-unknown": 2 });
    expect((await region.documents.catalogue()).indicators.some((each) => each.code === "nieuw_ding")).toBe(false);
    expect((await importFiles([path], region, { create: true })).outcome).toBe("imported");
    const made = (await region.documents.catalogue()).indicators.filter((each) => ["nieuw_ding", "etiket"].includes(each.code));
    expect(made.map((each) => [each.code, each.dataType])).toEqual([
      ["nieuw_ding", "count"],
      ["etiket", "text"],
    ]);
  });

  test("“gemeente” with a period before 2025 stops with a question; --as answers it", async () => {
    const asked = await importFiles([fixture("earlier.csv")], region);
    expect(asked.outcome).toBe("refused");
    const question = asked.problems[0]?.problems[0];
    expect(question?.code).toBe("level-question");
    const { message, mend } = question === undefined ? { message: "", mend: "" } : explainProblem(question, "nl");
    expect(message).toContain("gemeente2024 2 van 2, gemeente 1 van 2");
    expect(mend).toBe("Antwoord met --as gemeente=gemeente2024 of --as gemeente=gemeente.");
    expect((await importFiles([fixture("earlier.csv")], region, { as: { gemeente: "gemeente2024" } })).outcome).toBe("imported");
    expect((await standing("inwoners"))["2024 02002"]).toBe("4000");
  });

  test("codes that all fit another vintage are asked about, not called unknown", async () => {
    const path = await textFile("vroeg.csv", "period;geolevel;geoitem;inwoners\n2025;gemeente;01001;1\n2025;gemeente;02002;2\n");
    expect(tally(await importFiles([path], region))).toEqual({ "area-fits-elsewhere": 1 });
    expect(tally(await importFiles([path], region, { as: { gemeente: "gemeente2023" } }))).toMatchObject({ "answer-unknown": 1 });
  });

  test("equal keys are listed with their rows, or added up where that means something", async () => {
    const report = await importFiles([fixture("doubles.csv")], region);
    expect(report.problems[0]?.problems[0]).toMatchObject({
      code: "duplicate",
      row: 2,
      details: { count: 2, rows: "2, 3", key: "inwoners, 2024, gemeente2024 01001" },
    });
    expect((await importFiles([fixture("doubles.csv")], region, { addUp: true })).outcome).toBe("imported");
    expect((await standing("inwoners"))["2024 01001"]).toBe("1100");
    const mean = await textFile(
      "gemiddeld.csv",
      "period;geolevel;geoitem;leeftijd\n2024;gemeente2024;01001;40\n2024;gemeente2024;01001;42\n",
    );
    expect(tally(await importFiles([mean], region, { addUp: true }))).toEqual({ "add-up-impossible": 1 });
  });

  test("files of another kind are refused by name", async () => {
    expect(tally(await importFiles([await textFile("x.json", "{}")], region))).toEqual({ "file-kind-unknown": 1 });
    expect(tally(await importFiles([await textFile("n.csv", "zomaar\ntekst\n")], region))).toEqual({ "nothing-to-import": 1 });
  });

  test("20 of a kind are listed, the rest is counted", async () => {
    const rows = Array.from({ length: 50 }, (_, n) => `2024;gemeente2024;X${n};1`).join("\n");
    const report = await importFiles([await textFile("veel.csv", `period;geolevel;geoitem;inwoners\n${rows}\n`)], region);
    expect(report.problems[0]).toMatchObject({ code: "area-unknown", count: 50 });
    expect(report.problems[0]?.problems).toHaveLength(20);
  });
});

describe("the other choices", () => {
  test("unknown codes are skipped when asked, counted and listed", async () => {
    const path = await textFile(
      "deels.csv",
      "period;geolevel;geoitem;inwoners;onbekend\n2024;gemeente2024;01001;5;1\n2024;gemeente2024;zz;6;2\n",
    );
    const report = await importFiles([path], region, { skipUnknown: true });
    expect(report).toMatchObject({ outcome: "imported", records: 1 });
    expect(tally(report)).toEqual({ "skipped-unknown": 2 });
  });

  test("empty and not-applicable records are left out when asked", async () => {
    const report = await importFiles([fixture("clumsy.xlsx")], region, { dropEmpty: true });
    expect(report).toMatchObject({ outcome: "imported", records: 9, dropped: 2 });
  });

  test("first and last period widen, unless told not to", async () => {
    const table = await textFile("tabel.csv", "Onderwerpcode;Startperiode;Eindperiode\ninwoners;2024;2024\n");
    await importFiles([table], region);
    const path = await textFile("later.csv", "period;geolevel;geoitem;inwoners\n2026;gemeente;01001;5\n");
    await importFiles([path], region, { adjustPeriods: false });
    const of = async () => (await region.documents.catalogue()).indicators.find((each) => each.code === "inwoners");
    expect(await of()).toMatchObject({ startPeriod: "2024", endPeriod: "2024" });
    await importFiles([path], region);
    expect(await of()).toMatchObject({ startPeriod: "2024", endPeriod: "2026" });
  });

  test("a loaded parent that is not the sum of its complete children is remarked upon", async () => {
    const path = await textFile("land.csv", "period;geolevel;geoitem;inwoners\n2025;land;L;999\n");
    const report = await importFiles([path], region);
    expect(report.outcome).toBe("imported");
    expect(report.problems.find((each) => each.code === "sum-differs")?.problems[0]?.details).toMatchObject({
      indicator: "inwoners",
      period: "2025",
      child: "gemeente",
      sum: 22800,
      loaded: 999,
    });
  });
});
