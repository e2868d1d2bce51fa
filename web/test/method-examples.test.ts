import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { changeOf, writtenChange } from "../src/text/change.ts";
import { english } from "../src/text/grammar-en.ts";
import { dutch } from "../src/text/grammar-nl.ts";
import { inOneText, sentencesOf } from "../src/text/sentences.ts";
import { figure } from "../src/text/unit.ts";
import { voiceOf } from "../src/text/voice.ts";
import { cubeOfRows } from "./sentence-cube.ts";

// The examples in the pages of the rules are what the code says. The sums of Merenland are checked on the engine in
// server/test/region-answers.test.ts, 491 315 in server/test/known-answers.test.ts.

const nl = voiceOf("nl");
const en = voiceOf("en");
const page = (name: string): string => readFileSync(join(import.meta.dirname, "../../docs/statistics", name), "utf8");
const plain = (text: string): string => text.replaceAll("\u00a0", " ");
const share = { dataType: "percentage" as const, unit: { nl: "%" }, decimals: 1 };

it("sentences: the example is what is said", () => {
  const cube = cubeOfRows([{ name: { nl: "Gent", en: "Ghent" }, cells: [253266, 263927] }], ["2015", "2020"]);
  const unit = { nl: "inwoners", en: "inhabitants" };
  const facts = { name: unit, unit, dataType: "count" as const, decimals: 0, rating: "neutral" as const };
  expect(page("sentences.nl.md")).toContain(`“${plain(inOneText(sentencesOf(cube, { facts, voice: nl, earlier: 0 })))}”`);
  expect(page("sentences.en.md")).toContain(`“${plain(inOneText(sentencesOf(cube, { facts, voice: en, earlier: 0 })))}”`);
  const points = changeOf(22.2, 23.4, share);
  expect(page("sentences.nl.md")).toContain(
    `“${plain(dutch.than(points, writtenChange(points, share, dutch, nl), false)).replace(/ dan$/, "")}”`,
  );
  expect(page("sentences.en.md")).toContain(
    `“${plain(english.than(points, writtenChange(points, share, english, en), false)).replace(/ than$/, "")}”`,
  );
  const count = { ...share, dataType: "count" as const, unit, decimals: 0 };
  for (const [from, to, said] of [
    [3, 5, "“2 meer”"],
    [1200, 3000, "“2,5 keer zoveel”"],
  ] as const) {
    const change = changeOf(from, to, count);
    expect(`“${dutch.than(change, writtenChange(change, count, dutch, nl), true).replace(/ (dan|als)$/, "")}”`).toBe(said);
    expect(page("sentences.nl.md")).toContain(said);
  }
});

it("rounding: two figures that look alike did not move, and a difference is that of the full figures", () => {
  expect(changeOf(12.34, 12.26, share).kind).toBe("barely");
  const change = changeOf(12.34, 12.46, share);
  expect(plain(writtenChange(change, share, dutch, nl))).toBe("0,1 procentpunt");
  expect([12.34, 12.26, 12.46].map((each) => plain(figure(each, share.unit, 1, nl)))).toEqual(["12,3 %", "12,3 %", "12,5 %"]);
  expect(page("rounding.nl.md")).toContain("0,1 procentpunt");
});

it("weighted means: the example by hand", () => {
  const [rates, weights] = [
    [10, 5, 4, 5, 2, 1],
    [500, 1000, 1500, 2000, 2500, 3000],
  ];
  const sum = rates.reduce((total, each, at) => total + each * (weights[at] ?? 0), 0);
  const all = weights.reduce((total, each) => total + each, 0);
  expect([sum, all]).toEqual([34000, 10500]);
  expect(page("weighted-means.nl.md")).toContain(`34.000 / 10.500 = ${nl.number(sum / all, 2)}`);
  expect(page("weighted-means.en.md")).toContain(`34,000 / 10,500 = ${en.number(sum / all, 2)}`);
});
