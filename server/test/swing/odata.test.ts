import { XMLParser, XMLValidator } from "fast-xml-parser";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answer } from "../../src/answer.ts";
import { degreesOf, systems } from "../../src/places/systems.ts";
import { entitySets, entityTypes, namespace } from "../../src/swing/odata-types.ts";
import { selectionOf } from "../../src/views/cards.ts";
import { openTestSite, type TestSite } from "../site.ts";

type Row = Record<string, string | number | null>;
type Answered = {
  "@odata.context": string;
  "@odata.count"?: number;
  "@odata.nextLink"?: string;
  value: Row[];
  error?: { code: string; message: string; target?: string };
};

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const origin = "https://cijfers.example";
const base = "/jiveservices/odata";
const get = (url: string, headers: Record<string, string> = {}) => site.app.inject({ url, headers });
const ask = async (path: string): Promise<Answered> => (await get(`${base}${path}`)).json();
const codes = async (path: string) => (await ask(path)).value.map((row) => row["ExternalCode"]);
const years = "PeriodLevels('year')/Periods";

describe("the service", () => {
  it("names its sets, its version and its type", async () => {
    const { statusCode, headers, body } = await get(base);
    expect([statusCode, headers["odata-version"], headers["access-control-allow-origin"]]).toEqual([200, "4.0", "*"]);
    expect(headers["content-type"]).toContain("application/json;odata.metadata=minimal");
    const { "@odata.context": context, value } = JSON.parse(body);
    expect(context).toBe(`${origin}${base}/$metadata`);
    expect(value.map((each: { url: string }) => each.url)).toEqual(Object.keys(entitySets));
  });

  it.each([
    "/JiveServices/OData/variables",
    "//jiveservices//odata//Variables/",
    "/VIEWERSERVICES/odata/VARIABLES",
    "/databank/jiveservices/odata/Variables",
    "/jiveservices/odata/Variables?apikey=nobody&foo=1&$format=json",
  ])("%s is the list of variables", async (url) => {
    const { value } = (await get(url, { apikey: "unknown" })).json() as Answered;
    expect(value.map((row) => row["ExternalCode"])).toEqual(await codes("/Variables"));
  });

  it("lists what readers are offered and nothing else", async () => {
    const all = site.release.catalogue.indicators;
    const listed = [...(await codes("/Variables")), ...(await codes("/CubeVariables"))];
    for (const { code, visible } of all) if (!visible) expect(listed).not.toContain(code);
    expect(listed).toContain("inwoners");
    expect(await codes("/CubeVariables")).toEqual(all.filter((each) => each.shape === "cube" && each.visible).map((each) => each.code));
  });

  it("follows keys: in quotes, bare, behind a slash, encoded, in any letter case", async () => {
    for (const key of ["('inwoners')", "('INWONERS')", "(inwoners)", "/('inwoners')", "(%27inwoners%27)", "(ExternalCode='inwoners')"]) {
      const row = (await get(`${base}/Variables${key}`)).json();
      expect([key, row.ExternalCode, row["@odata.context"]]).toEqual([key, "inwoners", `${origin}${base}/$metadata#Variables/$entity`]);
    }
  });

  it("shows levels, areas and periods only where there are figures", async () => {
    expect(await codes("/Variables('inkomen')/GeoLevels")).toEqual(["land", "gemeente", "gemeente2024"]);
    expect(await codes("/Variables('inwoners')/GeoLevels('gemeente')/PeriodLevels")).toEqual(["year"]);
    expect(await codes("/Variables('inkomen')/GeoLevels('land')/PeriodLevels('YEAR')/Periods")).toEqual(["2024"]);
    expect((await get(`${base}/Variables('inkomen')/GeoLevels('wijk')`)).statusCode).toBe(404);
    expect(await codes("/Variables('inwoners')/GeoLevels('gemeente')/GeoItems")).toEqual(await codes("/GeoLevels('gemeente')/GeoItems"));
  });

  it("knows where areas are, in metres of Belgian Lambert 72", async () => {
    const area = (await get(`${base}/GeoLevels('gemeente2024')/GeoItems('01001')`)).json();
    expect(area).toMatchObject({ ExternalCode: "01001", Name: "Aardoever", GeoLevel: "gemeente2024" });
    // A column of two squares of a tenth of a degree from 4° E, 51° N.
    const lambert = systems.find((each) => each.epsg === 31370);
    const [longitude, latitude] = lambert === undefined ? [0, 0] : degreesOf(lambert, area.PointX, area.PointY);
    expect([longitude.toFixed(2), latitude.toFixed(2)]).toEqual(["4.05", "51.10"]);
    expect((await get(`${base}/GeoLevels('gemeente2024')/GeoItems('gemeente2024_01001')`)).json()).toEqual(area);
  });

  it("goes from cubes to dimensions, levels and members", async () => {
    expect(await codes("/CubeVariables('bevolking')/Dimensions")).toEqual(expect.arrayContaining(["geslacht", "leeftijd"]));
    const levels = await codes("/CubeVariables('bevolking')/DimLevels");
    for (const dimension of await codes("/CubeVariables('bevolking')/Dimensions")) {
      for (const level of await codes(`/Dimensions('${dimension}')/DimLevels`)) expect(levels).toContain(level);
    }
    expect(await codes("/CubeVariables('bevolking')/DimLevels('geslacht')/DimMembers")).toEqual(["M", "V"]);
    expect((await get(`${base}/CubeVariables('inwoners')/Dimensions`)).statusCode).toBe(404);
  });
});

