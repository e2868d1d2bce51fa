import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSite, type TestSite } from "../site.ts";

type Table = { headers: { name: string; type: string }[]; rows: string[][] };

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const get = (query: string, path = "/jive/selectiontableasjson.ashx") => site.app.inject({ url: `${path}?${query}` });
const table = async (query: string): Promise<Table> => (await get(query)).json();

describe("the selection table", () => {
  it("has area, period and a column per indicator; values are texts", async () => {
    expect(await table("var=inwoners,dichtheid&geolevel=provincie2024&periodlevel=year&period=2024")).toEqual({
      headers: [
        { name: "Provincie (2019–2024)", type: "Text" },
        { name: "Jaar", type: "Text" },
        { name: "Inwoners", type: "Numeric" },
        { name: "Bevolkingsdichtheid", type: "Numeric" },
      ],
      rows: expect.arrayContaining([["Noordmeer", "2024", "3100", "775"]]),
    });
  });

  it.each([
    "/viewer/selectiontableasjson.ashx",
    "/databank/SelectionTableAsJson.ashx",
    "//Jive//selectiontableasjson.ashx",
    "/jiveservices/selectiontableasjson.ashx",
    "/databank/jive/selectiontableasjson.ashx",
  ])("%s answers the same, names of parameters in any case, unknown ones passed over", async (path) => {
    const query = "var=inwoners&geolevel=gemeente&period=mrp";
    const { statusCode, body, headers } = await get("VAR=inwoners&GeoLevel=Gemeente&Period=MRP&flip_table=false&foo=1", path);
    expect([statusCode, body, headers["access-control-allow-origin"]]).toEqual([200, (await get(query)).body, "*"]);
  });

  it("writes signs for states and nothing where there is no figure", async () => {
    const { rows } = await table("var=misdrijven&geolevel=gemeente2024&period=2024");
    expect(rows.map((row) => row[2])).toEqual(["10", "x", "nvt", "?", "", "0"]);
  });

  it("texts are texts", async () => {
    const { headers, rows } = await table("var=gebiedstype&geolevel=gemeente2024");
    expect([headers[2]?.type, rows[0]]).toEqual(["Text", ["Aardoever", "2024", "stad"]]);
  });

  it("periods: a list, the newest by either word, all, of one level of time", async () => {
    const periods = async (query: string) => [...new Set((await table(`geolevel=gemeente2024&${query}`)).rows.map((row) => row[1]))];
    expect(await periods("var=inwoners&period=2023,2024")).toEqual(["2023", "2024"]);
    expect(await periods("var=inwoners&period=mrp")).toEqual(await periods("var=inwoners&period=mostrecent"));
    expect(await periods("var=inwoners")).toEqual(await periods("var=inwoners&period=mrp"));
    expect((await periods("var=geboorten&period=all&periodlevel=month")).length).toBe(12);
    expect(await periods("var=geboorten&periodlevel=MONTH&period=mrp")).toEqual(["2024M12"]);
    expect(await periods("var=geboorten&periodlevel=year&period=mrp,2024M01")).toEqual(["2024", "2024M01"]);
  });

  it("areas: items with or without their level, those that lie in an item, split, beside others", async () => {
    const areas = async (query: string) => (await table(`var=inwoners&period=2024&${query}`)).rows.map((row) => row[0]);
    expect(await areas("geolevel=gemeente2024&geoitem=gemeente2024_01001")).toEqual(["Aardoever"]);
    expect(await areas("geolevel=gemeente2024&geoitem_codes=01002,02001")).toEqual(["Biezenhof", "Cirkelbeek"]);
    expect(await areas("geolevel=gemeente2024&geoitem=all")).toHaveLength(6);
    expect(await areas("geolevel=gemeente2024&geoitem=provincie2024_01")).toEqual(["Aardoever", "Biezenhof"]);
    expect(await areas("geolevel=provincie2024&geoitem=01&geosplit=gemeente2024")).toEqual(["Aardoever", "Biezenhof"]);
    expect(await areas("geolevel=gemeente2024&geoitem=01001&geocompare=land&geocompare_item=L")).toEqual(["Aardoever", "Merenland"]);
    expect(await areas("geolevel=gemeente2024&geoitem=01001&geocompare=provincie2024")).toEqual(["Aardoever", "Noordmeer"]);
  });

  it("a cube has a column per cell, by a classification or its dimension", async () => {
    const one = await table("var=bevolking&geolevel=gemeente2024&geoitem=01001&dimlevel=geslacht");
    expect(one.headers.slice(2).map((each) => each.name)).toEqual([expect.stringMatching(/: man/i), expect.stringMatching(/: vrouw/i)]);
    const total = await table("var=bevolking&geolevel=gemeente2024&geoitem=01001");
    expect((one.rows[0] ?? []).slice(2).reduce((sum, each) => sum + Number(each), 0)).toBe(Number(total.rows[0]?.[2]));
    const two = await table("var=bevolking,inwoners&geolevel=gemeente2024&geoitem=01001&dimlevel=geslacht,leeftijd");
    expect(two.headers.at(-1)).toEqual({ name: "Inwoners", type: "Numeric" });
    expect(two.headers.length).toBe(two.rows[0]?.length);
  });

  it("lies on its side where that is asked", async () => {
    const query = "var=inwoners,dichtheid&geolevel=provincie2024&period=2023,2024";
    const upright = await table(query);
    const flat = await table(`${query}&flip_table=true`);
    expect(flat.rows.map((row) => row[0])).toEqual(upright.headers.slice(2).map((each) => each.name));
    expect(flat.headers.slice(1).map((each) => each.name)).toEqual(upright.rows.map(([area, period]) => `${area} ${period}`));
    expect(flat.rows[1]?.slice(1)).toEqual(upright.rows.map((row) => row[3]));
  });

  it.each([
    ["geolevel=gemeente", 400, "selection-invalid"],
    ["var=inwonrs&geolevel=gemeente", 404, "indicator-unknown"],
    ["var=inwoners&geolevel=straat", 400, "level-unknown"],
    ["var=inwoners&geolevel=gemeente&geoitem=99", 404, "area-unknown"],
    ["var=inwoners&geolevel=gemeente&geoitem=gemeente_99", 404, "area-unknown"],
    ["var=inwoners&geolevel=gemeente&period=gisteren", 400, "period-unreadable"],
    ["var=inwoners&geolevel=gemeente&periodlevel=week", 400, "selection-invalid"],
    ["var=bevolking&geolevel=gemeente2024&dimlevel=kleur", 400, "dimension-unknown"],
  ])("%s is refused", async (query, status, code) => {
    const { statusCode, headers, body } = await get(query);
    expect([statusCode, JSON.parse(body).code]).toEqual([status, code]);
    expect(headers["content-type"]).toContain("application/problem+json");
  });
});
