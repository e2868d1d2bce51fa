import { get, type IncomingMessage } from "node:http";
import { openServer } from "../journeys/open-server.ts";
import type { Bench, Result } from "./bench.ts";
import { load } from "./load.ts";
import { openNginx, type Sent } from "./nginx.ts";
import { landmarkAddresses } from "./site.ts";

// Repeated pages and downloads of one release, against nginx that serves the same bytes from disk.

const rounds = 3;
const run = { seconds: 4, connections: 16 };

/** An answer as it travels: the body stays compressed. */
export async function fetchSent(url: string): Promise<Sent> {
  const answer = await new Promise<IncomingMessage>((done, fail) => {
    get(url, { headers: { "accept-encoding": "gzip, br" } }, done).on("error", fail);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${url}`);
  return {
    body: Buffer.concat(chunks),
    type: answer.headers["content-type"] ?? "text/plain",
    encoding: answer.headers["content-encoding"] ?? "",
  };
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measure(): Promise<readonly Result[]> {
  const server = await openServer({ env: { PEIL_LOG: "info" } });
  try {
    const urls = (await landmarkAddresses(server.origin)).map((path) => `${server.origin}${path}`);
    // Twice: what may be compressed later than the first time is compressed then.
    await Promise.all(urls.map(fetchSent));
    const files = await Promise.all(urls.map(fetchSent));
    const nginx = await openNginx(files);
    const ours: number[] = [];
    const theirs: number[] = [];
    const slow: number[] = [];
    let faults = 0;
    try {
      for (let round = 0; round < rounds; round++) {
        theirs.push(
          (
            await load(
              files.map((_, at) => `${nginx.origin}/${at}`),
              run,
            )
          ).perSecond,
        );
        const mine = await load(urls, run);
        ours.push(mine.perSecond);
        slow.push(mine.p99);
        faults += mine.faults;
      }
    } finally {
      await nginx.close();
    }
    const ratios = ours.map((each, at) => each / (theirs[at] ?? Number.NaN));
    const kilobytes = files.reduce((sum, file) => sum + file.body.length, 0) / files.length / 1000;
    return [
      { name: "throughput against nginx", value: middle(ratios), unit: "×", budget: { min: 0.45, ratio: true } },
      { name: "throughput", value: middle(ours), unit: "answers/s" },
      { name: "throughput of nginx", value: middle(theirs), unit: "answers/s" },
      { name: "slowest hundredth", value: middle(slow), unit: "ms" },
      { name: "answers that were no answer", value: faults, unit: "", budget: { max: 0, ratio: true } },
      { name: "mean size of an answer", value: kilobytes, unit: "kB" },
    ];
  } finally {
    await server.remove();
  }
}

/** Throughput of pages and downloads. */
export const pagesBench: Bench = { name: "pages", run: measure };
