import type { CubeAxis, CubeMember } from "../model/cube.ts";
import { status } from "../model/status.ts";
import { type ByteWriter, openByteWriter } from "./bytes.ts";
import type { CubeHead, Format, Slab } from "./format.ts";
import { hasHiddenFigure } from "./hidden.ts";

/**
 * A cube as the JSON of `/api/v1/data`: `axes`, `notes`, `release` and `sources`, then the flat arrays of its cells. Of what has passed
 * one byte a cell is kept (two where figures carry flags), and texts and intervals.
 */
export const cubeJson: Pick<Format, "mediaType" | "write"> = { mediaType: "application/json; charset=utf-8", write };

const bounds = ["lower", "upper", "respondents"] as const;

/** What of a slab is written after all values. */
type Passed = Omit<Slab, "start" | "values">;

async function* write(head: CubeHead, slabs: AsyncIterable<Slab>): AsyncGenerator<Uint8Array, void, undefined> {
  const out = openByteWriter();
  const passed: Passed[] = [];
  out.text(headText(head));
  for await (const slab of slabs) {
    const { values, status: states, flags, texts, bounds } = slab;
    if (values.length === 0) continue;
    if (passed.length > 0) out.text(",");
    numbers(out, values, (cell) => isTold(states[cell]));
    const beside = { ...(texts ? { texts } : {}), ...(bounds ? { bounds } : {}), ...(flags ? { flags: flags.slice() } : {}) };
    passed.push({ status: states.slice(), ...beside });
    const ready = out.chunk();
    if (ready !== undefined) yield ready;
  }
  out.text("]");
  yield* list(out, "status", passed, (each) => smallNumbers(out, each.status));
  if (head.flagged) yield* list(out, "flags", passed, (each) => smallNumbers(out, each.flags ?? new Uint8Array(each.status.length)));
  if (passed.some((each) => each.texts !== undefined)) yield* list(out, "texts", passed, (each) => out.text(textsOf(each)));
  if (head.interval) {
    out.text(`,"uncertainty":${JSON.stringify(head.interval).slice(0, -1)}`);
    for (const name of bounds)
      yield* list(out, name, passed, (each) =>
        numbers(out, each.bounds?.[name] ?? new Float64Array(), (cell) => !hasHiddenFigure(each, cell)),
      );
    out.text("}");
  }
  out.text("}");
  yield out.rest();
}

/** Everything before the first value. */
function headText({ axes, interval: _, flagged: __, ...described }: CubeHead): string {
  return `{"axes":[${axes.map(axisText).join(",")}],${JSON.stringify(described).slice(1, -1)},"values":[`;
}

function axisText({ members, ...axis }: CubeAxis): string {
  return `${JSON.stringify(axis).slice(0, -1)},"members":[${members.map(memberText).join(",")}]}`;
}

const memberTexts = new WeakMap<CubeMember, string>();

/** Answers share their members: each is put into words once. */
function memberText(member: CubeMember): string {
  const known = memberTexts.get(member);
  if (known !== undefined) return known;
  const made = JSON.stringify(member);
  memberTexts.set(member, made);
  return made;
}

/** An array of the cube, of what each slab gives to it. */
function* list(
  out: ByteWriter,
  name: string,
  passed: readonly Passed[],
  write: (slab: Passed) => void,
): Generator<Uint8Array, void, undefined> {
  out.text(`,"${name}":[`);
  for (const [at, each] of passed.entries()) {
    if (at > 0) out.text(",");
    write(each);
    const ready = out.chunk();
    if (ready !== undefined) yield ready;
  }
  out.text("]");
}

/** Whether a state comes with a number: the figure, or how many areas are missing. */
function isTold(state: number | undefined): boolean {
  return state === status.value || state === status.incomplete;
}

/** Numbers with commas between them; what is not told or not finite is null. */
function numbers(out: ByteWriter, values: Float64Array, isTold: (cell: number) => boolean): void {
  for (let cell = 0; cell < values.length; cell++) {
    const value = values[cell] as number;
    if (cell > 0) out.byte(comma);
    if (Number.isFinite(value) && isTold(cell)) out.figure(value);
    else out.text("null");
  }
}

const [comma, zero] = [0x2c, 0x30];

function smallNumbers(out: ByteWriter, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length; at++) {
    if (at > 0) out.byte(comma);
    const each = bytes[at] as number;
    if (each < 10) out.byte(zero + each);
    else out.figure(each);
  }
}

function textsOf(slab: Passed): string {
  return JSON.stringify(Array.from(slab.status, (_, cell) => (hasHiddenFigure(slab, cell) ? null : (slab.texts?.[cell] ?? null)))).slice(
    1,
    -1,
  );
}
