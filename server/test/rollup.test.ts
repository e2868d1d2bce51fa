import type { AggregationTable, Area, Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { deriveLineage } from "@peil/core/query/lineage.ts";
import { expect, test } from "vitest";
import { openEngine, rowsOf } from "../src/store/duckdb.ts";
import * as rollup from "../src/store/rollup.ts";
import { flatGrain } from "../src/store/rollup-grain.ts";
import { periodRollups } from "../src/store/rollup-periods.ts";
import { fillRollupTables } from "../src/store/rollup-tables.ts";

// region R of provinces P and Q; towns a, b in P and c in Q; sub-areas a1 a2 of a, b1 of b, c1 of c; ? is unknown.
const levelNames = ["region", "province", "town", "part", "town2024"] as const;
type LevelName = (typeof levelNames)[number];
const levels: Level[] = levelNames.map((alias, i) => ({
  id: i + 1,
  division: alias,
  alias,
  base: alias.startsWith("town") ? "town" : alias,
  name: { nl: alias },
  plural: { nl: alias },
  type: "area",
  covers: true,
  sequence: i + 1,
}));
const areaNames: Record<LevelName, string[]> = {
  region: ["R"],
  province: ["P", "Q", "?"],
  town: ["a", "b", "c", "?"],
  part: ["a1", "a2", "b1", "c1"],
  town2024: ["x", "y", "b", "c", "?"],
};
const areas: Area[] = levelNames.flatMap((name, l) =>
  areaNames[name].map((code, i) => ({ id: (l + 1) * 100 + i, level: l + 1, code, name: { nl: code }, sequence: i, pseudo: code === "?" })),
);
const levelId = (name: LevelName): number => levelNames.indexOf(name) + 1;
const areaId = (name: LevelName, code: string): number => levelId(name) * 100 + areaNames[name].indexOf(code);

function table(child: LevelName, parent: LevelName, pairs: string): AggregationTable {
  return {
    childLevel: levelId(child),
    parentLevel: levelId(parent),
    links: pairs.split(" ").map((pair) => {
      const [from = "", to = ""] = pair.split(">");
      return { child: areaId(child, from), parent: areaId(parent, to), weight: 1 };
    }),
  };
}
const tables = [
  table("province", "region", "P>R Q>R ?>R"),
  table("town", "province", "a>P b>P c>Q ?>?"),
  table("part", "town", "a1>a a2>a b1>b c1>c"),
  table("town2024", "town", "x>a y>a b>b c>c ?>?"),
];

function indicator(id: number, properties: Partial<Indicator> = {}): Indicator {
  return {
    id,
    code: `i${id}`,
    shape: "flat",
    name: { nl: "" },
    unit: { nl: "" },
    kind: "register",
    dataType: "count",
    periodType: "flow",
    rating: "neutral",
    aggregatesAreas: true,
    aggregatesPeriods: true,
    absent: "empty",
    visible: true,
    searchable: true,
    sequence: id,
    ...properties,
  };
}

const special: Record<string, number> = { "-": 1, x: 2, nvt: 3, "?": 4 };

/** Loads `level area period value` lines of indicator 1 (or `#id` at the end) and gives the figure of every asked cell as text. */
async function world(indicators: Indicator[], lines: string[], weights: { id: number; sql: string }[] = []) {
  const engine = await openEngine({});
  const connection = await engine.connect();
  await fillRollupTables(connection, { levels, areas, lineage: deriveLineage({ levels, areas, tables }), indicators });
  await connection.run(
    "CREATE TABLE r(level INTEGER, period INTEGER, area INTEGER, indicator INTEGER, value DOUBLE, status UTINYINT, load INTEGER, feed INTEGER, flag UTINYINT)",
  );
  for (const line of lines) {
    const [level = "region", code = "", period = "", value = "", id = "#1"] = line.split(" ");
    const state = special[value] ?? 0;
    const at = `${levelId(level as LevelName)}, ${parsePeriod(period).id}, ${areaId(level as LevelName, code)}, ${id.slice(1)}`;
    await connection.run(`INSERT INTO r VALUES (${at}, ${state === 0 ? value : "NULL"}, ${state}, 1, NULL, 0)`);
  }
  const grain = flatGrain;
  const statements = [
    ...periodRollups(grain),
    rollup.presence(grain),
    rollup.identical(grain),
    rollup.chooseFeeding(grain),
    rollup.passIdentical(grain),
    ...levels.map((level) => rollup.sumUp(grain, level.id)),
    rollup.explainGaps(),
    rollup.fillZeros(),
    rollup.explainBackward(),
  ];
  for (const statement of statements) await connection.run(statement);
  for (const weight of weights) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE w AS ${weight.sql}`);
    await connection.run(rollup.weighUp(weight.id));
  }
  const rows = await rowsOf(connection, "SELECT * FROM r");
  engine.closeSync();
  return (level: LevelName, code: string, period: string, id = 1): string => {
    const found = rows.filter(
      (row) =>
        row["level"] === levelId(level) &&
        row["area"] === areaId(level, code) &&
        row["period"] === parsePeriod(period).id &&
        row["indicator"] === id,
    );
    if (found.length !== 1) return found.length === 0 ? "none" : `${found.length} rows`;
    const [row] = found;
    const signs = ["", "-", "x", "nvt", "?", `? (${row?.["value"]})`, "n.b."];
    return row?.["status"] === 0 ? String(row["value"]) : (signs[Number(row?.["status"])] ?? "");
  };
}

const count = indicator(1);

test("counts reach every level from the one complete level with the fewest steps", async () => {
  const figure = await world(
    [count],
    ["part a1 2020 1", "part a2 2020 2", "part b1 2020 3", "part c1 2020 4", "town a 2020 10", "town b 2020 20", "town c 2020 30"],
  );
  expect(figure("province", "P", "2020")).toBe("30");
  expect(figure("region", "R", "2020")).toBe("60");
  expect(figure("town", "a", "2020")).toBe("10");
});

test("an incomplete lower level is passed over for a complete one; never a mixture", async () => {
  const figure = await world([count], ["part a1 2020 1", "part a2 2020 2", "part b1 2020 3", "part c1 2020 4", "province P 2020 100"]);
  // Region: provinces are nearer but Q is missing, so the parts feed it; P's loaded 100 stands for P alone.
  expect(figure("region", "R", "2020")).toBe("10");
  expect(figure("province", "P", "2020")).toBe("100");
  expect(figure("province", "Q", "2020")).toBe("4");
});

test("a complete middle level wins over a finer one, pseudo-areas included in their own level only", async () => {
  const figure = await world(
    [count],
    ["town a 2020 1", "town b 2020 2", "town c 2020 3", "town ? 2020 5", "province P 2020 4", "province Q 2020 7"],
  );
  expect(figure("region", "R", "2020")).toBe("11");
});

test("loaded pseudo-areas count in totals", async () => {
  const figure = await world([count], ["town a 2020 1", "town b 2020 2", "town c 2020 3", "town ? 2020 5"]);
  expect(figure("region", "R", "2020")).toBe("11");
  expect(figure("province", "?", "2020")).toBe("5");
});

test("what is not complete says how many areas are missing, unless absent means zero", async () => {
  const lines = ["town a 2020 1", "town c 2020 3"];
  const strict = await world([count], lines);
  expect(strict("province", "P", "2020")).toBe("? (1)");
  expect(strict("province", "Q", "2020")).toBe("3");
  const zero = await world([indicator(1, { absent: "zero" })], lines);
  expect(zero("province", "P", "2020")).toBe("1");
});

test("where absent means zero, a parent without any record is zero, but not the same kind of area in another division", async () => {
  const figure = await world([indicator(1, { absent: "zero" })], ["town a 2020 1"]);
  expect(figure("province", "Q", "2020")).toBe("0");
  expect(figure("region", "R", "2020")).toBe("1");
  expect(figure("town2024", "c", "2020")).toBe("none");
});

test("states travel: empty and not applicable are skipped, hidden and unknown poison, hidden says least", async () => {
  const sum = async (a: string, b: string): Promise<string> =>
    (await world([count], [`town a 2020 ${a}`, `town b 2020 ${b}`]))("province", "P", "2020");
  expect(await sum("-", "4")).toBe("4");
  expect(await sum("nvt", "4")).toBe("4");
  expect(await sum("-", "-")).toBe("-");
  expect(await sum("nvt", "nvt")).toBe("nvt");
  expect(await sum("-", "nvt")).toBe("-");
  expect(await sum("x", "4")).toBe("x");
  expect(await sum("?", "4")).toBe("?");
  expect(await sum("?", "x")).toBe("x");
  expect(await sum("0", "-")).toBe("0");
});

test("merged areas: counts add, medians stay where they are the same, and are not available elsewhere", async () => {
  const median = indicator(2, { dataType: "other", aggregatesAreas: false });
  const lines = ["x", "y", "b", "c"].flatMap((code, i) => [`town2024 ${code} 2020 ${i + 1}`, `town2024 ${code} 2020 ${10 * (i + 1)} #2`]);
  const figure = await world([count, median], lines);
  expect(figure("town", "a", "2020")).toBe("3");
  expect(figure("town", "b", "2020")).toBe("3");
  expect(figure("town", "b", "2020", 2)).toBe("30");
  expect(figure("town", "a", "2020", 2)).toBe("n.b.");
  expect(figure("province", "P", "2020", 2)).toBe("n.b.");
  expect(figure("province", "P", "2020")).toBe("6");
});

