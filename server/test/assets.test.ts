import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openAssets } from "../src/http/assets.ts";
import { checkHouseStyles } from "../src/http/house-styles.ts";
import { temporary } from "./region.ts";

const tokens = join(import.meta.dirname, "../../web/src/style/tokens.css");
let home: string;
beforeAll(async () => {
  home = await temporary();
  await mkdir(join(home, "client", "assets"), { recursive: true });
  await mkdir(join(home, "styles"));
  await writeFile(join(home, "client", "assets", "main-abcdefgh.css"), "a{}");
  await writeFile(join(home, "styles", "stad.css"), ":root{--accent:light-dark(#8a1538,#ff9db2)}");
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

test("a house style whose colours cannot be told apart is not used, and it is said why", async () => {
  await writeFile(join(home, "client", "assets", "main-abcdefgh.css"), await readFile(tokens, "utf8"));
  await writeFile(join(home, "styles", "bleek.css"), ":root{--accent:#66c2c9}");
  const poor = await checkHouseStyles(join(home, "client"), join(home, "styles"));
  expect(poor.map((each) => each.url)).toEqual(["/styles/bleek.css"]);
  expect(poor[0]?.problems[0]?.nl).toBe("--accent op --paper (licht) heeft contrast 2,07; nodig is 4,5");
  const assets = await openAssets(join(home, "client"), join(home, "styles"), new Set(poor.map((each) => each.url)));
  expect((await assets.load("/styles/bleek.css")).answer.body.length).toBe(0);
  expect((await assets.load("/styles/stad.css")).answer.body.length).toBeGreaterThan(0);
});
