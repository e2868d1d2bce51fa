import { type MethodName, methodNames } from "@peil/core/methods.ts";
import type { Language } from "@peil/core/model/text.ts";

/** The page of one rule: its Markdown, and the language that it is in. */
export type MethodPage = { readonly text: string; readonly language: Language };

// Taken along when the site is built: nothing is read while it runs.
const files = import.meta.glob("../../../docs/statistics/*.md", { query: "?raw", import: "default", eager: true });

const pages = new Map(Object.entries(files).map(([path, text]) => [path.split("/").at(-1) ?? "", text]));

/** The page of a rule in a language, or in the other one where it has none; undefined where there is no such rule or page. */
export function methodPage(name: string, language: Language): MethodPage | undefined {
  if (!isMethod(name)) return undefined;
  const order: readonly Language[] = language === "en" ? ["en", "nl"] : ["nl", "en"];
  for (const each of order) {
    const text = pages.get(`${name}.${each}.md`);
    if (text !== undefined) return { text, language: each };
  }
  return undefined;
}

/** Whether a rule of this name is known. */
export function isMethod(name: string): name is MethodName {
  return (methodNames as readonly string[]).includes(name);
}

/** The title of a page: its first heading. */
export function titleOf({ text }: MethodPage): string {
  return /^# (.+)$/m.exec(text)?.[1]?.trim() ?? "";
}

/** What a page is about: its first paragraph, without marks. */
export function summaryOf({ text }: MethodPage): string {
  const [, first = ""] = /^# .+\n+([^\n#][^\n]*(?:\n[^\n]+)*)/m.exec(text) ?? [];
  return first
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replace(/[*`]/g, "")
    .replaceAll("\n", " ")
    .trim();
}

/** Names of all files that the site took along. */
export const methodFiles: readonly string[] = [...pages.keys()];
