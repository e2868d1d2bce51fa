import { fail } from "@peil/core/errors.ts";
import { besideOf, cubeSlabs, headOf } from "@peil/core/formats/cube-slabs.ts";
import type { CubeHead, Figures, Slab } from "@peil/core/formats/format.ts";
import { cellsOf } from "@peil/core/formats/walk.ts";
import type { Cube, CubeAxis, CubeNote } from "@peil/core/model/cube.ts";
import { axesOf, notesOfQuestion, sourcesOf } from "@peil/core/query/assemble.ts";
import { type Compiled, cellLimit, compile } from "@peil/core/query/compile.ts";
import { leavesOfPlan } from "@peil/core/query/evaluate-plan.ts";
import { alongAreas, cellsWithin, narrow, type Run, runsOf, sizeOfAnswer } from "@peil/core/query/runs.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { touchesSurvey } from "@peil/core/survey/guarded.ts";
import { answerNamed, figuresOf, readFigures } from "./answer.ts";
import { nameNeighbours } from "./area-choice.ts";
import { groupMember } from "./groups.ts";
import { withMemberGroups } from "./member-groups.ts";
import type { Release } from "./release.ts";
import { type Asked, askedOfSurveys, withSurvey } from "./survey.ts";
import { outsideNotes, questionNotes } from "./survey-notes.ts";

/** How an answer flows. */
export type Flowing = {
  /** Up to so many cells it is made whole; default 100 000. */
  readonly whole?: number;
  /** Cells that are asked at a time beyond that; default 250 000. */
  readonly run?: number;
  /** Ends the work when the reader is gone. */
  readonly signal?: AbortSignal | undefined;
};

/**
 * Answers a selection as figures that flow: for files, of any size. The same figures as `answer` gives. A large answer is asked run by
 * run, the next when the former was taken; the release stays at hand until the slabs end or are given up.
 * @throws as `answer`, before the first cell, but `selection-too-large`; `computation-too-large` where all cells are needed at once
 */
export async function answerInSlabs(release: Release, selection: Selection, flowing: Flowing = {}): Promise<Figures> {
  const asked = await nameNeighbours(release, selection);
  const compiled = compile(asked, release.catalogue, Number.POSITIVE_INFINITY);
  const cells = sizeOfAnswer(compiled);
  const isWhole = needsAll(asked);
  const atOnce = isWhole ? cells : cellsWithin(compiled);
  if (atOnce > cellLimit) fail("computation-too-large", { cells: atOnce, limit: cellLimit });
  if (isWhole || cells <= (flowing.whole ?? 100_000)) {
    const cube = await answerNamed(release, asked, compiled);
    return { head: headOf(cube), slabs: cubeSlabs(cube) };
  }
  const letGo = release.hold();
  try {
    const runs = (): Iterable<Run> => runsOf(compiled, flowing.run ?? 250_000);
    const surveys = askedOfSurveys(release.catalogue, compiled);
    return await flowOf({ release, asked, compiled, surveys, runs, signal: flowing.signal });
  } finally {
    // Whoever begins with the slabs at once holds the release before this lets it go.
    setImmediate(letGo);
  }
}

/** A question that is answered run by run. */
type Question = {
  readonly release: Release;
  readonly asked: Selection;
  readonly compiled: Compiled;
  readonly surveys: readonly Asked[];
  runs(): Iterable<Run>;
  readonly signal: AbortSignal | undefined;
};

/** Whether what is asked follows from all figures together. */
function needsAll({ transformations = [], flow }: Selection): boolean {
  return transformations.length > 0 || flow?.top !== undefined;
}

async function flowOf(question: Question): Promise<Figures> {
  const { release, asked, compiled } = question;
  const { catalogue } = release;
  const found = dependsOnFigures(release, compiled) ? await learn(question) : await begin(question);
  const outside = await outsideNotes(catalogue, (each) => readFigures(release, each), asked, compiled);
  const notes = [...notesOfQuestion(compiled, catalogue), ...questionNotesOf(release, compiled), ...found.notes, ...outside];
  const head: CubeHead = {
    axes: axesOfAnswer(release, compiled, found.members),
    notes: [...new Map(notes.map((note) => [keyOf(note), note])).values()],
    release: release.id,
    sources: sourcesOf(compiled.indicators, catalogue),
    ...(found.interval === undefined ? {} : { interval: found.interval }),
    ...(found.flagged ? { flagged: true } : {}),
  };
  return { head, slabs: slabsOf(question, head, found) };
}

