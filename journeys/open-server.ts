import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import how from "../scripts/launch.json" with { type: "json" };

/** A running product with a data folder of its own. */
export type RunningServer = {
  readonly origin: string;
  readonly data: string;
  readonly pid: number;
  /** Milliseconds from start to the first answer. */
  readonly ready: number;
  /** Ends the process as a manager would; the data stay until `remove`. */
  stop(): Promise<void>;
  /** Stops and deletes the data folder. */
  remove(): Promise<void>;
};

const root = resolve(import.meta.dirname, "..");

/** A port on which nothing listens. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port was free");
  return address.port;
}

async function answers(origin: string): Promise<boolean> {
  try {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5_000) });
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * Starts the product as `npm start` does, on a free port, and waits until it answers.
 * @param options.data an existing data folder; without one, a new empty one, into which the starter content is loaded
 * @throws with everything the process said, when it ends or is not ready in time
 */
export async function openServer(options: { readonly data?: string; readonly env?: Record<string, string> } = {}): Promise<RunningServer> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), "peil-data-"));
  const port = await freePort();
  const started = performance.now();
  const env = {
    ...process.env,
    ...how.environment,
    PEIL_DATA: data,
    PEIL_PORT: String(port),
    PEIL_HOST: "127.0.0.1",
    // Everybody who asks here comes from one address.
    PEIL_LIMIT: "0",
    PEIL_BULK: "0",
    ...options.env,
  };
  const child = spawn(process.execPath, [...how.serving, join(root, "server", "src", "cli.ts"), "start"], {
    cwd: root,
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-20_000);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const ended = new Promise<void>((done) => child.once("close", () => done()));
  const alive = () => child.exitCode === null && child.signalCode === null;
  async function stop(): Promise<void> {
    if (alive()) child.kill("SIGTERM");
    const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
    await ended;
    clearTimeout(late);
  }
  async function remove(): Promise<void> {
    await stop();
    if (existsSync(data)) rmSync(data, { recursive: true, force: true });
  }
  const origin = `http://127.0.0.1:${port}`;
  const deadline = started + 240_000;
  while (!(await answers(origin))) {
    if (!alive() || performance.now() > deadline) {
      const why = alive() ? "was not ready in time" : `ended with ${child.exitCode ?? child.signalCode}`;
      await (options.data === undefined ? remove() : stop());
      throw new Error(`The server ${why}. It said:\n${said}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return { origin, data, pid: child.pid ?? 0, ready: performance.now() - started, stop, remove };
}
