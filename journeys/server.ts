import type { TestProject } from "vitest/node";
import { openServer } from "./open-server.ts";

declare module "vitest" {
  interface ProvidedContext {
    origin: string;
  }
}

/**
 * Starts the real thing once for all journeys; PEIL_ORIGIN_UNDER_TEST names one that runs already.
 * @public
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.PEIL_ORIGIN_UNDER_TEST;
  if (running) {
    project.provide("origin", running);
    return async () => {};
  }
  const server = await openServer();
  project.provide("origin", server.origin);
  return () => server.remove();
}
