import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { read, utils, type WorkBook } from "@e965/xlsx";
import { cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import type { Figures, Slab } from "@peil/core/formats/format.ts";
import { openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { awkwardCube, poison, poisoned } from "../../core/test/formats-sample.ts";
import { type ThemeBook, type ThemeIndicator, writeThemeBook } from "../src/formats/theme-book.ts";
import { writeThemeWorkbook } from "../src/views/theme-workbook.ts";
import { openTestSite, type TestSite } from "./site.ts";

const rows = (book: WorkBook, name: string): unknown[][] => utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, raw: true });

const bookOf = (...indicators: ThemeIndicator[]): ThemeBook => ({
  name: { nl: "Bevolking & wonen", en: "People" },
  level: { nl: "gemeente", en: "municipality" },
  release: "a1b2c3",
  indicators,
});
const indicatorOf = (code: string, cube: Cube, more: Partial<ThemeIndicator> = {}): ThemeIndicator => ({
  code,
  name: { nl: `=Naam van ${code}`, en: `Name of ${code}` },
  unit: { nl: "%" },
  decimals: 2,
  about: [{ word: { nl: "Definitie", en: "Definition" }, text: "Wat het is\nen niet is" }],
  figures: async () => ({ head: headOf(cube), slabs: cubeSlabs(cube, 50) }),
  ...more,
});

