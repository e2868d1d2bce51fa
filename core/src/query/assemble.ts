import type { Area } from "../model/area.ts";
import type { Catalogue } from "../model/catalogue.ts";
import { type Cube, type CubeAxis, type CubeMember, type CubeNote, cellFlag } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Period } from "../model/period.ts";
import { status } from "../model/status.ts";
import { round12 } from "../statistics/round.ts";
import { finishFlows, flowNotes } from "./assemble-flow.ts";
import { type ChosenArea, isForecast } from "./choose.ts";
import type { Compiled } from "./compile.ts";
import { computedBy, leavesOf } from "./coverage.ts";
import type { Rows } from "./plan.ts";

/**
 * Puts the rows of the engine into the cube that was asked. Axes: indicator, area, period, one per dimension level.
 * Figures are rounded to 12 significant digits, so the same question gives the same bytes.
 * @param answers one set of rows per part of the compiled selection, in the same order
 */
export function assemble(compiled: Compiled, answers: readonly Rows[], catalogue: Catalogue, release: string): Cube {
  const axes = axesOf(compiled, catalogue);
  const size = axes.reduce((n, axis) => n * axis.members.length, 1);
  const values = new Float64Array(size).fill(Number.NaN);
  const states = new Uint8Array(size).fill(status.empty);
  const texts: (string | undefined)[] = [];
  const flags = answers.some((rows) => rows?.flag !== undefined) ? new Uint8Array(size) : undefined;
  const place = placesOf(compiled);
  compiled.parts.forEach((part, number) => {
    markUnavailable(compiled, part, place, states);
    const rows = answers[number];
    if (rows) fillRows(part.indicator, rows, place, values, states, texts, flags);
  });
  const cube: Cube = {
    axes,
    values,
    status: states,
    ...(texts.length > 0 ? { texts } : {}),
    ...(flags?.some((bits) => bits > 0) ? { flags } : {}),
    notes: [...notesOf(compiled.indicators), ...estimateNotes(compiled, flags, place.perIndicator), ...partialNotes(compiled, catalogue)],
    release,
    sources: sourcesOf(compiled.indicators, catalogue),
  };
  return compiled.flow === undefined ? cube : finishFlows(cube, compiled, compiled.flow, catalogue);
}

type Places = {
  readonly area: ReadonlyMap<number, number>;
  readonly period: ReadonlyMap<number, number>;
  readonly members: readonly ReadonlyMap<number, number>[];
  readonly perArea: number;
  readonly perPeriod: number;
  readonly perIndicator: number;
};

function placesOf(compiled: Compiled): Places {
  const members = compiled.axes.map((axis) => new Map(axis.members.map((member, at) => [member.id, at])));
  const perPeriod = compiled.axes.reduce((n, axis) => n * axis.members.length, 1);
  const perArea = perPeriod * compiled.periods.length;
  return {
    area: new Map(compiled.areas.map((each, at) => [each.area.id, at])),
    period: new Map(compiled.periods.map((each, at) => [each.id, at])),
    members,
    perPeriod,
    perArea,
    perIndicator: perArea * compiled.areas.length,
  };
}

function markUnavailable(compiled: Compiled, part: Compiled["parts"][number], place: Places, states: Uint8Array): void {
  if (part.unavailable.length === 0) return;
  compiled.areas.forEach((each, area) => {
    if (each.level.id !== part.level) return;
    for (const period of part.unavailable) {
      const at = place.period.get(period);
      if (at === undefined) continue;
      const start = part.indicator * place.perIndicator + area * place.perArea + at * place.perPeriod;
      states.fill(status.notAvailable, start, start + place.perPeriod);
    }
  });
}

