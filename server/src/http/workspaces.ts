import { formatWorkspace, parseWorkspace, readWorkspace, workspaceLimit } from "@peil/core/documents/workspace.ts";
import { fail } from "@peil/core/errors.ts";
import type { FastifyInstance } from "fastify";
import type { Door } from "./door.ts";
import { openOften } from "./often.ts";

/** Links that one reader may make in a window, and all readers together. */
const [most, mostOfAll, window] = [20, 2000, 10 * 60_000] as const;

/** Registers the only route that keeps something: a workspace in, the hash of its short link out. */
export function registerWorkspaces(app: FastifyInstance, door: Door): void {
  const often = openOften(most, window, mostOfAll);
  app.post("/api/v1/workspaces", { bodyLimit: workspaceLimit }, async (request, reply) => {
    const body = typeof request.body === "string" ? parseWorkspace(request.body) : readWorkspace(request.body);
    const text = formatWorkspace(body);
    if (Buffer.byteLength(text) > workspaceLimit) fail("workspace-too-large", { limit: workspaceLimit / 1024 });
    if (door.workspaces === undefined) return fail("sharing-off");
    const wait = often.take(request.ip);
    if (wait > 0) fail("too-often", { minutes: Math.max(1, Math.ceil(wait / 60_000)) });
    const release = door.releases.current().id;
    const hash = await door.workspaces.keep({ body: text, release });
    return reply.code(201).header("cache-control", "no-store").header("location", `/w/${hash}`).send({ hash, release });
  });
}
