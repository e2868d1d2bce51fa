import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { formats } from "../src/formats/index.ts";
import { listen } from "../src/http/listen.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
let base: string;
beforeAll(async () => {
  site = await openTestSite();
  base = `http://127.0.0.1:${await listen(site.app, "127.0.0.1", 0)}`;
});
afterAll(() => site.close());

const get = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers });
const data = "/api/v1/data?indicator=inwoners&level=gemeente";
const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8";
const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

describe("what a client accepts decides on the form", () => {
  it.each([
    ["/indicator/inwoners", browser, "text/html"],
    ["/indicator/inwoners", "*/*", "text/html"],
    ["/indicator/inwoners", "text/csv", "text/csv"],
    ["/en/indicator/inwoners?level=gemeente", "text/csv; header=present", "text/csv"],
    ["/indicator/inwoners", "text/html;q=0.5, text/csv;q=0.9", "text/csv"],
    ["/indicator/inwoners", "text/csv;q=0.2, */*;q=0.1", "text/csv"],
    ["/indicator/inwoners", "text/*", "text/html"],
    ["/indicator/inwoners", "application/x-unheard-of", "text/html"],
    ["/area/gemeente/02001", "text/x-pcaxis", "text/x-pcaxis"],
    ["/theme/bevolking", xlsx, xlsx],
    [data, browser, "application/json"],
    [data, "application/json", "application/json"],
    [data, "text/html", "application/json"],
    [data, "text/csv", "text/csv"],
    [data, "application/json;q=0, */*", "text/csv"],
  ])("%s for %s is %s", async (path, accept, expected) => {
    // The second answer comes from memory, past the router.
    for (const round of [1, 2]) {
      const { status, headers } = await get(path, { accept });
      expect([round, status, headers.get("content-type")?.split(";")[0]]).toEqual([round, 200, expected]);
      expect(headers.get("vary")?.split(", ").sort()).toEqual(["accept", "accept-encoding"]);
    }
  });

  it("gives the same bytes as the address with the extension, and names it", async () => {
    const [chosen, named] = [
      await get("/indicator/groei?level=gemeente", { accept: "text/csv" }),
      await get("/indicator/groei.csv?level=gemeente"),
    ];
    expect(chosen.headers.get("content-location")).toBe("/indicator/groei.csv?level=gemeente");
    expect(await chosen.text()).toBe(await named.text());
    expect(named.headers.get("content-location")).toBeNull();
    expect(named.headers.get("vary")).toBe("accept-encoding");
  });

  it("links to every other form, but not where the address is very long", async () => {
    const links = (await get(data)).headers.get("link") ?? "";
    for (const { extension } of formats) {
      expect(links).toContain(`</api/v1/data.${extension}?indicator=inwoners&level=gemeente>; rel="alternate"`);
    }
    expect((await get(`${data}&x=${"x".repeat(3000)}`)).headers.get("link")).toBeNull();
  });

  it("refuses only who excludes what there is, and says what there is", async () => {
    for (const round of [1, 2]) {
      const answer = await get(data, { accept: "image/avif, */*;q=0" });
      expect([round, answer.status]).toEqual([round, 406]);
      const problem = (await answer.json()) as { code: string; detail: string };
      expect(problem.code).toBe("not-acceptable");
      expect(problem.detail).toContain("text/csv");
    }
  });

  it("leaves files, and what is no such address, as they are", async () => {
    expect((await get("/indicator/inwoners.csv", { accept: "text/html;q=0, application/json" })).headers.get("content-type")).toContain(
      "csv",
    );
    expect((await get("/api/v1/frame", { accept: "text/csv" })).headers.get("content-type")).toContain("application/json");
  });
});

describe("parts of an answer", () => {
  const url = "/indicator/inwoners.csv?level=gemeente&period=all";

  it.each([
    ["bytes=0-9", 0, 10],
    ["bytes=10-", 10, undefined],
    ["bytes=-25", -25, undefined],
    ["BYTES = 5-5", 5, 6],
  ])("%s", async (range, from, to) => {
    const whole = Buffer.from(await (await get(url, { "accept-encoding": "identity" })).arrayBuffer());
    const part = await get(url, { range });
    const body = Buffer.from(await part.arrayBuffer());
    expect(part.status).toBe(206);
    expect(body.equals(whole.subarray(from, to))).toBe(true);
    const first = from < 0 ? whole.length + from : from;
    expect(part.headers.get("content-range")).toBe(`bytes ${first}-${first + body.length - 1}/${whole.length}`);
    expect(part.headers.get("content-length")).toBe(String(body.length));
    expect(part.headers.get("content-encoding")).toBeNull();
  });

  it.each(["bytes=0-1,3-4", "bytes=9-5", "items=0-1", "bytes=-", "bytes=a-b"])("%s is answered whole", async (range) => {
    const { status, headers } = await get(url, { range });
    expect([status, headers.get("accept-ranges")]).toEqual([200, "bytes"]);
  });

  it("beyond the end are none", async () => {
    for (const range of ["bytes=99999999-", "bytes=-0"]) {
      const { status, headers } = await get(url, { range });
      expect([range, status, headers.get("content-range")]).toEqual([range, 416, expect.stringMatching(/^bytes \*\/\d+$/)]);
    }
  });

  it("only for who holds the same bytes", async () => {
    const { headers } = await get(url, { "accept-encoding": "identity" });
    const etag = headers.get("etag") ?? "";
    const modified = headers.get("last-modified") ?? "";
    const statusFor = async (condition: string) => (await get(url, { range: "bytes=0-1", "if-range": condition })).status;
    expect(await Promise.all([etag, modified, `W/${etag}`, '"other"', "Thu, 01 Jan 1970 00:00:00 GMT"].map(statusFor))).toEqual([
      206, 206, 200, 200, 200,
    ]);
  });

  it("are not sent to who holds the whole", async () => {
    const etag = (await get(url)).headers.get("etag") ?? "";
    expect((await get(url, { range: "bytes=0-1", "if-none-match": etag })).status).toBe(304);
  });
});

describe("conditions", () => {
  it("by date hold for the very moment of the release, and a tag goes before", async () => {
    const modified = (await get(data)).headers.get("last-modified") ?? "";
    expect(new Date(modified).toISOString()).toBe("2026-01-15T11:00:00.000Z");
    const statusFor = async (headers: Record<string, string>) => (await get(data, headers)).status;
    expect(await statusFor({ "if-modified-since": modified })).toBe(304);
    expect(await statusFor({ "if-modified-since": "Fri, 01 Jan 2100 00:00:00 GMT" })).toBe(200);
    expect(await statusFor({ "if-modified-since": modified, "if-none-match": '"other"' })).toBe(200);
  });

  it("by date do not hold for pages, which show more than a release", async () => {
    expect((await get("/indicator/inwoners", { accept: "text/html" })).headers.get("last-modified")).toBeNull();
  });
});
