import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import { audit, sideways } from "./audit.ts";
import { chromiumPath } from "./browser-path.ts";
import { originOf } from "./origin.ts";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A browser with a profile of its own. `close` also deletes the profile. */
export async function openBrowser(options: BrowserContextOptions = {}): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), "peil-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: flags,
    headless: true,
    locale: "nl-BE",
    timezoneId: "Europe/Brussels",
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  };
  return { context, close };
}

/** A page that fails the test that asks `faults` when a script broke, the console complained or the site answered 5xx. */
export async function openPage(context: BrowserContext): Promise<{ page: Page; faults(): readonly string[] }> {
  const page = await context.newPage();
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) faults.push(`${response.status()} ${response.url()}`);
  });
  page.on("request", (request) => {
    if (!request.url().startsWith(originOf()) && !request.url().startsWith("data:")) faults.push(`asked elsewhere: ${request.url()}`);
  });
  return { page, faults: () => faults };
}

/** Asserts that axe finds nothing against WCAG 2.2 AA or its own good practice. */
export async function axe(page: Page): Promise<void> {
  const { findings } = await audit(page);
  expect(
    findings.map(({ rule, help, where }) => `${rule}: ${help} (${where.join("; ")})`),
    `accessibility of ${page.url()}`,
  ).toEqual([]);
}

/** Asserts that nothing sticks out beside the screen. */
export async function fitsWidth(page: Page): Promise<void> {
  expect(await sideways(page), `width of ${page.url()}`).toEqual([]);
}
