/// <reference types="node" />
// Renders pages from invented data (or from a running server, given its address) and photographs them at three widths.
// node web/test/preview.ts <folder> [address of a running server] — after both builds.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium } from "playwright-core";
import { read } from "./data.ts";

const [folder = "/tmp/preview", server] = process.argv.slice(2);
const built = join(import.meta.dirname, "../dist");
const pages = (
  process.env["PAGES"] ??
  "/,/theme/demografie,/indicator/ouderen?area=10004,/indicator/inwoners,/indicator/bevolking?area=10001&by=leeftijd5,geslacht,/indicator/inwoners?level=gewest,/area/gemeente/10004,/search?q=inwoners,/releases,/about,/niets,/en/"
).split(/,(?=\/)/);
const types: Readonly<Record<string, string>> = { css: "text/css", js: "text/javascript", svg: "image/svg+xml", woff2: "font/woff2" };

const { render } = (await import(join(built, "server/entry-server.js"))) as typeof import("../src/entry-server.tsx");

const local = createServer(async (request, response) => {
  const url = request.url ?? "/";
  response.setHeader("content-security-policy", "default-src 'self'; object-src 'none'");
  if (url.startsWith("/assets/")) {
    response.setHeader("content-type", types[url.split(".").at(-1) ?? ""] ?? "text/plain");
    response.end(await readFile(join(built, "client", url)).catch(() => ""));
    return;
  }
  if (url.startsWith("/api/v1/search")) {
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(await read("search", { q: new URL(url, "http://x").searchParams.get("q") ?? "" })));
    return;
  }
  const answer = await render(url, read);
  response.statusCode = answer.status;
  if (answer.location !== undefined) response.setHeader("location", answer.location);
  response.setHeader("content-type", "text/html; charset=utf-8");
  response.end(answer.html);
});
await new Promise<void>((done) => local.listen(0, done));
const port = (local.address() as { port: number }).port;
const base = server ?? `http://localhost:${port}`;

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
  ],
});
let faults = 0;
for (const [index, page] of pages.entries()) {
  const html = await (await fetch(base + page)).text();
  const report = [page, `html ${gzipSync(html).length} B gz`];
  for (const width of [360, 768, 1440]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, reducedMotion: "reduce" });
    const tab = await context.newPage();
    tab.on("console", (message) => message.type() === "error" && report.push(message.text()));
    await tab.goto(base + page);
    await tab.evaluate(() => document.fonts.ready);
    const over = await tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) report.push(`${width}: ${over} px too wide`);
    await tab.screenshot({ path: join(folder, `${index}-${width}.png`), fullPage: true });
    if (width !== 768) {
      const { violations } = await new AxeBuilder({ page: tab }).analyze();
      faults += violations.length;
      for (const each of violations)
        report.push(
          `${width} ${each.id}: ${each.nodes
            .slice(0, 2)
            .map((node) => node.html.slice(0, 140))
            .join(" | ")}`,
        );
    }
    await context.close();
  }
  process.stdout.write(`${report.join("\n  ")}\n`);
}
await browser.close();
local.close();
process.exitCode = faults > 0 ? 1 : 0;