/** The answer to a run, by the same steps as a whole answer. */
async function cubeOf({ release, asked, compiled, surveys, signal }: Question, run: Run): Promise<Cube> {
  signal?.throwIfAborted();
  const own = narrow(compiled, run);
  const ofRun = (each: Selection): Promise<Cube> =>
    figuresOf(release, each === asked ? own : narrow(compile(each, release.catalogue, Number.POSITIVE_INFINITY), run));
  const plain = await withMemberGroups(release, asked, ofRun);
  const { from, to } = run.indicators;
  return withSurvey(release, asked, own, surveys.slice(from, to), plain, (each) => readFigures(release, each));
}

/** What is known of all figures before the first is told. */
type Found = {
  /** The axes of members; no run cuts them. */
  readonly members: readonly CubeAxis[];
  /** The first run, where it was asked already to be told. */
  readonly ready?: Cube;
  readonly flagged: boolean;
  readonly texts: boolean;
  readonly interval?: NonNullable<CubeHead["interval"]>;
  readonly notes: readonly CubeNote[];
};

/** Whether something that is told before the first figure follows from the figures: that there are flags, texts, intervals, or why some lack. */
function dependsOnFigures({ catalogue }: Release, compiled: Compiled): boolean {
  const leaves = compiled.parts.flatMap((part) => leavesOfPlan(part.plan));
  const isMarked = leaves.some((each) => each.flags === true || (each.node === "scan" && each.texts === true));
  return isMarked || alongAreas(compiled) !== compiled.areas || compiled.indicators.some((each) => touchesSurvey(catalogue, each));
}

/** Asks the first run, which tells the axes. */
async function begin(question: Question): Promise<Found> {
  const [run] = question.runs();
  const ready = await cubeOf(question, run ?? fail("internal", { id: "run" }));
  return { members: ready.axes.slice(3), ready, flagged: false, texts: false, notes: [] };
}

/** Notes of one kind about one indicator that runs may add. */
const mostNotes = 20;

/** Reads all runs once to know what there is to tell of them; nothing but that is kept. */
async function learn(question: Question): Promise<Found> {
  let found: Found | undefined;
  const notes = new Map<string, CubeNote>();
  const counts = new Map<string, number>();
  for (const run of question.runs()) {
    const cube = await cubeOf(question, run);
    const { interval = found?.interval, flagged } = headOf(cube);
    found = {
      members: cube.axes.slice(3),
      flagged: found?.flagged === true || flagged === true,
      texts: found?.texts === true || cube.texts !== undefined,
      notes: [],
      ...(interval === undefined ? {} : { interval }),
    };
    for (const note of cube.notes) {
      const kind = `${note.kind}/${note.indicator}`;
      const told = counts.get(kind) ?? 0;
      if (notes.has(keyOf(note)) || told >= mostNotes) continue;
      notes.set(keyOf(note), note);
      counts.set(kind, told + 1);
    }
  }
  const told = alongAreas(question.compiled) === question.compiled.areas ? notesBeside(notes.values()) : [...notes.values()];
  return { ...(found ?? fail("internal", { id: "run" })), notes: told };
}

/** Without the sums in which areas are missing: the whole question names the first of them. */
function notesBeside(notes: Iterable<CubeNote>): readonly CubeNote[] {
  return [...notes].filter((each) => each.kind !== "partial");
}

function keyOf({ kind, indicator, text }: CubeNote): string {
  return `${kind}/${indicator}/${text.nl}`;
}

function questionNotesOf({ catalogue }: Release, compiled: Compiled): readonly CubeNote[] {
  return compiled.indicators.some((each) => touchesSurvey(catalogue, each)) ? questionNotes(compiled) : [];
}

/** The axes of the whole answer. */
function axesOfAnswer({ catalogue }: Release, compiled: Compiled, members: readonly CubeAxis[]): readonly CubeAxis[] {
  const groups = compiled.groups.filter((each) => each.show !== "separate").map(groupMember);
  const at = compiled.areas.findIndex((each) => each.compare);
  const axes = axesOf(compiled, catalogue).slice(0, 3);
  const along = axes.map((axis) =>
    axis.role === "area" ? { ...axis, members: axis.members.toSpliced(at < 0 ? axis.members.length : at, 0, ...groups) } : axis,
  );
  return [...along, ...members];
}

async function* slabsOf(question: Question, head: CubeHead, { ready, texts }: Found): AsyncGenerator<Slab, void, undefined> {
  const letGo = question.release.hold();
  let kept = ready;
  let start = 0;
  try {
    for (const run of question.runs()) {
      const cube = kept ?? (await cubeOf(question, run));
      kept = undefined;
      for await (const slab of cubeSlabs(cube)) yield { ...slab, start: start + slab.start, ...besideOf(slab, head, texts) };
      start += cube.values.length;
    }
    if (start !== cellsOf(head.axes)) throw new Error(`${start} cells of ${cellsOf(head.axes)}`);
  } finally {
    letGo();
  }
}
