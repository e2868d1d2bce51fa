import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { importFiles } from "../../src/imports/import.ts";
import { openRegion, type Region } from "../region.ts";
import { fixture, tally, textFile } from "./files.ts";

let region: Region;
beforeEach(async () => {
  region = await openRegion();
});
afterEach(() => region.close());

describe("indicator tables", () => {
  test("explanation above the head, misspelt heads, values in both languages; only the columns present change", async () => {
    const before = (await region.documents.catalogue()).indicators.find((each) => each.code === "inwoners");
    const report = await importFiles([fixture("indicators.xls")], region);
    expect(report.outcome).toBe("imported");
    expect(tally(report)).toEqual({ "column-left": 1, "row-left": 1 });
    const { indicators } = await region.documents.catalogue();
    expect(indicators.find((each) => each.code === "V_nieuw")).toMatchObject({
      name: { nl: "nieuwe telling" },
      dataType: "count",
      periodType: "flow",
      decimals: 0,
    });
    expect(indicators.find((each) => each.code === "vp_nieuw")).toMatchObject({
      dataType: "percentage",
      weight: "inwoners",
      formula: "v_nieuw / inwoners * 100",
      decimals: 1,
      rating: "higher",
    });
    expect(indicators.find((each) => each.code === "inwoners")).toEqual({ ...before, name: { ...before?.name, nl: "aantal inwoners" } });
  });

  test("what cannot be: codes, values, references, formulas, formulas over figures", async () => {
    const table = [
      "Onderwerpcode;Naam;Datatype;Formule;Aggregatie-onderwerp;Tonen",
      "v_één;a;Numeriek;;;1",
      "v_twee;b;Getal;;;1",
      "v_drie;c;Numeriek;;inwonrs;1",
      "v_vier;d;Numeriek;inwoners / niets;;1",
      "v_vijf;e;Numeriek;inwoners +;;1",
      "v_zes;f;Numeriek;v_zes + 1;;1",
      "geboorten;g;Numeriek;inwoners;;1",
      "v_acht;h;Numeriek;;;misschien",
      "V_ACHT;h;Numeriek;;;1",
    ];
    const report = await importFiles([await textFile("tabel.csv", `${table.join("\n")}\n`)], region);
    expect(report.outcome).toBe("refused");
    expect(tally(report)).toEqual({
      "code-invalid": 1,
      "value-unknown": 2,
      "reference-unknown": 1,
      "formula-wrong": 3,
      "formula-over-data": 1,
      "code-twice": 1,
    });
    const formula = report.problems.find((each) => each.code === "formula-wrong")?.problems[0];
    expect(formula).toMatchObject({ sheet: "tabel", row: 5, details: { indicator: "v_vier" } });
  });

  test("figures that came in without replacing anything count as figures too", async () => {
    const path = await textFile("c.csv", "period;geolevel;geoitem;v_los\n2024;gemeente2024;01001;1\n");
    await importFiles([path], region, { create: true, replaceCombinations: false });
    const table = await textFile("t.csv", "Onderwerpcode;Formule\nv_los;inwoners * 2\n");
    expect(tally(await importFiles([table], region))).toEqual({ "formula-over-data": 1 });
  });

  test("the geo types of the field: one area, and three kinds of flow", async () => {
    const table = "Onderwerpcode;Geotype\nv_a;Enkelvoudig\nvs_b;Stroom\nvs_c;Saldo\nvs_d;Meervoudig\n";
    expect((await importFiles([await textFile("t.csv", table)], region)).outcome).toBe("imported");
    const { indicators } = await region.documents.catalogue();
    const kinds = ["v_a", "vs_b", "vs_c", "vs_d"]
      .map((code) => indicators.find((each) => each.code === code))
      .map((each) => [each?.shape, each?.flow]);
    expect(kinds).toEqual([
      ["flat", undefined],
      ["flow", "directed"],
      ["flow", "balance"],
      ["flow", "symmetric"],
    ]);
  });

  test("what has figures keeps its shape", async () => {
    const report = await importFiles([await textFile("t.csv", "Onderwerpcode;Geotype\ninwoners;Stroom\n")], region);
    expect(tally(report)).toEqual({ "shape-fixed": 1 });
  });
});

