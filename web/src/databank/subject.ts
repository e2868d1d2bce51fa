import type { IndicatorDetails, LevelCard } from "@peil/core/api.ts";
import type { AroundView } from "@peil/core/api-databank.ts";
import { type Cube, sizeOf } from "@peil/core/model/cube.ts";
import type { AreaRef, Selection } from "@peil/core/query/selection.ts";
import { areaHref } from "../address.ts";
import type { Subject } from "../presentations/presentation.ts";
import { axisOf, cellOf, memberAxes } from "../presentations/reading.ts";
import type { Voice } from "../text/voice.ts";

/** Everything that came back for a question. */
export type Answer = {
  readonly selection: Selection;
  readonly cube: Cube;
  readonly details: readonly IndicatorDetails[];
  readonly level: LevelCard | undefined;
  /** What the figures do not tell of themselves. */
  readonly around: AroundView;
};

/** Setting of a tab that holds the areas that the reader marked. No presentation has a setting of this name. */
export const mineCode = "mine";

/** With more chosen areas than this, none stands out by itself. */
const few = 4;

/** The marked areas as a setting holds them. */
export function formatMine(areas: readonly AreaRef[]): string {
  return areas.map((each) => `${each.level}:${each.code}`).join(";");
}

/** The areas that stand out: those marked, else the few that were chosen by name. */
export function mineOf(selection: Selection, setting: string | undefined): readonly AreaRef[] {
  if (setting !== undefined) {
    return setting.split(";").flatMap((each) => {
      const at = each.indexOf(":");
      return at > 0 && at < each.length - 1 ? [{ level: each.slice(0, at), code: each.slice(at + 1) }] : [];
    });
  }
  const { areas, level } = selection;
  return areas.kind === "list" && areas.codes.length <= few ? areas.codes.map((code) => ({ level, code })) : [];
}

/** The setting after an area was marked, or no longer is. */
export function toggled(mine: readonly AreaRef[], area: AreaRef): string {
  const without = mine.filter((each) => each.code !== area.code || each.level !== area.level);
  const next = without.length < mine.length ? without : [...mine, area];
  return next.length === 0 ? "none" : formatMine(next);
}

function besideOf(cube: Cube): Subject["beside"] {
  if (memberAxes(cube).length > 0) return undefined;
  const period = axisOf(cube, "period").members.length - 1;
  const beside = axisOf(cube, "area").members.flatMap((area, at) => (area.compare ? [{ area, cell: cellOf(cube, at, period) }] : []));
  return beside.length === 0 ? undefined : beside;
}

/** An answer as something to draw; undefined where it holds nothing that could be drawn. */
export function subjectOf(
  answer: Answer,
  settings: Readonly<Record<string, string>>,
  voice: Voice,
  more: { readonly id: string; readonly borders: string | undefined; readonly under?: string | undefined },
): Subject | undefined {
  const { cube, details, selection, level } = answer;
  const [measured] = details;
  if (measured === undefined || sizeOf(cube) === 0) return undefined;
  const computed = selection.transformations === undefined ? details : details.map((each, at) => computedOf(each, cube, at));
  return {
    cube,
    measured: computed[0] ?? measured,
    indicators: computed,
    voice,
    mine: mineOf(selection, settings[mineCode]),
    plural: level?.plural ?? { nl: selection.level },
    beside: besideOf(cube),
    selection,
    around: answer.around.around,
    borders: more.borders,
    under: more.under,
    settings,
    link: (area) => areaHref(voice.language, { level: area.level ?? selection.level, code: area.code }),
    id: more.id,
  };
}

/** Figures that something was computed from have their own name, unit and decimals, and no longer a type that adds up. */
function computedOf(details: IndicatorDetails, cube: Cube, at: number): IndicatorDetails {
  const member = axisOf(cube, "indicator").members[at];
  if (member === undefined) return details;
  const { label: name, unit = details.unit, decimals = details.decimals } = member;
  return { ...details, name, unit, decimals, dataType: "other", measure: { ...details.measure, dataType: "other", unit } };
}
