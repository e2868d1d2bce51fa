import { afterAll, beforeAll, expect, test } from "vitest";
import { importCommand, parseImportArgs } from "../../src/imports/command.ts";
import { defaultOptions } from "../../src/imports/options.ts";
import { printReport } from "../../src/imports/print.ts";
import { countEdits } from "../../src/imports/report.ts";
import { openRegion, type Region } from "../region.ts";
import { fixture } from "./files.ts";

let region: Region;
beforeAll(async () => {
  region = await openRegion();
});
afterAll(() => region.close());

async function run(args: readonly string[], language: "nl" | "en" = "nl"): Promise<{ code: number; out: string; err: string }> {
  const said = { out: "", err: "" };
  const context = {
    language,
    workingCopy: async () => region,
    out: (text: string) => {
      said.out += text;
    },
    err: (text: string) => {
      said.err += text;
    },
  };
  return { code: await importCommand(args, context), ...said };
}

test("every choice has its flag, and the defaults are those that users know", () => {
  expect(parseImportArgs(["a.csv", "--by", "an"])?.options).toEqual({ ...defaultOptions, by: "an" });
  const all = ["--replace", "--keep", "--fixed-periods", "--add-up", "--drop-empty", "--skip-unknown", "--dry-run", "--create"];
  expect(
    parseImportArgs(["a.csv", ...all, "--as", "gemeente=gemeente2024", "--leave", "Blad2", "--by", "an", "--note", "x"])?.options,
  ).toEqual({
    replace: true,
    replaceCombinations: false,
    adjustPeriods: false,
    addUp: true,
    dropEmpty: true,
    skipUnknown: true,
    dryRun: true,
    create: true,
    as: { gemeente: "gemeente2024" },
    leave: ["Blad2"],
    by: "an",
    note: "x",
  });
  expect(parseImportArgs(["--as", "gemeente"])).toBeUndefined();
  expect(parseImportArgs(["--onzin"])).toBeUndefined();
});

test("arguments that cannot be read give the usage and 2", async () => {
  expect(await run([])).toMatchObject({ code: 2, out: "" });
  expect((await run(["--help"], "en")).out).toContain("All or nothing");
});

test("a dry run names sheets, indicators, remarks and the outcome, in Dutch", async () => {
  const { code, out } = await run([fixture("clumsy.xlsx"), "--dry-run"]);
  expect(code).toBe(0);
  expect(out).toContain("clumsy.xlsx [upload] – cijfers, een kolom per onderwerp, 6 rijen");
  expect(out).toContain("clumsy.xlsx [geheim] – niet ingelezen: het blad is verborgen");
  expect(out).toContain("inwoners – gemeente2024 2024: 2 gewijzigd, 4 ongewijzigd, 1 leeg");
  expect(out).toContain("Kolom E “TE VERWIJDEREN bij upload naam” is niet ingelezen");
  expect(out).toContain("Zou ingelezen worden; er is niets gewijzigd: 11 records.");
});

test("a refusal says where, what and how to mend it, in English, and gives 1", async () => {
  const { code, out } = await run([fixture("faults.xlsx")], "en");
  expect(code).toBe(1);
  expect(out).toContain("faults.xlsx [fouten] row 3: There is no area “01O02” on the level “gemeente2024”.");
  expect(out).toContain("→ Mend the code (did you mean “01002”");
  expect(out).toContain("Not imported; nothing was changed");
});

test("the report as JSON", async () => {
  const { out } = await run([fixture("index.txt"), "--dry-run", "--json"]);
  expect(JSON.parse(out)).toMatchObject({ outcome: "would-import", records: 2 });
});

test("a folder, a file that is not there and an answer that is no level each give one problem", async () => {
  const gone = await run(["/nergens/x.csv"]);
  expect(gone).toMatchObject({ code: 1, out: expect.stringContaining("/nergens/x.csv: Het bestand kan niet geopend worden.") });
  expect(gone.out).toMatch(/Niet ingelezen; er is niets gewijzigd\.\n$/);
  expect((await run([import.meta.dirname])).out).toContain("Dit soort bestand kan niet ingelezen worden");
  const answer = await run([fixture("clumsy.xlsx"), "--dry-run", "--as", "gemeente2024=gemeente1900"]);
  expect(answer.out).toContain("het niveau “gemeente1900” bestaat niet");
  expect(answer.out).not.toContain("--as gemeente1900=");
});

test("many indicators and many notes stay readable", () => {
  const codes = Array.from({ length: 300 }, (_, n) => `v${n}`);
  const levels = [{ level: "gemeente", rows: 26, periods: 13, first: "2008", last: "2020" }];
  const counts = { records: 26, states: {}, added: 26, changed: 0, unchanged: 0, gone: 0, created: false, levels };
  const left = { file: "a.xlsx", kind: "left", reason: { nl: "een toelichting", en: "a note" }, rows: 0 } as const;
  const report = {
    outcome: "would-import",
    sheets: ["Aalst", "Gent", "Ieper", "Tielt"].map((sheet) => ({ ...left, sheet })),
    indicators: codes.map((code, n) => ({ ...counts, code, changed: n < 100 ? n : 0 })),
    definitions: countEdits({}),
    records: 7800,
    dropped: 0,
    problems: [],
  } as const;
  const text = printReport(report, "nl");
  expect(text.split("\n").length).toBeLessThan(35);
  expect(text).toContain("a.xlsx: 4 bladen – niet ingelezen: een toelichting: Aalst, Gent, Ieper, Tielt");
  expect(text).toContain("… (+ 193) – gemeente 2008–2020 (13 periodes): 26 nieuw (elk)");
  expect(text).toContain("onderwerpen (--json)");
});
