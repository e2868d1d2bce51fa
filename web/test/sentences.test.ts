import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaInSentence, capital } from "../src/text/area-name.ts";
import { areaSentences } from "../src/text/area-sentences.ts";
import { changeOf, writtenChange } from "../src/text/change.ts";
import { english } from "../src/text/grammar-en.ts";
import { dutch } from "../src/text/grammar-nl.ts";
import { asHeading, inOneText, sentencesOf } from "../src/text/sentences.ts";
import type { Facts } from "../src/text/spoken.ts";
import { voiceOf } from "../src/text/voice.ts";
import { cases } from "./sentence-cases.ts";
import { allOf, type Case, cubeOfRows } from "./sentence-cube.ts";

const nl = voiceOf("nl");
const en = voiceOf("en");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const facts: Facts = {
  name: { nl: "Inwoners", en: "Inhabitants" },
  unit: { nl: "inwoners", en: "inhabitants" },
  dataType: "count",
  decimals: 0,
  rating: "neutral",
};

/** The sentences of a case as one line. */
function told(each: Case, language: "nl" | "en"): string {
  const cube = cubeOfRows(each.rows, each.periods ?? ["2015", "2020"]);
  return plain(
    inOneText(
      sentencesOf(cube, {
        facts: { ...facts, name: each.facts.unit, ...each.facts },
        voice: voiceOf(language),
        all: allOf(each),
        ...each.asked,
      }),
    ),
  );
}

// One line per case: what is asked, a tab, what is said. Read and mended by eye.
describe.each(["nl", "en"] as const)("golden sentences in %s", (language) => {
  const file = join(import.meta.dirname, "golden", `sentences.${language}.txt`);
  const golden = new Map(
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => line.split("\t") as [string, string]),
  );

  it("are at least sixty, one for each case", () => {
    expect([...golden.keys()].toSorted()).toEqual(Object.keys(cases).toSorted());
    expect([...golden.values()].flatMap((each) => each.split(/(?<=\.) (?=\p{Lu})/u)).length).toBeGreaterThan(100);
  });

  it.each(Object.keys(cases))("%s", (name) => {
    expect(told(cases[name] as Case, language)).toBe(golden.get(name));
  });
});

describe("what is said of a change", () => {
  const measure = { dataType: "count" as const, unit: { nl: "inwoners" }, decimals: 0 };

  it("is measured by what the figure is", () => {
    expect(changeOf(0, 5, measure)).toEqual({ kind: "plain", amount: 5, decimals: 0, up: true });
    expect(changeOf(9, 5, measure)).toEqual({ kind: "plain", amount: 4, decimals: 0, up: false });
    expect(changeOf(10, 5, measure)).toEqual({ kind: "percent", amount: 50, decimals: 1, up: false });
    expect(changeOf(10, 30, measure)).toEqual({ kind: "times", amount: 3, decimals: 1, up: true });
    expect(changeOf(10, 5, { ...measure, dataType: "percentage", decimals: 1 })).toEqual({
      kind: "points",
      amount: 5,
      decimals: 1,
      up: false,
    });
    expect(changeOf(0.1 + 0.2, 0.3, { ...measure, decimals: 1 })).toEqual({ kind: "none" });
  });

  it("never contradicts what is seen: figures written alike did not rise or fall, and no change is written as 0", () => {
    const figure = fc.double({ min: -1000, max: 1000, noNaN: true });
    const types = fc.constantFrom("count", "percentage", "ratio", "mean", "other" as const);
    fc.assert(
      fc.property(figure, figure, fc.integer({ min: 0, max: 3 }), types, (from, to, decimals, dataType) => {
        const each = { dataType, unit: { nl: "x" }, decimals } as const;
        const change = changeOf(from, to, each);
        if (nl.number(from, decimals) === nl.number(to, decimals)) expect(["none", "barely"]).toContain(change.kind);
        if (change.kind === "none" || change.kind === "barely") return;
        expect(change.up).toBe(to > from);
        expect(writtenChange(change, each, dutch, nl)).not.toMatch(/^0(,0+)?(\s|$)/);
      }),
    );
  });
});

describe("units", () => {
  it.each([
    ["inwoners per km²", "inwoner per km²"],
    ["kWh", "kWh"],
    ["hectare", "hectare"],
    ["fratsen", undefined],
  ])("of one in Dutch: %s", (unit, one) => expect(dutch.singular(unit)).toBe(one));

  it.each([
    ["local units", "local unit"],
    ["companies", "company"],
    ["people", "person"],
    ["euros per return", "euro per return"],
    ["churches", "church"],
    ["class", undefined],
  ])("of one in English: %s", (unit, one) => expect(english.singular(unit)).toBe(one));
});

