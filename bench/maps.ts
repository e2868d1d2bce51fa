/// <reference lib="dom" />
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { openServer } from "../journeys/open-server.ts";
import type { Bench, Result } from "./bench.ts";
import { openPhone, withBrowser } from "./phone.ts";
import { sectors, writeSectors } from "./sector-data.ts";

// The first map of 10 560 invented areas in the data bank, and what follows, on an emulated telephone.

// What runs in the page stands as text: the bench itself knows no page.

/** Milliseconds from a choice of colours to the pixels, measured in the page. */
function recolour(page: Page, scheme: string): Promise<number> {
  return page.evaluate<number>(`(async () => {
    const select = [...document.querySelectorAll(".class-editor select")].find((each) => [...each.options].some((option) => option.value === "${scheme}"));
    if (!select) return Number.NaN;
    performance.clearMarks();
    const from = performance.now();
    select.value = "${scheme}";
    select.dispatchEvent(new Event("change", { bubbles: true }));
    for (;;) {
      const mark = performance.getEntriesByName("map-painted").at(-1);
      if (mark) return mark.startTime - from;
      await new Promise((done) => setTimeout(done));
    }
  })()`);
}

/** The middle time between two frames while the map is dragged. */
async function panFrame(page: Page): Promise<number> {
  const box = await page.locator(".map-stage").boundingBox();
  if (!box) return Number.NaN;
  await page.evaluate(`{
    window.benchFrames = [];
    const tick = (at) => { window.benchFrames.push(at); requestAnimationFrame(tick); };
    requestAnimationFrame(tick);
  }`);
  await page.mouse.move(box.x + 200, box.y + 120);
  await page.mouse.down();
  for (let step = 0; step < 60; step++) await page.mouse.move(box.x + 200 - 2 * step, box.y + 120 + step);
  await page.mouse.up();
  const frames = await page.evaluate<number[]>("window.benchFrames");
  const gaps = frames.slice(1).map((at, i) => at - (frames[i] ?? at));
  return gaps.sort((one, other) => one - other)[Math.floor(gaps.length / 2)] ?? Number.NaN;
}

function look(origin: string): Promise<readonly Result[]> {
  return withBrowser(async (browser) => {
    const { page, weight: weigh } = await openPhone(browser);
    await page.goto(`${origin}/databank?indicator=${sectors.indicator}&level=${sectors.level}&period=all&show=map`);
    await page.waitForFunction(() => performance.getEntriesByName("map-painted").length > 0, undefined, { timeout: 90_000 });
    const first = await page.evaluate(() => performance.getEntriesByName("map-painted")[0]?.startTime ?? Number.NaN);
    const weight = weigh().all;
    await page.waitForTimeout(3000);
    await page.locator(".map-panels summary").first().click();
    const times: number[] = [];
    for (const scheme of ["violet", "blue", "orange", "grey", "house"]) {
      times.push(await recolour(page, scheme));
      await page.waitForTimeout(600);
    }
    await page.locator(".map-buttons button").first().click();
    await page.waitForTimeout(3000);
    const frame = await panFrame(page);
    return [
      { name: "first map of 10 560 areas", value: first / 1000, unit: "s", budget: { max: 8, ratio: false } },
      { name: "bytes until then", value: weight / 1000, unit: "kB", budget: { max: 500, ratio: false } },
      { name: "recolouring", value: times.sort((a, b) => a - b)[2] ?? Number.NaN, unit: "ms", budget: { max: 80, ratio: false } },
      { name: "a frame while panning", value: frame, unit: "ms", budget: { max: 34, ratio: false } },
    ];
  });
}

async function sizeOf(origin: string, detail: string): Promise<number> {
  const answer = await fetch(`${origin}/api/v1/geometry/${sectors.level}?detail=${detail}`);
  return (await answer.arrayBuffer()).byteLength;
}

async function measure(): Promise<readonly Result[]> {
  const folder = mkdtempSync(join(tmpdir(), "peil-sectors-"));
  try {
    await writeSectors(folder);
    const server = await openServer({ env: { PEIL_STARTER: folder } });
    try {
      const ratio = (await sizeOf(server.origin, "coarse")) / (await sizeOf(server.origin, "full"));
      return [
        { name: "coarse borders against full ones", value: ratio, unit: "×", budget: { max: 0.7, ratio: true } },
        ...(await look(server.origin)),
      ];
    } finally {
      await server.remove();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Bytes and times of maps of many areas. */
export const mapsBench: Bench = { name: "maps", run: measure };
