import { describe, expect, test } from "vitest";
import { openFiles } from "../../src/imports/file.ts";
import { fieldOf } from "../../src/imports/indicator-fields.ts";
import { Problems } from "../../src/imports/problems.ts";
import { recogniseAll } from "../../src/imports/recognise.ts";
import { splitPath } from "../../src/imports/themes.ts";
import { fixture, textFile } from "./files.ts";

const known = () => ({
  levels: new Set(["gemeente", "gemeente2024", "provincie", "wijk", "kern"]),
  dimensionLevels: new Set(["geslacht", "leeftijd1"]),
});

async function kindsOf(path: string, leave: readonly string[] = []): Promise<Record<string, string>> {
  const opened = await openFiles([path]);
  const sheets = await recogniseAll(opened.sheets, known(), leave, new Problems());
  await opened.close();
  return Object.fromEntries(sheets.map((each) => [each.sheet.name, each.kind === "left" ? `left: ${each.reason.en}` : each.kind]));
}

describe("what each sheet is", () => {
  test("figures among notes, tables to read, hidden sheets and sheets that say they are no input", async () => {
    const kinds = await kindsOf(fixture("clumsy.xlsx"));
    expect(kinds).toMatchObject({
      upload: "data-columns",
      sjabloon: "data-columns",
      toelichting: "left: no head row that Peil knows: notes, or a table to read",
      Blad2: "left: no head row that Peil knows: notes, or a table to read",
      overzicht: "left: no head row that Peil knows: notes, or a table to read",
      "test (niet inladen)": "left: the sheet's name says that it is not imported",
      leeg: "left: the sheet is empty",
      geheim: "left: the sheet is hidden",
    });
  });

  test("a cube beside its dimensions, levels, members and their aggregation", async () => {
    expect(await kindsOf(fixture("cube.xlsx"))).toMatchObject({
      kubus_verblijf: "data-cube",
      onderwerp: "indicators",
      dimensies: "dimensions",
      dimensieniveaus: "dimension-levels",
      verblijf_soort: "dimension-items",
      verblijf_groep: "dimension-items",
      soort_groep: "member-aggregation",
      "werkt niet": "left: no head row that Peil knows: notes, or a table to read",
    });
  });

  test.each([
    ["records.csv", { records: "data-records" }],
    ["flow.csv", { flow: "data-flow" }],
    ["indicators.xls", { Blad1: "indicators" }],
    ["defined.xlsx", { cijfers: "data-columns", cijfers_def: "definition" }],
    ["wijk_kern.xlsx", { Sheet1: "area-aggregation" }],
    ["gemeente_provincie.xls", { gemeente_provincie: "area-aggregation" }],
    ["kern.xlsx", { Sheet1: "areas" }],
    ["themes.xlsx", { categorieen: "themes" }],
  ])("%s", async (name, kinds) => {
    expect(await kindsOf(fixture(name))).toEqual(kinds);
  });

  test("two columns of unknown levels are left by name; a sheet can be left on request", async () => {
    const path = await textFile("klassen.csv", "klein;groot\n1;a\n");
    expect(Object.values(await kindsOf(path))).toEqual([
      "left: two columns, but “klein” and “groot” are no known area or dimension levels",
    ]);
    expect(await kindsOf(fixture("records.csv"), ["Records"])).toEqual({ records: "left: as asked" });
  });

  test("a head of a few rows down, and a sheet with only a head", async () => {
    const notes = "dit is een toelichting\nnog een\n";
    expect(Object.values(await kindsOf(await textFile("a.csv", `${notes}geoitem;PERIODE;GEOLEVEL;x\n1;2024;wijk;2\n`)))).toEqual([
      "data-columns",
    ]);
    expect(Object.values(await kindsOf(await textFile("b.csv", "period;geolevel;geoitem;x\n")))).toEqual([
      "left: an empty template: only a head row",
    ]);
  });
});

describe("heads", () => {
  test("metadata columns in both languages and as they are misspelt", () => {
    expect(
      ["stddevindciator", "stddevonderwerp", "periodetype", "vrijtekstveld", "freetextfield3", "excludefromsearch"].map(fieldOf),
    ).toEqual(["deviation", "deviation", "periodType", "free1", "free3", "hideFromSearch"]);
  });

  test("paths of folders", () => {
    expect(splitPath("Thema's > Milieu/natuur > Lucht")).toEqual(["Thema's", "Milieu/natuur", "Lucht"]);
    expect(splitPath("Wonen|Huur")).toEqual(["Wonen", "Huur"]);
    expect(splitPath("Wonen/Huur")).toEqual(["Wonen", "Huur"]);
  });
});
