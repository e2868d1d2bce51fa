import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axe, fitsWidth, openBrowser, openPage } from "./browser.ts";
import { landmarks } from "./site.ts";

let browser: Awaited<ReturnType<typeof openBrowser>>;
beforeAll(async () => {
  browser = await openBrowser({ viewport: { width: 1280, height: 1000 } });
});
afterAll(() => browser.close());

async function mapAddress(): Promise<string> {
  const { indicator, area } = await landmarks();
  const { code, level } = area.area;
  return `${inject("origin")}/databank?indicator=${indicator.details.code}&level=${level}&show=map&set-mine=${level}:${code}`;
}

test("a map is moved, walked and coloured by keyboard, and says where one is", async () => {
  const { page, faults } = await openPage(browser.context);
  const { area } = await landmarks();
  await page.goto(await mapAddress());
  const map = page.getByRole("application");
  await map.waitFor();
  await page.locator(".map-shapes [data-a], .map-canvas canvas").first().waitFor();
  await map.focus();
  await page.keyboard.press("Home");
  const said = page.locator(".map-view [role=status]").first();
  await expect.poll(() => said.textContent()).toContain(area.area.name.nl);
  await page.keyboard.press("ArrowRight");
  await expect.poll(() => said.textContent()).not.toContain(`${area.area.name.nl}:`);
  const before = await page.locator(".map-shapes g").first().getAttribute("transform");
  await page.keyboard.press("+");
  await expect.poll(() => page.locator(".map-shapes g").first().getAttribute("transform")).not.toBe(before);
  await page.getByText("Klassen en kleuren").click();
  await page.getByLabel("Aantal klassen").fill("3");
  await expect.poll(() => page.locator(".map-view .legend .swatch[class*=' k']").count()).toBe(3);
  await page.getByLabel("Kleuren", { exact: true }).selectOption("violet");
  await expect.poll(() => page.locator(".map-view .scheme-violet").count()).toBeGreaterThan(0);
  await expect.poll(() => page.url()).toContain("set-scheme=violet");
  await axe(page);
  expect(faults()).toEqual([]);
  await page.close();
});

test("a map leaves as GeoJSON with its source, and fits a telephone", async () => {
  const { page, faults } = await openPage(browser.context);
  await page.setViewportSize({ width: 360, height: 780 });
  await page.goto(await mapAddress());
  await page.getByText("Kaart bewaren").click();
  await fitsWidth(page);
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "als GeoJSON met cijfers" }).click();
  const stream = await (await coming).createReadStream();
  let text = "";
  for await (const chunk of stream) text += String(chunk);
  const file = JSON.parse(text) as { source: string; release: string; features: { properties: { value?: number; status: number } }[] };
  expect(file.source).not.toBe("");
  expect(file.release).not.toBe("");
  expect(file.features.length).toBeGreaterThan(1);
  for (const { properties } of file.features) expect(properties.value !== undefined).toBe(properties.status === 0);
  expect(faults()).toEqual([]);
  await page.close();
});
