import { createWriteStream } from "node:fs";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import multipart from "@fastify/multipart";
import { explainError, fail, PeilError } from "@peil/core/errors.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { parseImportArgs } from "../imports/command.ts";
import type { ImportOptions } from "../imports/options.ts";
import type { Uploads } from "../imports/upload.ts";
import type { Keys } from "../keys.ts";
import type { ApiKey } from "../store/documents.ts";
import type { WorkingCopyPlace } from "../working-copy.ts";
import { queryText } from "./api.ts";
import { languageOfRequest, toPeilError } from "./errors.ts";
import { shownKey } from "./shown-key.ts";

/** What uploads work with. */
export type UploadsInput = {
  readonly keys: Keys;
  readonly uploads: Uploads;
  /** The working copy into which is imported. */
  readonly place: WorkingCopyPlace;
  /** The most bytes that one request may bring. */
  readonly limit: number;
};

const [bulkPath, commandPath] = ["/jiveservices/BulkAPI.ashx", "/jive/Update.ashx"] as const;
const mostFiles = 20;
/** Choices of `peil import` that may stand in the address. */
const choices = ["replace", "keep", "fixed-periods", "add-up", "drop-empty", "skip-unknown", "create", "dry-run"] as const;

/** Addresses of uploads, in any letter case and with any number of slashes, as the router knows them; others as they are. */
export function uploadAddress(url: string): string {
  const [, path = ""] = /^([^?]*)/.exec(url) ?? [];
  const plain = path.replace(/\/{2,}/g, "/").toLowerCase();
  const to = /^\/(?:jive|viewer)(?:services)?\/bulkapi\.ashx$/.test(plain)
    ? bulkPath
    : /^\/(?:jive|viewer)(?:services)?\/update\.ashx$/.test(plain)
      ? commandPath
      : undefined;
  return to === undefined ? url : to + url.slice(path.length);
}

/**
 * Registers the upload by machine as programs of former sites do it: files in, `OK` or what is wrong out, as plain text. An upload
 * is a load in the working copy; publishing is for people.
 */
export async function registerUploads(app: FastifyInstance, input: UploadsInput): Promise<void> {
  await app.register(async (scope) => {
    scope.setErrorHandler((error, request, reply) => answerError(error, request, reply, input.limit));
    await scope.register(multipart, {
      throwFileSizeLimit: false,
      limits: { fileSize: input.limit, files: mostFiles, fields: 50, parts: 100, fieldSize: 10_000, headerPairs: 100 },
    });
    scope.post(bulkPath, async (request, reply) => {
      const key = await allowed(request, input.keys);
      if (Number(request.headers["content-length"] ?? 0) > input.limit) tooLarge(input.limit);
      const order = { place: input.place, options: optionsOf(request, key), language: languageOf(request) };
      const { imported, said } = await withFiles(request, input, (paths) => input.uploads.import({ ...order, paths }));
      return text(reply, imported ? 200 : 422, imported ? "OK" : said);
    });
    scope.get(commandPath, async (request, reply) => {
      await allowed(request, input.keys);
      const command = fieldsOf(request).get("command") ?? "";
      if (command.toLowerCase() !== "cleanupdatacache")
        fail("selection-invalid", { key: "command", value: command.slice(0, 100), expected: "cleanupdatacache" });
      return text(reply, 200, "OK");
    });
  });
}

/** @throws `key-needed`, `key-refused`, `key-without-right`, `keys-off` */
async function allowed(request: FastifyRequest, keys: Keys): Promise<ApiKey> {
  const shown = shownKey(request.raw) ?? fail("key-needed");
  const key = (await keys.find(shown)) ?? fail("key-refused");
  return key.upload ? key : fail("key-without-right", { name: key.name });
}

/** Parameters by their name in small letters; of several the first counts. */
function fieldsOf(request: FastifyRequest): ReadonlyMap<string, string> {
  const pairs = [...new URLSearchParams(queryText(request.raw.url ?? ""))].map(([name, value]) => [name.toLowerCase(), value] as const);
  return new Map(pairs.reverse());
}

