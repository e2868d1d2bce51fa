import { once } from "node:events";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { Agent, get, type IncomingMessage } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { openServer, type RunningServer } from "../journeys/open-server.ts";
import type { Bench, Result } from "./bench.ts";
import { seeded } from "./cube-queries.ts";
import { load } from "./load.ts";
import { openNginx } from "./nginx.ts";
import { openRelease, sizes, storeFile, writeOpenData } from "./open-data-store.ts";
import { fetchSent } from "./pages.ts";

// What programs ask: figures of all municipalities in ten years, each time another question or the same one, and a large file.

const rounds = 3;
const run = { seconds: 4, connections: 16 };
/** Indicators in the large file: 2 million rows. */
const large = 22;

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** A question about all municipalities in ten of the years. */
type Question = { readonly indicator: number; readonly years: readonly number[] };

function questions(count: number, seed: number): readonly Question[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    const left = Array.from({ length: sizes.allYears }, (_, year) => year);
    const years = Array.from({ length: 10 }, () => left.splice(random(left.length), 1)[0] ?? 0);
    return { indicator: random(sizes.indicators), years };
  });
}

function addressOf({ indicator, years }: Question): string {
  return `/api/v1/data?indicator=figure${indicator}&level=municipality&period=${years.map((each) => sizes.firstYear + each).join(",")}`;
}

/** Answers a second of a list that no two requests share, asked by some clients at once. */
async function perSecond<T>(list: readonly T[], ask: (each: T) => Promise<void>, clients = 8): Promise<number> {
  const queue = [...list];
  const start = performance.now();
  async function client(): Promise<void> {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) await ask(next);
  }
  await Promise.all(Array.from({ length: clients }, client));
  return (list.length * 1000) / (performance.now() - start);
}

/** The engine alone: the same figures of the same questions, as rows. */
async function openRaw(folder: string) {
  const instance = await DuckDBInstance.create(":memory:", {
    threads: "2",
    memory_limit: "256MB",
    preserve_insertion_order: "false",
    temp_directory: join(folder, "spill"),
  });
  const connections = await Promise.all(Array.from({ length: 8 }, () => instance.connect()));
  await connections[0]?.run(`ATTACH '${storeFile(folder)}' AS d (READ_ONLY)`);
  return {
    async ask({ indicator, years }: Question): Promise<void> {
      const connection = connections.pop() ?? (await instance.connect());
      const periods = years.map((each) => 1_000_000 + (sizes.firstYear + each) * 100 + 1);
      const sql = `SELECT area, period, value, status FROM d.flat WHERE indicator = ${indicator + 1} AND level = 1 AND period IN (${periods.join(",")})`;
      await (await connection.run(sql)).getRows();
      connections.push(connection);
    },
    /** Writes the rows of the large file by the engine's own means. @returns milliseconds and bytes */
    async copy(file: string): Promise<{ readonly ms: number; readonly bytes: number }> {
      const connection = await instance.connect();
      await connection.run(`CREATE OR REPLACE TABLE areas AS SELECT (1001 + s)::INTEGER AS id, 'S' || s AS code, 'Area S' || s AS label FROM range(${sizes.sectors}) s(s);
CREATE OR REPLACE TABLE indicators AS SELECT (1 + i)::INTEGER AS id, 'figure' || i AS code, 'Invented figure ' || i AS label FROM range(${large}) i(i);
CREATE OR REPLACE TABLE periods AS SELECT (1000000 + (${sizes.firstYear} + y) * 100 + 1)::INTEGER AS id, (${sizes.firstYear} + y)::VARCHAR AS code FROM range(${sizes.years}) y(y);
CREATE OR REPLACE TABLE states AS SELECT 2::UTINYINT AS status, 'hidden' AS name`);
      const start = performance.now();
      // Every combination has its row, also where no figure is stored.
      await connection.run(`COPY (SELECT i.code AS indicator, i.label AS indicator_label, 'persons' AS indicator_unit, a.code AS area, a.label AS area_label, 'sector' AS area_level,
p.code AS period, p.code AS period_label, CASE WHEN f.status = 0 THEN f.value END AS value, CASE WHEN f.status IS NULL THEN 'empty' ELSE s.name END AS status, NULL AS missing_areas,
'Invented figures' AS source, 'CC0-1.0' AS licence, '${openRelease}' AS release
FROM indicators i CROSS JOIN areas a CROSS JOIN periods p LEFT JOIN d.flat f ON f.indicator = i.id AND f.level = 2 AND f.area = a.id AND f.period = p.id LEFT JOIN states s ON s.status = f.status
) TO '${file}' (FORMAT csv, HEADER)`);
      const ms = performance.now() - start;
      connection.closeSync();
      return { ms, bytes: statSync(file).size };
    },
  };
}

