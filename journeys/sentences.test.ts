import { expect, inject, test } from "vitest";
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

/** The faults of one page. */
async function faultsOf(path: string): Promise<{ readonly read: number; readonly faults: readonly string[] }> {
  const texts = textsOf(await (await fetch(`${inject("origin")}${path}`)).text());
  const faults = texts.flatMap((text) => {
    const fault = faultOf(text);
    return fault ? [`${path}: ${fault}: ${text}`] : [];
  });
  return { read: texts.length, faults };
}

test("every indicator speaks properly of one and of two areas", { timeout: 600_000 }, async () => {
  const { home, area } = await landmarks();
  const codes = await codesOfAll();
  expect(codes.length).toBeGreaterThan(50);
  const other = home.areas.find((each) => each.code !== area.area.code)?.code ?? "";
  const [one, two] = [area.area.code, `${area.area.code},${other}`];
  const found = [];
  // Every page takes a tenth of a second to make: each fourth indicator, which is enough of every kind.
  for (const code of codes.filter((_, at) => at % 4 === 0)) {
    const paths = ["", "/en"].flatMap((prefix) =>
      [one, two].map((areas) => `${prefix}/indicator/${code}?level=${home.level.alias}&area=${areas}`),
    );
    found.push(...(await Promise.all(paths.map(faultsOf))));
  }
  expect(found.flatMap((each) => each.faults)).toEqual([]);
  expect(found.reduce((sum, each) => sum + each.read, 0)).toBeGreaterThan(codes.length);
});

test("what is wrong with a sentence is seen", () => {
  for (const text of [
    "In 2020 telde undefined 1.",
    "In 2020  telde Gent 1.",
    "in 2020.",
    "In 2020",
    "In 2020 was het 1. dat.",
    "In Vlaams Gewest was het 1.",
  ])
    expect(faultOf(text), text).toBeDefined();
  expect(faultOf("In 2020 telde Gent 1.234 inwoners, 4,2 % meer dan in 2015. Dat is veel.")).toBeUndefined();
});
