import { inject, expect, test } from "vitest";
import { ask, landmarks } from "./site.ts";

// What every indicator says of two areas, in both languages, as the page says it.

/** The texts of a page that sentences make: the lead, the description for search engines, the names of the pictures. */
function textsOf(html: string): readonly string[] {
  const found = [...html.matchAll(/<p class="lead">(.*?)<\/p>|<meta name="description" content="(.*?)"\/>|role="img" aria-label="(.*?)"/g)];
  const plain = (text: string): string => text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return [...new Set(found.map((each) => plain(each[1] ?? each[2] ?? each[3] ?? "")))];
}

/** What is wrong with a text, if anything. */
function faultOf(text: string): string | undefined {
  if (/undefined|NaN|null|\[object|Infinity/.test(text)) return "unfilled";
  if (/\s\s|\s[.,;](\s|$)|,,|\.\.|\(\)/.test(text.replace(/…/g, ""))) return "spaces or signs";
  if (!/[.]$/.test(text)) return "no full stop";
  if (!/^[\p{Lu}“'(]/u.test(text)) return "no capital";
  if (/\. \p{Ll}/u.test(text)) return "no capital within";
  if (/\b(in|van|voor|naar|tussen) (Vlaams Gewest|Flemish Region)\b/i.test(text)) return "no article";
  return undefined;
}

async function codesOfAll(): Promise<readonly string[]> {
  const { home } = await landmarks();
  const views = await Promise.all(home.themes.map(({ code }) => ask("theme", { code })));
  return [...new Set(views.flatMap((view) => view.groups.flatMap((group) => group.indicators.map((each) => each.code))))];
}

test("every indicator speaks properly of one and of two areas", { timeout: 600_000 }, async () => {
  const { home, area } = await landmarks();
  const codes = await codesOfAll();
  expect(codes.length).toBeGreaterThan(50);
  const other = home.areas.find((each) => each.code !== area.area.code)?.code ?? "";
  const faults: string[] = [];
  let read = 0;
  for (const code of codes) {
    for (const query of [`area=${area.area.code}`, `area=${area.area.code},${other}`]) {
      for (const prefix of ["", "/en"]) {
        const html = await (await fetch(`${inject("origin")}${prefix}/indicator/${code}?level=${home.level.alias}&${query}`)).text();
        for (const text of textsOf(html)) {
          read++;
          const fault = faultOf(text);
          if (fault) faults.push(`${prefix}/indicator/${code}?${query}: ${fault}: ${text}`);
          if (process.env["SHOW_SENTENCES"]) console.log(`${prefix}\t${code}\t${query}\t${text}`);
        }
      }
    }
  }
  expect(faults).toEqual([]);
  expect(read).toBeGreaterThan(codes.length * 4);
});
