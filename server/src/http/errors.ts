import { randomBytes } from "node:crypto";
import { explainError, PeilError } from "@peil/core/errors.ts";
import { type Language, languages } from "@peil/core/model/text.ts";
import type { FastifyBaseLogger } from "fastify";
import { openHeaders } from "./api.ts";
import type { Answer } from "./cache.ts";

/** The language that an address asks for: its prefix, else Dutch. */
export function languageOfAddress(address: string): Language {
  const match = /^\/([a-z]{2})(?=[/?]|$)/.exec(address);
  return languages.find((each) => each === match?.[1]) ?? "nl";
}

/** The language in which an answer to a program speaks: that of the address, else what the program prefers. */
export function languageOfRequest(address: string, accept: string | undefined): Language {
  const own = languageOfAddress(address);
  if (own !== "nl" || accept === undefined) return own;
  const first = accept.slice(0, 2).toLowerCase();
  return languages.find((each) => each === first) ?? own;
}

/**
 * Turns whatever was thrown into an error of the catalogue. What is not one of ours is a bug: it is logged whole under
 * a number, and the reader sees only the number.
 */
export function toPeilError(error: unknown, log: FastifyBaseLogger): PeilError {
  if (error instanceof PeilError) {
    if (error.status >= 500) log.error({ err: error, code: error.code }, "error of the catalogue");
    return error;
  }
  const id = randomBytes(5).toString("hex");
  log.error({ err: error, id }, "unexpected error");
  return new PeilError("internal", { id });
}

/** What a program reads of an error (RFC 9457). */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly code: string;
  readonly details: Readonly<Record<string, string | number>>;
};

/** An error as `application/problem+json` says it. */
export function problemOf(error: PeilError, language: Language): Problem {
  const { message, mend } = explainError(error, language);
  const type = `/api/v1/errors#${error.code}`;
  return { type, title: message, detail: mend, status: error.status, code: error.code, details: error.details };
}

/** An error as an answer to a program. */
export function problemAnswer(error: PeilError, language: Language): Answer {
  const body = Buffer.from(JSON.stringify(problemOf(error, language)));
  const none = never(error);
  return { ...none, headers: [...none.headers, ...openHeaders], type: "application/problem+json; charset=utf-8", body };
}

/** An error as a bare page, for when the website's own page of errors cannot be made. */
export function pageAnswer(error: PeilError, language: Language): Answer {
  const { message, mend } = explainError(error, language);
  const home = language === "nl" ? { href: "/", text: "Naar de startpagina" } : { href: `/${language}`, text: "To the first page" };
  const html = `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${inHtml(message)}</title><main><h1>${inHtml(message)}</h1><p>${inHtml(mend)}</p><p><a href="${home.href}">${home.text}</a></p></main></html>`;
  return { ...never(error), type: "text/html; charset=utf-8", body: Buffer.from(html) };
}

/** When it is worth asking again, or how much there is. */
function telling(error: PeilError): readonly (readonly [string, string])[] {
  if (error.code === "range-unsatisfiable") return [["content-range", `bytes */${error.details["bytes"] ?? 0}`]];
  if (error.code === "not-acceptable") return [["vary", "accept"]];
  if (error.details["seconds"] !== undefined) return [["retry-after", String(error.details["seconds"])]];
  if (error.code === "too-often") return [["retry-after", String(Number(error.details["minutes"] ?? 1) * 60)]];
  return error.status === 503 ? [["retry-after", "5"]] : [];
}

function never(error: PeilError): Pick<Answer, "status" | "compressible" | "headers" | "caching"> {
  return { status: error.status, compressible: false, headers: telling(error), caching: "no-store" };
}

/** Text in HTML. */
function inHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
