import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { makeSite } from "./site.ts";

// A server that dies while a file comes in: the load is there as a whole or not at all, and the next upload works.

const site = makeSite();
afterAll(() => site.remove());

const bulk = "/jiveservices/BulkAPI.ashx";

test("a server killed in mid-upload loses nothing, and what is uploaded shows after publishing", async () => {
  expect((await site.importRegion()).code).toBe(0);
  expect((await site.run("publish")).code).toBe(0);
  const made = await site.run("key", "add", "dienst", "--upload");
  const key = /^peil_[0-9a-f]{64}$/m.exec(made.out)?.[0] ?? "";
  expect(key).not.toBe("");

  const send = async (address: string, value: number): Promise<string> => {
    const form = new FormData();
    form.append(
      "file",
      new Blob([`"PERIODE";"GEBIEDSNIVEAU";"GEBIED";"tevredenheid"\r\n"2024";"gemeente2024";"01001";"${value}"\r\n`]),
      "a.csv",
    );
    return (await fetch(`${address}${bulk}`, { method: "POST", headers: { apikey: key }, body: form })).text();
  };
  const loads = async (): Promise<number> => {
    const { code, out } = await site.run("undo");
    expect(code, out).toBe(0);
    return out.split("\n").filter((line) => line.includes("key:dienst")).length;
  };

  for (const [round, wait] of [300, 1000, 2000].entries()) {
    const before = await loads();
    const { address, kill } = await site.serve();
    const answer = send(address, round + 1).catch(() => "gone");
    await sleep(wait);
    await kill();
    const said = await answer;
    // The process that imports may be a moment longer.
    await sleep(500);
    const after = await loads();
    expect([before, before + 1], `killed after ${wait} ms`).toContain(after);
    if (said === "OK") expect(after).toBe(before + 1);
  }

  const before = await loads();
  const { address, stop } = await site.serve();
  const shown = async (): Promise<number> => {
    const answer = await fetch(`${address}/api/v1/data?indicator=tevredenheid&level=gemeente2024&period=2024&area=01001`);
    return ((await answer.json()) as { values: number[] }).values[0] ?? Number.NaN;
  };
  const old = await shown();
  expect(await send(address, 12.5)).toBe("OK");
  expect(await loads()).toBe(before + 1);
  const emptied = await fetch(`${address}/jive/Update.ashx?apikey=${key}&command=cleanupdatacache`);
  expect(await emptied.text()).toBe("OK");
  expect(await shown()).toBe(old);
  expect((await site.run("publish")).code).toBe(0);
  await expect.poll(shown, { timeout: 15_000 }).toBe(12.5);
  await stop();
});
