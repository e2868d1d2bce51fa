import { createHash } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { type Held, partOf } from "./conditional.ts";
import { negotiatedOf } from "./negotiate.ts";

const toBrotli = promisify(brotliCompress);
const toGzip = promisify(gzip);

/** How a body travels. */
export type Encoding = "identity" | "gzip" | "br";

/** What is answered to a question: made once per release and address. */
export type Answer = {
  readonly status: number;
  readonly type: string;
  readonly body: Buffer;
  /** Whether the bytes are worth compressing. */
  readonly compressible: boolean;
  /** Headers beside content type, length, encoding and caching. */
  readonly headers: readonly (readonly [string, string])[];
  /** How long a reader may keep it without asking; most must ask every time. */
  readonly caching: string;
};

/** A body in one encoding. `unchanged` are the headers for who holds it already. */
type Variant = { readonly body: Buffer; readonly headers: string[]; readonly unchanged: string[] };

/** An answer that is ready to be sent: every header written out for every encoding that was asked for. */
export type Entry = {
  /** Strong tag of the bytes as they are (compressed forms carry it as a weak one), date and size: what conditions are held against. */
  readonly held: Held;
  readonly answer: Answer;
  readonly variants: Partial<Record<Encoding, Variant>>;
  used: boolean;
};

const smallest = 1024;
/** What an entry costs beside its bodies. */
const overhead = 2048;

/** Makes an answer ready to send, with a tag over its bytes. */
export function prepare(answer: Answer): Entry {
  const digest = createHash("sha1").update(answer.type).update(answer.body).digest("base64url").slice(0, 20);
  const held = { etag: `"${digest}"`, modified: headerOf(answer, "last-modified"), size: answer.body.length };
  const entry: Entry = { held, answer, variants: {}, used: false };
  entry.variants.identity = variant(entry, answer.body, "identity");
  if (!answer.compressible || answer.body.length < smallest) {
    entry.variants.gzip = entry.variants.identity;
    entry.variants.br = entry.variants.identity;
  }
  return entry;
}

/** Adds the compressed form that a reader can take, once. */
export async function encode(entry: Entry, encoding: Encoding, quality = 5): Promise<Variant> {
  const known = entry.variants[encoding];
  if (known) return known;
  const body =
    encoding === "br"
      ? await toBrotli(entry.answer.body, brotliOptions(quality, entry.answer.body.length))
      : await toGzip(entry.answer.body);
  const made = variant(entry, body, encoding);
  entry.variants[encoding] = made;
  return made;
}

function brotliOptions(quality: number, size: number): { params: Record<number, number> } {
  return { params: { [constants.BROTLI_PARAM_QUALITY]: quality, [constants.BROTLI_PARAM_SIZE_HINT]: size } };
}

/** Headers by which answers of one address differ: the encoding, and what the answer names itself. */
export function varyOf({ headers }: Pick<Answer, "headers">): string {
  return ["accept-encoding", ...headers.filter(([name]) => name === "vary").map(([, value]) => value)].join(", ");
}

function common(answer: Answer, etag: string): (readonly [string, string])[] {
  const own = answer.headers.filter(([name]) => name !== "vary");
  return [...own, ["etag", etag], ["cache-control", answer.caching], ["vary", varyOf(answer)]];
}

function variant({ answer, held: { etag } }: Entry, body: Buffer, encoding: Encoding): Variant {
  const shared = common(answer, encoding === "identity" ? etag : `W/${etag}`);
  const own: (readonly [string, string])[] = [
    ["content-type", answer.type],
    ["content-length", String(body.length)],
  ];
  if (answer.status === 200) own.push(["accept-ranges", "bytes"]);
  if (encoding !== "identity") own.push(["content-encoding", encoding]);
  return { body, headers: lines([...shared, ...own]), unchanged: lines(shared) };
}

function lines(pairs: readonly (readonly [string, string])[]): string[] {
  return pairs.flat();
}

const choices = new Map<string, Encoding>();

/** The best encoding that a reader accepts. Remembered per header text: browsers send a handful. */
export function chooseEncoding(accept: string | undefined): Encoding {
  if (accept === undefined) return "identity";
  const known = choices.get(accept);
  if (known !== undefined) return known;
  const chosen = parseAccept(accept);
  if (choices.size > 200) choices.clear();
  choices.set(accept, chosen);
  return chosen;
}

function parseAccept(accept: string): Encoding {
  const accepted = new Set(
    accept
      .toLowerCase()
      .split(",")
      .map((each) => each.trim().split(";"))
      .filter(([, weight]) => !/^\s*q\s*=\s*0(\.0*)?\s*$/.test(weight ?? ""))
      .map(([name]) => (name ?? "").trim()),
  );
  if (accepted.has("br")) return "br";
  return accepted.has("gzip") || accepted.has("*") ? "gzip" : "identity";
}

