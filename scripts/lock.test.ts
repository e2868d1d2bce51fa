import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

// A fresh machine installs from the lock file alone: it must be complete and exact.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const read = (file: string): unknown => JSON.parse(readFileSync(join(root, file), "utf8"));

type Package = { readonly version?: string; readonly link?: boolean; readonly optionalDependencies?: Record<string, string> };
type Manifest = { readonly dependencies?: Record<string, string>; readonly devDependencies?: Record<string, string> };

const packages = (read("package-lock.json") as { packages: Record<string, Package> }).packages;

/** Platforms of which the registry lacks the pinned version; npm accepts these, and these platforms do without. */
const missing = /^(@duckdb\/node-bindings-(darwin|win32|linux-arm64)|@myriaddreamin\/typst-ts-node-compiler-(?!linux-x64))/;

function isLocked(from: string, name: string): boolean {
  for (let at = from; ; at = at.includes("node_modules/") ? at.slice(0, Math.max(0, at.lastIndexOf("node_modules/") - 1)) : "") {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}

test("the lock file holds every platform's build", () => {
  const absent = Object.entries(packages).flatMap(([from, each]) =>
    Object.keys(each.optionalDependencies ?? {}).filter((name) => !isLocked(from, name) && !missing.test(name)),
  );
  expect(absent).toEqual([]);
  expect(Object.values(packages).filter((each) => !each.link && each.version === undefined && each !== packages[""])).toEqual([]);
});

test("no package of which builds are missing is named in the root, where npm ci would refuse it", () => {
  const { dependencies, devDependencies } = read("package.json") as Manifest;
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => name.startsWith("@duckdb/"))).toEqual([]);
});

test("versions are pinned exactly", () => {
  const loose = ["package.json", "core/package.json", "server/package.json", "web/package.json", "bench/package.json"].flatMap((file) => {
    const { dependencies, devDependencies } = read(file) as Manifest;
    return Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
  });
  expect(loose).toEqual([]);
});
