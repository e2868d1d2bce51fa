import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Every package that is shipped must have a licence that goes together with the EUPL.

const allowed =
  /^(MIT|MIT-0|ISC|BSD-[0-9]-Clause|0BSD|Apache-2\.0|MPL-2\.0|BlueOak-1\.0\.0|CC0-1\.0|CC-BY-4\.0|OFL-1\.1|Unlicense|Python-2\.0|EUPL-1\.2|Zlib|WTFPL)$/;

/** Whether an SPDX expression lets us ship: each part of an AND, one part of an OR. Old forms such as `MIT/X11` are refused. */
export function mayShip(expression: string): boolean {
  const text = expression.trim().replace(/^\((.*)\)$/s, "$1");
  if (/^[^()]*$/.test(text))
    return text.split(/\s+OR\s+/).some((choice) => choice.split(/\s+AND\s+/).every((part) => allowed.test(part.trim())));
  return text.split(/\s+AND\s+(?![^(]*\))/).every((part) => part !== expression && mayShip(part));
}

type Entry = { readonly version?: string; readonly dev?: boolean; readonly link?: boolean; readonly license?: string };

/** Shipped packages with a licence that is missing or not allowed, of a lock file beside its `node_modules`. */
export function refusedPackages(root: string): { checked: number; refused: string[] } {
  const lock = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: Record<string, Entry> };
  const shipped = Object.entries(lock.packages).filter(([path, entry]) => path.includes("node_modules/") && !entry.dev && !entry.link);
  const refused = shipped.flatMap(([path, entry]) => {
    const file = join(root, path, "package.json");
    const installed = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { license?: unknown }).license : undefined;
    const licence = typeof installed === "string" ? installed : (entry.license ?? "unknown");
    return mayShip(licence) ? [] : [`${path}@${entry.version}: ${licence}`];
  });
  return { checked: shipped.length, refused };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { checked, refused } = refusedPackages(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const each of refused) process.stdout.write(`${each}\n`);
  process.stdout.write(`${checked} packages, ${refused.length} refused\n`);
  process.exit(refused.length > 0 || checked < 20 ? 1 : 0);
}
