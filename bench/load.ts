import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** What a run of load gave. */
export type Load = { readonly perSecond: number; readonly p99: number; readonly faults: number };

const autocannon = resolve(import.meta.dirname, "..", "node_modules", "autocannon", "autocannon.js");

/**
 * Asks addresses over and over from a process of its own.
 * @param urls asked in turn by every connection
 * @throws when the load generator says nothing that can be read
 */
export async function load(urls: readonly string[], options: { readonly seconds: number; readonly connections: number }): Promise<Load> {
  const folder = mkdtempSync(join(tmpdir(), "peil-load-"));
  const file = join(folder, "requests.har");
  writeFileSync(file, JSON.stringify({ log: { version: "1.2", creator: { name: "peil", version: "1" }, entries: urls.map(entryOf) } }));
  const origin = new URL(urls[0] ?? "").origin;
  const args = [
    autocannon,
    "--json",
    "--no-progress",
    "-c",
    String(options.connections),
    "-d",
    String(options.seconds),
    "--har",
    file,
    origin,
  ];
  const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let said = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  const code = await new Promise((done) => child.on("close", done));
  rmSync(folder, { recursive: true, force: true });
  if (code !== 0) throw new Error(`The load generator ended with ${code}: ${said}`);
  const report = JSON.parse(out) as { requests: { average: number }; latency: { p99: number }; errors: number; non2xx: number };
  return { perSecond: report.requests.average, p99: report.latency.p99, faults: report.errors + report.non2xx };
}

function entryOf(url: string): unknown {
  const headers = [{ name: "accept-encoding", value: "gzip, br" }];
  return { request: { method: "GET", url, httpVersion: "HTTP/1.1", headers, cookies: [], queryString: [], headersSize: -1, bodySize: 0 } };
}
