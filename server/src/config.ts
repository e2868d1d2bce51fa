import { isAbsolute, resolve } from "node:path";
import { fail } from "@peil/core/errors.ts";
import type { Language } from "@peil/core/model/text.ts";

/** How much the server writes in its log, from nothing to everything. */
export const logLevels = ["silent", "error", "warn", "info", "debug"] as const;
/** One of the log levels. */
export type LogLevel = (typeof logLevels)[number];

/** Everything that can be set from outside. Built once by `readConfig`; nothing else reads the environment. */
export type Config = {
  /** Folder with the working copy and the releases. */
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** Folder of the built website: `server/entry-server.js` and `client/`. */
  readonly web: string;
  /** Folder in exchange format that a first start imports. */
  readonly starter: string;
  /** Address of a PostgreSQL database for the documents; absent: SQLite in the data folder. */
  readonly databaseUrl?: string;
  /** Most memory that the engine of figures takes, as `256MB`. */
  readonly memory: string;
  /** Threads of the engine of figures. */
  readonly threads: number;
  readonly log: LogLevel;
  /** Proxies in front of the site: so many of the addresses that they pass on are believed. */
  readonly proxies: number;
  /** Questions a minute of a client without a key; 0: as many as it wants. */
  readonly limit: number;
  /** The most bytes that a program sends at once. */
  readonly upload: number;
  /** Public address of the site, such as `https://cijfers.example.be`, without a slash at the end. */
  readonly origin?: string;
  /** Whether visits are counted. */
  readonly visits: boolean;
  /** Whether assistants may ask over HTTP (Model Context Protocol). */
  readonly assistants: boolean;
  /** How the services for programs of a former site write codes of areas: bare, or behind the code of their level. */
  readonly areaCodes: "bare" | "level";
  /** Whether publishing makes the files of the whole release. */
  readonly bulk: boolean;
  /** Language of what the commands say. */
  readonly language: Language;
};

/** A setting as the documentation lists it. */
export type Setting = { readonly name: string; readonly standard: string };

/** Every setting with its default; `docs/configuration.md` lists the same. */
export const settings: readonly Setting[] = [
  { name: "PEIL_DATA", standard: "data" },
  { name: "PEIL_HOST", standard: "0.0.0.0" },
  { name: "PEIL_PORT", standard: "8080" },
  { name: "PEIL_WEB", standard: "web/dist" },
  { name: "PEIL_STARTER", standard: "starter/content" },
  { name: "PEIL_DATABASE_URL", standard: "" },
  { name: "PEIL_MEMORY", standard: "256MB" },
  { name: "PEIL_THREADS", standard: "2" },
  { name: "PEIL_LOG", standard: "warn" },
  { name: "PEIL_ORIGIN", standard: "" },
  { name: "PEIL_VISITS", standard: "0" },
  { name: "PEIL_PROXIES", standard: "0" },
  { name: "PEIL_LIMIT", standard: "6000" },
  { name: "PEIL_UPLOAD", standard: "200MB" },
  { name: "PEIL_MCP", standard: "0" },
  { name: "PEIL_AREA_CODES", standard: "bare" },
  { name: "PEIL_BULK", standard: "1" },
];

/** The environment as a process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

const root = resolve(import.meta.dirname, "../..");

/**
 * Reads and checks the settings. Relative folders of the user count from the working directory, defaults of the
 * program's own parts from where the program lies.
 * @throws `setting-invalid`
 */
export function readConfig(environment: Environment = process.env, folder: string = process.cwd()): Config {
  const databaseUrl = readDatabase(given(environment, "PEIL_DATABASE_URL"));
  const origin = readOrigin(given(environment, "PEIL_ORIGIN"));
  return {
    data: resolve(folder, given(environment, "PEIL_DATA") ?? "data"),
    host: given(environment, "PEIL_HOST") ?? "0.0.0.0",
    port: readNumber(environment, "PEIL_PORT", 8080, 0, 65_535),
    web: readFolder(environment, "PEIL_WEB", "web/dist", folder),
    starter: readFolder(environment, "PEIL_STARTER", "starter/content", folder),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    memory: readSize(environment, "PEIL_MEMORY", "256MB"),
    threads: readNumber(environment, "PEIL_THREADS", 2, 1, 64),
    log: readLogLevel(given(environment, "PEIL_LOG") ?? "warn"),
    proxies: readNumber(environment, "PEIL_PROXIES", 0, 0, 10),
    limit: readNumber(environment, "PEIL_LIMIT", 6000, 0, 1_000_000),
    upload: bytesOf(readSize(environment, "PEIL_UPLOAD", "200MB")),
    ...(origin === undefined ? {} : { origin }),
    visits: readNumber(environment, "PEIL_VISITS", 0, 0, 1) === 1,
    assistants: readNumber(environment, "PEIL_MCP", 0, 0, 1) === 1,
    areaCodes: readAreaCodes(given(environment, "PEIL_AREA_CODES") ?? "bare"),
    bulk: readNumber(environment, "PEIL_BULK", 1, 0, 1) === 1,
    language: readLanguage(environment),
  };
}

/** The language of the terminal: English where `LANG` or `LC_ALL` says so, Dutch elsewhere. */
export function readLanguage(environment: Environment = process.env): Language {
  const text = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^en/i.test(text) ? "en" : "nl";
}

/** Whether the user wants to see what programmers see of an error. */
export function isDebugging(environment: Environment = process.env): boolean {
  return given(environment, "PEIL_LOG") === "debug";
}

function given(environment: Environment, name: string): string | undefined {
  const text = environment[name]?.trim();
  return text === "" ? undefined : text;
}

function readFolder(environment: Environment, name: string, standard: string, folder: string): string {
  const text = given(environment, name);
  if (text === undefined) return resolve(root, standard);
  return isAbsolute(text) ? text : resolve(folder, text);
}

function readNumber(environment: Environment, name: string, standard: number, least: number, most: number): number {
  const text = given(environment, name);
  if (text === undefined) return standard;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) fail("setting-invalid", { name, value: text, expected: `${least}–${most}` });
  return number;
}

function readSize(environment: Environment, name: string, standard: string): string {
  const text = given(environment, name) ?? standard;
  if (!/^[1-9]\d*(MB|GB)$/.test(text)) fail("setting-invalid", { name, value: text, expected: "256MB, 2GB …" });
  return text;
}

function bytesOf(size: string): number {
  return Number.parseInt(size, 10) * (size.endsWith("GB") ? 2 ** 30 : 2 ** 20);
}

function readLogLevel(text: string): LogLevel {
  const level = logLevels.find((each) => each === text);
  return level ?? fail("setting-invalid", { name: "PEIL_LOG", value: text, expected: logLevels.join(", ") });
}

function readAreaCodes(text: string): Config["areaCodes"] {
  if (text === "bare" || text === "level") return text;
  return fail("setting-invalid", { name: "PEIL_AREA_CODES", value: text, expected: "bare, level" });
}

function readOrigin(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain = url !== undefined && /^https?:$/.test(url.protocol) && url.pathname === "/" && url.search === "" && url.hash === "";
  if (!isPlain) fail("setting-invalid", { name: "PEIL_ORIGIN", value: text, expected: "https://cijfers.example.be" });
  return url.origin;
}

/** The value is not repeated in the error: it may hold a password. */
function readDatabase(text: string | undefined): string | undefined {
  if (text === undefined || /^postgres(ql)?:\/\/./.test(text)) return text;
  return fail("setting-invalid", { name: "PEIL_DATABASE_URL", value: "…", expected: "postgresql://user:password@host/database" });
}
