import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem } from "node:os";
import { join } from "node:path";
import { type Bench, keepsBudget, type Result } from "./bench.ts";
import { cubesBench } from "./cubes-bench.ts";
import { flowsBench } from "./flows.ts";
import { importBench } from "./import.ts";
import { mapsBench } from "./maps.ts";
import { odataBench } from "./odata.ts";
import { openDataBench } from "./open-data.ts";
import { pagesBench } from "./pages.ts";
import { readerBench } from "./reader.ts";
import { treeBench } from "./tree.ts";
import { weightBench } from "./weight.ts";

// `npm run bench`: measures and reports. Only ratios decide, since absolute numbers are the machine's.
// `npm run bench -- pages` runs what matches, `-- --write` puts the table in docs/performance.md.

const benches: readonly Bench[] = [
  importBench,
  pagesBench,
  weightBench,
  cubesBench,
  flowsBench,
  mapsBench,
  treeBench,
  odataBench,
  openDataBench,
  readerBench,
];

type Row = Result & { readonly bench: string };

const here = import.meta.dirname;
const words = process.argv.slice(2).filter((word) => !word.startsWith("--"));

function show(value: number): string {
  return value.toLocaleString("en-GB", { maximumFractionDigits: Math.abs(value) < 10 ? 2 : 0 });
}

function budgetText({ budget }: Result): string {
  if (!budget) return "";
  const limit = budget.min === undefined ? `at most ${show(budget.max ?? 0)}` : `at least ${show(budget.min)}`;
  return budget.ratio ? limit : `${limit} (reported)`;
}

/** The rows as a Markdown table. */
function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const verdict = row.budget ? (keepsBudget(row) ? "kept" : "missed") : "";
    return `| ${row.bench} | ${row.name} | ${show(row.value)} ${row.unit} | ${budgetText(row)} | ${verdict} |`;
  });
  return ["| bench | what | measured | budget | |", "|---|---|---:|---|---|", ...lines].join("\n");
}

/** Replaces what stands between the two marks of docs/performance.md. */
function writeTable(table: string): void {
  const file = join(here, "..", "docs", "performance.md");
  const machine = `Measured on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.`;
  const text = readFileSync(file, "utf8");
  const marked = text.replace(
    /(<!-- bench -->\n)[\s\S]*?(<!-- \/bench -->)/,
    (_, open: string, shut: string) => `${open}${machine}\n\n${table}\n${shut}`,
  );
  writeFileSync(file, marked);
}

const rows: Row[] = [];
let broken = false;
for (const bench of benches.filter((each) => words.length === 0 || words.includes(each.name))) {
  process.stdout.write(`${bench.name} …\n`);
  try {
    for (const result of await bench.run()) rows.push({ bench: bench.name, ...result });
  } catch (error) {
    broken = true;
    process.stderr.write(
      `${bench.name} could not be measured: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
    );
  }
}
const table = tableOf(rows);
process.stdout.write(`\n${table}\n`);
writeFileSync(join(here, "results.json"), `${JSON.stringify(rows, null, 2)}\n`);
if (process.argv.includes("--write")) writeTable(table);
const missed = rows.filter((row) => row.budget?.ratio && !keepsBudget(row));
for (const row of missed) process.stderr.write(`${row.bench}: ${row.name} misses its budget\n`);
process.exit(broken || missed.length > 0 || rows.length === 0 ? 1 : 0);
