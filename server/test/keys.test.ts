import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CommandContext } from "../src/commands/command.ts";
import { keyCommand } from "../src/commands/key.ts";
import { withoutKey } from "../src/http/shown-key.ts";
import { openKeys } from "../src/keys.ts";
import { type KeyedSite, openKeyedSite } from "./keyed.ts";

let keyed: KeyedSite;
let quota: string;
let free: string;
beforeAll(async () => {
  keyed = await openKeyedSite({ limit: 30 });
  quota = await keyed.key("zuinig", { quota: 3 });
  free = await keyed.key("vrij");
});
afterAll(() => keyed.close());

let asked = 0;
/** A question that nobody asked before: it must be computed. */
const fresh = (): string => `/api/v1/search?q=inwoners+${++asked}`;
const ask = (path: string, from: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(keyed.base + path, { headers: { "x-forwarded-for": from, ...headers } });

describe("a key in an address", () => {
  it.each([
    ["/a?apikey=k", "/a", "k"],
    ["/a?b=1&APIKEY=k&c=2", "/a?b=1&c=2", "k"],
    ["/a?ApiKey=k&b=1", "/a?b=1", "k"],
    ["/a?b=1&amp;apikey=k", "/a?b=1", "k"],
    ["/a?b=1?apikey=k&c=%41", "/a?b=1&c=%41", "k"],
    ["/a?%61pikey=k%20&apikey=l", "/a", "k"],
    ["/a?apikey", "/a", ""],
    ["/a?b=apikey&xapikey=1&c=%", "/a?b=apikey&xapikey=1&c=%", undefined],
    ["/apikey=k", "/apikey=k", undefined],
  ])("is taken out of %s", (url, left, key) => {
    expect(withoutKey(url)).toEqual([left, key]);
  });

  it("leaves no trace in answers, links, caches or the log", async () => {
    const secret = "peil_geheim";
    const paths = [
      `/indicator/inwoners?ApiKey=${secret}`,
      `/api/v1/data?indicator=inwoners&level=gemeente&apikey=${secret}`,
      `/api/v1/data.csv?indicator=inwoners&level=gemeente&period=2024&%61pikey=${secret}`,
      `/indicator/inwoners.json?APIKEY=${secret}&level=gemeente`,
      `/api/v1/niets?apikey=${secret}`,
      `/?var=inwoners&apikey=${secret}`,
      `/%zz?apikey=${secret}`,
    ];
    for (const path of paths) {
      const answer = await fetch(keyed.base + path, { redirect: "manual", headers: { "x-forwarded-for": "192.0.2.1" } });
      expect(answer.status, path).toBeLessThan(500);
      expect(JSON.stringify([...answer.headers]) + (await answer.text()), path).not.toContain(secret);
    }
    const plain = await ask("/api/v1/data?indicator=inwoners&level=gemeente", "192.0.2.1");
    expect(plain.headers.get("ratelimit"), "the answer with a key is the one that is ready").toBeNull();
    await ask("/api/v1/levels", "192.0.2.1", { authorization: `Bearer ${secret}` });
    expect(keyed.site.log.length).toBeGreaterThan(paths.length);
    expect(keyed.site.log.join("\n")).not.toMatch(/geheim|apikey/i);
  });
});

describe("limits", () => {
  it("ask who asks too much to wait, say how long, and hamper nobody else", async () => {
    for (let i = 0; i < 30; i++) expect((await ask(fresh(), "198.51.100.1")).status).toBe(200);
    const refused = await ask(fresh(), "198.51.100.1", { "accept-language": "en" });
    expect(refused.status).toBe(429);
    const wait = Number(refused.headers.get("retry-after"));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(refused.headers.get("content-type")).toContain("application/problem+json");
    expect(refused.headers.get("ratelimit-policy")).toBe('"client";q=30;w=60');
    expect(refused.headers.get("ratelimit")).toMatch(/^"client";r=0;t=\d+$/);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    expect(await refused.json()).toMatchObject({ code: "limit-reached", status: 429, title: "You asked more than 30 questions a minute." });
    expect((await ask(fresh(), "198.51.100.2")).headers.get("ratelimit")).toMatch(/r=29;/);
  });

  it("count neither what is ready nor pages", async () => {
    const [path] = [fresh(), await ask("/api/v1/levels", "198.51.100.3")];
    await ask(path, "198.51.100.4");
    for (let i = 0; i < 30; i++) expect((await ask(path, "198.51.100.3")).status).toBe(200);
    for (let i = 0; i < 40; i++) expect((await ask(`/indicator/inwoners?period=${2000 + i}`, "198.51.100.3")).status).toBeLessThan(429);
    expect((await ask(fresh(), "198.51.100.3")).headers.get("ratelimit")).toMatch(/r=29;/);
  });

  it("are those of the key where one is shown, in any form, and an unknown key counts for nothing", async () => {
    const ways: Record<string, string>[] = [{ apikey: quota }, { "X-API-Key": quota }, { authorization: `bearer ${quota}` }];
    for (const headers of ways) expect((await ask(fresh(), "203.0.113.1", headers)).status).toBe(200);
    const beyond = await ask(`${fresh()}&APIkey=${quota}`, "203.0.113.2");
    expect([beyond.status, await beyond.json()]).toMatchObject([429, { code: "limit-reached", details: { limit: 3 } }]);
    expect(Number(beyond.headers.get("retry-after"))).toBeGreaterThan(3500);
    for (let i = 0; i < 40; i++) expect((await ask(fresh(), "203.0.113.3", { apikey: free })).status).toBe(200);
    expect((await ask(fresh(), "203.0.113.4", { apikey: "peil_onbekend" })).headers.get("ratelimit")).toMatch(/r=29;/);
    const used = await keyed.site.region.documents.keys();
    expect(used.map((each) => [each.name, each.used !== undefined])).toEqual([
      ["vrij", true],
      ["zuinig", true],
    ]);
  });

  it("do not take all readers for one where nobody told of the proxy", async () => {
    const blind = await openKeyedSite({ limit: 2, proxies: 0 });
    try {
      for (let i = 0; i < 4; i++)
        expect((await fetch(`${blind.base}${fresh()}`, { headers: { "x-forwarded-for": "192.0.2.8" } })).status).toBe(200);
      expect(blind.site.log.filter((line) => line.includes("PEIL_PROXIES"))).toHaveLength(1);
      const statuses = [];
      for (let i = 0; i < 3; i++) statuses.push((await fetch(blind.base + fresh())).status);
      expect(statuses).toEqual([200, 200, 429]);
    } finally {
      await blind.close();
    }
  });

  it("let files flow to one client six at a time, and to others beside them", async () => {
    // Readers that take nothing: what flows to them stays where it is.
    const path = "/slow.csv";
    const sockets = Array.from({ length: 7 }, () => connect(Number(new URL(keyed.base).port), "127.0.0.1"));
    const heard = sockets.map((socket) => {
      let text = "";
      socket.on("data", (chunk: Buffer) => {
        text += chunk.toString("latin1").slice(0, 20);
        socket.pause();
      });
      return () => text;
    });
    try {
      for (const [i, socket] of sockets.entries())
        socket.write(`GET ${path}?${i} HTTP/1.1\r\nhost: x\r\nx-forwarded-for: 192.0.2.77\r\n\r\n`);
      await expect.poll(() => heard.filter((each) => each() !== "").length).toBe(6);
      const other = await fetch(`${keyed.base}${path}?other`, { headers: { "x-forwarded-for": "192.0.2.78" } });
      expect(other.status).toBe(200);
      await other.body?.cancel();
      const first = heard.findIndex((each) => each() !== "");
      sockets[first]?.destroy();
      await expect.poll(() => heard.filter((each) => each() !== "").length).toBe(7);
    } finally {
      for (const socket of sockets) socket.destroy();
    }
  });
});

describe("pages of other sites", () => {
  it.each(["/api/v1/levels", "/api/v1/data.csv?indicator=inwoners&level=gemeente", "/indicator/inwoners.json", "/api/v1/niets"])(
    "may read %s and its headers",
    async (path) => {
      const answer = await ask(path, "192.0.2.40", { origin: "https://elders.example" });
      expect(answer.headers.get("access-control-allow-origin")).toBe("*");
      if (answer.ok)
        expect(answer.headers.get("access-control-expose-headers")).toMatch(/etag.*link.*retry-after.*content-disposition.*ratelimit/);
    },
  );

  it("may send a key and conditions along", async () => {
    const answer = await fetch(`${keyed.base}/api/v1/data`, {
      method: "OPTIONS",
      headers: { origin: "https://elders.example", "access-control-request-method": "GET", "access-control-request-headers": "apikey" },
    });
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    for (const name of ["apikey", "x-api-key", "authorization", "if-none-match", "range"])
      expect(answer.headers.get("access-control-allow-headers")).toContain(name);
    expect(answer.headers.get("access-control-allow-methods")).not.toContain("POST");
  });
});

describe("peil key", () => {
  const said = { out: "", err: "", told: "" };
  const run = (...args: string[]): Promise<number> => {
    Object.assign(said, { out: "", err: "", told: "" });
    const { documents } = keyed.site.region;
    return keyCommand.run(args, {
      config: { language: "nl" },
      now: () => "2026-02-01T00:00:00.000Z",
      write: (text: string) => (said.out += text),
      warn: (text: string) => (said.err += text),
      tell: (text: { nl: string }) => (said.told += `${text.nl}\n`),
      openDocuments: async () => ({ ...documents, close: async () => {} }),
    } as unknown as CommandContext);
  };

  it("shows a key once, keeps only its hash, lists and revokes it", async () => {
    expect(await run("add", "Dienst.Data", "--upload", "--quota", "500")).toBe(0);
    expect(said.out).toMatch(/^peil_[0-9a-f]{64}\n$/);
    const text = said.out.trim();
    expect(JSON.stringify(await keyed.site.region.documents.keys())).not.toContain(text);
    await run("list");
    expect(said.told).toContain(
      `Dienst.Data  ${text.slice(0, 13)}…  inlezen  500 per uur  gemaakt 2026-02-01T00:00:00.000Z  gebruikt nooit`,
    );
    expect(said.told).not.toContain(text);
    const own = openKeys(
      async () => keyed.site.region.documents,
      () => {},
      Date.now,
    );
    expect(await own.find(text)).toMatchObject({ name: "Dienst.Data", upload: true, quota: 500 });
    await run("revoke", text.slice(0, 13));
    expect(said.told).toContain("ingetrokken");
    const later = openKeys(
      async () => keyed.site.region.documents,
      () => {},
      Date.now,
    );
    expect(await later.find(text)).toBeUndefined();
    await expect(run("add", "dienst.data")).rejects.toMatchObject({ code: "key-taken" });
    await expect(run("revoke", "niemand")).rejects.toMatchObject({ code: "key-unknown" });
  });

  it.each([
    [],
    ["add"],
    ["add", "-x"],
    ["add", "a b"],
    ["list", "x"],
    ["revoke"],
    ["add", "x", "--quota", "0"],
    ["list", "--upload"],
    ["add", "x", "y"],
  ])("refuses %j", async (...args) => {
    await expect(run(...args)).rejects.toMatchObject({ code: "command-wrong" });
  });
});
