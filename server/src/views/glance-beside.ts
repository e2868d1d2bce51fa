import type { ProfileCell } from "@peil/core/api.ts";
import type { Level } from "@peil/core/model/area.ts";
import { type Cube, statusAt, valueAt } from "@peil/core/model/cube.ts";
import { status } from "@peil/core/model/status.ts";
import type { Text } from "@peil/core/model/text.ts";
import type { Release } from "../release.ts";
import { answerMany } from "./answers.ts";
import { axisOf, selectionOf } from "./cards.ts";
import type { Chosen } from "./glance-benchmark.ts";
import type { Table } from "./glance-table.ts";
import { reasonOf } from "./reason.ts";

/** The benchmark's figures per indicator code; axes of each cube: one area, period. */
export type Beside = ReadonlyMap<string, Cube>;

/** Most benchmarks of which figures are kept per release. */
const mostKept = 400;

const kept = new WeakMap<Release, Map<string, Promise<Beside>>>();

/** The benchmark's own figures: its own aggregate, never the mean of its areas. Read once per benchmark, level and release. */
export function besideOf(release: Release, level: Level, table: Table, chosen: Chosen): Promise<Beside> {
  if (chosen.ask === undefined) return Promise.resolve(new Map());
  const all = kept.get(release) ?? new Map<string, Promise<Beside>>();
  kept.set(release, all);
  const key = JSON.stringify([level.id, chosen.ask, [...table.sheets.keys()].length]);
  const known = all.get(key);
  if (known !== undefined) return known;
  const made = read(release, level, table, chosen.ask);
  made.catch(() => all.delete(key));
  all.set(key, made);
  for (const old of [...all.keys()].slice(0, Math.max(0, all.size - mostKept))) all.delete(old);
  return made;
}

async function read(release: Release, level: Level, table: Table, ask: NonNullable<Chosen["ask"]>): Promise<Beside> {
  const sheets = [...table.sheets.values()];
  // Areas of an older division may have ended before the newest period: any period may be the one that counts.
  const groups = Map.groupBy(sheets, (each) => (level.validTo === undefined ? each.newest : each.periods.join()));
  const answers = await Promise.all(
    [...groups].map(([codes, group]) =>
      answerMany(
        release,
        group.map((each) => each.indicator),
        (some) =>
          selectionOf(some, level.alias, {
            ...ask,
            areas: { kind: "list", codes: [] },
            periods: { kind: "list", codes: codes.split(",") },
          }),
      ),
    ),
  );
  return new Map(answers.flatMap((each) => [...each]));
}

/** The benchmark's cell in a period, and why it is not there. */
export function besideIn(
  release: Release,
  beside: Beside,
  chosen: Chosen,
  code: string,
  period: string,
): { readonly cell: ProfileCell; readonly why?: Text } {
  const cube = beside.get(code);
  const at = cube === undefined ? -1 : axisOf(cube, "period").members.findIndex((each) => each.code === period);
  if (chosen.ask === undefined) return { cell: { status: status.notApplicable } };
  if (cube === undefined || at < 0) return { cell: { status: status.notAvailable } };
  const cell = cellFrom(cube, at);
  return cell.value === undefined ? { cell, ...whyNot(release, cube, chosen, code) } : { cell };
}

/** A cell with its state and its flags; without a figure the flag says that too few answered to show it. */
export function cellFrom(cube: Cube, at: number): ProfileCell {
  const value = valueAt(cube, at);
  const flags = cube.flags?.[at] ?? 0;
  const state = statusAt(cube, at);
  if (value !== undefined) return { value, status: state, ...(flags === 0 ? {} : { flags }) };
  return { status: state, ...(state === status.notAvailable && flags !== 0 ? { flags } : {}) };
}

function whyNot(release: Release, cube: Cube, { benchmark }: Chosen, code: string): { why?: Text } {
  const note = cube.notes.find((each) => each.kind === "reason" && each.indicator?.toLowerCase() === code.toLowerCase());
  if (note !== undefined) return { why: note.text };
  const indicator = release.catalogue.indicator(code);
  const level = release.catalogue.level(benchmark.areas[0]?.level ?? "");
  const reason = benchmark.kind === "area" && indicator && level ? reasonOf(release.catalogue, indicator, level) : undefined;
  return reason === undefined ? {} : { why: reason.text };
}
