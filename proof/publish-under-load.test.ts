import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { makeSite } from "./site.ts";

const site = makeSite();
afterAll(() => site.remove());

/** Requests per second and how long. */
const rate = 200;
const seconds = 30;

test(`publishing and rolling back under ${rate} requests a second fails no request`, async () => {
  expect((await site.importRegion()).code).toBe(0);
  expect((await site.run("publish")).code).toBe(0);
  const { address, stop } = await site.serve();
  const paths = [
    "/",
    "/en/",
    "/indicator/inwoners",
    "/indicator/inwoners.csv",
    "/api/v1/data?indicator=inwoners&level=gemeente&period=all",
  ];
  const failures: string[] = [];
  const releases = new Set<string>();
  let asked = 0;
  let answered = 0;
  const stopAt = Date.now() + seconds * 1000;

  async function ask(number: number): Promise<void> {
    // A query that is new each time passes the cache and reaches the engine.
    const path =
      number % 3 === 0
        ? `/indicator/inwoners?level=gemeente&period=last:${1 + (number % 7)}&n=${number}`
        : (paths[number % paths.length] ?? "/");
    asked++;
    try {
      const answer = await fetch(`${address}${path}`);
      const body = await answer.text();
      if (!answer.ok) failures.push(`${path}: ${answer.status} ${body.slice(0, 200)}`);
      const release = /\b[0-9a-f]{16}\b/.exec(body)?.[0];
      if (release) releases.add(release);
    } catch (error) {
      failures.push(`${path}: ${String(error)}`);
    }
    answered++;
  }

  const load = (async () => {
    const started = Date.now();
    while (Date.now() < stopAt) {
      const due = ((Date.now() - started) / 1000) * rate;
      while (asked < due) void ask(asked);
      await sleep(5);
    }
  })();

  let published = 0;
  while (Date.now() < stopAt - 3000) {
    published++;
    const file = join(site.folder, `extra-${published}.csv`);
    writeFileSync(file, `period;geolevel;geoitem;inwoners\n2025;gemeente;${await firstArea(address)};${1000 + published}\n`);
    const imported = await site.run("import", file);
    expect(imported.code, imported.out).toBe(0);
    const done = await site.run("publish");
    expect(done.code, done.out).toBe(0);
    if (published % 3 === 0) expect((await site.run("rollback")).code).toBe(0);
    await sleep(1200);
  }
  await load;
  while (answered < asked) await sleep(20);
  const end = await stop();

  process.stdout.write(
    `publish under load: ${asked} requests in ${seconds} s, ${published} publishes, ${releases.size} releases seen, ${failures.length} failures\n`,
  );
  expect(failures).toEqual([]);
  expect(asked).toBeGreaterThan(rate * seconds * 0.9);
  expect(published).toBeGreaterThan(2);
  expect(releases.size).toBeGreaterThan(2);
  expect(end.code).toBe(0);
});

async function firstArea(address: string): Promise<string> {
  const areas = (await (await fetch(`${address}/api/v1/areas/gemeente`)).json()) as { code: string }[];
  return areas[0]?.code ?? "";
}
