import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Article } from "@peil/core/model/site.ts";
import type { Language } from "@peil/core/model/text.ts";
import { article } from "./exchange-shapes.ts";
import { refuse } from "./shapes.ts";

/** Folder of the editorial pages: `<slug>.<language>.md`, with `title`, `kind` and if wanted `lead` and `date` between two lines of dashes. */
export const articleFolder = "articles";

type Written = { readonly language: Language; readonly fields: ReadonlyMap<string, string>; readonly body: string };

/**
 * Reads the editorial pages of an exchange folder, by date (newest first) and name; none where there is no such folder.
 * @throws `exchange-invalid`
 */
export async function readArticles(folder: string): Promise<readonly Article[]> {
  const names = await readdir(join(folder, articleFolder)).catch(() => [] as string[]);
  const pages = new Map<string, Written[]>();
  for (const name of names.filter((each) => each.endsWith(".md")).sort()) {
    const [, slug, language] = /^(.+)\.(nl|en|fr)\.md$/.exec(name) ?? [];
    const file = `${articleFolder}/${name}`;
    if (slug === undefined || language === undefined) return refuse(name, { file, path: "" }, "<slug>.nl.md");
    const content = await readFile(join(folder, articleFolder, name), "utf8");
    pages.set(slug, [...(pages.get(slug) ?? []), { language: language as Language, ...partsOf(content, file) }]);
  }
  return [...pages].map(([slug, written]) => articleOf(slug, written)).sort(byDate);
}

/** Splits the head from the text. */
function partsOf(content: string, file: string): Omit<Written, "language"> {
  const [, head, body] = /^\ufeff?---\r?\n([\s\S]*?)\r?\n---\r?\n([\s\S]*)$/.exec(content) ?? [];
  if (head === undefined || body === undefined) return refuse(content.slice(0, 40), { file, path: "1" }, "---\\ntitle: …\\nkind: …\\n---");
  const fields = new Map<string, string>();
  for (const line of head.split(/\r?\n/).filter((each) => each.trim() !== "")) {
    const [, key, value] = /^(title|kind|lead|date):\s*(.+)$/.exec(line.trim()) ?? [];
    if (key === undefined || value === undefined) return refuse(line, { file, path: "" }, "title | kind | lead | date: …");
    fields.set(key, value);
  }
  return { fields, body: body.trim() };
}

/** Kind and date are those of the Dutch page; title, lead and text stand in each language. */
function articleOf(slug: string, written: readonly Written[]): Article {
  const file = `${articleFolder}/${slug}.nl.md`;
  const dutch = written.find((each) => each.language === "nl") ?? refuse("", { file, path: "" }, `${slug}.nl.md`);
  const inEach = (read: (page: Written) => string | undefined): Record<string, string> | undefined => {
    const texts = written.flatMap((page) => {
      const found = read(page);
      return found === undefined ? [] : [[page.language, found] as const];
    });
    return texts.length === 0 ? undefined : Object.fromEntries(texts);
  };
  const head = { kind: dutch.fields.get("kind"), date: dutch.fields.get("date"), lead: inEach((page) => page.fields.get("lead")) };
  const given = Object.fromEntries(Object.entries(head).filter(([, value]) => value !== undefined));
  return article.read(
    { slug, ...given, title: inEach((page) => page.fields.get("title")), body: inEach((page) => page.body) },
    { file, path: "" },
  );
}

function byDate(a: Article, b: Article): number {
  return (b.date ?? "").localeCompare(a.date ?? "") || a.slug.localeCompare(b.slug);
}

/** The files of editorial pages by name, as `readArticles` reads them. */
export function writeArticles(articles: readonly Article[]): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { slug, kind, date, title, lead, body } of articles) {
    for (const language of ["nl", "en", "fr"] as const) {
      const text = body[language];
      if (text === undefined) continue;
      const fields = [`title: ${title[language] ?? title.nl}`, `kind: ${kind}`, ...(date ? [`date: ${date}`] : [])];
      const summary = lead?.[language];
      if (summary !== undefined) fields.push(`lead: ${summary}`);
      files.set(`${slug}.${language}.md`, `---\n${fields.join("\n")}\n---\n\n${text}\n`);
    }
  }
  return files;
}
