import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWholeRegion } from "../fixtures/region.ts";
import { axe, openBrowser, openPage } from "./browser.ts";
import { openServer, type RunningServer } from "./open-server.ts";
import { walkThrough } from "./origin.ts";

// Layers and a geocoder of other sites: here a small server that counts what it is asked.

/** A picture of one pixel. */
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

const asked: string[] = [];
let outside: Server;
let server: RunningServer;
let browser: Awaited<ReturnType<typeof openBrowser>>;
let folder: string;

beforeAll(async () => {
  outside = createServer((request, response) => {
    const url = request.url ?? "";
    asked.push(url);
    const found = { results: [{ name: "Kerkstraat 1, Aardbeke", place: { x: 4.4, y: 51 } }] };
    response.writeHead(200, {
      "access-control-allow-origin": "*",
      "content-type": url.startsWith("/find") ? "application/json" : "image/png",
    });
    response.end(url.startsWith("/find") ? JSON.stringify(found) : pixel);
  });
  await new Promise<void>((done) => outside.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${(outside.address() as AddressInfo).port}`;
  folder = mkdtempSync(join(tmpdir(), "peil-layers-"));
  const [content, data] = [join(folder, "content"), join(folder, "data")];
  mkdirSync(data);
  await buildWholeRegion(content);
  const layers = [
    { code: "grijs", name: { nl: "Grijs" }, kind: "xyz", url: `${origin}/tiles/{z}/{x}/{y}.png`, attribution: { nl: "© De kaartenmaker" } },
    { code: "lucht", name: { nl: "Luchtfoto" }, kind: "wms", url: `${origin}/wms`, layer: "lucht" },
  ];
  const geocoder = {
    name: { nl: "De adressendienst" },
    url: `${origin}/find?q={q}`,
    results: "results",
    label: "name",
    lon: "place.x",
    lat: "place.y",
  };
  writeFileSync(join(data, "layers.json"), JSON.stringify({ folders: [{ name: { nl: "Achtergronden" }, layers }], geocoder }));
  server = await openServer({ data, env: { PEIL_STARTER: content } });
  walkThrough(server.origin);
  browser = await openBrowser({ viewport: { width: 1280, height: 1000 } });
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  outside?.close();
  rmSync(folder, { recursive: true, force: true });
});

test("layers and addresses of other sites are asked when the reader asks, and not before", async () => {
  const { page, faults } = await openPage(browser.context);
  await page.goto(`${server.origin}/databank?indicator=inwoners&level=gemeente&period=recent&show=map`);
  await page.locator(".map-shapes [data-a], .map-canvas canvas").first().waitFor();
  await page.locator(".map-panels summary").nth(1).click();
  await page.locator(".place-search input").fill("Kerkstraat 1");
  await page.waitForTimeout(500);
  expect(asked).toEqual([]);

  await page.getByRole("button", { name: /De adressendienst/ }).click();
  await page.getByRole("button", { name: "Kerkstraat 1, Aardbeke" }).click();
  await page.locator(".map-over .pin").waitFor();
  expect(asked).toEqual(["/find?q=Kerkstraat%201"]);

  await page.locator(".map-panels summary").nth(2).click();
  await page.getByLabel("Grijs").check();
  await expect.poll(() => asked.filter((each) => /^\/tiles\/\d+\/\d+\/\d+\.png$/.test(each)).length).toBeGreaterThan(0);
  await page.getByText("© De kaartenmaker").waitFor();
  await axe(page);
  await page.getByLabel("Luchtfoto").check();
  await expect.poll(() => asked.filter((each) => /^\/wms\?.*GetMap/i.test(each)).length).toBeGreaterThan(0);

  await page.locator(".layer-choice input[type=radio]").first().check();
  // What was asked before that may still come in.
  await page.waitForTimeout(500);
  const before = asked.length;
  await page.locator(".map-buttons button").first().click();
  await page.waitForTimeout(500);
  expect(asked.length, "off is off").toBe(before);
  expect(await page.evaluate(() => document.querySelectorAll(".map-moving img").length)).toBe(0);
  expect(faults().filter((each) => !asked.some((url) => each.endsWith(url)))).toEqual([]);
  await page.close();
});
