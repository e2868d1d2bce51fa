import { status } from "@peil/core/model/status.ts";
import type { FlowQuestion } from "@peil/core/query/selection.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openEngine } from "../src/store/duckdb.ts";
import { areasOf, type Entry, flowOf, type LevelName, levelNames, openWorld, partsOf, towns } from "./flows-world.ts";

// An independent answer by brute force: every pair of towns, one by one, from the words of the semantics.
type Kind = "directed" | "balance" | "symmetric";
type World = { readonly kind: Kind; readonly zero: boolean; readonly entries: readonly Entry[] };
type Figure = { readonly status: number; readonly value?: number };

/** Both directions of every record. */
function matrix({ kind, entries }: World): Map<string, Figure> {
  const out = new Map<string, Figure>();
  for (const { from, to, value, status: state } of entries) {
    const figure = (sign: number): Figure => (state === 0 ? { status: 0, value: sign * value } : { status: state });
    out.set(`${from}>${to}`, kind === "balance" && from === to ? figure(0) : figure(1));
    if (kind !== "directed") out.set(`${to}>${from}`, figure(kind === "balance" ? (from === to ? 0 : -1) : 1));
  }
  return out;
}

function total(figures: readonly Figure[]): Figure {
  const states = figures.map((each) => each.status);
  for (const poison of [status.hidden, status.unknown]) if (states.includes(poison)) return { status: poison };
  const numbers = figures.flatMap((each) => (each.status === 0 ? [each.value ?? 0] : []));
  if (numbers.length > 0) return { status: 0, value: numbers.reduce((sum, each) => sum + each, 0) };
  return { status: states.length > 0 && states.every((each) => each === status.notApplicable) ? status.notApplicable : status.empty };
}

/** How many real towns of an area have no record at that end; undefined where none has one. */
function missing(world: World, found: ReadonlyMap<string, Figure>, level: LevelName, code: string, end: 0 | 1): number | undefined {
  const parts = partsOf(level, code);
  const present = new Set([...found.keys()].map((key) => key.split(">")[end]));
  if (world.zero && code !== "z") return 0;
  const real = parts.filter((town) => town !== "z");
  const there = parts.filter((town) => present.has(town));
  return there.length === 0 ? undefined : real.filter((town) => !present.has(town)).length;
}

function isCovered(world: World, found: ReadonlyMap<string, Figure>, level: LevelName): boolean {
  return areasOf(level).some((code) => ([0, 1] as const).some((end) => missing(world, found, level, code, end) === 0));
}

type Place = { readonly level: LevelName; readonly code: string };

function oneWay(
  world: World,
  found: ReadonlyMap<string, Figure>,
  side: "out" | "in",
  here: Place,
  there: Place | undefined,
  within: boolean,
): Figure {
  const gaps = [missing(world, found, here.level, here.code, side === "out" ? 0 : 1)];
  if (there) gaps.push(missing(world, found, there.level, there.code, side === "out" ? 1 : 0));
  // As for all figures: on a level on which nothing is complete what has no figure is not available.
  if (gaps.includes(undefined)) return { status: isCovered(world, found, here.level) ? status.empty : status.notAvailable };
  const gap = gaps.reduce<number>((sum, each) => sum + (each ?? 0), 0);
  if (gap > 0) return { status: status.incomplete, value: gap };
  const own = partsOf(here.level, here.code);
  const others = there ? partsOf(there.level, there.code) : towns;
  const seen = new Set<string>();
  const figures: Figure[] = [];
  for (const one of own) {
    for (const other of others) {
      const figure = found.get(side === "out" ? `${one}>${other}` : `${other}>${one}`);
      if (figure === undefined || (!within && own.includes(other))) continue;
      const pair = world.kind === "symmetric" ? [one, other].sort().join() : `${one},${other}`;
      if (seen.has(pair)) continue;
      seen.add(pair);
      figures.push(figure);
    }
  }
  return figures.length === 0 && world.zero ? { status: 0, value: 0 } : total(figures);
}

