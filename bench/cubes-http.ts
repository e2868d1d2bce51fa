import { type ChildProcess, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { freePort } from "../proof/site.ts";
import { writeBenchRelease } from "./bench-release.ts";
import { benchCatalogue, ids, sizes, storeHash, writeBenchStore } from "./cube-data.ts";
import { seeded } from "./cube-queries.ts";
import { benchFolder, type Times, timesOf } from "./cubes.ts";

/** The 300-municipality question over HTTP: our server beside a bare one with the same statement. */
export type HttpLine = { readonly clients: number; readonly ours: Times; readonly bare: Times; readonly ratio: number };

const release = "be9c4000be9c4000";

async function ready(address: string, child: ChildProcess): Promise<void> {
  for (let turn = 0; turn < 300; turn++) {
    if (child.exitCode !== null) throw new Error("a server of the comparison stopped");
    const answer = await fetch(address).catch(() => undefined);
    if (answer !== undefined && answer.status < 500) return;
    await new Promise((wait) => setTimeout(wait, 100));
  }
  throw new Error(`no answer from ${address}`);
}

function start(args: readonly string[], env: Record<string, string> = {}): ChildProcess {
  return spawn(process.execPath, args, { env: { ...process.env, UV_THREADPOOL_SIZE: "16", ...env }, stdio: "ignore" });
}

type Address = (random: (below: number) => number) => string;

async function latencies(address: Address, clients: number, count: number, seed: number): Promise<number[]> {
  const random = seeded(seed);
  const list = Array.from({ length: count }, () => address(random));
  const times: number[] = [];
  async function client(): Promise<void> {
    for (let next = list.pop(); next !== undefined; next = list.pop()) {
      const begin = performance.now();
      const answer = await fetch(next, { headers: { "accept-encoding": "identity" } });
      await answer.arrayBuffer();
      if (!answer.ok) throw new Error(`${answer.status} ${next}`);
      times.push(performance.now() - begin);
    }
  }
  await Promise.all(Array.from({ length: clients }, client));
  return times;
}

/** Measures both servers in turns, with one client and with eight. */
export async function measureCubesHttp(count = 300): Promise<readonly HttpLine[]> {
  await writeBenchStore(benchFolder);
  await writeBenchRelease(benchFolder, release, benchCatalogue(), { flat: storeHash, cubes: { 1: storeHash } });
  const [ownPort, barePort] = [await freePort(), await freePort()];
  const root = resolve(import.meta.dirname, "..");
  const store = join(benchFolder, "store", `${storeHash}.duckdb`);
  if (!existsSync(store)) throw new Error("the cube of the measurements is missing");
  const own = start([join(root, "server", "src", "cli.ts"), "serve"], {
    PEIL_DATA: benchFolder,
    PEIL_PORT: String(ownPort),
    PEIL_LIMIT: "0",
  });
  const bare = start([join(root, "bench", "bare.ts"), store, String(barePort)]);
  try {
    const ours: Address = (random) =>
      `http://127.0.0.1:${ownPort}/api/v1/data?indicator=people&level=municipality&period=${sizes.firstYear + random(sizes.years)}&member=age_${random(19)},origin_${random(10)}`;
    const bares: Address = (random) => {
      const period = 1_000_000 + (sizes.firstYear + random(sizes.years)) * 100 + 1;
      return `http://127.0.0.1:${barePort}/?period=${period}&m2=${ids.member[1](random(19))}&m3=${ids.member[2](random(10))}`;
    };
    await ready(`http://127.0.0.1:${ownPort}/readyz`, own);
    await ready(`http://127.0.0.1:${barePort}/?period=1&m2=1&m3=1`, bare);
    const out: HttpLine[] = [];
    for (const clients of [1, 8]) {
      const times = { ours: [] as number[], bare: [] as number[] };
      for (let turn = 0; turn < 4; turn++) {
        times.bare.push(...(await latencies(bares, clients, count / 4, clients * 100 + turn)));
        times.ours.push(...(await latencies(ours, clients, count / 4, clients * 100 + turn)));
      }
      const line = { clients, ours: timesOf(times.ours), bare: timesOf(times.bare) };
      out.push({ ...line, ratio: line.ours.p50 / line.bare.p50 });
    }
    return out;
  } finally {
    own.kill("SIGTERM");
    bare.kill("SIGTERM");
  }
}
