import { besideOf } from "@peil/core/formats/cube-slabs.ts";
import type { CubeHead, Figures, Slab } from "@peil/core/formats/format.ts";
import { cellsOf } from "@peil/core/formats/walk.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { CubeMember } from "@peil/core/model/cube.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { periodOfId } from "@peil/core/model/period.ts";
import { status } from "@peil/core/model/status.ts";
import { sidesOf } from "@peil/core/query/compile-flow.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { touchesSurvey } from "@peil/core/survey/guarded.ts";
import { answerInSlabs } from "../answer-in-slabs.ts";
import type { Release } from "../release.ts";

/** What is asked of an indicator as a whole. */
export type Whole = {
  readonly indicator: Indicator;
  /** The levels that are asked, with the periods of each; all on which it has figures unless told. */
  readonly coverage?: ReadonlyMap<number, readonly number[]>;
  /** For a flow: between the areas of this level. */
  readonly between?: Level;
};

/** Cells that are asked at a time, and that are kept to be known before the first is written. */
const atOnce = 500_000;
const kept = 2_000_000;

/**
 * All figures of an indicator as one cube that flows: indicator × areas of all levels, coarse to fine × periods × the members on which a
 * cube is loaded. A cell without a record is *empty*, as is what does not exist on a level, and a zero of a cube in which what
 * is absent is zero: a format that is asked to be `sparse` leaves these rows out.
 */
export async function wholeOf(release: Release, whole: Whole): Promise<Figures> {
  const parts = partsOf(release.catalogue, whole);
  const first = parts[0] && (await answerInSlabs(release, parts[0].selection));
  if (first === undefined) return { head: emptyHead(release), slabs: none() };
  const axes = first.head.axes.map((axis) =>
    axis.role === "area" && axis.code === "area" ? { ...axis, members: parts.flatMap((part) => part.members) } : axis,
  );
  const heads = new Map<Part, CubeHead>();
  const slabs = new Map<Part, Slab[]>();
  const isKept = cellsOf(axes) <= kept;
  for (const part of isKept || mayDiffer(release.catalogue, whole.indicator) ? parts : parts.slice(0, 1)) {
    const figures = part === parts[0] ? first : await answerInSlabs(release, part.selection);
    heads.set(part, figures.head);
    if (isKept) slabs.set(part, await gather(figures.slabs));
  }
  const all = [...heads.values()];
  const interval = all.find((head) => head.interval !== undefined)?.interval;
  const notes = all.flatMap((head) => head.notes);
  const head: CubeHead = {
    axes,
    notes: [...new Map(notes.map((note) => [JSON.stringify(note), note])).values()],
    release: release.id,
    sources: first.head.sources,
    ...(interval === undefined ? {} : { interval }),
    ...(all.some((each) => each.flagged) ? { flagged: true as const } : {}),
  };
  const read = async (part: Part): Promise<AsyncIterable<Slab> | readonly Slab[]> =>
    slabs.get(part) ?? (await answerInSlabs(release, part.selection)).slabs;
  return { head, slabs: together(whole.indicator, head, parts, read) };
}

async function gather(slabs: AsyncIterable<Slab>): Promise<Slab[]> {
  const out: Slab[] = [];
  for await (const slab of slabs) out.push(slab);
  return out;
}

/** Whether flags, texts or intervals may stand beside some figures and not beside others. */
function mayDiffer(catalogue: Catalogue, indicator: Indicator): boolean {
  const isFlagged = [...catalogue.coverageOf(indicator.id).values()].some((each) => each.flagged);
  return indicator.shape === "flat" || isFlagged || touchesSurvey(catalogue, indicator);
}

/** A part of the whole: consecutive areas of one level. */
type Part = { readonly selection: Selection; readonly members: readonly CubeMember[]; readonly periods: ReadonlySet<string> };

function partsOf(
  catalogue: Catalogue,
  { indicator, between, coverage = coverageOfIndicator(catalogue, indicator) }: Whole,
): readonly Part[] {
  const held = between === undefined ? coverage : new Map([...coverage].filter(([id]) => id === between.id));
  const levels = [...held.keys()].flatMap((id) => catalogue.levelById(id) ?? []).sort((a, b) => a.sequence - b.sequence || a.id - b.id);
  const periods = [...new Set([...held.values()].flat())].sort((a, b) => a - b).map((id) => periodOfId(id).code);
  const by = indicator.shape === "cube" ? (indicator.dimensionLevels ?? []) : [];
  const inner = by.reduce((n, code) => n * (catalogue.membersOf(catalogue.dimensionLevel(code)?.id ?? -1).length || 1), 1);
  const partners = between === undefined ? 1 : catalogue.areasOf(between.id).length;
  const size = Math.max(1, Math.floor(atOnce / (periods.length * inner * partners)));
  return levels.flatMap((level) => {
    const areas = catalogue.areasOf(level.id);
    const own = new Set((held.get(level.id) ?? []).map((id) => periodOfId(id).code));
    return Array.from({ length: Math.ceil(areas.length / size) }, (_, at): Part => {
      const chosen = areas.slice(at * size, (at + 1) * size);
      const flow =
        between === undefined
          ? {}
          : { flow: { side: sidesOf(indicator)[0] ?? "out", partner: { level: between.alias, areas: undefined }, within: true } };
      const selection: Selection = {
        indicators: [indicator.code],
        level: level.alias,
        areas: { kind: "list", codes: chosen.map((each) => each.code) },
        compare: [],
        periods: { kind: "list", codes: periods },
        by,
        members: [],
        pseudo: true,
        ...flow,
      };
      return { selection, members: chosen.map((area) => memberOf(area, level)), periods: own };
    });
  });
}

function memberOf({ code, name, pseudo, article }: Area, { alias }: Level): CubeMember {
  return { code, label: name, level: alias, ...(pseudo ? { pseudo } : {}), ...(article === undefined ? {} : { article }) };
}

function emptyHead({ id }: Release): CubeHead {
  return { axes: [], notes: [], release: id, sources: [] };
}

async function* none(): AsyncGenerator<Slab, void, undefined> {}

async function* together(
  indicator: Indicator,
  head: CubeHead,
  parts: readonly Part[],
  read: (part: Part) => Promise<AsyncIterable<Slab> | readonly Slab[]>,
): AsyncGenerator<Slab, void, undefined> {
  const periods = head.axes.find((axis) => axis.role === "period")?.members.map((each) => each.code) ?? [];
  const inner = head.axes.slice(3).reduce((n, axis) => n * axis.members.length, 1);
  const hasTexts = indicator.dataType === "text" || indicator.dataType === "label";
  let start = 0;
  for (const part of parts) {
    const held = periods.map((each) => part.periods.has(each));
    for await (const slab of await read(part)) {
      yield {
        ...slab,
        ...besideOf(slab, head, hasTexts),
        start: start + slab.start,
        status: toldOf(slab, held, inner, indicator.shape === "cube" && indicator.absent === "zero"),
      };
    }
    start += part.members.length * periods.length * inner;
  }
}

/** The states of a slab; what need not be told is empty. */
function toldOf({ start, values, status: states }: Slab, held: readonly boolean[], inner: number, isZeroAbsent: boolean): Uint8Array {
  const out = states.slice();
  for (let at = 0; at < out.length; at++) {
    const isHere = held[Math.floor((start + at) / inner) % held.length];
    if (!isHere || (isZeroAbsent && out[at] === status.value && values[at] === 0)) out[at] = status.empty;
  }
  return out;
}
