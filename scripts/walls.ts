import { existsSync, readdirSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync } from "oxc-parser";
import { type Import, type Wall, walls } from "./walls-list.ts";

// Checks who imports whom. Reads the imports with a real parser (TypeScript and JSX) and holds them against `walls-list.ts`.

/** One broken rule. */
export type Breach = { readonly wall: string; readonly from: string; readonly to: string; readonly why: string };

/** What a walk over the tree found. `modules` is how many files were read: a check that reads none says nothing. */
export type Walk = { readonly modules: readonly string[]; readonly imports: readonly Import[]; readonly breaches: readonly Breach[] };

const folders = ["core", "server", "web", "client", "bench", "scripts", "starter", "fixtures", "journeys", "proof"];
const workspaces = ["core", "server", "web", "client", "bench"];
const builtins = new Set(builtinModules);

function listModules(root: string, folder: string): string[] {
  const at = join(root, folder);
  if (!existsSync(at)) return [];
  return readdirSync(at, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return ["node_modules", "dist", "content", "files"].includes(entry.name) ? [] : listModules(root, path);
    return /\.(ts|tsx|mts|mjs|js|jsx)$/.test(entry.name) ? [path] : [];
  });
}

/** Where an import leads: a path in the repository, `node:…`, or the name of a package. */
function resolveTarget(from: string, specifier: string): string {
  if (specifier.startsWith(".")) return posix.normalize(posix.join(posix.dirname(from), specifier.replace(/\?.*$/, "")));
  const own = /^@peil\/(\w+)\/(.*)$/.exec(specifier);
  if (own) return `${own[1]}/src/${own[2]}`;
  if (specifier.startsWith("node:")) return specifier;
  if (builtins.has(specifier)) return `node:${specifier}`;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function importsOf(root: string, from: string): Import[] {
  const text = readFileSync(join(root, from), "utf8");
  const { module, errors } = parseSync(from, text);
  if (errors.length > 0) throw new Error(`${from} cannot be parsed: ${errors[0]?.message}`);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) => found.push({ from, to: resolveTarget(from, specifier), specifier, typeOnly });
  for (const each of module.staticImports) add(each.moduleRequest.value, /^import\s+type\b/.test(text.slice(each.start, each.end)));
  for (const each of module.staticExports) {
    const request = each.entries.find((entry) => entry.moduleRequest)?.moduleRequest;
    if (request) add(request.value, /^export\s+type\b/.test(text.slice(each.start, each.end)));
  }
  for (const each of module.dynamicImports) {
    const literal = /^["'`]([^"'`$]+)["'`]$/.exec(text.slice(each.moduleRequest.start, each.moduleRequest.end));
    if (literal?.[1]) add(literal[1], false);
  }
  return found;
}

function breachesOf(imports: readonly Import[], list: readonly Wall[]): Breach[] {
  return imports.flatMap((each) =>
    list
      .filter((wall) => wall.from.test(each.from) && wall.to.test(each.to))
      .map((wall) => ({ wall: wall.name, from: each.from, to: each.to, why: wall.why })),
  );
}

type Manifest = { readonly dependencies?: Record<string, string>; readonly devDependencies?: Record<string, string> };

function readManifest(root: string, folder: string): Manifest {
  const file = join(root, folder, "package.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Manifest) : {};
}

/** npm hoists packages to the root, where every workspace finds what it never declared. */
function undeclared(root: string, imports: readonly Import[]): Breach[] {
  const top = readManifest(root, ".").devDependencies ?? {};
  const own = new Map(workspaces.map((name) => [name, readManifest(root, name)]));
  const anywhere = new Set([...own.values()].flatMap((manifest) => Object.keys(manifest.dependencies ?? {})));
  return imports.flatMap((each) => {
    const workspace = workspaces.find((name) => each.from.startsWith(`${name}/`)) ?? ".";
    const shipped = /^(core|server|web)\/src\//.test(each.from);
    const name = /^@peil\/\w+/.exec(each.specifier)?.[0] ?? each.to;
    if (each.specifier.startsWith(".")) {
      const target = workspaces.find((other) => each.to.startsWith(`${other}/src/`));
      const crosses = ["core", "server", "web"].includes(workspace) && target !== undefined && target !== workspace;
      return crosses
        ? [{ wall: "by-package-name", from: each.from, to: each.to, why: "another workspace is imported as @peil/<name>" }]
        : [];
    }
    if (each.to.startsWith("node:")) return [];
    const manifest = own.get(workspace) ?? {};
    const types = `@types/${name.replace(/^@/, "").replace("/", "__")}`;
    const declared =
      name in (manifest.dependencies ?? {}) ||
      (each.typeOnly && types in top) ||
      (!shipped &&
        (name in top ||
          name in (manifest.devDependencies ?? {}) ||
          (workspace === "." && (name.startsWith("@peil/") || anywhere.has(name)))));
    const why = `${workspace}/package.json does not declare ${name}`;
    return declared ? [] : [{ wall: "undeclared-dependency", from: each.from, to: name, why }];
  });
}

/** Circles of imports that exist at run time; types may refer to each other. */
function circles(imports: readonly Import[]): Breach[] {
  const next = new Map<string, string[]>();
  for (const each of imports) if (!each.typeOnly) next.set(each.from, [...(next.get(each.from) ?? []), each.to]);
  const done = new Set<string>();
  const found: Breach[] = [];
  function visit(module: string, path: readonly string[]): void {
    const at = path.indexOf(module);
    if (at >= 0) {
      found.push({ wall: "circle", from: module, to: path.at(-1) ?? module, why: [...path.slice(at), module].join(" → ") });
      return;
    }
    if (done.has(module)) return;
    for (const target of next.get(module) ?? []) visit(target, [...path, module]);
    done.add(module);
  }
  for (const module of next.keys()) visit(module, []);
  return found;
}

/**
 * Walks the repository (or a tree with the same folders) and lists every broken rule.
 * @throws when a file cannot be parsed
 */
export function walkWalls(root: string): Walk {
  const modules = folders.flatMap((folder) => listModules(root, folder));
  const imports = modules.flatMap((module) => importsOf(root, module));
  return { modules, imports, breaches: [...breachesOf(imports, walls), ...undeclared(root, imports), ...circles(imports)] };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, imports, breaches } = walkWalls(dirname(dirname(fileURLToPath(import.meta.url))));
  for (const each of breaches) process.stdout.write(`${each.from} → ${each.to}: ${each.wall} (${each.why})\n`);
  process.stdout.write(`${modules.length} modules, ${imports.length} imports, ${breaches.length} breaches\n`);
  process.exit(breaches.length > 0 || modules.length < 30 || imports.length < 30 ? 1 : 0);
}
