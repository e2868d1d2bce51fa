import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { hrefOf, parseAddress } from "../src/address.ts";
import { render } from "../src/entry-server.tsx";
import { chapterNamed, chapterNumbered, chaptersIn } from "../src/methods/manual-pages.ts";
import { methodPage } from "../src/methods/method-pages.ts";
import { presentations } from "../src/presentations/index.ts";
import { formName } from "../src/text/forms.ts";
import { entriesOf } from "../src/text/glossary.ts";
import { voiceOf } from "../src/text/voice.ts";
import { read } from "./data.ts";

const folder = join(import.meta.dirname, "../../docs/manual");
const pictures = join(import.meta.dirname, "../src/public/assets/manual");
const texts = join(import.meta.dirname, "../src/text");
const languages = ["nl", "en"] as const;
type Language = (typeof languages)[number];
const numbers = chaptersIn("nl").map((each) => each.number);

const chapters = languages.flatMap((language) => chaptersIn(language));
const headings = (text: string): number => text.match(/^#{1,3} /gm)?.length ?? 0;
const imagesOf = (text: string): readonly (readonly [alt: string, src: string])[] =>
  [...text.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)].map(([, alt = "", src = ""]) => [alt, src]);
const linksOf = (text: string): number => text.match(/(?<!!)\[[^\]]+\]\([^)]+\)/g)?.length ?? 0;
const hrefs = (html: string): readonly string[] => [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map((each) => each[1] ?? "");
const articleOf = (html: string): string => html.slice(html.indexOf("<article"), html.indexOf("</article>"));
const addressOf = (number: string, language: Language): string =>
  hrefOf(language, { page: "manual", chapter: chapterNumbered(number, language)?.slug ?? "" });

describe("the chapters of the manual", () => {
  it("are the same in both languages, with as many headings and pictures", () => {
    const files = readdirSync(folder);
    expect(numbers).toHaveLength(10);
    for (const number of numbers) {
      const [nl, en] = languages.map((language) => chapterNumbered(number, language));
      expect([nl?.language, en?.language], number).toEqual(["nl", "en"]);
      expect(headings(en?.text ?? ""), number).toBe(headings(nl?.text ?? ""));
      expect(imagesOf(en?.text ?? "").map(([, src]) => src.replace(".en.", ".nl."))).toEqual(
        imagesOf(nl?.text ?? "").map(([, src]) => src),
      );
      expect(files.filter((file) => file.startsWith(number))).toHaveLength(2);
    }
  });

  it("are found by number and by their name in either language, and nowhere else", () => {
    expect(chapterNamed("04", "en")?.slug).toBe("data-bank-choosing");
    expect(chapterNamed("databank-kiezen", "en")?.slug).toBe("data-bank-choosing");
    expect(chapterNamed("data-bank-choosing", "nl")?.slug).toBe("databank-kiezen");
    expect(chapterNamed("toveren", "nl")).toBeUndefined();
  });

  it.each(languages)("stand in the index, and open (%s)", async (language) => {
    const index = await render(hrefOf(language, { page: "manual", chapter: "" }), read);
    expect(index.status).toBe(200);
    for (const number of numbers) {
      const address = addressOf(number, language);
      expect(index.html).toContain(`href="${address}"`);
      const { html, status } = await render(address, read);
      expect(status).toBe(200);
      expect(html.match(/<h1/g)?.length).toBe(1);
      expect(html).not.toMatch(/undefined|\[object|\sstyle=|\]\(/);
    }
  });

  it.each(languages)("link only to pages that exist, and lose no link (%s)", async (language) => {
    for (const { number, text } of chaptersIn(language)) {
      const { html } = await render(addressOf(number, language), read);
      const found = hrefs(articleOf(html));
      expect(found, `${number} ${language}`).toHaveLength(linksOf(text));
      for (const href of found) {
        const { place, language: spoken } = parseAddress(href);
        expect(place, `${number}: ${href}`).toBeDefined();
        expect(spoken, href).toBe(language);
        if (place?.page === "manual" || place?.page === "method" || place?.page === "methods" || place?.page === "glossary")
          expect((await render(href, read)).status, href).toBe(200);
      }
    }
  });

  it("say only names of buttons and headings that the product has", () => {
    const emphasis = new Set([
      ...["werkruimte", "procentpunt", "procent", "prognose", "forecast", "workspace", "percentage point", "per cent"],
      ...["beter", "slechter", "hoger", "lager", "better", "worse", "higher", "lower", "indicators"],
    ]);
    const words = readdirSync(texts)
      .map((file) => readFileSync(join(texts, file), "utf8"))
      .join("\n")
      .toLowerCase();
    for (const { number, language, text } of chapters) {
      const named = [...text.matchAll(/(?<![*\w])\*([^*\n]+)\*(?!\*)/g)].map((each) => (each[1] ?? "").toLowerCase());
      const level = /gemeente|municipality/;
      const unknown = named.filter((each) => !emphasis.has(each) && !level.test(each) && !words.includes(each.replace(/\?$/, "")));
      expect(unknown, `${number} ${language}`).toEqual([]);
    }
  });

  it.each(languages)("tell of every form in which figures are drawn (%s)", (language) => {
    const text = chapterNumbered("05", language)?.text ?? "";
    const cells = text.split("\n").filter((line) => line.startsWith("| "));
    const names = presentations.map((each) => formName(each.code, voiceOf(language)));
    expect(names.filter((name) => !cells.some((line) => line.includes(name)))).toEqual([]);
  });
});

describe("the pictures of the manual", () => {
  const named = chapters.flatMap(({ text, language }) => imagesOf(text).map(([alt, src]) => ({ alt, src, language })));

  it("exist, in the language of their chapter, small and of one size, with words for who does not see them", () => {
    for (const { alt, src, language } of named) {
      const file = join(pictures, src.replace("/assets/manual/", ""));
      expect(existsSync(file), src).toBe(true);
      expect(src.endsWith(`.${language}.png`), src).toBe(true);
      expect(statSync(file).size, src).toBeLessThanOrEqual(60_000);
      const png = readFileSync(file);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)], src).toEqual([720, 450]);
      expect(alt.length, src).toBeGreaterThan(40);
    }
  });

  it("are one or two a chapter, and none is left over", () => {
    for (const { text, number } of chapters) {
      expect(imagesOf(text).length, number).toBeGreaterThanOrEqual(1);
      expect(imagesOf(text).length, number).toBeLessThanOrEqual(2);
    }
    expect(readdirSync(pictures).toSorted()).toEqual(named.map(({ src }) => src.replace("/assets/manual/", "")).toSorted());
  });
});

