import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { buildRegion } from "../fixtures/build.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const cli = join(root, "server", "src", "cli.ts");

/** How a command of the product ended. */
export type Ended = { readonly code: number | null; readonly signal: string | null; readonly out: string };

/** A site of its own: a data folder and the commands of the product on it. */
export type Site = {
  readonly folder: string;
  /** Starts a command; `ended` follows when the process is gone. */
  start(...args: string[]): { readonly process: ChildProcess; readonly ended: Promise<Ended> };
  /** Runs a command to its end. */
  run(...args: string[]): Promise<Ended>;
  /** Builds the invented region and imports it. */
  importRegion(): Promise<Ended>;
  /** Serves on a free port until `stop`, or until it is killed as a power cut would. @returns the address */
  serve(): Promise<{ readonly address: string; stop(): Promise<Ended>; kill(): Promise<Ended> }>;
  remove(): void;
};

/** A port that nobody uses now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Makes an empty site in a temporary folder. */
export function makeSite(): Site {
  const folder = mkdtempSync(join(tmpdir(), "peil-proof-"));
  const env = { ...process.env, UV_THREADPOOL_SIZE: "16", PEIL_DATA: folder };
  function start(args: string[], extra: Record<string, string> = {}): { process: ChildProcess; ended: Promise<Ended> } {
    const child = spawn(process.execPath, [cli, ...args], { cwd: root, env: { ...env, ...extra }, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => (out += chunk.toString()));
    const ended = new Promise<Ended>((resolve) => child.on("close", (code, signal) => resolve({ code, signal, out })));
    return { process: child, ended };
  }
  return {
    folder,
    start: (...args) => start(args),
    run: (...args) => start(args).ended,
    async importRegion() {
      const exchange = join(folder, "exchange");
      await buildRegion(exchange);
      return start(["import", exchange]).ended;
    },
    async serve() {
      const port = await freePort();
      const { process: child, ended } = start(["serve"], { PEIL_PORT: String(port) });
      const address = `http://127.0.0.1:${port}`;
      await ready(address, ended);
      return {
        address,
        async stop() {
          child.kill("SIGTERM");
          return ended;
        },
        async kill() {
          child.kill("SIGKILL");
          return ended;
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function ready(address: string, ended: Promise<Ended>): Promise<void> {
  let gone: Ended | undefined;
  void ended.then((end) => (gone = end));
  for (let turn = 0; turn < 200; turn++) {
    if (gone) throw new Error(`the server stopped: ${gone.out}`);
    const answer = await fetch(`${address}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the server is not ready after 20 s");
}
