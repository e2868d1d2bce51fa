import { fail } from "@peil/core/errors.ts";
import type { CubeHead, Figures, Slab } from "@peil/core/formats/format.ts";
import { totalId } from "@peil/core/formats/sdmx-ids.ts";
import { totalName } from "@peil/core/formats/sdmx-terms.ts";
import { cellsOf, positionsFrom } from "@peil/core/formats/walk.ts";
import type { CubeAxis, CubeMember } from "@peil/core/model/cube.ts";
import { status } from "@peil/core/model/status.ts";
import { cellLimit } from "@peil/core/query/compile.ts";
import { answerInSlabs } from "../answer-in-slabs.ts";
import type { Release } from "../release.ts";
import { type Question, selectionOf, variantsOf } from "./question.ts";

const total: CubeMember = { code: totalId, label: totalName, group: true };

/**
 * The figures of a question. Every dimension of the dataflow is an axis: one that is totalled has the total alone, one of which
 * members and their total are asked has the total first. Those are put together in memory; all others flow.
 * @throws as `answer`; `selection-too-large` for more cells with totals than memory may hold
 */
export async function figuresOf(release: Release, question: Question): Promise<Figures> {
  const variants = variantsOf(question);
  const [only, more] = variants;
  if (more === undefined) {
    const split = only ?? [];
    const { head, slabs } = await answerInSlabs(release, selectionOf(release.catalogue, question, split));
    return { head: { ...head, axes: withTotals(head.axes, question, split) }, slabs };
  }
  return together(release, question, variants);
}

/** The axes of an answer with one for each dimension that it totals. */
function withTotals(axes: CubeHead["axes"], { members }: Question, split: readonly boolean[]): readonly CubeAxis[] {
  const own = axes.filter((axis) => axis.role === "member");
  const shown = members.map(({ level }, at): CubeAxis => {
    const axis = split[at] ? own.find((each) => each.code === level.code) : undefined;
    return axis ?? { code: level.code, label: level.name, role: "member", members: [total] };
  });
  return [...axes.filter((axis) => axis.role !== "member"), ...shown];
}

async function together(release: Release, question: Question, variants: readonly (readonly boolean[])[]): Promise<Figures> {
  const [first = [], ...rest] = variants;
  const start = await answerInSlabs(release, selectionOf(release.catalogue, question, first));
  const axes = withTotals(start.head.axes, question, first).map((axis) => {
    const asked = axis.role === "member" ? question.members.find((each) => each.level.code === axis.code) : undefined;
    return asked?.total && axis.members[0] !== total ? { ...axis, members: [total, ...axis.members] } : axis;
  });
  const size = cellsOf(axes);
  if (size > cellLimit) fail("selection-too-large", { cells: size, limit: cellLimit });
  const whole = {
    start: 0,
    values: new Float64Array(size).fill(Number.NaN),
    status: new Uint8Array(size).fill(status.empty),
    flags: new Uint8Array(size),
  };
  let isFlagged = start.head.flagged === true;
  await place(start, first, question, axes, whole);
  for (const split of rest) {
    const figures = await answerInSlabs(release, selectionOf(release.catalogue, question, split));
    isFlagged ||= figures.head.flagged === true;
    await place(figures, split, question, axes, whole);
  }
  const head: CubeHead = { ...start.head, axes, ...(isFlagged ? { flagged: true as const } : {}) };
  return { head, slabs: one(whole) };
}

async function* one(slab: Slab): AsyncGenerator<Slab, void, undefined> {
  yield slab;
}

/** Puts the figures of one way of asking in their places among all. */
async function place(
  { head, slabs }: Figures,
  split: readonly boolean[],
  question: Question,
  axes: readonly CubeAxis[],
  whole: { readonly values: Float64Array; readonly status: Uint8Array; readonly flags: Uint8Array },
): Promise<void> {
  const own = withTotals(head.axes, question, split);
  const shift = axes.map((axis, at) => axis.members.length - (own[at]?.members.length ?? 0));
  for await (const slab of slabs) {
    const walk = positionsFrom(own, slab.start);
    for (let row = 0; row < slab.values.length; row++, walk.step()) {
      let cell = 0;
      for (let at = 0; at < axes.length; at++) {
        const isTotal = own[at]?.members[0] === total;
        cell = cell * (axes[at] as CubeAxis).members.length + (isTotal ? 0 : (walk.at[at] as number) + (shift[at] as number));
      }
      whole.values[cell] = slab.values[row] as number;
      whole.status[cell] = slab.status[row] as number;
      whole.flags[cell] = slab.flags?.[row] ?? 0;
    }
  }
}
