import type { Read } from "@peil/core/api.ts";
import { describe, expect, it } from "vitest";
import { releasesFeed, sitemap } from "../src/feeds.ts";
import { read as plain } from "./data.ts";

const origin = "https://cijfers.example.be";

const beside: Readonly<Record<string, unknown>> = {
  tree: { nodes: [], indicators: [{ code: "inwoners" }, { code: "a&b" }], levels: [] },
  articles: [{ slug: "over-ons" }],
};
const read: Read = async (name, input) => (name in beside ? (beside[name] as never) : plain(name, input));

/** Whether tags close in the order in which they open, and nothing stands loose that XML forbids. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, shut, name = "", self] of xml.matchAll(/<(\/?)([\w:]+)(?:\s+[\w:]+="[^"<]*")*\s*(\/?)>/g)) {
    if (shut && open.pop() !== name) return false;
    if (!shut && !self) open.push(name);
  }
  const rest = xml.replace(/^<\?xml[^>]*\?>/, "").replace(/<\/?[\w:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, "");
  return open.length === 0 && !/[<>]|&(?!(amp|lt|gt|quot|apos);)/.test(rest);
}

const odd: Read = async (name, input) => {
  const out = await read(name, input);
  if (name !== "releases") return out;
  const changed = [{ code: "x", name: { nl: 'Kinderen < 3 & "anderen"\u0001' } }];
  const releases = [{ id: "a&b", at: "2026-01-01T10:00:00Z", current: true, indicators: 1234, leftOut: [], changed }];
  return releases as unknown as typeof out;
};

describe("what machines follow", () => {
  it("is well formed, whatever names hold", async () => {
    expect(isWellFormed("<a><b></a></b>")).toBe(false);
    for (const each of [read, odd]) {
      expect(isWellFormed((await sitemap(each, origin)) ?? "<")).toBe(true);
      for (const language of ["nl", "en"] as const) expect(isWellFormed(await releasesFeed(each, origin, "/x.atom", language))).toBe(true);
    }
  });

  it("names what changed, in the language of the feed", async () => {
    expect(await releasesFeed(odd, origin, "/releases.atom", "nl")).toContain(
      "Nieuwe cijfers voor Kinderen &lt; 3 &amp; &quot;anderen&quot;. 1.234 onderwerpen.",
    );
    expect(await releasesFeed(odd, origin, "/en/releases.atom", "en")).toContain("1,234 topics.");
  });

  it("holds every page once a language, with the others beside it", async () => {
    const xml = (await sitemap(read, origin)) ?? "";
    expect(await sitemap(read, origin, 1)).toBeUndefined();
    const urls = [...xml.matchAll(/<url>.*?<\/url>/g)].map(([each]) => each);
    expect(urls.every((each) => each.match(/hreflang=/g)?.length === 2)).toBe(true);
    expect(xml).toContain(`<loc>${origin}/</loc>`);
    expect(xml).toContain(`<loc>${origin}/en/</loc>`);
  });

  it("is an index of sitemaps where one cannot hold all addresses", async () => {
    const indicators = Array.from({ length: 30_000 }, (_, at) => ({ code: `x${at}` }));
    const large: Read = async (name, input) => (name === "tree" ? ({ nodes: [], indicators, levels: [] } as never) : read(name, input));
    const index = (await sitemap(large, origin)) ?? "";
    const parts = [...index.matchAll(/<loc>(.*?)<\/loc>/g)].map((each) => each[1]);
    expect(parts).toEqual([`${origin}/sitemap-1.xml`, `${origin}/sitemap-2.xml`]);
    const texts = await Promise.all([1, 2].map(async (part) => (await sitemap(large, origin, part)) ?? ""));
    const counts = texts.map((text) => text.match(/<url>/g)?.length ?? 0);
    expect(counts[0]).toBe(50_000);
    expect(counts[1]).toBeGreaterThan(10_000);
    expect(texts.join("")).toContain(`<loc>${origin}/en/indicator/x29999</loc>`);
    expect(await sitemap(large, origin, 3)).toBeUndefined();
    expect(isWellFormed(index)).toBe(true);
  }, 20_000);
});
