import type { CubeAxis } from "@peil/core/model/cube.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { axesIn, pivotOf, usualLayout, visibleSum } from "../src/presentations/pivot.ts";
import { layoutOf, pivotSettings, summable } from "../src/presentations/pivot-settings.ts";
import { PivotTable, runOf } from "../src/presentations/pivot-table.tsx";
import type { Subject } from "../src/presentations/presentation.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, cubeOf, detailsOf, periodAxis } from "./data.ts";

const ages: CubeAxis = {
  code: "leeftijd",
  label: { nl: "Leeftijd", en: "Age" },
  role: "member",
  members: ["jong", "oud"].map((code) => ({ code, label: { nl: code } })),
};

// Area 0: 1 2 | 3 4, area 1: 11 12 | 13 14 and so on; years within areas, ages within years.
const cube = cubeOf([areaAxis([2, 0, 1], false), periodAxis(2023, 2024), ages], ([a = 0, p = 0, m = 0]) => a * 10 + p * 2 + m + 1);
const everything = ["area", "period", "leeftijd"];

const subject = (change: Partial<Subject> = {}): Subject => ({
  ...{ cube, measured: detailsOf(), voice: voiceOf("nl"), plural: { nl: "gemeenten" }, id: "t" },
  ...change,
});

const values = (rows: readonly (readonly { readonly value?: number }[])[]): (number | undefined)[][] =>
  rows.map((row) => row.map((each) => each.value));

describe("a cube laid out", () => {
  it("has its axes where they are asked, and those that are named nowhere go down", () => {
    const pivot = pivotOf(cube, { rows: ["period"], columns: ["leeftijd"], sums: [] });
    expect(pivot.rowAxes.map((each) => each.code)).toEqual(["period", "area"]);
    expect(values(pivot.cells)).toEqual([
      [1, 2],
      [11, 12],
      [21, 22],
      [3, 4],
      [13, 14],
      [23, 24],
    ]);
    expect(pivot.rows[1]?.key).toBe("2023/gemeente:10001");
    expect(runOf(pivot.rows, 0, 0)).toBe(3);
    expect(runOf(pivot.rows, 1, 0)).toBe(0);
  });

  it("has several axes across, the last one fastest", () => {
    const pivot = pivotOf(cube, { rows: ["area"], columns: ["leeftijd", "period"], sums: [] });
    expect(values(pivot.cells)[0]).toEqual([1, 3, 2, 4]);
  });

  it("puts periods across where nothing is asked", () => {
    expect(usualLayout(cube)).toEqual({ rows: ["area", "leeftijd"], columns: ["period"] });
  });

  it("puts a few areas beside each other over their periods, and indicators with their own periods across", () => {
    const flat = cubeOf([areaAxis([0, 1], false), periodAxis(2023, 2024)], ([a = 0, p = 0]) => a + p);
    expect(usualLayout(flat)).toEqual({ rows: ["period"], columns: ["area"] });
    const topics: CubeAxis = { ...ages, code: "indicator", role: "indicator" };
    const mixed = cubeOf([topics, areaAxis([0, 1], false), periodAxis(2023, 2024)], ([i = 0, a = 0, p = 0]) => i * 100 + a * 10 + p);
    expect(usualLayout(mixed)).toEqual({ rows: ["area"], columns: ["indicator", "period"] });
    // The first has no figures in 2023, the second none in 2024: these were never asked.
    const asked = { ...mixed, status: mixed.status.map((each, at) => ([0, 2, 5, 7].includes(at) ? 1 : each)) };
    const pivot = pivotOf(asked, { ...usualLayout(asked), sums: [] });
    expect(pivot.columns.map((each) => each.key)).toEqual(["jong/2024", "oud/2023"]);
    expect(values(pivot.cells)).toEqual([
      [1, 100],
      [11, 110],
    ]);
    const hidden = { ...asked, status: asked.status.map((each, at) => (at === 0 ? 7 : each)) };
    expect(pivotOf(hidden, { ...usualLayout(hidden), sums: [] }).columns.length).toBe(3);
  });

  it("is sorted by a column, rows without a figure last, or by name", () => {
    const holed = { ...cube, status: cube.status.map((each, at) => (at === 4 ? 4 : each)) };
    const layout = { rows: ["area"], columns: ["period", "leeftijd"], sums: [] };
    const names = (by: string, down: boolean): (string | undefined)[] =>
      pivotOf(holed, { ...layout, sort: { by, down } }).rows.map((each) => each.members[0]?.label.nl);
    expect(names("2023/jong", true)).toEqual(["Berkendam", "Coolbeke", "Aardekerke"]);
    expect(names("2023/jong", false)).toEqual(["Coolbeke", "Berkendam", "Aardekerke"]);
    expect(names("name", false)).toEqual(["Aardekerke", "Berkendam", "Coolbeke"]);
    expect(names("2030/jong", true)).toEqual(["Coolbeke", "Aardekerke", "Berkendam"]);
  });
});

