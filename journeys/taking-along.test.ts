import { createServer, type Server } from "node:http";
import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axe, fitsWidth, openBrowser, openPage } from "./browser.ts";
import { freePort } from "./open-server.ts";
import { landmarks } from "./site.ts";

// A figure leaves the site: as a drawing in somebody else's page, as a picture, as a citation.

const origin = inject("origin");
let context: BrowserContext;
let close: () => Promise<void>;
let elsewhere: Server;
let other: string;
/** What the page of the other site holds. */
let body = "";

beforeAll(async () => {
  ({ context, close } = await openBrowser());
  elsewhere = createServer((_, response) => {
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(`<!doctype html><html lang="nl"><title>Elders</title><main><h1>Elders</h1>${body}</main>`);
  });
  const port = await freePort();
  await new Promise<void>((done) => elsewhere.listen(port, "127.0.0.1", done));
  other = `http://127.0.0.1:${port}/`;
});
afterAll(async () => {
  await close();
  await new Promise((done) => elsewhere.close(done));
});

async function question(): Promise<{ code: string; query: string }> {
  const { indicator, home } = await landmarks();
  return { code: indicator.details.code, query: `level=${home.level.alias}&area=${home.areas[0]?.code}` };
}

test("the code on the page of a figure works in a page of another site, and takes the height it needs", async () => {
  const { code, query } = await question();
  const { page, faults } = await openPage(context);
  await page.goto(`${origin}/indicator/${code}?${query}`);
  await page.getByText("Als element dat zijn hoogte zelf kiest").first().click();
  body = (await page.locator("#tools-element").textContent()) ?? "";
  expect(body).toContain(`src="${origin}/embed/peil.js"`);
  expect(body).toContain(`<peil-figure src="${origin}/embed/${code}?`);
  await axe(page);
  expect(faults()).toEqual([]);
  await page.close();

  const host = await context.newPage();
  await host.setViewportSize({ width: 800, height: 900 });
  await host.goto(other);
  const drawing = host.frameLocator("peil-figure iframe");
  await drawing.getByRole("img").filter({ visible: true }).first().waitFor();
  const heightOf = () => host.locator("peil-figure iframe").evaluate((each) => Number(each.getAttribute("height")));
  const needed = () => drawing.locator("main").evaluate((each) => Math.ceil(each.getBoundingClientRect().height));
  await expect.poll(async () => (await heightOf()) === (await needed())).toBe(true);
  const wide = await heightOf();
  await host.setViewportSize({ width: 360, height: 900 });
  await expect.poll(async () => (await heightOf()) !== wide && (await heightOf()) === (await needed())).toBe(true);
  const link = drawing.getByRole("link", { name: "Alle cijfers en uitleg" });
  expect(await link.getAttribute("href")).toMatch(new RegExp(`^/indicator/${code}\\?`));

  // Nobody but the drawing itself says how high it is.
  await host.evaluate(() => window.postMessage({ peil: "height", height: 5000 }, "*"));
  await host.waitForTimeout(100);
  expect(await heightOf()).toBeLessThan(4000);
  await host.close();
});

test("every other page refuses to stand in a page of another site", async () => {
  const { code } = await question();
  body = `<iframe src="${origin}/indicator/${code}" title="x"></iframe>`;
  const host = await context.newPage();
  const refused: string[] = [];
  host.on("console", (message) => refused.push(message.text()));
  await host.goto(other);
  await expect.poll(() => refused.some((each) => /frame-ancestors|X-Frame-Options/i.test(each))).toBe(true);
  await host.close();
});

test("an embedded drawing is a page of its own: one title, fits 360 pixels, axe finds nothing", async () => {
  const { code, query } = await question();
  const { page, faults } = await openPage(context);
  for (const show of ["line", "map", "table"]) {
    await page.setViewportSize({ width: 360, height: 800 });
    const answer = await page.goto(`${origin}/embed/${code}?${query}&show=${show}`);
    expect(answer?.status(), show).toBe(200);
    expect(await page.getByRole("heading", { level: 1 }).count(), show).toBe(1);
    expect(await page.getByRole("banner").count()).toBe(0);
    await fitsWidth(page);
    await axe(page);
  }
  expect(faults()).toEqual([]);
  await page.close();
});

