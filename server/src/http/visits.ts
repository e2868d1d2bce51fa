import { appendFile, mkdir } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { join } from "node:path";

/** How often a page was opened on a day, after which campaign. Nothing of who opened it. */
export type VisitLine = {
  /** ISO day in universal time. */
  readonly day: string;
  /** Path of the page without its question. */
  readonly page: string;
  readonly campaign?: string;
  readonly keyword?: string;
  readonly count: number;
};

/** Counts visits in memory and writes sums of them now and then. */
export type Visits = {
  /** Counts a page that was answered, unless a program asked for it or the reader does not want to be counted. */
  count(url: string, headers: IncomingHttpHeaders): void;
  /** Writes what was counted since the last time. */
  flush(): Promise<void>;
  close(): Promise<void>;
};

const minute = 60_000;
/** Different pages and campaigns that are counted between two writings; more of them are no reading. */
const most = 20_000;
const longest = 80;
const program = /bot|crawl|spider|slurp|preview|curl|wget|python|java\/|monitor|headless/i;

/**
 * Counts visits below a folder, a file a month. No address, device, cookie or time of day is kept: only day, page, campaign.
 * @param now clock in milliseconds
 */
export function openVisits(folder: string, now: () => number): Visits {
  let counts = new Map<string, number>();
  let writing = Promise.resolve();

  async function write(lines: ReadonlyMap<string, number>): Promise<void> {
    if (lines.size === 0) return;
    await mkdir(folder, { recursive: true });
    const months = Map.groupBy(lines, ([key]) => (JSON.parse(key) as readonly string[])[0]?.slice(0, 7) ?? "");
    for (const [month, entries] of months) {
      const text = entries.map(([key, count]) => `${JSON.stringify(lineOf(key, count))}\n`).join("");
      await appendFile(join(folder, `${month}.jsonl`), text);
    }
  }

  function flush(): Promise<void> {
    const lines = counts;
    counts = new Map();
    writing = writing.then(() => write(lines));
    return writing;
  }

  const timer = setInterval(() => void flush().catch(() => {}), minute);
  timer.unref();
  return {
    count(url, headers) {
      if (!isReader(headers)) return;
      const key = keyOf(url, new Date(now()).toISOString().slice(0, 10));
      if (counts.has(key) || counts.size < most) counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    flush,
    async close() {
      clearInterval(timer);
      await flush();
    },
  };
}

function keyOf(url: string, day: string): string {
  const [path = "/", query = ""] = url.split(/\?(.*)/s);
  const fields = new URLSearchParams(query);
  const field = (key: string): string => (fields.get(key) ?? "").slice(0, longest);
  return JSON.stringify([day, path.slice(0, 4 * longest), field("mtm_campaign"), field("mtm_kwd")]);
}

function lineOf(key: string, count: number): VisitLine {
  const [day = "", page = "", campaign = "", keyword = ""] = JSON.parse(key) as readonly string[];
  return { day, page, ...(campaign === "" ? {} : { campaign }), ...(keyword === "" ? {} : { keyword }), count };
}

/** A person who opens a page: no program, no part of a page that a script fetches, nobody who asks not to be counted. */
function isReader(headers: IncomingHttpHeaders): boolean {
  if (headers["dnt"] === "1" || headers["sec-gpc"] === "1") return false;
  const kind = headers["sec-fetch-dest"];
  if (kind !== undefined && kind !== "document" && kind !== "iframe") return false;
  return headers["user-agent"] !== undefined && !program.test(headers["user-agent"]);
}
