import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tryPeriod } from "@peil/core/model/period.ts";
import type { VisitLine } from "../http/visits.ts";
import { type Command, refuseStray } from "./command.ts";

const none = {
  nl: "Er zijn nog geen bezoeken geteld. Zet PEIL_VISITS op 1 om te tellen.",
  en: "No visits have been counted yet. Set PEIL_VISITS to 1 to count.",
};

/** `peil visits`: what was counted, summed per page and campaign. */
export const visitsCommand: Command = {
  name: "visits",
  usage: "[PERIOD]",
  summary: { nl: "Toont de getelde bezoeken als CSV.", en: "Shows the counted visits as CSV." },
  help: {
    nl: "Zonder PERIOD alles; met PERIOD een jaar of maand: 2026, 2026M11. Er wordt alleen geteld met PEIL_VISITS=1.",
    en: "Without PERIOD everything; with PERIOD a year or month: 2026, 2026M11. Only counted with PEIL_VISITS=1.",
  },
  async run(args, { config, tell, write }) {
    refuseStray(this, args, 1);
    const start = args[0] === undefined ? "" : startOf(args[0]);
    const lines = readVisits(join(config.data, "visits")).filter((each) => each.day.startsWith(start));
    if (lines.length === 0) {
      tell(none);
      return 0;
    }
    write(`${["day,page,campaign,keyword,count", ...sumOf(lines)].join("\n")}\n`);
    return 0;
  },
};

/** How days of a period begin: `2026M11` → `2026-11`. @throws `period-unreadable` */
function startOf(text: string): string {
  const period = tryPeriod(text);
  return period?.level === "month" ? `${period.year}-${String(period.part).padStart(2, "0")}` : text.slice(0, 4);
}

/** All counted lines; one that was cut off by a crash is passed over. */
function readVisits(folder: string): readonly VisitLine[] {
  const files = filesOf(folder);
  return files.flatMap((file) => readFileSync(join(folder, file), "utf8").split("\n").flatMap(parsed));
}

function filesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((each) => each.endsWith(".jsonl"))
      .sort();
  } catch {
    return [];
  }
}

function parsed(line: string): readonly VisitLine[] {
  try {
    return line === "" ? [] : [JSON.parse(line) as VisitLine];
  } catch {
    return [];
  }
}

function sumOf(lines: readonly VisitLine[]): readonly string[] {
  const sums = new Map<string, number>();
  for (const { day, page, campaign = "", keyword = "", count } of lines) {
    const key = [day, page, campaign, keyword].map(quoted).join(",");
    sums.set(key, (sums.get(key) ?? 0) + count);
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key},${count}`);
}

/** RFC 4180. A cell that a spreadsheet would take for a formula gets an apostrophe: campaigns are written by strangers. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
