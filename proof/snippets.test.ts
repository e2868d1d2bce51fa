import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeSite } from "./site.ts";

// The programs that stand beside figures, copied from the page and run against the running product. Where pandas is not installed,
// a stand-in reads what it would have read; R runs where it is installed.

const site = makeSite();
let server: Awaited<ReturnType<typeof site.serve>>;
let folder: string;
beforeAll(async () => {
  await site.importRegion();
  await site.run("publish");
  server = await site.serve();
  folder = mkdtempSync(join(tmpdir(), "peil-programs-"));
});
afterAll(async () => {
  await server.stop();
  site.remove();
  rmSync(folder, { recursive: true, force: true });
});

/** Every state but a few stands in it, and codes of areas begin with a zero. */
const question = "indicator=misdrijven&level=gemeente2024&period=2024&compare=none";

/** A program of the page, as its script spells the addresses. */
async function programOf(name: string, query = question): Promise<string> {
  const html = await (await fetch(`${server.address}/en/code?${query}`)).text();
  const [, shown = ""] = new RegExp(`<pre id="code-${name}"[^>]*><code>(.*?)</code>`, "s").exec(html) ?? [];
  const text = shown
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&amp;", "&");
  expect(text).toContain('"/en/api/v1/data.');
  return text.replaceAll('"/en/api/', `"${server.address}/en/api/`);
}

/** Runs a program beside the server: neither waits for the other. */
function run(command: string, args: readonly string[], env: Record<string, string> = {}): Promise<string> {
  const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...env } });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(said) : reject(new Error(`${command}: ${said}`))));
  });
}

async function truth(): Promise<{ text: string; rows: number }> {
  const text = await (await fetch(`${server.address}/en/api/v1/data.csv?${question}`)).text();
  return { text, rows: text.trim().split("\r\n").length - 1 };
}

/** What of pandas the program asks. */
const standIn = `import csv, io, urllib.request
class Figures:
    def __init__(self, rows): self.rows = rows
    def __getitem__(self, key):
        return [row[key] for row in self.rows] if isinstance(key, str) else Figures([{k: row[k] for k in key} for row in self.rows])
    def __setitem__(self, key, values):
        for row, value in zip(self.rows, values): row[key] = value
    def to_json(self): return self.rows
def read_csv(url, dtype, keep_default_na):
    assert dtype is str and keep_default_na is False
    text = urllib.request.urlopen(url).read().decode("utf-8")
    return Figures(list(csv.DictReader(io.StringIO(text, newline=""))))
def to_numeric(values, errors):
    assert errors == "coerce"
    return [float(each) if each else float("nan") for each in values]
`;

describe("programs beside figures run as they stand", () => {
  test("Python", async () => {
    const hasPandas = spawnSync("python3", ["-c", "import pandas"]).status === 0;
    if (!hasPandas) writeFileSync(join(folder, "pandas.py"), standIn);
    const program = await programOf("python");
    const tail = `
import json, math
rows = figures.rows if hasattr(figures, "rows") else figures.to_dict("records")
print("RESULT" + json.dumps([[r["area"], None if math.isnan(r["value"]) else r["value"], r["status"]] for r in rows]))
`;
    writeFileSync(join(folder, "program.py"), program + tail);
    const said = await run("python3", ["program.py"], { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1" });
    const rows = JSON.parse(/RESULT(.*)/.exec(said)?.[1] ?? "[]") as [string, number | null, string][];
    expect(rows).toHaveLength((await truth()).rows);
    expect(rows).toContainEqual(["01001", 10, ""]);
    expect(rows).toContainEqual(["01002", null, "hidden"]);
  });

  test("JavaScript", async () => {
    writeFileSync(join(folder, "program.mjs"), `${await programOf("javascript")}\nconsole.log("RESULT" + JSON.stringify(rows));\n`);
    const rows = JSON.parse(/RESULT(.*)/.exec(await run(process.execPath, ["program.mjs"]))?.[1] ?? "[]") as Record<string, unknown>[];
    expect(rows).toHaveLength((await truth()).rows);
    expect(rows).toContainEqual(expect.objectContaining({ area: "Aardoever", period: "2024", value: 10, status: "" }));
    expect(rows).toContainEqual(expect.objectContaining({ area: "Biezenhof", value: null, status: "hidden" }));
  });

  test("curl, also in a shell, with an address that holds odd signs", async () => {
    writeFileSync(join(folder, "program.sh"), await programOf("curl"));
    await run("sh", ["program.sh"]);
    expect(readFileSync(join(folder, "figures.csv"), "utf8")).toBe((await truth()).text);
    const odd = `indicator=inwoners&level=gemeente&area=none&period=2025&group=${encodeURIComponent('$(touch oops) \'n `x` "y":gemeente:01001,01002')}`;
    writeFileSync(join(folder, "odd.sh"), await programOf("curl", odd));
    await run("sh", ["odd.sh"]);
    expect(readFileSync(join(folder, "figures.csv"), "utf8")).toContain('$(touch oops) \'n `x` ""y""');
  });

  test("R, where it is installed", async ({ skip }) => {
    if (spawnSync("R", ["--version"]).status !== 0) skip();
    const tail = `\ncat("RESULT", paste(figures$area, figures$value, figures$status, sep = "/", collapse = ";"), "\\n", sep = "")\n`;
    writeFileSync(join(folder, "program.r"), (await programOf("r")) + tail);
    const said = await run("R", ["--vanilla", "--quiet", "--no-echo", "-f", "program.r"]);
    const rows = (/RESULT(.*)/.exec(said)?.[1] ?? "").split(";");
    expect(rows).toHaveLength((await truth()).rows);
    expect(rows).toContain("01001/10/");
    expect(rows).toContain("01002/NA/hidden");
  });

  test("a release that is named stays named", async () => {
    const { release } = (await (await fetch(`${server.address}/api/v1/frame`)).json()) as { release: { id: string } };
    writeFileSync(join(folder, "fixed.sh"), await programOf("curl", `${question}&release=${release.id}`));
    await run("sh", ["fixed.sh"]);
    expect(readFileSync(join(folder, "figures.csv"), "utf8")).toContain(release.id);
  });
});
