import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Cube, CubeNote } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { status } from "@peil/core/model/status.ts";
import type { Compiled } from "@peil/core/query/compile.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import { areasAsked } from "@peil/core/query/runs.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { collapseScale } from "@peil/core/statistics/collapsed-scale.ts";
import { isSurvey } from "@peil/core/survey/companions.ts";
import type { Told } from "./survey.ts";
import type { ReadFigures } from "./survey-companions.ts";

/** What is said of the minima: why figures are not there, what the flag means, and where nothing is known of the sample. */
export function minimumNotes(told: ReadonlyMap<string, Told>): CubeNote[] {
  return [...told].flatMap(([indicator, { hiddenBelow, flaggedBelow, unknown }]) => [
    ...(hiddenBelow === undefined
      ? []
      : [
          {
            kind: "reason" as const,
            indicator,
            text: {
              nl: `Te weinig respondenten: een cijfer van minder dan ${hiddenBelow} respondenten wordt niet getoond.`,
              en: `Too few respondents: a figure of fewer than ${hiddenBelow} respondents is not shown.`,
            },
          },
        ]),
    ...(flaggedBelow === undefined
      ? []
      : [
          {
            kind: "footnote" as const,
            indicator,
            text: {
              nl: `Weinig respondenten: minder dan ${flaggedBelow}. Lees die cijfers met voorzichtigheid.`,
              en: `Few respondents: fewer than ${flaggedBelow}. Read those figures with caution.`,
            },
          },
        ]),
    ...(unknown
      ? [
          {
            kind: "footnote" as const,
            indicator,
            text: {
              nl: "Enquêtecijfer waarvan het aantal respondenten niet bekend is; er is geen betrouwbaarheidsinterval.",
              en: "A survey figure of which the number of respondents is not known; there is no confidence interval.",
            },
          },
        ]
      : []),
  ]);
}

/** Says from which shown period on a survey asked another question, so that earlier figures do not compare. */
export function questionNotes(compiled: Compiled): CubeNote[] {
  const codes = compiled.periods.map((each) => each.code);
  return compiled.indicators.flatMap((each) =>
    (each.survey?.changes ?? [])
      .filter(({ from }) => codes.some((code) => code < from) && codes.some((code) => code >= from))
      .map(({ from }) => ({
        kind: "break" as const,
        indicator: each.code,
        text: {
          nl: `Vanaf ${from} is de vraag anders gesteld; cijfers van daarvoor zijn er niet mee te vergelijken.`,
          en: `From ${from} on the question was another one; earlier figures do not compare.`,
        },
      })),
  );
}

/** So many areas and periods are told apart. */
const outsideShown = 10;

/** Cells that are read together to find them. */
const readTogether = 200_000;

/**
 * Where answers are asked on a scale that leaves some out (*don't know*, *not applicable*): their part of all answers, per area and
 * period.
 */
export async function outsideNotes(catalogue: Catalogue, read: ReadFigures, selection: Selection, compiled: Compiled): Promise<CubeNote[]> {
  const cubes = compiled.indicators.filter((each) => isSurvey(each) && each.shape === "cube" && each.dataType === "count");
  const notes = await Promise.all(cubes.map((cube) => outsideOf(cube)));
  return notes.flat();

  async function outsideOf(cube: Indicator): Promise<CubeNote[]> {
    const loaded = columnsOf(catalogue, cube);
    const pair = compiled.axes.flatMap(({ level }) => {
      const from = loaded.find((each) => each.dimension.toLowerCase() === level.dimension.toLowerCase());
      return from === undefined || from.id === level.id ? [] : [{ from, map: catalogue.memberMap(from.id, level.id) }];
    })[0];
    if (pair?.map === undefined) return [];
    const { from, map } = pair;
    const members = catalogue.membersOf(from.id);
    if (members.every((each) => map.has(each.id))) return [];
    const scale = members.map((each) => (map.has(each.id) ? 0 : ("outside" as const)));
    const periods = { kind: "list" as const, codes: compiled.periods.map((each) => each.code) };
    const several = Math.max(1, Math.floor(readTogether / Math.max(1, periods.codes.length * members.length)));
    const notes: CubeNote[] = [];
    for (let start = 0; start < compiled.areas.length && notes.length < outsideShown; start += several) {
      const part = { ...compiled, areas: compiled.areas.slice(start, start + several), groups: [] };
      const asked = areasAsked(part, selection.level);
      const figures = await read({ indicators: [cube.code], ...asked, periods, by: [from.code], members: [] });
      notes.push(...sharesOutside(figures, part, cube, scale));
    }
    return notes.slice(0, outsideShown);
  }
}

function sharesOutside(figures: Cube, { areas, periods }: Compiled, cube: Indicator, scale: readonly (0 | "outside")[]): CubeNote[] {
  return areas
    .flatMap(({ area }, at) => periods.map((period, moment) => ({ area, period, start: (at * periods.length + moment) * scale.length })))
    .flatMap(({ area, period, start }) => {
      const counts = scale.map((_, at) => (figures.status[start + at] === status.value ? (figures.values[start + at] as number) : 0));
      const share = (100 * collapseScale(counts, scale).outside).toFixed(1);
      if (!(Number(share) > 0)) return [];
      const text = {
        nl: `${area.name.nl} in ${period.code}: ${share.replace(".", ",")} % weet het niet of vond de vraag niet van toepassing; die antwoorden tellen niet mee.`,
        en: `${area.name.en ?? area.name.nl} in ${period.code}: ${share} % did not know or found the question not applicable; those answers do not count.`,
      };
      return [{ kind: "footnote" as const, text, indicator: cube.code }];
    });
}
