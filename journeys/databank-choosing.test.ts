import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axe, fitsWidth, openBrowser, openPage } from "./browser.ts";
import { ask, landmarks } from "./site.ts";

// A reader chooses in the data bank: a topic by keyboard, areas in a dialog, and takes it back by a chip.

const origin = inject("origin");
let close: () => Promise<void>;
let context: Awaited<ReturnType<typeof openBrowser>>["context"];
beforeAll(async () => {
  ({ context, close } = await openBrowser());
  // The guided first visit has a journey of its own.
  await context.addInitScript(() => {
    if (location.protocol.startsWith("http")) localStorage.setItem("peil.tour", "done");
  });
});
afterAll(() => close());

async function openBank(query = ""): Promise<{ page: Page; faults(): readonly string[] }> {
  const opened = await openPage(context);
  await opened.page.goto(`${origin}/databank${query}`);
  await opened.page.getByRole("tree").waitFor();
  return opened;
}

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");

test("a topic is found and chosen by keyboard, and the figures follow", async () => {
  const { indicator } = await landmarks();
  const { code, name } = indicator.details;
  const { page, faults } = await openBank();
  const search = page.getByRole("searchbox", { name: "Zoek een onderwerp", exact: true });
  await search.fill(code);
  await page
    .getByText(/gevonden/)
    .first()
    .waitFor();
  await search.press("ArrowDown");
  await page.keyboard.press("End");
  const row = page.locator('[role="treeitem"]:focus');
  expect(await row.getAttribute("aria-level")).not.toBeNull();
  expect(Number(await row.getAttribute("aria-posinset"))).toBe(Number(await row.getAttribute("aria-setsize")));
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: `${name.nl} weghalen` }).waitFor();
  await page.waitForURL(/indicator=/);
  expect(await row.getAttribute("aria-selected")).toBe("true");
  await axe(page);
  expect(faults()).toEqual([]);
  await page.close();
});

test("areas are found by name in a dialog that gives the focus back, and go by their chip", async () => {
  const { indicator, area } = await landmarks();
  const { page, faults } = await openBank(`?indicator=${indicator.details.code}&level=${area.area.level}&compare=none`);
  const opener = page.getByRole("button", { name: "Wijzig: Gebieden", exact: true });
  await opener.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "zelf kiezen" }).check();
  await dialog.getByLabel("Zoek op naam of code").fill(area.area.name.nl);
  await dialog.getByRole("checkbox", { name: area.area.name.nl, exact: true }).check();
  await dialog.getByRole("button", { name: "Gebruik deze keuze" }).click();
  await expect.poll(() => focused(page)).toBe("Wijzig: Gebieden");
  await page.waitForURL((url) => url.searchParams.get("area") === area.area.code);
  await page.getByRole("button", { name: `${area.area.name.nl} weghalen` }).click();
  await page.waitForURL((url) => !url.searchParams.has("area"));
  expect(faults()).toEqual([]);
  await page.close();
});

test("on a phone a dialog fills the screen, and nothing sticks out", async () => {
  const { indicator } = await landmarks();
  const { page, faults } = await openPage(context);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`${origin}/databank?indicator=${indicator.details.code}`);
  await page.getByRole("button", { name: /keuze wijzigen/i }).click();
  await page.getByRole("button", { name: "Wijzig: Periodes" }).click();
  const dialog = page.getByRole("dialog", { name: "Periodes" });
  const box = await dialog.boundingBox();
  expect([box?.width, box?.height]).toEqual([360, 740]);
  await fitsWidth(page);
  await axe(page);
  await page.keyboard.press("Escape");
  await expect.poll(() => focused(page)).toBe("Wijzig: Periodes");
  expect(faults()).toEqual([]);
  await page.close();
});

test("every row of an open tree can be reached, though few are drawn", async () => {
  const tree = await ask("tree", {});
  const { page } = await openBank();
  await page.locator('[role="treeitem"][tabindex="0"]').focus();
  await page.keyboard.press("Home");
  await page.keyboard.press("*");
  await page.keyboard.press("End");
  const last = tree.nodes.findLastIndex((node) => node.parent === undefined);
  expect(tree.nodes.length).toBeGreaterThan(last);
  await expect.poll(() => page.evaluate(() => Number(document.activeElement?.getAttribute("data-row")))).toBeGreaterThan(last);
  expect(await page.locator('[role="treeitem"]').count()).toBeLessThan(60);
  await page.keyboard.press("Home");
  await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute("data-row"))).toBe("0");
  await page.close();
});
