import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { axe, openBrowser, openPage } from "./browser.ts";
import { landmarks } from "./site.ts";

// A reader chooses: the same form with and without a script.

const origin = inject("origin");

/**
 * Chooses another municipality on an indicator's page, and waits until address and page follow. Gives its code.
 * @param hasScript whether the page follows by itself
 * @param mark sets a mark on the document, to see later whether it is still the same one
 */
async function chooseArea(page: Page, hasScript: boolean, mark = false): Promise<string> {
  const { indicator, home } = await landmarks();
  const other = home.areas.at(-1);
  if (!other) throw new Error("the site has no areas");
  await page.goto(`${origin}/indicator/${indicator.details.code}?level=${home.level.alias}&area=${home.areas[0]?.code}`);
  if (mark) {
    await page.evaluate(() => {
      document.documentElement.dataset.same = "yes";
    });
  }
  await page.locator('form select[name="area"]').selectOption(other.code);
  // With a script the page follows by itself; without, the form has its button.
  if (!hasScript) await page.locator("form:has(select[name=area])").getByRole("button", { name: "Toon", exact: true }).first().click();
  await page.waitForURL((url) => (url.searchParams.get("area") ?? "").split(",").includes(other.code) && !url.searchParams.has("choose"));
  await page.getByRole("main").getByText(other.name.nl).filter({ visible: true }).first().waitFor();
  return other.code;
}

describe.each([
  ["without a script", false],
  ["with a script", true],
])("%s", (_, javaScriptEnabled) => {
  let context: BrowserContext;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ context, close } = await openBrowser({ javaScriptEnabled }));
  });
  afterAll(() => close());

  test("another area: the address and the page follow", async () => {
    const { page, faults } = await openPage(context);
    await chooseArea(page, javaScriptEnabled);
    expect(faults()).toEqual([]);
    await page.close();
  });

  test("another presentation by its link", async () => {
    const { indicator } = await landmarks();
    const { page } = await openPage(context);
    await page.goto(`${origin}/indicator/${indicator.details.code}`);
    await page.getByRole("main").getByRole("link", { name: "Tabel", exact: true }).first().click();
    await page.waitForURL(/show=table/);
    await page.getByRole("table").first().waitFor();
    await page.close();
  });

  test("the address alone gives the same page again", async () => {
    const { indicator, home } = await landmarks();
    const { page } = await openPage(context);
    const path = `/indicator/${indicator.details.code}?level=${home.level.alias}&area=${home.areas[0]?.code}`;
    await page.goto(`${origin}${path}`);
    const before = await page.getByRole("main").innerText();
    await page.reload();
    expect(await page.getByRole("main").innerText()).toBe(before);
    await page.close();
  });
});

test("the key of a mail campaign changes nothing: the page names its own address", async () => {
  const { indicator, home } = await landmarks();
  const answer = await fetch(
    `${origin}/indicator/${indicator.details.code}?level=${home.level.alias}&area=${home.areas[0]?.code}&utm_source=mail`,
  );
  expect(answer.status).toBe(200);
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(await answer.text())?.[1] ?? "";
  expect(canonical).toContain(`/indicator/${indicator.details.code}?`);
  expect(canonical).not.toContain("utm_source");
});

describe("the script", () => {
  let context: BrowserContext;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ context, close } = await openBrowser());
  });
  afterAll(() => close());

  test("swaps what changed and keeps the document, and back goes back", async () => {
    const { page, faults } = await openPage(context);
    const code = await chooseArea(page, true, true);
    expect(await page.evaluate(() => document.documentElement.dataset.same), "the document was not loaded again").toBe("yes");
    await axe(page);
    await page.goBack();
    await page.waitForURL((url) => !(url.searchParams.get("area") ?? "").split(",").includes(code));
    expect(faults()).toEqual([]);
    await page.close();
  });

  test("suggests while one types, by keyboard alone", async () => {
    const { area } = await landmarks();
    const { page, faults } = await openPage(context);
    await page.goto(origin);
    const box = page.locator('main input[type="search"]').first();
    await box.click();
    await box.pressSequentially(area.area.name.nl.slice(0, 4), { delay: 30 });
    const options = page.getByRole("option");
    await options.first().waitFor();
    await axe(page);
    await box.press("ArrowDown");
    await box.press("Enter");
    await page.waitForURL((url) => url.pathname !== "/");
    expect(faults()).toEqual([]);
    await page.close();
  });
});
