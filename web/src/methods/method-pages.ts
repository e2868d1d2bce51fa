import { type MethodName, methodNames } from "@peil/core/methods.ts";
import type { Language } from "@peil/core/model/text.ts";
import { hrefOf } from "../address.ts";

/** The page of one rule: its Markdown, and the language that it is in. */
export type MethodPage = { readonly text: string; readonly language: Language };

// Taken along when the site is built: nothing is read while it runs.
const files = import.meta.glob("../../../docs/statistics/*.md", { query: "?raw", import: "default", eager: true });

const pages = new Map(Object.entries(files).map(([path, text]) => [path.split("/").at(-1) ?? "", text]));

/** The page of a rule in a language, or in the other one where it has none; undefined where there is no such rule or page. */
export function methodPage(name: string, language: Language, from: ReadonlyMap<string, string> = pages): MethodPage | undefined {
  if (!isMethod(name)) return undefined;
  const order: readonly Language[] = language === "en" ? ["en", "nl"] : ["nl", "en"];
  for (const each of order) {
    const text = from.get(`${name}.${each}.md`);
    if (text !== undefined) return { text, language: each };
  }
  return undefined;
}

/** Where a link in the page of a rule leads: the page of another rule, or another site; undefined where the site has no such page. */
export function linkOf(href: string, language: Language): string | undefined {
  if (/^https?:\/\//.test(href)) return href;
  const [, rule = ""] = /^(?:\.\/)?([a-z-]+)\.(?:nl|en)\.md$/.exec(href) ?? [];
  return methodPage(rule, language) ? hrefOf(language, { page: "method", rule }) : undefined;
}

/** Whether a rule of this name is known. */
function isMethod(name: string): name is MethodName {
  return (methodNames as readonly string[]).includes(name);
}

/** The title of a page: its first heading. */
export function titleOf({ text }: Pick<MethodPage, "text">): string {
  return /^# (.+)$/m.exec(text)?.[1]?.trim() ?? "";
}

/** What a page is about: its first paragraph, without marks. */
export function summaryOf({ text }: Pick<MethodPage, "text">): string {
  const [, first = ""] = /^# .+\n+([^\n#][^\n]*(?:\n[^\n]+)*)/m.exec(text) ?? [];
  return first
    .replace(/\[([^\]]+)\]\([^)]+\)/g, "$1")
    .replace(/[*`]/g, "")
    .replaceAll("\n", " ")
    .trim();
}
