import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { routes } from "@peil/core/api.ts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../server/src/http/listen.ts";
import { publish } from "../../server/src/publish/publish.ts";
import { openTestSite, type TestSite } from "../../server/test/site.ts";
import { type Client, createClient, PeilProblem } from "../src/index.ts";

let site: TestSite;
let origin: string;
let client: Client;
const statuses: number[] = [];
beforeAll(async () => {
  site = await openTestSite();
  origin = `http://127.0.0.1:${await listen(site.app, "127.0.0.1", 0)}`;
  const counting: typeof fetch = async (...given) => {
    const answer = await fetch(...given);
    statuses.push(answer.status);
    return answer;
  };
  client = createClient({ origin: `${origin}/`, language: "en", fetch: counting });
});
afterAll(() => site.close());

/** What a promise is refused with. */
const problem = async (asked: Promise<unknown>): Promise<PeilProblem> =>
  asked.then(
    () => expect.fail("answered"),
    (error) => error,
  );

describe("the client", () => {
  it("has a method for every route", () => {
    for (const name of Object.keys(routes)) expect(client[name as keyof typeof routes]).toBeTypeOf("function");
  });

  it("reads figures by the keys of a selection, typed", async () => {
    const cube = await client.data({ indicator: ["inwoners", "misdrijven"], level: "gemeente", period: [2024], compare: "land:L" });
    const values: readonly (number | null)[] = cube.values;
    expect(cube.axes.map((each) => each.role)).toEqual(["indicator", "area", "period"]);
    expect(values.length).toBe(cube.status.length);
    expect(values.some((each) => each === null)).toBe(true);
    const same = await client.data({ selection: "?indicator=inwoners,misdrijven&level=gemeente&period=2024", compare: "land:L" });
    expect(same).toEqual(cube);
  });

  it("fills the parts of a path, and reads borders as TopoJSON", async () => {
    expect((await client.area({ level: "gemeente", code: "02001", compare: "land:L" })).area.name.nl).toBe("Cirkelbeek");
    expect((await client.geometry({ level: "gemeente", detail: "coarse" }))["type"]).toBe("Topology");
    expect((await client.frame()).release.id).toBe(site.releases.current().id);
  });

  it("asks only whether what it holds still stands", async () => {
    const first = await client.tree();
    statuses.length = 0;
    expect(await client.tree()).toBe(first);
    expect(statuses).toEqual([304]);
    const forgetful = createClient({ origin, kept: 0 });
    expect(await forgetful.tree()).not.toBe(await forgetful.tree());
  });

  it("says what went wrong as the site does, in the language asked", async () => {
    const found = await problem(client.indicator({ code: "onbekend" }));
    expect(found).toBeInstanceOf(PeilProblem);
    expect(found).toMatchObject({ code: "indicator-unknown", status: 404, message: "The indicator “onbekend” does not exist." });
    expect(await problem(client.indicators({ cursor: "nonsense" }))).toMatchObject({ code: "cursor-invalid", status: 400 });
    expect(await problem(createClient({ origin: "http://127.0.0.1:9" }).frame())).toMatchObject({ code: "no-connection", status: 0 });
  });

  it("stops when it is told to", async () => {
    const stop = AbortSignal.abort(new Error("enough"));
    expect((await problem(client.home(undefined, { signal: stop }))).message).toBe("enough");
  });

  it("brings files in any format, of every page, in the language asked", async () => {
    const file = await client.download("csv", { of: "indicator", code: "inwoners", level: "gemeente", period: "2024" });
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect(await file.text()).toBe(await (await fetch(`${origin}/en/indicator/inwoners.csv?level=gemeente&period=2024`)).text());
    expect((await client.download("json", { of: "data", indicator: "inwoners", level: "gemeente" })).status).toBe(200);
    expect((await client.download("px", { of: "area", level: "gemeente", code: "02001" })).status).toBe(200);
    expect(
      (await client.download("csv", { of: "theme", code: "bevolking", level: "provincie" })).headers.get("content-disposition"),
    ).toContain("bevolking-provincie.csv");
    expect((await problem(client.download("csv", { of: "theme", code: "onbekend" }))).status).toBe(404);
  });

  it("waits as long as a busy site says, and not for ever", async () => {
    const asked: (string | undefined)[] = [];
    const busy = createServer((request, response) => {
      asked.push(request.headers["apikey"] as string | undefined);
      const { status, after } = asked.length < 3 ? { status: 429, after: "0" } : { status: 200, after: "" };
      const patience = request.url?.includes("calendar") ? { status: 503, after: "120" } : { status, after };
      response.writeHead(patience.status, { "retry-after": patience.after, "content-type": "application/json" });
      response.end(JSON.stringify(patience.status === 200 ? [] : { code: "too-often", title: "Busy.", detail: "", details: {} }));
    });
    const port = await new Promise<number>((resolve) => busy.listen(0, "127.0.0.1", () => resolve((busy.address() as AddressInfo).port)));
    const own = createClient({ origin: `http://127.0.0.1:${port}`, apikey: "k", retries: 2 });
    expect(await own.levels()).toEqual([]);
    expect(asked).toEqual(["k", "k", "k"]);
    expect(await problem(own.calendar())).toMatchObject({ status: 503, code: "too-often", message: "Busy." });
    await new Promise((resolve) => busy.close(resolve));
  });
});

