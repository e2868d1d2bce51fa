import type { Frame, IndicatorView } from "@peil/core/api.ts";
import { type MethodName, methodNames, methodsOf } from "@peil/core/methods.ts";
import type { Cube, CubeMember } from "@peil/core/model/cube.ts";
import type { Show } from "../address.ts";
import { areaHref } from "../address.ts";
import type { Subject } from "../presentations/presentation.ts";
import { axisOf, type Cell, cellOf, isMine, lastPeriodWithFigures, memberAxes, ownOf, rankedOf } from "../presentations/reading.ts";
import { type Sentence, sentencesOf } from "../text/sentences.ts";
import { earlierPeriod } from "../text/spoken.ts";
import { verdictsOf } from "../text/verdict.ts";
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
  /** The outlines on which the objects of a point or line level are drawn. */
  readonly under?: string | undefined;
  readonly show: Show | undefined;
  /** Where an area leads to, where that is not its own page. */
  readonly to?: Subject["link"];
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
  const { view, voice, borders, under } = story;
  return {
    cube,
    measured: view.details,
    voice,
    mine: mineOf(story),
    plural: pluralOf(story),
    borders,
    under,
    id,
    ...askedFor(story, cube),
    link: story.to ?? ((area) => areaHref(voice.language, { level: area.level ?? view.selection.level, code: area.code })),
  };
}

/** What was asked for a cube of the page, and what it does not tell of itself. */
function askedFor({ view, totals, crossing }: Story, cube: Cube): Pick<Subject, "selection" | "around"> {
  const faces = [crossing, totals, view];
  const face = faces.find((each) => each?.cube === cube);
  if (face) return { selection: face.selection, around: face.around?.shown };
  return { around: faces.find((each) => each?.all === cube)?.around?.all };
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
  readonly benchmark?: { readonly area: CubeMember; readonly cell: Cell };
};

/** The totals that a key figure can be read from: the series, else those of all areas. */
function totalsOf({ totals, view }: Story): Cube | undefined {
  return totals?.cube ?? view.all;
}

/** Positions of the areas that lead the page, and of the last period in which any has a figure. */
function leadOf(story: Story, cube: Cube): { readonly own: readonly number[]; readonly period: number } {
  const own = ownOf({ cube, mine: mineOf(story) });
  const filled = own
    .map((each) => lastPeriodWithFigures(cube, each))
    .filter((last, at) => cellOf(cube, own[at] ?? 0, last).value !== undefined);
  return { own, period: filled.length > 0 ? Math.max(...filled) : axisOf(cube, "period").members.length - 1 };
}

/** The key figures: one for each of the reader's areas, or else the benchmark's, in the last period for which any has a figure. */
export function keysOf(story: Story): readonly Key[] {
  const cube = totalsOf(story);
  if (!cube) return [];
  const { own, period } = leadOf(story, cube);
  return own.flatMap((each) => keyAt(cube, each, period) ?? []);
}

function keyAt(cube: Cube, focus: number, last: number): Key | undefined {
  const areas = axisOf(cube, "area").members;
  const [area, period] = [areas[focus], axisOf(cube, "period").members[last]];
  if (!area || !period) return undefined;
  const beside = areas.findIndex((each, index) => each.compare === true && index !== focus);
  const other = areas[beside];
  const base = { area, period, cell: cellOf(cube, focus, last) };
  return other ? { ...base, benchmark: { area: other, cell: cellOf(cube, beside, last) } } : base;
}

/** The cells of a key figure's area in the periods after its own. */
export function laterOf(key: Key, story: Story): readonly { readonly period: string; readonly cell: Cell }[] {
  const cube = totalsOf(story);
  if (!cube) return [];
  const area = axisOf(cube, "area").members.indexOf(key.area);
  const periods = axisOf(cube, "period").members;
  const from = periods.indexOf(key.period) + 1;
  return periods.slice(from).map(({ code }, at) => ({ period: code, cell: cellOf(cube, area, from + at) }));
}

/** The place of a key figure among all areas of its level, by the direction of the rating; undefined where it has none. */
export function rankOf(key: Key, story: Story): { readonly position: number; readonly of: number; readonly plural: string } | undefined {
  const { all } = story.totals ?? story.view;
  const period = all ? axisOf(all, "period").members.length - 1 : -1;
  if (!all || axisOf(all, "period").members[period]?.code !== key.period.code) return undefined;
  const rows = rankedOf(all, period, story.view.details.rating);
  const mine = mineOf(story).filter((each) => each.code === key.area.code);
  const own = rows.find((each) => isMine(each.area, mine));
  const of = rows.filter((each) => each.cell.value !== undefined).length;
  return own?.position === undefined ? undefined : { position: own.position, of, plural: story.voice.say(pluralOf(story)) };
}

/** The sentences about the key figures. */
export function sentencesOfStory(story: Story): readonly Sentence[] {
  const cube = totalsOf(story);
  if (!cube) return [];
  const { own, period } = leadOf(story, cube);
  const { view, voice, totals } = story;
  const earlier = earlierPeriod(cube, own, period, back);
  return sentencesOf(cube, {
    facts: view.details,
    voice,
    areas: own,
    period,
    earlier,
    all: (totals ?? view).all,
    plural: pluralOf(story),
    reason: view.reason?.code,
    ...verdictsOf(view, axisOf(cube, "area").members[own[0] ?? -1], axisOf(cube, "period").members[earlier ?? -1]?.code),
  });
}

/** The rules that the figures of the page use: those of the answer, of its breakdown and of all areas together. */
export function methodsOfStory(story: Story): readonly MethodName[] {
  const { view, totals, crossing } = story;
  const { all } = totals ?? view;
  const drawn = view.cube.values.length > 0 && !view.reason;
  const isText = view.details.dataType === "text" || view.details.dataType === "label";
  const shown = {
    ranks: all !== undefined && !isText,
    map: story.borders !== undefined && !isText,
    charts: drawn,
    sentences: drawn && !isText,
  };
  const cubes = new Set([view.cube, totals?.cube, crossing?.cube, all].filter((each) => each !== undefined));
  const found = new Set([...cubes].flatMap((cube) => methodsOf(view.details, cube, view.selection, shown)));
  return methodNames.filter((name) => found.has(name));
}
