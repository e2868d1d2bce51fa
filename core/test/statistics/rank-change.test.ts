import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { status } from "../../src/model/status.ts";
import { type Cell, stateCell } from "../../src/statistics/cell.ts";
import { absoluteChange, relativeChange } from "../../src/statistics/change.ts";
import { directionOf, ranks } from "../../src/statistics/rank.ts";

describe("ranks", () => {
  test("are 1-2-2-4", () => {
    expect(ranks([10, 30, 20, 20], "highest")).toEqual([4, 1, 2, 2]);
    expect(ranks([10, 30, 20, 20], "lowest")).toEqual([1, 4, 2, 2]);
    expect(ranks([0.1 + 0.2, 0.3, undefined, Number.NaN, 0.2], "highest")).toEqual([1, 1, undefined, undefined, 3]);
    expect(ranks([], "highest")).toEqual([]);
  });

  test("follow the rating", () => {
    expect((["higher", "lower", "neutral", "unknown"] as const).map(directionOf)).toEqual(["highest", "lowest", "highest", "highest"]);
  });

  test("are one more than the number of better figures", () => {
    const figures = fc.array(fc.option(fc.integer({ min: -5, max: 5 }), { nil: undefined }));
    fc.assert(
      fc.property(figures, (values) => {
        const wanted = values.map((own) =>
          own === undefined ? undefined : 1 + values.filter((each) => each !== undefined && each > own).length,
        );
        expect(ranks(values, "highest")).toEqual(wanted);
      }),
    );
  });
});

describe("change", () => {
  const figure = (value: number): Cell => ({ value, status: status.value });
  const empty = stateCell(status.empty);

  test("in units and in percent", () => {
    expect(absoluteChange(figure(260), figure(273))).toEqual(figure(13));
    expect(relativeChange(figure(260), figure(273))).toEqual(figure(5));
    expect(relativeChange(figure(200), figure(0))).toEqual(figure(-100));
  });

  test("growth from zero or below is not available", () => {
    expect(relativeChange(figure(0), figure(5))).toEqual(stateCell(status.notAvailable));
    expect(relativeChange(figure(-2), figure(5))).toEqual(stateCell(status.notAvailable));
    expect(absoluteChange(figure(0), figure(5))).toEqual(figure(5));
  });

  test("an empty base is no zero; a poison shows", () => {
    for (const change of [absoluteChange, relativeChange]) {
      expect(change(empty, figure(5))).toEqual(empty);
      expect(change(figure(5), stateCell(status.notApplicable))).toEqual(empty);
      expect(change(stateCell(status.notApplicable), stateCell(status.notApplicable))).toEqual(stateCell(status.notApplicable));
      expect(change(empty, stateCell(status.unknown))).toEqual(stateCell(status.unknown));
      expect(change(stateCell(status.private), stateCell(status.hidden))).toEqual(stateCell(status.private));
    }
  });
});