describe("values", () => {
  it("are those of the engine, area by area", async () => {
    for (const [code, level] of [
      ["inwoners", "gemeente"],
      ["dichtheid", "provincie"],
      ["werkloosheid", "land"],
      ["geboorten", "gemeente2024"],
    ] as const) {
      const indicator = site.release.catalogue.indicator(code);
      const cube = await answer(site.release, selectionOf(indicator ? [indicator] : [], level));
      const { value } = await ask(`/Variables('${code}')/GeoLevels('${level}')/${years}('all')/Values`);
      expect(value.map((row) => Number(row["ValueString"]))).toEqual([...cube.values]);
      expect(new Set(value.map((row) => row["GeoLevel"]))).toEqual(new Set([level]));
    }
  });

  it("carry the signs of states, and say what they mean", async () => {
    const { value } = await ask(`/Variables('misdrijven')/GeoLevels('gemeente2024')/${years}('2024')/Values`);
    expect(value.map((row) => row["ValueString"])).toEqual(["10", "x", "nvt", "?", "-", "0"]);
    expect(value.map((row) => row["Description"])).toEqual([
      null,
      "verborgen door de leverancier",
      "niet van toepassing",
      "onbekend",
      null,
      null,
    ]);
    expect(Object.keys(value[0] ?? {})).toEqual([
      "@odata.type",
      "@odata.id",
      "ExternalCode",
      "GeoLevel",
      "PeriodLevel",
      "Period",
      "ValueString",
      "Description",
    ]);
  });

  it("mrp is the newest period, a period without figures is empty, an unknown one is refused", async () => {
    const at = "/Variables('inwoners')/GeoLevels('gemeente')";
    const recent = (await ask(`${at}/PeriodLevels('year')/Periods('mrp')/Values`)).value;
    expect(new Set(recent.map((row) => row["Period"]))).toEqual(new Set(["2025"]));
    expect((await ask(`${at}/PeriodLevels('year')/Periods('1890')/Values`)).value).toEqual([]);
    expect((await get(`${base}${at}/PeriodLevels('year')/Periods('gisteren')/Values`)).statusCode).toBe(404);
  });

  it("of all levels at once", async () => {
    const { value } = await ask(`/Variables('inwoners')/GeoLevels('all')/${years}('2024')/Values`);
    expect(new Set(value.map((row) => row["GeoLevel"])).size).toBeGreaterThan(2);
  });

  it("of a cube carry their members, and add up to the total", async () => {
    const { value } = await ask(`/CubeVariables('bevolking')/GeoLevels('gemeente2024')/${years}('mrp')/Values`);
    const [total] = (await ask(`/Variables('bevolking')/GeoLevels('gemeente2024')/${years}('mrp')/Values`)).value;
    const own = value.filter((row) => row["ExternalCode"] === total?.["ExternalCode"]);
    const sum = own.reduce((all, row) => all + (Number(row["ValueString"]) || 0), 0);
    expect(own[0]?.["DimMembers"]).toMatch(/geslacht_[MV]/);
    expect(String(sum)).toBe(total?.["ValueString"]);
  });

  it("can be asked by the address of a row", async () => {
    const [row] = (await ask(`/Variables('inwoners')/GeoLevels('gemeente')/${years}('2024')/Values`)).value;
    const { "@odata.context": _, ...again } = (await get(String(row?.["@odata.id"]).replace(origin, ""))).json();
    expect(again).toEqual(row);
  });
});

