import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { needNode, root } from "./project.mjs";

/** How the product is started: DuckDB works on libuv's pool; a server lives long, so it clears young garbage early and limits the old. */
const how = JSON.parse(readFileSync(new URL("launch.json", import.meta.url), "utf8"));

/**
 * Runs the product's command line on a new enough Node and ends as it ends.
 * DuckDB works on libuv's pool, whose size must be set before Node starts.
 * @param args what stands after `peil`
 * @param folder the user's folder, from which relative paths count
 */
export function launch(args, folder) {
  const data = process.env.PEIL_DATA ? resolve(folder, process.env.PEIL_DATA) : join(root, "data");
  const env = { ...how.environment, ...process.env, PEIL_DATA: data };
  const serves = args[0] === "start" || args[0] === "serve";
  const program = [...(serves ? how.serving : []), join(root, "server", "src", "cli.ts"), ...args];
  const child = spawn(needNode(), program, { cwd: folder, stdio: "inherit", env });
  for (const signal of ["SIGTERM", "SIGHUP", "SIGINT"]) {
    // A terminal gives Ctrl-C to the child itself; passing it on would make it two.
    process.on(signal, () => {
      if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    });
  }
  // npm runs scripts through a shell, which dies of a signal without passing it on. Whose shell is gone has been stopped.
  if (process.env.npm_lifecycle_event !== undefined) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      child.kill("SIGTERM");
    }, 250);
    watch.unref();
  }
  child.on("error", (error) => {
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  });
  child.on("exit", (code, signal) => {
    // Stopped on request is a good end; any other signal is not.
    process.exit(code ?? (signal === "SIGTERM" || signal === "SIGINT" ? 0 : 1));
  });
}
