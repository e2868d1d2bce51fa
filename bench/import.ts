import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles } from "../server/src/imports/import.ts";
import type { Edits } from "../server/src/store/documents.ts";
import { openWorkingCopy } from "../server/src/working-copy.ts";
import type { Bench } from "./bench.ts";

/** What an import of many rows took. */
export type ImportMeasure = {
  readonly rows: number;
  readonly megabytes: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly outcome: string;
};

const areas = 10_000;

/** A level of invented areas, and two indicators. */
function invented(): Edits {
  const text = (nl: string) => ({ nl });
  return {
    site: {
      name: text("Proef"),
      motto: text(""),
      homeLevel: "vak",
      benchmarkLevels: [],
      benchmark: { level: "vak", area: "V00000" },
      style: "peil",
    },
    levels: [
      {
        id: 1,
        division: "vak",
        alias: "vak",
        base: "vak",
        name: text("vak"),
        plural: text("vakken"),
        type: "area",
        covers: true,
        sequence: 1,
      },
    ],
    areas: Array.from({ length: areas }, (_, n) => ({
      id: n + 1,
      level: 1,
      code: codeOf(n),
      name: text(`Vak ${n}`),
      sequence: n,
      pseudo: false,
    })),
  };
}

function codeOf(area: number): string {
  return `V${String(area).padStart(5, "0")}`;
}

async function writeCsv(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path);
  file.write("period;geolevel;geoitem;proef_a;proef_b\n");
  let lines: string[] = [];
  for (let n = 0; n < rows; n++) {
    const month = Math.floor(n / areas);
    const period = `${2000 + Math.floor(month / 12)}M${String((month % 12) + 1).padStart(2, "0")}`;
    lines.push(`${period};vak;${codeOf(n % areas)};${n % 977};${n % 89},${n % 10}\n`);
    if (lines.length === 10_000) {
      if (!file.write(lines.join(""))) await once(file, "drain");
      lines = [];
    }
  }
  file.end(lines.join(""));
  await once(file, "finish");
}

/** Imports a CSV of `rows` rows with two indicators into a fresh working copy. */
export async function measureImport(rows: number): Promise<ImportMeasure> {
  const folder = await mkdtemp(join(tmpdir(), "peil-bench-import-"));
  try {
    const path = join(folder, "rijen.csv");
    await writeCsv(path, rows);
    const copy = await openWorkingCopy({ folder: join(folder, "data") });
    await copy.documents.commit({ at: new Date().toISOString(), by: "bench", note: "", edits: invented() });
    await copy.documents.reserve("area", areas);
    await copy.documents.reserve("level", 1);
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage.rss());
    }, 50);
    const start = performance.now();
    const report = await importFiles([path], copy, { create: true });
    const seconds = (performance.now() - start) / 1000;
    clearInterval(watch);
    await copy.close();
    return {
      rows,
      megabytes: Math.round((await stat(path)).size / 2 ** 20),
      seconds: Math.round(seconds * 10) / 10,
      peakMegabytes: Math.round(Math.max(peak, process.memoryUsage.rss()) / 2 ** 20),
      outcome: report.outcome,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A file of a million rows, and how long and how much it took to bring it in. */
export const importBench: Bench = {
  name: "import",
  async run() {
    const { rows, megabytes, seconds, peakMegabytes, outcome } = await measureImport(1_000_000);
    if (outcome !== "imported") throw new Error(`the import ended as ${outcome}`);
    const name = `CSV of ${rows.toLocaleString("en-GB")} rows (${megabytes} MB, two indicators)`;
    return [
      { name: `${name}: time`, value: seconds, unit: "s", budget: { max: 30, ratio: false } },
      { name: `${name}: memory`, value: peakMegabytes, unit: "MB", budget: { max: 1500, ratio: false } },
    ];
  },
};
