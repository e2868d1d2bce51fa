import type { Read } from "@peil/core/api.ts";
import type { ExploreRow, ExploreView } from "@peil/core/api-explore.ts";
import { describe, expect, it } from "vitest";
import { render } from "../src/entry-server.tsx";
import { formatChoice, limitsIn, listKey, parseChoice, passes, plainText, tidyChoice } from "../src/pages/explore-choice.ts";
import { directionOf, facetsOf, groupsOf, shownOf } from "../src/pages/explore-rows.ts";
import { suitsDistribution, tellDistribution } from "../src/presentations/distribution.tsx";
import { binsOf, distributionOf } from "../src/presentations/distribution-figures.ts";
import type { Subject } from "../src/presentations/presentation.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, cubeOf, detailsOf, periodAxis, read } from "./data.ts";

const voice = voiceOf("nl");
const unit = { nl: "%" };
const base = { shape: "flat" as const, kind: "register" as const, derived: false, unit };
const spread = { low: 10, high: 30, shown: 10, hidden: 1, missing: 1, ticks: [0, 50, 100] };

const rows: readonly ExploreRow[] = [
  {
    indicator: { ...base, code: "inwoners", name: { nl: "Inwoners" } },
    dataType: "count",
    rating: "neutral",
    decimals: 0,
    themes: ["demografie"],
    period: "2024",
    cell: { value: 34000, status: 0 },
    beside: [{ cell: { value: 1201345, status: 0 } }],
    movement: "risen",
    earlier: { period: "2019", cell: { value: 33000, status: 0 } },
  },
  {
    indicator: { ...base, code: "ouderen", name: { nl: "Aandeel één-oudergezinnen" } },
    dataType: "percentage",
    rating: "lower",
    decimals: 1,
    themes: ["demografie", "wonen"],
    period: "2024",
    cell: { value: 21.5, status: 0 },
    rank: { position: 4, of: 10 },
    spread,
    beside: [{ cell: { value: 18.4, status: 0 }, word: "worse", distance: 0.8 }],
    judgement: "attention",
    z: 0.9,
  },
  {
    indicator: { ...base, code: "huur", name: { nl: "Huurprijs" }, kind: "gis" },
    dataType: "mean",
    rating: "neutral",
    decimals: 0,
    themes: ["wonen"],
    period: "2023",
    cell: { status: 7 },
    beside: [{ cell: { value: 700, status: 0 } }],
    spread,
  },
];

const view: ExploreView = {
  area: { level: "gemeente", code: "10004", name: { nl: "Dorpsveld" } },
  level: { alias: "gemeente", name: { nl: "gemeente" }, plural: { nl: "gemeenten" }, count: 12 },
  benchmarks: [{ level: "gewest", code: "2000", name: { nl: "Noordelijk Gewest" } }],
  since: 5,
  usual: { compare: "gewest:2000", since: 5 },
  themes: [
    { theme: { code: "demografie", name: { nl: "Demografie" }, count: 2 }, indicators: ["inwoners", "ouderen"] },
    { theme: { code: "wonen", name: { nl: "Wonen" }, count: 2 }, indicators: ["ouderen", "huur"] },
  ],
  rows,
  choices: { compare: [{ level: "gewest", code: "2000", name: { nl: "Noordelijk Gewest" } }], since: [1, 3, 5, 10] },
};

const site: Read = async (route, input) => (route === "explore" ? (view as never) : read(route, input));
const pageOf = async (query: string, language = ""): Promise<string> =>
  (await render(`${language}${language === "" ? "/verken" : "/explore"}/gemeente/10004${query}`, site)).html;

