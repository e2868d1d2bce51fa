import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { mayShip } from "./licences.ts";
import { brokenLines, lineRules } from "./rules.ts";
import { walkWalls } from "./walls.ts";
import { walls } from "./walls-list.ts";

// Every rule is broken here on purpose: a rule that has never fired is no rule.

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "peil-walls-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>, at = folder): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), text);
  }
}

/** Per wall: an importing file and what it imports. */
const cases: readonly (readonly [wall: string, from: string, specifier: string])[] = [
  ["model-is-ground", "core/src/model/a.ts", "../query/selection.ts"],
  ["model-is-ground", "core/src/errors.ts", "./permissions.ts"],
  ["api-is-top", "core/src/query/b.ts", "../api.ts"],
  ["formats-without-query", "core/src/formats/c.ts", "../query/selection.ts"],
  ["formats-without-query", "server/src/formats/c.ts", "@peil/core/query/selection.ts"],
  ["statistics-without-query", "core/src/statistics/d.ts", "../query/selection.ts"],
  ["guards-stand-on-the-model", "core/src/guards/d2.ts", "../statistics/rank.ts"],
  ["core-without-node", "core/src/formula/e.ts", "node:fs"],
  ["core-without-node", "core/src/formula/f.ts", "fs"],
  ["core-is-alone", "core/test/g.test.ts", "@peil/server/answer.ts"],
  ["server-without-web", "server/src/http/h.ts", "@peil/web/pages/home.tsx"],
  ["web-without-server", "web/src/pages/i.tsx", "@peil/server/answer.ts"],
  ["web-without-node", "web/src/pages/j.tsx", "node:fs"],
  ["drawing-without-pages", "web/src/presentations/k.tsx", "../pages/home.tsx"],
  ["drawing-without-pages", "web/src/widgets/l.tsx", "../pages/home.tsx"],
  ["drivers-in-store", "server/src/publish/m.ts", "@duckdb/node-api"],
  ["drivers-in-store", "server/src/answer.ts", "better-sqlite3"],
  ["drivers-in-store", "server/src/http/n.ts", "kysely"],
  ["drivers-in-store", "server/src/imports/o.ts", "pg"],
  ["workbooks-in-two-folders", "server/src/http/p.ts", "hucre"],
  ["workbooks-in-two-folders", "server/src/publish/q.ts", "@e965/xlsx"],
  ["files-in-formats", "server/src/http/files-case.ts", "hyparquet-writer"],
  ["files-in-formats", "server/src/publish/files-case.ts", "fflate"],
  ["positions-in-places", "server/src/imports/q.ts", "proj4"],
  ["positions-in-places", "web/src/presentations/q.ts", "topojson-client"],
  ["markdown-in-methods", "web/src/pages/r2.tsx", "marked"],
  ["solver-in-publish", "server/src/store/solver-case.ts", "highs"],
  ["printing-in-documents", "server/src/http/print-case.ts", "docx"],
  ["protocol-in-assistants", "server/src/http/assistants-case.ts", "@modelcontextprotocol/sdk/server/mcp.js"],
  ["protocol-in-assistants", "server/src/views/assistants-case.ts", "zod"],
  ["forms-in-http", "server/src/imports/form-case.ts", "@fastify/multipart"],
  ["pages-without-databank", "web/src/pages/bank-case.tsx", "../databank/app.tsx"],
  ["react-in-web", "server/src/documents/r.ts", "react-dom/server"],
  ["client-stands-on-the-api", "client/src/s1.ts", "@peil/core/formats/csv.ts"],
  ["client-stands-on-the-api", "client/src/s2.ts", "node:fs"],
  ["nobody-needs-the-client", "web/src/pages/s3.tsx", "../../../client/src/client.ts"],
  ["entries-are-ends", "server/src/http/s.ts", "../main.ts"],
  ["product-without-tools", "server/src/http/t.ts", "../../test/x.ts"],
  ["undeclared-dependency", "web/src/pages/u.tsx", "d3-geo/x.js"],
  ["undeclared-dependency", "core/src/formats/v.ts", "fflate"],
  ["undeclared-dependency", "server/src/http/w.ts", "vitest"],
  ["by-package-name", "server/src/http/x.ts", "../../../core/src/query/selection.ts"],
];

