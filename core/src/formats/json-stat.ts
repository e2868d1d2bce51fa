import { type CubeAxis, type CubeMember, cellFlag } from "../model/cube.ts";
import { flagNames, flagText } from "../model/cube-flags.ts";
import { type Status, status, statusNames } from "../model/status.ts";
import { type Language, say, type Text } from "../model/text.ts";
import { figureText } from "../statistics/round.ts";
import { decodeBytes, encodeTexts } from "./bytes.ts";
import type { CubeHead, Format, FormatOptions, Slab } from "./format.ts";
import { hasHiddenFigure } from "./hidden.ts";
import { readJsonStat } from "./json-stat-read.ts";
import { memberIds } from "./member-ids.ts";
import { statusWords } from "./status-words.ts";

/** JSON-stat 2.0, class dataset. See `docs/formats/json-stat.md`. */
export const jsonStat: Format = {
  name: "json-stat",
  extension: "json",
  mediaType: "application/json; charset=utf-8",
  write: (head, slabs, options) => encodeTexts(parts(head, slabs, options)),
  read: async (bytes) => readJsonStat(await decodeBytes(bytes)),
};

/** What each flag of a figure means. */
const flagWords: Readonly<Record<number, Text>> = {
  [cellFlag.estimated]: { nl: "geschat", en: "estimated" },
  [cellFlag.partial]: { nl: "deelsom: niet alle gebieden zijn bekend", en: "partial sum: not all areas are known" },
  [cellFlag.fewRespondents]: { nl: "weinig respondenten", en: "few respondents" },
};

/**
 * The dataset, front to back: what describes it, the values as they come, then the states. Of what has passed one byte a cell
 * is kept (two where figures carry flags), and the texts.
 */
async function* parts(head: CubeHead, slabs: AsyncIterable<Slab>, options: FormatOptions): AsyncGenerator<string, void, undefined> {
  const { language } = options;
  yield `${JSON.stringify(described(head, language)).slice(0, -1)},"value":[`;
  const states: Uint8Array[] = [];
  const flags: (Uint8Array | undefined)[] = [];
  const missing: [number, number][] = [];
  const texts: [number, string][] = [];
  const bounds: Bounds[] = [];
  let comma = "";
  for await (const slab of slabs) {
    if (slab.values.length === 0) continue;
    states.push(slab.status.slice());
    flags.push(slab.flags?.slice());
    if (slab.bounds) bounds.push(shownBounds(slab, slab.bounds));
    yield comma + valuesOf(slab, missing, texts);
    comma = ",";
  }
  yield `],"status":{`;
  yield* statusEntries(states, flags);
  const extension = extensionOf(head, language, missing, texts);
  yield `},"extension":${JSON.stringify(extension).slice(0, -1)}`;
  if (head.interval) yield* uncertaintyParts(head.interval, bounds);
  yield "}}\n";
}

type Bounds = NonNullable<Slab["bounds"]>;

/** Bounds without those of hidden figures. */
function shownBounds(slab: Slab, { lower, upper, respondents }: Bounds): Bounds {
  const shown = (of: Float64Array): Float64Array => of.map((each, cell) => (hasHiddenFigure(slab, cell) ? Number.NaN : each));
  return { lower: shown(lower), upper: shown(upper), respondents: shown(respondents) };
}

/** The intervals of survey figures as three arrays beside `value`: null where there is none. */
function* uncertaintyParts(interval: NonNullable<CubeHead["interval"]>, bounds: readonly Bounds[]): Generator<string, void, undefined> {
  yield `,"uncertainty":{"level":${interval.level},"method":"${interval.method}"`;
  for (const name of ["lower", "upper", "respondents"] as const) {
    yield `,"${name}":[`;
    for (const [at, each] of bounds.entries()) {
      yield (at === 0 ? "" : ",") + Array.from(each[name], (value) => (Number.isFinite(value) ? figureText(value) : "null")).join(",");
    }
    yield "]";
  }
  yield "}";
}

/** The values of a slab: numbers, the text where there is only a text, null where there is neither. */
function valuesOf(slab: Slab, missing: [number, number][], texts: [number, string][]): string {
  const out: string[] = [];
  slab.values.forEach((value, cell) => {
    const state = slab.status[cell];
    const isNumber = state === status.value && Number.isFinite(value);
    const text = hasHiddenFigure(slab, cell) ? undefined : slab.texts?.[cell];
    if (text !== undefined && (isNumber || state !== status.value)) texts.push([slab.start + cell, text]);
    if (state === status.incomplete && Number.isFinite(value)) missing.push([slab.start + cell, value]);
    if (isNumber) out.push(figureText(value));
    else out.push(state === status.value && text !== undefined ? JSON.stringify(text) : "null");
  });
  return out.join(",");
}

