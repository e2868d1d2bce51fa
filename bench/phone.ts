/// <reference lib="dom" />
import { type Browser, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../journeys/browser-path.ts";

// A telephone of the middle range on a poor connection, emulated.

const phone = { cpu: 4, latency: 150, bytesPerSecond: 1_600_000 / 8 };

/** Bytes as they travelled. */
export type Weight = { readonly all: number; readonly script: number };

/** What a page went through since it was asked for, in milliseconds; `shift` is the sum of its layout shifts. */
export type Seen = { readonly paint: number; readonly shift: number; readonly longest: number };

/** A page on an emulated telephone with nothing in its cache. */
export type Phone = { readonly page: Page; weight(): Weight; seen(): Promise<Seen>; close(): Promise<void> };

/** Runs something with a browser that is closed afterwards. */
export async function withBrowser<T>(work: (browser: Browser) => Promise<T>): Promise<T> {
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", "--disable-gpu", "--no-first-run"] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}

// What runs in the page stands as text: the bench itself knows no page.
const watch = `(() => {
  const seen = (window.benchSeen = { paint: 0, shift: 0, longest: 0 });
  const on = (type, each) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true });
  on("largest-contentful-paint", (entry) => { seen.paint = entry.startTime; });
  on("layout-shift", (entry) => { if (!entry.hadRecentInput) seen.shift += entry.value; });
  on("longtask", (entry) => { seen.longest = Math.max(seen.longest, entry.duration); });
})()`;

/** Opens a page on such a telephone. */
export async function openPhone(browser: Browser): Promise<Phone> {
  const context = await browser.newContext({ viewport: { width: 360, height: 780 }, deviceScaleFactor: 2 });
  const page = await context.newPage();
  await page.addInitScript(watch);
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  const { latency, bytesPerSecond } = phone;
  await session.send("Network.emulateNetworkConditions", {
    offline: false,
    latency,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send("Emulation.setCPUThrottlingRate", { rate: phone.cpu });
  const weight = { all: 0, script: 0 };
  page.on("requestfinished", (request) => {
    const add = (bytes: number): void => {
      weight.all += bytes;
      if (request.resourceType() === "script") weight.script += bytes;
    };
    // A page that is closed meanwhile weighs what it weighed.
    request.sizes().then(
      (size) => add(size.responseBodySize),
      () => {},
    );
  });
  return {
    page,
    weight: () => ({ ...weight }),
    seen: () => page.evaluate<Seen>("window.benchSeen"),
    close: () => context.close(),
  };
}
