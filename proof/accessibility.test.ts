import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Audit, audit, type Finding, sideways, small, unseenFocus } from "../journeys/audit.ts";
import { openBrowser } from "../journeys/browser.ts";
import { formPages, settle } from "../journeys/forms.ts";
import { type Look, looks, wear } from "../journeys/looks.ts";
import { openServer, type RunningServer } from "../journeys/open-server.ts";
import { walkThrough } from "../journeys/origin.ts";
import { openRegionServer } from "../journeys/region-server.ts";
import { englishPages, everyPage } from "../journeys/site.ts";
import { parseAddress } from "../web/src/address.ts";

// Nobody is kept out, in any look: every page and every form, light, dark, in strong contrast and in the device's own colours, on a
// phone, zoomed to 200 % and on a desk. PEIL_WRITE_RESULTS=1 keeps what was found for the accessibility statement.

const widths = [360, 640, 1440];
const kept = join(import.meta.dirname, "..", "docs", "accessibility", "results.json");

let server: RunningServer | undefined;
let context: BrowserContext;
let close: () => Promise<void>;
beforeAll(async () => {
  ({ context, close } = await openBrowser());
  await context.addInitScript(() => {
    if (location.protocol.startsWith("http")) localStorage.setItem("peil.tour", "done");
  });
});
afterAll(async () => {
  await close();
  await server?.remove();
});

type Opened = { readonly kind: string; readonly path: string; readonly form?: string };

const seen = {
  rules: new Set<string>(),
  undecided: new Set<string>(),
  pages: new Set<string>(),
  forms: new Set<string>(),
  axe: "",
  opened: 0,
};
const wrong = new Map<string, Set<string>>();

function note({ findings, undecided, rules, axe }: Audit, where: string): void {
  for (const each of rules) seen.rules.add(each);
  for (const each of undecided) seen.undecided.add(each);
  seen.axe = axe;
  remember(findings, where);
}

function remember(findings: readonly Finding[], where: string): void {
  for (const { rule, where: parts } of findings) {
    const known = wrong.get(rule) ?? new Set();
    wrong.set(rule, known.add(`${where}: ${parts.join("; ")}`));
  }
}

/**
 * Where axe looks: all rules once, those that follow from width or colours where those change.
 */
const audited: readonly (readonly [look: Look, width: number, only: "look" | undefined])[] = [
  ["light", 1440, undefined],
  ["light", 360, "look"],
  ["dark", 1440, "look"],
  ["contrast", 360, "look"],
  ["forced", 1440, "look"],
];

/** A page in every width and look; widths change last, since a page is laid out anew for each. */
async function inLooks(page: Page, kind: string): Promise<void> {
  for (const width of widths.toReversed()) {
    await page.setViewportSize({ width, height: 800 });
    for (const look of looks) {
      await wear(page, look);
      remember([...(await sideways(page)), ...(await small(page))], `${kind}, ${look}, ${width}`);
      const how = audited.find((each) => each[0] === look && each[1] === width);
      if (how) note(await audit(page, how[2]), `${kind}, ${look}, ${width}`);
    }
  }
  for (const look of ["light", "forced"] as const) {
    await wear(page, look);
    remember(await unseenFocus(page), `${kind}, ${look}`);
  }
}

async function open(origin: string, { kind, path, form }: Opened): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 800 });
  await page.goto(`${origin}${path}`);
  await settle(page);
  if (form !== undefined) expect(await page.locator(`[data-form="${form}"][aria-pressed=true]`).count(), path).toBe(1);
  await inLooks(page, kind);
  seen.pages.add(parseAddress(path).place?.page ?? "");
  if (form !== undefined) seen.forms.add(form);
  seen.opened++;
  await page.close();
}

async function formsOf(origin: string): Promise<readonly Opened[]> {
  walkThrough(origin);
  const page = await context.newPage();
  const { pages } = await formPages(page);
  await page.close();
  return [...pages].filter(([form]) => !seen.forms.has(form)).map(([form, path]) => ({ kind: `form ${form}`, path, form }));
}

/** What public figures do not suit: intervals, and flows between the municipalities of the invented region. */
const inventedForms: readonly Opened[] = [
  ["dot-interval", "indicator=buurt&level=gemeente&period=2025&compare=land:L"],
  ...["flow-map", "flow-matrix"].map((form) => [
    form,
    "indicator=pendel&level=gemeente2024&period=2024&flow=out&partner=gemeente2024&compare=none",
  ]),
].map(([form = "", query]) => ({ kind: `form ${form}`, path: `/databank?${query}&show=${form}`, form }));

/** Two pages beside each other: the browser has a core, and the server. */
async function openAll(origin: string, list: readonly Opened[]): Promise<void> {
  const rest = list.values();
  const lane = async (): Promise<void> => {
    for (const each of rest) await open(origin, each);
  };
  await Promise.all([lane(), lane()]);
}

const told = (): readonly string[] => [...wrong].flatMap(([rule, where]) => [...where].slice(0, 6).map((each) => `${rule} (${each})`));

test("every page of the site, in every look and width", async () => {
  const running = process.env.PEIL_ORIGIN_UNDER_TEST;
  server = running ? undefined : await openServer();
  const origin = running ?? server?.origin ?? "";
  walkThrough(origin);
  await openAll(
    origin,
    [...(await everyPage()), ...(await englishPages())].map(([kind, path]) => ({ kind, path })),
  );
  expect(told()).toEqual([]);
});

test("every form of presentation, in every look and width", async () => {
  const running = process.env.PEIL_ORIGIN_UNDER_TEST;
  const origin = running ?? server?.origin ?? "";
  await openAll(origin, await formsOf(origin));
  expect(told()).toEqual([]);
});

test("the forms that public figures do not suit, on the invented region", async () => {
  const region = await openRegionServer();
  try {
    const found = await formsOf(region.origin);
    const more = inventedForms.filter(({ form = "" }) => !seen.forms.has(form) && !found.some((each) => each.form === form));
    await openAll(region.origin, [...found, ...more]);
  } finally {
    await region.remove();
  }
  expect(told()).toEqual([]);
});

test("what was found is kept for the statement, where it is asked for", () => {
  expect(seen.opened).toBeGreaterThan(40);
  if (!process.env.PEIL_WRITE_RESULTS) return;
  const results = {
    date: new Date().toISOString().slice(0, 10),
    browser: `Chromium ${context.browser()?.version() ?? ""}`.trim(),
    axe: seen.axe,
    rules: seen.rules.size,
    pages: [...seen.pages].sort(),
    forms: [...seen.forms].sort(),
    languages: ["nl", "en"],
    widths,
    looks: [...looks],
    opened: seen.opened,
    violations: [...wrong].map(([rule, where]) => ({ rule, where: [...new Set([...where].map((each) => each.split(",")[0]))] })),
    undecided: [...seen.undecided].sort(),
  };
  writeFileSync(kept, `${JSON.stringify(results, null, 2)}\n`);
});
