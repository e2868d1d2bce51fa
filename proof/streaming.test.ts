import { readFileSync, rmSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { createGunzip } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { figureOf, sectorFigures, sizes, writeOpenData } from "../bench/open-data-store.ts";
import { openServer, type RunningServer } from "../journeys/open-server.ts";
import { temporary } from "../server/test/region.ts";

/** Most memory that the server may have taken, in kB. */
const most = 500_000;

/** Indicators in the files of other formats, which take longer to make: three million cells. */
const some = 33;

let folder: string;
let server: RunningServer;
beforeAll(async () => {
  folder = await temporary();
  await writeOpenData(folder);
  server = await openServer({ data: folder });
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The most memory that the process ever had in use, in kB. */
function peak(): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))?.[1]);
}

function ask(
  path: string,
  headers: Record<string, string> = {},
  method = "GET",
  count: number = sizes.indicators,
): Promise<IncomingMessage> {
  const codes = Array.from({ length: count }, (_, n) => `figure${n}`).join(",");
  const url = `${server.origin}${path}?indicator=${codes}&level=sector&period=all`;
  return new Promise((done, fail) => get(url, { headers, method }, done).on("error", fail));
}

/** Hands on whole lines with their number, from 0; those that are wanted only. */
async function eachLine(
  from: AsyncIterable<Buffer>,
  wanted: (line: number) => boolean,
  take: (line: number, text: string) => void,
): Promise<number> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 0;
  for await (const part of from) {
    const bytes = rest.length === 0 ? part : Buffer.concat([rest, part]);
    let start = 0;
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, start)) {
      if (wanted(line)) take(line, bytes.toString("utf8", start, end));
      start = end + 1;
      line++;
    }
    rest = bytes.subarray(start);
  }
  expect(rest.length).toBe(0);
  return line;
}

/** What a row of the file must say: the figures of the first indicator, of its first area in all years, and so on. */
function expected(cell: number): string {
  const year = cell % sizes.years;
  const sector = Math.floor(cell / sizes.years) % sizes.sectors;
  const indicator = Math.floor(cell / sizes.years / sizes.sectors);
  const figure = figureOf(indicator, sector, year);
  const names = `figure${indicator},Invented figure ${indicator},persons,S${sector},Area S${sector},sector`;
  const code = sizes.firstYear + year;
  return `${names},${code},${code},${typeof figure === "number" ? `${figure},` : `,${figure}`},,`;
}

test("ten million cells as CSV: every row, with a server below 500 MB", async () => {
  const start = performance.now();
  const answer = await ask("/api/v1/data.csv");
  const wrong: string[] = [];
  const lines = await eachLine(
    answer as AsyncIterable<Buffer>,
    (line) => line % 997 === 1 || line === sectorFigures,
    (line, text) => {
      if (!text.startsWith(expected(line - 1))) wrong.push(text);
    },
  );
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(`CSV of ${sectorFigures} cells: ${seconds} s, server at most ${Math.round(peak() / 1000)} MB\n`);
  expect(wrong).toEqual([]);
  expect(lines).toBe(sectorFigures + 1);
  expect(peak()).toBeLessThan(most);
});

test.each(["/api/v1/data", "/api/v1/data.json", "/api/v1/data.px"])(
  "%s of three million cells, compressed, with a server below 500 MB",
  async (path) => {
    const start = performance.now();
    const answer = await ask(path, { "accept-encoding": "gzip" }, "GET", some);
    expect([answer.statusCode, answer.headers["content-encoding"]]).toEqual([200, "gzip"]);
    let [bytes, commas, spaces] = [0, 0, 0];
    let last = "";
    for await (const part of answer.pipe(createGunzip()) as AsyncIterable<Buffer>) {
      bytes += part.length;
      last = part.toString("latin1", Math.max(0, part.length - 8));
      for (const byte of part) {
        if (byte === 44) commas++;
        if (byte === 32) spaces++;
      }
    }
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    process.stdout.write(`${path}: ${Math.round(bytes / 1e6)} MB in ${seconds} s, server at most ${Math.round(peak() / 1000)} MB\n`);
    expect(last.trimEnd().endsWith(path.endsWith("px") ? ";" : "}")).toBe(true);
    expect(path.endsWith("px") ? spaces : commas).toBeGreaterThanOrEqual((sectorFigures / sizes.indicators) * some - 1);
    expect(peak()).toBeLessThan(most);
  },
);

test("a reader who leaves takes no more of the server, and the next one is served", async () => {
  const left = await ask("/api/v1/data.csv");
  await new Promise((done) => left.once("data", done));
  left.destroy();
  const head = await ask("/api/v1/data.csv", {}, "HEAD");
  expect([head.statusCode, head.headers["content-disposition"]]).toEqual([200, 'attachment; filename="figure0-sector.csv"']);
  head.resume();
  const ticks = (): number => Number(readFileSync(`/proc/${server.pid}/stat`, "utf8").split(") ")[1]?.split(" ")[11]);
  await new Promise((done) => setTimeout(done, 1500));
  const before = ticks();
  await new Promise((done) => setTimeout(done, 1500));
  // Hundredths of a second: the engine that goes on would take all of them.
  expect(ticks() - before).toBeLessThan(50);
});