const manifests = {
  "package.json": JSON.stringify({ devDependencies: { vitest: "1.0.0" } }),
  "core/package.json": JSON.stringify({ dependencies: {} }),
  "server/package.json": JSON.stringify({
    dependencies: Object.fromEntries(
      ["@peil/core", "@peil/web", "@duckdb/node-api", "better-sqlite3", "kysely", "pg", "hucre", "@e965/xlsx", "react-dom"].map((name) => [
        name,
        "1",
      ]),
    ),
  }),
  "web/package.json": JSON.stringify({ dependencies: { "@peil/core": "1", "@peil/server": "1", react: "1" } }),
};

/** What is allowed, in JSX too. */
const good = {
  "core/src/query/selection.ts": 'import type { Cube } from "../model/cube.ts";\nexport type Selection = Cube;\n',
  "core/src/model/cube.ts": 'import type { Area } from "./area.ts";\nexport type Cube = Area;\n',
  "core/src/model/area.ts": 'import type { Cube } from "./cube.ts";\nexport type Area = Cube | 1;\n',
  "core/test/x.test.ts": 'import { test } from "vitest";\ntest("x", () => {});\n',
  "server/src/store/y.ts": 'import { Kysely } from "kysely";\nimport "@duckdb/node-api";\nexport const y = Kysely;\n',
  "server/src/imports/y.ts": 'import "hucre";\n',
  "server/src/cli.ts": 'import "./main.ts";\n',
  "web/src/pages/home.tsx":
    'import { useState } from "react";\nimport "../presentations/y.tsx";\nexport const Home = () => <p className="a">{useState(1)}</p>;\n',
};

describe("walls", () => {
  test("let through what is right", () => {
    const at = join(folder, "good");
    write(
      {
        ...manifests,
        ...good,
        "web/src/presentations/y.tsx": 'import type { Cube } from "@peil/core/model/cube.ts";\nexport type Y = Cube;\n',
      },
      at,
    );
    const walk = walkWalls(at);
    expect(walk.breaches).toEqual([]);
    expect(walk.modules).toHaveLength(9);
    expect(walk.imports).toHaveLength(11);
  });

  test.each(cases)("%s stops %s from importing %s", (wall, from, specifier) => {
    const at = join(folder, `${wall}-${from.replaceAll("/", "-")}`);
    for (const [form, text] of [
      ["value", `import { x } from "${specifier}";\nexport const y = x;\n`],
      ["again", `export { x } from "${specifier}";\n`],
      ["later", `export const y = () => import("${specifier}");\n`],
      ["type", `import type { X } from "${specifier}";\nexport type Y = X;\n`],
    ] as const) {
      write({ ...manifests, [from]: text }, at);
      expect(
        walkWalls(at).breaches.map((breach) => breach.wall),
        form,
      ).toContain(wall);
    }
  });

  test("a circle is a breach, and one of types only is none", () => {
    const at = join(folder, "circle");
    write(
      { "core/src/formats/a.ts": 'import "./b.ts";\n', "core/src/formats/b.ts": 'import { type A } from "./a.ts";\nexport type B = A;\n' },
      at,
    );
    expect(walkWalls(at).breaches.map((breach) => breach.wall)).toEqual(["circle"]);
    write({ "core/src/formats/b.ts": 'import type { A } from "./a.ts";\nexport type B = A;\n' }, at);
    expect(walkWalls(at).breaches).toEqual([]);
  });

  test("each has a case that breaks it", () => {
    const broken = new Set(cases.map(([wall]) => wall));
    expect(walls.map((wall) => wall.name).filter((name) => !broken.has(name))).toEqual([]);
  });

  test("the walk over this repository sees its modules", () => {
    const walk = walkWalls(root);
    const tracked = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "core/src", "server/src", "web/src"], {
      cwd: root,
      encoding: "utf8",
    });
    const files = tracked.split("\n").filter((file) => /\.tsx?$/.test(file) && existsSync(join(root, file)));
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => !walk.modules.includes(file))).toEqual([]);
    expect(walk.imports.length).toBeGreaterThan(files.length);
  });
});

describe("line rules", () => {
  test.each([
    ["core-without-clock", "core/src/a.ts", "const now = Date.now();"],
    ["core-without-clock", "core/src/a.ts", "const now = new Date();"],
    ["core-without-clock", "core/src/a.ts", "const chance = Math.random();"],
    ["core-without-sql", "core/src/a.ts", "const sql = `SELECT a FROM b`;"],
    ["drawing-without-fetching", "web/src/widgets/a.tsx", 'await fetch("/api");'],
    ["no-machine-paths", "docs/a.md", "see /work/main"],
    ["no-machine-paths", "docs/a.md", "see /home/jan/peil"],
    ["no-machine-paths", "server/src/a.ts", 'open("/root/data")'],
  ])("%s stops %s: %s", (rule, file, line) => {
    expect(brokenLines(file, `// first\n${line}\n`)).toMatchObject([{ rule, line: 2 }]);
  });

  test("let through what is right", () => {
    expect(brokenLines("core/src/a.ts", 'new Date(2020, 1, 1); // select from the list\nurl("https://example.org/work/root/")')).toEqual(
      [],
    );
    expect(brokenLines("server/src/a.ts", 'Date.now(); open("/home/user/data")')).toEqual([]);
    expect(lineRules).toHaveLength(4);
  });
});

