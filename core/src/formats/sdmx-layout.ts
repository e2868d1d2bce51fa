import type { CubeAxis, CubeMember } from "../model/cube.ts";
import { remarkText } from "../model/cube-flags.ts";
import { type Status, status, statusNames } from "../model/status.ts";
import { type Language, say, type Text } from "../model/text.ts";
import { round12 } from "../statistics/round.ts";
import type { CubeHead, Slab } from "./format.ts";
import { hasHiddenFigure } from "./hidden.ts";
import { areaId, codeId, dimensionId, frequencyOf, isSchoolYear, structureId, timeId, totalId } from "./sdmx-ids.ts";
import { type Attribute, attributes, type Code, conceptNames, confidentiality, frequencies, observationStatus } from "./sdmx-terms.ts";

/** Positions on the axes of a cube. */
export type At = readonly number[];

/** A dimension of figures in SDMX: its values, and which of them a cell has. */
export type Dimension = {
  readonly id: string;
  readonly name: Text;
  readonly role: CubeAxis["role"] | "frequency";
  readonly values: readonly (Code & { readonly member?: CubeMember })[];
  /** The position among `values` of a cell. */
  readonly place: (at: At) => number;
};

/** The id of a member of an axis. */
function idOf(axis: CubeAxis, member: CubeMember): string {
  if (axis.role === "area") return areaId(member);
  if (axis.role === "period") return timeId(member.code);
  if (axis.role === "indicator") return codeId(member.code);
  if (member.code === totalId) return member.group ? totalId : "$5FT";
  return codeId(member.code);
}

const fixed: Partial<Record<CubeAxis["role"], string>> = { indicator: "INDICATOR", area: "REF_AREA", period: "TIME_PERIOD" };

function dimensionOf(axis: CubeAxis, at: number, isFirst: boolean): Dimension {
  const values = axis.members.map((member) => ({ id: idOf(axis, member), name: member.label, member }));
  const id = (isFirst ? fixed[axis.role] : undefined) ?? dimensionId(axis.code);
  return { id, name: axis.label, role: axis.role, values, place: (place) => place[at] ?? 0 };
}

function frequencyDimension({ members }: CubeAxis, at: number): Dimension {
  const own = members.map((member) => frequencyOf(member.code));
  const values = frequencies.filter(({ id }) => own.includes(id));
  const places = own.map((id) => values.findIndex((each) => each.id === id));
  return { id: "FREQ", name: conceptNames.FREQ, role: "frequency", values, place: (place) => places[place[at] ?? 0] ?? 0 };
}

const order: Readonly<Record<Dimension["role"], number>> = { frequency: 0, indicator: 1, area: 2, member: 3, period: 4 };

/** The dimensions of a cube in the order of SDMX: frequency, indicator, area, members, time. */
export function dimensionsOf({ axes }: Pick<CubeHead, "axes">): readonly Dimension[] {
  const own = axes.map((axis, at) => dimensionOf(axis, at, axes.findIndex((each) => each.role === axis.role) === at));
  const periods = axes.findIndex((axis) => axis.role === "period");
  const period = axes[periods];
  const all = period === undefined ? own : [frequencyDimension(period, periods), ...own];
  return all.toSorted((a, b) => order[a.role] - order[b.role]);
}

/** The data structure of a cube, by the axes of members that it has. */
export function structureOf({ axes }: Pick<CubeHead, "axes">): string {
  return structureId(axes.filter((axis) => axis.role === "member"));
}

/** The attributes that a file of this cube can hold. */
export function attributesOf(head: CubeHead): readonly Attribute[] {
  const periods = head.axes.filter((axis) => axis.role === "period").flatMap((axis) => axis.members);
  const away = new Set<string>([
    ...(head.interval === undefined ? ["LOWER", "UPPER", "RESPONDENTS", "UNCERTAINTY"] : []),
    ...(head.flagged || periods.some((each) => each.provisional || each.forecast) ? [] : ["FLAG"]),
    ...(periods.some((each) => isSchoolYear(each.code)) ? [] : ["REPORTING_YEAR_START_DAY"]),
    ...(head.axes.some((axis) => axis.role === "indicator") ? [] : ["UNIT_MEASURE", "DECIMALS"]),
  ]);
  return attributes.filter((each) => !away.has(each.id));
}

