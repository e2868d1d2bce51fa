import type { Tab } from "@peil/core/documents/workspace.ts";
import { PeilError } from "@peil/core/errors.ts";
import { formatSelection, parseSelection } from "@peil/core/query/address.ts";
import { anyForm, blankTab } from "./workspace.ts";

/** What an address asks to open: a tab, or what is wrong with it; nothing where it asks nothing. */
export type Asked = { readonly tab?: Tab; readonly wrong?: PeilError };

/** Settings stand in an address behind this, so that they never mix with the question. */
const prefix = "set-";

/** Reads the query of the data bank's address: a selection, `show`, and settings as `set-<code>`. */
export function readQuery(query: string, id: string): Asked {
  const fields = new URLSearchParams(query);
  if (!fields.has("indicator")) return {};
  const settings = [...fields].flatMap(([key, value]) =>
    key.startsWith(prefix) && /^[\w-]{1,40}$/.test(key.slice(prefix.length)) ? [[key.slice(prefix.length), value] as const] : [],
  );
  const show = fields.get("show") ?? "";
  try {
    const selection = formatSelection(parseSelection(query));
    const form = /^[\w-]{1,40}$/.test(show) ? show : anyForm;
    return { tab: { ...blankTab(id), selection, show: form, settings: Object.fromEntries(settings) } };
  } catch (error) {
    if (error instanceof PeilError) return { wrong: error };
    throw error;
  }
}

/** The query that opens the same tab elsewhere; empty where nothing is chosen. */
export function writeTab({ selection, show, settings }: Pick<Tab, "selection" | "show" | "settings">): string {
  if (selection === "") return "";
  const pairs = Object.entries(settings)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, value]) => `${prefix}${code}=${encodeURIComponent(value).replaceAll("%3A", ":").replaceAll("%3B", ";")}`);
  return [selection, ...(show === anyForm ? [] : [`show=${show}`]), ...pairs].join("&");
}

/** Whether two tabs show the same. */
export function showsSame(a: Tab, b: Tab): boolean {
  return writeTab(a) === writeTab(b);
}
