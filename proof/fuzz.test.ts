import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RunningServer } from "../journeys/open-server.ts";
import { openRegionServer } from "../journeys/region-server.ts";
import { makeKey } from "../server/src/keys.ts";
import { openDocuments } from "../server/src/working-copy.ts";
import { kinds } from "./fuzz/addresses.ts";
import { faultsOf } from "./fuzz/judge.ts";
import { brokenBodies, brokenQuestions, evil } from "./fuzz/mutations.ts";
import { ask, type Question, sendBytes } from "./fuzz/wire.ts";

// Every key, part of a path, body and header of every route, broken in every way that is known to hurt, against the running product.
// Addresses stand in fuzz/addresses.ts, ways of breaking in fuzz/mutations.ts, what is a fault in fuzz/judge.ts.

/** PEIL_FUZZ_SEED repeats a run; PEIL_FUZZ_SECONDS lets it go on. */
const seed = Number(process.env["PEIL_FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const seconds = Number(process.env["PEIL_FUZZ_SECONDS"] ?? 15);
/** Milliseconds below which no answer is slow on a machine that does other things too. */
const floor = 400;
/** Most megabytes that the process may hold in the end. */
const most = 1200;

let server: RunningServer;
let key: string;
beforeAll(async () => {
  server = await openRegionServer({ PEIL_UPLOAD: "1MB" });
  const made = makeKey({ name: "fuzz", upload: true, created: "2026-01-15T10:00:00.000Z" });
  const documents = await openDocuments({ data: server.data }, false);
  await documents.addKey(made.key);
  await documents.close();
  key = made.text;
  process.stdout.write(`fuzz: PEIL_FUZZ_SEED=${seed}\n`);
});
afterAll(() => server?.remove());

const get = (address: string): Question => ({ method: "GET", address, headers: {} });

let count = 0;
/** The address as nobody asked it before: it is computed, not remembered. `was` is a key that pages keep and nobody reads. */
function fresh(address: string): string {
  return `${address}${address.includes("?") ? "&" : "?"}was=${++count}`;
}

/** Milliseconds that an answer takes: the best of some tries, for other programs run here too. */
async function fastest(address: string, tries: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < tries; i++) best = Math.min(best, (await ask(server.origin, get(fresh(address)))).ms);
  return best;
}

function shown({ method, address, headers, body }: Question): string {
  return [method, address, JSON.stringify(headers), body ?? ""].map((each) => each.slice(0, 600)).join(" ");
}

async function check(question: Question, more: (ms: number) => Promise<readonly string[]> = async () => []): Promise<void> {
  const reply = await ask(server.origin, question);
  const faults = [...faultsOf(question, reply), ...(await more(reply.ms))];
  if (reply.body.includes(key)) faults.push("the key came back");
  if (faults.length > 0) throw new Error(`${faults.join("; ")}: ${shown(question)} → ${reply.status} ${reply.body.slice(0, 300)}`);
}

/** Runs a property and says what failed in few words. */
async function hold<T>(property: fc.IAsyncProperty<T>, options: fc.Parameters<T>): Promise<void> {
  const { failed, errorInstance, counterexamplePath } = await fc.check(property, { seed, ...options });
  if (failed)
    throw new Error(`PEIL_FUZZ_SEED=${seed} path ${counterexamplePath}: ${String((errorInstance as Error).message).slice(0, 3000)}`);
}

function memory(): number {
  const status = readFileSync(`/proc/${server.pid}/status`, "utf8");
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}

const all = kinds();
/** Per address the heaviest of its kind, and the milliseconds that it took. */
const normal = new Map<string, { readonly heaviest: string; readonly ms: number }>();

describe("broken questions", () => {
  test("every kind of address is answered as it stands", async () => {
    for (const { addresses } of all) {
      const times = new Map<string, number>();
      for (const address of addresses) {
        await check(get(address), async (ms) => {
          times.set(address, ms);
          return [];
        });
      }
      const [heaviest = ""] = [...times].sort(([, a], [, b]) => b - a)[0] ?? [];
      for (const address of addresses) normal.set(address, { heaviest, ms: times.get(heaviest) ?? 0 });
    }
  });

  test("get an answer that says what is wrong, in time, and nothing of the inside", async () => {
    const before = (await ask(server.origin, get("/api/v1/tree"))).body;
    // Kinds come in turn, whatever the number of their addresses.
    const questions = fc.oneof(...all.map(({ addresses }) => brokenQuestions(addresses)));
    let asked = 0;
    const property = fc.asyncProperty(questions, async (question) => {
      asked++;
      await check(question, async (ms) => {
        const usual = normal.get(question.from);
        if (ms <= Math.max(floor, 2 * (usual?.ms ?? 0)) || question.method !== "GET") return [];
        // Other programs run here too: what seems slow is set beside the heaviest of its kind, at the same time.
        const [again, beside] = [await fastest(question.address, 4), await fastest(usual?.heaviest ?? "/", 4)];
        return again <= Math.max(floor, 2 * beside)
          ? []
          : [`${Math.round(again)} ms, where the heaviest of its kind takes ${Math.round(beside)}`];
      });
    });
    await hold(property, { numRuns: 1e6, endOnFailure: true, interruptAfterTimeLimit: seconds * 1000, markInterruptAsFailure: false });
    process.stdout.write(`fuzz: ${asked} questions, ${Math.round(memory())} MB\n`);
    expect(asked).toBeGreaterThan(seconds * 4);
    expect((await ask(server.origin, get(fresh("/api/v1/tree")))).body, "nothing changed").toBe(before);
  });

  test("each known text in some key of a selection", async () => {
    const known = [
      "indicator",
      "level",
      "area",
      "within",
      "alike",
      "group",
      "period",
      "by",
      "member",
      "member-group",
      "partner",
      "compare",
    ];
    const keys = [...known, "transform", "interval", "release", "top", "neighbours", "flow"];
    for (const [i, value] of evil.entries()) {
      const name = keys[(i + seed) % keys.length];
      await check(get(`/api/v1/data?indicator=bevolking&level=gemeente&${name}=${encodeURIComponent(value.toWellFormed())}`));
    }
  });
});

describe("broken bodies", () => {
  const tab = { id: "t1", name: "Mijn grafiek", selection: "indicator=inwoners&level=gemeente", show: "line", settings: { a: "1" } };
  const workspace = { format: "peil-workspace", version: 1, tabs: [tab], active: "t1" };
  const headers = { "content-type": "application/json" };

  test("of a workspace", async () => {
    const posted = fc.asyncProperty(brokenBodies(workspace), fc.constantFrom("/api/v1/workspaces", "/mcp"), async (body, address) => {
      await check({ method: "POST", address, headers: { ...headers, accept: "application/json, text/event-stream" }, body });
    });
    await hold(posted, { numRuns: 300 });
  });

  test("of an upload", async () => {
    const part = (text: string, name = "a.csv"): string =>
      `--b\r\ncontent-disposition: form-data; name="f"; filename="${name}"\r\n\r\n${text}\r\n--b--\r\n`;
    const csv = '"PERIODE";"GEBIEDSNIVEAU";"GEBIED";"inwoners"\r\n"2024";"gemeente";"01001";"1"\r\n';
    const valid = part(csv);
    const broken = fc.oneof(
      fc
        .tuple(fc.nat(valid.length), fc.nat(20), fc.constantFrom(...evil))
        .map(([at, cut, by]) => valid.slice(0, at) + by + valid.slice(at + cut)),
      fc.nat(valid.length - 1).map((at) => valid.slice(0, at)),
      fc.string({ unit: "binary", maxLength: 500 }),
    );
    const type = "multipart/form-data; boundary=b";
    // Without a key nothing is read, however it looks.
    const unknown = fc.asyncProperty(broken, async (body) => {
      const question = { method: "POST", address: "/jiveservices/BulkAPI.ashx", headers: { "content-type": type }, body };
      const { status } = await ask(server.origin, question);
      if (status !== 401) throw new Error(`${status}: ${shown(question)}`);
    });
    await hold(unknown, { numRuns: 100 });
    // With one each is a process of its own: few, and the worst.
    const worst = [
      "",
      "PK\u0003\u0004",
      "a;b\n".repeat(3),
      csv.replace("01001", "__proto__"),
      csv.replace("2024", "\u0000"),
      `${csv}${'"2024";'.repeat(400)}`,
    ];
    for (const text of worst) {
      await check({
        method: "POST",
        address: `/jiveservices/BulkAPI.ashx?APIKEY=${key}&as=%00`,
        headers: { "content-type": type },
        body: part(text, "../../x.csv"),
      });
      await check({
        method: "POST",
        address: `/JiveServices//bulkapi.ashx`,
        headers: { "content-type": type, apikey: key },
        body: part(text).slice(0, 90),
      });
    }
    for (const text of worst.slice(1, 3)) {
      const question = {
        method: "POST",
        address: "/jiveservices/BulkAPI.ashx",
        headers: { "content-type": type, apikey: key },
        body: part(text),
      };
      expect((await ask(server.origin, question)).status).toBe(422);
      await check(question);
    }
  });
});

test("bytes that are no request end that connection and nothing else", async () => {
  const heads = [
    "GET /\u0000 HTTP/1.1",
    "GET http://[::1 HTTP/1.1",
    "GET",
    "\r\n\r\n",
    "GET / HTTP/9.9",
    "GET /a b HTTP/1.1",
    `GET /${"a".repeat(40_000)} HTTP/1.1`,
    "PRI * HTTP/2.0",
  ];
  const lines = [
    "host: x\r\n",
    "",
    "host: x\r\nhost: y\r\n",
    "host: x\r\ncontent-length: -1\r\n",
    "host: x\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n",
  ];
  const sent = await Promise.all(
    heads.flatMap((head) => lines.map((line) => sendBytes(server.origin, `${head}\r\n${line}connection: close\r\n\r\n`))),
  );
  for (const answer of sent) expect(answer).not.toMatch(/^HTTP\/1\.1 5(?!05)|\n\s+at /);
  for (const url of ["*", "//", "///", "http://elders.example/api/v1/levels", "?", "/%", "//%00", "/\\elders.example"]) {
    const answer = await sendBytes(server.origin, `GET ${url} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer, url).toMatch(/^HTTP\/1\.1 [234]/);
  }
});

test("the server is as it was afterwards", async () => {
  expect((await ask(server.origin, get("/readyz"))).status).toBe(200);
  expect((await ask(server.origin, get(fresh("/api/v1/data?indicator=inwoners&level=gemeente")))).status).toBe(200);
  expect(Object.hasOwn(Object.prototype, "zeven")).toBe(false);
  expect(memory()).toBeLessThan(most);
});
