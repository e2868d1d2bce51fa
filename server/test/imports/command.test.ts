import { afterAll, beforeAll, expect, test } from "vitest";
import { importCommand, parseImportArgs } from "../../src/imports/command.ts";
import { defaultOptions } from "../../src/imports/options.ts";
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
