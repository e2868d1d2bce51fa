import { type RouteName, type Routes, routes } from "@peil/core/api.ts";
import { catalogue, type ErrorCode, type ErrorDetails, PeilError } from "@peil/core/errors.ts";
import type { Cube, Uncertainty } from "@peil/core/model/cube.ts";
import type { Language } from "@peil/core/model/text.ts";

/** Asks the routes of the site from a browser. */
export type Client = {
  /** Asks a route; an answer that is known is given again. @throws `PeilError`, or `AbortError` where `signal` ended it */
  read<N extends RouteName>(route: N, input: Routes[N]["in"], signal?: AbortSignal): Promise<Routes[N]["out"]>;
  /** Sends something. @throws `PeilError` */
  send(path: string, body: string): Promise<unknown>;
  /** Forgets every answer: a new release was published. */
  forget(): void;
};

/** Answers that are kept. */
const most = 80;

const routeOf = (path: string, fields: Record<string, string>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = encodeURIComponent(fields[name] ?? "");
    delete fields[name];
    return value;
  });

/** The address of a question, as `docs/api.md` describes it. */
export function addressOf<N extends RouteName>(route: N, input: Routes[N]["in"]): string {
  const fields: Record<string, string> = { ...(input as Record<string, string>) };
  const path = routeOf(routes[route].path, fields);
  const { selection = "", ...rest } = fields;
  const given = Object.entries(rest).filter(([, value]) => value !== "");
  const query = [selection, new URLSearchParams(given).toString()].filter((each) => each !== "").join("&");
  return query === "" ? path : `${path}?${query}`;
}

type Plain = readonly (number | null)[];
type PlainCube = Omit<Cube, "values" | "status" | "flags" | "uncertainty" | "texts"> & {
  readonly values: Plain;
  readonly status: readonly number[];
  readonly flags?: readonly number[];
  readonly texts?: readonly (string | null)[];
  readonly uncertainty?: Omit<Uncertainty, "lower" | "upper" | "respondents"> & {
    readonly [K in "lower" | "upper" | "respondents"]: Plain;
  };
};

const numbers = (plain: Plain): Float64Array => Float64Array.from(plain, (each) => each ?? Number.NaN);

/** A cube as it travelled, with its typed arrays again; what was `null` is NaN. */
export function cubeOf(plain: PlainCube): Cube {
  const { values, status, flags, texts, uncertainty: u, ...rest } = plain;
  return {
    ...rest,
    values: numbers(values),
    status: Uint8Array.from(status),
    ...(flags === undefined ? {} : { flags: Uint8Array.from(flags) }),
    ...(texts === undefined ? {} : { texts: texts.map((each) => each ?? undefined) }),
    ...(u === undefined
      ? {}
      : { uncertainty: { ...u, lower: numbers(u.lower), upper: numbers(u.upper), respondents: numbers(u.respondents) } }),
  };
}

function isCube(value: unknown): value is PlainCube {
  return typeof value === "object" && value !== null && "axes" in value && "values" in value && "status" in value;
}

/** Cubes wherever they stand in an answer. */
function revive(_: string, value: unknown): unknown {
  return isCube(value) ? cubeOf(value) : value;
}

async function errorOf(answer: Response): Promise<PeilError> {
  const body: unknown = await answer.json().catch(() => undefined);
  const { code, details } = (typeof body === "object" && body !== null ? body : {}) as { code?: unknown; details?: unknown };
  if (typeof code === "string" && Object.hasOwn(catalogue, code)) return new PeilError(code as ErrorCode, details as ErrorDetails);
  return answer.status >= 500 ? new PeilError("no-connection") : new PeilError("not-found", { what: new URL(answer.url).pathname });
}

/** Opens the client. `ask` is `fetch`. */
export function openClient(language: Language, ask: typeof fetch = fetch): Client {
  const known = new Map<string, Promise<unknown>>();
  const fetched = async (address: string, init: RequestInit): Promise<Response> => {
    let answer: Response;
    try {
      answer = await ask(address, { ...init, headers: { accept: "application/json", "accept-language": language, ...init.headers } });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw new PeilError("no-connection");
    }
    if (!answer.ok) throw await errorOf(answer);
    return answer;
  };
  const take = async (route: RouteName, address: string, signal: AbortSignal | undefined): Promise<unknown> => {
    // What a browser holds for ever was perhaps answered by an older version of the product: it asks whether that still stands.
    const answer = await fetched(address, { cache: "no-cache", ...(signal === undefined ? {} : { signal }) });
    const text = await answer.text();
    if (route === "geometry") return text;
    // A cube by itself: looking at each of its cells would take longer than reading it.
    if (route === "data") return revive("", JSON.parse(text));
    return JSON.parse(text, route === "indicator" ? revive : undefined);
  };
  return {
    read: (async (route, input, signal) => {
      const address = addressOf(route, input);
      const found = known.get(address);
      known.delete(address);
      const asked = found ?? take(route, address, signal);
      known.set(address, asked);
      for (const old of known.keys()) if (known.size > most) known.delete(old);
      try {
        return await asked;
      } catch (error) {
        if (known.get(address) === asked) known.delete(address);
        // Somebody else stopped waiting for the same answer.
        if (found !== undefined && !(error instanceof PeilError) && signal?.aborted === false) return take(route, address, signal);
        throw error;
      }
    }) as Client["read"],
    async send(path, body) {
      const answer = await fetched(path, { method: "POST", body, headers: { "content-type": "application/json" } });
      return answer.json();
    },
    forget: () => known.clear(),
  };
}
