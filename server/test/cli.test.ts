import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildRegion } from "../../fixtures/build.ts";
import { commands } from "../src/commands/index.ts";
import { temporary } from "./region.ts";

const cli = join(import.meta.dirname, "../src/cli.ts");
let home: string;
beforeAll(async () => {
  home = await temporary();
  await buildRegion(join(home, "starter"));
  mkdirSync(join(home, "web/server"), { recursive: true });
  writeFileSync(
    join(home, "web/server/entry-server.js"),
    `export const render = async (address, read) => ({ status: 200, html: (await read("frame", {})).site.name.nl });`,
  );
});
afterAll(() => rm(home, { recursive: true, force: true }));

function environment(more: Record<string, string> = {}): NodeJS.ProcessEnv {
  const own = {
    PEIL_DATA: join(home, "data"),
    PEIL_STARTER: join(home, "starter"),
    PEIL_WEB: join(home, "web"),
    PEIL_HOST: "127.0.0.1",
    PEIL_PORT: "0",
    PEIL_BULK: "0",
  };
  return { PATH: process.env.PATH, LANG: "nl_BE.UTF-8", ...own, ...more };
}

function peil(args: readonly string[], more: Record<string, string> = {}): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], { env: environment(more), encoding: "utf8" });
  return { code: status, out: stdout, err: stderr };
}

/** Starts the server and gives the address that it says, and how to stop it. */
async function start(): Promise<{ address: string; said: () => string; stop: () => Promise<number | null> }> {
  const child = spawn(process.execPath, [cli, "start"], { env: environment(), stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk;
      const found = /http:\/\/localhost:(\d+)/.exec(said);
      if (found) resolve(`http://127.0.0.1:${found[1]}`);
    });
    child.on("exit", () => reject(new Error(said)));
  });
  const stop = async (): Promise<number | null> => {
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    return (await ended)[0];
  };
  return { address, said: () => said, stop };
}

