import { status } from "@peil/core/model/status.ts";
import { describe, expect, it } from "vitest";
import { areaInSentence } from "../src/text/area-name.ts";
import { areaSentences, changeOf, type Facts, figureSentences } from "../src/text/sentences.ts";
import { voiceOf } from "../src/text/voice.ts";

const nl = voiceOf("nl");
const en = voiceOf("en");

const people: Facts = {
  unit: { nl: "inwoners", en: "inhabitants" },
  dataType: "count",
  decimals: 0,
  period: "2020",
  earlierPeriod: "2015",
  area: { name: { nl: "Gent" }, value: 263927, status: status.value, earlier: 253266 },
  benchmark: { name: { nl: "Vlaams Gewest", en: "Flemish Region" }, value: 6629143, status: status.value, earlier: 6444127 },
};
const share: Facts = {
  ...people,
  unit: { nl: "%" },
  dataType: "percentage",
  decimals: 1,
  area: { name: { nl: "Gent" }, value: 23.4, status: status.value, earlier: 22.2 },
  benchmark: { name: { nl: "Vlaams Gewest", en: "Flemish Region" }, value: 21.1, status: status.value },
};
const plain = (sentences: readonly string[]): string => sentences.join(" ").replaceAll("\u00a0", " ");
const bare = ({ benchmark: _, ...rest }: Facts): Facts => rest;

describe("sentences about a figure", () => {
  it("counts things, with the change and that of the benchmark", () => {
    expect(plain(figureSentences(people, nl))).toBe(
      "In 2020 telde Gent 263.927 inwoners, 4,2 % meer dan in 2015. In het Vlaams Gewest was er in die tijd een stijging van 2,9 %.",
    );
    expect(plain(figureSentences(people, en))).toBe(
      "In 2020 Gent had 263,927 inhabitants, 4.2% more than in 2015. In the Flemish Region there was a rise of 2.9% over that time.",
    );
  });

  it("speaks of percentages in points", () => {
    expect(plain(figureSentences(share, nl))).toBe(
      "In 2020 was het cijfer voor Gent 23,4 %, 1,2 procentpunt hoger dan in 2015. Dat is 2,3 procentpunt hoger dan in het Vlaams Gewest (21,1 %).",
    );
    expect(plain(figureSentences(share, en))).toBe(
      "In 2020 the figure for Gent was 23.4%, 1.2 percentage points higher than in 2015. That is 2.3 percentage points higher than in the Flemish Region (21.1%).",
    );
  });

  it("says one in the singular where it knows it, and stays neutral where it does not", () => {
    const one = bare({ ...people, area: { ...people.area, value: 1, earlier: undefined } });
    expect(plain(figureSentences(one, nl))).toBe("In 2020 telde Gent 1 inwoner.");
    expect(plain(figureSentences(one, en))).toBe("In 2020 Gent had 1 inhabitant.");
    expect(plain(figureSentences({ ...one, unit: { nl: "fratsen" } }, nl))).toBe("In 2020 was het cijfer voor Gent 1 fratsen.");
  });

  it("says what is equal, and what is almost", () => {
    const same = bare({ ...people, area: { ...people.area, earlier: 263927 } });
    expect(plain(figureSentences(same, nl))).toContain("evenveel als in 2015.");
    const near = bare({ ...people, area: { ...people.area, earlier: 263926 } });
    expect(plain(figureSentences(near, nl))).toContain("bijna evenveel als in 2015.");
    const beside = { ...share, benchmark: { name: { nl: "Vlaams Gewest" }, value: 23.41, status: status.value } };
    expect(plain(figureSentences(beside, nl))).toContain("Dat is even hoog als in het Vlaams Gewest.");
  });

  it.each([
    [status.private, "Het cijfer van het Vlaams Gewest in 2020 is verborgen om de privacy te beschermen."],
    [status.hidden, "Het cijfer van het Vlaams Gewest in 2020 is niet vrijgegeven door de bron."],
    [status.empty, "Voor het Vlaams Gewest is er geen cijfer in 2020."],
    [status.unknown, "Het cijfer van het Vlaams Gewest in 2020 is niet bekend."],
    [status.notAvailable, "Het cijfer van het Vlaams Gewest in 2020 is niet beschikbaar op dit niveau."],
  ])("says why there is no figure (%i), and nothing more", (state, text) => {
    expect(figureSentences({ ...people, area: { name: { nl: "Vlaams Gewest" }, status: state } }, nl)).toEqual([text]);
  });

  it("says how many areas are missing", () => {
    const facts = { ...people, area: { name: { nl: "Gent" }, status: status.incomplete, value: 2 } };
    expect(plain(figureSentences(facts, nl))).toBe("Het cijfer van Gent in 2020 is niet volledig: er ontbreken 2 gebieden.");
  });

  it("never reads a hidden benchmark", () => {
    const facts = { ...share, benchmark: { name: { nl: "Vlaams Gewest" }, value: 21.1, status: status.private } };
    expect(plain(figureSentences(facts, nl))).not.toContain("21,1");
  });

  it("gives the place among the others", () => {
    const facts = bare({ ...people, rank: { position: 2, of: 285, plural: "gemeenten" } });
    expect(plain(figureSentences(facts, nl))).toContain("Gent staat 2e van 285 gemeenten, van hoog naar laag.");
    expect(plain(figureSentences({ ...facts, rank: { position: 3, of: 285, plural: "municipalities" } }, en))).toContain(
      "Gent ranks 3rd out of 285",
    );
  });

  it("says months, quarters and school years as people do", () => {
    const at = (period: string): string => plain(figureSentences({ ...bare(people), period, earlierPeriod: undefined }, nl));
    expect(at("2024M01")).toContain("In januari 2024 telde");
    expect(at("2024Q1")).toContain("In het 1e kwartaal 2024 telde");
    expect(at("2024-2025")).toContain("In het schooljaar 2024-2025 telde");
  });

  it("measures change by what the figure is", () => {
    expect(changeOf(0, 5, "count", 0)).toEqual({ kind: "plain", amount: 5, decimals: 0, up: true });
    expect(changeOf(10, 5, "count", 0)).toEqual({ kind: "percent", amount: 50, decimals: 1, up: false });
    expect(changeOf(10, 5, "percentage", 0)).toEqual({ kind: "points", amount: 5, decimals: 1, up: false });
  });
});