test("today's figures pass back only to areas that are the same", async () => {
  const figure = await world([count], ["town a 2020 5", "town b 2020 6", "town c 2020 7"]);
  expect(figure("town2024", "b", "2020")).toBe("6");
  expect(figure("town2024", "x", "2020")).toBe("n.b.");
});

test("a weighted share: Σ(value·weight)/Σ(weight); a child without value or weight leaves both sums", async () => {
  const share = indicator(2, { dataType: "percentage", weight: "i1" });
  const lines = ["town a 2020 10 #2", "town b 2020 40 #2", "town c 2020 50 #2", "town a 2020 100", "town b 2020 300", "town c 2020 -"];
  const sql = "SELECT level, period, area, value, status, flag FROM r WHERE indicator = 1";
  const figure = await world([count, share], lines, [{ id: 1, sql }]);
  expect(figure("province", "P", "2020", 2)).toBe(String((10 * 100 + 40 * 300) / 400));
  expect(figure("province", "Q", "2020", 2)).toBe("-");
  expect(figure("region", "R", "2020", 2)).toBe(String((10 * 100 + 40 * 300) / 400));
  const hidden = await world([count, share], [...lines.slice(0, 5), "town c 2020 x"], [{ id: 1, sql }]);
  expect(hidden("region", "R", "2020", 2)).toBe("x");
});

