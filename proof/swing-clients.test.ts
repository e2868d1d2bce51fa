import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openServer, type RunningServer } from "../journeys/open-server.ts";

// Programs that read a site of today, as people wrote them: they get another base address and nothing else. What they print is held
// against the figures of the site itself.

const run = promisify(execFile);
const folder = join(import.meta.dirname, "clients");

type Cube = { axes: { role: string; members: { code: string; label: { nl: string } }[] }[]; values: (number | null)[]; status: number[] };

const running = process.env.PEIL_ORIGIN_UNDER_TEST;
let server: RunningServer | undefined;
let origin = running ?? "";
const made = mkdtempSync(join(tmpdir(), "peil-clients-"));
beforeAll(async () => {
  if (running) return;
  server = await openServer();
  origin = server.origin;
});
afterAll(async () => {
  rmSync(made, { recursive: true, force: true });
  await server?.remove();
});

/** The lines that a program prints, by their first word. @throws naming what to install where the program is not there */
async function printed(program: string, ...args: readonly string[]): Promise<ReadonlyMap<string, readonly string[][]>> {
  try {
    const { stdout } = await run(program, [...args], { maxBuffer: 64 * 1024 * 1024, timeout: 120_000 });
    const lines = stdout.trim().split("\n");
    return Map.groupBy(
      lines.map((line) => line.split("|")),
      ([kind = ""]) => kind,
    );
  } catch (error) {
    const missing = (error as { readonly code?: unknown }).code === "ENOENT";
    throw new Error(
      missing ? `${program} is needed: node scripts/install.mjs --clients` : String((error as { stderr?: string }).stderr ?? error),
    );
  }
}

async function cubeOf(query: string): Promise<Cube> {
  const answer = await fetch(`${origin}/api/v1/data?${query}`);
  expect(answer.status, query).toBe(200);
  return (await answer.json()) as Cube;
}

const signs = ["", "-", "x", "nvt", "?", "?", "?", "x"];

/** Every figure of a question as `area|period|text`. */
async function figures(query: string, empty = "-"): Promise<readonly string[]> {
  const cube = await cubeOf(query);
  const [areas = [], periods = []] = ["area", "period"].map((role) => cube.axes.find((axis) => axis.role === role)?.members);
  return areas.flatMap((area, a) =>
    periods.map((period, p) => {
      const cell = a * periods.length + p;
      const state = cube.status[cell] ?? 1;
      const text = state === 0 ? String(cube.values[cell]) : state === 1 ? empty : signs[state];
      return `${area.code}|${period.code}|${text}`;
    }),
  );
}

const valuesOf = (lines: readonly string[][] | undefined, variable: string): readonly string[] =>
  (lines ?? []).filter((each) => each[1] === variable).map(([, , area, period, text]) => `${area}|${period}|${text}`);

/** The cells of a cube by sex, as tables print them: name of the area, period, men, women. */
async function bySex(): Promise<readonly string[]> {
  const cube = await cubeOf("indicator=bevolking&level=provincie2024&period=recent&by=geslacht");
  const [areas = [], periods = []] = ["area", "period"].map((role) => cube.axes.find((axis) => axis.role === role)?.members);
  return areas.map((area, at) => {
    const cells = [0, 1].map((member) => (cube.status[at * 2 + member] === 0 ? cube.values[at * 2 + member] : ""));
    return `${area.label.nl}|${periods[0]?.code}|${cells.join(",")}`;
  });
}

const cellsOf = (lines: readonly string[][] | undefined): readonly string[] => (lines ?? []).map((each) => each.slice(2).join("|"));

test("Python that follows the links to the next page", async () => {
  const lines = await printed("python3", join(folder, "follow_links.py"), origin);
  const tree = (await (await fetch(`${origin}/api/v1/tree`)).json()) as { indicators: { code: string }[] };
  const listed = Number(([...lines.keys()].find((key) => key.startsWith("variables ")) ?? "").split(" ")[1]);
  expect(listed).toBeGreaterThanOrEqual(tree.indicators.length - 10);
  expect((lines.get("source") ?? []).length).toBeGreaterThan(5);
  const whole = await figures("indicator=bevolkingsdichtheid&level=gemeente&period=all");
  expect(valuesOf(lines.get("value"), "bevolkingsdichtheid")).toEqual(whole);
  const some = [
    ...(await figures("indicator=inwoners_alle&level=gemeente&period=recent")),
    ...(await figures("indicator=inwoners_alle&level=gemeente&period=2016")),
  ];
  expect(valuesOf(lines.get("value"), "inwoners_alle")).toEqual(some);
  expect((lines.get("value") ?? []).every((each) => (each[5] ?? "") !== "")).toBe(true);
});

test("Python that steps until nothing comes, with odd letters and slashes, and takes selection tables", async () => {
  const lines = await printed("python3", join(folder, "step_by_skip.py"), origin);
  const all = await figures("indicator=inwoners_alle&level=gemeente&period=all");
  expect(all.length).toBeGreaterThan(1000);
  expect(valuesOf(lines.get("value"), "inwoners_alle")).toEqual(all);
  const { value } = (await (await fetch(`${origin}/jiveservices/odata/Variables?$top=5000`)).json()) as {
    value: { ExternalCode: string }[];
  };
  expect((lines.get("variable") ?? []).map((each) => each[1])).toEqual(value.map((each) => each.ExternalCode));
  const table = (lines.get("table") ?? []).map((each) => each.slice(3).join("|"));
  const wanted = await figures("indicator=inwoners_alle&level=provincie&period=2015,2016", "");
  expect(table).toEqual(wanted.map((each) => each.split("|").slice(1).join("|")));
  expect(cellsOf(lines.get("cells"))).toEqual(await bySex());
});

test("R with jsonlite", async () => {
  const lines = await printed("Rscript", join(folder, "values.R"), origin);
  expect(valuesOf(lines.get("value"), "inwoners_alle")).toEqual(await figures("indicator=inwoners_alle&level=gemeente&period=all"));
  expect(cellsOf(lines.get("cells"))).toEqual(await bySex());
});

test("C# that reads one page of municipalities and joins names by code", async () => {
  const program = join(made, "values.exe");
  await printed("mcs", "-r:System.Net.Http", "-r:System.Web.Extensions", `-out:${program}`, join(folder, "Values.cs"));
  const lines = (await printed("mono", program, origin)).get("newest") ?? [];
  for (const variable of ["inwoners_alle", "bevolkingsdichtheid"]) {
    const own = lines.filter((each) => each[1] === variable).map(([, , area, text]) => `${area}|${text}`);
    const wanted = await figures(`indicator=${variable}&level=gemeente&period=recent`);
    expect(own).toEqual(wanted.map((each) => each.replace(/\|.*\|/, "|")));
  }
});
