import type { Cube } from "@peil/core/model/cube.ts";
import { expect, it } from "vitest";
import { sliceOf } from "../src/views/answers.ts";

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
