import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axe, fitsWidth, openBrowser } from "./browser.ts";
import type { RunningServer } from "./open-server.ts";
import { openRegionServer } from "./region-server.ts";

// What no public figures exist for, on the invented region: survey waves, hidden figures, sectors, objects and flows.

let server: RunningServer;
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  server = await openRegionServer();
  ({ context, close } = await openBrowser());
}, 240_000);
afterAll(async () => {
  await close?.();
  await server?.remove();
});

test("a survey at a glance: intervals, no clear difference, another question, too few respondents", async () => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 360, height: 800 });
  await page.goto(`${server.origin}/vogelvlucht/gemeente/01001?theme=enquete`);
  const row = (name: string) => page.locator(".glance-row", { hasText: name });
  expect(await row("Tevreden over de buurt").textContent()).toMatch(/tussen 37,7 en 48,5 \(95\s% zeker\) · 412 respondenten/);
  expect(await row("Tevreden over de buurt").textContent()).toContain("aandachtspunt");
  const asked = (await row("winkelen").textContent()) ?? "";
  expect(asked).toContain("geen duidelijk verschil");
  expect(asked).toContain("niet te vergelijken met 2019: andere vraag");
  expect(asked).not.toMatch(/gestegen|gedaald/);
  await fitsWidth(page);
  await axe(page);
  await page.goto(`${server.origin}/vogelvlucht/gemeente/02001?theme=enquete`);
  expect(await row("Tevreden over de buurt").textContent()).toContain("te weinig respondenten om te tonen");
  expect(await row("Tevreden over de buurt").locator(".word").count()).toBe(0);
  await page.close();
});

test("a hidden figure is hatched, neither judged nor placed, and said to be hidden where an older one leads", async () => {
  const page = await context.newPage();
  await page.goto(`${server.origin}/vogelvlucht/gemeente/01001`);
  const row = page.locator(".glance-theme tr", { hasText: "zeldzame aandoening" });
  expect(await row.locator("td.mine.hidden").count()).toBe(1);
  expect(await row.locator(".word, .move").count()).toBe(0);
  expect(await page.locator(".glance-profile").textContent()).not.toContain("zeldzame");
  await page.goto(`${server.origin}/indicator/zeldzaam?level=gemeente&area=01001`);
  expect(await page.locator(".key .later").textContent()).toBe("2025: verborgen om privacyredenen");
  await page.goto(`${server.origin}/verken/sector/01001A01?theme=zorg&open=steunbedrag`);
  expect(await page.locator(".of-spread").textContent()).toContain("30 verborgen om privacyredenen");
  await axe(page);
  await page.close();
});

test("the data bank draws intervals, flows, objects on an outline, and sectors that say that they are invented", async () => {
  const page = await context.newPage();
  const open = async (query: string): Promise<void> => {
    await page.goto(`${server.origin}/databank?${query}`);
    const skip = page.getByRole("button", { name: "Sla over" });
    if ((await skip.count()) > 0) await skip.click();
  };
  await open("indicator=buurt&level=gemeente&period=2025&compare=land:L&show=dot-interval");
  await page.getByText("te weinig respondenten om te tonen").first().waitFor();
  await open("indicator=pendel&level=gemeente2024&period=2024&flow=out&partner=gemeente2024&show=flow-map");
  await page.getByText("van Biezenhof naar Aardoever").first().waitFor();
  await open("indicator=zitplaatsen&level=bib&period=2024&show=map");
  await expect.poll(() => page.locator("#databank path.under").count(), { timeout: 10_000 }).toBe(5);
  expect(await page.locator("#databank circle[data-a]").count()).toBe(7);
  await open("indicator=groen&level=sector&period=2025&show=map");
  await page.getByText("Deze grenzen zijn verzonnen").first().waitFor();
  await axe(page);
  await page.close();
});
