import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

// Built-ins only, and nothing newer than Node 20: this runs before anything is installed.

/** Folder of the repository. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Oldest major version of Node that runs the product. */
export const oldestNode = 24;

/** Writes a line to the terminal. */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Says in one sentence what is wrong and ends with exit code 1. */
export function stop(text) {
  process.stderr.write(`${text}\n`);
  process.exit(1);
}

function majorOf(node) {
  const answer = spawnSync(node, ["--version"], { encoding: "utf8" });
  return answer.status === 0 ? Number(/^v(\d+)/.exec(answer.stdout)?.[1] ?? 0) : 0;
}

/** Path of a Node that is new enough: the one that the packages brought, else the one that runs this; undefined without either. */
export function findNode() {
  const platform = process.platform === "win32" ? "win" : process.platform;
  const file = process.platform === "win32" ? "node.exe" : "node";
  const local = join(root, "node_modules", `node-${platform}-${process.arch}`, "bin", file);
  if (existsSync(local) && majorOf(local) >= oldestNode) return local;
  return Number(process.versions.node.split(".")[0]) >= oldestNode ? process.execPath : undefined;
}

/** Like `findNode`, but ends the process with a sentence when there is none. */
export function needNode() {
  return (
    findNode() ??
    stop(`Peil runs on Node ${oldestNode} or newer and found ${process.version}. Run “npm start” once, or install a newer Node.`)
  );
}

/** Path of a file that the packages brought. */
export function packageFile(...parts) {
  return join(root, "node_modules", ...parts);
}

/** Path of a program: the one that an environment variable names, else the first on the path or in the system's folders. */
export function findProgram(name, variable) {
  const named = variable === undefined ? undefined : process.env[variable];
  if (named) return existsSync(named) ? named : undefined;
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/usr/sbin"];
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** All files below a folder (or the file itself), sorted; nothing where it does not exist. */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  const entries = (() => {
    try {
      return readdirSync(path, { withFileTypes: true });
    } catch {
      return undefined;
    }
  })();
  if (entries === undefined) return [path];
  return entries
    .filter((entry) => entry.name !== "node_modules" && entry.name !== "dist")
    .flatMap((entry) => (entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)]))
    .sort();
}

/** Hash over names and contents of files and folders, given relative to the repository. */
export function hashOf(paths) {
  const hash = createHash("sha256");
  for (const file of paths.flatMap((path) => filesUnder(join(root, path)))) {
    hash.update(`${relative(root, file)}\0`);
    hash.update(readFileSync(file));
  }
  return hash.digest("hex");
}

/** Reads a JSON file; undefined where it is absent or broken. */
export function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

/**
 * Runs a program in the repository.
 * @param options.quiet keeps the output back and gives it with the exit code
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const stdio = options.quiet ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"];
    const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...options.env } });
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