function optionsOf(request: FastifyRequest, { name }: ApiKey): ImportOptions {
  const fields = fieldsOf(request);
  const flags = choices.filter((each) => /^(1|true|)$/i.test(fields.get(each) ?? "0")).map((each) => `--${each}`);
  const as = (fields.get("as") ?? "").split(",").filter((each) => each !== "");
  const note = (fields.get("note") ?? "").slice(0, 1000);
  const args = [...flags, ...as.map((each) => `--as=${each}`), `--by=key:${name}`, `--note=${note}`];
  return parseImportArgs(args)?.options ?? fail("selection-invalid", { key: "as", value: as.join(","), expected: "gemeente=gemeente2024" });
}

/** Writes the files of a form beside the working copy, to a folder that is gone afterwards. @throws `upload-unreadable`, `upload-too-large` */
async function withFiles<T>(
  request: FastifyRequest,
  { limit, place }: UploadsInput,
  use: (paths: readonly string[]) => Promise<T>,
): Promise<T> {
  if (!request.isMultipart()) fail("upload-unreadable", { why: String(request.headers["content-type"] ?? "").slice(0, 100) || "–" });
  const folder = await mkdtemp(join(place.data, ".upload-"));
  try {
    const paths: string[] = [];
    let size = 0;
    const counted = () =>
      new Transform({
        transform(chunk: Buffer, _, done) {
          size += chunk.length;
          if (size > limit) done(new PeilError("upload-too-large", { limit: megabytes(limit) }));
          else done(null, chunk);
        },
      });
    for await (const { file, filename } of request.files()) {
      const own = join(folder, String(paths.length));
      await mkdir(own);
      const path = join(own, plainName(filename));
      await pipeline(file, counted(), createWriteStream(path));
      if (file.truncated) tooLarge(limit);
      paths.push(path);
    }
    if (paths.length === 0) fail("upload-unreadable", { why: "–" });
    return await use(paths);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The name that a sender gives, as the name of a file and nothing else; a level's code may stand in it. */
export function plainName(name: string | undefined): string {
  const last = (name ?? "").split(/[\\/]/).at(-1) ?? "";
  const plain = last.replace(/[^\p{L}\p{N} ._@()-]/gu, "_").slice(-120);
  return /^[._ ]*$/.test(plain) ? "upload.csv" : plain;
}

function megabytes(limit: number): number {
  return Math.max(1, Math.floor(limit / 2 ** 20));
}

function tooLarge(limit: number): never {
  return fail("upload-too-large", { limit: megabytes(limit) });
}

function languageOf(request: FastifyRequest) {
  return languageOfRequest(request.raw.url ?? "/", request.headers["accept-language"]);
}

function text(reply: FastifyReply, status: number, body: string): FastifyReply {
  return reply.code(status).header("cache-control", "no-store").type("text/plain; charset=utf-8").send(body);
}

/** An error as one plain sentence. What is wrong with the data folder is for whoever keeps it, not for who sends. */
function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, limit: number): FastifyReply {
  const own = fromForm(error, limit) ?? toPeilError(error, request.log);
  const open = own.status < 500 || own.status === 503 ? own : new PeilError("internal", { id: request.id });
  const { message, mend } = explainError(open, languageOf(request));
  if (open.status === 401) reply.header("www-authenticate", "Bearer");
  const seconds = open.details["seconds"] ?? (open.status === 503 ? 60 : undefined);
  if (seconds !== undefined) reply.header("retry-after", String(seconds));
  // What is still coming is thrown away: many programs read no answer before they have sent everything.
  request.raw.unpipe();
  request.raw.resume();
  return text(reply, open.status, `${message} ${mend}\n`);
}

/** What the reader of forms refuses is the sender's doing. */
function fromForm(error: unknown, limit: number): PeilError | undefined {
  if (error instanceof PeilError) return undefined;
  const { statusCode, code, message } = error as { readonly statusCode?: unknown; readonly code?: unknown; readonly message?: unknown };
  if (code === "FST_REQ_FILE_TOO_LARGE" || code === "FST_ERR_CTP_BODY_TOO_LARGE")
    return new PeilError("upload-too-large", { limit: megabytes(limit) });
  const fromSender =
    (typeof statusCode === "number" && statusCode < 500) || /multipart|unexpected end|premature|malformed/i.test(String(message));
  return fromSender ? new PeilError("upload-unreadable", { why: String(message).slice(0, 100) }) : undefined;
}
