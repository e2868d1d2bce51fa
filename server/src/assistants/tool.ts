import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { explainError, PeilError } from "@peil/core/errors.ts";
import type { Language } from "@peil/core/model/text.ts";
import * as z from "zod";
import { type AssistantSite, type Desk, openDesk } from "./desk.ts";

/** What a tool found: as data, as its output schema says, and as text for who reads only that. */
export type Found<O> = { readonly data: O; readonly text: string };

type Definition<I extends z.ZodRawShape, O extends z.ZodRawShape> = {
  readonly name: string;
  readonly title: string;
  /** For the assistant: what it gives, and when to use it. */
  readonly description: string;
  readonly input: I;
  readonly output: O;
  run(asked: z.output<z.ZodObject<I>>, desk: Desk): Promise<Found<z.input<z.ZodObject<O>>>>;
};

/** A tool that can be offered. `report` receives what was no error of the catalogue and gives the error that is told. */
export type Tool = { readonly name: string; offer(server: McpServer, site: AssistantSite, report: (error: unknown) => PeilError): void };

const languageField = {
  language: z.enum(["nl", "en"]).default("nl").describe("Language of names and explanations: nl (Dutch) or en (English)."),
};

/** Makes a tool: it reads only, gets a language beside its own fields, and answers errors of the catalogue with their mend. */
export function defineTool<I extends z.ZodRawShape, O extends z.ZodRawShape>(tool: Definition<I, O>): Tool {
  const { name, title, description } = tool;
  const inputSchema: z.ZodType = z.strictObject({ ...tool.input, ...languageField });
  const outputSchema: z.ZodType = z.strictObject(tool.output);
  const annotations = { title, readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
  return {
    name,
    offer(server, site, report) {
      server.registerTool(name, { title, description, inputSchema, outputSchema, annotations }, async (given) => {
        const { language, ...asked } = given as { language: Language } & z.output<z.ZodObject<I>>;
        try {
          const { data, text } = await tool.run(asked as unknown as z.output<z.ZodObject<I>>, openDesk(site, language));
          return { structuredContent: data as Record<string, unknown>, content: [{ type: "text" as const, text }] };
        } catch (error) {
          return refusal(error instanceof PeilError ? error : report(error), language);
        }
      });
    },
  };
}

/** An error as a tool tells it: what happened, what to do, and the stable code. */
function refusal(error: PeilError, language: Language) {
  const { message, mend } = explainError(error, language);
  return { isError: true, content: [{ type: "text" as const, text: `${message} ${mend} (${error.code})` }] };
}
