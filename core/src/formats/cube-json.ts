import { status } from "../model/status.ts";
import { figureText } from "../statistics/round.ts";
import { encodeTexts } from "./bytes.ts";
import type { CubeHead, Format, Slab } from "./format.ts";
import { hasHiddenFigure } from "./hidden.ts";

/**
 * A cube as the JSON of `/api/v1/data`: `axes`, `notes`, `release` and `sources`, then the flat arrays of its cells. Of what has passed
 * one byte a cell is kept (two where figures carry flags), and texts and intervals.
 */
export const cubeJson: Pick<Format, "mediaType" | "write"> = {
  mediaType: "application/json; charset=utf-8",
  write: (head, slabs) => encodeTexts(parts(head, slabs)),
};

const bounds = ["lower", "upper", "respondents"] as const;

async function* parts(head: CubeHead, slabs: AsyncIterable<Slab>): AsyncGenerator<string, void, undefined> {
  const { interval, flagged: _, ...described } = head;
  const passed: Omit<Slab, "start" | "values">[] = [];
  yield `${JSON.stringify(described).slice(0, -1)},"values":[`;
  for await (const slab of slabs) {
    const { values, status: states, flags, texts, bounds } = slab;
    if (values.length === 0) continue;
    yield (passed.length === 0 ? "" : ",") + numbersOf(values, (cell) => isTold(states[cell]));
    const beside = { ...(texts ? { texts } : {}), ...(bounds ? { bounds } : {}), ...(flags ? { flags: flags.slice() } : {}) };
    passed.push({ status: states.slice(), ...beside });
  }
  yield "]";
  yield* listOf("status", passed, (each) => bytesOf(each.status));
  if (head.flagged) yield* listOf("flags", passed, ({ status, flags }) => bytesOf(flags ?? new Uint8Array(status.length)));
  if (passed.some((each) => each.texts !== undefined)) yield* listOf("texts", passed, textsOf);
  if (interval) {
    yield `,"uncertainty":${JSON.stringify(interval).slice(0, -1)}`;
    for (const name of bounds)
      yield* listOf(name, passed, (each) => numbersOf(each.bounds?.[name] ?? new Float64Array(), (cell) => !hasHiddenFigure(each, cell)));
    yield "}";
  }
  yield "}";
}

type Passed = Omit<Slab, "start" | "values">;

/** An array of the cube, of what each slab gives to it. */
function* listOf(name: string, passed: readonly Passed[], write: (slab: Passed) => string): Generator<string, void, undefined> {
  yield `,"${name}":[`;
  for (const [at, each] of passed.entries()) yield (at === 0 ? "" : ",") + write(each);
  yield "]";
}

/** Whether a state comes with a number: the figure, or how many areas are missing. */
function isTold(state: number | undefined): boolean {
  return state === status.value || state === status.incomplete;
}

/** Numbers with commas between them; what is not told or not finite is null. */
function numbersOf(values: Float64Array, isTold: (cell: number) => boolean): string {
  let out = "";
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell] as number;
    out += Number.isFinite(value) && isTold(cell) ? `,${figureText(value)}` : ",null";
  }
  return out.slice(1);
}

const [comma, zero] = [0x2c, 0x30];

/** Small numbers with commas between them. */
function bytesOf(bytes: Uint8Array): string {
  if (bytes.some((each) => each > 9)) return bytes.join(",");
  const out = new Uint8Array(2 * bytes.length).fill(comma);
  for (const [at, each] of bytes.entries()) out[2 * at] = zero + each;
  return latin.decode(out.subarray(0, -1));
}

const latin = new TextDecoder("latin1");

function textsOf(slab: Passed): string {
  return JSON.stringify(Array.from(slab.status, (_, cell) => (hasHiddenFigure(slab, cell) ? null : (slab.texts?.[cell] ?? null)))).slice(
    1,
    -1,
  );
}