describe("areas in a sentence", () => {
  it("knows their articles", () => {
    expect(areaInSentence({ nl: "Vlaams Gewest" }, nl)).toBe("het Vlaams Gewest");
    expect(areaInSentence({ nl: "Provincie Limburg" }, nl)).toBe("de provincie Limburg");
    expect(areaInSentence({ nl: "De Haan" }, nl)).toBe("De Haan");
    expect(areaInSentence({ nl: "Gent" }, nl)).toBe("Gent");
    expect(areaInSentence({ nl: "Kempen" }, nl, { nl: "de Kempen" })).toBe("de Kempen");
  });

  it("opens an area's page", () => {
    const facts = { name: { nl: "Gent" }, figures: 1, themes: 1, beside: [{ nl: "Vlaams Gewest" }], top: [], plural: { nl: "gemeenten" } };
    expect(areaSentences(facts, nl)).toEqual(["Hier staat 1 cijfer over Gent in 1 thema, naast het Vlaams Gewest."]);
    const top = [{ name: { nl: "Inwoners" }, position: 2, of: 285 }];
    expect(areaSentences({ ...facts, figures: 34, themes: 6, top }, nl).join(" ")).toBe(
      "Hier staan 34 cijfers over Gent in 6 thema's, naast het Vlaams Gewest. Gent hoort bij de eerste vijf gemeenten voor “Inwoners” (2e).",
    );
  });
});
