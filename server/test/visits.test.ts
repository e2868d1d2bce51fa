import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { CommandContext } from "../src/commands/command.ts";
import { visitsCommand } from "../src/commands/visits.ts";
import { openVisits } from "../src/http/visits.ts";
import { temporary } from "./region.ts";
import { openTestSite } from "./site.ts";

let home: string;
beforeAll(async () => {
  home = await temporary();
});
afterAll(() => rm(home, { recursive: true, force: true }));

const reader = { "user-agent": "Mozilla/5.0 Firefox/140", accept: "text/html", "sec-fetch-dest": "document" };

it("pages are counted per day and campaign, from memory too, and nothing else is kept", async () => {
  const visits = openVisits(join(home, "visits"), () => Date.parse("2026-11-21T23:30:00Z"));
  const site = await openTestSite(undefined, "warn", { visits });
  const get = (url: string, headers: Record<string, string> = {}) =>
    site.app.inject({ url, headers: { ...reader, ...headers }, remoteAddress: "192.0.2.7" });
  await get("/indicator/inwoners");
  await get("/indicator/inwoners");
  await get("/indicator/inwoners?mtm_campaign=nieuwsbrief&mtm_kwd=mei&naam=jan");
  await get("/indicator/inwoners", { "user-agent": "Googlebot/2.1" });
  await get("/indicator/inwoners", { "sec-gpc": "1" });
  await get("/indicator/inwoners", { dnt: "1" });
  await get("/indicator/inwoners", { "sec-fetch-dest": "empty" });
  await get("/api/v1/frame");
  await get("/indicator/inwoners.csv");
  await get("/indicator/niets");
  await site.close();
  expect(await readdir(join(home, "visits"))).toEqual(["2026-11.jsonl"]);
  const text = await readFile(join(home, "visits", "2026-11.jsonl"), "utf8");
  expect(
    text
      .trim()
      .split("\n")
      .map((each) => JSON.parse(each) as unknown),
  ).toEqual([
    { day: "2026-11-21", page: "/indicator/inwoners", count: 2 },
    { day: "2026-11-21", page: "/indicator/inwoners", campaign: "nieuwsbrief", keyword: "mei", count: 1 },
  ]);
  expect(text).not.toMatch(/192\.0|jan|Mozilla|23:30/);
});

it("the command sums what was written, for a period, and a campaign cannot become a formula", async () => {
  const folder = join(home, "two");
  const opened = (at: string) => openVisits(join(folder, "visits"), () => Date.parse(at));
  const [november, december] = [opened("2026-11-02T10:00:00Z"), opened("2026-12-01T10:00:00Z")];
  november.count("/", reader);
  await november.flush();
  november.count("/?mtm_campaign=%3DHYPERLINK(%22x%22)", reader);
  november.count("/", reader);
  await november.close();
  december.count("/", reader);
  await december.close();
  const out: string[] = [];
  const context = { config: { data: folder }, write: (text: string) => out.push(text), tell: () => {} };
  expect(await visitsCommand.run(["2026M11"], context as unknown as CommandContext)).toBe(0);
  expect(out.join("")).toBe(`day,page,campaign,keyword,count\n2026-11-02,/,"'=HYPERLINK(""x"")",,1\n2026-11-02,/,,,2\n`);
});