describe("the compiler", () => {
  test("keeps Node, the DOM and the network out of core", () => {
    const at = join(folder, "compiler");
    const offences = [
      "process.exit(1);",
      "document.title;",
      'fetch("/");',
      "setTimeout(() => {}, 1);",
      "Buffer.alloc(1);",
      "localStorage.length;",
    ];
    write(
      {
        "tsconfig.json": JSON.stringify({
          extends: join(root, "core", "tsconfig.json"),
          include: ["src", join(root, "core", "src", "ambient.d.ts")],
        }),
        "package.json": JSON.stringify({ type: "module" }),
        "src/good.ts": 'export const text = new TextEncoder().encode("x");\n',
        ...Object.fromEntries(offences.map((offence, at) => [`src/offence${at}.ts`, `export {};\n${offence}\n`])),
        "src/builtin.ts": 'import "node:fs";\nimport { join } from "node:path";\njoin("a");\n',
      },
      at,
    );
    const tsc = spawnSync(process.execPath, [join(root, "node_modules", "typescript", "bin", "tsc"), "-p", at, "--pretty", "false"], {
      encoding: "utf8",
    });
    const files = new Set([...tsc.stdout.matchAll(/^(?:.*\/)?(\w+)\.ts\(\d+,\d+\): error/gm)].map((match) => match[1]));
    expect([...files].sort()).toEqual(["builtin", ...offences.map((_, at) => `offence${at}`)]);
  });
});

describe("the linter", () => {
  const cases: readonly (readonly [rule: string, file: string, text: string])[] = [
    ["noDefaultExport", "core/src/model/a.ts", "export default 1;\n"],
    ["noDefaultExport", "web/src/pages/b.tsx", "export default () => null;\n"],
    ["noExplicitAny", "server/src/c.ts", "export const a: any = 1;\n"],
    ["noProcessEnv", "server/src/http/d.ts", "export const a = process.env.HOME;\n"],
    ["noProcessEnv", "web/src/pages/e.ts", "export const a = process.env.HOME;\n"],
    ["noConsole", "server/src/f.ts", "console.log(1);\n"],
  ];

  test("stops what is not allowed, and lets configuration read the environment and tools' configuration export a default", () => {
    const at = join(folder, "linter");
    const config = { ...JSON.parse(readFileSync(join(root, "biome.json"), "utf8")), vcs: { enabled: false } };
    write({ "biome.json": JSON.stringify(config), ...Object.fromEntries(cases.map(([, file, text]) => [file, text])) }, at);
    write(
      {
        "server/src/config.ts": "export const a = process.env.HOME;\n",
        "vitest.config.ts": "export default 1;\n",
      },
      at,
    );
    const biome = join(root, "node_modules", "@biomejs", "biome", "bin", "biome");
    const result = spawnSync(process.execPath, [biome, "lint", "--reporter=github"], { cwd: at, encoding: "utf8" });
    const found = [...result.stdout.matchAll(/title=lint\/\w+\/(\w+),file=([^,]+)/g)].map(
      ([, rule, file]) => `${rule} ${file?.replace(`${at}/`, "")}`,
    );
    expect(found.sort()).toEqual(cases.map(([rule, file]) => `${rule} ${file}`).sort());
  });
});

test("licences: one part of a choice, every part of a sum", () => {
  for (const good of ["MIT", "(MIT OR GPL-3.0-only)", "Apache-2.0 AND MIT", "(MIT AND Zlib)", "EUPL-1.2"])
    expect(mayShip(good), good).toBe(true);
  for (const bad of [
    "AGPL-3.0-only",
    "SSPL-1.0",
    "unknown",
    "UNLICENSED",
    "MIT AND GPL-3.0-only",
    "",
    "SEE LICENSE IN x",
    "(GPL-2.0 OR AGPL-3.0)",
  ])
    expect(mayShip(bad), bad).toBe(false);
});