describe("cubes", () => {
  test.each(["cube.xlsx", "cube.xls", "cube.xlsb"])(
    "%s: dimensions, levels, members, their aggregation, the cube and its cells",
    async (name) => {
      const report = await importFiles([fixture(name)], region);
      expect(report.outcome).toBe("imported");
      expect(report.definitions).toMatchObject({
        dimensions: 1,
        dimensionLevels: 2,
        members: 3,
        memberLinks: 1,
        sources: 1,
        indicators: 1,
      });
      expect(report.indicators).toEqual([
        expect.objectContaining({ code: "kubus_verblijf", records: 4, added: 4, states: { 0: 3, 1: 0, 2: 1, 3: 0, 4: 0 } }),
      ]);
      const catalogue = await region.documents.catalogue();
      expect(catalogue.indicators.find((each) => each.code === "kubus_verblijf")).toMatchObject({
        shape: "cube",
        dimensionLevels: ["verblijf_soort", "geslacht"],
      });
      const again = await importFiles([fixture(name)], region);
      expect(again.indicators[0]).toMatchObject({ added: 0, changed: 0, unchanged: 4, gone: 0 });
    },
  );

  test("other columns than the cube's, two columns of values, unknown members, equal keys", async () => {
    const of = async (text: string) => tally(await importFiles([await textFile("k.csv", text)], region));
    const head = "period;geolevel;geoitem";
    expect(await of(`${head};geslacht;bevolking\n2024;gemeente2024;01001;M;1\n`)).toEqual({ "cube-columns": 1 });
    expect(await of(`${head};geslacht;leeftijd1;bevolking;inwoners\n2024;gemeente2024;01001;M;1;1;2\n`)).toEqual({
      "cube-one-indicator": 1,
    });
    expect(await of(`${head};geslacht;leeftijd1;bevolking\n2024;gemeente2024;01001;X;1;1\n`)).toEqual({ "member-unknown": 1 });
    expect(await of(`${head};geslacht;leeftijd1;bevolking\n2024;gemeente2024;01001;M;1;1\n2024;gemeente2024;01001;M;1;1\n`)).toEqual({
      duplicate: 1,
    });
    expect(await of(`${head};geslacht;leeftijd1;inwoners\n2024;gemeente2024;01001;M;1;1\n`)).toEqual({ "indicator-shape": 1 });
    expect(await of(`${head};geslacht;VAR;DATA\n2024;gemeente2024;01001;M;a;1\n2024;gemeente2024;01001;M;b;1\n`)).toEqual({
      "cube-one-indicator": 1,
    });
    expect(await of(`${head};bevolking\n2024;gemeente2024;01001;1\n`)).toEqual({ "indicator-shape": 1 });
  });

  test("metadata alone tell by a definition sheet how a cube is split; what is not there is named", async () => {
    const files = await Promise.all([
      textFile("onderwerp.csv", "Onderwerpcode;Naam\nkubus_later;later\n"),
      textFile("data_def.csv", "col;type\nperiod;period\ngeolevel;geolevel\ngeoitem;geoitem\ngeslacht;dim\nkubus_later;var\n"),
    ]);
    expect((await importFiles(files, region)).outcome).toBe("imported");
    const made = (await region.documents.catalogue()).indicators.find((each) => each.code === "kubus_later");
    expect(made).toMatchObject({ shape: "cube", dimensionLevels: ["geslacht"] });
    const levels = await textFile("niveaus.csv", "Dimensieniveaucode;Naam;Dimensiecode\nvorm1;Vorm;vorm\n");
    expect(tally(await importFiles([levels], region))).toEqual({ "dimension-unknown": 1 });
    const items = await textFile("leeftijd9.csv", "Itemcode;Naam;Volgnr\n1;een;1\n");
    expect(tally(await importFiles([items], region))).toEqual({ "dimension-level-unknown": 1 });
  });
});

