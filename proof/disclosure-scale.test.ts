import { protect } from "@peil/core/disclosure/protect.ts";
import type { Axis } from "@peil/core/disclosure/table.ts";
import { expect, test } from "vitest";
import { drawer, members, municipalities, sectors, tableOf } from "../fixtures/disclosure/tables.ts";
import { openSolver } from "../server/src/publish/solver.ts";

// The scale at which disclosure control must still be part of an ordinary publish. Times with a factor of three for a machine that
// does more; docs/concepts/disclosure-engine.md has what was measured.

const solver = await openSolver();

/** Figures whose size differs from area to area, so that `typical` sets how many are small. */
function drawn(axes: readonly Axis[], typical: number) {
  const draw = drawer(1);
  const sizes = new Map<number, number>();
  const size = (area: number): number => {
    if (!sizes.has(area)) sizes.set(area, Math.exp(draw() * 2.5));
    return sizes.get(area) as number;
  };
  return tableOf(axes, ([area = 0]) => Math.floor(typical * size(area) * (0.2 + draw() * 1.6) * (draw() < 0.05 ? 0.1 : 1)));
}

test.each([
  ["300 municipalities × 200 cells, some 2 % hidden", [municipalities(), members(9), members(19)], 45, 0.02, 6],
  ["300 municipalities × 200 cells, some 20 % hidden", [municipalities(), members(9), members(19)], 7.5, 0.2, 90],
  ["300 municipalities × 200 cells, half hidden", [municipalities(), members(9), members(19)], 2, 0.5, 90],
  ["9 900 sectors × 40 cells, half hidden", [sectors(), members(4), members(7)], 2.4, 0.5, 600],
] as const)(
  "%s",
  async (name, axes, typical, share, seconds) => {
    const table = drawn(axes, typical);
    const start = performance.now();
    const { report } = await protect(table, { minimum: 5, zerosShown: true }, { solver });
    const took = (performance.now() - start) / 1000;
    const peak = process.resourceUsage().maxRSS / 1024;
    const hidden = report.hidden / report.cells;
    process.stdout.write(
      `${name}: ${report.cells} cells, ${report.primary} primary, ${report.complementary} complementary (${(100 * hidden).toFixed(1)} % hidden), ` +
        `${took.toFixed(1)} s, peak ${peak.toFixed(0)} MB\n`,
    );
    expect(report).toMatchObject({ failing: [], notChecked: 0, sampled: 0 });
    expect(Math.abs(hidden - share)).toBeLessThan(share / 2);
    expect(took).toBeLessThan(seconds);
    expect(peak).toBeLessThan(4096);
  },
  900_000,
);
