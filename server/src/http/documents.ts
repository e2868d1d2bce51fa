import type { PictureFile, PrintedDocument } from "@peil/core/api-print.ts";
import { fail } from "@peil/core/errors.ts";
import { type Language, languages } from "@peil/core/model/text.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Printer } from "../documents/printer.ts";
import type { Release } from "../release.ts";
import { openHeaders, queryText } from "./api.ts";
import type { Answer } from "./cache.ts";
import { askEveryTime, type Door, sendCached } from "./door.ts";
import { type Printing, readOf } from "./pages.ts";

type Printers = Printing & { readonly printer: Printer };
type Kind = { readonly extension: string; readonly type: string };
type Asked = { readonly address: string; readonly release: Release; readonly request: FastifyRequest };

const pdf = { extension: "pdf", type: "application/pdf" } as const;
const word = { extension: "docx", type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document" } as const;
const svg = { extension: "svg", type: "image/svg+xml" } as const;
const png = { extension: "png", type: "image/png" } as const;

/** Pages of an area at a glance: Dutch and English words, in every language. */
const glances = ["/vogelvlucht/:level/:code", "/glance/:level/:code"] as const;

/** Serves the short scan of an area as PDF and Word, and the drawings of an indicator as SVG and PNG, in each language. */
export function registerDocuments(app: FastifyInstance, door: Door, printers: Printers): void {
  for (const language of languages) {
    for (const path of glances) {
      for (const kind of [pdf, word]) serve(app, door, `${prefixOf(language)}${path}`, kind, (asked) => scan(door, printers, kind, asked));
    }
    for (const kind of [svg, png]) {
      serve(app, door, `${prefixOf(language)}/indicator/:code`, kind, (asked) => drawing(door, printers, kind, asked));
    }
  }
}

function prefixOf(language: Language): string {
  return language === "nl" ? "" : `/${language}`;
}

function serve(app: FastifyInstance, door: Door, path: string, kind: Kind, make: (asked: Asked) => Promise<Answer>): void {
  app.get(`${path}.${kind.extension}`, async (request, reply): Promise<FastifyReply> => {
    const url = request.raw.url ?? "/";
    const release = door.releases.current();
    return sendCached(door, request, reply, url, release, () => make({ address: addressOf(url, kind), release, request }));
  });
}

/** The address of the page that a file belongs to. */
function addressOf(url: string, { extension }: Kind): string {
  const query = queryText(url);
  const path = (url.split("?")[0] ?? "").slice(0, -extension.length - 1);
  return query === "" ? path : `${path}?${query}`;
}

async function scan(door: Door, { printed, printer }: Printers, kind: typeof pdf | typeof word, asked: Asked): Promise<Answer> {
  const made: PrintedDocument = (await printed(asked.address, readOf(door, asked.release, asked.request.log))) ?? missing(asked.address);
  return answerOf(kind, made.name, await printer.print({ kind: kind.extension, document: made }));
}

async function drawing(door: Door, { picture, printer }: Printers, kind: typeof svg | typeof png, asked: Asked): Promise<Answer> {
  const made: PictureFile = (await picture(asked.address, readOf(door, asked.release, asked.request.log))) ?? missing(asked.address);
  const body = kind.extension === "svg" ? Buffer.from(made.svg) : await printer.print({ kind: "png", picture: made });
  return answerOf(kind, made.name, body);
}

function missing(address: string): never {
  return fail("not-found", { what: address.slice(0, 200) });
}

/** PDF, Word and PNG are compressed already. */
function answerOf(kind: Kind, name: string, body: Buffer): Answer {
  const file = `${name.replace(/[^\w.@-]/g, "_")}.${kind.extension}`;
  const shown = kind.extension === "docx" ? "attachment" : "inline";
  return {
    status: 200,
    type: kind.type,
    body,
    compressible: kind.extension === "svg",
    headers: [...openHeaders, ["content-disposition", `${shown}; filename="${file}"`]],
    caching: askEveryTime,
  };
}
