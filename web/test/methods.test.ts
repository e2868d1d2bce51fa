import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type MethodFacts, methodNames, methodsOf } from "@peil/core/methods.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { render } from "../src/entry-server.tsx";
import { Markdown } from "../src/methods/markdown.tsx";
import { linkOf, methodPage, titleOf } from "../src/methods/method-pages.ts";
import { areaAxis, cubeOf, detailsOf, periodAxis, read } from "./data.ts";

const folder = join(import.meta.dirname, "../../docs/statistics");
const files = readdirSync(folder).filter((file) => file.endsWith(".md"));
const hrefs = (html: string): readonly string[] => [...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map((each) => each[1] ?? "");

describe("the pages of the rules", () => {
  it.each(methodNames)("%s has its page in both languages, with title, formula, example and source", (name) => {
    expect(files).toContain(`${name}.nl.md`);
    expect(files).toContain(`${name}.en.md`);
    const text = (language: string): string => readFileSync(join(folder, `${name}.${language}.md`), "utf8");
    for (const heading of ["## Formule", "## Voorbeeld", "## Bron"]) expect(text("nl")).toContain(heading);
    for (const heading of ["## Formula", "## Example", "## Source"]) expect(text("en")).toContain(heading);
  });

  it("are all of rules that are known", () => {
    const names = files.map((file) => file.replace(/\.(nl|en)\.md$/, ""));
    expect(names.filter((name) => !(methodNames as readonly string[]).includes(name) && name !== "README.md")).toEqual([]);
  });

  it("are all linked from the index, in both languages", async () => {
    const known = methodNames.filter((name) => methodPage(name, "nl"));
    expect(known.length).toBeGreaterThan(6);
    const [nl, en] = await Promise.all(["/methode", "/en/method"].map(async (address) => hrefs((await render(address, read)).html)));
    expect(known.filter((name) => !nl?.includes(`/methode/${name}`))).toEqual([]);
    expect(known.filter((name) => !en?.includes(`/en/method/${name}`))).toEqual([]);
  });

  it.each(methodNames.filter((name) => methodPage(name, "nl")))("%s opens, and its links lead somewhere", async (name) => {
    for (const [address, language] of [
      [`/methode/${name}`, "nl"],
      [`/en/method/${name}`, "en"],
    ] as const) {
      const { html, status } = await render(address, read);
      expect(status).toBe(200);
      expect(html.match(/<h1/g)?.length).toBe(1);
      expect(html).not.toMatch(/undefined|\[object|\sstyle=|\]\(/);
      const page = methodPage(name, language);
      expect(html).toContain(`<title>${page && titleOf(page)}`);
      const main = html.slice(html.indexOf("<main"), html.indexOf("</main>"));
      const dead = hrefs(main).filter(
        (href) => !/^https?:/.test(href) && !/^\/(en\/?)?$/.test(href) && !/^\/(methode|en\/method)(\/[a-z-]+)?$/.test(href),
      );
      expect(dead).toEqual([]);
      for (const href of hrefs(main).filter((each) => /\/(methode|method)\//.test(each)))
        expect((await render(href, read)).status).toBe(200);
    }
  });

  it("answer 404 for a rule that is not there", async () => {
    expect((await render("/methode/toveren", read)).status).toBe(404);
    expect((await render("/methode/ranks/meer", read)).status).toBe(404);
  });

  it("have one address in each language, and the other word leads there too", async () => {
    const { html } = await render("/en/methode/rounding", read);
    expect(html).toContain('<link rel="canonical" href="/en/method/rounding"/>');
    expect(html).toContain('href="/methode/rounding" lang="nl"');
  });

  it("are in the language of the address, and in the other one where they have no page in it", async () => {
    const [nl, en] = await Promise.all(["/methode/rounding", "/en/method/rounding"].map(async (each) => (await render(each, read)).html));
    expect(nl).toContain("<h1>Afronden</h1>");
    expect(en).toContain("<h1>Rounding</h1>");
    expect(nl).not.toContain("other-language");
    expect(methodPage("rounding", "en", new Map([["rounding.nl.md", "# Afronden"]]))).toEqual({ text: "# Afronden", language: "nl" });
    expect(methodPage("rounding", "nl", new Map([["rounding.en.md", "# Rounding"]]))).toEqual({ text: "# Rounding", language: "en" });
    expect(methodPage("rounding", "nl", new Map())).toBeUndefined();
  });

  it("link to each other and to other sites, and nowhere else", () => {
    expect(linkOf("rounding.nl.md", "nl")).toBe("/methode/rounding");
    expect(linkOf("./rounding.nl.md", "en")).toBe("/en/method/rounding");
    expect(linkOf("https://example.org/a", "nl")).toBe("https://example.org/a");
    for (const href of ["toveren.nl.md", "../concepts/areas.md", "javascript:alert(1)", "//example.org"])
      expect(linkOf(href, "nl"), href).toBeUndefined();
  });

  it("let no markup of a text through", async () => {
    const { html } = await render("/methode/special-values", read);
    expect(html).toContain("<code>x</code>");
    expect(html).toContain('<th scope="col">teken</th>');
    const drawn = renderToStaticMarkup(
      createElement(Markdown, {
        text: "# A\n\n<script>alert(1)</script>\n\nb <b onclick='x'>c</b> [d](javascript:e) & < 5",
        label: "",
        resolve: () => undefined,
      }),
    );
    expect(drawn).toContain("<h1>A</h1>");
    expect(drawn).not.toMatch(/<script|<b |javascript:/);
    expect(drawn).toContain("&amp; &lt; 5");
  });

  it("head a column only where the head has words", () => {
    const table = (head: string) =>
      renderToStaticMarkup(createElement(Markdown, { text: `${head}\n|---|---:|\n| 1 | 2 |`, label: "", resolve: () => undefined }));
    expect(table("| | a |")).toMatch(/<thead><tr><td><\/td><th scope="col" class="n">a<\/th>/);
    expect(table("| | |")).not.toContain("<thead>");
  });
});

describe("the rules of a figure", () => {
  const selection: Selection = {
    indicators: ["x"],
    level: "gemeente",
    areas: { kind: "all" },
    compare: [],
    periods: { kind: "all" },
    by: [],
    members: [],
    pseudo: false,
  };
  const level = (alias: string, loaded: boolean, periods = ["2023", "2024"]) => ({ level: { alias }, loaded, periods });
  const plain: MethodFacts = {
    ...detailsOf({ provisional: [], breaks: [] }),
    available: [level("gemeente", true), level("gewest", false)],
  };
  const cube = cubeOf([areaAxis([0, 1], false), periodAxis(2023, 2024)], () => 5);
  const compared = cubeOf([areaAxis([0, 1]), periodAxis(2023, 2024)], () => 5);
  const hidden = cubeOf([areaAxis([0, 1], false), periodAxis(2023, 2024)], ([area = 0]) => (area === 0 ? -7 : 5));
  const missing = cubeOf([areaAxis([0, 1], false), periodAxis(2023, 2024)], ([area = 0]) => (area === 0 ? -1 : 5));
  const survey: MethodFacts = { ...plain, kind: "survey", dataType: "percentage" };

  it.each<readonly [string, readonly string[], MethodFacts, typeof cube, Partial<Selection>]>([
    ["loaded", ["rounding"], plain, cube, {}],
    ["beside a computed benchmark", ["sums-over-areas", "rounding", "comparison"], plain, compared, {}],
    ["weighted", ["weighted-means", "rounding", "comparison"], { ...plain, dataType: "percentage", weight: {} }, compared, {}],
    ["a formula", ["sums-over-areas", "formulas", "rounding", "comparison"], { ...plain, formula: {}, weight: {} }, compared, {}],
    ["hidden", ["rounding", "minimum-frequency", "complementary-suppression"], plain, hidden, {}],
    ["missing", ["special-values", "rounding"], plain, missing, {}],
    ["across a merger", ["mergers-and-vintages", "rounding"], { ...plain, breaks: [1] }, cube, {}],
    ["provisional", ["provisional-and-forecast", "rounding"], { ...plain, provisional: ["2024"] }, cube, {}],
    ["forecast", ["provisional-and-forecast", "rounding"], { ...plain, forecastFrom: "2024" }, cube, {}],
    [
      "made of quarters",
      ["periods-to-years", "rounding"],
      { ...plain, available: [level("gemeente", true, ["2024Q1", "2024"])] },
      cube,
      {},
    ],
    [
      "interpolated",
      ["interpolation", "rounding"],
      { ...plain, interpolation: "linear" },
      { ...cube, flags: Uint8Array.of(0, 1, 0, 0) },
      {},
    ],
    ["allocated", ["allocation", "rounding"], { ...plain, allocation: "x" }, { ...cube, flags: Uint8Array.of(0, 1, 0, 0) }, {}],
    ["partial", ["rounding"], plain, { ...cube, flags: Uint8Array.of(0, 2, 0, 0) }, {}],
    ["survey", ["rounding", "wilson-interval", "design-effect", "difference-test", "publication-minima"], survey, cube, {}],
    [
      "survey, the old margin",
      ["rounding", "survey-margin", "design-effect", "difference-test", "publication-minima"],
      survey,
      cube,
      { interval: { level: 95, method: "normal" } },
    ],
    ["growth", ["rounding", "growth-and-index"], plain, cube, { transformations: [{ kind: "growth", base: "first" }] }],
    ["z-scores", ["rounding", "z-scores"], plain, cube, { transformations: [{ kind: "z-score" }] }],
    ["own group", ["rounding", "own-groups"], plain, cube, { groups: [{ name: "g", areas: [], show: "total" }] }],
    ["a text", [], { ...plain, dataType: "text" }, cube, {}],
  ])("%s", (_, names, facts, given, change) => {
    expect(methodsOf(facts, given, { ...selection, ...change })).toEqual(names);
  });

  it("never says which rule hid a figure", () => {
    const named = methodsOf(plain, hidden, selection);
    for (const name of ["dominance", "p-percent", "audit"]) expect(named).not.toContain(name);
  });

  it("are linked beside the figures of an indicator, a cube and an area", async () => {
    for (const [address, rule] of [
      ["/indicator/ouderen?area=10004", "formulas"],
      ["/indicator/bevolking?area=10001&by=leeftijd5,geslacht", "special-values"],
      ["/area/gemeente/10004", "sums-over-areas"],
      ["/en/area/gemeente/10004", "rounding"],
    ] as const) {
      const { html } = await render(address, read);
      const list = /<ul class="method-links">.*?<\/ul>/.exec(html)?.[0] ?? "";
      if (rule !== "special-values") expect(list, address).toContain(`${address.startsWith("/en") ? "/en/method" : "/methode"}/${rule}"`);
      expect(hrefs(list).length, address).toBeGreaterThan(0);
    }
  });
});
