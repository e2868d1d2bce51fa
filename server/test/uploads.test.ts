import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { basename } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { plainName } from "../src/http/uploads.ts";
import { importFiles } from "../src/imports/import.ts";
import { defaultOptions } from "../src/imports/options.ts";
import { printReport } from "../src/imports/print.ts";
import { openUploads } from "../src/imports/upload.ts";
import { publish } from "../src/publish/publish.ts";
import { fixture, textFile } from "./imports/files.ts";
import { type KeyedSite, openKeyedSite } from "./keyed.ts";

let keyed: KeyedSite;
let may: string;
let reads: string;
beforeAll(async () => {
  keyed = await openKeyedSite();
  may = await keyed.key("dienst", { upload: true });
  reads = await keyed.key("lezer");
});
afterAll(() => keyed.close());

const bulk = "/jiveservices/BulkAPI.ashx";
const head = '"PERIODE";"GEBIEDSNIVEAU";"GEBIED";';
const figures = (value: string): string => `${head}"tevredenheid"\r\n"2024";"gemeente2024";"01001";"${value}"\r\n`;

type File = readonly [name: string, content: string | Uint8Array<ArrayBuffer>];

function send(address: string, files: readonly File[], headers: Record<string, string> = {}): Promise<Response> {
  const form = new FormData();
  form.append("soort", "data");
  for (const [name, content] of files) form.append("file", new Blob([content]), name);
  return fetch(keyed.base + address, { method: "POST", body: form, headers });
}

async function said(answer: Promise<Response>): Promise<readonly [number, string]> {
  const { status, headers } = await answer;
  expect(headers.get("content-type")).toBe("text/plain; charset=utf-8");
  return [status, await (await answer).text()];
}

const loads = async () => (await keyed.site.region.documents.loads()).length;

async function satisfied(): Promise<number> {
  const answer = await fetch(`${keyed.base}/api/v1/data?indicator=tevredenheid&level=gemeente2024&period=2024&area=01001`);
  return ((await answer.json()) as { values: number[] }).values[0] ?? Number.NaN;
}

