import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { type Answer, chooseEncoding, createCache, encode, prepare, sentOf } from "../src/http/cache.ts";

function answer(text: string, more: Partial<Answer> = {}): Answer {
  return {
    status: 200,
    type: "text/html",
    body: Buffer.from(text),
    compressible: true,
    headers: [["x-one", "1"]],
    caching: "no-cache",
    ...more,
  };
}

const long = "cijfers ".repeat(1000);

describe("an answer that is ready to send", () => {
  it("carries all headers, with its length and a tag over its bytes", () => {
    const { variants, held } = prepare(answer("hallo"));
    const { etag } = held;
    expect(variants.identity?.headers).toEqual([
      "x-one",
      "1",
      "etag",
      etag,
      "cache-control",
      "no-cache",
      "vary",
      "accept-encoding",
      "content-type",
      "text/html",
      "content-length",
      "5",
      "accept-ranges",
      "bytes",
    ]);
    expect(prepare(answer("hallo")).held.etag).toBe(etag);
    expect(prepare(answer("dag")).held.etag).not.toBe(etag);
  });

  it("is compressed once, for who takes it", async () => {
    const entry = prepare(answer(long));
    const br = await encode(entry, "br");
    expect(brotliDecompressSync(br.body).toString()).toBe(long);
    expect(await encode(entry, "br")).toBe(br);
    expect(gunzipSync((await encode(entry, "gzip")).body).toString()).toBe(long);
    expect(br.headers.slice(-2)).toEqual(["content-encoding", "br"]);
  });

  it("stays as it is when it is small or compressed already", async () => {
    expect((await encode(prepare(answer("kort")), "br")).body.toString()).toBe("kort");
    expect((await encode(prepare(answer(long, { compressible: false })), "gzip")).body.toString()).toBe(long);
  });

  it("is not sent to a reader who holds it", () => {
    const entry = prepare(answer("hallo"));
    const tags = [undefined, entry.held.etag, `W/${entry.held.etag}`, `"x", ${entry.held.etag}`, "*", '"x"'];
    const statuses = tags.map((tag) => sentOf(entry, "GET", tag === undefined ? {} : { "if-none-match": tag }));
    expect(statuses.map((each) => (typeof each === "object" ? each.status : each))).toEqual([200, 304, 304, 304, 304, 200]);
  });

  it("has a strong tag as it is, and a weak one where it is compressed", async () => {
    const entry = prepare(answer(long));
    const gzip = await encode(entry, "gzip");
    expect(entry.held.etag).toMatch(/^"[\w-]{20}"$/);
    expect(gzip.headers).toContain(`W/${entry.held.etag}`);
  });
});

describe("what a reader accepts", () => {
  it.each([
    [undefined, "identity"],
    ["gzip, deflate, br, zstd", "br"],
    ["gzip", "gzip"],
    ["br;q=0, gzip", "gzip"],
    ["*", "gzip"],
    ["deflate", "identity"],
    ["BR", "br"],
    ["gzip;q=0.0", "identity"],
  ])("%s → %s", (accept, expected) => {
    expect(chooseEncoding(accept)).toBe(expected);
  });
});

describe("the cache of a release", () => {
  const release = {};

  it("makes an answer once, also for those who ask together", async () => {
    const cache = createCache(1_000_000);
    let made = 0;
    const make = async () => answer(`${++made}`);
    const [one, two] = await Promise.all([cache.make("/", release, make), cache.make("/", release, make)]);
    expect(one).toBe(two);
    expect(await cache.make("/", release, make)).toBe(one);
    expect(cache.find("/", release)).toBe(one);
    expect(made).toBe(1);
  });

  it("is empty under a new release", async () => {
    const cache = createCache(1_000_000);
    await cache.make("/", release, async () => answer("oud"));
    const next = {};
    expect(cache.find("/", next)).toBeUndefined();
    const entry = await cache.make("/", next, async () => answer("nieuw"));
    expect(entry.answer.body.toString()).toBe("nieuw");
    expect(cache.find("/", release)).toBeUndefined();
  });

  it("does not keep what was made for a release that is gone meanwhile", async () => {
    const cache = createCache(1_000_000);
    const next = {};
    let go = (): void => {};
    const slow = cache.make("/", release, () => new Promise((resolve) => (go = () => resolve(answer("oud")))));
    await cache.make("/x", next, async () => answer("nieuw"));
    go();
    await slow;
    expect(cache.find("/", next)).toBeUndefined();
  });

  it("stays within its limit and lets go of what nobody asks for", async () => {
    const cache = createCache(100_000);
    const body = "x".repeat(8_000);
    await cache.make("/often", release, async () => answer(body));
    for (let i = 0; i < 40; i++) {
      cache.find("/often", release);
      await cache.make(`/${i}`, release, async () => answer(body));
    }
    expect(cache.bytes).toBeLessThanOrEqual(100_000);
    expect(cache.find("/often", release)).toBeDefined();
    expect(cache.find("/0", release)).toBeUndefined();
    expect(cache.find("/39", release)).toBeDefined();
  });

  it("keeps no errors, and an error does not stick", async () => {
    const cache = createCache(100_000);
    await cache.make("/gone", release, async () => answer("weg", { status: 404 }));
    expect(cache.find("/gone", release)).toBeUndefined();
    await expect(cache.make("/bad", release, () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect((await cache.make("/bad", release, async () => answer("ok"))).answer.body.toString()).toBe("ok");
  });
});
