import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { axe, fitsWidth, openBrowser, openPage } from "./browser.ts";
import { landmarks } from "./site.ts";

// An analyst works in the data bank: chooses, looks in several ways, comes back, passes it on.

const origin = inject("origin");
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openBrowser({ acceptDownloads: true }));
});
afterAll(() => close());

async function question(): Promise<{ readonly query: string; readonly area: string; readonly name: string; readonly title: string }> {
  const { indicator, area, home } = await landmarks();
  const { code, name } = indicator.details;
  const query = `indicator=${code}&level=${home.level.alias}&period=all&area=${area.area.code}`;
  return { query, area: area.area.code, name: area.area.name.nl, title: name.nl };
}

const drawn = (page: Page) => page.locator(".bank-drawing figure, .bank-drawing table").first();
const tabs = (page: Page) => page.getByRole("tab");
/** Everything that is written down is, a moment after the last change. */
const settled = (page: Page) => page.waitForTimeout(1000);

test("a link opens a chart; a tab, a copy and another form stay after coming back; the short link opens the same elsewhere", async () => {
  const { query, title } = await question();
  const { page, faults } = await openPage(context);
  await page.goto(`${origin}/databank?${query}&show=line`);
  await drawn(page).waitFor();
  expect(await tabs(page).allInnerTexts()).toEqual([expect.stringContaining(title)]);
  await page.getByRole("button", { name: /^Meer voor/ }).click();
  await page.getByRole("button", { name: "Kopie maken" }).click();
  await page.getByRole("group", { name: "Vorm" }).getByRole("button", { name: "tabel" }).click();
  await page.locator(".bank-drawing table").waitFor();
  const first = await page.locator(".bank-drawing tbody tr").first().innerText();
  await page.getByRole("button", { name: "Nieuw tabblad" }).click();
  await settled(page);
  await page.goto(`${origin}/databank`);
  expect(await tabs(page).count()).toBe(3);
  await tabs(page).nth(1).click();
  await page.locator(".bank-drawing table").waitFor();
  expect(await page.locator(".bank-drawing tbody tr").first().innerText()).toBe(first);
  await settled(page);
  expect(page.url()).toContain("show=table");

  await page.getByRole("button", { name: "Deel" }).click();
  const link = await page.getByLabel("Link", { exact: true }).inputValue();
  expect(link).toMatch(/\/w\/[0-9a-f]{16}$/);
  await page.close();
  const other = await openBrowser();
  try {
    const fresh = await openPage(other.context);
    await fresh.page.goto(link);
    await fresh.page.locator(".bank-drawing table").waitFor();
    expect(await tabs(fresh.page).count()).toBe(3);
    expect(await fresh.page.locator(".bank-drawing tbody tr").first().innerText()).toBe(first);
    await fresh.page.getByText(/Gedeeld bij de publicatie van/).waitFor();
    expect(fresh.faults()).toEqual([]);
  } finally {
    await other.close();
  }
  expect(faults()).toEqual([]);
});

test("a workspace goes to a file and comes back whole; a wrong file is refused in words, and nothing is lost", async () => {
  const { query, title } = await question();
  const { page } = await openPage(context);
  await page.goto(`${origin}/databank?${query}&show=bar&set-mark=x`);
  await tabs(page).first().waitFor();
  await drawn(page).or(page.locator(".bank-message")).first().waitFor();
  await expect.poll(async () => (await tabs(page).allInnerTexts()).join().includes(title)).toBe(true);
  const before = await tabs(page).allInnerTexts();
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Bewaar als bestand" }).click()]);
  expect(download.suggestedFilename()).toBe("databank.peil.json");
  const file = join(tmpdir(), `peil-journey-${process.pid}.peil.json`);
  await download.saveAs(file);
  const saved = JSON.parse(readFileSync(file, "utf8"));
  expect(saved.tabs.at(-1).settings).toEqual({ mark: "x" });
  while ((await tabs(page).count()) > 0) await tabs(page).first().press("Delete");
  await page.getByText("Er staat niets open").waitFor();
  await page.locator('input[type="file"]').setInputFiles(file);
  await drawn(page).or(page.locator(".bank-message")).first().waitFor();
  expect(await tabs(page).allInnerTexts()).toEqual(before);
  writeFileSync(file, JSON.stringify({ ...saved, tabs: [{ id: "a" }] }));
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole("alert").getByText("tabs[0].name").waitFor();
  expect(await tabs(page).allInnerTexts()).toEqual(before);
  await page.close();
});