/** What of an entry is sent, and with which headers. A body that is absent stays away. */
export type Sent = { readonly status: number; readonly headers: string[]; readonly body?: Buffer };

/** What a request gets of an entry: undefined where the form that it takes is still to be made, `beyond` for a range behind the end. */
export function sentOf(entry: Entry, method: string | undefined, headers: IncomingHttpHeaders): Sent | "beyond" | undefined {
  const { answer, held, variants } = entry;
  const ready = variants[chooseEncoding(headers["accept-encoding"] as string | undefined)];
  const part = answer.status === 200 ? partOf(held, method, headers) : "all";
  if (part === "beyond") return part;
  if (part === "unchanged") return { status: 304, headers: (ready ?? variants.gzip ?? variants.br ?? variants.identity)?.unchanged ?? [] };
  if (part === "all") return ready && { status: answer.status, headers: ready.headers, body: ready.body };
  const { first, last } = part;
  const own = ["content-length", String(last - first + 1), "content-range", `bytes ${first}-${last}/${held.size}`];
  return {
    status: 206,
    headers: [...withoutLength(variants.identity?.headers ?? []), ...own],
    body: answer.body.subarray(first, last + 1),
  };
}

function headerOf({ headers }: Answer, wanted: string): string | undefined {
  return headers.find(([name]) => name === wanted)?.[1];
}

function withoutLength(flat: readonly string[]): string[] {
  const at = flat.indexOf("content-length");
  return at < 0 ? [...flat] : [...flat.slice(0, at), ...flat.slice(at + 2)];
}

/** Sends an entry on a bare response, in a form that was made before. @returns false where that form is still to be made. */
export function sendReady(entry: Entry, request: IncomingMessage, response: ServerResponse): boolean {
  const sent = sentOf(entry, request.method, request.headers);
  if (sent === undefined || sent === "beyond") return false;
  response.writeHead(sent.status, negotiated(sent.headers, request));
  if (request.method === "HEAD" || sent.body === undefined) response.end();
  else response.end(sent.body);
  return true;
}

/** The headers of a file that was chosen by what its asker accepts say so. */
function negotiated(flat: string[], request: IncomingMessage): string[] {
  const found = negotiatedOf(request);
  if (found === undefined || "refused" in found) return flat;
  const own = [...flat, "content-location", found.location];
  const vary = own.indexOf("vary");
  if (vary >= 0) own[vary + 1] = `${own[vary + 1]}, accept`;
  return own;
}

/** Answers of one release, kept up to a number of bytes. A new release empties it. */
export type AnswerCache = {
  /** The entry of an address, if it was made from this release. */
  find(address: string, release: object): Entry | undefined;
  /** Finds or makes the entry; questions that come while it is being made wait for the same one. */
  make(address: string, release: object, make: () => Promise<Answer>): Promise<Entry>;
  readonly bytes: number;
};

/**
 * A cache under one release. Entries that were asked for since the last sweep get a second chance before they go
 * (the clock algorithm): a hit only sets a flag.
 * @param limit bytes that the bodies may take together, compressed forms included
 */
export function createCache(limit: number): AnswerCache {
  const entries = new Map<string, Entry>();
  const making = new Map<string, Promise<Entry>>();
  let owner: object | undefined;
  let bytes = 0;

  function own(release: object): void {
    if (release === owner) return;
    owner = release;
    entries.clear();
    making.clear();
    bytes = 0;
  }

  function keep(address: string, entry: Entry): void {
    const size = costOf(entry);
    if (size > limit / 4) return;
    for (const [old, each] of entries) {
      if (bytes + size <= limit) break;
      entries.delete(old);
      if (each.used) {
        each.used = false;
        entries.set(old, each);
      } else bytes -= costOf(each);
    }
    entries.set(address, entry);
    bytes += size;
  }

  return {
    find(address, release) {
      if (release !== owner) return undefined;
      const entry = entries.get(address);
      if (entry !== undefined) entry.used = true;
      return entry;
    },
    async make(address, release, make) {
      own(release);
      const known = entries.get(address) ?? making.get(address);
      if (known !== undefined) return known;
      const promise = make().then(prepare);
      making.set(address, promise);
      try {
        const entry = await promise;
        if (owner === release && entry.answer.status === 200) keep(address, entry);
        return entry;
      } finally {
        if (making.get(address) === promise) making.delete(address);
      }
    },
    get bytes() {
      return bytes;
    },
  };
}

/** Compressed forms are made after an entry was taken in: they are counted beforehand, at half of the body. */
function costOf(entry: Entry): number {
  const size = entry.answer.body.length;
  return overhead + (entry.answer.compressible ? Math.ceil(size * 1.5) : size);
}
