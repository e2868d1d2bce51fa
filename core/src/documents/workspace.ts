import { blank, fail, PeilError } from "../errors.ts";
import type { Text } from "../model/text.ts";
import { parseSelection } from "../query/address.ts";

/** A presentation that stands open in the data bank. */
export type Tab = {
  readonly id: string;
  /** As the reader named it; empty: the name is made from what it shows. */
  readonly name: string;
  /** The question, as `formatSelection` writes it; empty where nothing was chosen yet. */
  readonly selection: string;
  /** Code of the presentation. */
  readonly show: string;
  /** What was set of the presentation. */
  readonly settings: Readonly<Record<string, string>>;
};

/** What a reader has open: written to the browser, to a file and behind a short link. */
export type Workspace = { readonly format: "peil-workspace"; readonly version: 1; readonly tabs: readonly Tab[]; readonly active: string };

/** Bytes of UTF-8 that a workspace may take behind a short link. */
export const workspaceLimit = 64 * 1024;
/** Presentations that one workspace may hold. */
export const tabLimit = 40;
/** Letters of a tab's name. */
export const nameLimit = 120;

const current = 1;

/** A workspace with nothing open. */
export const emptyWorkspace: Workspace = { format: "peil-workspace", version: current, tabs: [], active: "" };

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands there, in short: what holds other things may be deeper than can be written out. */
function wordOf(found: unknown): string {
  if (Array.isArray(found)) return "[…]";
  return typeof found === "object" && found !== null ? "{…}" : String(found ?? "–");
}

function refuse(place: string, found: unknown, expected: Text): never {
  const shown = typeof found === "string" ? found : wordOf(found);
  return fail("workspace-invalid", { place, found: shown.slice(0, 80), ...blank("expected", expected) });
}

/**
 * Steps from an older shape to the next one, by the version that they start from. Never changed once given out: files and links
 * of every age are read. Version 0 was a list of questions without names, settings or ids.
 */
const steps: Readonly<Record<number, (old: Fields) => Fields>> = {
  0: (old) => {
    const tabs = Array.isArray(old["tabs"]) ? old["tabs"] : [];
    return {
      format: "peil-workspace",
      version: 1,
      tabs: tabs.map((each: unknown, at) => ({ name: "", settings: {}, ...(isFields(each) ? each : {}), id: `t${at + 1}` })),
      active: tabs.length === 0 ? "" : "t1",
    };
  },
};

function upToDate(given: Fields): Fields {
  let fields = given;
  for (;;) {
    const { version } = fields;
    if (version === current) return fields;
    if (typeof version !== "number" || !Number.isInteger(version) || version < 0)
      return refuse("version", version, { nl: `een getal van 0 tot ${current}`, en: `a number from 0 to ${current}` });
    if (version > current) return fail("workspace-newer", { version });
    const step = steps[version];
    if (step === undefined) return refuse("version", version, { nl: String(current), en: String(current) });
    fields = step(fields);
  }
}

function textOf(fields: Fields, key: string, place: string, most: number): string {
  const value = fields[key];
  if (typeof value === "string" && value.length <= most) return value;
  return refuse(`${place}.${key}`, value, { nl: `een tekst van hoogstens ${most} tekens`, en: `a text of at most ${most} characters` });
}

const isCode = (text: string): boolean => /^[\w-]{1,40}$/.test(text);

function codeOf(fields: Fields, key: string, place: string): string {
  const value = fields[key];
  if (typeof value === "string" && isCode(value)) return value;
  return refuse(`${place}.${key}`, value, { nl: "een code van letters, cijfers en streepjes", en: "a code of letters, digits and dashes" });
}

/** The question of a tab, which must be readable; whether its codes exist is for the release that answers. */
function questionOf(fields: Fields, place: string): string {
  const text = textOf(fields, "selection", place, 16_000);
  if (text === "") return text;
  try {
    parseSelection(text);
    return text;
  } catch (error) {
    if (error instanceof PeilError)
      return refuse(`${place}.selection`, text, {
        nl: "een vraag zoals in een adres, met indicator en level",
        en: "a question as in an address, with indicator and level",
      });
    throw error;
  }
}

function settingsOf(fields: Fields, place: string): Tab["settings"] {
  const value = fields["settings"];
  if (!isFields(value)) return refuse(`${place}.settings`, value, { nl: "codes met teksten", en: "codes with texts" });
  const keys = Object.keys(value).sort();
  if (keys.length > 60) return refuse(`${place}.settings`, keys.length, { nl: "hoogstens 60 instellingen", en: "at most 60 settings" });
  for (const key of keys) if (!isCode(key)) refuse(`${place}.settings`, key, { nl: "een code", en: "a code" });
  return Object.fromEntries(keys.map((key) => [key, textOf(value, key, `${place}.settings`, 4000)]));
}

function tabOf(value: unknown, at: number): Tab {
  const place = `tabs[${at}]`;
  if (!isFields(value)) return refuse(place, value, { nl: "een tabblad", en: "a tab" });
  return {
    id: codeOf(value, "id", place),
    name: textOf(value, "name", place, nameLimit),
    selection: questionOf(value, place),
    show: codeOf(value, "show", place),
    settings: settingsOf(value, place),
  };
}

function refuseTwice(tabs: readonly Tab[]): void {
  const seen = new Set<string>();
  for (const [at, { id }] of tabs.entries()) {
    if (seen.has(id)) refuse(`tabs[${at}].id`, id, { nl: "een id dat nog niet gebruikt is", en: "an id that is not used yet" });
    seen.add(id);
  }
}

/**
 * Reads a workspace of any age from what JSON holds; nothing that is unknown comes along.
 * @throws `workspace-invalid` naming the place and what is expected there, `workspace-newer`
 */
export function readWorkspace(value: unknown): Workspace {
  if (!isFields(value)) return refuse("", value, { nl: "een bestand uit de databank", en: "a file from the data bank" });
  const fields = upToDate(value);
  if (fields["format"] !== "peil-workspace") refuse("format", fields["format"], { nl: "peil-workspace", en: "peil-workspace" });
  const given = fields["tabs"];
  if (!Array.isArray(given)) return refuse("tabs", given, { nl: "een lijst van tabbladen", en: "a list of tabs" });
  if (given.length > tabLimit) refuse("tabs", given.length, { nl: `hoogstens ${tabLimit} tabbladen`, en: `at most ${tabLimit} tabs` });
  const tabs = given.map(tabOf);
  refuseTwice(tabs);
  const active = fields["active"];
  const found = tabs.find((each) => each.id === active) ?? tabs[0];
  return { format: "peil-workspace", version: current, tabs, active: found?.id ?? "" };
}

/** Reads the text of a file. @throws as `readWorkspace` */
export function parseWorkspace(text: string): Workspace {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse("", text, { nl: "een bestand dat de databank bewaarde (JSON)", en: "a file that the data bank saved (JSON)" });
  }
  return readWorkspace(value);
}

/** The one text of a workspace: keys in their order, settings by code. The same workspace gives the same bytes. */
export function formatWorkspace({ tabs, active }: Workspace): string {
  const plain = tabs.map(({ id, name, selection, show, settings }) => ({
    ...{ id, name, selection, show },
    settings: Object.fromEntries(Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1))),
  }));
  return JSON.stringify({ format: "peil-workspace", version: current, tabs: plain, active });
}
