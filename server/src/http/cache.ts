import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

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
  /** What else than the encoding the answer depends on, such as `accept`. */
  readonly vary?: string;
};

type Variant = { readonly body: Buffer; readonly headers: string[] };

/** An answer that is ready to be sent: every header written out for every encoding that was asked for. */
export type Entry = {
  readonly etag: string;
  readonly answer: Answer;
  readonly unchanged: string[];
  readonly variants: Partial<Record<Encoding, Variant>>;
  used: boolean;
};

const smallest = 1024;
/** What an entry costs beside its bodies. */
const overhead = 2048;

/** Makes an answer ready to send, with a weak tag over its bytes. */
export function prepare(answer: Answer): Entry {
  const digest = createHash("sha1").update(answer.type).update(answer.body).digest("base64url").slice(0, 20);
  const etag = `W/"${digest}"`;
  const entry: Entry = { etag, answer, unchanged: lines(common(answer, etag)), variants: {}, used: false };
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

function common(answer: Answer, etag: string): (readonly [string, string])[] {
  return [
    ...answer.headers,
    ["etag", etag],
    ["cache-control", answer.caching],
    ["vary", answer.vary === undefined ? "accept-encoding" : `accept-encoding, ${answer.vary}`],
  ];
}

function variant(entry: Entry, body: Buffer, encoding: Encoding): Variant {
  const own: (readonly [string, string])[] = [
    ["content-type", entry.answer.type],
    ["content-length", String(body.length)],
  ];
  if (encoding !== "identity") own.push(["content-encoding", encoding]);
  return { body, headers: lines([...common(entry.answer, entry.etag), ...own]) };
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

/** Whether a reader already holds these bytes. */
export function isHeld(entry: Entry, ifNoneMatch: string | undefined): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch === entry.etag || ifNoneMatch === "*" || ifNoneMatch.split(",").some((each) => strong(each) === strong(entry.etag));
}

function strong(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}

/** Sends an entry on a bare response, in a form that was made before. @returns false where that form is still to be made. */
export function sendReady(entry: Entry, request: IncomingMessage, response: ServerResponse): boolean {
  if (entry.answer.status === 200 && isHeld(entry, request.headers["if-none-match"])) {
    response.writeHead(304, entry.unchanged);
    response.end();
    return true;
  }
  const ready = entry.variants[chooseEncoding(request.headers["accept-encoding"] as string | undefined)];
  if (ready === undefined) return false;
  response.writeHead(entry.answer.status, ready.headers);
  if (request.method === "HEAD") response.end();
  else response.end(ready.body);
  return true;
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
