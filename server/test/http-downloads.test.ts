import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formats } from "../src/formats/index.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const get = (url: string, headers: Record<string, string> = {}) => site.app.inject({ url, headers });

describe("downloads", () => {
  it("have a name and the type of their format", async () => {
    const { statusCode, headers } = await get("/indicator/inwoners.csv?level=gemeente");
    expect(statusCode).toBe(200);
    expect(headers["content-disposition"]).toBe('attachment; filename="inwoners-gemeente.csv"');
    expect(headers["content-type"]).toContain("text/csv");
    expect(headers["access-control-allow-origin"]).toBe("*");
  });

  it.each(["/indicator/inwoners", "/area/gemeente/02001", "/theme/bevolking", "/api/v1/data"])(
    "%s in every format and language",
    async (path) => {
      const query = path.startsWith("/api") ? "?indicator=inwoners&level=gemeente" : "";
      for (const prefix of ["", "/en"]) {
        for (const { extension } of formats) {
          const { statusCode, rawPayload } = await get(`${prefix}${path}.${extension}${query}`);
          expect([prefix, path, extension, statusCode]).toEqual([prefix, path, extension, 200]);
          expect(rawPayload.length).toBeGreaterThan(200);
        }
      }
    },
  );

  it("hold the figures of the selection, the same in every format", async () => {
    const query = "?level=gemeente&area=02001&period=2024,2025&compare=land:L";
    const csv = (await get(`/indicator/inwoners.csv${query}`)).body;
    const book = read((await get(`/indicator/inwoners.xlsx${query}`)).rawPayload);
    const json = (await get(`/indicator/inwoners.json${query}`)).json();
    expect(json.value).toEqual([3300, 3400, 21900, 22800]);
    expect(csv.split("\n").filter((line) => /,(3300|3400|21900|22800),/.test(line)).length).toBe(4);
    expect(utils.sheet_to_json(book.Sheets.Tabel ?? {}, { header: 1 })).toEqual([
      ["Onderwerp", "Gebied", "2024", "2025"],
      ["Inwoners (inwoners)", "Cirkelbeek", 3300, 3400],
      ["Inwoners (inwoners)", "Merenland", 21900, 22800],
    ]);
  });

  it("of an address without a level take the level that readers know, and say so in their name", async () => {
    expect((await get("/theme/bevolking.csv")).headers["content-disposition"]).toBe('attachment; filename="bevolking-gemeente.csv"');
    expect((await get("/theme/bevolking.csv?level=provincie")).headers["content-disposition"]).toBe(
      'attachment; filename="bevolking-provincie.csv"',
    );
  });

  it("that name their release hold for ever, all others until something new is published", async () => {
    const { release } = (await get("/api/v1/frame")).json();
    const query = "indicator=inwoners&level=gemeente";
    for (const path of ["/api/v1/data", "/api/v1/data.csv", "/indicator/inwoners.px", "/api/v1/indicators/inwoners"]) {
      const kept = (await get(`${path}?${query}&release=${release.id}`)).headers["cache-control"];
      expect([path, kept]).toEqual([path, "public, max-age=31536000, immutable"]);
      expect((await get(`${path}?${query}`)).headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    }
  });

  it("are kept ready and not sent again to who holds them", async () => {
    const { headers } = await get("/indicator/groei.xlsx");
    const again = await get("/indicator/groei.xlsx", { "if-none-match": String(headers.etag) });
    expect(again.statusCode).toBe(304);
  });

  it("of CSV name what describes them, and that describes them", async () => {
    const { headers, body } = await get("/en/indicator/inwoners.csv?level=gemeente&dialect=excel");
    const beside = "https://cijfers.example/en/indicator/inwoners.csvw?level=gemeente&dialect=excel";
    expect(headers.link).toBe(`<${beside}>; rel="describedby"; type="application/csvm+json"`);
    const described = await get(beside.slice("https://cijfers.example".length));
    expect(described.headers["content-type"]).toContain("application/csvm+json");
    expect(described.headers["content-disposition"]).toBe('attachment; filename="inwoners-gemeente.csv-metadata.json"');
    expect(described.json().url).toBe(beside.replace(".csvw", ".csv"));
    const columns = described.json().tableSchema.columns.map((each: { titles: string }) => each.titles);
    expect(body.slice(1).split("\r\n")[0]).toBe(columns.join(";"));
    expect((await get("/indicator/inwoners.json")).headers.link).toBeUndefined();
  });

  it("with borders hold the shape and the figures of every area, of each level that was asked", async () => {
    const query = "?level=gemeente&period=2025&compare=land:L";
    const { features } = (await get(`/indicator/inwoners.geojson${query}`)).json();
    const found = features.map((each: GeoJSON.Feature) => [each.properties?.level, each.id, each.properties?.value, each.geometry?.type]);
    expect(found).toContainEqual(["gemeente", "03001", 10000, expect.stringMatching(/Polygon/)]);
    expect(found).toContainEqual(["land", "L", 22800, expect.anything()]);
    const { objects } = (await get(`/indicator/inwoners.topojson${query}`)).json();
    expect(Object.keys(objects)).toEqual(["gemeente", "land"]);
  });

  it("say what is wrong", async () => {
    expect((await get("/indicator/onbekend.csv", { accept: "*/*" })).json()).toMatchObject({ code: "indicator-unknown" });
    expect((await get("/area/gemeente/onbekend.csv")).json()).toMatchObject({ code: "area-unknown" });
    expect((await get("/theme/onbekend.csv")).json()).toMatchObject({ code: "not-found" });
  });
});
