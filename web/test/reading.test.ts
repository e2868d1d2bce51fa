import type { Cube } from "@peil/core/model/cube.ts";
import { expect, test } from "vitest";
import { lastPeriodWithFigures } from "../src/presentations/reading.ts";

function series(values: readonly number[], forecasts: readonly boolean[]): Cube {
  const members = forecasts.map((forecast, at) => ({ code: String(2024 + at), label: { nl: "" }, ...(forecast ? { forecast } : {}) }));
  const area = { code: "area", label: { nl: "" }, role: "area" as const, members: [{ code: "1", label: { nl: "" } }] };
  return {
    axes: [area, { code: "period", label: { nl: "" }, role: "period", members }],
    values: Float64Array.from(values),
    status: Uint8Array.from(values, (value) => (Number.isNaN(value) ? 1 : 0)),
    notes: [],
    release: "",
    sources: [],
  };
}

test("the figure that leads is the last measured one; a forecast only where there is nothing else", () => {
  expect(lastPeriodWithFigures(series([1, 2, 3], [false, false, true]), 0)).toBe(1);
  expect(lastPeriodWithFigures(series([1, Number.NaN, 3], [false, false, true]), 0)).toBe(0);
  expect(lastPeriodWithFigures(series([Number.NaN, 2, 3], [false, true, true]), 0)).toBe(2);
  expect(lastPeriodWithFigures(series([Number.NaN, Number.NaN], [false, true]), 0)).toBe(1);
});
