import { type RouteName, routes } from "@peil/core/api.ts";
import { type Answer, type Asked, addressOf, type ItemOf, type ListName, type SelectionFields, type Value, withQuery } from "./asked.ts";
import { PeilProblem, problemOf } from "./problem.ts";

/** How a client is opened. */
export type ClientOptions = {
  /** Address of the site: `https://cijfers.example`. */
  readonly origin: string;
  /** A key of the site, where it gave one; public figures need none. */
  readonly apikey?: string;
  /** Language of errors and of the labels in files: `nl` (the default) or `en`. */
  readonly language?: "nl" | "en";
  /** How often is asked again where the site says that it is too busy, as late as it says. Default 3. */
  readonly retries?: number;
  /** The longest that is waited for that, in seconds; what asks for more is an error at once. Default 60. */
  readonly patience?: number;
  /** Answers that are kept, to be asked again only whether they still hold. Default 200; 0 keeps none. */
  readonly kept?: number;
  /** The `fetch` of the platform, unless told. */
  readonly fetch?: typeof fetch;
};

/** What goes with one question. */
export type Options = { readonly signal?: AbortSignal };

/** What a file is of: any selection, or the figures behind a page. */
export type FileOf =
  | ({ readonly of: "data" } & SelectionFields)
  | ({ readonly of: "indicator"; readonly code: string } & SelectionFields)
  | { readonly of: "area"; readonly level: string; readonly code: string; readonly compare?: string }
  | ({ readonly of: "theme"; readonly code: string } & SelectionFields);

/** What a method is given: nothing at all where the route needs nothing. */
type Given<N extends RouteName> =
  Partial<Asked<N>> extends Asked<N> ? [asked?: Asked<N>, options?: Options] : [asked: Asked<N>, options?: Options];

/** A method for each route, typed by the route table; lists item by item; files. Each throws `PeilProblem`. */
export type Client = { readonly [N in RouteName]: (...given: Given<N>) => Promise<Answer<N>> } & {
  /** The items of a list, asked page by page while they are used; all of one release. */
  each<N extends ListName>(name: N, asked?: Asked<N>, options?: Options): AsyncGenerator<ItemOf<N>, void, undefined>;
  /** A file in a format, by its extension (`csv`, `xlsx`, …): the answer itself, whose body can flow. */
  download(format: string, file: FileOf, options?: Options): Promise<Response>;
};

type Kept = { readonly etag: string; readonly value: unknown };
type Fields = Readonly<Record<string, Value>>;

/** Opens a client of the API of a site. It keeps nothing but answers in memory. */
export function createClient(options: ClientOptions): Client {
  const { origin, language = "nl", kept: most = 200 } = options;
  const base = origin.replace(/\/+$/, "");
  const known = new Map<string, Kept>();
  const ask = askerOf(options);

  async function read(name: RouteName, asked: Fields, { signal }: Options): Promise<unknown> {
    const address = base + addressOf(name, asked);
    const held = known.get(address);
    const answer = await ask(address, { accept: "application/json", ...(held ? { "if-none-match": held.etag } : {}) }, signal);
    if (answer.status === 304 && held) return held.value;
    const value: unknown = await answer.json();
    keep(address, answer.headers.get("etag"), value);
    return value;
  }

  /** The answers that were used least lately go first. */
  function keep(address: string, etag: string | null, value: unknown): void {
    known.delete(address);
    if (etag === null || most === 0) return;
    known.set(address, { etag, value });
    for (const old of known.keys()) if (known.size > most) known.delete(old);
  }

  async function* each(name: ListName, asked: Fields = {}, more: Options = {}): AsyncGenerator<unknown, void, undefined> {
    let cursor: string | undefined;
    do {
      const page = (await read(name, cursor === undefined ? asked : { ...asked, cursor }, more)) as Partial<Page>;
      yield* page.items ?? [];
      cursor = page.next;
    } while (cursor !== undefined);
  }

  const methods = Object.keys(routes).map((name) => [
    name,
    (asked: Fields = {}, more: Options = {}) => read(name as RouteName, asked, more),
  ]);
  const download: Client["download"] = (format, file, { signal } = {}) => ask(base + fileAddress(format, file, language), {}, signal);
  return { ...Object.fromEntries(methods), each, download } as Client;
}

type Page = { readonly items: readonly unknown[]; readonly next: string };

function fileAddress(format: string, file: FileOf, language: "nl" | "en"): string {
  const { of, selection, level, code, ...rest } = file as { readonly of: FileOf["of"] } & Readonly<Record<string, Value>>;
  const at = (...parts: readonly Value[]): string => parts.map((each) => encodeURIComponent(String(each ?? ""))).join("/");
  const paths = { data: "api/v1/data", indicator: `indicator/${at(code)}`, area: `area/${at(level, code)}`, theme: `theme/${at(code)}` };
  const query = of === "area" ? rest : { level, ...rest };
  const prefix = language === "nl" ? "" : `/${language}`;
  return withQuery(`${prefix}/${paths[of]}.${encodeURIComponent(format)}`, query, typeof selection === "string" ? selection : "");
}

type Ask = (address: string, headers: Readonly<Record<string, string>>, signal: AbortSignal | undefined) => Promise<Response>;

/** Asks, and asks again where the site is too busy. */
function askerOf({ apikey, language = "nl", retries = 3, patience = 60, fetch: own }: ClientOptions): Ask {
  const go = own ?? fetch;
  const always = { "accept-language": language, ...(apikey === undefined ? {} : { apikey }) };
  return async (address, headers, signal) => {
    for (let left = retries; ; left--) {
      const answer = await go(address, { headers: { ...always, ...headers }, ...(signal === undefined ? {} : { signal }) }).catch(
        (error: unknown) => {
          if (signal?.aborted) throw error;
          throw new PeilProblem({}, 0, address, error);
        },
      );
      if (answer.ok || answer.status === 304) return answer;
      const wait = left > 0 ? waitOf(answer) : undefined;
      if (wait === undefined || wait > patience) throw await problemOf(answer, address);
      await answer.body?.cancel();
      await pause(wait * 1000, signal);
    }
  };
}

/** The seconds after which a busy site wants to be asked again: a number or a moment (RFC 9110, 10.2.3). */
function waitOf({ status, headers }: Response): number | undefined {
  const text = headers.get("retry-after");
  if ((status !== 429 && status !== 503) || text === null) return undefined;
  const seconds = /^\d+$/.test(text.trim()) ? Number(text) : (Date.parse(text) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(done, ms);
    function done(): void {
      signal?.removeEventListener("abort", stop);
      resolve();
    }
    function stop(): void {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    }
    if (signal?.aborted) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}