test("a share without a weight is not available on a parent", async () => {
  const figure = await world([indicator(1, { dataType: "percentage" })], ["town a 2020 10", "town b 2020 20"]);
  expect(figure("province", "P", "2020")).toBe("n.b.");
});

test("parts of the year: a flow adds, a stock takes the first, a mean stock the mean; all parts must be there", async () => {
  const quarters = (id: number): string[] => [1, 2, 3, 4].map((q) => `region R 2020Q${q} ${q * 10} #${id}`);
  const flow = await world([count], quarters(1));
  expect(flow("region", "R", "2020")).toBe("100");
  expect(flow("region", "R", "2020H2")).toBe("70");
  const stock = await world([indicator(1, { periodType: "stock" })], quarters(1));
  expect(stock("region", "R", "2020")).toBe("10");
  expect(stock("region", "R", "2020H2")).toBe("30");
  const mean = await world([indicator(1, { periodType: "mean-stock" })], quarters(1));
  expect(mean("region", "R", "2020")).toBe("25");
  const short = await world([count], quarters(1).slice(0, 3));
  expect(short("region", "R", "2020")).toBe("none");
  expect(short("region", "R", "2020H1")).toBe("30");
  const loaded = await world([count], [...quarters(1), "region R 2020 99"]);
  expect(loaded("region", "R", "2020")).toBe("99");
});

/** Twelve months of the region: the figure (or sign) of each; `none` for a month without a record. */
const monthly = (figures: readonly (number | string)[], area = "region R"): string[] =>
  figures.flatMap((figure, m) => (figure === "none" ? [] : [`${area} 2020M${String(m + 1).padStart(2, "0")} ${figure}`]));
