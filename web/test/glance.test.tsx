import type { Read } from "@peil/core/api.ts";
import type { GlanceRow, GlanceView } from "@peil/core/api-glance.ts";
import { describe, expect, it } from "vitest";
import { parseAddress } from "../src/address.ts";
import { render } from "../src/entry-server.tsx";
import { glanceSentences } from "../src/text/glance-sentences.ts";
import { voiceOf } from "../src/text/voice.ts";
import { read } from "./data.ts";

const nl = voiceOf("nl");
const en = voiceOf("en");
const plain = (texts: readonly string[]): readonly string[] => texts.map((each) => each.replaceAll("\u00a0", " "));

function row(code: string, more: Partial<GlanceRow> = {}): GlanceRow {
  const indicator = {
    code,
    name: { nl: `Cijfer ${code}`, en: `Figure ${code}` },
    unit: { nl: "%" },
    shape: "flat",
    kind: "register",
    derived: false,
  } as const;
  const cell = { value: 8.1, status: 0 };
  const base = {
    indicator,
    rating: "lower",
    decimals: 1,
    dataType: "percentage",
    period: "2024",
    cell,
    benchmark: { value: 11.6, status: 0 },
    trend: [],
  } as const;
  const verdict = { by: "z-score", z: -1.2, threshold: 0.5, among: 285, mean: 11, deviation: 2.4, weighted: true } as const;
  return { ...base, verdict, distance: -1.5, spread: { low: 2, q1: 8, median: 10, q3: 12, high: 20 }, ...more };
}

const strong = (code: string, z = -1.2): GlanceRow =>
  row(code, { judgement: "strength", verdict: { by: "z-score", z, threshold: 0.5, among: 285, mean: 11, deviation: 2.4, weighted: true } });
const moved = (code: string, direction: "better" | "worse" | undefined): GlanceRow =>
  row(code, {
    movement: "fallen",
    earlier: { period: "2019", cell: { value: 9, status: 0 } },
    ...(direction ? { direction } : {}),
    moved: { by: "changes", change: -0.9, threshold: 0.4, among: 285 },
  });

describe("three sentences", () => {
  const spoken = { area: "Gent", benchmark: "het Vlaams Gewest", plural: "gemeenten", since: 5 };
  const say = (rows: readonly GlanceRow[], years = 5): readonly string[] => plain(glanceSentences({ ...spoken, since: years, rows }, nl));

  it("are right for none", () => {
    expect(say([row("a")])).toEqual([
      "Gent heeft geen sterke punten tegenover het Vlaams Gewest.",
      "Gent heeft geen aandachtspunten tegenover het Vlaams Gewest.",
      "In vergelijking met 5 jaar eerder is er geen cijfer waarvan de verandering gekend is.",
    ]);
    expect(say([moved("a", undefined)], 1)[2]).toBe(
      "In vergelijking met een jaar eerder is geen enkel cijfer duidelijk gunstiger of ongunstiger; 1 ander cijfer steeg of daalde duidelijk.",
    );
  });

  it("are right for one", () => {
    const found = say([strong("a"), moved("b", "better")]);
    expect(found[0]).toBe("Gent heeft 1 sterk punt tegenover het Vlaams Gewest: “Cijfer a” (8,1 % tegenover 11,6).");
    expect(found[2]).toBe(
      "In vergelijking met 5 jaar eerder is 1 cijfer duidelijk gunstiger: “Cijfer b” (van 9,0 naar 8,1 %) en geen enkel ongunstiger.",
    );
    expect(say([moved("b", "worse")])[2]).toBe(
      "In vergelijking met 5 jaar eerder is geen enkel cijfer duidelijk gunstiger en 1 ongunstiger: “Cijfer b” (van 9,0 naar 8,1 %).",
    );
  });

  it("are right for several, the farthest first, and say het Vlaams Gewest with its capital", () => {
    const rows = [strong("a", -0.6), strong("b", -2), strong("c", -1)];
    expect(plain(glanceSentences({ ...spoken, area: "het Vlaams Gewest", benchmark: "de provincie Limburg", rows }, nl))[0]).toBe(
      "Het Vlaams Gewest heeft 3 sterke punten tegenover de provincie Limburg, het duidelijkst “Cijfer b” (8,1 % tegenover 11,6) en “Cijfer c” (8,1 % tegenover 11,6).",
    );
    expect(plain(glanceSentences({ ...spoken, area: "Ghent", benchmark: "the Flemish Region", rows }, en))).toEqual([
      "Ghent has 3 strengths beside the Flemish Region, most clearly “Figure b” (8.1% against 11.6) and “Figure c” (8.1% against 11.6).",
      "Ghent has no points of attention beside the Flemish Region.",
      "Compared with 5 years before, there is no figure of which the change is known.",
    ]);
  });
});

