import { openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { type Status, statusNames } from "@peil/core/model/status.ts";
import { parseSelection } from "@peil/core/query/address.ts";
import { evaluatePlan, placeOf } from "@peil/core/query/evaluate-plan.ts";
import type { Cell } from "@peil/core/statistics/cell.ts";
import { expect, test } from "vitest";
import { answer } from "../src/answer.ts";
import type { Release } from "../src/release.ts";

// A release in memory, with the decisions of disclosure control laid down by hand: P is A, B and C; Q is D and E.
const period = parsePeriod("2024").id;
const level = (id: number, alias: string) => ({
  id,
  alias,
  division: alias,
  base: alias,
  name: { nl: alias },
  plural: { nl: alias },
  type: "area" as const,
  covers: true,
  sequence: id,
});
const areas = [..."PQ"]
  .map((code, i) => ({ id: i + 1, level: 1, code }))
  .concat([..."ABCDE"].map((code, i) => ({ id: i + 11, level: 2, code })));
const table = [11, 12, 13, 14, 15].map((child, i) => ({ child, parent: i < 3 ? 1 : 2, weight: 1 }));

const usual = {
  shape: "flat",
  unit: { nl: "" },
  kind: "register",
  dataType: "count",
  periodType: "stock",
  rating: "neutral",
  aggregatesAreas: true,
  aggregatesPeriods: false,
  absent: "empty",
  visible: true,
  searchable: true,
} as const;
const indicators = (
  [
    { code: "n", protected: true },
    { code: "w" },
    { code: "p", dataType: "percentage", weight: "w", protected: true },
    { code: "f", dataType: "ratio", formula: "100 * n / w" },
    { code: "m", threshold: 5 },
    { code: "loaded", protected: true },
    { code: "gap", protected: true },
  ] as readonly Partial<Indicator>[]
).map((each, i): Indicator => ({ ...usual, code: "", name: { nl: each.code ?? "" }, ...each, id: i + 1, sequence: i }));

const hidden: Cell = { value: Number.NaN, status: 7 };
const figures: Readonly<Record<string, Readonly<Record<string, number | Cell>>>> = {
  n: { A: hidden, B: hidden, C: 14, D: hidden, E: hidden, P: 46, Q: 25 },
  w: { A: 50, B: 150, C: 90, D: 60, E: 120, P: 290, Q: 180 },
  p: { A: hidden, B: hidden, C: 1400 / 90, D: hidden, E: hidden, P: 4600 / 290, Q: 2500 / 180 },
  m: { A: hidden, B: 30, C: 14, D: 8, E: 9, P: 46, Q: 17 },
  loaded: { A: hidden, B: hidden, C: 14, D: 8, E: 9, P: 50, Q: 17 },
  gap: { A: hidden, B: hidden, D: 8, E: 9, P: 46, Q: 17 },
};

function releaseOf(changes: typeof figures = {}): Release {
  const data = { ...figures, ...changes };
  const coverage = indicators.flatMap(({ id, code }) => [
    { indicator: id, level: 2, loaded: [period], computed: [] },
    { indicator: id, level: 1, loaded: code === "loaded" ? [period] : [], computed: code === "loaded" ? [] : [period] },
  ]);
  const catalogue = openCatalogue(
    {
      site: { name: { nl: "" }, motto: { nl: "" }, homeLevel: "g", benchmarkLevels: [], benchmark: { level: "p", area: "P" }, style: "" },
      levels: [level(1, "p"), level(2, "g")],
      areas: areas.map((each, sequence) => ({ ...each, name: { nl: each.code }, sequence, pseudo: false })),
      tables: [{ childLevel: 2, parentLevel: 1, links: table }],
      dimensions: [],
      dimensionLevels: [],
      members: [],
      memberLinks: [],
      sources: [],
      indicators,
      themes: [],
    },
    coverage,
  );
  const cellsOf = (indicator: number): Map<number, Cell> => {
    const own = data[catalogue.indicatorById(indicator)?.code ?? ""] ?? {};
    return new Map(
      areas.flatMap(({ id, code }) => {
        const cell = own[code];
        return cell === undefined ? [] : [[placeOf(id, period), typeof cell === "number" ? { value: cell, status: 0 } : cell]];
      }),
    );
  };
  const run: Release["run"] = async (plan) => evaluatePlan(plan, (leaf) => (leaf.node === "scan" ? cellsOf(leaf.indicator) : new Map()));
  return { id: "r", catalogue, run, runAll: (plans) => Promise.all(plans.map(run)) } as Partial<Release> as Release;
}

async function total(indicator: string, group: string, release = releaseOf()): Promise<number | string> {
  const cube = await answer(release, parseSelection(`indicator=${indicator}&level=g&period=2024&area=none&group=G:${group}`));
  return cube.status[0] === 0 ? Number((cube.values[0] as number).toFixed(6)) : statusNames[cube.status[0] as Status];
}

test.each([
  ["n", "g:A,B", 32],
  ["n", "g:A,C", "private"],
  ["n", "g:A,B,C", 46],
  ["n", "g:A,B,D", "private"],
  ["n", "g:A,B,D,E", 57],
  ["n", "p:P,g:D", "private"],
  ["n", "p:P,g:D,E", 71],
  // (46 − 14) / (290 − 90): numerator and denominator are both known of A and B together.
  ["p", "g:A,B", 16],
  ["p", "g:A,B,C", 15.862069],
  ["p", "g:B,C", "private"],
  ["f", "g:A,B", 16],
  ["f", "g:A,D", "private"],
  // Only marked, not protected: A alone would be 46 − 30 − 14.
  ["m", "g:A,B", "private"],
  ["m", "g:A,B,C", "private"],
  ["m", "g:B,C", 44],
  // The total was loaded, or a part has no record: it need not be the sum of its parts.
  ["loaded", "g:A,B", "private"],
  ["gap", "g:A,B", "private"],
])("%s of %s: %s", async (indicator, group, wanted) => {
  expect(await total(indicator, group)).toBe(wanted);
});

test("a hidden weight that is not protected hides what it would tell", async () => {
  const release = releaseOf({ w: { ...figures["w"], A: hidden } });
  expect(await total("p", "g:A,B", release)).toBe("private");
  expect(await total("p", "g:B,C", release)).toBe("private");
  expect(await total("w", "g:A,B", release)).toBe("private");
});

test("nothing that is computed from a hidden figure shows it", async () => {
  for (const transform of ["share:column", "share:parent:p", "per:w:100", "rank", "z-score", "difference", "ratio"]) {
    const cube = await answer(releaseOf(), parseSelection(`indicator=n&level=g&period=2024&compare=p:P&transform=${transform}`));
    expect([...cube.status.slice(0, 2), ...cube.status.slice(3, 5)], transform).toEqual([7, 7, 7, 7]);
  }
  // A share of the column would tell what the hidden ones are together, were it of more than is visible: the total is hidden too.
  const shares = await answer(releaseOf(), parseSelection("indicator=n&level=g&period=2024&transform=share:column"));
  expect([...shares.status]).toEqual([7, 7, 7, 7, 7]);
});
