import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** A rule that one look at a line decides. */
export type LineRule = { readonly name: string; readonly files: RegExp; readonly line: RegExp; readonly why: string };

/** Rules that neither compiler nor linter knows. Each has a case in `walls.test.ts` that breaks it. */
export const lineRules: readonly LineRule[] = [
  {
    name: "core-without-clock",
    files: /^core\/src\//,
    line: /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.now\b/,
    why: "core answers the same for ever: it has no clock and no chance",
  },
  {
    name: "core-without-sql",
    files: /^core\/src\//,
    line: /\bSELECT\b.+\bFROM\b/,
    why: "plans are data; a store prints the SQL",
  },
  {
    name: "drawing-without-fetching",
    files: /^web\/src\/(presentations|widgets)\//,
    line: /\bfetch\s*\(|\bXMLHttpRequest\b|\bEventSource\b/,
    why: "presentations and widgets are given their data",
  },
  {
    name: "no-machine-paths",
    files: /\.(ts|tsx|mjs|js|json|md|css|html|svg|yml|yaml|csv|txt)$|^\.ci\/|^LICENSE$/,
    line: /(^|[^\w.])\/(work|root|home\/(?!user\b|node\b)\w+)\//,
    why: "nothing may depend on, or show, where it was made",
  },
];

/** Lines of a text that break a rule. */
export function brokenLines(file: string, text: string): { rule: string; line: number; why: string }[] {
  const rules = lineRules.filter((rule) => rule.files.test(file));
  if (rules.length === 0) return [];
  return text
    .split("\n")
    .flatMap((each, at) => rules.filter((rule) => rule.line.test(each)).map((rule) => ({ rule: rule.name, line: at + 1, why: rule.why })));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = dirname(dirname(fileURLToPath(import.meta.url)));
  const list = execFileSync("git", ["ls-files", "-co", "--exclude-standard"], { cwd: root, encoding: "utf8", maxBuffer: 1 << 26 });
  const files = list.split("\n").filter((file) => file !== "" && file !== "scripts/walls.test.ts" && file !== "package-lock.json");
  let broken = 0;
  for (const file of files) {
    if (!lineRules.some((rule) => rule.files.test(file)) || !existsSync(join(root, file))) continue;
    for (const each of brokenLines(file, readFileSync(join(root, file), "utf8"))) {
      broken++;
      process.stdout.write(`${file}:${each.line}: ${each.rule} (${each.why})\n`);
    }
  }
  process.stdout.write(`${files.length} files, ${broken} broken lines\n`);
  process.exit(broken > 0 || files.length < 30 ? 1 : 0);
}
