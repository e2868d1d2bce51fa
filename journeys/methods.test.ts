import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axe, fitsWidth, openBrowser, openPage } from "./browser.ts";
import { landmarks } from "./site.ts";

// A reader asks how a figure was made: from the figure to the rule, to all rules, in the other language.

const origin = inject("origin");
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openBrowser());
});
afterAll(() => close());

test("a figure leads to the rules that made it, and a rule to all of them", async () => {
  const { indicator, area } = await landmarks();
  const { page, faults } = await openPage(context);
  for (const path of [`/area/${area.area.level}/${area.area.code}`, `/indicator/${indicator.details.code}`]) {
    await page.goto(`${origin}${path}`);
    const links = page.locator('ul.method-links a[href^="/methode/"]');
    expect(await links.count(), path).toBeGreaterThan(1);
  }
  const link = page.locator("ul.method-links a").first();
  const title = await link.innerText();
  await link.click();
  await page.waitForURL(/\/methode\/[a-z-]+$/);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toBe(title);
  for (const heading of ["Formule", "Voorbeeld", "Bron"]) expect(await page.getByRole("heading", { name: heading }).count()).toBe(1);
  await page.getByRole("navigation", { name: "Kruimelpad" }).getByRole("link", { name: "Zo zijn de cijfers berekend" }).click();
  await page.waitForURL(/\/methode$/);
  expect(await page.getByRole("main").locator('a[href^="/methode/"]').count()).toBeGreaterThan(6);
  expect(faults()).toEqual([]);
  await page.close();
});

test("every rule reads on a phone, in both languages, and the foot of each page leads to them", { timeout: 400_000 }, async () => {
  const { page, faults } = await openPage(context);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(origin);
  await page.getByRole("contentinfo").getByRole("link", { name: "Rekenregels" }).click();
  await page.waitForURL(/\/methode$/);
  const rules = await page
    .getByRole("main")
    .locator('a[href^="/methode/"]')
    .evaluateAll((links) => links.map((each) => each.getAttribute("href") ?? ""));
  for (const [at, rule] of rules.entries()) {
    for (const path of [rule, rule.replace("/methode/", "/en/method/")]) {
      const answer = await page.goto(`${origin}${path}`);
      expect(answer?.status(), path).toBe(200);
      await fitsWidth(page);
      if (path === rule && at % 3 === 0) await axe(page);
    }
  }
  expect(faults()).toEqual([]);
  await page.close();
});
