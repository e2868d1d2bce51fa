import { statusWords } from "@peil/core/formats/status-words.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Cube, CubeMember } from "@peil/core/model/cube.ts";
import { remarkText } from "@peil/core/model/cube-flags.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import type { Period, PeriodLevel } from "@peil/core/model/period.ts";
import { type Status, signs, status } from "@peil/core/model/status.ts";
import { answer } from "../answer.ts";
import type { Release } from "../release.ts";
import { axisOf, selectionOf } from "../views/cards.ts";
import type { RowList } from "./collections.ts";
import type { Row } from "./odata-types.ts";
import { type AreaCodes, areaCode } from "./things.ts";

/** What the service writes for a state: what it cannot say, it calls unknown. */
const signOf = (state: Status): string => (state === status.notAvailable ? signs[status.unknown] : signs[state]);

const expand = new Intl.NumberFormat("en", { useGrouping: false, maximumSignificantDigits: 17 });

/** A number as text with a decimal point and without an exponent. */
export function numberText(value: number): string {
  const text = String(value);
  return text.includes("e") ? expand.format(value) : text;
}

/** What stands in a cell: the figure, its text, or the sign of its state. */
export function cellText(cube: Cube, cell: number): string {
  const state = (cube.status[cell] ?? status.empty) as Status;
  if (state !== status.value) return signOf(state);
  return cube.texts?.[cell] ?? numberText(cube.values[cell] ?? Number.NaN);
}

/** What is to be said of a cell; null where that is nothing. */
function remarkOf(cube: Cube, cell: number, period: CubeMember | undefined): string | null {
  const state = (cube.status[cell] ?? status.empty) as Status;
  if (state === status.empty) return null;
  if (state !== status.value) return statusWords[state].nl;
  return remarkText(cube.flags?.[cell] ?? 0, period) || null;
}

/** Which figures are asked: of one indicator on a level, in some periods, for a cube perhaps split by its dimensions. */
export type Question = {
  readonly indicator: Indicator;
  readonly level: Level;
  readonly time: PeriodLevel;
  readonly periods: readonly Period[];
  readonly by: readonly string[];
};

/** Cells that are kept of answers: pages of one question follow each other. */
const mostCells = 2_000_000;
const kept = new WeakMap<Release, Map<string, Promise<Cube>>>();

/** The figures of a question, kept as they are until others take their place. */
async function cubeOf(release: Release, { indicator, level, periods, by }: Question): Promise<Cube> {
  const list = periods.map((each) => each.code);
  const key = JSON.stringify([indicator.id, level.id, list, by]);
  const all = kept.get(release) ?? new Map<string, Promise<Cube>>();
  kept.set(release, all);
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = answer(release, selectionOf([indicator], level.alias, { periods: { kind: "list", codes: list }, by }));
  all.set(key, made);
  try {
    await made;
    await forget(all);
  } catch {
    all.delete(key);
  }
  return made;
}

/** Lets the oldest answers go until what is kept holds few enough cells. */
async function forget(all: Map<string, Promise<Cube>>): Promise<void> {
  let cells = 0;
  for (const [key, made] of [...all].reverse()) {
    cells += (await made.catch(() => undefined))?.values.length ?? 0;
    if (cells > mostCells) all.delete(key);
  }
}

/** The figures of a question as rows: area by area, in each by period, then by members. */
export async function valueRows(release: Release, codes: AreaCodes, question: Question): Promise<RowList> {
  const { level, time, periods, by } = question;
  if (periods.length === 0) return { length: 0, at: () => ({}) };
  const cube = await cubeOf(release, question);
  const areas = axisOf(cube, "area").members;
  const members = cube.axes.filter((axis) => axis.role === "member");
  const times = axisOf(cube, "period").members;
  const cells = members.reduce((n, axis) => n * axis.members.length, 1);
  return {
    length: cube.values.length,
    at(cell): Row {
      const area = areas[Math.floor(cell / cells / times.length)];
      const period = times[Math.floor(cell / cells) % times.length];
      return {
        ExternalCode: areaCode(codes, level, { code: area?.code ?? "" }),
        GeoLevel: level.alias,
        PeriodLevel: time,
        Period: period?.code ?? "",
        ValueString: cellText(cube, cell),
        Description: remarkOf(cube, cell, period),
        ...(by.length === 0 ? {} : { DimMembers: memberText(members, cell % cells) }),
      };
    },
  };
}

/** The members of a cell by their codes behind those of their levels, as formulas write them: `geslacht_M,leeftijd_0-4`. */
function memberText(axes: Cube["axes"], cell: number): string {
  let rest = cell;
  const out: string[] = [];
  for (const axis of axes.toReversed()) {
    out.unshift(`${axis.code}_${axis.members[rest % axis.members.length]?.code ?? ""}`);
    rest = Math.floor(rest / axis.members.length);
  }
  return out.join(",");
}

/** Lists one behind the other. */
export function joined(lists: readonly RowList[]): RowList {
  const [only] = lists;
  if (lists.length === 1 && only !== undefined) return only;
  const ends: number[] = [];
  for (const list of lists) ends.push((ends.at(-1) ?? 0) + list.length);
  return {
    length: ends.at(-1) ?? 0,
    at(place) {
      const which = ends.findIndex((end) => place < end);
      return lists[which]?.at(place - (ends[which - 1] ?? 0)) ?? {};
    },
  };
}