test("the program beside a figure holds whole addresses, is copied whole, and fetches what the page shows", async () => {
  const { code, query } = await question();
  const { page, faults } = await openPage(context);
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${origin}/indicator/${code}?${query}`);
  await page.getByRole("link", { name: "Python, R, JavaScript, curl, Excel en Power BI" }).click();
  await page.getByRole("heading", { level: 1, name: "Gebruik deze cijfers in een programma" }).waitFor();
  await fitsWidth(page);
  await page.getByRole("link", { name: /Altijd deze publicatie/ }).click();
  await page.waitForURL(/release=/);
  const copied = await page.locator("#code-curl").textContent();
  const [, address = ""] = /"(http[^"]*)"/.exec(copied ?? "") ?? [];
  expect(address).toContain(`${origin}/api/v1/data.csv?indicator=${code}&`);
  expect(address).toContain("release=");
  const [answer, shown] = await Promise.all([fetch(address), fetch(`${origin}/indicator/${code}.csv?${query}`)]);
  expect(await answer.text()).toBe(await shown.text());
  await page.getByRole("button", { name: "Kopieer: curl" }).click();
  await expect.poll(() => page.locator("#live").textContent()).toBe("Gekopieerd.");
  expect(faults()).toEqual([]);
  await page.close();
});

test("a drawing is downloaded as SVG that needs nothing, and as PNG", async () => {
  const { code, query } = await question();
  const { page } = await openPage(context);
  await page.goto(`${origin}/indicator/${code}?${query}`);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page
      .getByRole("link", { name: /als PNG/ })
      .first()
      .click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.png$/);
  const svg = await fetch(`${origin}/indicator/${code}.svg?${query}&show=line`);
  expect(svg.headers.get("content-type")).toBe("image/svg+xml");
  const text = await svg.text();
  expect(text).not.toMatch(/var\(|href=|url\((?!"#|#)/);
  const alone = await page.evaluate((each) => {
    const read = new DOMParser().parseFromString(each, "image/svg+xml");
    return { broken: read.querySelector("parsererror") !== null, name: read.documentElement.getAttribute("aria-label") };
  }, text);
  expect(alone.broken).toBe(false);
  expect(alone.name).toBeTruthy();
  await page.close();
});

test("the scan of an area comes as tagged PDF and as Word file", async () => {
  const { area } = await landmarks();
  const path = `/vogelvlucht/${area.area.level}/${area.area.code}`;
  const { page, faults } = await openPage(context);
  await page.goto(`${origin}${path}`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(`main a[href^="${path}.docx"]`).first().click()]);
  expect(download.suggestedFilename()).toMatch(/\.docx$/);
  const href = await page.locator(`main a[href^="${path}.pdf"]`).first().getAttribute("href");
  const pdf = Buffer.from(await (await fetch(`${origin}${href}`)).arrayBuffer()).toString("latin1");
  expect(pdf.slice(0, 5)).toBe("%PDF-");
  for (const part of ["<pdfuaid:part>1</pdfuaid:part>", "/StructTreeRoot", "/Lang (nl-BE)", "/Alt ("]) expect(pdf, part).toContain(part);
  expect(faults()).toEqual([]);
  await page.close();
});

test("a citation is copied with a button", async () => {
  const { code, query } = await question();
  await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
  const { page } = await openPage(context);
  await page.goto(`${origin}/indicator/${code}?${query}`);
  await page.getByRole("button", { name: "Kopieer: Deze publicatie" }).click();
  await expect.poll(() => page.locator("#live").textContent()).toBe("Gekopieerd.");
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  const address = /https?:\S+$/.exec(copied)?.[0] ?? "";
  expect(address).toContain("release=");
  expect((await page.goto(address))?.status()).toBe(200);
  await page.close();
});
