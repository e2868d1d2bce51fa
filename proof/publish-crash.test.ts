import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { makeSite } from "./site.ts";

const site = makeSite();
afterAll(() => site.remove());

/** How many times a publish is killed, each time a little later. */
const kills = 20;

test("a publish that is killed at any moment leaves the previous release serving, and the next one succeeds", async () => {
  expect((await site.importRegion()).code).toBe(0);
  const first = await timed(() => site.run("publish"));
  expect(first.result.code, first.result.out).toBe(0);
  const { address, stop } = await site.serve();
  const areas = (await (await fetch(`${address}/api/v1/areas/gemeente`)).json()) as { code: string }[];
  const before = await figures(address);

  let killed = 0;
  // How long a publish takes now: one that ended before it was killed says so, and the next are killed sooner.
  let span = first.ms;
  for (let turn = 0; turn < kills; turn++) {
    const file = join(site.folder, `extra-${turn}.csv`);
    writeFileSync(file, `period;geolevel;geoitem;inwoners\n2025;gemeente;${areas[0]?.code};${50_000 + turn}\n`);
    expect((await site.run("import", file)).code).toBe(0);
    const { process: child, ended } = site.start("publish");
    const publishing = timed(() => ended);
    await sleep((span * 0.95 * (turn + 1)) / kills);
    child.kill("SIGKILL");
    const { result: end, ms } = await publishing;
    if (end.signal !== "SIGKILL") {
      span = Math.min(span, ms);
      continue;
    }
    killed++;
    expect((await fetch(`${address}/indicator/inwoners`)).status).toBe(200);
  }
  expect(killed).toBeGreaterThan(kills / 2);
  process.stdout.write(`publish crash series: ${killed} of ${kills} killed\n`);

  const last = await site.run("publish");
  expect(last.code, last.out).toBe(0);
  await sleep(2500);
  const after = await figures(address);
  expect(after).not.toEqual(before);
  expect(after).toContain(String(50_000 + kills - 1));
  expect((await stop()).code).toBe(0);
});

async function figures(address: string): Promise<string> {
  return (await fetch(`${address}/indicator/inwoners.csv?level=gemeente&period=all`)).text();
}

async function timed<T>(work: () => Promise<T>): Promise<{ result: T; ms: number }> {
  const start = performance.now();
  const result = await work();
  return { result, ms: performance.now() - start };
}
