import type { Cube } from "../model/cube.ts";
import type { CubeHead, Slab } from "./format.ts";

/** The head of a cube. */
export function headOf(cube: Cube): CubeHead {
  const { axes, notes, release, sources, uncertainty, flags } = cube;
  const interval = uncertainty && { level: uncertainty.level, method: uncertainty.method };
  const flagged = flags?.some((bits) => bits !== 0) === true ? ({ flagged: true } as const) : {};
  return { axes, notes, release, sources, ...(interval === undefined ? {} : { interval }), ...flagged };
}

/**
 * The cells of a cube as slabs; views on its arrays, nothing is copied but texts.
 * @param size cells in a slab
 */
export async function* cubeSlabs(cube: Cube, size = 65_536): AsyncGenerator<Slab, void, undefined> {
  for (let start = 0; start < cube.values.length; start += size) {
    const end = start + size;
    const texts = cube.texts?.slice(start, end);
    const bounds = cube.uncertainty && {
      lower: cube.uncertainty.lower.subarray(start, end),
      upper: cube.uncertainty.upper.subarray(start, end),
      respondents: cube.uncertainty.respondents.subarray(start, end),
    };
    const cells = { start, values: cube.values.subarray(start, end), status: cube.status.subarray(start, end) };
    const flags = cube.flags === undefined ? {} : { flags: cube.flags.subarray(start, end) };
    yield { ...cells, ...flags, ...(texts === undefined ? {} : { texts }), ...(bounds === undefined ? {} : { bounds }) };
  }
}

/** What stands beside the figures of a slab, filled up where it stands in other slabs of the same answer. */
export function besideOf({ values: { length }, flags, texts, bounds }: Slab, head: CubeHead, hasTexts: boolean): Partial<Slab> {
  const none = (): Float64Array => new Float64Array(length).fill(Number.NaN);
  return {
    ...(head.flagged ? { flags: flags ?? new Uint8Array(length) } : {}),
    ...(hasTexts ? { texts: texts ?? new Array<string | undefined>(length) } : {}),
    ...(head.interval ? { bounds: bounds ?? { lower: none(), upper: none(), respondents: none() } } : {}),
  };
}
