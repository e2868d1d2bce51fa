import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { members, municipalities, sectors } from "../../../fixtures/disclosure/tables.ts";
import { gridOf } from "../../src/disclosure/grid.ts";
import { type Axis, cellState } from "../../src/disclosure/table.ts";
import { vectorsOf } from "../../src/disclosure/vectors.ts";

function vectors(axis: Axis, element: number): { element: number; sign: number }[][] {
  const state = new Uint8Array(axis.names.length).fill(cellState.figure);
  const [sums] = gridOf({ axes: [axis], value: new Float64Array(axis.names.length), state }).axes;
  if (sums === undefined) throw new Error("no axis");
  const made = vectorsOf(sums, element);
  return Array.from({ length: made.start.length - 1 }, (_, at) =>
    Array.from(made.element.subarray(made.start[at], made.start[at + 1]), (each, entry) => ({
      element: each,
      sign: made.sign[(made.start[at] as number) + entry] as number,
    })),
  );
}

function keepsSums(axis: Axis, vector: readonly { element: number; sign: number }[]): boolean {
  const change = new Map(vector.map((each) => [each.element, each.sign]));
  return axis.sums.every(({ total, parts }) => parts.reduce((sum, part) => sum + (change.get(part) ?? 0), 0) === (change.get(total) ?? 0));
}

describe("vectors along an axis", () => {
  test("of a member: each sibling, and the total", () => {
    expect(vectors(members(3), 0)).toEqual([
      [
        { element: 0, sign: 1 },
        { element: 3, sign: 1 },
      ],
      [
        { element: 0, sign: 1 },
        { element: 1, sign: -1 },
      ],
      [
        { element: 0, sign: 1 },
        { element: 2, sign: -1 },
      ],
    ]);
  });

  test("of an element without sums: itself", () => {
    expect(vectors({ names: ["2023", "2024"], sums: [] }, 1)).toEqual([[{ element: 1, sign: 1 }]]);
  });

  test.each([
    ["municipalities with zones", municipalities(24, 3, 8)],
    ["sectors, neighbourhoods and sub-municipalities", sectors(120, 6, 2)],
  ])("of %s start with the element, keep every sum and differ; every element has some", (_, axis) => {
    for (let element = 0; element < axis.names.length; element++) {
      const all = vectors(axis, element);
      expect(all.length, axis.names[element]).toBeGreaterThan(1);
      const keys = new Set<string>();
      for (const vector of all) {
        expect(vector[0]).toEqual({ element, sign: 1 });
        expect(keepsSums(axis, vector), JSON.stringify(vector)).toBe(true);
        keys.add(JSON.stringify([...vector].sort((a, b) => a.element - b.element)));
      }
      expect(keys.size).toBe(all.length);
    }
  });

  test("of any axis keep every sum", () => {
    const sum = fc.record({ total: fc.integer({ min: 6, max: 8 }), parts: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(sum, { maxLength: 4 }), fc.nat(8), (sums, element) => {
        const axis = { names: Array.from({ length: 9 }, (_, at) => `${at}`), sums };
        expect(vectors(axis, element).every((vector) => keepsSums(axis, vector))).toBe(true);
      }),
    );
  });
});