describe("peil", () => {
  it("lists its commands, in the language of the terminal", () => {
    expect(peil(["--help"]).out).toContain("Gebruik: peil COMMANDO");
    const english = peil(["--help"], { LANG: "en_GB.UTF-8" }).out;
    expect(english).toContain("Use: peil COMMAND");
    for (const { name } of commands) expect(english).toContain(`  ${name}`);
    expect(peil([]).code).toBe(2);
  });

  it("explains one command", () => {
    expect(peil(["rollback", "--help"], { LANG: "en_GB.UTF-8" })).toMatchObject({
      code: 0,
      out: expect.stringContaining("Use: peil rollback [ID]"),
    });
  });

  it("says what is wrong in one sentence", () => {
    expect(peil(["vlieg"])).toMatchObject({ code: 2, err: expect.stringContaining("Het commando “vlieg” bestaat niet") });
    expect(peil(["serve"], { PEIL_PORT: "x" })).toMatchObject({
      code: 1,
      err: "De instelling PEIL_PORT=x klopt niet. Verwacht: 0–65535.\n",
    });
    expect(peil(["serve"], { PEIL_WEB: join(home, "nergens") }).err).toContain("staat geen gebouwde website");
    expect(peil(["export"])).toMatchObject({ code: 2, err: expect.stringContaining("peil export FOLDER") });
  });

  it("starts with the starter content, is ready at once the next time, and stops when told", async () => {
    const first = await start();
    expect(first.said()).toContain("Eerste start");
    expect(await (await fetch(`${first.address}/`, { headers: { accept: "text/html" } })).text()).toBe("Merenland in cijfers");
    expect(await first.stop()).toBe(0);
    const second = await start();
    expect(second.said()).not.toContain("Eerste start");
    expect(await second.stop()).toBe(0);
  });

  it("publishes nothing new, lists, undoes and goes back", () => {
    expect(peil(["publish"]).out).toContain("Er was niets nieuws");
    expect(peil(["releases"]).out).toMatch(/^\* [0-9a-f]{16} /);
    expect(peil(["undo"]).out).toContain("starter");
    expect(peil(["undo", "1"]).out).toContain("ongedaan gemaakt");
    expect(peil(["undo", "1", "--redo"]).out).toContain("telt weer mee");
    expect(peil(["undo", "99"])).toMatchObject({ code: 1, err: expect.stringContaining("99") });
    expect(peil(["rollback", "ffffffff"])).toMatchObject({ code: 1, err: expect.stringContaining("ffffffff") });
  });

  it("does not take a mistyped choice for something else", () => {
    for (const args of [
      ["publish", "--dry-run"],
      ["undo", "--foo"],
      ["releases", "x"],
      ["rollback", "a", "b"],
      ["serve", "8080"],
    ])
      expect(peil(args)).toMatchObject({ code: 2, err: expect.stringContaining(`“${args[0]} ${args.at(-1)}”`) });
    expect(peil(["import", "--dryrun", "x.csv"])).toMatchObject({
      code: 2,
      err: expect.stringMatching(/^Het commando “import --dryrun”.*\n$/),
    });
    expect(peil(["import", "--as", "gemeente", "x.csv"]).err).toContain("“import --as gemeente”");
  });

  it("brings in a zip in exchange format, and only as a whole", () => {
    const zip = join(home, "site.zip");
    const entries = readdirSync(join(home, "starter"), { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
    const files = entries.map((each) => {
      const path = join(each.parentPath, each.name);
      return [relative(home, path).replaceAll("\\", "/"), new Uint8Array(readFileSync(path))] as const;
    });
    writeFileSync(zip, zipSync(Object.fromEntries(files)));
    const fresh = { PEIL_DATA: join(home, "from-zip") };
    expect(peil(["import", zip, "--dry-run"], fresh)).toMatchObject({ code: 2, err: expect.stringContaining("--dry-run") });
    const note = ["--by", "an", "--note", "verhuis"];
    expect(peil(["import", zip, ...note], fresh)).toMatchObject({ code: 0, out: expect.stringContaining("Ingelezen: 19 onderwerpen") });
    expect(peil(["undo"], fresh).out).toContain("an  site.zip");
  });

  it("says where to begin in an empty data folder", () => {
    const file = join(home, "x.csv");
    writeFileSync(file, "period;geolevel;geoitem;x\n2024;gemeente;1;2\n");
    const fresh = { PEIL_DATA: join(home, "fresh") };
    for (const args of [["import", file], ["publish"]])
      expect(peil(args, fresh)).toMatchObject({
        code: 1,
        err: expect.stringMatching(/^De gegevensmap .*fresh is nog leeg\. Begin met .*\n$/),
      });
  });

  it("tells of damage in one sentence, and publishing mends a release that cannot be read", () => {
    const data = join(home, "damaged");
    cpSync(join(home, "data"), data, { recursive: true });
    const at = { PEIL_DATA: data };
    const id = readFileSync(join(data, "current"), "utf8").trim();
    expect(peil(["rollback"], at)).toMatchObject({ code: 1, err: expect.stringContaining("geen vroegere publicatie") });
    for (const broken of ["{", "{}"]) {
      writeFileSync(join(data, "releases", id, "manifest.json"), broken);
      for (const name of ["releases", "rollback", "serve"]) {
        const sentence = /^De gegevensmap is beschadigd: \S+manifest\.json\. Herstel met: peil publish\.\n$/;
        expect(peil([name], at)).toMatchObject({ code: 1, err: expect.stringMatching(sentence) });
      }
      expect(peil(["publish"], at)).toMatchObject({ code: 0, out: expect.stringContaining("wordt opgeruimd") });
      expect(peil(["releases"], at).out).toContain(`* ${id}`);
    }
    writeFileSync(join(data, "current"), "../x\n");
    for (const name of ["serve", "rollback"])
      expect(peil([name], { ...at, LANG: "en_GB.UTF-8" })).toMatchObject({ code: 1, err: expect.stringContaining("peil rollback ID") });
    expect(peil(["rollback", id], at).code).toBe(0);
    const load = readdirSync(join(data, "loads")).find((each) => /^\d{14}-/.test(each)) ?? "";
    for (const file of readdirSync(join(data, "loads", load))) truncateSync(join(data, "loads", load, file), 100);
    expect(peil(["publish"], at)).toMatchObject({ code: 1, err: expect.stringMatching(/^Van de import .*\n$/) });
    writeFileSync(join(data, "peil.sqlite"), "");
    expect(peil(["undo"], at)).toMatchObject({ code: 1, err: expect.stringMatching(/peil\.sqlite is beschadigd/) });
  });

  it("exports what it holds", () => {
    expect(peil(["export", join(home, "out")])).toMatchObject({ code: 0 });
    expect(peil(["export", join(home, "out")])).toMatchObject({ code: 1, err: expect.stringContaining("is niet leeg") });
  });
}, 120_000);