const area = { level: "gemeente", code: "10004", name: { nl: "Dorpsveld" } };
const theme = { code: "samenleven", name: { nl: "Samenleven" }, count: 2 };
const hidden = { ...row("x", { cell: { status: 7 }, trend: [] }) };
const { distance: _, verdict: __, ...unseen } = hidden;
const view: GlanceView = {
  area,
  level: { alias: "gemeente", name: { nl: "gemeente", en: "municipality" }, plural: { nl: "gemeenten", en: "municipalities" }, count: 12 },
  benchmark: { kind: "area", ref: "gewest:2000", name: { nl: "Noordelijk Gewest", en: "Northern Region" }, areas: [] },
  since: 5,
  themes: [{ theme, rows: [strong("a"), moved("b", "better"), unseen] }],
  choices: { benchmarks: [], areas: [], themes: [theme], since: [1, 3, 5, 10] },
};
const withGlance = (answer: GlanceView): Read =>
  (async (name: string, input: never) => (name === "glance" ? answer : read(name as "frame", input))) as unknown as Read;

describe("the page", () => {
  it("puts the rule with its numbers behind the word, and leads on", async () => {
    const { html, status } = await render("/vogelvlucht/gemeente/10004", withGlance(view));
    expect(status).toBe(200);
    expect(html).toContain(
      "Het cijfer ligt 1,20 standaardafwijkingen onder het gewogen gemiddelde van 285 gemeenten (gemiddelde 11,00, standaardafwijking 2,40).",
    );
    expect(html).toContain("als het ook van het Noordelijk Gewest naar dezelfde kant verschilt");
    expect(html).toContain('href="/methode/strengths-and-attention"');
    expect(html).toContain('href="/vogelvlucht/gemeente/10004.pdf?compare=gewest:2000&amp;since=5"');
    expect(html).toContain('href="/area/gemeente/10004"');
    expect(html).not.toMatch(/\sstyle=|undefined|NaN/);
  });

  it("does not place what is hidden, and says so", async () => {
    const { html } = await render("/vogelvlucht/gemeente/10004", withGlance(view));
    expect(html).toContain('data-i="a"');
    expect(html).not.toContain('data-i="x"');
    expect(html).toContain("1 cijfer staat er niet bij");
  });

  it("shows one theme in close-up, in English too", async () => {
    const { html } = await render("/en/glance/gemeente/10004?theme=samenleven", withGlance({ ...view, theme }));
    expect(html).toContain("municipality at a glance");
    expect(html).toContain("/en/explore/gemeente/10004?compare=gewest%3A2000&amp;open=a");
    expect(html.match(/<h1/g)?.length).toBe(1);
  });
});

describe("a group of the reader's own", () => {
  const compareIn = (query: string): unknown => parseAddress(`/vogelvlucht/gemeente/10001?${query}`).place;

  it("is put in the address by its form, names and codes escaped", () => {
    expect(compareIn("group-name=Onze+buren&member=10002&member=10003&member=10002&since=5")).toMatchObject({
      compare: "Onze buren:gemeente:10002,10003",
      since: "5",
    });
    expect(compareIn("group-name=A%3AB%2CC&member=10%2C2")).toMatchObject({ compare: "A%3AB%2CC:gemeente:10%2C2" });
    expect(compareIn("member=10002&compare=gewest:2000")).toMatchObject({ compare: "group:gemeente:10002" });
    expect(compareIn("member=&compare=gewest:2000")).toMatchObject({ compare: "gewest:2000" });
  });
});