function fillRows(
  indicator: number,
  rows: Rows,
  place: Places,
  values: Float64Array,
  states: Uint8Array,
  texts: (string | undefined)[],
  flags: Uint8Array | undefined,
): void {
  const base = indicator * place.perIndicator;
  const present: number[] = [];
  let last = Number.NaN;
  let period: number | undefined;
  for (let row = 0; row < rows.length; row++) {
    const area = place.area.get(rows.area[row] as number);
    // Rows of one period mostly come together.
    if (rows.period[row] !== last) {
      last = rows.period[row] as number;
      period = place.period.get(last);
    }
    if (area === undefined || period === undefined) continue;
    if ((rows.members[0]?.[row] ?? 1) <= 0) {
      present.push(base + area * place.perArea + period * place.perPeriod);
      continue;
    }
    let inner = 0;
    for (let axis = 0; axis < place.members.length; axis++) {
      const map = place.members[axis] as ReadonlyMap<number, number>;
      // A figure that is not split by this axis (a flat indicator beside a cube) stands at its first member.
      const at = rows.members[axis] === undefined ? 0 : map.get((rows.members[axis] as Int32Array)[row] as number);
      inner = at === undefined ? Number.NaN : inner * map.size + at;
    }
    if (Number.isNaN(inner)) continue;
    const cell = base + area * place.perArea + period * place.perPeriod + inner;
    const state = rows.status[row] as number;
    states[cell] = state;
    if (state === status.value) values[cell] = round12(rows.value[row] as number);
    if (flags && state === status.value) flags[cell] = rows.flag?.[row] ?? 0;
    else if (state === status.incomplete) values[cell] = rows.value[row] as number;
    const text = rows.text?.[row];
    if (text !== undefined && text !== null) texts[cell] = text;
  }
  for (const start of present) fillZeros(start, start + place.perPeriod, values, states);
}

function fillZeros(start: number, end: number, values: Float64Array, states: Uint8Array): void {
  for (let cell = start; cell < end; cell++) {
    if (states[cell] !== status.empty) continue;
    states[cell] = status.value;
    values[cell] = 0;
  }
}

/** The axes of the answer to a compiled selection, before groups and what flows do to them. */
export function axesOf(compiled: Compiled, catalogue: Catalogue): CubeAxis[] {
  return [
    {
      code: "indicator",
      label: { nl: "Onderwerp", en: "Indicator" },
      role: "indicator",
      members: compiled.indicators.map((each) => indicatorMember(each, catalogue)),
    },
    { code: "area", label: { nl: "Gebied", en: "Area" }, role: "area", members: compiled.areas.map(areaMember) },
    {
      code: "period",
      label: { nl: "Periode", en: "Period" },
      role: "period",
      members: compiled.periods.map((each) => periodMember(each, compiled.indicators)),
    },
    ...compiled.axes.map((axis) => ({
      code: axis.level.code,
      label: catalogue.dimension(axis.level.dimension)?.name ?? axis.level.name,
      role: "member" as const,
      members: axis.members.map((member) => ({ code: member.code, label: member.name })),
    })),
  ];
}

/** Decimals on the screen: as the owner says, otherwise none for counts and one for the rest. */
export function decimalsOf(indicator: Indicator): number {
  return indicator.decimals ?? (indicator.dataType === "count" ? 0 : 1);
}

function indicatorMember(indicator: Indicator, catalogue: Catalogue): CubeMember {
  const source = indicator.source === undefined ? undefined : catalogue.source(indicator.source)?.code;
  const { code, name: label, unit } = indicator;
  return { code, label, unit, decimals: decimalsOf(indicator), ...(source === undefined ? {} : { source }) };
}

const areaMembers = new WeakMap<Area, CubeMember>();

/** The member of an area that was chosen is made once. */
function areaMember(chosen: ChosenArea): CubeMember {
  const known = chosen.compare ? undefined : areaMembers.get(chosen.area);
  if (known?.level === chosen.level.alias) return known;
  const made = makeAreaMember(chosen);
  if (!chosen.compare) areaMembers.set(chosen.area, made);
  return made;
}

function makeAreaMember({ area, level, compare }: ChosenArea): CubeMember {
  return {
    code: area.code,
    label: area.name,
    level: level.alias,
    ...(compare ? { compare } : {}),
    ...(area.pseudo ? { pseudo: true } : {}),
    ...(area.article ? { article: area.article } : {}),
  };
}

function periodMember(period: Period, indicators: readonly Indicator[]): CubeMember {
  const provisional = indicators.some((each) => each.provisional?.includes(period.code) ?? false);
  const forecast = indicators.some((each) => isForecast(each, period));
  return { code: period.code, label: { nl: period.code }, ...(provisional ? { provisional } : {}), ...(forecast ? { forecast } : {}) };
}