test("everything by keyboard: tabs, a name, moving, undo, the areas of a drawing, the list of keys", async () => {
  const own = await openBrowser();
  const { home, indicator } = await landmarks();
  const { page, faults } = await openPage(own.context);
  try {
    await page.goto(`${origin}/databank?indicator=${indicator.details.code}&level=${home.level.alias}&show=bar`);
    await drawn(page).waitFor();
    await tabs(page).first().focus();
    await page.keyboard.press("F2");
    await page.keyboard.type("Eerste");
    await page.keyboard.press("Enter");
    await page.keyboard.press("n");
    await tabs(page).nth(1).waitFor();
    await tabs(page).nth(1).focus();
    await page.keyboard.press("Alt+ArrowLeft");
    expect(await tabs(page).allInnerTexts()).toEqual([expect.stringContaining("Leeg"), expect.stringContaining("Eerste")]);
    await page.keyboard.press("ArrowRight");
    await page.locator(".bank-drawing").focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    const tip = await page.locator(".bank-tip strong").innerText();
    expect(home.areas.map((each) => each.name.nl)).toContain(tip);
    const said = await page.locator(".bank-tip span").innerText();
    await page.keyboard.press("Space");
    await page.locator(".bank-marked").getByText(tip).waitFor();
    await page.keyboard.press("t");
    const row = page.locator(".bank-table tr", { hasText: tip }).first();
    expect(said).toContain((await row.locator("td").last().innerText()).split("\n")[0]);
    await page.keyboard.press("Control+z");
    await page.locator(".bank-marked").waitFor({ state: "detached" });
    await page.keyboard.press("Control+y");
    await page.locator(".bank-marked").waitFor();
    await page.keyboard.press("Shift+?");
    await page.getByRole("dialog", { name: "Toetsen" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(faults()).toEqual([]);
  } finally {
    await own.close();
  }
});

test("empty, drawn and failed tabs fit a phone and a desk, and axe finds nothing", async () => {
  const { query } = await question();
  const own = await openBrowser();
  try {
    const { page } = await openPage(own.context);
    await page.goto(`${origin}/databank`);
    await page.getByRole("region", { name: "Rondleiding" }).waitFor();
    await axe(page);
    await page.setViewportSize({ width: 360, height: 900 });
    await fitsWidth(page);
    await page.getByRole("button", { name: "Sla over" }).click();
    await page.goto(`${origin}/databank?${query}&show=line`);
    await drawn(page).waitFor();
    expect(await page.getByRole("region", { name: "Rondleiding" }).count()).toBe(0);
    await page.getByRole("button", { name: "Tabel", exact: true }).click();
    for (const width of [360, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      await fitsWidth(page);
    }
    await axe(page);
    await page.setViewportSize({ width: 360, height: 800 });
    await page.getByRole("button", { name: "Keuze wijzigen" }).click();
    await page.getByRole("dialog", { name: "Je keuze" }).waitFor();
    await page.keyboard.press("Escape");
    await page.goto(`${origin}/databank?indicator=bestaat-niet&level=gemeente`);
    await page.getByRole("alert").getByText("bestaat-niet").waitFor();
  } finally {
    await own.close();
  }
});

test("a table is turned and sorted by keyboard, and taken along as shown", async () => {
  const { query } = await question();
  const own = await openBrowser({ acceptDownloads: true });
  try {
    const { home } = await landmarks();
    const areas = home.areas.slice(0, 2).map((each) => each.code);
    const { page, faults } = await openPage(own.context);
    await page.goto(`${origin}/databank?${query.replace(/area=[^&]*/, `area=${areas.join(",")}`)}&compare=none&show=table`);
    const table = page.locator(".bank-drawing table");
    await table.waitFor();
    expect(await table.locator("thead th").count()).toBe(areas.length + 1);
    const chip = page.getByRole("button", { name: /zet bij kolommen$/ });
    const name = (await chip.innerText()).replace(/\W+$/, "");
    await chip.focus();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("status").getByText(`${name} staat nu bij kolommen, plaats 2 van 2.`).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(name);
    await page.keyboard.press("Control+z");
    const sorter = table.locator("thead .sorter").last();
    await sorter.focus();
    await page.keyboard.press("Enter");
    expect(await table.locator('th[aria-sort="descending"]').count()).toBe(1);
    const figures = (await table.locator("tbody td:last-child").allInnerTexts()).map((each) =>
      Number(each.replace(/[^\d,]/g, "").replace(",", ".")),
    );
    expect(figures).toEqual(figures.toSorted((a, b) => b - a));
    await page.waitForURL(/set-sort=/);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
    expect(file.suggestedFilename()).toMatch(/\.csv$/);
    await page.getByRole("group", { name: "Vorm" }).getByRole("button", { name: "lijn", exact: true }).click();
    const [picture] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Beeld als SVG" }).click()]);
    expect(readFileSync(await picture.path(), "utf8")).toMatch(/^<svg[^>]* role="img"/);
    expect(faults()).toEqual([]);
  } finally {
    await own.close();
  }
});

test("without script it says so and leads on", async () => {
  const own = await openBrowser({ javaScriptEnabled: false });
  try {
    const page = await own.context.newPage();
    await page.goto(`${origin}/databank`);
    expect(await page.locator("noscript p").innerText()).toContain("De databank heeft JavaScript nodig.");
    expect(await page.getByText("De databank wordt geopend").isVisible()).toBe(false);
    await page.getByRole("main").getByRole("link", { name: "Alle thema's" }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
  } finally {
    await own.close();
  }
});