function expected(world: World, question: FlowQuestion, here: Place, there: Place | undefined): Figure {
  const within = question.within === true;
  if (there && !within && isInside(there, here)) return { status: status.notApplicable };
  const found = matrix(world);
  const read = (side: "out" | "in", along: boolean): Figure => oneWay(world, found, side, here, there, along);
  if (world.kind === "symmetric") return read("out", within);
  if (world.kind === "balance") return read(question.side === "out" ? "out" : "in", within);
  if (question.side === "out" || question.side === "in") return read(question.side, within);
  return both(read("in", false), read("out", question.side === "gross" && within), question.side === "net" ? -1 : 1);
}

/** in + out or in − out: an unknown part makes it unknown, an empty one counts as nothing. */
function both(into: Figure, from: Figure, sign: 1 | -1): Figure {
  for (const poison of [status.hidden, status.notAvailable, status.unknown, status.incomplete])
    if ([into, from].some((each) => each.status === poison)) return { status: poison };
  if (into.status === 0 || from.status === 0) return { status: 0, value: (into.value ?? 0) + sign * (from.value ?? 0) };
  return { status: into.status === from.status ? into.status : status.empty };
}

function isInside(part: Place, whole: Place): boolean {
  if (part.level === whole.level) return part.code === whole.code;
  if (part.level === "town") return partsOf(whole.level, whole.code).includes(part.code);
  return part.level === "new" && whole.level === "town" && part.code === whole.code && part.code !== "z";
}

const entries = fc.uniqueArray(
  fc.record({
    from: fc.constantFrom(...towns),
    to: fc.constantFrom(...towns),
    value: fc.integer({ min: -9, max: 99 }),
    status: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 2, 3, 4) }),
  }),
  { minLength: 1, maxLength: 30, selector: (each) => [each.from, each.to].sort().join() },
);
// Of a directed flow both directions may be there: the other half of the pairs, with other figures.
const worlds: fc.Arbitrary<World> = fc
  .record({ kind: fc.constantFrom<Kind>("directed", "balance", "symmetric"), zero: fc.boolean(), entries, back: entries })
  .map(({ kind, zero, entries: some, back }) => {
    const turned = back.filter((each) => each.from !== each.to && !some.some((one) => one.from === each.from && one.to === each.to));
    return { kind, zero, entries: kind === "directed" ? [...some, ...turned] : some };
  });
const questions = fc.record({
  side: fc.constantFrom<FlowQuestion["side"]>("out", "in", "net", "gross"),
  level: fc.constantFrom(...levelNames),
  partner: fc.option(fc.constantFrom(...levelNames), { nil: undefined }),
  within: fc.boolean(),
});

test("the engine answers as counting every pair by hand does", async () => {
  await fc.assert(
    fc.asyncProperty(worlds, fc.array(questions, { minLength: 6, maxLength: 6 }), async (world, asked) => {
      const engine = await openEngine({ memory: "200MB", threads: 1 });
      const connection = await engine.connect();
      try {
        const flow = flowOf({ flow: world.kind, absent: world.zero ? "zero" : "empty" });
        const opened = await openWorld(connection, flow, world.entries);
        for (const question of asked) await compareOne(opened, world, question);
      } finally {
        connection.closeSync();
        engine.closeSync();
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

type Asked = {
  readonly side: FlowQuestion["side"];
  readonly level: LevelName;
  readonly partner: LevelName | undefined;
  readonly within: boolean;
};

async function compareOne(
  opened: Awaited<ReturnType<typeof openWorld>>,
  world: World,
  { side, level, partner, within }: Asked,
): Promise<void> {
  if ((world.kind === "balance" && side === "gross") || (world.kind === "symmetric" && side === "net")) return;
  const question: FlowQuestion = { side, within, ...(partner ? { partner: { level: partner, areas: undefined } } : {}) };
  const cube = await opened.ask(level, question);
  const others = partner ? (cube.axes[3]?.members ?? []).map((each) => ({ level: partner, code: each.code })) : [undefined];
  const want = areasOf(level).flatMap((code) => others.map((there) => expected(world, question, { level, code }, there)));
  const got = want.map((each, cell) => `${cube.status[cell]} ${each.value === undefined ? "" : cube.values[cell]}`);
  expect(got, JSON.stringify({ level, ...question })).toEqual(want.map((each) => `${each.status} ${each.value ?? ""}`));
}
