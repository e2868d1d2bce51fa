import fc from "fast-check";
import { expect, test } from "vitest";
import { cubeSlabs, headOf } from "../src/formats/cube-slabs.ts";
import { sdmxCsv } from "../src/formats/sdmx-csv.ts";
import {
  areaId,
  areaOfId,
  axesOfStructureId,
  axisOfDimensionId,
  codeId,
  codeOfId,
  dimensionId,
  frequencyOf,
  momentsOf,
  periodOfTimeId,
  structureId,
  timeId,
} from "../src/formats/sdmx-ids.ts";
import { sdmxJson } from "../src/formats/sdmx-json.ts";
import type { Cube } from "../src/model/cube.ts";
import { plainCube } from "./formats-sample.ts";

const anything = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string(),
  fc.constantFrom("freq", "OBS_VALUE", "D-x", "$", "-_", "1a", "_T", "a@b", "$41"),
);

test("any code is an id of SDMX, and comes back", () => {
  fc.assert(
    fc.property(anything, anything, (one, two) => {
      const id = codeId(one);
      expect(id).toMatch(/^[A-Za-z0-9_$-]+$/);
      expect(codeOfId(id)).toBe(one.toWellFormed());
      const area = areaId({ level: one, code: two });
      expect(area).toMatch(/^[A-Za-z0-9_@$-]+$/);
      expect(areaOfId(area)).toEqual({ level: one.toWellFormed(), code: two.toWellFormed() });
      expect(periodOfTimeId(timeId(one))).toBe(one.toWellFormed());
    }),
    { numRuns: 500 },
  );
});

test("any axis is a dimension of SDMX, and any axes a data structure, and come back", () => {
  const axis = fc.oneof(fc.string({ unit: "binary", minLength: 1 }), fc.constantFrom("freq", "OBS_VALUE", "D-x", "-_", "1a", "x-_y", "D"));
  fc.assert(
    fc.property(fc.array(axis, { maxLength: 4 }), (axes) => {
      const codes = axes.map((code) => code.toWellFormed());
      for (const code of codes) {
        expect(dimensionId(code)).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
        expect(axisOfDimensionId(dimensionId(code))).toBe(code);
      }
      const id = structureId(codes.map((code) => ({ code })));
      expect(id).toMatch(/^[A-Za-z][A-Za-z0-9_-]*$/);
      expect(axesOfStructureId(id)).toEqual(codes);
    }),
    { numRuns: 500 },
  );
});

test("axes and members may be called anything, and codes of other offices for what is missing are understood", async () => {
  const one = (code: string) => ({ code, label: { nl: code } });
  const axes = ["constructor", "__proto__", "freq"].map((code) => ({
    ...one(code),
    role: "member" as const,
    members: [one("_T"), one("toString")],
  }));
  const cube: Cube = { ...plainCube, axes, values: new Float64Array(8).fill(2), status: new Uint8Array(8) };
  for (const format of [sdmxCsv, sdmxJson]) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of format.write(headOf(cube), cubeSlabs(cube), { language: "nl" })) chunks.push(chunk);
    const read = await format.read?.(inPieces(Buffer.concat(chunks)));
    expect(read?.axes.map((axis) => [axis.code, axis.members.map((each) => each.code)])).toEqual(
      axes.map((axis) => [axis.code, ["_T", "toString"]]),
    );
    expect([...(read?.values ?? [])]).toEqual([...cube.values]);
  }
  const other =
    "STRUCTURE;STRUCTURE_ID;ACTION;GEO;TIME_PERIOD;OBS_VALUE;OBS_STATUS\r\ndataflow;X:Y(1.0);I;BE;2024-Q1;;Q\r\ndataflow;X:Y(1.0);I;NL;2024-Q2;3;constructor\r\n";
  const read = await sdmxCsv.read?.(inPieces(Buffer.from(other)));
  expect([[...(read?.status ?? [])], read?.axes.map((axis) => axis.members.map((each) => each.code))]).toEqual([
    [2, 1, 1, 0],
    [
      ["2024Q1", "2024Q2"],
      ["BE", "NL"],
    ],
  ]);
});

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test.each([
  ["2024", "2024", "A", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"],
  ["2019-2020", "2019-A1", "A", "2019-09-01T00:00:00Z", "2020-08-31T23:59:59Z"],
  ["2024H2", "2024-S2", "S", "2024-07-01T00:00:00Z", "2024-12-31T23:59:59Z"],
  ["2024Q1", "2024-Q1", "Q", "2024-01-01T00:00:00Z", "2024-03-31T23:59:59Z"],
  ["2024M02", "2024-02", "M", "2024-02-01T00:00:00Z", "2024-02-29T23:59:59Z"],
])("%s is %s", (code, id, frequency, start, end) => {
  expect([timeId(code), periodOfTimeId(id), frequencyOf(code)]).toEqual([id, code, frequency]);
  expect(momentsOf(code)).toEqual({ start, end });
});
