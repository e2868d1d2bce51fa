/// <reference lib="dom" />
import type { HomeView } from "@peil/core/api.ts";
import type { Browser, Page } from "playwright-core";
import { openServer } from "../journeys/open-server.ts";
import type { Bench, Result } from "./bench.ts";
import { load } from "./load.ts";
import { openNginx } from "./nginx.ts";
import { fetchSent } from "./pages.ts";
import { openPhone, type Seen, withBrowser } from "./phone.ts";
import { mappedIndicator } from "./site.ts";

// What a reader waits for on an emulated telephone, and how many pages at a glance a second the server makes.

type Budget = Result["budget"];
const most = (max: number): Budget => ({ max, ratio: false });
const result = (name: string, value: number, unit: string, budget?: Budget): Result => ({
  name,
  value,
  unit,
  ...(budget ? { budget } : {}),
});

/** After what comes at once: fonts, scripts and what they change. */
const quiet = 2500;

const glances = { seconds: 8, connections: 8 };

/** What was seen the middle time: one hiccup of the machine says nothing of the page. */
const times = 3;

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function openOften(browser: Browser, address: string): Promise<{ seen: Seen; script: number; all: number }> {
  const seen: Seen[] = [];
  let last = await open(browser, address);
  for (seen.push(last.seen); seen.length < times; seen.push(last.seen)) last = await open(browser, address);
  const of = (name: keyof Seen): number => middle(seen.map((each) => each[name]));
  return { ...last, seen: { paint: of("paint"), shift: of("shift"), longest: of("longest") } };
}

async function open(browser: Browser, address: string): Promise<{ seen: Seen; script: number; all: number }> {
  const { page, weight, seen, close } = await openPhone(browser);
  await page.goto(address, { waitUntil: "load", timeout: 60_000 });
  await page.waitForTimeout(quiet);
  const answer = { seen: await seen(), ...weight() };
  await close();
  return answer;
}

/** Milliseconds from a key in a field until what stands in the page answered and was painted; the slowest of some words. */
async function typing(page: Page, field: string, ready: string, words: readonly string[]): Promise<number> {
  const times = [];
  for (const word of words)
    times.push(
      await page.evaluate<number>(`(async () => {
        const field = document.querySelector(${JSON.stringify(field)});
        if (!field) return Number.NaN;
        field.focus();
        const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
        const from = performance.now();
        setter.call(field, ${JSON.stringify(word)});
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        const end = from + 5000;
        while (!(${ready}) && performance.now() < end) await new Promise((done) => setTimeout(done));
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        return performance.now() - from;
      })()`),
    );
  return Math.max(...times);
}

/** From the click on a row of the list until its map is drawn. */
async function opening(page: Page): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const link = document.querySelector("[data-explore] .list li a");
    if (!link) return Number.NaN;
    const from = performance.now();
    link.click();
    const end = from + 20000;
    while (document.querySelectorAll("#detail svg path[data-a], #detail svg [data-a]").length < 50 && performance.now() < end)
      await new Promise((done) => setTimeout(done));
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - from;
  })()`);
}

async function explored(browser: Browser, address: string): Promise<readonly Result[]> {
  const { page, close } = await openPhone(browser);
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(quiet);
  const list = await typing(page, "#explore-q", "true", ["w", "we", "werk", ""]);
  const pane = await opening(page);
  await close();
  return [
    result("typing in the list of the interactive application", list, "ms", most(50)),
    result("from a click to an indicator with its map", pane / 1000, "s", most(1.5)),
  ];
}

async function searched(browser: Browser, address: string): Promise<readonly Result[]> {
  const { page, close } = await openPhone(browser);
  await page.goto(address, { waitUntil: "load" });
  await page.waitForTimeout(quiet);
  const shown = `document.querySelector("[role=listbox]:not([hidden]) [role=option]")`;
  const value = await typing(page, "form[data-suggest] input[type=search]", shown, ["gent"]);
  await close();
  return [result("suggestions in the search box, with the connection and the pause after a key", value, "ms")];
}

async function looked(origin: string, home: HomeView, code: string): Promise<readonly Result[]> {
  const area = home.areas.find((each) => each.name.nl === "Gent") ?? home.areas[0];
  const at = `${area?.level}/${area?.code}`;
  const glance = `${origin}/vogelvlucht/${at}`;
  const pages: readonly (readonly [name: string, address: string])[] = [
    ["at a glance", glance],
    ["first page", `${origin}/`],
    ["interactive application", `${origin}/verken/${at}`],
    ["indicator with a map", `${origin}/indicator/${code}`],
    ["area", `${origin}/area/${at}`],
    ["data bank", `${origin}/databank`],
  ];
  // Once before: what the first reader of a release waits for is no matter of the telephone.
  for (const [, address] of pages) await fetchSent(address);
  return withBrowser(async (browser) => {
    const results: Result[] = [];
    for (const [name, address] of pages) {
      const { seen, script, all } = await openOften(browser, address);
      results.push(result(`${name}: largest paint`, seen.paint / 1000, "s", name === "at a glance" ? most(2) : undefined));
      if (name === "at a glance") results.push(result(`${name}: script`, script / 1000, "kB", most(90)));
      results.push(result(`${name}: everything`, all / 1000, "kB"), result(`${name}: layout shift`, seen.shift, "", most(0.05)));
      results.push(result(`${name}: longest task`, seen.longest, "ms", most(200)));
    }
    return [...results, ...(await explored(browser, `${origin}/verken/${at}`)), ...(await searched(browser, glance))];
  });
}

/** Pages at a glance of all areas beside several benchmarks, each asked once: none can come from memory. */
async function made(origin: string, home: HomeView): Promise<readonly Result[]> {
  const benchmarks = ["none", ...home.areas.slice(0, 20).map((each) => `${each.level}:${each.code}`)];
  const urls = benchmarks.flatMap((compare) =>
    home.areas.map((each) => `${origin}/vogelvlucht/${each.level}/${each.code}?compare=${encodeURIComponent(compare)}`),
  );
  // Each benchmark's own figures are read once for all areas.
  for (const each of urls.filter((_, at) => at % home.areas.length === 1)) await fetchSent(each);
  const uncached = await load(urls, glances);
  const same = urls.slice(0, 1);
  const nginx = await openNginx(await Promise.all(same.map((each) => fetchSent(each))));
  try {
    const cached = await load(same, { seconds: 4, connections: 16 });
    const theirs = await load([`${nginx.origin}/0`], { seconds: 4, connections: 16 });
    return [
      result("pages at a glance, each made anew", uncached.perSecond, "/s", { min: 150, ratio: false }),
      result("pages at a glance, each made anew: slowest hundredth", uncached.p99, "ms"),
      result("faults while making them", uncached.faults, "", { max: 0, ratio: true }),
      result("a page at a glance again, against nginx", cached.perSecond / theirs.perSecond, "×", { min: 0.45, ratio: true }),
    ];
  } finally {
    await nginx.close();
  }
}

async function measure(): Promise<readonly Result[]> {
  const server = await openServer({ env: { PEIL_LOG: "info" } });
  try {
    const { code, home } = await mappedIndicator(server.origin);
    return [...(await looked(server.origin, home, code)), ...(await made(server.origin, home))];
  } finally {
    await server.remove();
  }
}

/** What readers wait for. */
export const readerBench: Bench = { name: "reader", run: measure };
