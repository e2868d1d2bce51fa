import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { PeilError } from "@peil/core/errors.ts";
import type { AssistantSite } from "./desk.ts";
import { tools } from "./tools.ts";

const instructions = `Official statistics by area and period. Work in this order: find_indicators and find_areas for codes, get_figures or compare for figures, explain_method before interpreting, cite for the reference. Never fill in, estimate or add up a figure that an answer does not give: null is not zero, and a hidden figure stays hidden. Say source, unit, period and area with each figure, and that it is provisional, a forecast, estimated or uncertain where the answer says so.`;

/** Elements that the arguments of one call may hold. */
const mostElements = 1000;

/**
 * Makes a server of the Model Context Protocol (https://modelcontextprotocol.io) that offers the figures of a site to assistants:
 * tools that read only, under the same rules as its pages. It is not connected yet.
 * @param report receives what is a bug and gives the error that is told instead
 */
export function openAssistant(site: AssistantSite, report: (error: unknown) => PeilError): McpServer {
  const server = new McpServer(
    { name: "peil", title: "Peil", version: "1.0.0" },
    { instructions, capabilities: { tools: { listChanged: false } }, maxToolInputElements: mostElements },
  );
  for (const tool of tools) tool.offer(server, site, report);
  return server;
}