describe("areas", () => {
  test("definitions add and rename, blanks in an aggregation table are left, names beside the codes are not read", async () => {
    const report = await importFiles([fixture("kern.xlsx"), fixture("wijk_kern.xlsx"), fixture("gemeente_provincie.xls")], region);
    expect(report.outcome).toBe("imported");
    expect(report.definitions).toMatchObject({ areas: 1, tables: 2 });
    expect(tally(report)).toEqual({ "row-left": 1 });
    const { levels, areas, tables } = await region.documents.catalogue();
    const [wijk, kern] = ["wijk", "kern"].map((alias) => levels.find((each) => each.alias === alias)?.id);
    expect(areas.filter((each) => each.level === kern).map((each) => each.code)).toEqual(["K1", "K2", "K3"]);
    const table = tables.find((each) => each.childLevel === wijk && each.parentLevel === kern);
    expect(table?.links.map((each) => each.weight)).toEqual([1, 1, 1]);
  });

  test("a file of an unknown level is refused, or makes the level when asked", async () => {
    expect(tally(await importFiles([fixture("dorp2024.xlsx")], region))).toEqual({ "level-unknown": 1 });
    expect((await importFiles([fixture("dorp2024.xlsx")], region, { create: true })).outcome).toBe("imported");
    const level = (await region.documents.catalogue()).levels.find((each) => each.alias === "dorp2024");
    expect(level).toMatchObject({ base: "dorp", validTo: 2024, covers: false });
  });

  test("weights, and a child with two whole parents", async () => {
    const good = await textFile("w.csv", "wijk;kern;gewicht\n01001A;K1;0,5\n01001A;K2;0,5\n01001B;K1;\n");
    expect((await importFiles([good], region)).outcome).toBe("imported");
    const bad = await textFile("w.csv", "wijk;kern\n01001A;K1\n01001A;K2\nzz;K1\n");
    expect(tally(await importFiles([bad], region))).toEqual({ "parent-twice": 1, "area-unknown": 1 });
  });

  test("names of levels", async () => {
    const path = await textFile("namen.csv", "Geolevel code;Type;Name Singular;Name Plural\nwijk;Area;buurt;buurten\n");
    expect((await importFiles([path], region)).outcome).toBe("imported");
    expect((await region.documents.catalogue()).levels.find((each) => each.alias === "wijk")).toMatchObject({
      name: { nl: "buurt" },
      plural: { nl: "buurten" },
    });
  });
});

describe("theme tree", () => {
  test("folders, items with their alias, links; what Peil does not have is left by name", async () => {
    const before = (await region.documents.catalogue()).themes.length;
    const report = await importFiles([fixture("themes.xlsx")], region);
    expect(report.outcome).toBe("imported");
    expect(tally(report)).toEqual({ "row-left": 1 });
    const { themes } = await region.documents.catalogue();
    expect(themes.length).toBeGreaterThan(before);
    const folder = themes.find((each) => each.kind === "folder" && each.name?.nl === "Geboorten");
    expect(themes.find((each) => each.parent === folder?.id)).toMatchObject({ kind: "indicator", target: "geboorten" });
    expect(themes.find((each) => each.name?.nl === "hoeveel mensen")).toMatchObject({ kind: "indicator", target: "inwoners" });
    const again = await importFiles([fixture("themes.xlsx")], region);
    expect(again.outcome).toBe("imported");
    expect((await region.documents.catalogue()).themes).toHaveLength(themes.length);
  });

  test("an unknown code is refused", async () => {
    const path = await textFile("b.csv", "Pad;Item code;Item type\nThema;inwonres;Onderwerp\n");
    expect(tally(await importFiles([path], region))).toEqual({ "indicator-unknown": 1 });
  });
});
