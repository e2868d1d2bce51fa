import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAssets } from "../src/http/assets.ts";
import { temporary } from "./region.ts";

let home: string;
beforeAll(async () => {
  home = await temporary();
  await mkdir(join(home, "client", "assets"), { recursive: true });
  await mkdir(join(home, "styles"));
  await writeFile(join(home, "client", "assets", "main-abcdefgh.css"), "a{}");
  await writeFile(join(home, "styles", "stad.css"), ":root{--accent:#8a1538}");
  await writeFile(join(home, "styles", ".secret.css"), "no");
  await writeFile(join(home, "styles", "notes.md"), "no");
});
afterAll(() => rm(home, { recursive: true, force: true }));

test("the token files of house styles are served beside the website's own files", async () => {
  const assets = await openAssets(join(home, "client"), join(home, "styles"));
  expect([...assets.urls].sort()).toEqual(["/assets/main-abcdefgh.css", "/styles/stad.css"]);
  const style = await assets.load("/styles/stad.css");
  expect(style.answer.body.toString()).toContain("--accent");
  expect(style.answer.caching).toBe("public, max-age=3600");
});

test("a site without a folder of styles has its own files only", async () => {
  expect((await openAssets(join(home, "client"), join(home, "none"))).urls).toEqual(["/assets/main-abcdefgh.css"]);
});
