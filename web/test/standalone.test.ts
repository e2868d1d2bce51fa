import { describe, expect, test } from "vitest";
import { formatMarkup, parseMarkup } from "../src/presentations/markup.ts";
import { standaloneOf } from "../src/presentations/standalone.ts";
import { styleFor, tokenValue } from "../src/presentations/standalone-style.ts";

const around = { title: "Gent & Brugge", subtitle: "Inwoners · 2024", alt: 'Een "kaart"', foot: "Bron: Statbel" };
const map =
  '<figure class="drawing map"><figcaption><h3>weg</h3></figcaption><svg class="classes-5" viewBox="0 0 1000 500" role="img" aria-label="x"><path class="c2" d="M0 0z" data-a="1"></path><path class="hatched" d="M1 1z"></path></svg><ul class="legend classes-5"><li><span class="swatch c0"></span><span>1 tot 2</span><span class="count">3 gebieden</span></li></ul></figure>';

describe("the style of a drawing on its own", () => {
  test("has tokens filled in, also in mixed colours", () => {
    expect(tokenValue("--accent")).toBe("#00606e");
    expect(styleFor(new Set(["series", "mine"]))).toContain(".series.mine{stroke:#00606e;fill:#00606e}");
    // 70 % of #00606e with black: 0.7 × 96 = 67.2, 0.7 × 110 = 77.
    expect(styleFor(new Set(["labels", "m0"]))).toContain(".labels .m0{fill:#00434d}");
  });

  test("holds only what paints the drawing", () => {
    const style = styleFor(new Set(["chart", "wide", "narrow", "drawing", "map", "own"]));
    expect(style).not.toMatch(/display|margin|h3|var\(|@media|:hover/);
    expect(style).toContain(".map .own{fill:none");
    expect(styleFor(new Set(["unknown"]))).toBe("");
  });
});

describe("a drawing that leaves its page", () => {
  test("carries title, drawing, legend, fills and source, and is valid", () => {
    const made = standaloneOf(map, around);
    if (!made) throw new Error("nothing drawn");
    expect(made.svg).toContain(">Gent &amp; Brugge</text>");
    expect(made.svg).toContain('aria-label="Een &quot;kaart&quot;"');
    expect(made.svg).toContain('fill:url("#hatch")');
    expect(made.svg).toContain('<pattern id="hatch"');
    expect(made.svg).toContain('<rect class="c0"');
    expect(made.svg).toContain(">1 tot 2 · 3 gebieden</text>");
    expect(made.svg).toContain(">Bron: Statbel</text>");
    // 712 points of room for a drawing twice as wide as high.
    expect(made.svg).toContain('width="712" height="356" viewBox="0 0 1000 500"');
    for (const [tag] of made.svg.matchAll(/<[a-z]+ [^>]*>/g)) {
      const names = [...tag.matchAll(/ ([\w:-]+)=/g)].map(([, name]) => name);
      expect(new Set(names).size, tag).toBe(names.length);
    }
    expect(formatMarkup(parseMarkup(made.svg).children[0] ?? "")).toContain("</svg>");
  });

  test("of two sizes takes the wide one; of a table makes nothing", () => {
    const lines = ["wide", "narrow"]
      .map((each) => `<svg class="chart ${each}" viewBox="0 0 100 50" role="img"><path d="M${each.length} 0"></path></svg>`)
      .join("");
    const made = standaloneOf(`<figure class="drawing lines">${lines}</figure>`, around);
    expect(made?.svg).toContain("M4 0");
    expect(made?.svg).not.toContain("M6 0");
    expect(standaloneOf("<table><tbody><tr><td>1</td></tr></tbody></table>", around)).toBeUndefined();
  });

  test("bars keep their rows, names and figures; what is said to a screen reader only is left out", () => {
    const row =
      '<div class="row mine"><span class="place">2</span><span class="name"><span lang="nl">Gent</span></span><svg class="bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true"><rect class="t-mine" x="0" y="0" width="500" height="10"></rect></svg><span class="figure">263.927<span class="unseen"> (geschat)</span></span></div>';
    const made = standaloneOf(
      `<figure class="drawing bars"><div role="img" aria-label="x" class="rows">${row}<p class="skipped">… 3 ertussen</p></div></figure>`,
      around,
    );
    expect(made?.svg).toContain(">Gent</text>");
    expect(made?.svg).toContain(">263.927</text>");
    expect(made?.svg).toContain(">… 3 ertussen</text>");
    expect(made?.svg).toContain('<rect class="t-mine" x="0" y="0" width="500" height="10"/>');
    expect(made?.svg).toContain(".t-mine{fill:#00606e}");
  });
});