describe("a choice", () => {
  it("is read from an address and written in its shortest form", () => {
    const query = "compare=gewest:2000,provincie:10000&sort=name&q=oude+straat&theme=wonen&kind=gis&judged=attention&open=huur";
    expect(formatChoice(parseChoice(query))).toBe(query);
    expect(formatChoice(parseChoice("kind=&sort=theme&compare=gewest:2000&compare=&since="))).toBe("compare=gewest:2000");
    expect(formatChoice(tidyChoice(parseChoice("compare=gewest:2000&since=5&moved=risen"), view.usual))).toBe("moved=risen");
  });
  it("takes what is unknown for nothing", () => {
    expect(formatChoice(parseChoice("kind=x&sort=x&moved=up&fragment=1"))).toBe("");
  });
  it("belongs to one list by what it is compared with, since when and in which order", () => {
    const key = (query: string): string => listKey(tidyChoice(parseChoice(query), view.usual));
    expect(key("compare=gewest:2000&q=x&open=huur")).toBe(key("kind=gis"));
    expect(new Set([key(""), key("since=1"), key("sort=name"), key("compare=provincie:10000")]).size).toBe(4);
    expect(limitsIn(parseChoice("q=a&kind=gis&sort=name&open=x"))).toBe(2);
  });
});

describe("the limits of the list", () => {
  const shown = (query: string): string[] => [...shownOf(rows, parseChoice(query), voice)];
  it("find words anywhere in a name, whatever their accents", () => {
    expect(plainText("Één-ouder")).toBe("een-ouder");
    expect(shown("q=een+AANDEEL")).toEqual(["ouderen"]);
    expect(shown("q=nergens")).toEqual([]);
  });
  it("ask theme, kind, rating, change, benchmark and judgement", () => {
    expect(shown("theme=wonen")).toEqual(["ouderen", "huur"]);
    expect(shown("kind=gis")).toEqual(["huur"]);
    expect(shown("rating=none")).toEqual(["inwoners", "huur"]);
    expect(shown("moved=risen")).toEqual(["inwoners"]);
    expect(shown("beside=worse")).toEqual(["ouderen"]);
    expect(shown("judged=attention&moved=risen")).toEqual([]);
  });
  it("know that worse is higher where lower is better", () => {
    expect(shown("beside=higher")).toEqual(["ouderen"]);
    expect([directionOf("worse", { rating: "lower" }), directionOf("better", { rating: "higher" })]).toEqual(["higher", "higher"]);
  });
  it("find nothing in a hidden figure", () => {
    const facets = facetsOf(rows[2] as ExploreRow, voice);
    expect([facets.beside, facets.moved, facets.judged]).toEqual([[], [], []]);
    expect(passes(facets, parseChoice("beside=lower"))).toBe(false);
  });
});

describe("the order of the list", () => {
  const codes = (query: string): string[][] =>
    groupsOf(view, parseChoice(query), voice).map((group) => group.rows.map((row) => row.indicator.code));
  it("is that of the themes, each row once", () => expect(codes("")).toEqual([["inwoners", "ouderen"], ["huur"]]));
  it("or of the names", () => expect(codes("sort=name")).toEqual([["ouderen", "huur", "inwoners"]]));
  it("or the biggest difference, those without one last", () =>
    expect(codes("sort=difference")).toEqual([["ouderen", "inwoners", "huur"]]));
  it("puts what stands in no theme last", () => {
    const alone = { ...view, themes: view.themes.slice(1) };
    expect(groupsOf(alone, parseChoice(""), voice).map((group) => group.name?.nl)).toEqual(["Wonen", "Andere onderwerpen"]);
  });
});

