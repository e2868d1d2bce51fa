import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../src/http/listen.ts";
import { publish, rollback } from "../src/publish/publish.ts";
import { openTestSite, type TestSite } from "./site.ts";

let site: TestSite;
let base: string;
beforeAll(async () => {
  site = await openTestSite(undefined, "info");
  base = `http://127.0.0.1:${await listen(site.app, "127.0.0.1", 0)}`;
});
afterAll(() => site.close());

const html = { accept: "text/html" };

/** Asks until the answer holds a text, for at most a minute. */
async function until(path: string, text: string): Promise<string> {
  for (let i = 0; i < 600; i++) {
    const body = await (await fetch(base + path, { headers: html })).text();
    if (body.includes(text)) return body;
    await sleep(100);
  }
  throw new Error(`${path} never held ${text}`);
}

describe("over the wire", () => {
  it("a second answer comes from memory and is the same, headers included", async () => {
    const answers = await Promise.all([0, 1, 2].map(async () => fetch(`${base}/indicator/inwoners`, { headers: html })));
    const again = await fetch(`${base}/indicator/inwoners`, { headers: html });
    const names = (headers: Headers): string[] =>
      [...headers]
        .filter(([name]) => name !== "date" && name !== "connection" && name !== "keep-alive")
        .map(([name, value]) => `${name}: ${value}`)
        .sort();
    expect(names(again.headers)).toEqual(names((answers[0] as Response).headers));
    expect(again.headers.get("content-security-policy")).toContain("default-src 'self'");
    expect(site.log.filter((line) => line.includes('"hit":true')).length).toBeGreaterThan(0);
    expect(
      (await fetch(`${base}/indicator/inwoners`, { headers: { ...html, "if-none-match": again.headers.get("etag") ?? "" } })).status,
    ).toBe(304);
  });

  it("logs each request with id, method, address, status and time", async () => {
    await fetch(`${base}/api/v1/areas/wijk`);
    const line = JSON.parse(site.log.find((each) => each.includes("/api/v1/areas/wijk")) ?? "{}");
    expect(line).toMatchObject({ method: "GET", url: "/api/v1/areas/wijk", status: 200, msg: "request" });
    expect(line.reqId).toBeTypeOf("string");
    expect(line.ms).toBeTypeOf("number");
  });

  it("a new release shows by itself, and so does going back; nobody gets an error meanwhile", async () => {
    await until("/", "Merenland in cijfers");
    const statuses = new Set<number>();
    let going = true;
    const readers = [0, 1].map(async () => {
      while (going) {
        statuses.add((await fetch(`${base}/indicator/inwoners?period=${2023 + Math.floor(Math.random() * 3)}`, { headers: html })).status);
        await sleep(5);
      }
    });
    const catalogue = await site.region.documents.catalogue();
    const edits = { site: { ...catalogue.site, name: { nl: "Merenland vernieuwd" } } };
    await site.region.documents.commit({ at: "2026-01-16T10:00:00.000Z", by: "test", note: "", edits });
    await publish({ folder: site.region.folder, documents: site.region.documents, at: "2026-01-16T11:00:00.000Z" });
    await until("/", "Merenland vernieuwd");
    rollback(site.region.folder);
    await until("/", "Merenland in cijfers");
    going = false;
    await Promise.all(readers);
    expect([...statuses]).toEqual([200]);
  });

  it("says so when the port is taken", async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) =>
      other.listen(0, "127.0.0.1", () => resolve((other.address() as { port: number }).port)),
    );
    const second = await openTestSite();
    try {
      await expect(listen(second.app, "127.0.0.1", port)).rejects.toMatchObject({ code: "port-taken", details: { port } });
    } finally {
      await second.close();
      await new Promise((resolve) => other.close(resolve));
    }
  });
});
