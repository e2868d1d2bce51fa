import { gunzipSync } from "node:zlib";
import type { routes } from "@peil/core/api.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
beforeAll(async () => {
  site = await openTestSite();
});
afterAll(() => site.close());

const html = { accept: "text/html" };
const get = (url: string, headers: Record<string, string> = html) => site.app.inject({ url, headers });

describe("pages", () => {
  it("are rendered once and answered from memory with the same headers", async () => {
    const first = await get("/indicator/inwoners");
    const second = await get("/indicator/inwoners");
    expect(first.statusCode).toBe(200);
    expect(second.rawPayload.equals(first.rawPayload)).toBe(true);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(first.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "public, max-age=0, must-revalidate",
      vary: "accept-encoding, accept",
      link: expect.stringMatching(/^<https:\/\/cijfers\.example\/indicator\/inwoners>; rel="canonical", /),
    });
  });

  it("are not sent again to who holds them", async () => {
    const { headers } = await get("/indicator/inwoners");
    const again = await get("/indicator/inwoners", { ...html, "if-none-match": String(headers.etag) });
    expect(again.statusCode).toBe(304);
    expect(again.rawPayload.length).toBe(0);
    expect(again.headers.etag).toBe(headers.etag);
  });

  it("travel compressed", async () => {
    const plain = await get("/indicator/inwoners");
    const zipped = await get("/indicator/inwoners", { ...html, "accept-encoding": "gzip" });
    expect(zipped.headers["content-encoding"]).toBe("gzip");
    expect(gunzipSync(zipped.rawPayload).equals(plain.rawPayload)).toBe(true);
    expect(Number(zipped.headers["content-length"])).toBe(zipped.rawPayload.length);
  });

  it("let nothing in from elsewhere and run nothing that stands in the page", async () => {
    const { headers } = await get("/");
    expect(headers["content-security-policy"]).toContain("default-src 'self'");
    expect(headers["content-security-policy"]).not.toContain("unsafe-inline");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "no-referrer",
    });
    expect(headers["x-powered-by"]).toBeUndefined();
  });

  it("pass on where the website sends a reader, within the site", async () => {
    const { statusCode, headers } = await get("/moved");
    expect([statusCode, headers.location]).toEqual([301, "/indicator/inwoners"]);
  });

  it("that do not exist say so and are not kept", async () => {
    const gone = await get("/gone");
    expect([gone.statusCode, gone.headers["cache-control"]]).toEqual([404, "no-store"]);
  });

  it("answer HEAD without a body", async () => {
    const { statusCode, rawPayload } = await site.app.inject({ method: "HEAD", url: "/", headers: html });
    expect([statusCode, rawPayload.length]).toEqual([200, 0]);
  });

  it("take nothing but questions", async () => {
    expect((await site.app.inject({ method: "POST", url: "/", headers: html })).statusCode).toBe(404);
  });
});

describe("canonical addresses", () => {
  it.each([
    ["/indicator/inwoners?compare=land:L&level=gemeente", "/indicator/inwoners?level=gemeente&compare=land:L"],
    ["/indicator/inwoners?period=2024,2024", "/indicator/inwoners?period=2024"],
    ["/indicator/inwoners?level=gemeente&compare=&show=map", "/indicator/inwoners?level=gemeente&show=map"],
    ["/indicator/inwoners?show=map&level=gemeente&utm_source=mail", "/indicator/inwoners?level=gemeente&show=map"],
    ["/en/indicator/inwoners/?area=01001&level=gemeente", "/en/indicator/inwoners?level=gemeente&area=01001"],
    ["/search?q=", "/search"],
    ["/en", "/en/"],
    ["/theme/bevolking/", "/theme/bevolking"],
    ["//evil.example/", "/evil.example"],
  ])("%s → %s", async (given, canonical) => {
    const { statusCode, headers } = await get(given);
    expect([statusCode, headers.location]).toEqual([308, canonical]);
    expect((await get(canonical)).statusCode).toBe(200);
  });

  it.each([
    "/indicator/inwoners?utm_source=mail&fbclid=1",
    "/indicator/inwoners?level=gemeente&utm_source=mail&period=recent&compare=none",
    "/search?q=werk&utm_campaign=x",
    "/area/gemeente/01001?compare=land:L",
  ])("%s stays", async (address) => {
    expect((await get(address)).statusCode).toBe(200);
  });

  it("campaign keys make no page of their own", async () => {
    const plain = await get("/indicator/groei");
    const mailed = await get("/indicator/groei?utm_source=mail");
    expect(mailed.headers.etag).toBe(plain.headers.etag);
  });

  it("what cannot be read is left for the page to explain", async () => {
    expect((await get("/indicator/inwoners?period=gisteren")).statusCode).toBe(400);
  });
});

describe("the API", () => {
  const addresses: Partial<Record<keyof typeof routes, string>> = {
    frame: "/api/v1/frame",
    home: "/api/v1/home",
    theme: "/api/v1/themes/bevolking",
    indicator: "/api/v1/indicators/inwoners?level=gemeente",
    area: "/api/v1/areas/gemeente/01001",
    areas: "/api/v1/areas/gemeente",
    similar: "/api/v1/areas/gemeente/01001/similar?parts=inwoners",
    search: "/api/v1/search?q=inwoners",
    data: "/api/v1/data?indicator=inwoners&level=gemeente",
    geometry: "/api/v1/geometry/gemeente",
    releases: "/api/v1/releases",
  };

  it.each(Object.entries(addresses))("answers %s as JSON, open to all", async (_, url) => {
    const { statusCode, headers, json } = await get(url);
    expect(statusCode).toBe(200);
    expect(headers).toMatchObject({ "content-type": "application/json; charset=utf-8", "access-control-allow-origin": "*" });
    expect(json()).toBeTypeOf("object");
  });

  it("gives cells without a figure as null, with their state", async () => {
    const { values, status } = (await get("/api/v1/data?indicator=misdrijven&level=gemeente&period=2024")).json();
    const at = status.findIndex((each: number) => each !== 0);
    expect(values[at]).toBeNull();
  });

  it("says what is wrong as a problem document", async () => {
    const { statusCode, headers, json } = await get("/api/v1/data?indicator=onbekend&level=gemeente", { "accept-language": "en-GB" });
    expect([statusCode, headers["content-type"]]).toEqual([404, "application/problem+json; charset=utf-8"]);
    expect(json()).toMatchObject({ status: 404, code: "indicator-unknown", title: "The indicator “onbekend” does not exist." });
  });

  it("knows no other addresses", async () => {
    expect((await get("/api/v1/onbekend")).json()).toMatchObject({ status: 404, code: "not-found" });
    const undecodable = await get("/api/v1/levels%zz", {});
    expect(undecodable.json()).toMatchObject({ status: 400, code: "selection-invalid", details: { key: "address" } });
  });
});

describe("faults", () => {
  it("show a number and no word of internals; the log has the rest", async () => {
    const { statusCode, body } = await get("/broken");
    expect(statusCode).toBe(500);
    expect(body).not.toContain("secrets");
    const id = /nummer (\w+)/.exec(body)?.[1];
    const line = site.log.find((each) => id !== undefined && each.includes(id));
    expect(line).toContain("a bug with secrets");
  });

  it("of the address are the sender's", async () => {
    const { statusCode } = await get("/indicator/%E0%A4%A");
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(statusCode).toBeLessThan(500);
  });
});

describe("health", () => {
  it("is alive and ready", async () => {
    expect((await get("/healthz")).json()).toEqual({ status: "ok" });
    expect((await get("/readyz")).json()).toEqual({ status: "ok", release: site.releases.current().id });
  });
});
