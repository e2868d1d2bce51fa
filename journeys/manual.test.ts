import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axe, fitsWidth, openBrowser, openPage } from "./browser.ts";

// Who comes first is welcomed; who does not know a word opens it; who wants to know more reads the manual.

const origin = inject("origin");
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openBrowser());
});
afterAll(() => close());

async function seen(page: Page, path: string): Promise<void> {
  const answer = await page.goto(`${origin}${path}`);
  expect(answer?.status(), path).toBe(200);
  await fitsWidth(page);
  await axe(page);
}

test("the manual and the words read on a phone, in both languages", { timeout: 120_000 }, async () => {
  const { page, faults } = await openPage(context);
  await page.setViewportSize({ width: 360, height: 800 });
  for (const path of ["/handleiding", "/en/manual"]) {
    await seen(page, path);
    await page.getByRole("main").getByRole("listitem").getByRole("link").first().click();
    await page.getByRole("article").waitFor();
    await fitsWidth(page);
    await axe(page);
    const image = page.getByRole("article").getByRole("img").first();
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate((each) => each instanceof HTMLImageElement && each.naturalWidth)).toBe(720);
  }
  for (const path of ["/begrippen", "/en/glossary"]) await seen(page, path);
  await page.getByRole("navigation", { name: "Go to a letter" }).getByRole("link", { name: "Words with M" }).click();
  await expect
    .poll(() => page.getByRole("heading", { name: "M", exact: true }).evaluate((each) => each.getBoundingClientRect().top))
    .toBeLessThan(400);
  expect(faults()).toEqual([]);
  await page.close();
});

test("the note on the first page goes when it is put away, and stays away", { timeout: 60_000 }, async () => {
  const { page, faults } = await openPage(context);
  await page.goto(origin);
  const note = page.getByRole("region", { name: "Nieuw hier?" });
  await note.getByRole("button", { name: "Toon dit niet meer" }).click();
  expect(await note.isVisible()).toBe(false);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  await page.reload();
  expect(await note.isVisible()).toBe(false);
  expect(faults()).toEqual([]);
  await page.close();
});

test("a word opens where it stands, by keyboard too, and leads to the others", { timeout: 60_000 }, async () => {
  const { page, faults } = await openPage(context);
  await page.goto(`${origin}/`);
  const first = await page.locator(".all-areas a").first().getAttribute("href");
  await page.goto(`${origin}${first}`);
  const help = page.getByRole("complementary", { name: "Hulp" });
  const word = help.getByRole("button", { name: "z-score" });
  await word.focus();
  await page.keyboard.press("Enter");
  const said = page.locator("#term-z-score");
  expect(await said.isVisible()).toBe(true);
  await axe(page);
  await page.keyboard.press("Escape");
  expect(await said.isVisible()).toBe(false);
  await word.click();
  await said.getByRole("link", { name: "Alle begrippen" }).click();
  await page.waitForURL(/\/begrippen#z-score$/);
  expect(await page.locator("#z-score:target").isVisible()).toBe(true);
  await page.goBack();
  await help.getByRole("link", { name: /^Handleiding/ }).click();
  await page.waitForURL(/\/handleiding\/in-vogelvlucht$/);
  expect(faults()).toEqual([]);
  await page.close();
});

test("without a script the note, the words and the manual are there", { timeout: 60_000 }, async () => {
  const plain = await openBrowser({ javaScriptEnabled: false });
  const page = await plain.context.newPage();
  await page.goto(origin);
  const note = page.getByRole("region", { name: "Nieuw hier?" });
  expect(await note.isVisible()).toBe(true);
  expect(await note.getByRole("button").count()).toBe(0);
  await note.getByRole("link", { name: "Lees de handleiding" }).click();
  await page.waitForURL(/\/handleiding$/);
  await plain.close();
});
