import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { audit, type Finding, sideways, small, unseenFocus } from "./audit.ts";
import { openBrowser, openPage } from "./browser.ts";
import { formPages, settle } from "./forms.ts";
import { englishPages, everyPage } from "./site.ts";

// Nobody is kept out: every page on a phone and on a desk, every form on a phone. `proof/` looks longer, in every look and width.

const origin = inject("origin");
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openBrowser());
  await context.addInitScript(() => {
    if (location.protocol.startsWith("http")) localStorage.setItem("peil.tour", "done");
  });
});
afterAll(() => close());

/** Forms of flows and of surveys with margins, which public figures do not hold; `proof/` opens them on the invented region. */
const elsewhere = ["flow-map", "flow-matrix", "dot-interval"];

async function wrongOn(page: Page, widths: readonly number[]): Promise<readonly string[]> {
  const found: Finding[] = [];
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    found.push(...(await audit(page, width === widths[0] ? undefined : "look")).findings, ...(await small(page)));
    for (const narrow of width === 360 ? [768, 640, 360] : [1440]) {
      await page.setViewportSize({ width: narrow, height: 800 });
      found.push(...(await sideways(page)));
    }
  }
  found.push(...(await unseenFocus(page)));
  return found.map(({ rule, help, where }) => `${rule}: ${help} (${where.join("; ")})`);
}

async function walk(pages: Iterable<readonly [kind: string, path: string]>): Promise<Readonly<Record<string, readonly string[]>>> {
  const wrong: Record<string, readonly string[]> = {};
  for (const [kind, path] of pages) {
    const { page } = await openPage(context);
    await page.setViewportSize({ width: 1440, height: 800 });
    await page.goto(`${origin}${path}`);
    await settle(page);
    expect(await page.getByRole("heading", { level: 1 }).count(), `${kind} has one title`).toBe(1);
    const found = await wrongOn(page, [1440, 360]);
    if (found.length > 0) wrong[kind] = found;
    await page.close();
  }
  return wrong;
}

test("axe finds nothing on any page, nothing sticks out, every target is large enough and shows its focus", {
  timeout: 400_000,
}, async () => {
  expect(await walk([...(await everyPage()), ...(await englishPages())])).toEqual({});
});

test("nor on any form of presentation", { timeout: 400_000 }, async () => {
  const { page } = await openPage(context);
  const wrong: Record<string, readonly string[]> = {};
  const { pages, rest } = await formPages(page, async (form) => {
    const found = await wrongOn(page, [360]);
    if (found.length > 0) wrong[form] = found;
    await page.setViewportSize({ width: 1440, height: 800 });
  });
  await page.close();
  expect(rest.filter((each) => !elsewhere.includes(each))).toEqual([]);
  expect(pages.size).toBeGreaterThan(8);
  expect(wrong).toEqual({});
});
