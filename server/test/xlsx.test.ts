import { read, utils, type WorkBook } from "@e965/xlsx";
import { cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import type { Cube, CubeAxis } from "@peil/core/model/cube.ts";
import type { Language } from "@peil/core/model/text.ts";
import { describe, expect, it } from "vitest";
import { workbookLimit, xlsx } from "../src/formats/xlsx.ts";

const indicator: CubeAxis = {
  code: "indicator",
  label: { nl: "Onderwerp", en: "Indicator" },
  role: "indicator",
  members: [{ code: "inwoners", label: { nl: "Inwoners", en: "Inhabitants" }, unit: { nl: "aantal", en: "number" }, decimals: 0 }],
};
const area: CubeAxis = {
  code: "area",
  label: { nl: "Gebied", en: "Area" },
  role: "area",
  members: [
    { code: "1", label: { nl: '=HYPERLINK("http://x")' } },
    { code: "002", label: { nl: "Dal & <Berg>" } },
  ],
};
const period = (...codes: string[]): CubeAxis => ({
  code: "period",
  label: { nl: "Periode", en: "Period" },
  role: "period",
  members: codes.map((code) => ({ code, label: { nl: code } })),
});

function cubeOf(axes: readonly CubeAxis[], values: readonly number[], status: readonly number[]): Cube {
  return {
    axes,
    values: Float64Array.from(values),
    status: Uint8Array.from(status),
    notes: [{ kind: "footnote", text: { nl: "Telling op 1 januari." } }],
    release: "abc123",
    sources: [{ code: "bron", name: { nl: "De bron", en: "The source" }, licence: "CC0" }],
  };
}

async function written(cube: Cube, language: Language = "nl"): Promise<WorkBook> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of xlsx.write(headOf(cube), cubeSlabs(cube, 3), { language })) chunks.push(chunk);
  return read(Buffer.concat(chunks), { cellFormula: true });
}

const rows = (book: WorkBook, name: string): unknown[][] => utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, raw: true });

const cube = cubeOf([indicator, area, period("2020", "2021")], [12345.678901, Number.NaN, 4, 0], [0, 7, 5, 0]);

describe("xlsx", () => {
  it("holds a crossed table with numbers and signs", async () => {
    expect(rows(await written(cube), "Tabel")).toEqual([
      ["Onderwerp", "Gebied", "2020", "2021"],
      ["Inwoners (aantal)", '=HYPERLINK("http://x")', 12345.678901, "x"],
      ["Inwoners (aantal)", "Dal & <Berg>", "?", 0],
    ]);
  });

  it("holds the same figures one a row, with codes and states", async () => {
    expect(rows(await written(cube), "Cijfers")).toEqual([
      [
        ...["Onderwerp (code)", "Onderwerp", "Gebied (code)", "Gebied", "Periode (code)", "Periode"],
        ...["Eenheid", "Waarde", "Toestand", "Ontbrekende gebieden"],
      ],
      ["inwoners", "Inwoners", "1", '=HYPERLINK("http://x")', "2020", "2020", "aantal", 12345.678901, "value"],
      ["inwoners", "Inwoners", "1", '=HYPERLINK("http://x")', "2021", "2021", "aantal", undefined, "private"],
      ["inwoners", "Inwoners", "002", "Dal & <Berg>", "2020", "2020", "aantal", undefined, "incomplete", 4],
      ["inwoners", "Inwoners", "002", "Dal & <Berg>", "2021", "2021", "aantal", 0, "value"],
    ]);
  });

  it("says where the figures come from and what the signs mean", async () => {
    const notes = rows(await written(cube), "Toelichting").map((row) => row.join("|"));
    for (const line of [
      "Onderwerp|Inwoners",
      "Code|inwoners",
      "Bron|De bron",
      "Licentie|CC0",
      "Publicatie|abc123",
      "Opmerking|Telling op 1 januari.",
    ])
      expect(notes).toContain(line);
    expect(notes).toContain("x|verborgen om de privacy te beschermen (private)");
  });

  it("says which figures are estimated or partial: a column beside them, slanted in the crossed table, explained in the notes", async () => {
    const book = await written({ ...cube, flags: Uint8Array.of(1, 0, 0, 3) });
    const remarks = rows(book, "Cijfers").map((row) => row.at(-1));
    expect(remarks).toEqual(["Opmerking", "geschat", "", "", "geschat; deelsom"]);
    expect(book.Sheets.Tabel?.C2).toMatchObject({ t: "n", v: 12345.678901, w: "12,346" });
    expect(rows(book, "Toelichting").map((row) => row[0])).toContain("schuin cijfer");
    expect(rows(await written(cube), "Toelichting").map((row) => row[0])).not.toContain("schuin cijfer");
  });

  it("runs nothing that stands in a text", async () => {
    const book = await written(cube);
    const formulas = Object.values(book.Sheets).flatMap((sheet) =>
      Object.values(sheet).filter((cell) => (cell as { f?: string }).f !== undefined),
    );
    expect(formulas).toEqual([]);
  });

  it("shows the decimals of the indicator and keeps the whole figure", async () => {
    const cell = (await written(cube)).Sheets.Tabel?.C2;
    expect(cell).toMatchObject({ t: "n", v: 12345.678901, w: "12,346" });
  });

  it("speaks English", async () => {
    const book = await written(cube, "en");
    expect(book.SheetNames).toEqual(["Table", "Figures", "Notes"]);
    expect(rows(book, "Table")[0]).toEqual(["Indicator", "Area", "2020", "2021"]);
  });

  it("writes texts of text indicators", async () => {
    const texts = { ...cubeOf([area, period("2020")], [Number.NaN, Number.NaN], [0, 1]), texts: ["hallo", undefined] };
    expect(rows(await written(texts), "Tabel").slice(1)).toEqual([
      ['=HYPERLINK("http://x")', "hallo"],
      ["Dal & <Berg>", "-"],
    ]);
  });

  it("lets a large cube flow as the crossed table alone", async () => {
    const areas: CubeAxis = { ...area, members: Array.from({ length: 1000 }, (_, i) => ({ code: `${i}`, label: { nl: `g${i}` } })) };
    const years = period(...Array.from({ length: workbookLimit / 1000 + 1 }, (_, i) => `${1900 + i}`));
    const size = 1000 * years.members.length;
    const large = cubeOf(
      [areas, years],
      Array.from({ length: size }, (_, i) => i),
      new Array(size).fill(0),
    );
    const book = await written(large);
    expect(book.SheetNames).toEqual(["Tabel"]);
    const table = rows(book, "Tabel");
    expect(table.length).toBe(1001);
    expect(table[1000]?.at(-1)).toBe(size - 1);
  });
});
