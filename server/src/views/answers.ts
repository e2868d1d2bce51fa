import { setImmediate as letOthers } from "node:timers/promises";
import { PeilError } from "@peil/core/errors.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { answer } from "../answer.ts";
import type { Release } from "../release.ts";

/** Indicators that are asked for in one go. */
const together = 24;

/**
 * Answers one question for many indicators, in few goes. An indicator that cannot be answered (a figure without totals, a
 * figure that does not add up) is left out; the others are not troubled by it.
 * @returns per indicator code its own slice, without the indicator axis
 */
export async function answerMany(
  release: Release,
  indicators: readonly Indicator[],
  ask: (group: readonly Indicator[]) => Selection,
): Promise<ReadonlyMap<string, Cube>> {
  const out = new Map<string, Cube>();
  for (let start = 0; start < indicators.length; start += together) {
    await answerGroup(release, indicators.slice(start, start + together), ask, out);
    // Whoever asked something meanwhile goes first.
    if (start + together < indicators.length) await letOthers();
  }
  return out;
}

async function answerGroup(
  release: Release,
  group: readonly Indicator[],
  ask: (group: readonly Indicator[]) => Selection,
  out: Map<string, Cube>,
): Promise<void> {
  if (group.length === 0) return;
  try {
    const cube = await answer(release, ask(group));
    for (const indicator of group) {
      const slice = sliceOf(cube, indicator.code);
      if (slice !== undefined) out.set(indicator.code, slice);
    }
  } catch (error) {
    if (!(error instanceof PeilError)) throw error;
    if (group.length === 1) return;
    const half = Math.ceil(group.length / 2);
    await answerGroup(release, group.slice(0, half), ask, out);
    await answerGroup(release, group.slice(half), ask, out);
  }
}

/** The cells of one indicator; its axis goes. @returns undefined where the cube does not hold it */
export function sliceOf(cube: Cube, code: string): Cube | undefined {
  const axis = cube.axes.findIndex((each) => each.role === "indicator");
  if (axis !== 0) return axis < 0 ? cube : undefined;
  const members = cube.axes[0]?.members ?? [];
  const at = members.findIndex((each) => each.code.toLowerCase() === code.toLowerCase());
  if (at < 0) return undefined;
  const size = cube.values.length / members.length;
  const part = (all: Float64Array): Float64Array => all.subarray(at * size, (at + 1) * size);
  const u = cube.uncertainty;
  return {
    ...cube,
    axes: cube.axes.slice(1),
    values: part(cube.values),
    status: cube.status.subarray(at * size, (at + 1) * size),
    ...(cube.texts === undefined ? {} : { texts: cube.texts.slice(at * size, (at + 1) * size) }),
    ...(cube.flags === undefined ? {} : { flags: cube.flags.subarray(at * size, (at + 1) * size) }),
    ...(u === undefined ? {} : { uncertainty: { ...u, lower: part(u.lower), upper: part(u.upper), respondents: part(u.respondents) } }),
    notes: cube.notes.filter((note) => note.indicator === undefined || note.indicator.toLowerCase() === code.toLowerCase()),
  };
}
