import { get, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { flow } from "../src/http/flow.ts";

const line = "0123456789abcdef".repeat(4096);
const made = { chunks: 0, ended: 0 };

/** Endless but for `count`; with `fails` it breaks at the end. */
async function* chunks(count: number, fails: boolean): AsyncGenerator<Uint8Array> {
  try {
    for (let i = 0; i < count; i++) {
      made.chunks++;
      yield Buffer.from(line);
    }
    if (fails) throw new Error("the engine is gone");
  } finally {
    made.ended++;
  }
}

const app = Fastify();
app.get<{ Querystring: { count: string; fails?: string } }>("/", (request, reply) => {
  const answer = { status: 200, type: "text/csv", body: Buffer.alloc(0), compressible: true, headers: [], caching: "no-store" };
  return flow(request, reply, answer, [Buffer.from("start")], chunks(Number(request.query.count), request.query.fails === "1"));
});
let origin = "";
beforeAll(async () => {
  await app.listen({ port: 0, host: "127.0.0.1" });
  origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
});
afterAll(() => app.close());

function ask(query: string, headers: Record<string, string> = {}, method = "GET"): Promise<IncomingMessage> {
  return new Promise((done, fail) => get(`${origin}/?${query}`, { headers, method }, done).on("error", fail));
}

async function bodyOf(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of answer) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** What a count comes to, once it stands still. */
async function standing(count: () => number): Promise<number> {
  for (let before = -1; before !== count(); ) {
    before = count();
    await sleep(300);
  }
  return count();
}

describe.each(["identity", "gzip"])("what flows, %s", (encoding) => {
  const headers = { "accept-encoding": encoding };

  it("arrives whole", async () => {
    const answer = await ask("count=40", headers);
    const body = await bodyOf(answer);
    expect(answer.headers["content-encoding"]).toBe(encoding === "gzip" ? "gzip" : undefined);
    expect((encoding === "gzip" ? gunzipSync(body) : body).toString()).toBe(`start${line.repeat(40)}`);
  });

  it("is broken off where its making fails, never ended as if it were whole", async () => {
    const answer = await ask("count=40&fails=1", headers);
    expect(answer.statusCode).toBe(200);
    await expect(bodyOf(answer)).rejects.toMatchObject({ code: "ECONNRESET" });
  });

  it("is made no faster than the reader takes it, and ends when the reader goes away", async () => {
    Object.assign(made, { chunks: 0, ended: 0 });
    const answer = await ask(`count=${1e9}`, headers);
    answer.once("data", () => answer.pause());
    // What lies between the two fills up, and then nothing more is made; with what is compressed that takes long.
    if (encoding === "identity") expect(await standing(() => made.chunks)).toBeLessThan(1000);
    else await sleep(600);
    answer.destroy();
    await expect.poll(() => made.ended).toBe(1);
  });

  it("is not made for who asks for the head alone", async () => {
    Object.assign(made, { chunks: 0, ended: 0 });
    const answer = await ask(`count=${1e9}`, headers, "HEAD");
    expect([answer.statusCode, answer.headers["content-type"], (await bodyOf(answer)).length]).toEqual([200, "text/csv", 0]);
    expect(made.chunks).toBe(0);
  });
});