describe("an upload", () => {
  it("needs a key that may", async () => {
    const before = await loads();
    const file: File = ["a.csv", figures("1")];
    expect(await said(send(bulk, [file]))).toEqual([401, expect.stringContaining("peil key add NAAM --upload")]);
    const unknown = send(`${bulk}?apikey=peil_0`, [file], { "accept-language": "en" });
    expect(await said(unknown)).toEqual([401, "This key is unknown or was revoked. Ask the administrator for a new one.\n"]);
    expect((await unknown).headers.get("www-authenticate")).toBe("Bearer");
    expect((await said(send(`${bulk}?apikey=${reads}`, [file])))[0]).toBe(403);
    for (const [key, status] of [
      ["", 401],
      ["peil_0", 401],
      [reads, 403],
    ] as const) {
      const answer = fetch(`${keyed.base}/jive/Update.ashx?command=cleanupdatacache&apikey=${key}`);
      expect((await said(answer))[0]).toBe(status);
    }
    expect(await loads()).toBe(before);
  });

  it("is a load in the working copy by the key, and the site changes when somebody publishes", async () => {
    const [before, shown] = [await loads(), await satisfied()];
    const metadata: File = ["onderwerpen.csv", '"Onderwerpcode";"Naam";"Eenheid"\r\n"tevredenheid";"Tevredenheid; nieuw";"%"\r\n'];
    expect(await said(send(`//JIVEservices//bulkapi.ASHX?ApiKey=${may}`, [["cijfers.csv", figures("12,5")]]))).toEqual([200, "OK"]);
    expect(await said(send(`/viewerservices/BulkAPI.ashx`, [metadata], { apikey: may }))).toEqual([200, "OK"]);
    const done = await keyed.site.region.documents.loads();
    expect(done).toHaveLength(before + 1);
    expect(done.at(-1)).toMatchObject({ by: "key:dienst", files: ["cijfers.csv"] });
    expect(await said(fetch(`${keyed.base}/jive//update.ashx?APIKEY=${may}&Command=CleanUpDataCache`))).toEqual([200, "OK"]);
    await sleep(300);
    expect(await satisfied()).toBe(shown);
    const { folder, documents } = keyed.site.region;
    await publish({ folder, documents, at: "2026-01-17T11:00:00.000Z" });
    await expect.poll(satisfied, { timeout: 10_000 }).toBe(12.5);
    const details = await (await fetch(`${keyed.base}/api/v1/details?codes=tevredenheid`)).text();
    expect(details).toContain("Tevredenheid; nieuw");
  });

  it("says what is wrong in the words of `peil import`, and then nothing has happened", async () => {
    const before = await loads();
    const report = await importFiles([fixture("faults.xlsx")], keyed.site.region, { ...defaultOptions, dryRun: true });
    const bytes = new Uint8Array(readFileSync(fixture("faults.xlsx")));
    const answer = send(
      `${bulk}?apikey=${may}`,
      [
        ["ok.csv", figures("3")],
        [basename(fixture("faults.xlsx")), bytes],
      ],
      { "accept-language": "en" },
    );
    const [status, text] = await said(answer);
    expect(status).toBe(422);
    for (const line of printReport(report, "en")
      .split("\n")
      .filter((each) => each.includes(" row ")))
      expect(text).toContain(line);
    expect(text).toContain("faults.xlsx [fouten] row 3: There is no area “01O02” on the level “gemeente2024”.");
    expect(text).toContain("→ Mend the code");
    expect(await loads()).toBe(before);
  });

  it("takes the choices of `peil import` in the address", async () => {
    const file: File = ["a.csv", `${head}"nieuw_uit_bulk"\r\n"2024";"gemeente";"01001";"1"\r\n`];
    expect(await said(send(`${bulk}?apikey=${may}&CREATE=1&as=gemeente=gemeente2024&note=proef&by=iemand`, [file]))).toEqual([200, "OK"]);
    expect((await keyed.site.region.documents.loads()).at(-1)).toMatchObject({ by: "key:dienst", note: "proef" });
    expect((await said(send(`${bulk}?apikey=${may}&as=onzin`, [file])))[0]).toBe(400);
  });

  it("refuses what is too large, with or without a stated length", async () => {
    const large = "x".repeat(300_000);
    const expected = [413, expect.stringContaining("groter dan 1 MB")];
    expect(await said(send(`${bulk}?apikey=${may}`, [["a.csv", large]]))).toEqual(expected);
    const two = [["a.csv", large.slice(0, 150_000)] as const, ["b.csv", large.slice(0, 150_000)] as const];
    const form = new FormData();
    for (const [name, content] of two) form.append("f", new Blob([content]), name);
    const whole = new Response(form);
    const chunked = fetch(keyed.base + bulk, {
      method: "POST",
      headers: { apikey: may, "content-type": whole.headers.get("content-type") ?? "" },
      body: whole.body,
      duplex: "half",
    } as RequestInit);
    expect(await said(chunked)).toEqual(expected);
  });

  it.each<[string, string, string]>([
    ["no form", "text/csv", figures("1")],
    ["JSON", "application/json", '{"a":'],
    ["a form without files", "multipart/form-data; boundary=b", '--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n'],
    ["a form without a boundary", "multipart/form-data", "x"],
    [
      "a form that ends in the middle",
      "multipart/form-data; boundary=b",
      '--b\r\ncontent-disposition: form-data; name="a"; filename="a.csv"\r\n\r\n1',
    ],
    ["a form that is none", "multipart/form-data; boundary=b", "<script>"],
  ])("refuses %s", async (_, type, body) => {
    const answer = fetch(keyed.base + bulk, { method: "POST", headers: { apikey: may, "content-type": type }, body });
    expect((await said(answer))[0]).toBe(400);
  });

  it.each([
    ["cijfers 2024.csv", "cijfers 2024.csv"],
    ["../../../etc/wijk_kern.xlsx", "wijk_kern.xlsx"],
    ["C:\\data\\één.csv", "één.csv"],
    ["a\u0000\tb\n.csv", "a__b_.csv"],
    ["..", "upload.csv"],
    [undefined, "upload.csv"],
    [`${"x".repeat(500)}.csv`, `${"x".repeat(116)}.csv`],
  ])("takes the name %j for a name and no place", (name, plain) => {
    expect(plainName(name)).toBe(plain);
  });

  it("comes in one at a time while the site answers, and one that breaks off has not happened", async () => {
    const before = await loads();
    const all = Promise.all([5, 6].map((each) => said(send(`${bulk}?apikey=${may}`, [["a.csv", figures(String(each))]]))));
    let slowest = 0;
    let going = true;
    const began = performance.now();
    void all.finally(() => (going = false));
    while (going) {
      const started = performance.now();
      expect((await fetch(`${keyed.base}/healthz`)).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - started);
      await sleep(20);
    }
    expect(await all).toEqual([5, 6].map(() => [200, "OK"]));
    expect(slowest).toBeLessThan((performance.now() - began) / 2);
    expect(await loads()).toBe(before + 2);
    await breakOff();
    expect(await loads()).toBe(before + 2);
    const begun = () => readdirSync(keyed.site.region.folder).filter((each) => each.startsWith(".upload-"));
    await expect.poll(begun).toEqual([]);
  });

  it("ends with the server, whole or not at all", async () => {
    const before = await loads();
    const own = openUploads();
    const path = await textFile("a.csv", figures("9"));
    const order = { paths: [path], place: { data: keyed.site.region.folder }, options: defaultOptions, language: "nl" as const };
    const outcome = own.import(order).catch((error: unknown) => error);
    await sleep(150);
    await own.close();
    expect(await outcome).toBeInstanceOf(Error);
    expect(await loads()).toBe(before);
  });
});

/** Sends half of a form and goes. */
function breakOff(): Promise<void> {
  return new Promise((resolve) => {
    const going = request(`${keyed.base}${bulk}`, {
      method: "POST",
      headers: { apikey: may, "content-type": "multipart/form-data; boundary=b", "content-length": 10_000 },
    });
    going.on("error", () => resolve());
    going.write(`--b\r\ncontent-disposition: form-data; name="a"; filename="half.csv"\r\n\r\n${figures("99")}`);
    setTimeout(() => going.destroy(new Error("gone")), 100);
  });
}
