import type { Cube } from "@peil/core/model/cube.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { bar } from "../src/presentations/bar.tsx";
import { line } from "../src/presentations/line.tsx";
import type { Subject } from "../src/presentations/presentation.ts";
import { RankingTable } from "../src/presentations/ranking-table.tsx";
import { table } from "../src/presentations/table.tsx";
import { verdictsOf } from "../src/text/verdict.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, cubeOf, detailsOf, periodAxis } from "./data.ts";

/** Three towns with intervals of 4 to either side; the second rests on few answers, the third on too few. */
function surveyed(from: number, to: number): Cube {
  const cube = cubeOf([areaAxis([0, 1, 2], false), periodAxis(from, to)], ([area = 0, period = 0]) =>
    area === 2 ? -6 : 40 + area * 10 + period,
  );
  const size = cube.values.length / 3;
  return {
    ...cube,
    flags: Uint8Array.from(cube.values, (_, cell) => (Math.floor(cell / size) > 0 ? 4 : 0)),
    uncertainty: {
      lower: cube.values.map((each) => each - 4),
      upper: cube.values.map((each) => each + 4),
      respondents: Float64Array.from(cube.values, (_, cell) => [400, 64, 12][Math.floor(cell / size)] ?? Number.NaN),
      level: 95,
      method: "wilson",
    },
  };
}

function subject(cube: Cube, language: "nl" | "en" = "nl"): Subject {
  const measured = detailsOf({ dataType: "percentage", unit: { nl: "%" }, decimals: 1, rating: "higher" });
  return { cube, measured, voice: voiceOf(language), mine: [{ level: "gemeente", code: "10001" }], plural: { nl: "gemeenten" }, id: "t" };
}

const waves = surveyed(2021, 2024);
const last = surveyed(2024, 2024);
/** As a browser gets it: arrays, with null where there is no interval. */
const sent = JSON.parse(JSON.stringify(last, (_, each) => (ArrayBuffer.isView(each) ? Array.from(each as Float64Array) : each))) as Cube;

const lost = sent.uncertainty as NonNullable<Cube["uncertainty"]>;

describe("survey figures", () => {
  it("have their interval under the figure in a table, with a mark that is explained where few answered", () => {
    const html = renderToStaticMarkup(table.draw(subject(waves)));
    expect(html).toContain("36,0–44,0");
    expect(html).toContain("46,0–54,0");
    expect(html).toContain("weinig respondenten");
    expect(html).toContain("te weinig respondenten om te tonen");
    expect(html.match(/class="bounds"/g)).toHaveLength(8);
    expect(renderToStaticMarkup(table.draw(subject(waves, "en")))).toContain("few respondents");
  });
  it.each([
    ["as answered", last],
    ["as sent", sent],
  ])("have columns of their own in a ranking, %s", (_, cube) => {
    const html = renderToStaticMarkup(<RankingTable subject={subject(cube)} />);
    expect(html).toContain("betrouwbaarheidsinterval</th>");
    expect(html).toContain('<td class="n">36,0–44,0</td><td class="n">400</td>');
    expect(html).toContain('<td class="n"></td><td class="n"></td>');
  });
  it("have no interval where none could be made, also as sent", () => {
    const html = renderToStaticMarkup(
      table.draw(subject({ ...sent, uncertainty: { ...lost, lower: lost.lower.map(() => null as unknown as number) } })),
    );
    expect(html).not.toContain("bounds");
  });
  it("have whiskers on bars, which reach as far as the longest interval, and bands behind lines", () => {
    const html = renderToStaticMarkup(bar.draw(subject(last)));
    expect(html.match(/class="whisker"/g)).toHaveLength(2);
    expect(html).toContain('d="M852 5H1000"');
    const lines = renderToStaticMarkup(line.draw(subject(waves)));
    expect(lines.match(/class="band mine"/g)).toHaveLength(2);
    expect(lines).not.toContain("NaN");
  });
});

describe("figures of a register", () => {
  const cube: Cube = cubeOf([areaAxis([0, 1, 2], false), periodAxis(2021, 2024)], ([area = 0, period = 0]) => 40 + area * 10 + period);
  it("have nothing of that", () => {
    const html = [table, bar, line].map((each) => renderToStaticMarkup(each.draw(subject(cube)))).join("");
    for (const sign of ["bounds", "whisker", "band", "few", "respondenten"]) expect(html).not.toContain(sign);
    expect(renderToStaticMarkup(<RankingTable subject={subject(cube)} />)).not.toContain("betrouwbaarheidsinterval");
  });
});

describe("verdicts", () => {
  const area = { level: "gemeente", code: "10001" };
  const base = { area, period: "2024", difference: -3 };
  const comparisons = [
    { ...base, with: { area: { level: "land", code: "L" } }, word: "lower" as const },
    { ...base, with: { period: "2021" }, word: "no-clear-difference" as const },
  ];
  const member = { ...area, label: { nl: "A" } };
  it("come from the test, for the benchmark and for the wave that is spoken of", () => {
    expect(verdictsOf({ comparisons }, member, "2021")).toEqual({ verdict: "lower", verdictSince: "unclear" });
    expect(verdictsOf({ comparisons }, member, "2018")).toEqual({ verdict: "lower", verdictSince: undefined });
    expect(verdictsOf({}, member, "2021")).toEqual({ verdict: undefined, verdictSince: undefined });
  });
});