describe("the words of the field", () => {
  it.each(languages)("stand on one page, in the order of the alphabet, each with its place (%s)", async (language) => {
    const { html, status } = await render(hrefOf(language, { page: "glossary" }), read);
    expect(status).toBe(200);
    const entries = entriesOf(voiceOf(language));
    expect(entries.length).toBeGreaterThanOrEqual(50);
    const places = entries.map((each) => html.indexOf(`<div id="${each.key}">`));
    expect(places.every((each) => each > 0)).toBe(true);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    for (const href of hrefs(html).filter((each) => each.startsWith("#") && each !== "#main"))
      expect(html).toContain(`id="${href.slice(1)}"`);
    expect(new Set(entries.map((each) => each.word)).size).toBe(entries.length);
  });

  it.each(languages)("are short, and lead to rules and chapters that exist (%s)", (language) => {
    for (const { key, text, rule, chapter } of entriesOf(voiceOf(language))) {
      expect(text.length, key).toBeLessThan(260);
      if (rule) expect(methodPage(rule, language), key).toBeDefined();
      if (chapter) expect(chapterNumbered(chapter, language), key).toBeDefined();
    }
  });
});

describe("help in place", () => {
  it("welcomes on the first page, with three steps and where to read on", async () => {
    const { html } = await render("/", read);
    const note = html.slice(html.indexOf('class="welcome"'), html.indexOf("</section>", html.indexOf('class="welcome"')));
    expect(note.match(/<li>/g)).toHaveLength(3);
    expect(hrefs(note)).toEqual(["/handleiding", "/begrippen", "/databank"]);
    expect(note).toContain('data-dismiss="welcome"');
  });

  it("leads from the page of an indicator to the chapter about it, and opens words where they stand", async () => {
    const { html } = await render("/en/indicator/inwoners", read);
    const help = html.slice(html.indexOf('<aside class="help-here"'), html.indexOf("</aside>", html.indexOf('<aside class="help-here"')));
    expect(hrefs(help)[0]).toBe("/en/manual/reading-a-figure");
    expect(help).toMatch(/<button type="button" popoverTarget="term-rank">rank<\/button><span class="said" id="term-rank" popover="auto"/i);
    expect(hrefs(help)).toContain("/en/glossary#rank");
  });

  it("leads from the page on reading to the manual and the words", async () => {
    const links = hrefs((await render("/about", read)).html);
    for (const href of ["/handleiding", "/begrippen", "/methode"]) expect(links.filter((each) => each === href).length).toBeGreaterThan(1);
  });
});