const agent = new Agent({ keepAlive: true, maxSockets: 8 });

async function answerOf(url: string): Promise<IncomingMessage> {
  return new Promise((done, fail) => {
    get(url, { agent, headers: { "accept-encoding": "identity" } }, done).on("error", fail);
  });
}

async function read(url: string): Promise<void> {
  const answer = await answerOf(url);
  await once(answer.resume(), "end");
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${url}`);
}

/** Reads the large file from the server. */
async function stream(origin: string): Promise<{ readonly ms: number; readonly rows: number; readonly bytes: number }> {
  const codes = Array.from({ length: large }, (_, n) => `figure${n}`).join(",");
  const start = performance.now();
  const answer = await answerOf(`${origin}/api/v1/data.csv?indicator=${codes}&level=sector&period=all`);
  let [rows, bytes] = [0, 0];
  for await (const part of answer as AsyncIterable<Buffer>) {
    bytes += part.length;
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) rows++;
  }
  return { ms: performance.now() - start, rows: rows - 1, bytes };
}

async function uncached(server: RunningServer, raw: Awaited<ReturnType<typeof openRaw>>): Promise<readonly Result[]> {
  const [ours, alone]: [number[], number[]] = [[], []];
  for (let round = 0; round <= rounds; round++) {
    const list = questions(round === 0 ? 300 : 1000, 100 + round);
    const theirs = await perSecond(list, raw.ask);
    const mine = await perSecond(list, (each) => read(server.origin + addressOf(each)));
    // The first round warms both.
    if (round === 0) continue;
    ours.push(mine);
    alone.push(theirs);
  }
  const ratios = ours.map((each, at) => each / (alone[at] ?? Number.NaN));
  return [
    { name: "285 areas × 10 years, never asked before", value: middle(ours), unit: "answers/s", budget: { min: 400, ratio: false } },
    { name: "the engine alone, rows of the same", value: middle(alone), unit: "answers/s" },
    { name: "never asked before / the engine alone", value: middle(ratios), unit: "×", budget: { min: 0.25, ratio: true } },
  ];
}

async function cached(server: RunningServer): Promise<readonly Result[]> {
  const urls = questions(8, 7).map((each) => server.origin + addressOf(each));
  await Promise.all(urls.map(fetchSent));
  const files = await Promise.all(urls.map(fetchSent));
  const nginx = await openNginx(files);
  const [ours, theirs]: [number[], number[]] = [[], []];
  try {
    for (let round = 0; round < rounds; round++) {
      const same = files.map((_, at) => `${nginx.origin}/${at}`);
      theirs.push((await load(same, run)).perSecond);
      ours.push((await load(urls, run)).perSecond);
    }
  } finally {
    await nginx.close();
  }
  const ratios = ours.map((each, at) => each / (theirs[at] ?? Number.NaN));
  return [
    { name: "285 areas × 10 years, asked before", value: middle(ours), unit: "answers/s" },
    { name: "asked before against nginx", value: middle(ratios), unit: "×", budget: { min: 0.45, ratio: true } },
  ];
}

async function streamed(server: RunningServer, raw: Awaited<ReturnType<typeof openRaw>>, folder: string): Promise<readonly Result[]> {
  const expected = large * sizes.sectors * sizes.years;
  const ratios: number[] = [];
  const speeds: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const theirs = await raw.copy(join(folder, "copy.csv"));
    const ours = await stream(server.origin);
    if (ours.rows !== expected) throw new Error(`${ours.rows} rows of ${expected}`);
    ratios.push(theirs.ms / ours.ms);
    speeds.push((ours.rows * 1000) / ours.ms);
  }
  return [
    { name: "rows of a large CSV", value: middle(speeds), unit: "rows/s" },
    { name: "a large CSV against COPY of the engine", value: middle(ratios), unit: "×", budget: { min: 0.4, ratio: true } },
  ];
}

/** Figures for programs: by selection, and as a large file. */
export const openDataBench: Bench = {
  name: "open-data",
  async run() {
    const folder = mkdtempSync(join(tmpdir(), "peil-open-data-"));
    await writeOpenData(folder);
    const server = await openServer({ data: folder, env: { PEIL_LOG: "info" } });
    try {
      const raw = await openRaw(folder);
      return [...(await uncached(server, raw)), ...(await cached(server)), ...(await streamed(server, raw, folder))];
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