/** What an attribute says: a code, a text or a number; undefined where it says nothing. */
export type Said = string | number | undefined;

/** Reads what the attributes of observations say of a cell. */
export function observationReader(head: CubeHead): (slab: Slab, row: number, at: At) => Readonly<Record<string, Said>> {
  const periods = head.axes.findIndex((axis) => axis.role === "period");
  return (slab, row, at) => {
    const state = slab.status[row] as Status;
    const flags = slab.flags?.[row] ?? 0;
    const period = head.axes[periods]?.members[at[periods] as number];
    const isValue = state === status.value;
    const isHidden = hasHiddenFigure(slab, row);
    const { lower, upper, respondents } = (isHidden ? undefined : slab.bounds) ?? {};
    return {
      OBS_STATUS: observationStatus(state, flags, period),
      CONF_STATUS: confidentiality(state),
      STATE: isValue ? undefined : statusNames[state],
      FLAG: (isValue && remarkText(flags, period)) || undefined,
      MISSING_AREAS: state === status.incomplete ? finite(slab.values[row]) : undefined,
      OBS_TEXT: isHidden ? undefined : slab.texts?.[row],
      LOWER: finite(lower?.[row]),
      UPPER: finite(upper?.[row]),
      RESPONDENTS: finite(respondents?.[row]),
    };
  };
}

/** Makes what is said of a cell once for all cells of which the same is said: those of one indicator, period, state and flags. */
export function sharedText(head: CubeHead, make: (slab: Slab, row: number, at: At) => string): (slab: Slab, row: number, at: At) => string {
  const indicators = head.axes.findIndex((axis) => axis.role === "indicator");
  const periods = head.axes.findIndex((axis) => axis.role === "period");
  const length = head.axes[periods]?.members.length ?? 1;
  const known = new Map<number, string>();
  return (slab, row, at) => {
    const state = slab.status[row] as number;
    if (slab.bounds !== undefined || state === status.incomplete || slab.texts?.[row] !== undefined) return make(slab, row, at);
    const key = (((at[indicators] ?? 0) * length + (at[periods] ?? 0)) * 8 + state) * 256 + (slab.flags?.[row] ?? 0);
    const text = known.get(key) ?? make(slab, row, at);
    known.set(key, text);
    return text;
  };
}

/** The figure of a cell; undefined where there is none. */
export function figureOf(slab: Slab, row: number): number | undefined {
  return slab.status[row] === status.value ? finite(slab.values[row]) : undefined;
}

function finite(value: number | undefined): number | undefined {
  return value === undefined || !Number.isFinite(value) ? undefined : round12(value);
}

/** What the attributes of an indicator say; without one, those of the whole cube. */
export function ofIndicator(head: CubeHead, member: CubeMember | undefined, language: Language): Readonly<Record<string, Said>> {
  const own = head.sources.filter((source) => member?.source === undefined || source.code === member.source);
  const licences = new Set(own.flatMap((source) => source.licence ?? []));
  return {
    UNIT_MEASURE: member?.unit && say(member.unit, language),
    DECIMALS: member?.decimals,
    DATA_SOURCE: own.map((source) => say(source.name, language)).join("; ") || undefined,
    LICENCE: [...licences].join("; ") || undefined,
  };
}

/** What the attributes of the whole data set say. */
export function ofDataset(head: CubeHead): Readonly<Record<string, Said>> {
  return { RELEASE: head.release, UNCERTAINTY: head.interval && `${head.interval.method} ${head.interval.level}` };
}

/** What the attributes of a period say. */
export function ofPeriod(member: CubeMember | undefined): Readonly<Record<string, Said>> {
  return { REPORTING_YEAR_START_DAY: member !== undefined && isSchoolYear(member.code) ? "--09-01" : undefined };
}
