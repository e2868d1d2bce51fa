import { homedir, tmpdir } from "node:os";
import { resolve } from "node:path";
import { catalogue } from "@peil/core/errors.ts";
import type { Question, Reply } from "./wire.ts";

const root = resolve(import.meta.dirname, "../..");

/** What only the inside of the program knows: where it lies, how it is written, what it asks its databases. */
const inside: readonly (readonly [what: string, sign: RegExp])[] = [
  ["a stack trace", /\n\s+at \S.*[:(]\d+|\bat (?:async )?[\w.<>]+ \(|node:internal/],
  [
    "a path",
    new RegExp(
      [root, tmpdir(), homedir()]
        .filter((each) => each.length > 1)
        .map(escaped)
        .join("|"),
    ),
  ],
  ["a path of the program", /node_modules|(?:server|core)\/src\/|\b(?:flat|(?:cube|flow)-\w+)\.parquet|\.duckdb|peil\.sqlite/],
  [
    "SQL",
    /\bSELECT\s[^<]{1,400}\sFROM\s|read_parquet|(?:Binder|Parser|Catalog|Conversion|Invalid Input) Error|SQLITE_|\bsyntax error at\b/,
  ],
  ["a value of the language", /\[object Object\]|TypeError|RangeError|ReferenceError|Cannot read propert/],
];

function escaped(each: string): string {
  return each.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** What is wrong with an answer; empty where nothing is. */
export function faultsOf(question: Question, { status, headers, body }: Reply): readonly string[] {
  const type = String(headers["content-type"] ?? "");
  const faults: string[] = [];
  if (status >= 500 && !isSaid(status, body)) faults.push(`status ${status}`);
  for (const [what, sign] of inside) {
    const found = sign.exec(body);
    // What was asked is repeated in errors; that is no secret.
    if (found !== null && !question.address.includes(found[0]) && !(question.body ?? "").includes(found[0]))
      faults.push(`${what}: ${found[0].slice(0, 200)}`);
  }
  if (/html|xml|svg/.test(type) && /<script>zeven|<img src=x|<zeven>/.test(body)) faults.push("markup that was sent came back as markup");
  if (headers["set-cookie"] !== undefined) faults.push("a header that was sent came back as a header");
  const location = String(headers["location"] ?? "/");
  if (!/^\/(?!\/|\\)/.test(location)) faults.push(`leads to ${location}`);
  const isProblem = type.startsWith("application/problem+json");
  if (isProblem && question.method !== "HEAD") faults.push(...faultsOfProblem(status, body));
  if (!isProblem && status >= 400 && /^\/api\//.test(question.address) && question.method === "GET" && !isNode(status))
    faults.push(`no problem document but ${type}`);
  return faults;
}

/** Many waiting is no fault, if it is said; nor is a part of a standard that is not offered, which SDMX answers with 501. */
function isSaid(status: number, body: string): boolean {
  return (
    (status === 503 && /"code":"(?:print-busy|upload-busy)"/.test(body)) || (status === 501 && body.includes('"code":"sdmx-not-offered"'))
  );
}

/** Node answers itself where the head of a request is too large or cannot be read. */
function isNode(status: number): boolean {
  return status === 431 || status === 414;
}

function faultsOfProblem(status: number, body: string): readonly string[] {
  try {
    const problem = JSON.parse(body) as Record<string, unknown>;
    const wrong = ["type", "title", "detail", "code"].filter((name) => typeof problem[name] !== "string");
    if (problem["status"] !== status) wrong.push(`status ${String(problem["status"])} in an answer ${status}`);
    if (!Object.hasOwn(catalogue, String(problem["code"]))) wrong.push(`code ${String(problem["code"])}`);
    if (/\{\w+\}/.test(`${String(problem["title"])}`.replaceAll(/[“][^”]*[”]/g, "")))
      wrong.push(`a blank that was not filled: ${String(problem["title"])}`);
    return wrong.map((each) => `problem document: ${each}`);
  } catch {
    return ["problem document that is no JSON"];
  }
}
