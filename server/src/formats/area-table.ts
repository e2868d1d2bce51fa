import { fail } from "@peil/core/errors.ts";
import type { CubeHead, FormatOptions, Slab } from "@peil/core/formats/format.ts";
import { hasHiddenFigure } from "@peil/core/formats/hidden.ts";
import { memberIds } from "@peil/core/formats/member-ids.ts";
import { hasRemarks } from "@peil/core/formats/table-columns.ts";
import type { CubeMember } from "@peil/core/model/cube.ts";
import { remarkText } from "@peil/core/model/cube-flags.ts";
import { type Status, status, statusNames } from "@peil/core/model/status.ts";
import { type Language, say } from "@peil/core/model/text.ts";
import { round12 } from "@peil/core/statistics/round.ts";

/** Cells that a file with shapes holds: what comes by area must be gathered first, and programs for maps open no more. */
export const shapedLimit = 1_000_000;

/** A figure of every area: the names of its properties, and what it is. */
export type FigureSet = { readonly suffix: string; readonly about: Readonly<Record<string, unknown>> };

/** The figures of an answer by area. */
export type AreaTable = {
  readonly areas: readonly CubeMember[];
  /** One id per area: its code, or `level:code` where two areas share the code. */
  readonly ids: readonly string[];
  readonly sets: readonly FigureSet[];
  /** What is said of an area: code, level, name, and its figures. */
  propertiesOf(area: number): Readonly<Record<string, unknown>>;
};

type Properties = Record<string, unknown>;

/** Gathers an answer by area. @throws `format-too-large` */
export async function areaTable(
  head: CubeHead,
  slabs: AsyncIterable<Slab>,
  { language }: FormatOptions,
  format: string,
): Promise<AreaTable> {
  const cells = head.axes.reduce((n, axis) => n * axis.members.length, 1);
  if (cells > shapedLimit) fail("format-too-large", { cells, limit: shapedLimit, format });
  const at = head.axes.findIndex((axis) => axis.role === "area");
  const areas = head.axes[at]?.members ?? [];
  const sets = figureSets(head, language);
  const kept: Slab[] = [];
  for await (const slab of slabs) kept.push(slab);
  const after = head.axes.slice(at + 1).reduce((n, axis) => n * axis.members.length, 1);
  const ids = at < 0 ? [] : memberIds(head.axes[at] as CubeHead["axes"][number]);
  const write = propertyWriter(head, kept);
  return {
    areas,
    ids,
    sets,
    propertiesOf(area) {
      const { code, level, label } = areas[area] as CubeMember;
      const out: Properties = { code, level: level ?? null, name: say(label, language) };
      sets.forEach((set, column) => {
        const [outer, inner] = [Math.floor(column / after), column % after];
        write(out, set, (outer * areas.length + area) * after + inner);
      });
      return out;
    },
  };
}

/** A figure per combination of members of the other axes, in the order of the cube. Axes with one member do not stand in its name. */
function figureSets(head: CubeHead, language: Language): FigureSet[] {
  const axes = head.axes.filter((axis) => axis.role !== "area").map((axis) => ({ axis, ids: memberIds(axis) }));
  let sets: { readonly codes: readonly string[]; readonly labels: readonly string[]; readonly about: Properties }[] = [
    { codes: [], labels: [], about: {} },
  ];
  for (const { axis, ids } of axes) {
    sets = sets.flatMap(({ codes, labels, about }) =>
      axis.members.map((member, at) => ({
        codes: axis.members.length > 1 ? [...codes, ids[at] ?? member.code] : codes,
        labels: [...labels, say(member.label, language)],
        about: { ...about, [axis.code]: member.code, ...saidOf(member, language) },
      })),
    );
  }
  const used = new Set<string>();
  return sets.map(({ codes, labels, about }) => {
    const suffix = unused(codes.map((code) => `_${code.replace(/[^\p{L}\p{N}]+/gu, "_")}`).join(""), used);
    return { suffix, about: { name: `value${suffix}`, label: labels.join(", "), ...about } };
  });
}

function saidOf({ unit, provisional, forecast }: CubeMember, language: Language): Properties {
  return { ...(unit && { unit: say(unit, language) }), ...(provisional && { provisional }), ...(forecast && { forecast }) };
}

/** A name that no other has, whatever the letter case: many stores of maps do not tell case apart. */
function unused(name: string, used: Set<string>): string {
  let out = name;
  for (let next = 2; used.has(out.toLowerCase()); next++) out = `${name}_${next}`;
  used.add(out.toLowerCase());
  return out;
}

/** Writes what is said of a cell under the names of its set: which properties there are is the same for every cell. */
function propertyWriter(head: CubeHead, slabs: readonly Slab[]): (out: Properties, set: FigureSet, cell: number) => void {
  const starts = slabs.map((slab) => slab.start);
  const hasTexts = slabs.some((slab) => slab.texts !== undefined);
  const hasMissing = slabs.some((slab) => slab.status.includes(status.incomplete));
  const isRemarked = hasRemarks(head);
  const periods = new Map(head.axes.flatMap((axis) => (axis.role === "period" ? axis.members.map((each) => [each.code, each]) : [])));
  const period = head.axes.find((axis) => axis.role === "period")?.code ?? "";
  return (out, { suffix, about }, cell) => {
    const slab = slabs[slabOf(starts, cell)] as Slab;
    const at = cell - slab.start;
    const state = slab.status[at] as Status;
    const isHidden = hasHiddenFigure(slab, at);
    out[`value${suffix}`] = state === status.value ? numberOf(slab.values[at]) : null;
    out[`status${suffix}`] = state === status.value ? null : statusNames[state];
    if (hasTexts) out[`text${suffix}`] = isHidden ? null : (slab.texts?.[at] ?? null);
    if (hasMissing) out[`missing_areas${suffix}`] = state === status.incomplete ? numberOf(slab.values[at]) : null;
    if (isRemarked) {
      const remark = state === status.value ? remarkText(slab.flags?.[at] ?? 0, periods.get(String(about[period]))) : "";
      out[`flag${suffix}`] = remark || null;
    }
    if (head.interval === undefined) return;
    for (const name of ["lower", "upper", "respondents"] as const)
      out[`${name}${suffix}`] = isHidden ? null : numberOf(slab.bounds?.[name][at]);
  };
}

/** The last slab that starts at or before a cell. */
function slabOf(starts: readonly number[], cell: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] as number) <= cell) low = middle;
    else high = middle - 1;
  }
  return low;
}

function numberOf(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? round12(value) : null;
}