describe("lists", () => {
  const codes = async (limit: number): Promise<string[]> => {
    const found: string[] = [];
    for await (const { code } of client.each("indicators", { limit })) found.push(code);
    return found;
  };

  it("give each item once, however long their pages are, and nothing that is not shown", async () => {
    const all = await codes(1000);
    expect(all).toEqual(
      site.release.catalogue.indicators
        .filter((each) => each.visible)
        .map((each) => each.code)
        .sort(),
    );
    expect(await codes(2)).toEqual(all);
    expect(await codes(all.length)).toEqual(all);
  });

  it("are narrowed by each filter", async () => {
    const only = async (asked: Parameters<Client["indicators"]>[0]) => (await client.indicators(asked)).items;
    const all = await only({ limit: 1000 });
    for (const level of ["gemeente", "wijk"]) {
      expect(await only({ level, limit: 1000 })).toEqual(all.filter((each) => each.levels.some((one) => one.level === level)));
    }
    const source = all.find((each) => each.source)?.source ?? "";
    expect(await only({ source, limit: 1000 })).toEqual(all.filter((each) => each.source === source));
    expect((await only({ theme: "bevolking", limit: 1000 })).map((each) => each.code)).toContain("inwoners");
    expect((await only({ q: "INWONERS" })).map((each) => each.code)).toContain("inwoners");
    expect(await only({ q: "inwoners xyzzy" })).toEqual([]);
    expect(await only({ changedSince: "2000-01-01", limit: 1000 })).toEqual(all.filter((each) => each.changed));
    expect(await only({ changedSince: "2099-01-01" })).toEqual([]);
  });

  it("refuse the cursor of another list, and one that is behind the end", async () => {
    const { next = "" } = await client.indicators({ limit: 1 });
    expect(await problem(client.cubes({ cursor: next }))).toMatchObject({ code: "cursor-invalid" });
    expect(await problem(client.indicators({ cursor: next, q: "x" }))).toMatchObject({ code: "cursor-invalid" });
    const far = Buffer.from(Buffer.from(next, "base64url").toString().replace(/^1 /, "99999 ")).toString("base64url");
    expect(await problem(client.indicators({ cursor: far }))).toMatchObject({ code: "cursor-invalid" });
  });

  it("tell the next page in a header too", async () => {
    const answer = await fetch(`${origin}/api/v1/indicators?limit=1&q=a`);
    const next = /<([^>]+)>; rel="next"/.exec(answer.headers.get("link") ?? "")?.[1];
    const { items } = (await (await fetch(origin + next)).json()) as { items: readonly unknown[] };
    expect(items).toEqual((await client.indicators({ limit: 2, q: "a" })).items.slice(1));
  });

  it("hold dimensions, members, cubes, periods and sources of what is shown", async () => {
    const [cube] = (await client.cubes()).items;
    const level = cube?.dimensions[0]?.levels[0];
    const members = (await client.members({ level: level?.code ?? "", limit: 1000 })).items;
    expect(members.map((each) => each.code)).toEqual(level?.members.map((each) => each.code));
    expect((await client.dimensions()).items.flatMap((each) => each.levels.map((one) => one.code))).toContain(level?.code);
    const periods = (await client.periods({ indicator: "inwoners", level: "gemeente" })).items.map((each) => each.code);
    const details = (await client.details({ codes: "inwoners" }))[0];
    expect(periods).toEqual(details?.available.find((each) => each.level.alias === "gemeente")?.periods);
    expect((await client.sources()).items.length).toBeGreaterThan(0);
    const themes = (await client.themes()).items;
    for (const { parent } of themes) if (parent !== undefined) expect(themes.map((each) => each.code)).toContain(parent);
  });

  it("stay with their release while somebody walks through them; what is hidden in the next one is in none", async () => {
    const before = await codes(1000);
    const walk = client.each("indicators", { limit: 1 });
    const seen = [(await walk.next()).value?.code];
    const isHidden = ({ code, shape }: { readonly code: string; readonly shape: string }): boolean =>
      code === before.at(-1) || shape === "cube";
    const [level] = (await client.dimensions()).items[0]?.levels ?? [];
    const catalogue = await site.region.documents.catalogue();
    const hidden = catalogue.indicators.map((each) => (isHidden(each) ? { ...each, visible: false } : each));
    await site.region.documents.commit({ at: "2026-01-16T10:00:00.000Z", by: "test", note: "", edits: { indicators: hidden } });
    const { id } = await publish({ folder: site.region.folder, documents: site.region.documents, at: "2026-01-16T11:00:00.000Z" });
    for (let i = 0; i < 600 && (await client.frame()).release.id !== id; i++) await sleep(100);
    for await (const { code } of walk) seen.push(code);
    expect(seen).toEqual(before);
    expect(await codes(1000)).toEqual(
      catalogue.indicators
        .filter((each) => each.visible && !isHidden(each))
        .map((each) => each.code)
        .sort(),
    );
    // What only they have is not told either.
    expect([(await client.cubes()).items, (await client.dimensions()).items]).toEqual([[], []]);
    expect(await problem(client.members({ level: level?.code ?? "" }))).toMatchObject({ code: "not-found" });
  });
});
