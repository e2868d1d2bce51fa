import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { checkStyle, describeProblem, readTokens } from "@peil/core/house-style.ts";
import type { Text } from "@peil/core/model/text.ts";

/** A house style whose colours cannot be told apart, and where. */
export type PoorStyle = { readonly url: string; readonly problems: readonly Text[] };

/**
 * Checks the house styles of a folder (files with tokens, next to the default tokens of the built website).
 * @param client folder of the built client, whose style sheet holds the default tokens
 * @returns those with too little contrast; empty where the folder is missing
 */
export async function checkHouseStyles(client: string, styles: string): Promise<readonly PoorStyle[]> {
  const files = (await readdir(styles).catch(() => [])).filter((each) => each.endsWith(".css"));
  if (files.length === 0) return [];
  const defaults = await defaultTokens(client);
  const checked = files.map(async (file): Promise<PoorStyle> => {
    const tokens = readTokens(await readFile(join(styles, file), "utf8"));
    return { url: `/styles/${basename(file)}`, problems: checkStyle(tokens, defaults).map(describeProblem) };
  });
  return (await Promise.all(checked)).filter((each) => each.problems.length > 0);
}

async function defaultTokens(client: string) {
  const folder = join(client, "assets");
  const sheets = (await readdir(folder).catch(() => [])).filter((each) => each.endsWith(".css")).sort();
  const texts = await Promise.all(sheets.map((each) => readFile(join(folder, each), "utf8")));
  return readTokens(texts.filter((each) => each.includes("--paper")).join("\n"));
}
