import { pipeline, Readable } from "node:stream";
import { createGzip } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type Answer, chooseEncoding, varyOf } from "./cache.ts";

/** Compression of what flows: quick, since the reader waits for it. */
const quick = { level: 3 };

/** Bytes up to a size, and whether that was all. */
export async function readUpTo(chunks: AsyncIterator<Uint8Array>, size: number): Promise<{ start: Uint8Array[]; done: boolean }> {
  const start: Uint8Array[] = [];
  for (let read = 0; read <= size; ) {
    const next = await chunks.next();
    if (next.done) return { start, done: true };
    start.push(next.value);
    read += next.value.length;
  }
  return { start, done: false };
}

/**
 * Sends an answer of which the bytes are made while they are sent, no faster than the reader takes them. Where the reader goes away the
 * making ends; where the making fails the connection is broken off, so that no part is taken for the whole.
 * @param answer what is told before the first byte; its body is not looked at
 */
export async function flow(
  request: FastifyRequest,
  reply: FastifyReply,
  answer: Answer,
  start: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): Promise<FastifyReply> {
  const zip = answer.compressible && chooseEncoding(request.headers["accept-encoding"] as string | undefined) !== "identity";
  for (const [name, value] of answer.headers) reply.header(name, value);
  reply.header("content-type", answer.type).header("cache-control", answer.caching).header("vary", varyOf(answer));
  if (zip) reply.header("content-encoding", "gzip");
  if (request.method === "HEAD") {
    await rest.return?.();
    return reply.send();
  }
  const bytes = Readable.from(together(start, rest), { objectMode: false });
  // The two end together, whichever of them ends first; what went wrong is told by the last of them.
  return reply.send(zip ? pipeline(bytes, createGzip(quick), () => {}) : bytes);
}

async function* together(start: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* start;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
