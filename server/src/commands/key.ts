import { parseArgs } from "node:util";
import { fail } from "@peil/core/errors.ts";
import { makeKey } from "../keys.ts";
import type { ApiKey, Documents } from "../store/documents.ts";
import { type Command, type CommandContext, withDocuments } from "./command.ts";

const usage = "add NAME [--upload] [--quota N] | list | revoke NAME|BEGINNING";

/** `peil key`: keys with which programs upload, or ask under a quota of their own. */
export const keyCommand: Command = {
  name: "key",
  usage,
  summary: { nl: "Beheert de sleutels van programma's.", en: "Manages the keys of programs." },
  help: {
    nl: "add maakt een sleutel en toont ze één keer; --upload laat ermee inlezen, --quota geeft het aantal vragen per uur. list toont de sleutels, revoke trekt er een in.",
    en: "add makes a key and shows it once; --upload lets it import, --quota sets its questions an hour. list shows the keys, revoke takes one back.",
  },
  async run(args, context) {
    const { action, name, upload, quota } = parseKeyArgs(args);
    await withDocuments(
      context,
      (documents) => {
        if (action === "list") return list(documents, context);
        if (action === "revoke") return revoke(documents, name, context);
        return add(documents, { name, upload, ...(quota === undefined ? {} : { quota }), created: context.now() }, context);
      },
      false,
    );
    return 0;
  },
};

/** Names of keys: they stand in the history as `key:NAME`. */
const nameForm = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{0,59}$/u;

/** @throws `command-wrong` */
function parseKeyArgs(args: readonly string[]) {
  const refuse = (): never => fail("command-wrong", { given: `key ${args.join(" ")}`.trim(), usage: `peil key ${usage}` });
  const options = { upload: { type: "boolean" }, quota: { type: "string" } } as const;
  const read = () => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch {
      return refuse();
    }
  };
  const { values, positionals } = read();
  const [action = "", name = "", ...more] = positionals;
  const fits = action === "list" ? name === "" : action === "revoke" ? name !== "" : action === "add" && nameForm.test(name);
  const stray = action !== "add" && Object.keys(values).length > 0;
  if (!fits || stray || more.length > 0 || !/^([1-9]\d{0,8})?$/.test(values.quota ?? "")) return refuse();
  return { action, name, upload: values.upload ?? false, quota: values.quota ? Number(values.quota) : undefined };
}

async function add(documents: Documents, about: Parameters<typeof makeKey>[0], { write, warn, config }: CommandContext): Promise<void> {
  const { text, key } = makeKey(about);
  await documents.addKey(key);
  // The key alone on its own channel: a script can take it over.
  warn(
    config.language === "nl"
      ? `Sleutel “${key.name}”. Bewaar ze nu: ze wordt niet nog eens getoond.\n`
      : `Key “${key.name}”. Keep it now: it is not shown again.\n`,
  );
  write(`${text}\n`);
}

async function revoke(documents: Documents, wanted: string, { now, tell }: CommandContext): Promise<void> {
  const keys = await documents.keys();
  const named = keys.filter((each) => each.name.toLowerCase() === wanted.toLowerCase());
  const [key, other] = named.length > 0 ? named : keys.filter((each) => wanted.length >= 8 && each.prefix.startsWith(wanted.slice(0, 13)));
  if (key === undefined || other !== undefined) return fail("key-unknown", { name: wanted.slice(0, 60) });
  await documents.stampKey(key.hash, "revoked", now());
  tell({ nl: `De sleutel “${key.name}” is ingetrokken.`, en: `The key “${key.name}” was revoked.` });
}

async function list(documents: Documents, { tell }: CommandContext): Promise<void> {
  const keys = await documents.keys();
  if (keys.length === 0) tell({ nl: "Er zijn nog geen sleutels.", en: "There are no keys yet." });
  for (const each of keys) tell({ nl: lineOf(each, dutch), en: lineOf(each, english) });
}

const dutch = {
  read: "lezen",
  upload: "inlezen",
  hour: "per uur",
  made: "gemaakt",
  used: "gebruikt",
  never: "nooit",
  revoked: "ingetrokken",
};
const english: typeof dutch = {
  read: "read",
  upload: "upload",
  hour: "an hour",
  made: "made",
  used: "used",
  never: "never",
  revoked: "revoked",
};

function lineOf({ name, prefix, upload, quota, created, used, revoked }: ApiKey, words: typeof dutch): string {
  const right = upload ? words.upload : words.read;
  const most = quota === undefined ? [] : [`${quota} ${words.hour}`];
  const end = revoked === undefined ? [] : [`${words.revoked} ${revoked}`];
  return [name, `${prefix}…`, right, ...most, `${words.made} ${created}`, `${words.used} ${used ?? words.never}`, ...end].join("  ");
}