describe("options", () => {
  const filters: readonly (readonly [string, (row: Row) => boolean])[] = [
    ["ExternalCode eq 'inwoners'", (row) => row["ExternalCode"] === "inwoners"],
    ["not (DataType eq 'count') and Unit ne null", (row) => row["DataType"] !== "count" && row["Unit"] !== null],
    ["ExternalCode in ('inwoners','groei')", (row) => ["inwoners", "groei"].includes(String(row["ExternalCode"]))],
    [
      "contains(tolower(Name),'inwoner') or RoundOff ge 1",
      (row) => /inwoner/i.test(String(row["Name"])) || Number(row["RoundOff"] ?? -1) >= 1,
    ],
    ["startswith(ExternalCode,'in') eq true", (row) => String(row["ExternalCode"]).startsWith("in")],
    ["endswith(toupper(ExternalCode),'N')", (row) => /n$/i.test(String(row["ExternalCode"]))],
    ["Name gt 'O''' and Name lt 'Z'", (row) => String(row["Name"]) > "O'" && String(row["Name"]) < "Z"],
    ["((Formula eq null))", (row) => row["Formula"] === null],
    ["externalcode EQ 'groei'", (row) => row["ExternalCode"] === "groei"],
  ];
  it.each(filters)("$filter=%s", async (filter, test) => {
    const all = (await ask("/Variables")).value;
    const found = (await ask(`/Variables?$count=true&$filter=${encodeURIComponent(filter)}`)) as Answered;
    expect(found.value).toEqual(all.filter(test));
    expect(found.value.length).toBeGreaterThan(0);
    expect(found["@odata.count"]).toBe(found.value.length);
    expect((await get(`${base}/Variables/$count?$filter=${encodeURIComponent(filter)}`)).body).toBe(String(found.value.length));
  });

  it("$select and $orderby by several properties", async () => {
    const { value, "@odata.context": context } = await ask("/Variables?%24select=name,DataType&$orderby=DataType%20desc,Name");
    expect(context).toBe(`${origin}${base}/$metadata#Variables(Name,DataType)`);
    expect(Object.keys(value[0] ?? {})).toEqual(["@odata.type", "@odata.id", "Name", "DataType"]);
    const texts = value.map((row) => [String(row["DataType"]), String(row["Name"])] as const);
    expect(texts).toEqual(texts.toSorted(([a, b], [c, d]) => (a === c ? (b < d ? -1 : b > d ? 1 : 0) : a < c ? 1 : -1)));
  });

  it("a client that follows the links and one that steps get the same rows, each once", async () => {
    const path = `/Variables('geboorten')/GeoLevels('all')/PeriodLevels('month')/Periods('all')/Values`;
    const whole = (await ask(`${path}?$top=9999`)).value;
    expect(whole.length).toBeGreaterThan(200);
    const linked: Row[] = [];
    for (let url: string | undefined = `${base}${path}?foo=1&$top=9999&%24skip=3&$count=true`; url !== undefined; ) {
      const page: Answered = (await get(url)).json();
      linked.push(...page.value);
      url = page["@odata.nextLink"]?.replace(origin, "");
    }
    expect(linked).toEqual(whole.slice(3));
    const stepped: Row[] = [];
    for (;;) {
      const { value } = await ask(`${path}?$skip=${stepped.length}&$top=37`);
      if (value.length === 0) break;
      stepped.push(...value);
    }
    expect(stepped).toEqual(whole);
  });

  it.each([
    ["$filter=Colour%20eq%20'red'", "$filter", "ExternalCode"],
    ["$filter=Name%20eq%205", "$filter", "'…'"],
    ["$filter=(Name%20eq%20'a'", "$filter", ")"],
    ["$filter=Name%20like%20'a'", "$filter", "eq"],
    [`$filter=${"(".repeat(60)}Name%20eq%20'a'${")".repeat(60)}`, "$filter", ""],
    ["$filter=Name%20eq%20'a", "$filter", ""],
    ["$top=veel", "$top", "0, 1"],
    ["$skip=-1", "$skip", "0, 1"],
    ["$orderby=Name%20up", "$orderby", "Name desc"],
    ["$select=Colour", "$select", "Name"],
    ["$expand=GeoLevels", "$expand", "$filter"],
    ["$format=xml", "$format", "json"],
  ])("%s is refused with what is expected", async (query, target, expected) => {
    const { statusCode, body, headers } = await get(`${base}/Variables?${query}`);
    const { error } = JSON.parse(body);
    expect([statusCode, error.target, headers["odata-version"]]).toEqual([400, target, "4.0"]);
    expect(error.message).toContain(expected);
  });

  it("says what does not exist in the words of the catalogue and the language of the asker", async () => {
    const { statusCode, body } = await get(`${base}/Variables('inwonrs')`, { "accept-language": "en" });
    expect(statusCode).toBe(404);
    expect(JSON.parse(body).error).toMatchObject({ code: "indicator-unknown", message: expect.stringContaining("does not exist") });
    for (const path of ["/Foo", "/Variables/GeoLevels", "/Variables('inwoners')/Foo", "/Variables('", "/%E0%A4%A"]) {
      expect((await get(`${base}${path}`)).statusCode, path).toBeGreaterThanOrEqual(400);
      expect((await get(`${base}${path}`)).statusCode, path).toBeLessThan(500);
    }
  });
});

