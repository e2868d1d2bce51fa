import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axe, fitsWidth, openBrowser, openPage } from "./browser.ts";
import { ask } from "./site.ts";

// A councillor looks at the municipality at a glance: on a phone, beside another benchmark, on paper.

const origin = inject("origin");
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openBrowser());
});
afterAll(() => close());

test("three sentences, another benchmark, the rule behind a word, a theme in close-up, two sheets of paper", {
  timeout: 120_000,
}, async () => {
  const { areas } = await ask("home", {});
  const area = areas.find((each) => each.name.nl === "Gent") ?? areas[0];
  if (area === undefined) throw new Error("the site has no areas");
  const path = `/vogelvlucht/${area.level}/${area.code}`;
  const { page, faults } = await openPage(context);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${origin}${path}`);
  expect(await page.locator(".spoken p").count()).toBe(3);
  await fitsWidth(page);
  await axe(page);

  const view = await ask("glance", { level: area.level, code: area.code, compare: "", theme: "", since: "" });
  const other = view.choices.benchmarks.find((each) => each.ref !== view.benchmark.ref);
  if (other) {
    await page.getByLabel("Vergelijk met").selectOption(other.ref);
    await page.waitForURL(/compare=/);
    expect(await page.getByLabel("Vergelijk met").inputValue()).toBe(other.ref);
  }
  const why = page.locator("details.why").first();
  if ((await why.count()) > 0) {
    await why.locator("summary").click();
    expect(await why.locator('a[href*="/methode/strengths-and-attention"]').isVisible()).toBe(true);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.goto(`${origin}${path}`);
  const sheets = (await page.pdf({ format: "A4" })).toString("latin1").match(/\/Type\s*\/Page[^s]/g)?.length;
  expect(sheets).toBeLessThanOrEqual(2);

  await page.locator(".glance-theme h3 a").first().click();
  await page.waitForURL(/theme=/);
  await page.locator(".glance-row").first().waitFor();
  await axe(page);
  expect(faults()).toEqual([]);
  await page.close();
});