describe("areas in a sentence", () => {
  it.each([
    ["Vlaams Gewest", "het Vlaams Gewest"],
    ["Provincie Limburg", "de provincie Limburg"],
    ["Antwerpen (provincie)", "de provincie Antwerpen"],
    ["Dender (vervoerregio)", "de vervoerregio Dender"],
    ["Aalst (arrondissement)", "het arrondissement Aalst"],
    ["Stad Gent", "de stad Gent"],
    ["Kempen", "de Kempen"],
    ["De Haan", "De Haan"],
    ["Aaigem (Erpe-Mere)", "Aaigem (Erpe-Mere)"],
  ])("%s", (name, said) => expect(areaInSentence({ nl: name }, nl)).toBe(said));

  it.each([
    ["Antwerp (province)", "the province of Antwerp"],
    ["Ghent (transport region)", "the Ghent transport region"],
    ["Flemish Region", "the Flemish Region"],
    ["Antwerp region", "the Antwerp region"],
  ])("%s", (name, said) => expect(areaInSentence({ nl: "", en: name }, en)).toBe(said));

  it("take the site's own article where it gives one", () => {
    expect(areaInSentence({ nl: "Westhoek" }, nl, { nl: "onze Westhoek" })).toBe("onze Westhoek");
    expect(capital("'s-Gravenvoeren")).toBe("'s-Gravenvoeren");
  });

  it("open an area's page", () => {
    const opening = {
      name: { nl: "Gent" },
      figures: 1,
      themes: 1,
      beside: [{ name: { nl: "Vlaams Gewest" } }],
      top: [],
      plural: { nl: "gemeenten" },
    };
    expect(areaSentences(opening, nl)).toEqual(["Hier staat 1 cijfer over Gent in 1 thema, naast het Vlaams Gewest."]);
    const top = [{ name: { nl: "Inwoners" }, position: 2, of: 285 }];
    expect(areaSentences({ ...opening, figures: 34, themes: 6, top }, nl).join(" ")).toBe(
      "Hier staan 34 cijfers over Gent in 6 thema's, naast het Vlaams Gewest. Gent hoort bij de eerste vijf gemeenten voor “Inwoners” (2de).",
    );
  });

  it("have their place as the language counts", () => {
    expect([1, 2, 8, 11, 19, 20, 100, 101, 102, 285].map((n) => nl.m.ordinal(n))).toEqual([
      "1ste",
      "2de",
      "8ste",
      "11de",
      "19de",
      "20ste",
      "100ste",
      "101ste",
      "102de",
      "285ste",
    ]);
  });
});

describe("sentences", () => {
  const rows = [{ name: { nl: "Gent" }, cells: [1, 2] }];

  it("say only what is asked for, and lose their full stop in a heading", () => {
    const found = sentencesOf(cubeOfRows(rows, ["2015", "2020"]), { facts, voice: nl, earlier: 0, say: ["change"] });
    expect(found).toEqual([{ kind: "change", text: "Tussen 2015 en 2020 steeg het cijfer in Gent met 1." }]);
    expect(found.map(asHeading)).toEqual(["Tussen 2015 en 2020 steeg het cijfer in Gent met 1"]);
  });

  it("name the members that limit a figure", () => {
    const cube = cubeOfRows(rows, ["2015", "2020"]);
    const sex = {
      code: "geslacht",
      label: { nl: "Geslacht" },
      role: "member" as const,
      members: [{ code: "V", label: { nl: "vrouwen" } }],
    };
    const [value] = sentencesOf({ ...cube, axes: [...cube.axes, sex] }, { facts, voice: nl, members: [0] });
    expect(plain(value?.text ?? "")).toBe("In 2020 telde Gent (vrouwen) 2 inwoners.");
  });

  it.each([
    ["directed", "In 2020 was de stroom van Gent naar Aalst 12 inwoners.", "In 2020 the flow from Gent to Aalst was 12 inhabitants."],
    ["balance", "In 2020 was het saldo van Gent naar Aalst 12 inwoners.", "In 2020 the balance from Gent to Aalst was 12 inhabitants."],
    ["symmetric", "In 2020 was de stroom tussen Gent en Aalst 12 inwoners.", "In 2020 the flow between Gent and Aalst was 12 inhabitants."],
  ] as const)("speak of a %s flow", (flow, dutchText, englishText) => {
    const members = ["Gent", "Aalst"].map((name) => ({ code: name, label: { nl: name } }));
    const axis = (code: string) => ({ code, label: { nl: code }, role: "area" as const, members });
    const cube = {
      ...cubeOfRows([], []),
      axes: [
        axis("from"),
        axis("to"),
        { code: "period", label: { nl: "" }, role: "period" as const, members: [{ code: "2020", label: { nl: "2020" } }] },
      ],
      values: Float64Array.from([Number.NaN, 12, 3, Number.NaN]),
      status: Uint8Array.from([7, 0, 0, 1]),
      flags: new Uint8Array(4),
    };
    const ask = (voice: typeof nl, areas: readonly number[]) =>
      plain(inOneText(sentencesOf(cube, { facts: { ...facts, flow }, voice, areas })));
    expect(ask(nl, [0, 1])).toBe(dutchText);
    expect(ask(en, [0, 1])).toBe(englishText);
    expect(ask(nl, [0, 0])).toMatch(/ in 2020 is verborgen om privacyredenen\.$/);
  });

  it("never say a figure that is not visible", () => {
    const cube = cubeOfRows(
      [
        { name: { nl: "Gent" }, cells: ["private"] },
        { name: { nl: "Land" }, compare: true, cells: ["private"] },
      ],
      ["2020"],
    );
    const leaky = { ...cube, values: Float64Array.from([4321, 4321]) };
    for (const voice of [nl, en])
      expect(inOneText(sentencesOf(leaky, { facts, voice, all: leaky, plural: { nl: "x" } }))).not.toMatch(/4.?321/);
  });
});
