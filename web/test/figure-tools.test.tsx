import type { Frame } from "@peil/core/api.ts";
import { bibtexOf } from "@peil/core/citation.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { voiceOf } from "../src/text/voice.ts";
import { type Figure, FigureTools } from "../src/widgets/figure-tools.tsx";

const frame: Frame = {
  site: { name: { nl: "Peil" }, motto: { nl: "" }, style: "default", mailbox: "cijfers@peil.example", origin: "https://peil.example" },
  release: { id: "abcdef01", at: "2026-01-15T11:00:00Z" },
};
const figure: Figure = {
  code: "inwoners",
  name: 'Inwoners & "meer"',
  source: "Statbel",
  areas: "Gent, Vlaams Gewest",
  period: "2010–2024",
  newest: "/indicator/inwoners?level=gemeente&area=44021",
  fixed: "/indicator/inwoners?level=gemeente&area=44021&release=abcdef01",
  embed: "/embed/inwoners?level=gemeente&area=44021&show=line",
  programs: "/code?indicator=inwoners&level=gemeente&area=44021",
  data: [{ label: "CSV", href: "/indicator/inwoners.csv?level=gemeente" }],
  more: [{ label: "Parquet", href: "/indicator/inwoners.parquet?level=gemeente" }],
  pictures: [{ label: "Lijn als SVG", href: "/indicator/inwoners.svg?show=line" }],
  id: "tools",
};
const draw = (change: Partial<Figure> = {}, other: Frame = frame, language: "nl" | "en" = "nl"): string =>
  renderToStaticMarkup(<FigureTools figure={{ ...figure, ...change }} frame={other} voice={voiceOf(language)} />);

/** A text of the page as a reader copies it. */
function read(html: string, id: string): string {
  const [, inside = ""] = new RegExp(`id="${id}"[^>]*>(.*?)</(?:pre|p)>`, "s").exec(html) ?? [];
  const text = inside.replace(/<[^>]*>/g, "");
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function mailOf(html: string, to: string): URLSearchParams {
  const [, query = ""] = new RegExp(`href="mailto:${to}\\?([^"]*)"`).exec(html) ?? [];
  return new URLSearchParams(query.replaceAll("&amp;", "&"));
}

describe("the tools of a figure", () => {
  test("cite this release and the newest", () => {
    const html = draw();
    expect(read(html, "tools-cite-this")).toBe(
      'Statbel, “Inwoners & "meer"”, Peil, publicatie abcdef01 van 15 januari 2026. https://peil.example/indicator/inwoners?level=gemeente&area=44021&release=abcdef01',
    );
    expect(read(html, "tools-cite-newest")).toBe(
      'Statbel, “Inwoners & "meer"”, Peil, nieuwste publicatie. https://peil.example/indicator/inwoners?level=gemeente&area=44021',
    );
    expect(read(html, "tools-cite-this-bibtex")).toContain("note = {publicatie abcdef01 van 15 januari 2026},");
  });

  test("give code that can be pasted in a page of another site as it is", () => {
    const html = draw();
    // The code is HTML itself: what stands in its attributes is escaped once, and once more by the page that shows it.
    const [, code = ""] = /id="tools-iframe"[^>]*><code>(.*?)<\/code>/s.exec(html) ?? [];
    const shown = code.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
    expect(shown).toBe(
      '<iframe src="https://peil.example/embed/inwoners?level=gemeente&amp;area=44021&amp;show=line" title="Inwoners &amp; &quot;meer&quot;" width="100%" height="560" loading="lazy" frameborder="0"></iframe>',
    );
    expect(read(html, "tools-element")).toContain('<script src="https://peil.example/embed/peil.js" async></script>');
    const { embed: _, ...withoutDrawing } = figure;
    expect(renderToStaticMarkup(<FigureTools figure={withoutDrawing} frame={frame} voice={voiceOf("nl")} />)).not.toContain("tools-iframe");
  });

  test("report an error with everything that finds the figure back; not where nobody would read it", () => {
    const mail = mailOf(draw(), "cijfers@peil.example");
    expect(mail.get("subject")).toBe('Fout in een cijfer: Inwoners & "meer"');
    for (const part of ["Gebied: Gent, Vlaams Gewest", "Periode: 2010–2024", "Publicatie: abcdef01", `https://peil.example${figure.fixed}`])
      expect(mail.get("body")).toContain(part);
    const { mailbox: _, ...site } = frame.site;
    expect(draw({}, { ...frame, site })).not.toContain("Meld een fout");
  });

  test("share the newest by mail", () => {
    expect(mailOf(draw(), "").get("body")).toBe(`https://peil.example${figure.newest}`);
  });

  test("leave addresses to a script where the site does not know its own", () => {
    const { origin: _, ...site } = frame.site;
    const html = draw({}, { ...frame, site });
    expect(html).not.toContain("https://peil.example");
    expect(html).toContain('data-spell="/indicator/inwoners?level=gemeente&amp;area=44021"');
    expect(draw()).not.toContain("data-spell");
  });

  test("in English", () => {
    expect(read(draw({}, frame, "en"), "tools-cite-this")).toContain("release abcdef01 of 15 January 2026");
  });
});

test("BibTeX keeps what its signs would break", () => {
  const entry = bibtexOf({
    key: "a/b c_2026",
    name: "100 % van {x} & $5_#\\",
    source: "",
    site: "Peil",
    year: "2026",
    note: "n",
    url: "https://x/?a={1}&b=2",
  });
  expect(entry.split("\n")).toEqual([
    "@misc{a_b_c_2026,",
    "  author = {{Peil}},",
    "  title = {{100 \\% van \\{x\\} \\& \\$5\\_\\#\\textbackslash{}}},",
    "  howpublished = {Peil},",
    "  year = {2026},",
    "  note = {n},",
    "  url = {https://x/?a=%7B1%7D&b=2},",
    "}",
  ]);
});
