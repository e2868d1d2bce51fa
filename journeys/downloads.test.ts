import { expect, inject, test } from "vitest";
import { ask, landmarks } from "./site.ts";

// What is downloaded is what the page shows: same question, same figures, the right type.

const origin = inject("origin");

async function question(): Promise<{ path: string; query: string; value: number }> {
  const { indicator, home } = await landmarks();
  const code = indicator.details.code;
  const query = `level=${home.level.alias}&area=${home.areas[0]?.code}&period=recent`;
  const view = await ask("indicator", { code, selection: query });
  const value = view.cube.values[0];
  if (value === undefined || value === null) throw new Error(`${code} has no figure for ${query}`);
  return { path: `/indicator/${code}`, query, value };
}

test("CSV", async () => {
  const { path, query, value } = await question();
  const answer = await fetch(`${origin}${path}.csv?${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^text\/csv/);
  expect(answer.headers.get("content-disposition") ?? "attachment").toMatch(/attachment/);
  const text = await answer.text();
  expect(text.split(/[\r\n]+/).length).toBeGreaterThan(1);
  expect(text.split(/[;,\t\r\n"]/).some((field) => Number(field.replace(",", ".")) === value && field !== "")).toBe(true);
});

test("JSON-stat", async () => {
  const { path, query, value } = await question();
  const answer = await fetch(`${origin}${path}.json?${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toMatch(/^application\/json/);
  const dataset = (await answer.json()) as { version: string; class: string; value: readonly number[] | Record<string, number> };
  expect(dataset).toMatchObject({ version: "2.0", class: "dataset" });
  expect(Object.values(dataset.value)).toContain(value);
});

test("Excel", async () => {
  const { path, query } = await question();
  const answer = await fetch(`${origin}${path}.xlsx?${query}`);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  const bytes = new Uint8Array(await answer.arrayBuffer());
  expect([...bytes.slice(0, 4)]).toEqual([0x50, 0x4b, 3, 4]);
});

test("a second time the answer is the same to the byte, and a known one is not sent again", async () => {
  const { path, query } = await question();
  for (const type of ["csv", "json"]) {
    const first = await fetch(`${origin}${path}.${type}?${query}`);
    const again = await fetch(`${origin}${path}.${type}?${query}`);
    expect(await again.text(), type).toBe(await first.text());
    const tag = first.headers.get("etag");
    expect(tag, type).toBeTruthy();
    const known = await fetch(`${origin}${path}.${type}?${query}`, { headers: { "if-none-match": tag ?? "" } });
    expect(known.status, type).toBe(304);
  }
});

test("a wrong question says what to do, in the reader's language", async () => {
  const { path } = await question();
  const answer = await fetch(`${origin}${path}.csv?level=bestaatniet`);
  expect(answer.status).toBe(400);
  expect(await answer.text()).toContain("bestaatniet");
});

test("the sitemap names pages that are there, in both languages, and robots find it", async () => {
  const robots = await (await fetch(`${origin}/robots.txt`)).text();
  expect(robots).toContain(`Sitemap: ${origin}/sitemap.xml`);
  const answer = await fetch(`${origin}/sitemap.xml`);
  expect(answer.headers.get("content-type")).toMatch(/^application\/xml/);
  const urls = [...(await answer.text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map((each) => each[1] ?? "");
  expect(new Set(urls).size).toBe(urls.length);
  const { home, indicator } = await landmarks();
  expect(urls).toContain(`${origin}/indicator/${indicator.details.code}`);
  expect(urls).toContain(`${origin}/en/indicator/${indicator.details.code}`);
  expect(urls.length).toBeGreaterThan(4 * home.areas.length);
  for (const url of urls.filter((_, at) => at % Math.ceil(urls.length / 25) === 0)) {
    const { status, redirected } = await fetch(url.replaceAll("&amp;", "&"));
    expect([url, status, redirected]).toEqual([url, 200, false]);
  }
});

test("the feed of releases begins with the release that answers", async () => {
  const frame = await ask("frame", {});
  for (const path of ["/releases.atom", "/en/releases.atom"]) {
    const answer = await fetch(`${origin}${path}`);
    expect(answer.headers.get("content-type")).toMatch(/^application\/atom\+xml/);
    const text = await answer.text();
    expect(/<entry><id>([^<]+)</.exec(text)?.[1]).toBe(`urn:peil:release:${frame.release.id}`);
    expect(text).toContain(`<link rel="self" href="${origin}${path}"/>`);
    expect(await (await fetch(`${origin}${path.replace("/releases.atom", "") || "/"}`)).text()).toContain(`href="${path}"`);
  }
});
