import { csv } from "@peil/core/formats/csv.ts";
import { besideCsv } from "@peil/core/formats/csvw.ts";
import { cubeJson } from "@peil/core/formats/cube-json.ts";
import type { Format, FormatOptions } from "@peil/core/formats/format.ts";
import { type Language, languages } from "@peil/core/model/text.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { formats } from "../formats/index.ts";
import { xlsx } from "../formats/xlsx.ts";
import { areaFile, dataFile, type FileFigures, indicatorFile, themeFile } from "../views/files.ts";
import type { Scope } from "../views/scope.ts";
import { themeWorkbook, type Workbook } from "../views/theme-workbook.ts";
import { openHeaders, queryText } from "./api.ts";
import type { Answer } from "./cache.ts";
import { cachingOf, type Door, sendCached } from "./door.ts";
import { flow, readUpTo } from "./flow.ts";
import { alternatesOf } from "./negotiate.ts";

type Params = Readonly<Record<string, string>>;
type Source = {
  readonly path: string;
  readonly find: (scope: Scope, params: Params, query: string) => Promise<FileFigures>;
  /** Where Excel gets more than a table of one answer. */
  readonly workbook?: (scope: Scope, params: Params, query: string, options: FormatOptions) => Promise<Workbook>;
};

/** A format of files, or the JSON of figures as they are. */
type Writer = Format | typeof cubeJson;

/** Pages and the files behind them. `:x` are parts of the address; the extension comes behind. */
const sources: readonly Source[] = [
  { path: "/indicator/:code", find: (scope, { code = "" }, query) => indicatorFile(scope, code, query) },
  { path: "/area/:level/:code", find: (scope, { level = "", code = "" }, query) => areaFile(scope, level, code, query) },
  {
    path: "/theme/:code",
    find: (scope, { code = "" }, query) => themeFile(scope, code, query),
    workbook: (scope, { code = "" }, query, { language, address }) => themeWorkbook(scope, code, query, language, address),
  },
  { path: "/api/v1/data", find: (scope, _, query) => dataFile(scope, query) },
];

/** Files up to this size are kept ready; larger ones flow. */
export const keptSize = 1024 * 1024;

/** Serves the figures behind every page in every format, in each language. */
export function registerDownloads(app: FastifyInstance, door: Door): void {
  for (const language of languages) {
    const prefix = language === "nl" ? "" : `/${language}`;
    for (const source of sources) {
      for (const format of formats) {
        app.get(`${prefix}${source.path}.${format.extension}`, (request, reply) => serve(door, source, format, language, request, reply));
      }
    }
  }
}

/** Serves the figures of any selection as they are: JSON of the cube, of any size. */
export function registerData(app: FastifyInstance, door: Door): void {
  const source: Source = { path: "/api/v1/data", find: (scope, _, query) => dataFile(scope, query) };
  app.get(source.path, (request, reply) => serve(door, source, cubeJson, "nl", request, reply));
}

async function serve(
  door: Door,
  source: Source,
  format: Writer,
  language: Language,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const url = request.raw.url ?? "/";
  const release = door.releases.current();
  const known = door.cache.find(url, release);
  if (known !== undefined) return sendCached(door, request, reply, url, release, async () => known.answer);
  const query = queryText(url);
  const gone = new AbortController();
  reply.raw.once("close", () => {
    if (!reply.raw.writableFinished) gone.abort();
  });
  try {
    const dialect = new URLSearchParams(query).get("dialect");
    const options: FormatOptions = { language, ...(dialect === null ? {} : { dialect }), address: `${door.origin ?? ""}${url}` };
    const scope: Scope = { release, releases: door.releases, signal: gone.signal };
    const made = await fileOf(source, format, scope, request.params as Params, query, options);
    const chunks = made.chunks[Symbol.asyncIterator]();
    const { start, done } = await readUpTo(chunks, keptSize);
    const answer = answerOf(format, url, made.name, Buffer.concat(start), cachingOf(query, made.release), options.address ?? url);
    if (done) return sendCached(door, request, reply, url, release, async () => answer);
    return flow(request, reply, answer, start, chunks);
  } catch (error) {
    if (!gone.signal.aborted) throw error;
    // Nobody is there to be told.
    reply.hijack();
    return reply;
  }
}

/** A file of a page: a table of its figures, or a whole workbook where Excel gets more. */
async function fileOf(
  source: Source,
  format: Writer,
  scope: Scope,
  params: Params,
  query: string,
  options: FormatOptions,
): Promise<Workbook> {
  if (format === xlsx && source.workbook !== undefined) return source.workbook(scope, params, query, options);
  const { head, slabs, name, ...known } = await source.find(scope, params, query);
  return { name, release: head.release, chunks: format.write(head, slabs, { ...options, ...known }) };
}

/** What describes a CSV stands beside it (Model for Tabular Data, 5.2). */
function describedBy(format: Writer, address: string): Answer["headers"] {
  if (format !== csv) return [];
  const beside = besideCsv(address, "csvw").replace(/[<>]/g, encodeURIComponent);
  return [["link", `<${beside}>; rel="describedby"; type="application/csvm+json"`]];
}

const linked = (links: readonly string[]): Answer["headers"] => (links.length === 0 ? [] : [["link", links.join(", ")]]);

function answerOf(format: Writer, url: string, name: string, body: Buffer, caching: string, address: string): Answer {
  const plain = { status: 200, type: format.mediaType, body, compressible: true, caching };
  if (!("extension" in format)) return { ...plain, headers: [...openHeaders, ...linked(alternatesOf(url))] };
  const file = `${name.replace(/[^\w.@-]/g, "_")}.${format.fileExtension ?? format.extension}`;
  const headers = [...openHeaders, ["content-disposition", `attachment; filename="${file}"`] as const, ...describedBy(format, address)];
  return { ...plain, compressible: format.compressed !== true, headers };
}
