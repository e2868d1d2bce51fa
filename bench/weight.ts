import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";
import { chromiumPath } from "../journeys/browser-path.ts";
import { openServer } from "../journeys/open-server.ts";
import type { Bench, Result } from "./bench.ts";
import { landmarkAddresses, mappedIndicator } from "./site.ts";

// What a reader's telephone must fetch, and what a manager's machine must hold.

/** Bytes as they travelled for one page, by kind. */
async function bytesOf(url: string): Promise<{ script: number; all: number }> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  try {
    const page = await browser.newPage();
    const sizes: Promise<readonly [string, number]>[] = [];
    page.on("requestfinished", (request) => {
      sizes.push(request.sizes().then((size) => [request.resourceType(), size.responseBodySize] as const));
    });
    await page.goto(url, { waitUntil: "networkidle" });
    const done = await Promise.all(sizes);
    const sum = (kind?: string) =>
      done.filter(([each]) => kind === undefined || each === kind).reduce((total, [, size]) => total + size, 0);
    return { script: sum("script"), all: sum() };
  } finally {
    await browser.close();
  }
}

function residentMegabytes(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Number(kilobytes) / 1024;
}

async function measure(): Promise<readonly Result[]> {
  const first = await openServer();
  try {
    const { code } = await mappedIndicator(first.origin);
    const bytes = await bytesOf(`${first.origin}/indicator/${code}`);
    await first.stop();
    const again = await openServer({ data: first.data });
    try {
      for (const path of await landmarkAddresses(again.origin))
        await fetch(`${again.origin}${path}`).then((answer) => answer.arrayBuffer());
      return [
        { name: "script of a page with a map", value: bytes.script / 1000, unit: "kB", budget: { max: 90, ratio: false } },
        { name: "everything of a page with a map", value: bytes.all / 1000, unit: "kB", budget: { max: 250, ratio: false } },
        { name: "memory with the starter content", value: residentMegabytes(again.pid), unit: "MB", budget: { max: 350, ratio: false } },
        { name: "first start, with loading", value: first.ready / 1000, unit: "s" },
        { name: "second start", value: again.ready / 1000, unit: "s", budget: { max: 3, ratio: false } },
      ];
    } finally {
      await again.stop();
    }
  } finally {
    await first.remove();
  }
}

/** Bytes, memory and starting time. */
export const weightBench: Bench = { name: "weight", run: measure };