/** The notes of an answer that do not depend on its figures. */
export function notesOfQuestion(compiled: Compiled, catalogue: Catalogue): CubeNote[] {
  const flows = compiled.flow === undefined ? [] : flowNotes(compiled, compiled.flow);
  return [...flows, ...notesOf(compiled.indicators), ...partialNotes(compiled, catalogue)];
}

function notesOf(indicators: readonly Indicator[]): CubeNote[] {
  return indicators.flatMap((each) => [
    ...(each.footnote ? [{ kind: "footnote" as const, text: each.footnote, indicator: each.code }] : []),
    ...(each.estimated
      ? [{ kind: "estimate" as const, text: { nl: "Schatting, geen telling.", en: "An estimate, not a count." }, indicator: each.code }]
      : []),
  ]);
}

/** Says of each indicator of which figures are estimated that they are marked. */
function estimateNotes(compiled: Compiled, flags: Uint8Array | undefined, perIndicator: number): CubeNote[] {
  if (flags === undefined) return [];
  const text = {
    nl: "De gemarkeerde cijfers zijn geschat: berekend uit die van andere periodes of van een groter gebied.",
    en: "The marked figures are estimated: computed from those of other periods or of a larger area.",
  };
  return compiled.indicators.flatMap(({ code }, at) => {
    const own = flags.subarray(at * perIndicator, (at + 1) * perIndicator);
    return own.some((bits) => (bits & cellFlag.estimated) !== 0) ? [{ kind: "estimate" as const, text, indicator: code }] : [];
  });
}

/** Says of each sum in the answer that stands although areas are missing in it, also where a formula uses it. */
function partialNotes(compiled: Compiled, catalogue: Catalogue): CubeNote[] {
  if (catalogue.partialSums.length === 0) return [];
  const areas = new Map(compiled.areas.map((each) => [each.area.id, each.area]));
  const periods = new Map(compiled.periods.map((each) => [each.id, each]));
  return compiled.indicators.flatMap((indicator) => {
    const used = new Set(storedBy(catalogue, indicator));
    const found = catalogue.partialSums.filter((each) => used.has(each.indicator) && areas.has(each.area) && periods.has(each.period));
    return found.slice(0, partialNotesShown).map((each) => {
      const area = areas.get(each.area)?.name;
      const period = periods.get(each.period)?.code ?? "";
      const text = {
        nl: `${area?.nl} in ${period}: een deelsom, cijfers van ${each.missing} gebieden ontbreken.`,
        en: `${area?.en ?? area?.nl} in ${period}: a partial sum, figures of ${each.missing} areas are missing.`,
      };
      return { kind: "partial" as const, text, indicator: indicator.code };
    });
  });
}

const partialNotesShown = 10;

/** Ids of the stored indicators behind an indicator: itself, or the leaves of its formula. */
function storedBy(catalogue: Catalogue, indicator: Indicator): readonly number[] {
  const expression = computedBy(indicator);
  if (expression === undefined) return [indicator.id];
  return leavesOf(expression).flatMap((code) => {
    const leaf = catalogue.indicator(code);
    return leaf === undefined ? [] : storedBy(catalogue, leaf);
  });
}

/** The sources of indicators, each once. */
export function sourcesOf(indicators: readonly Indicator[], catalogue: Catalogue): Cube["sources"] {
  const codes = new Set(indicators.flatMap((each) => (each.source === undefined ? [] : [each.source])));
  return [...codes].flatMap((code) => {
    const source = catalogue.source(code);
    if (source === undefined) return [];
    const { name, licence, url } = source;
    return [{ code: source.code, name, ...(licence === undefined ? {} : { licence }), ...(url === undefined ? {} : { url }) }];
  });
}

/** The same cube without its indicator axis, for answers about one indicator. */
export function withoutIndicator(cube: Cube): Cube {
  const [first, ...axes] = cube.axes;
  return first?.role === "indicator" && first.members.length === 1 ? { ...cube, axes } : cube;
}
