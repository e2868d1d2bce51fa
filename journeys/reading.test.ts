import type { BrowserContext } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { axe, openBrowser, openPage } from "./browser.ts";
import { settle } from "./forms.ts";
import { ask, everyPage, landmarks } from "./site.ts";

// A reader finds a figure: every kind of page, on a phone and on a desk, in two languages, on paper.

const origin = inject("origin");
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openBrowser());
});
afterAll(() => close());

test("every kind of page opens without a fault, with one title", { timeout: 240_000 }, async () => {
  for (const [kind, path] of await everyPage()) {
    const { page, faults } = await openPage(context);
    const answer = await page.goto(`${origin}${path}`);
    await settle(page);
    expect(answer?.status(), kind).toBe(200);
    expect(await page.getByRole("heading", { level: 1 }).count(), `${kind} has one title`).toBe(1);
    expect(await page.title(), kind).not.toBe("");
    expect(faults(), kind).toEqual([]);
    await page.close();
  }
});

test("the search box finds the place and its topics", async () => {
  const { area } = await landmarks();
  const name = area.area.name.nl;
  const { page, faults } = await openPage(context);
  await page.goto(origin);
  const box = page
    .getByRole("main")
    .getByRole("searchbox")
    .or(page.getByRole("main").getByRole("combobox", { name: /zoek/i }));
  await box.first().fill(`${name.toLowerCase()} werk`);
  await box.first().press("Enter");
  await page.waitForURL(/\/search\?/);
  const main = page.getByRole("main");
  expect(await main.locator(`a[href^="/vogelvlucht/${area.area.level}/${area.area.code}"]`).count()).toBeGreaterThan(0);
  expect(await main.locator('a[href^="/indicator/"], a[href^="/theme/"]').count()).toBeGreaterThan(0);
  expect(faults()).toEqual([]);
  await page.close();
});

test("a word that is nowhere gets an answer and a way on", async () => {
  const { page } = await openPage(context);
  const answer = await page.goto(`${origin}/search?q=qqxxzzww`);
  expect(answer?.status()).toBe(200);
  await page
    .getByRole("main")
    .getByText(/qqxxzzww/)
    .first()
    .waitFor();
  await axe(page);
  await page.close();
});

test("from the first page to one's own municipality", async () => {
  const { area } = await landmarks();
  const { page, faults } = await openPage(context);
  await page.goto(origin);
  const href = `/vogelvlucht/${area.area.level}/${area.area.code}`;
  // The alphabetical list may be folded; its links are there all the same.
  const link = page.locator(`a[href^="${href}"]`);
  expect(await link.count()).toBeGreaterThan(0);
  await page
    .getByRole("main")
    .getByRole("combobox", { name: /^kies je/i })
    .selectOption({ label: area.area.name.nl });
  const followed = page.waitForURL(/\/(vogelvlucht|search)/, { timeout: 15_000 }).then(
    () => true,
    () => false,
  );
  if (!(await followed)) await page.getByRole("main").getByRole("button", { name: "Toon", exact: true }).click();
  await page.waitForURL(/\/(vogelvlucht|search)/);
  // A name that means one place leads there at once; another leads to a choice.
  if (!page.url().includes("/vogelvlucht/")) await page.locator(`main a[href^="${href}"]`).first().click();
  await page.waitForURL(`**${href}*`);
  expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(area.area.name.nl);
  expect(await page.getByRole("table").count()).toBeGreaterThan(0);
  expect(faults()).toEqual([]);
  await page.close();
});

test("an area's page leads to an indicator for that area", async () => {
  const { area } = await landmarks();
  const { page } = await openPage(context);
  await page.goto(`${origin}/area/${area.area.level}/${area.area.code}`);
  const row = area.themes.flatMap((theme) => theme.rows).find((each) => each.cells[0]?.value !== undefined);
  if (!row) throw new Error("the area's page has no figures");
  await page.getByRole("main").locator(`a[href^="/indicator/${row.indicator.code}"]`).first().click();
  await page.waitForURL(/\/indicator\//);
  await page.getByRole("main").getByText(area.area.name.nl).first().waitFor();
  await page.close();
});

describe("the English twin", () => {
  test("of every page says so, and leads back", { timeout: 240_000 }, async () => {
    const { page, faults } = await openPage(context);
    // A drawing in a page of another site has no header to switch in.
    for (const [kind, path] of (await everyPage()).filter(([each]) => each !== "embed")) {
      const answer = await page.goto(`${origin}/en${path === "/" ? "/" : path}`);
      expect(answer?.status(), kind).toBe(200);
      expect(await page.locator("html").getAttribute("lang"), kind).toBe("en");
      await page.getByRole("link", { name: "Nederlands" }).first().click();
      await page.waitForURL((url) => !url.pathname.startsWith("/en"));
      expect(await page.locator("html").getAttribute("lang"), kind).toBe("nl");
    }
    expect(faults()).toEqual([]);
    await page.close();
  });
});

test("on paper there are figures and no controls", async () => {
  const { indicator, area } = await landmarks();
  const { page } = await openPage(context);
  for (const path of [`/indicator/${indicator.details.code}`, `/area/${area.area.level}/${area.area.code}`]) {
    await page.goto(`${origin}${path}`);
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("heading", { level: 1 }).isVisible()).toBe(true);
    expect(await page.getByRole("table").first().isVisible()).toBe(true);
    expect(await page.getByRole("searchbox").filter({ visible: true }).count(), path).toBe(0);
    expect(await page.getByRole("button").filter({ visible: true }).count(), path).toBe(0);
    await page.emulateMedia({ media: "screen" });
  }
  await page.close();
});

test("what does not exist answers 404 with a page", async () => {
  const { page } = await openPage(context);
  for (const path of ["/nergens", "/indicator/bestaat_niet", "/area/gemeente/00000", "/en/theme/nowhere"]) {
    const answer = await page.goto(`${origin}${path}`);
    expect(answer?.status(), path).toBe(404);
    expect(await page.getByRole("heading", { level: 1 }).count(), path).toBe(1);
    await axe(page);
  }
  await page.close();
});

test("the figure in the page is the figure of the interface", async () => {
  const { indicator, home } = await landmarks();
  const code = home.areas[0]?.code ?? "";
  const selection = `level=${home.level.alias}&area=${code}&period=recent`;
  const view = await ask("indicator", { code: indicator.details.code, selection });
  const value = view.cube.values[0];
  const { page } = await openPage(context);
  await page.goto(`${origin}/indicator/${indicator.details.code}?${selection}`);
  const shown = new Intl.NumberFormat("nl-BE", {
    minimumFractionDigits: indicator.details.decimals,
    maximumFractionDigits: indicator.details.decimals,
  }).format(value ?? Number.NaN);
  await page.getByRole("main").getByText(shown).first().waitFor();
  await page.close();
});
