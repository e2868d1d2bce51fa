import { expect, inject, test } from "vitest";
import { fitsWidth, openBrowser, openPage } from "./browser.ts";

// Who writes a program finds what can be asked, without a script and on a phone.

const origin = inject("origin");

test("the page for programs leads to its examples, on a phone too", async () => {
  const { context, close } = await openBrowser({ viewport: { width: 360, height: 800 }, javaScriptEnabled: false });
  const { page, faults } = await openPage(context);
  await page.goto(`${origin}/about`);
  await page.getByRole("link", { name: "Open data en API" }).click();
  expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Open data en API");
  const example = page.locator(".example a").first();
  expect((await fetch(origin + (await example.getAttribute("href")))).status).toBe(200);
  await page.locator("summary").first().click();
  expect(await page.locator("details[open] dt").count()).toBeGreaterThan(0);
  await fitsWidth(page);
  await page.goto(`${origin}/en/api/v1/errors#indicator-unknown`);
  expect(await page.locator("#indicator-unknown").textContent()).toContain("does not exist");
  await fitsWidth(page);
  expect(faults()).toEqual([]);
  await close();
});
