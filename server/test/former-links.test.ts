import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const get = (url: string) => site.app.inject({ url, headers: { accept: "text/html" } });

describe("links that mails and sites use today", () => {
  it.each([
    ["/databank?var=inwoners", "/indicator/inwoners"],
    ["/databank?var=INWONERS&geolevel=Gemeente", "/indicator/inwoners?level=gemeente"],
    ["/?var=inwoners&geolevel=gemeente&geoitem=gemeente_01001&period=2024", "/indicator/inwoners?level=gemeente&area=01001&period=2024"],
    ["/jive?VAR=inwoners&GeoItem=gemeente_01001&period=mrp", "/indicator/inwoners?level=gemeente&area=01001&period=recent"],
    ["/jive?var=geboorten&period=mrp&periodlevel=month", "/indicator/geboorten?period=last:1:month"],
    ["//jive//?var=inwoners&period=mostrecent&keepworkspace=true", "/indicator/inwoners?period=recent"],
    [
      "/viewer?var=inwoners&geolevel=gemeente&geoitem_codes=01001,01002&period=2023,2024",
      "/indicator/inwoners?level=gemeente&area=01001,01002&period=2023,2024",
    ],
    ["/databank/?var=bevolking&dimlevel=geslacht&geolevel=provincie", "/indicator/bevolking?level=provincie&by=geslacht"],
    ["/databank?var=inwoners&geocompare=land&geocompare_item=L", "/indicator/inwoners?compare=land:L"],
    ["/databank?var=inwoners&geolevel=wijk&geoitem=gemeente_01001", "/indicator/inwoners?level=wijk&within=gemeente:01001"],
    [
      "/databank?var=inwoners&geolevel=provincie2024&geoitem=01&geosplit=gemeente2024",
      "/indicator/inwoners?level=gemeente2024&within=provincie2024:01",
    ],
    ["/databank?var=inwoners,groei&geolevel=gemeente", "/databank?indicator=inwoners,groei&level=gemeente"],
    ["/databank?var=inwoners&mtm_campaign=nieuwsbrief&mtm_kwd=mei&utm=x", "/indicator/inwoners?mtm_campaign=nieuwsbrief&mtm_kwd=mei"],
    ["/?report=gemeentescan&input_geo=gemeente_01001", "/vogelvlucht/gemeente/01001"],
    ["/report?report=economie&input_geo=gemeente_01001", "/vogelvlucht/gemeente/01001?theme=economie"],
    ["/dashboard/Economie/?regionlevel=gemeente&regioncode=01001", "/vogelvlucht/gemeente/01001?theme=economie"],
    ["/dashboard/samen_leven?regionlevel=gemeente&regioncode=01001", "/vogelvlucht/gemeente/01001"],
    ["/dashboard/economie", "/theme/economie"],
    ["/dashboard", "/"],
    ["/?workspace_guid=0f1e", "/?was=workspace"],
    ["/databank?workspace_guid=0f1e&var=inwoners&geoitem=gemeente_01001", "/indicator/inwoners?level=gemeente&area=01001&was=workspace"],
  ])("%s → %s", async (given, expected) => {
    const { statusCode, headers } = await get(given);
    expect([statusCode, headers.location]).toEqual([302, expected]);
  });

  it.each([
    "/",
    "/search?q=var",
    "/databank?indicator=inwoners&level=gemeente",
    "/indicator/inwoners?level=gemeente&period=recent",
    "/theme/economie?report=x",
  ])("%s is an address of today", async (address) => {
    expect((await get(address)).headers.location).toBeUndefined();
  });

  it("a municipality of before a merger is found on its own division", async () => {
    const { headers } = await get("/databank?var=inwoners&geoitem=gemeente_02002");
    expect(headers.location).toBe("/indicator/inwoners?level=gemeente2024&area=02002");
  });

  it("what cannot be found is left out, and nobody is sent to another site", async () => {
    expect((await get("/databank?var=inwoners&geoitem=gemeente_99&period=gisteren")).headers.location).toBe("/indicator/inwoners");
    expect((await get("/dashboard/%2F%2Fevil.example?regioncode=1")).headers.location).toBe("/");
    expect((await get("/?var=%2F%2Fevil.example")).headers.location).toBe("/indicator/%2F%2Fevil.example");
    expect((await get("/databank?var=%E0%A4%A")).statusCode).toBeLessThan(500);
  });
});
