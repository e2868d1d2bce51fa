import type { Frame, IndicatorView } from "@peil/core/api.ts";
import type { Cube, CubeMember } from "@peil/core/model/cube.ts";
import type { Show } from "../address.ts";
import { areaHref } from "../address.ts";
import type { Subject } from "../presentations/presentation.ts";
import { axisOf, type Cell, cellOf, isMine, lastPeriodWithFigures, memberAxes, ownOf, rankedOf } from "../presentations/reading.ts";
import { periodAsNumber } from "../text/period.ts";
import { type Facts, figureSentences, type Spoken, severalSentences } from "../text/sentences.ts";
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

/** The reader's own areas, in the order chosen. */
export function mineOf({ view }: Pick<Story, "view">): NonNullable<Subject["mine"]> {
  const { areas, level } = view.selection;
  return areas.kind === "list" ? areas.codes.map((code) => ({ level, code })) : [];
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

/** The key figures: one for each of the reader's areas, or else the benchmark's, in the last period for which any has a figure. */
export function keysOf(story: Story): readonly Key[] {
  const cube = totalsOf(story);
  if (!cube) return [];
  const own = ownOf({ cube, mine: mineOf(story) });
  const filled = own
    .map((each) => lastPeriodWithFigures(cube, each))
    .filter((last, at) => cellOf(cube, own[at] ?? 0, last).value !== undefined);
  const last = filled.length > 0 ? Math.max(...filled) : axisOf(cube, "period").members.length - 1;
  return own.flatMap((each) => keyAt(cube, each, last) ?? []);
}

function keyAt(cube: Cube, focus: number, last: number): Key | undefined {
  const areas = axisOf(cube, "area").members;
  const periods = axisOf(cube, "period").members;
  const area = areas[focus];
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

/** The place of a key figure among all areas of its level; undefined where it has none. */
export function rankOf(key: Key, story: Story): Facts["rank"] {
  const { all } = story.totals ?? story.view;
  const rows =
    all && axisOf(all, "period").members.at(-1)?.code === key.period.code ? rankedOf(all, axisOf(all, "period").members.length - 1) : [];
  const mine = mineOf(story).filter((each) => each.code === key.area.code);
  const own = rows.find((each) => isMine(each.area, mine));
  const of = rows.filter((each) => each.cell.value !== undefined).length;
  return own?.position === undefined ? undefined : { position: own.position, of, plural: story.voice.say(pluralOf(story)) };
}

function factsOf(key: Key, story: Story): Facts {
  const { details } = story.view;
  return {
    unit: details.unit,
    dataType: details.dataType,
    decimals: details.decimals,
    period: key.period.code,
    earlierPeriod: key.earlier?.period.code,
    area: spoken(key.area, key.cell, key.earlier?.value),
    benchmark: key.benchmark && spoken(key.benchmark.area, key.benchmark.cell, key.benchmark.earlier),
    rank: rankOf(key, story),
  };
}

/** The sentences about the key figures. */
export function sentencesOf(story: Story): readonly string[] {
  const keys = keysOf(story).filter((each) => each.cell.text === undefined);
  const [only, ...more] = keys.map((each) => factsOf(each, story));
  if (!only) return [];
  return more.length === 0 ? figureSentences(only, story.voice) : severalSentences([only, ...more], story.voice);
}
