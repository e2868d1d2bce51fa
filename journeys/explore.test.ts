import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axe, fitsWidth, openBrowser, openPage } from "./browser.ts";
import { landmarks } from "./site.ts";

// Everything about one municipality in one list: by keyboard, on a phone, and without a script.

const origin = inject("origin");
let context: BrowserContext;
let close: () => Promise<void>;
let path: string;
/** Few rows, for what takes long over many. */
let few: string;
beforeAll(async () => {
  ({ context, close } = await openBrowser());
  const { area } = await landmarks();
  path = `/verken/${area.area.level}/${area.area.code}`;
  const theme = area.themes.toSorted((a, b) => a.rows.length - b.rows.length).find((each) => each.rows.length > 2);
  few = `${path}?theme=${theme?.theme.code ?? ""}`;
});
afterAll(() => close());

const shown = "#explore-list li:not([hidden]) a.name";

test("by keyboard: walk, open, return, and find it again after a reload and going back", { timeout: 60_000 }, async () => {
  const { page, faults } = await openPage(context);
  await page.goto(`${origin}${few}`);
  const links = page.locator(shown);
  expect(await page.locator('#explore-list a.name[tabindex="0"]').count(), "one stop of the Tab key").toBe(1);
  await links.first().focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("End");
  expect(await links.last().evaluate((each) => each === document.activeElement)).toBe(true);
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowDown");
  const name = await links.nth(1).innerText();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "detail-title");
  expect(await page.locator("#detail-title").innerText()).toBe(name);
  expect(page.url()).toContain("open=");
  await axe(page);
  await page.keyboard.press("Escape");
  expect(await links.nth(1).evaluate((each) => each === document.activeElement)).toBe(true);
  const address = page.url();
  await page.reload();
  expect(await page.locator("#detail-title").innerText()).toBe(name);
  await page.locator("#detail .back").click();
  await page.waitForURL((url) => !url.search.includes("open="));
  expect(await page.locator("#detail-title").count()).toBe(0);
  await page.goBack();
  await page.waitForURL(address);
  await page.locator("#detail-title").waitFor();
  expect(faults()).toEqual([]);
  await page.close();
});

test("typing and choosing limits what is shown at once, and the address says so", { timeout: 60_000 }, async () => {
  const { page, faults } = await openPage(context);
  await page.goto(`${origin}${path}`);
  const all = await page.locator(shown).count();
  const word = (await page.locator(shown).nth(2).innerText()).split(" ")[0]?.toLowerCase() ?? "";
  await page.locator("#explore-q").fill(word);
  const fewer = await page.locator(shown).count();
  expect(fewer).toBeGreaterThan(0);
  expect(fewer).toBeLessThan(all);
  // What lies below the fold is not laid out yet, so that its inner text is empty.
  for (const each of await page.locator(shown).allTextContents()) expect(each.toLowerCase()).toContain(word);
  await page.waitForURL((url) => url.searchParams.get("q") === word);
  expect(await page.locator("#live").innerText()).toContain(String(fewer));
  await page.reload();
  expect(await page.locator(shown).count()).toBe(fewer);
  await page.locator("a.clear").click();
  await page.waitForURL((url) => url.search === "");
  expect(await page.locator(shown).count()).toBe(all);
  expect(faults()).toEqual([]);
  await page.close();
});

test("on a phone what is open takes the whole width, with a way back to its row", { timeout: 60_000 }, async () => {
  const { page, faults } = await openPage(context);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(`${origin}${path}`);
  await fitsWidth(page);
  await page.goto(`${origin}${few}`);
  await axe(page);
  const row = page.locator(shown).nth(1);
  const name = await row.innerText();
  await row.click();
  await page.locator("#detail-title").waitFor();
  expect(await row.isVisible()).toBe(false);
  await fitsWidth(page);
  await page.keyboard.press("Escape");
  await page.waitForFunction((text) => document.activeElement?.textContent === text, name);
  expect(await page.locator("#detail-title").count()).toBe(0);
  expect(faults()).toEqual([]);
  await page.close();
});

test("without a script every choice is a link or a form", { timeout: 60_000 }, async () => {
  const plain = await openBrowser({ javaScriptEnabled: false });
  const page = await plain.context.newPage();
  await page.goto(`${origin}${path}`);
  const name = await page.locator(shown).nth(2).innerText();
  await page.locator(shown).nth(2).click();
  expect(await page.locator("#detail-title").innerText()).toBe(name);
  await page.locator("#explore-q").fill("qqxxzz");
  await page.locator(".explore-form button").click();
  expect(await page.locator(shown).count()).toBe(0);
  await page.locator("#explore-none").waitFor();
  await plain.close();
});
