import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkStyle, contrastOf, describeProblem, readTokens } from "../src/house-style.ts";

const web = join(import.meta.dirname, "../../web/src");
const defaults = readTokens(readFileSync(join(web, "style/tokens.css"), "utf8"));
const examples = readdirSync(join(web, "public/styles")).filter((each) => each.endsWith(".css"));

describe("contrast", () => {
  // The two greys on either side of 4.5 that the explanation of WCAG names.
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    ["#767676", "#fff", 4.54],
    ["#777", "#ffffff", 4.48],
  ])("of %s and %s is %d", (a, b, expected) => {
    expect(contrastOf(a, b)).toBeCloseTo(expected, 2);
    expect(contrastOf(b, a)).toBeCloseTo(expected, 2);
  });
});

describe("tokens", () => {
  it("are read from the root, not from conditions, and the last wins", () => {
    const css =
      ":root{--a:#111;--b: light-dark(#222, #333) ;}/* :root{--a:#999} */@media print{:root{--a:#888}}.x{--a:#777}:root { --a: #444 }";
    expect([...readTokens(css)]).toEqual([
      ["a", "#444"],
      ["b", "light-dark(#222, #333)"],
    ]);
  });
});

describe("house styles", () => {
  it("the default stands out by day and by night", () => expect(checkStyle(new Map(), defaults)).toEqual([]));

  it.each(examples)("the example %s does too", (file) => {
    expect(checkStyle(readTokens(readFileSync(join(web, "public/styles", file), "utf8")), defaults)).toEqual([]);
  });

  it("there are three examples", () => expect(examples).toEqual(["neutraal.css", "provincie.css", "stad.css"]));

  it("an accent that is too light is named with its contrast, for text on it too", () => {
    const problems = checkStyle(readTokens(":root{--accent:#66c2c9}"), defaults);
    expect(problems.map(({ front, behind, look }) => `${front}/${behind}/${look}`)).toEqual([
      "accent/paper/light",
      "accent/wash/light",
      "on-accent/accent/light",
    ]);
    expect(describeProblem(problems[0] as (typeof problems)[0]).en).toBe("--accent on --paper (light) has contrast 2.07; 4.5 is needed");
  });

  it("a colour of the night is checked by itself, through references", () => {
    const style = readTokens(":root{--own:light-dark(#000, #333);--ink:var(--own)}");
    expect(new Set(checkStyle(style, defaults).map((each) => each.look))).toEqual(new Set(["dark"]));
  });

  it("a colour that cannot be read is said so", () => {
    const [problem] = checkStyle(readTokens(":root{--ink:oklch(0.2 0 0)}"), defaults);
    expect(problem && describeProblem(problem).nl).toBe("--ink of --paper kan niet gelezen worden; schrijf #rrggbb of light-dark(#…, #…)");
  });
});
