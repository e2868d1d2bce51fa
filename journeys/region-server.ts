import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildWholeRegion } from "../fixtures/region.ts";
import { openServer, type RunningServer } from "./open-server.ts";

/** Starts the product with the whole invented region instead of the starter content. `remove` also deletes what it was made of. */
export async function openRegionServer(env: Record<string, string> = {}): Promise<RunningServer> {
  const content = mkdtempSync(join(tmpdir(), "peil-region-"));
  const drop = (): void => rmSync(content, { recursive: true, force: true });
  try {
    await buildWholeRegion(content);
    const server = await openServer({ env: { PEIL_STARTER: content, PEIL_MCP: "1", ...env } });
    return { ...server, remove: () => server.remove().finally(drop) };
  } catch (error) {
    drop();
    throw error;
  }
}