function* statusEntries(states: readonly Uint8Array[], flags: readonly (Uint8Array | undefined)[]): Generator<string, void, undefined> {
  let comma = "";
  let cell = 0;
  for (const [at, slab] of states.entries()) {
    let out = "";
    slab.forEach((state, row) => {
      const said = state === status.value ? flagText(flags[at]?.[row] ?? 0) : statusNames[state as Status];
      if (said !== "") {
        out += `${comma}"${cell}":"${said}"`;
        comma = ",";
      }
      cell++;
    });
    yield out;
  }
}

function described(head: CubeHead, language: Language): object {
  const withRole = (role: string): string[] => head.axes.filter((axis) => axis.role === role).map((axis) => axis.code);
  const roles = { time: withRole("period"), geo: withRole("area"), metric: withRole("indicator") };
  const notes = head.notes.map((note) => say(note.text, language));
  return {
    version: "2.0",
    class: "dataset",
    label: labelOf(head, language),
    ...(head.sources.length === 0 ? {} : { source: head.sources.map((source) => say(source.name, language)).join("; ") }),
    ...(notes.length === 0 ? {} : { note: notes }),
    id: head.axes.map((axis) => axis.code),
    size: head.axes.map((axis) => axis.members.length),
    role: Object.fromEntries(Object.entries(roles).filter(([, codes]) => codes.length > 0)),
    dimension: Object.fromEntries(head.axes.map((axis) => [axis.code, dimensionOf(axis, language)])),
  };
}

/** The names of up to three indicators, or else those of the axes. */
function labelOf(head: CubeHead, language: Language): string {
  const indicators = head.axes.find((axis) => axis.role === "indicator")?.members ?? [];
  const named = indicators.length > 0 && indicators.length <= 3 ? indicators : head.axes;
  return named.map((each) => say(each.label, language)).join(", ");
}

function dimensionOf(axis: CubeAxis, language: Language): object {
  const ids = memberIds(axis);
  const per = (read: (member: CubeMember, id: string) => unknown): object =>
    Object.fromEntries(
      axis.members.map((member, at) => [ids[at], read(member, ids[at] ?? "")] as const).filter(([, found]) => found !== undefined),
    );
  const unit = ({ unit, decimals }: CubeMember): object | undefined =>
    unit === undefined && decimals === undefined
      ? undefined
      : { ...(unit ? { label: say(unit, language) } : {}), ...(decimals === undefined ? {} : { decimals }) };
  const members = per(extraOf);
  return {
    label: say(axis.label, language),
    category: {
      index: ids,
      label: per((member) => say(member.label, language)),
      ...(axis.role === "indicator" ? { unit: per(unit) } : {}),
    },
    ...(Object.keys(members).length === 0 ? {} : { extension: { members } }),
  };
}

/** What JSON-stat has no place for. */
function extraOf(member: CubeMember, id: string): object | undefined {
  const { level, compare, pseudo, provisional, forecast, code } = member;
  const extra = { ...(id === code ? {} : { code }), level, compare, pseudo, provisional, forecast };
  return Object.values(extra).some((each) => each !== undefined) ? extra : undefined;
}

function extensionOf(head: CubeHead, language: Language, missing: [number, number][], texts: [number, string][]): object {
  const licences = new Set(head.sources.flatMap((source) => source.licence ?? []));
  return {
    licence: [...licences].join("; "),
    release: head.release,
    language,
    sources: head.sources.map(({ code, name, licence, url }) => ({ code, name: say(name, language), licence, url })),
    notes: head.notes.map(({ kind, text, indicator }) => ({ kind, text: say(text, language), indicator })),
    status: {
      label: Object.fromEntries([
        ...Object.entries(statusWords).map(([state, words]) => [statusNames[Number(state) as Status], say(words, language)]),
        ...(head.flagged ? flagNames.map(([bit, name]) => [name, say(flagWords[bit] ?? { nl: name }, language)]) : []),
      ]),
    },
    ...(missing.length === 0 ? {} : { missingAreas: Object.fromEntries(missing) }),
    ...(texts.length === 0 ? {} : { texts: Object.fromEntries(texts) }),
  };
}