describe("keeping", () => {
  it("answers are kept under their release and asked again with their tag", async () => {
    const first = await get(`${base}/Variables`);
    const again = await get(`${base}/Variables`, { "if-none-match": String(first.headers["etag"]) });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
  });

  it("pages of other sites may ask, also with a key", async () => {
    const { statusCode, headers } = await site.app.inject({ method: "OPTIONS", url: `${base}/Variables` });
    expect([statusCode, headers["access-control-allow-origin"]]).toEqual([204, "*"]);
    expect(headers["access-control-allow-headers"]).toContain("apikey");
  });

  it("a site whose programs expect it writes codes of areas behind their level", async () => {
    const app = await site.openDoor(async () => ({ status: 200, html: "" }), { areaCodes: "level" });
    const at = async (path: string) => ((await app.inject(`${base}${path}`)).json() as Answered).value[0]?.["ExternalCode"];
    expect(await at("/GeoLevels('gemeente')/GeoItems")).toBe("gemeente_01001");
    expect(await at(`/Variables('inwoners')/GeoLevels('gemeente')/${years}('mrp')/Values`)).toBe("gemeente_01001");
  });
});

describe("the model", () => {
  type Xml = Record<string, unknown>;
  const list = (value: unknown): Xml[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]) as Xml[];

  it("is well-formed CSDL in which every type, key and way is declared", async () => {
    const { headers, body } = await get(`${base}/$metadata`);
    expect(headers["content-type"]).toContain("application/xml");
    expect(XMLValidator.validate(body)).toBe(true);
    const edmx = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: "" }).parse(body)["edmx:Edmx"];
    expect(edmx.Version).toBe("4.0");
    const schema = edmx["edmx:DataServices"].Schema;
    expect(schema.Namespace).toBe(namespace);
    const types = new Map(list(schema.EntityType).map((each) => [String(each["Name"]), each]));
    for (const set of list(schema.EntityContainer.EntitySet))
      expect(types.has(String(set["EntityType"]).slice(namespace.length + 1))).toBe(true);
    for (const type of types.values()) {
      const properties = list(type["Property"]).map((each) => each["Name"]);
      for (const ref of list((type["Key"] as Xml)["PropertyRef"])) expect(properties).toContain(ref["Name"]);
      for (const way of list(type["NavigationProperty"])) {
        const target = /^Collection\((.+)\)$/.exec(String(way["Type"]))?.[1] ?? "";
        expect(types.has(target.slice(namespace.length + 1)), target).toBe(true);
      }
    }
  });

  it("declares everything that answers carry, and every way can be gone", async () => {
    const seen = new Set<string>();
    const kinds: Readonly<Record<string, string>> = { "Edm.String": "string", "Edm.Double": "number", "Edm.Int32": "number" };
    const look = async (path: string, typeName: string): Promise<void> => {
      if (seen.has(`${typeName} ${path.split("/").length}`)) return;
      seen.add(`${typeName} ${path.split("/").length}`);
      const { value } = await ask(`${path}?$top=2`);
      expect(value.length, path).toBeGreaterThan(0);
      const type = Object.values(entityTypes).find((each) => each.name === typeName);
      for (const row of value) {
        expect(row["@odata.type"], path).toBe(`#${namespace}.${typeName}`);
        const own = Object.entries(row).filter(([name]) => !name.startsWith("@"));
        expect(own.map(([name]) => name).sort()).toEqual(type?.properties.map((each) => each.name).sort());
        for (const [name, each] of own) {
          const declared = type?.properties.find((property) => property.name === name)?.type ?? "";
          if (each !== null) expect([name, typeof each]).toEqual([name, kinds[declared]]);
        }
      }
      const id = String(value[0]?.["@odata.id"]).replace(`${origin}${base}`, "");
      for (const [way, { type: target }] of Object.entries(type?.navigation ?? {}) as [string, { type: string }][])
        await look(`${id}/${way}`, target);
    };
    for (const [set, type] of Object.entries(entitySets)) await look(`/${set}`, type);
    expect(new Set([...seen].map((each) => each.split(" ")[0])).size).toBe(Object.keys(entityTypes).length);
  });
});
