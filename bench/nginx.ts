import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../journeys/open-server.ts";

/** Bytes as they travel, with their type and encoding. */
export type Sent = { readonly body: Buffer; readonly type: string; readonly encoding: string };

/** An nginx that serves the given bytes as `/0`, `/1` …: one worker, access log on. */
export async function openNginx(files: readonly Sent[]): Promise<{ origin: string; close(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), "peil-nginx-"));
  const port = await freePort();
  for (const [at, file] of files.entries()) writeFileSync(join(folder, String(at)), file.body);
  const locations = files.map((file, at) => {
    const encoding = file.encoding === "" ? "" : `add_header Content-Encoding ${file.encoding};`;
    return `location = /${at} { types { } default_type "${file.type}"; ${encoding} add_header Vary Accept-Encoding; }`;
  });
  const config = `
    worker_processes 1; daemon off; user root; pid ${folder}/pid; error_log ${folder}/error.log;
    events { worker_connections 1024; }
    http {
      access_log ${folder}/access.log; sendfile on; tcp_nopush on; keepalive_requests 1000000; etag on;
      server { listen 127.0.0.1:${port}; root ${folder}; ${locations.join("\n")} }
    }`;
  writeFileSync(join(folder, "nginx.conf"), config);
  const child = spawn("nginx", ["-p", folder, "-c", join(folder, "nginx.conf")], {
    stdio: "ignore",
    env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` },
  });
  const ended = new Promise<void>((done) => {
    child.once("close", () => done());
    child.once("error", () => done());
  });
  const close = async () => {
    child.kill("SIGTERM");
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 50; tries++) {
    const ready = await fetch(`${origin}/0`).then(
      (answer) => answer.arrayBuffer().then(() => answer.ok),
      () => false,
    );
    if (ready) return { origin, close };
    await new Promise((done) => setTimeout(done, 100));
  }
  await close();
  throw new Error("nginx did not answer");
}