async function bytesOf(book: ThemeBook, most?: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeThemeBook(book, "nl", most)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** One axis of the awkward cube cut to its first indicator. */
const first: Cube = {
  ...awkwardCube,
  axes: awkwardCube.axes.map((axis) => (axis.role === "indicator" ? { ...axis, members: axis.members.slice(0, 1) } : axis)),
  values: awkwardCube.values.slice(0, 60),
  status: awkwardCube.status.slice(0, 60),
};

describe("a workbook of a theme", () => {
  it("has contents with links, a sheet an indicator with the same columns, metadata and notes", async () => {
    const book = read(await bytesOf(bookOf(indicatorOf("a", awkwardCube), indicatorOf("b", first))));
    expect(book.SheetNames).toEqual(["Inhoud", "a", "b", "Metadata", "Toelichting"]);
    const [headsA = [], headsB = []] = [rows(book, "a")[0], rows(book, "b")[0]];
    expect(headsA.slice(0, 15)).toEqual(headsB.slice(0, 15));
    expect(headsA.slice(15, 17)).toEqual(["Leeftijd per 5 jaar (code)", "Leeftijd per 5 jaar"]);
    expect(rows(book, "Inhoud").slice(-2)).toEqual([
      ["=Naam van a", "a", "%", 180, "", "a", ""],
      ["=Naam van b", "b", "%", 60, "", "b", ""],
    ]);
    const links = Object.values(book.Sheets.Inhoud ?? {}).flatMap((cell) => (cell.l ? [cell.l.Target] : []));
    expect(links).toEqual(["#'a'!A1", "#'b'!A1"]);
    expect(rows(book, "Metadata")[1]).toEqual(["a", "=Naam van a", "Wat het is\nen niet is"]);
    const notes = rows(book, "Toelichting").map(String);
    expect(notes).toContain("private,x,verborgen om de privacy te beschermen");
    expect(notes.filter((each) => each.includes("In 2024 fuseerden gemeenten."))).toEqual([
      "Opmerking,a,In 2024 fuseerden gemeenten.",
      "Opmerking,b,In 2024 fuseerden gemeenten.",
    ]);
  });

  it("holds every cell with its codes, its state and what is said of it; figures are numbers with the decimals of the indicator", async () => {
    const book = read(await bytesOf(bookOf(indicatorOf("a", awkwardCube))));
    const table = rows(book, "a");
    expect(table).toHaveLength(181);
    expect(table.slice(1).map((row) => row[9])).toEqual(
      Array.from(awkwardCube.status, (each) => expect.stringMatching(states[each] ?? "")),
    );
    const values = Array.from(awkwardCube.values, (each, cell) =>
      awkwardCube.status[cell] === 0 && !Number.isNaN(each) ? Number(each.toPrecision(12)) + 0 : undefined,
    );
    expect(table.slice(1).map((row) => row[7])).toEqual(values);
    expect(book.Sheets.a?.H5).toMatchObject({ t: "n", v: 0.3, w: "0.30" });
    expect(table[13]?.slice(0, 4)).toEqual(["inwoners", "44021", "Gent", "gemeente2024"]);
    const formulas = Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet).filter((cell) => cell.f !== undefined));
    expect(formulas).toEqual([]);
  });

  it("tells nothing of hidden figures, and is the same bytes for the same figures", async () => {
    const unpacked = async (cube: Cube): Promise<Buffer> =>
      Buffer.concat(Object.values(unzipSync(await bytesOf(bookOf(indicatorOf("a", cube))))));
    const [clean, dirty] = [await unpacked(awkwardCube), await unpacked(poisoned(awkwardCube))];
    expect(dirty.equals(clean)).toBe(true);
    for (const secret of Object.values(poison)) expect(dirty.includes(String(secret))).toBe(false);
    expect((await bytesOf(bookOf(indicatorOf("a", awkwardCube)))).equals(await bytesOf(bookOf(indicatorOf("a", awkwardCube))))).toBe(true);
  });

  it("goes on in a next sheet where one is full, and leaves nothing out", async () => {
    const book = read(await bytesOf(bookOf(indicatorOf("a", awkwardCube, { decimals: 0 }), indicatorOf("b", first)), 101));
    expect(book.SheetNames).toEqual(["Inhoud", "a", "a_2", "b", "Metadata", "Toelichting"]);
    const [one, two] = [rows(book, "a"), rows(book, "a_2")];
    expect([one.length, two.length]).toEqual([101, 81]);
    expect(two[0]).toEqual(one[0]);
    const shown = Object.entries(book.Sheets.a_2 ?? {}).find(([at, cell]) => /^H\d/.test(at) && cell.v === 265086);
    expect(shown?.[1].w).toBe("265,086");
    expect(book.Sheets.b?.H5?.w).toBe("0.30");
  });

  it("names its sheets so that every program opens them", async () => {
    const codes = ["Inhoud", "HISTORY", "a/b:c[d]?*\\", "x".repeat(40), `${"x".repeat(40)}y`, "'quoted'", "A", "a", "漢".repeat(40)];
    const { SheetNames } = read(await bytesOf(bookOf(...codes.map((code) => indicatorOf(code, first)))));
    expect(SheetNames.slice(1, -2)).toEqual([
      ...["Inhoud_2", "HISTORY_2", "a_b_c_d____", "x".repeat(31), `${"x".repeat(29)}_2`, "_quoted_", "A", "a_2", "漢".repeat(31)],
    ]);
  });

  it("says in the contents where there are no figures, and why", async () => {
    const none = indicatorOf("leeg", first, { figures: async () => "Kan hier niet." });
    const book = read(await bytesOf(bookOf(none, indicatorOf("b", first))));
    expect(book.SheetNames).toEqual(["Inhoud", "b", "Metadata", "Toelichting"]);
    expect(rows(book, "Inhoud").at(-2)).toEqual(["=Naam van leeg", "leeg", "%", 0, "", "", "Kan hier niet."]);
    expect(read(await bytesOf(bookOf())).SheetNames).toEqual(["Inhoud", "Metadata", "Toelichting"]);
  });

  it("flows: indicators are asked in turn, slabs as bytes are taken", async () => {
    const size = 10_000;
    let asked = 0;
    async function* slabs(): AsyncGenerator<Slab> {
      for (let start = 0; start < 1_000_000; start += size) {
        asked++;
        yield { start, values: new Float64Array(size).fill(1.25), status: new Uint8Array(size) };
      }
    }
    const many = { nl: "" };
    const axes = awkwardCube.axes.slice(0, 2).concat({
      ...{ code: "period", label: many, role: "period" as const },
      members: Array.from({ length: 100_000 }, (_, at) => ({ code: `${at}`, label: { nl: "" } })),
    });
    const figures = async (): Promise<Figures> => ({ head: { ...headOf(first), axes }, slabs: slabs() });
    const chunks = writeThemeBook(bookOf(indicatorOf("a", first, { figures }), indicatorOf("b", first, { figures })), "nl");
    let taken = 0;
    for await (const chunk of chunks) {
      taken += chunk.length;
      if (taken > 100_000) break;
    }
    expect(asked).toBeGreaterThan(0);
    expect(asked).toBeLessThan(30);
  });
});

