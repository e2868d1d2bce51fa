import type { Read } from "@peil/core/api.ts";
import { type Language, languages } from "@peil/core/model/text.ts";
import { hrefOf, type Place } from "./address.ts";
import { feedWords } from "./text/feeds.ts";
import { voiceOf } from "./text/voice.ts";

/** Most addresses in one sitemap (sitemaps.org). */
const most = 50_000;
const xmlHead = `<?xml version="1.0" encoding="UTF-8"?>\n`;
const sitemapSpace = `xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"`;
/** Most topics that an entry names. */
const mostNamed = 20;

const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text in XML; what XML cannot hold stays away. */
function inXml(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 forbids.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"']/g, (sign) => signs[sign] ?? "");
}

async function placesOf(read: Read): Promise<readonly Place[]> {
  const [home, tree, articles] = await Promise.all([read("home", {}), read("tree", {}), read("articles", { kind: "" })]);
  const around = { compare: "", theme: "", since: "" };
  return [
    ...(["home", "releases", "about", "methods", "news", "calendar", "glossary", "accessibility", "api"] as const).map((page) => ({
      page,
    })),
    { page: "databank", query: "" },
    { page: "manual", chapter: "" },
    ...home.themes.map(({ code }) => ({ page: "theme", code }) as const),
    ...home.areas.map(({ level, code }) => ({ page: "glance", level, code, ...around }) as const),
    ...home.areas.map(({ level, code }) => ({ page: "area", level, code, compare: "" }) as const),
    ...articles.map(({ slug }) => ({ page: "article", slug }) as const),
    ...tree.indicators.map(({ code }) => ({ page: "indicator", code, selection: "", show: undefined }) as const),
  ];
}

/**
 * The pages of the site for search engines, in every language, as sitemaps.org describes. Of a site with more than 50 000 addresses it
 * is an index, and each `part` (from 1 on) a sitemap; undefined where there is no such part.
 * @param origin public address of the site, without a slash at the end
 */
export async function sitemap(read: Read, origin: string, part?: number): Promise<string | undefined> {
  const { release } = await read("frame", {});
  const places = await placesOf(read);
  const size = Math.floor(most / languages.length);
  const parts = Math.ceil(places.length / size);
  const lastmod = `<lastmod>${inXml(release.at)}</lastmod>`;
  if (part === undefined && parts > 1) {
    const each = (at: number): string => `<sitemap><loc>${inXml(`${origin}/sitemap-${at + 1}.xml`)}</loc>${lastmod}</sitemap>\n`;
    return `${xmlHead}<sitemapindex ${sitemapSpace}>\n${Array.from({ length: parts }, (_, at) => each(at)).join("")}</sitemapindex>\n`;
  }
  if (part !== undefined && (parts === 1 || part < 1 || part > parts)) return undefined;
  const link = (language: Language, place: Place): string => inXml(origin + hrefOf(language, place));
  const start = ((part ?? 1) - 1) * size;
  const urls = places.slice(start, start + size).flatMap((place) => {
    const others = languages.map((each) => `<xhtml:link rel="alternate" hreflang="${each}" href="${link(each, place)}"/>`).join("");
    return languages.map((each) => `<url><loc>${link(each, place)}</loc>${lastmod}${others}</url>\n`);
  });
  return `${xmlHead}<urlset ${sitemapSpace} xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join("")}</urlset>\n`;
}

/**
 * The releases of the site as an Atom feed (RFC 4287), newest first.
 * @param origin public address of the site, without a slash at the end
 * @param path of the feed itself
 */
export async function releasesFeed(read: Read, origin: string, path: string, language: Language): Promise<string> {
  const [frame, releases] = await Promise.all([read("frame", {}), read("releases", {})]);
  const voice = voiceOf(language);
  const words = feedWords(language);
  const name = voice.say(frame.site.name);
  const page = inXml(origin + hrefOf(language, { page: "releases" }));
  const entries = releases.map(({ id, at, indicators, changed = [] }) => {
    const names = changed.slice(0, mostNamed).map((each) => voice.say(each.name));
    const said = [...(names.length > 0 ? [words.changed(voice.m.list(names))] : []), words.counted(voice.number(indicators))].join(" ");
    return `<entry><id>urn:peil:release:${inXml(id)}</id><title>${inXml(words.entry(voice.day(at)))}</title><updated>${inXml(at)}</updated><link href="${page}"/><summary>${inXml(said)}</summary></entry>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${inXml(origin + path)}</id>
<title>${inXml(words.title(name))}</title>
<updated>${inXml(frame.release.at)}</updated>
<author><name>${inXml(name)}</name></author>
<link rel="self" href="${inXml(origin + path)}"/>
<link href="${page}"/>
${entries.join("")}</feed>
`;
}