const ones: readonly (number | string)[] = Array.from({ length: 12 }, () => 1);
const year = async (properties: Partial<Indicator>, figures: readonly (number | string)[]): Promise<string> =>
  (await world([indicator(1, properties)], monthly(figures)))("region", "R", "2020");

test("states of a month: hidden and unknown spoil the year, empty and not applicable are skipped; a stock looks at its first month", async () => {
  const flow = { periodType: "flow" } as const;
  const mean = { periodType: "mean-stock" } as const;
  const stock = { periodType: "stock" } as const;
  expect(await year(flow, ones.with(5, "x"))).toBe("x");
  expect(await year(flow, ones.with(5, "?").with(6, "x"))).toBe("x");
  expect(await year(flow, ones.with(5, "?"))).toBe("?");
  expect(await year(flow, ones.with(5, "-").with(6, "nvt"))).toBe("10");
  expect(await year(mean, ones.with(5, "x"))).toBe("x");
  // (11 ones and an empty month) / 11; eleven ones and a 13 is 24 / 12
  expect(await year(mean, ones.with(5, "-"))).toBe("1");
  expect(await year(mean, ones.with(5, 13))).toBe("2");
  expect(await year(stock, ones.with(5, "x"))).toBe("1");
  expect(await year(stock, ones.with(0, "x"))).toBe("x");
  expect(await year(stock, ones.with(0, "-"))).toBe("-");
});

test("months that are not all there make no year, but a stock needs its first only", async () => {
  expect(await year({ periodType: "flow" }, ones.with(5, "none"))).toBe("none");
  expect(await year({ periodType: "mean-stock" }, ones.with(5, "none"))).toBe("none");
  expect(await year({ periodType: "stock" }, ones.with(5, "none"))).toBe("1");
  expect(await year({ periodType: "stock" }, ones.with(0, "none"))).toBe("none");
});

test("growth, figures without time, labels, flows of shares and what the owner forbids make no year", async () => {
  expect(await year({ periodType: "growth" }, ones)).toBe("none");
  expect(await year({ periodType: "independent" }, ones)).toBe("none");
  expect(await year({ periodType: "stock", dataType: "label" }, ones)).toBe("none");
  expect(await year({ periodType: "flow", dataType: "percentage" }, ones)).toBe("none");
  expect(await year({ periodType: "mean-stock", dataType: "percentage" }, ones)).toBe("1");
  expect(await year({ periodType: "stock", dataType: "other", aggregatesPeriods: false }, ones)).toBe("none");
});

test("where absent means zero, a month that other areas have is zero; a month that none has is missing", async () => {
  const zero = indicator(1, { absent: "zero" });
  const mean = indicator(1, { absent: "zero", periodType: "mean-stock" });
  const lines = [...monthly(ones, "town a"), "town b 2020M03 5"];
  const flow = await world([zero], lines);
  expect([flow("town", "b", "2020"), flow("province", "P", "2020")]).toEqual(["5", "17"]);
  expect(
    (
      await world(
        [mean],
        ["town a", "town b"].flatMap((area, i) => (i === 0 ? monthly(ones, area) : [`${area} 2020M03 6`])),
      )
    )("town", "b", "2020"),
  ).toBe("0.5");
  const short = await world([zero], [...monthly(ones.with(5, "none"), "town a"), "town b 2020M03 5"]);
  expect(short("town", "b", "2020")).toBe("none");
});

test("school years are years of their own: months make none", async () => {
  const figure = await world([count], ["region R 2019-2020 7", "region R 2020-2021 8", ...monthly(ones)]);
  expect([figure("region", "R", "2019-2020"), figure("region", "R", "2020-2021"), figure("region", "R", "2020")]).toEqual(["7", "8", "12"]);
});

test("months of towns become years of provinces by both rules", async () => {
  const months = Array.from({ length: 12 }, (_, m) =>
    ["a", "b"].map((code) => `town ${code} 2020M${String(m + 1).padStart(2, "0")} ${m + 1}`),
  ).flat();
  const figure = await world([count], months);
  expect(figure("town", "a", "2020")).toBe("78");
  expect(figure("province", "P", "2020")).toBe("156");
  expect(figure("province", "P", "2020Q1")).toBe("12");
});
