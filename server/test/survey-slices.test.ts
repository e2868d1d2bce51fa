import type { Cube } from "@peil/core/model/cube.ts";
import { expect, it } from "vitest";
import { sliceOf } from "../src/views/answers.ts";
import { cellFrom } from "../src/views/glance-beside.ts";

it("gives one indicator of an answer its own intervals, not those of the first", () => {
  const numbers = (...all: number[]): Float64Array => Float64Array.from(all);
  const member = (code: string) => ({ code, label: { nl: code } });
  const cube: Cube = {
    axes: [
      { code: "indicator", label: { nl: "" }, role: "indicator", members: [member("een"), member("twee")] },
      { code: "area", label: { nl: "" }, role: "area", members: [member("A")] },
    ],
    values: numbers(10, 20),
    status: Uint8Array.of(0, 0),
    uncertainty: { lower: numbers(9, 18), upper: numbers(11, 23), respondents: numbers(100, 50), level: 95, method: "wilson" },
    notes: [],
    release: "r",
    sources: [],
  };
  const { lower, upper, respondents } = sliceOf(cube, "TWEE")?.uncertainty ?? {};
  expect([lower?.[0], upper?.[0], respondents?.[0]]).toEqual([18, 23, 50]);
});

it("says of a cell without a figure that too few answered, and nothing else", () => {
  const cube = {
    values: Float64Array.of(Number.NaN, Number.NaN, 5),
    status: Uint8Array.of(6, 7, 0),
    flags: Uint8Array.of(4, 4, 4),
  } as unknown as Cube;
  expect([0, 1, 2].map((at) => cellFrom(cube, at))).toEqual([{ status: 6, flags: 4 }, { status: 7 }, { value: 5, status: 0, flags: 4 }]);
});
