import type { Frame, IndicatorView } from "@peil/core/api.ts";
import type { Cube, CubeMember } from "@peil/core/model/cube.ts";
import type { Show } from "../address.ts";
import { areaHref } from "../address.ts";
import type { Subject } from "../presentations/presentation.ts";
import { axisOf, type Cell, cellOf, focusOf, isMine, lastPeriodWithFigures, memberAxes, rankedOf } from "../presentations/reading.ts";
import { periodAsNumber } from "../text/period.ts";
import { figureSentences, type Spoken } from "../text/sentences.ts";
import type { Voice } from "../text/voice.ts";

/** Everything that the page of an indicator is made from. */
export type Story = {
  /** The question as asked: what the choices show and links vary. */
  readonly view: IndicatorView;
  /** The series of totals: the view itself for a flat indicator; absent where a cube has no totals. */
  readonly totals?: IndicatorView | undefined;
  /** A cube with its dimensions crossed. */
  readonly crossing?: IndicatorView | undefined;
  readonly voice: Voice;
  readonly frame: Frame;
  readonly borders: string | undefined;
  readonly show: Show | undefined;
};

/** How far back the comparison in time reaches, in years. */
const back = 5;

/** The reader's own area, if one was chosen. */
export function mineOf({ view }: Pick<Story, "view">): Subject["mine"] {
  const { areas, level } = view.selection;
  const code = areas.kind === "list" ? areas.codes[0] : undefined;
  return code === undefined ? undefined : { level, code };
}

/** What the areas of the level are called together. */
export function pluralOf({ view }: Pick<Story, "view">): Subject["plural"] {
  return view.choices.levels.find((each) => each.alias === view.selection.level)?.plural ?? { nl: view.selection.level };
}

/** A cube of the page as something to draw. */
export function subjectOf(story: Story, id: string, cube: Cube): Subject {
  const { view, voice, borders } = story;
  return {
    cube,
    measured: view.details,
    voice,
    mine: mineOf(story),
    plural: pluralOf(story),
    borders,
    id,
    link: (area) => areaHref(voice.language, { level: area.level ?? view.selection.level, code: area.code }),
  };
}

/** All areas of the level in one period, with the comparison areas beside them. */
export function allOf(story: Story, id: string): Subject | undefined {
  const { all, cube } = story.totals ?? story.view;
  if (!all) return undefined;
  const period = axisOf(all, "period").members.at(-1)?.code;
  const index = axisOf(cube, "period").members.findIndex((each) => each.code === period);
  const flat = memberAxes(cube).length === 0 && index >= 0;
  const beside = axisOf(cube, "area").members.flatMap((area, at) =>
    flat && area.compare ? [{ area, cell: cellOf(cube, at, index) }] : [],
  );
  return { ...subjectOf(story, id, all), beside };
}

/** The figure that leads the page. */
export type Key = {
  readonly area: CubeMember;
  readonly period: CubeMember;
  readonly cell: Cell;
  readonly earlier?: { readonly period: CubeMember; readonly value: number };
  readonly benchmark?: { readonly area: CubeMember; readonly cell: Cell; readonly earlier?: number };
};

/** The totals that a key figure can be read from: the series, else those of all areas. */
function totalsOf({ totals, view }: Story): Cube | undefined {
  return totals?.cube ?? view.all;
}

function earlierOf(cube: Cube, area: number, last: number): Key["earlier"] {
  const periods = axisOf(cube, "period").members;
  const now = periodAsNumber(periods[last]?.code ?? "") ?? last;
  for (let i = 0; i < last; i++) {
    const period = periods[i];
    const { value } = cellOf(cube, area, i);
    if (period && value !== undefined && now - (periodAsNumber(period.code) ?? i) <= back) return { period, value };
  }
  return undefined;
}

/** The key figure: the reader's area, or else the benchmark, in the last period that has a figure. */
export function keyOf(story: Story): Key | undefined {
  const cube = totalsOf(story);
  if (!cube) return undefined;
  const areas = axisOf(cube, "area").members;
  const periods = axisOf(cube, "period").members;
  const focus = focusOf({ cube, mine: mineOf(story) });
  const area = areas[focus];
  const last = lastPeriodWithFigures(cube, focus);
  const period = periods[last];
  if (!area || !period) return undefined;
  const earlier = earlierOf(cube, focus, last);
  const beside = areas.findIndex((each, index) => each.compare === true && index !== focus);
  const cell = cellOf(cube, focus, last);
  const base = { area, period, cell, ...(earlier ? { earlier } : {}) };
  const other = areas[beside];
  if (!other) return base;
  const before = earlier ? cellOf(cube, beside, periods.indexOf(earlier.period)).value : undefined;
  return { ...base, benchmark: { area: other, cell: cellOf(cube, beside, last), ...(before === undefined ? {} : { earlier: before }) } };
}

function spoken(area: CubeMember, cell: Cell, earlier: number | undefined): Spoken {
  return { name: area.label, value: cell.value ?? cell.missing, status: cell.status, earlier };
}

/** The sentences about the key figure. */
export function sentencesOf(story: Story): readonly string[] {
  const key = keyOf(story);
  if (!key || key.cell.text !== undefined) return [];
  const { details } = story.view;
  const { all } = story.totals ?? story.view;
  const rows =
    all && axisOf(all, "period").members.at(-1)?.code === key.period.code ? rankedOf(all, axisOf(all, "period").members.length - 1) : [];
  const own = rows.find((each) => isMine(each.area, mineOf(story)));
  const of = rows.filter((each) => each.cell.value !== undefined).length;
  const rank = own?.position === undefined ? undefined : { position: own.position, of, plural: story.voice.say(pluralOf(story)) };
  return figureSentences(
    {
      unit: details.unit,
      dataType: details.dataType,
      decimals: details.decimals,
      period: key.period.code,
      earlierPeriod: key.earlier?.period.code,
      area: spoken(key.area, key.cell, key.earlier?.value),
      benchmark: key.benchmark && spoken(key.benchmark.area, key.benchmark.cell, key.benchmark.earlier),
      rank,
    },
    story.voice,
  );
}
