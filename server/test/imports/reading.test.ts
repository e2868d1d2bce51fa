import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { columnLetters, headOf, numberOf, textOf } from "../../src/imports/cell.ts";
import { CsvParser, delimiterOf, sniff } from "../../src/imports/csv.ts";
import { openFiles } from "../../src/imports/file.ts";
import { ImportRefusal } from "../../src/imports/problems.ts";
import { fixture, rowsIn, textFile } from "./files.ts";

async function refusalOf(path: string): Promise<string> {
  const error = await openFiles([path]).then(
    () => undefined,
    (each: unknown) => each,
  );
  return error instanceof ImportRefusal ? error.problem.code : "opened";
}

describe("cells", () => {
  test("texts lose outer blanks, also the hard ones, and whole numbers show no decimals", () => {
    expect([" a\u00a0", 11001, 11001.5, true, null, "\ufeffperiod"].map(textOf)).toEqual(["a", "11001", "11001.5", "1", "", "period"]);
    expect(headOf(" TE VERWIJDEREN\n bij  upload ")).toBe("te verwijderen bij upload");
  });

  test("numbers: a comma is the decimal point only where the file says so, and thousands are not separated", () => {
    expect(["12,5", "12.5", "1e3", "-3", " 7 "].map((each) => numberOf(each, true))).toEqual([12.5, 12.5, 1000, -3, 7]);
    expect(["12,5", "1.234,5", "0x10", "Infinity", "", "veel", null, true].map((each) => numberOf(each, false))).toEqual(
      Array(8).fill(undefined),
    );
    expect(numberOf("1.234,5", true)).toBeUndefined();
  });

  test("columns are named as a spreadsheet names them", () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});

describe("text files", () => {
  test.each([
    ["index.txt", "utf8", ","],
    ["semicolons.csv", "windows-1252", ";"],
    ["tabs.txt", "utf16le", "\t"],
    ["pipes.txt", "utf8", "|"],
  ])("%s is read as %s with “%s”", async (name, encoding, delimiter) => {
    expect(await sniff(fixture(name))).toEqual({ encoding, delimiter });
  });

  test("three encodings of one table give the same cells", async () => {
    const [a, b, c] = await Promise.all(
      ["semicolons.csv", "tabs.txt", "pipes.txt"].map(async (name) => rowsIn((await openFiles([fixture(name)])).sheets[0])),
    );
    expect(a?.[1]?.cells).toEqual(["2024", "gemeente2024", "01001", "één", "71,5"]);
    expect(b).toEqual(a);
    expect(c).toEqual(a);
  });

  test("an é far into the file still tells the encoding", async () => {
    const path = await textFile(
      "laat.csv",
      Buffer.concat([Buffer.from(`a;b\n${"x;1\n".repeat(60_000)}`), Buffer.from([0xe9, 0x3b, 0x32, 0x0a])]),
    );
    expect((await sniff(path)).encoding).toBe("windows-1252");
    expect((await rowsIn((await openFiles([path])).sheets[0])).at(-1)?.cells).toEqual(["é", "2"]);
  });

  test("quotes, doubled quotes, line ends inside quotes, and pieces cut anywhere", () => {
    const text = 'a;"b;c";"d ""e"""\r\n"f\ng";;h\n\ni;j;k';
    const whole = new CsvParser(";");
    const rows = [...whole.push(text), ...whole.finish()];
    expect(rows.map((row) => row.cells)).toEqual([
      ["a", "b;c", 'd "e"'],
      ["f\ng", "", "h"],
      ["i", "j", "k"],
    ]);
    expect(rows.map((row) => row.number)).toEqual([1, 2, 4]);
    const parts = new CsvParser(";");
    expect([...[...text].flatMap((each) => parts.push(each)), ...parts.finish()]).toEqual(rows);
  });

  test("the delimiter is what splits all lines alike, not what occurs in names", () => {
    expect(delimiterOf("a;b\nx, y, z;1\np;2\n")).toBe(";");
    expect(delimiterOf("een kolom\nzonder meer\n")).toBe(";");
  });
});

describe("workbooks", () => {
  test("xlsx, xls and xlsb of one workbook give the same sheets", async () => {
    const books = await Promise.all(["cube.xlsx", "cube.xls", "cube.xlsb"].map(async (name) => (await openFiles([fixture(name)])).sheets));
    const [first, ...others] = await Promise.all(
      books.map((sheets) => Promise.all(sheets.map(async (sheet) => ({ name: sheet.name, rows: await rowsIn(sheet) })))),
    );
    expect(first?.map((sheet) => sheet.name)).toContain("dimensieniveaus");
    for (const other of others) expect(other).toEqual(first);
  });

  test("rows keep the number that the spreadsheet shows, hidden sheets are known", async () => {
    const { sheets } = await openFiles([fixture("clumsy.xlsx")]);
    expect(sheets.find((sheet) => sheet.hidden)?.name).toBe("geheim");
    expect((await rowsIn(sheets[0])).map((row) => row.number)).toEqual([1, 2, 3, 5, 6, 7, 8]);
  });

  test("a zip gives the sheets of all files in it, under both names", async () => {
    const opened = await openFiles([fixture("together.zip")]);
    expect(opened.sheets.map((sheet) => `${sheet.file} ${sheet.name}`)).toEqual([
      "together.zip/onderwerpen.csv onderwerpen",
      "together.zip/cijfers.csv cijfers",
    ]);
    await opened.close();
  });
});

describe("files that cannot be read", () => {
  test("are refused by what is in them", async () => {
    expect(await refusalOf("/nergens/x.xlsx")).toBe("file-unreadable");
    expect(await refusalOf(await textFile("leeg.csv", ""))).toBe("file-empty");
    expect(await refusalOf(await textFile("kaart.csv", '{"type":"Topology"}'))).toBe("file-kind-unknown");
    expect(await refusalOf(await textFile("brief.pdf", "%PDF-1.7"))).toBe("file-kind-unknown");
    expect(await refusalOf(await textFile("half.xlsx", Buffer.from("PK\u0003\u0004half")))).toBe("file-damaged");
    expect(await refusalOf(await textFile("oud.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3])))).toBe("file-damaged");
    expect(await refusalOf(await textFile("punten.shp", Buffer.from([0, 0, 0x27, 0x0a, 0, 0])))).toBe("file-kind-unknown");
  });

  test("a zip that unpacks far beyond its size is not unpacked", async () => {
    const bomb = zipSync({ "nullen.csv": new Uint8Array(101 * 2 ** 20) }, { level: 6 });
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(await refusalOf(await textFile("bom.zip", bomb))).toBe("file-too-large");
  });

  test("a zip in a zip is refused", async () => {
    const inner = zipSync({ "a.csv": new Uint8Array([97, 10]) });
    expect(await refusalOf(await textFile("dubbel.zip", zipSync({ "binnen.zip": inner })))).toBe("file-kind-unknown");
  });
});
