import type { Cube } from "@peil/core/model/cube.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import { status } from "@peil/core/model/status.ts";
import { cellLimit } from "@peil/core/query/compile.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import type { Companions } from "@peil/core/survey/companions.ts";
import type { Behind } from "@peil/core/survey/estimate.ts";

/** Answers a selection with the figures as they are stored. */
export type ReadFigures = (selection: Selection) => Promise<Cube>;

/** A companion's figure by its code, the position of the area in the answer, and the id of the period; NaN where there is none. */
export type Beside = (code: string, area: number, period: number) => number;

/** The codes of companions. */
export function codesOf(companions: Companions): readonly string[] {
  return Object.values(companions).filter((each) => each !== undefined);
}

/**
 * Reads companions for the areas of a selection, as they are stored: without minima, transformations or intervals. They never leave by
 * this way.
 * @param periods ids
 */
export async function readBeside(
  read: ReadFigures,
  { level, areas, compare, pseudo, groups }: Pick<Selection, "level" | "areas" | "compare" | "pseudo" | "groups">,
  codes: readonly string[],
  periods: readonly number[],
): Promise<Beside> {
  const plain = { level, areas, compare, pseudo, by: [], members: [], ...(groups === undefined ? {} : { groups }) };
  const wanted = periods.map((id) => periodOfId(id).code);
  const first = codes[0] === undefined || wanted.length === 0 ? undefined : await ask(codes.slice(0, 1));
  const perCode = Math.max(1, first?.values.length ?? 1);
  const size = Math.max(1, Math.floor(cellLimit / perCode));
  const rest = codes.slice(1);
  const batches = Array.from({ length: Math.ceil(rest.length / size) }, (_, at) => rest.slice(at * size, (at + 1) * size));
  const cubes = [...(first === undefined ? [] : [first]), ...(await Promise.all(batches.map(ask)))];
  return lookUp(cubes);

  function ask(some: readonly string[]): Promise<Cube> {
    return read({ ...plain, indicators: some, periods: { kind: "list", codes: wanted } });
  }
}

function lookUp(cubes: readonly Cube[]): Beside {
  const places = new Map<string, { readonly cube: Cube; readonly start: number }>();
  for (const cube of cubes) {
    const members = cube.axes[0]?.members ?? [];
    const run = cube.values.length / Math.max(1, members.length);
    members.forEach(({ code }, at) => {
      places.set(code.toLowerCase(), { cube, start: at * run });
    });
  }
  const periods = new Map(cubes[0]?.axes[2]?.members.map(({ code }, at) => [code, at]));
  return (code, area, period) => {
    const place = places.get(code.toLowerCase());
    const at = periods.get(periodOfId(period).code);
    if (place === undefined || at === undefined) return Number.NaN;
    const cell = place.start + area * periods.size + at;
    return place.cube.status[cell] === status.value ? (place.cube.values[cell] as number) : Number.NaN;
  };
}

/** What is known behind one figure. */
export function behindOf(beside: Beside, companions: Companions, area: number, period: number): Behind {
  const read = (code: string | undefined): number | undefined => (code === undefined ? undefined : beside(code, area, period));
  return {
    sample: read(companions.sample) ?? Number.NaN,
    numerator: read(companions.numerator),
    denominator: read(companions.denominator),
    squaredWeights: read(companions.squaredWeights),
    designEffect: read(companions.designEffect),
    deviation: read(companions.deviation),
  };
}
