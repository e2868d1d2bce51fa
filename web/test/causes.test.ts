import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

// "Geen interpretatie": what the interface says describes figures and never says why they are as they are.

const folder = join(import.meta.dirname, "../src/text");
const words = [
  ...["doordat", "omdat", "aangezien", "immers", "dankzij", "wegens", "vanwege", "daardoor", "hierdoor", "waardoor", "daarom", "zodoende"],
  ...[
    "door toedoen van",
    "als gevolg van",
    "ten gevolge van",
    "te wijten aan",
    "te danken aan",
    "want zonder",
    "leidt tot",
    "zorgt voor",
    "komt door",
  ],
  ...[
    "veroorzaakt?",
    "verklaart",
    "wijst erop",
    "because",
    "due to",
    "owing to",
    "thanks to",
    "as a result",
    "therefore",
    "hence",
    "thereby",
  ],
  ...["leads? to", "results? in", "causes?", "caused", "explains", "attributed to", "suggests?"],
];
const causal = new RegExp(`(?<![\\p{L}])(?:${words.join("|")})(?![\\p{L}])`, "iu");

/** Where a cause is named of a rule, of a figure that is not there or of the page itself, never of a figure: file and key. */
const allowed = new Set([
  // Why a figure gets no word: the rule.
  "glance-why.ts otherSide",
  "glance-why.ts noBenchmark",
  "glance-why.ts unrated",
  // Why areas are not on the map: they have no place there.
  "on-map.ts noPlace",
  // Why signs and words are used, and what the statement of accessibility says of the tests: no figures.
  "glossary-nl.ts text",
  "glossary-en.ts text",
  "accessibility-nl.ts unknown",
  "accessibility-en.ts unknown",
  "help.ts moreText",
]);

/** Says that a pattern does not tell what brings it about. */
const denials = /zegt niet waardoor het komt|does not say what causes it/;

type Said = { readonly where: string; readonly text: string };

/** The lines of a file that hold a text, each with the key that it stands under. Comments are no texts. */
function saidIn(file: string): readonly Said[] {
  const code = readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
  let key = "";
  return code.split("\n").flatMap((line) => {
    key = /^\s*(?:readonly )?["']?([\w-]+)["']?\??\s*[:(]/.exec(line)?.[1] ?? key;
    const texts = line.replace(/(^|\s)\/\/.*$/, "").match(/"[^"]*"|`[^`]*`|'[^']*'/g) ?? [];
    return texts.map((text) => ({ where: `${file} ${key}`, text }));
  });
}

const all = readdirSync(folder)
  .filter((each) => each.endsWith(".ts"))
  .flatMap(saidIn);

it("reads the texts", () => {
  expect(all.length).toBeGreaterThan(1000);
  expect(causal.test("Het cijfer daalde doordat er minder mensen wonen.")).toBe(true);
  expect(causal.test("The figure fell because fewer people live there.")).toBe(true);
  expect(causal.test("Wantij, omdatering, becauses")).toBe(false);
});

it("names no cause of a figure", () => {
  const found = all.filter(({ where, text }) => causal.test(text.replace(denials, "")) && !allowed.has(where));
  expect(found).toEqual([]);
});

it("allows only what is still there", () => {
  const used = new Set(all.filter(({ text }) => causal.test(text)).map(({ where }) => where));
  expect([...allowed].filter((each) => !used.has(each))).toEqual([]);
});