const states = ["^value$", "^empty$", "^hidden$", "^not-applicable$", "^unknown$", "^incomplete$", "^not-available$", "^private$"];

describe("of the site", () => {
  let site: TestSite;
  beforeAll(async () => {
    site = await openTestSite();
  });
  afterAll(() => site.close());
  const get = (url: string) => site.app.inject({ url });

  it("is what Excel gets of a theme, for the level that readers know and all periods", async () => {
    const { statusCode, headers, rawPayload } = await get("/theme/bevolking.xlsx");
    expect([statusCode, headers["content-disposition"]]).toEqual([200, 'attachment; filename="bevolking-gemeente.xlsx"']);
    const book = read(rawPayload);
    expect(book.SheetNames).toContain("inwoners");
    const found = rows(book, "inwoners").filter((row) => row[1] === "03001" && row[4] === "2025");
    expect(found.map((row) => [row[2], row[3], row[7], row[11]])).toEqual([["Eikenberg", "gemeente", 10000, "voorlopig"]]);
    expect(rows(book, "Metadata").map((row) => row[0])).toContain("inwoners");
  });

  it("takes a level and periods, and speaks English", async () => {
    const book = read((await get("/en/theme/bevolking.xlsx?level=provincie&period=2025")).rawPayload);
    expect(book.SheetNames[0]).toBe("Contents");
    const [, ...found] = rows(book, "inwoners");
    expect([...new Set(found.map((row) => `${row[3]} ${row[4]}`))]).toEqual(["provincie 2025"]);
  });

  it("holds the figures of the API", async () => {
    const book = read((await get("/theme/bevolking.xlsx")).rawPayload);
    const { values } = (await get("/api/v1/data?indicator=inwoners&level=gemeente&period=all")).json();
    expect(
      rows(book, "inwoners")
        .slice(1)
        .map((row) => row[7] ?? null),
    ).toEqual(values);
  });

  it("says of an indicator without figures on the level where it has some", async () => {
    const book = read((await get("/theme/economie.xlsx?level=wijk")).rawPayload);
    const line = rows(book, "Inhoud").find((row) => row[1] === "werkloosheid");
    expect(line?.slice(3)).toEqual([
      0,
      "Bureau voor de Statistiek",
      "",
      expect.stringMatching(/^Geen cijfers op dit niveau; wel op: .*gemeente/),
    ]);
    expect(book.SheetNames).not.toContain("werkloosheid");
  });

  it("names no indicator that is not to be seen", async () => {
    const { catalogue } = site.release;
    const indicators = catalogue.indicators.map((each) => (each.code === "groei" ? { ...each, visible: false } : each));
    const open = openCatalogue({ ...catalogue, indicators }, catalogue.coverage, catalogue.partialSums);
    const file = join(site.region.folder, "zichtbaar.xlsx");
    await writeThemeWorkbook(file, { ...site.release, catalogue: open }, "bevolking", "nl", "level=gemeente");
    const book = read(await readFile(file));
    expect(book.SheetNames).toContain("inwoners");
    for (const name of book.SheetNames) expect(String(rows(book, name).map((row) => row[0]))).not.toContain("groei");
    expect(book.SheetNames).not.toContain("groei");
  });

  it("is written to a file at publish with the same sheets", async () => {
    const file = join(site.region.folder, "bevolking.xlsx");
    await writeThemeWorkbook(file, site.release, "bevolking", "nl");
    const [own, asked] = [read(await readFile(file)), read((await get("/theme/bevolking.xlsx")).rawPayload)];
    expect(own.SheetNames).toEqual(asked.SheetNames);
    expect(rows(own, "inwoners")).toEqual(rows(asked, "inwoners"));
  });

  it("refuses what it does not know", async () => {
    expect((await get("/theme/onbekend.xlsx")).json()).toMatchObject({ code: "not-found" });
    expect((await get("/theme/bevolking.xlsx?level=x")).json()).toMatchObject({ code: "level-unknown" });
  });
});