describe("totals", () => {
  const layout = { rows: ["area"], columns: ["leeftijd"], sums: everything };
  const year = { ...cubeOf([areaAxis([2, 0, 1], false), periodAxis(2024, 2024), ages], ([a = 0, , m = 0]) => a * 10 + m + 1) };

  it("are sums of rows, of columns and of all", () => {
    const pivot = pivotOf(year, layout);
    expect(pivot.rowTotals?.map((each) => each?.value)).toEqual([3, 23, 43]);
    expect(pivot.columnTotals?.map((each) => each?.value)).toEqual([33, 36]);
    expect(pivot.total?.value).toBe(69);
  });

  it.each([2, 4, 5, 6, 7])("are not there where a part has status %i", (state) => {
    const holed = {
      ...year,
      status: year.status.map((each, at) => (at === 2 ? state : each)),
      values: year.values.map((each, at) => (at === 2 ? 987654321 : each)),
    };
    const pivot = pivotOf(holed, layout);
    expect(pivot.rowTotals?.map((each) => each?.value)).toEqual([3, undefined, 43]);
    expect(pivot.columnTotals?.map((each) => each?.value)).toEqual([undefined, 36]);
    expect(pivot.total).toBeUndefined();
    // Of what is incomplete the cell holds the number of missing areas, which is said.
    if (state !== 5)
      expect(renderToStaticMarkup(<PivotTable subject={subject({ cube: holed, settings: { totals: "1", colour: "1" } })} />)).not.toMatch(
        /987[.\s]?654/,
      );
  });

  it("pass over what is not there: no record adds nothing, and nothing makes no total", () => {
    expect(visibleSum([{ value: 3, status: 0 }, { status: 1 }])?.value).toBe(3);
    expect(visibleSum([{ status: 1 }])).toBeUndefined();
  });

  it("never mix areas with those that stand beside them", () => {
    const compared = cubeOf([areaAxis([0, 1]), periodAxis(2024, 2024), ages], () => 5);
    const pivot = pivotOf(compared, layout);
    expect(pivot.columnTotals).toBeUndefined();
    expect(pivot.rowTotals?.map((each) => each?.value)).toEqual([10, 10, 10]);
  });

  it("are over what the guard-rails let sum: a stock not over years, a percentage over nothing", () => {
    expect(summable(subject())).toEqual(["area", "leeftijd"]);
    const share = detailsOf({ dataType: "percentage" });
    expect(summable(subject({ measured: share }))).toEqual([]);
    expect(layoutOf(subject({ measured: share, settings: { totals: "1" } })).sums).toEqual([]);
  });
});

describe("settings", () => {
  it("are read as far as they are possible", () => {
    expect(axesIn("leeftijd; area;niets;area", cube)).toEqual(["leeftijd", "area"]);
    const set = layoutOf(subject({ settings: { rows: "leeftijd", columns: "area", sort: "niets", order: "zus" } }));
    expect(set).toMatchObject({ rows: ["leeftijd"], columns: ["area"] });
    expect(
      renderToStaticMarkup(
        <PivotTable subject={subject({ settings: { rows: "x", sort: "y", order: "z", totals: "ja", colour: "ja" } })} />,
      ),
    ).toBe(renderToStaticMarkup(<PivotTable subject={subject()} />));
  });

  it("offer axes, sorting, totals and colour", () => {
    expect(pivotSettings(subject()).map((each) => [each.code, each.value])).toEqual([
      ["rows", "area;leeftijd"],
      ["columns", "period"],
      ["sort", ""],
      ["order", "down"],
      ["totals", ""],
      ["colour", ""],
    ]);
  });
});

it("headings sort where somebody listens, and say how they are sorted", () => {
  const set = subject({ settings: { sort: "2023", order: "up" } });
  expect(renderToStaticMarkup(<PivotTable subject={set} />)).not.toContain("<button");
  const html = renderToStaticMarkup(<PivotTable subject={set} onSort={() => undefined} />);
  expect(html).toMatch(/aria-sort="ascending"><button[^>]*class="sorter"[^>]*>2023/);
  expect(html.match(/aria-sort/g)?.length).toBe(1);
});

it("the table shades cells, marks rows with their area and heads groups once", () => {
  const html = renderToStaticMarkup(
    <PivotTable subject={subject({ settings: { colour: "1", totals: "1" }, mine: [{ level: "gemeente", code: "10001" }] })} />,
  );
  expect(html).toMatch(/<tr class="mine[^"]*" data-a="10001">/);
  expect(html).toMatch(/<th scope="rowgroup" rowSpan="2">Coolbeke|<th scope="rowgroup" rowspan="2">Coolbeke/);
  expect(html).toContain("shade-4");
  expect(html).not.toMatch(/\sstyle=/);
});