describe("the page without a script", () => {
  it("holds every row, with a link that opens it; those left out are not shown", async () => {
    const html = await pageOf("?judged=attention");
    expect(html).toMatch(/<li id="i-inwoners" hidden=""/);
    expect(html).toMatch(/<li id="i-ouderen" data-themes/);
    expect(html).toContain('href="/verken/gemeente/10004?judged=attention&amp;open=ouderen"');
    expect(html).toMatch(/id="explore-count"[^>]*>1 onderwerp</);
    expect(html).toMatch(/<form class="explore-form"[^>]* action="\/verken\/gemeente\/10004" method="get"/);
  });
  it("says the state of a hidden figure in words, and draws no mark for it", async () => {
    const row = /<li id="i-huur".*?<\/li>/.exec(await pageOf(""))?.[0] ?? "";
    expect(row).toContain("verborgen om privacyredenen");
    expect(row).toContain("1 verborgen.");
    expect(row).not.toContain('class="mine"');
    expect(await pageOf("")).not.toContain("1,0 verborgen");
  });
  it("opens an indicator beside the list: figure, distribution, line, map, table, what is said about it, the whole page", async () => {
    const html = await pageOf("?open=ouderen&kind=register");
    expect(html).toMatch(/<h2 id="detail-title" tabindex="-1">Aandeel 65-plussers/i);
    for (const part of ["chart distribution wide", "of-line", "of-map", "table-all", 'id="about-figure"', "/indicator/ouderen.csv"])
      expect(html, part).toContain(part);
    expect(html).toContain('href="/verken/gemeente/10004?kind=register#i-ouderen" class="back"');
    expect(html.match(/<h1/g)?.length).toBe(1);
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((each) => each[1]);
    expect(ids.filter((each, index) => ids.indexOf(each) !== index)).toEqual([]);
    expect(html).not.toMatch(/\sstyle=|undefined|NaN|\[object/);
  });
  it("answers a fragment with the pane alone", async () => {
    const html = await pageOf("?compare=gewest:2000&open=ouderen&fragment=1");
    expect(html).toMatch(/^<section aria-labelledby="detail-title" data-code="ouderen">/);
    expect(html).not.toContain("<html");
  });
  it("speaks English behind its prefix", async () => {
    const html = await pageOf("", "/en");
    expect(html).toContain("every topic");
    expect(html).toContain('href="/en/explore/gemeente/10004?open=ouderen"');
  });
});

// Ten figures 1 … 10, one hidden, one missing: quartiles by type 7 are 3.25 and 7.75.
describe("a distribution", () => {
  const figures = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, -7, -1];
  const axis = areaAxis(
    figures.map((_, at) => at),
    false,
  );
  const subject: Subject = {
    cube: cubeOf([axis, periodAxis(2024, 2024)], ([area = 0]) => figures[area] ?? -1),
    measured: detailsOf({ dataType: "percentage", code: "ouderen", unit, decimals: 1 }),
    voice,
    mine: [{ level: "gemeente", code: "10009" }],
    plural: { nl: "gemeenten" },
    beside: [
      { area: { code: "2000", level: "gewest", label: { nl: "Noordelijk Gewest" }, compare: true }, cell: { value: 5.5, status: 0 } },
    ],
    id: "t",
  };
  it("counts what is hidden and missing and places neither", () => {
    const found = distributionOf(subject);
    expect([found.shown.length, found.hidden, found.missing]).toEqual([10, 1, 1]);
    expect(found.quartiles).toEqual([3.25, 7.75]);
    expect(found.mine.map((each) => each.cell.value)).toEqual([9]);
    expect(binsOf(found).reduce((sum, each) => sum + each.count, 0)).toBe(10);
    expect(binsOf(found).filter((each) => each.mine)).toHaveLength(1);
  });
  it("puts every figure in one class, the highest in the last", () => {
    expect(binsOf(distributionOf(subject)).map((each) => [each.from, each.to, each.count])).toEqual([
      [0, 2, 1],
      [2, 4, 2],
      [4, 6, 2],
      [6, 8, 2],
      [8, 10, 3],
    ]);
  });
  it("says where the middle half lies, how many are shown and how many are not", () => {
    const { title, alt } = tellDistribution(subject);
    expect(title).toBe("Van de getoonde gemeenten ligt de helft tussen 3,3 en 7,8; IJzerdal ligt erboven".replace("IJ", "Ij"));
    expect(alt).toContain("10 gemeenten op de schaal. 1 verborgen om privacyredenen of door de bron en 1 zonder cijfer staan er niet op.");
    expect(suitsDistribution(subject)).toBe(true);
  });
  it("keeps the sum of a larger area off the scale of counts", () => {
    const counts = { ...subject, measured: detailsOf({ dataType: "count", decimals: 0 }) };
    expect([distributionOf(counts).beside.length, distributionOf(counts).offScale.length]).toEqual([0, 1]);
    expect(tellDistribution(counts).alt).toContain("Niet op de schaal");
  });
  it("says that one's own figure is hidden", () => {
    const hidden = { ...subject, mine: [{ level: "gemeente", code: "10011" }] };
    expect(tellDistribution(hidden).alt).toContain("Lindergem staat er niet op: verborgen om privacyredenen");
  });
});
