import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { PeilError } from "@peil/core/errors.ts";
import type { AssistantSite } from "./desk.ts";
import { openAssistant } from "./server.ts";

/** Largest message that is read, in bytes. */
const mostBytes = 1024 * 1024;

/**
 * Lets one assistant ask over the standard streams of this process: the stdio transport of the Model Context Protocol. Standard
 * output carries the protocol only.
 * @param warn receives what went wrong, for standard error
 * @returns when the assistant closed its end
 */
export async function serveAssistant(site: AssistantSite, warn: (text: string) => void): Promise<void> {
  const server = openAssistant(site, (error) => {
    warn(`${error instanceof Error ? error.stack : String(error)}\n`);
    return new PeilError("internal", { id: "stdio" });
  });
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: mostBytes });
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
  });
  await server.connect(transport);
  await ended;
  await server.close();
}
