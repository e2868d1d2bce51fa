import type { CubeAxis, CubeMember } from "../model/cube.ts";
import { type Period, tryPeriod } from "../model/period.ts";
import { type Status, signs, status, statusNames } from "../model/status.ts";
import { type Language, say } from "../model/text.ts";
import { figureText } from "../statistics/round.ts";
import { decodeBytes, encodeTexts } from "./bytes.ts";
import type { CubeHead, Format, FormatOptions, Slab } from "./format.ts";
import { memberIds } from "./member-ids.ts";
import { readPx } from "./px-read.ts";
import { symbolOf, symbols } from "./px-symbols.ts";
import { statusWords } from "./status-words.ts";

/** PC-Axis, version 2013. See `docs/formats/px.md`. */
export const px: Format = {
  name: "px",
  extension: "px",
  mediaType: "text/x-pcaxis; charset=utf-8",
  loses: ["texts", "flags", "uncertainty", "incomplete"],
  write: (head, slabs, options) => encodeTexts(parts(head, slabs, options)),
  read: async (bytes) => readPx(await decodeBytes(bytes)),
};

/** What the file says in words beside names of the content. */
const words = {
  figures: { nl: "Cijfers", en: "Figures" },
  licence: { nl: "Licentie", en: "Licence" },
  provisional: { nl: "voorlopig cijfer", en: "provisional figure" },
  forecast: { nl: "prognose", en: "forecast" },
} as const;

async function* parts(head: CubeHead, slabs: AsyncIterable<Slab>, { language }: FormatOptions): AsyncGenerator<string, void, undefined> {
  yield described(head, language);
  yield "DATA=\r\n";
  const width = Math.max(1, head.axes.at(-1)?.members.length ?? 1);
  for await (const slab of slabs) yield* rowsOf(slab, width);
  yield ";\r\n";
}

/** The cells of a slab, a line per row of the table; each line ends with a space, as readers of the format expect. */
function* rowsOf(slab: Slab, width: number): Generator<string, void, undefined> {
  let out = "";
  for (let cell = 0; cell < slab.values.length; cell++) {
    const value = slab.values[cell] as number;
    const state = slab.status[cell] as Status;
    const hasFigure = state === status.value && Number.isFinite(value);
    out += `${hasFigure ? plainNumber(value) : `"${symbolOf(state === status.value ? status.empty : state)}"`} `;
    if ((slab.start + cell + 1) % width === 0) out += "\r\n";
    if (out.length > 32_768) {
      yield out;
      out = "";
    }
  }
  yield out;
}

/** A figure with 12 significant digits and without an exponent, which the format does not know. */
export function plainNumber(value: number): string {
  const text = figureText(value);
  const found = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!found) return text;
  const [, sign = "", first = "", rest = "", power = "0"] = found;
  const digits = first + rest;
  const point = 1 + Number(power);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${digits}`;
  return point >= digits.length ? sign + digits.padEnd(point, "0") : `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** A text of the format: no quotation marks, on one line. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', "'").replace(/\s+/g, " ")}"`;
}

function line(key: string, ...values: readonly string[]): string {
  return `${key}=${values.join(",")};\r\n`;
}

/** Names that tell all apart: those that occur twice are followed by what tells them apart. */
function distinct(names: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return names.map((name, at) => ((counts.get(name) ?? 0) > 1 ? `${name} (${others[at]})` : name));
}

type Variable = { readonly axis: CubeAxis; readonly name: string; readonly codes: readonly string[]; readonly values: readonly string[] };

function variables({ axes }: CubeHead, language: Language): Variable[] {
  const names = distinct(
    axes.map((axis) => say(axis.label, language)),
    axes.map((axis) => axis.code),
  );
  return axes.map((axis, at) => {
    const codes = codesOf(axis);
    const values = distinct(
      axis.members.map((member) => say(member.label, language)),
      codes,
    );
    return { axis, name: names[at] ?? axis.code, codes, values };
  });
}

const levelsOf = (axis: CubeAxis): ReadonlySet<string | undefined> => new Set(axis.members.map((member) => member.level));

/** Codes of an axis: with their level where areas of several levels stand on it. */
function codesOf(axis: CubeAxis): string[] {
  if (axis.role !== "area" || levelsOf(axis).size < 2) return memberIds(axis);
  return axis.members.map((member) => `${member.level ?? ""}:${member.code}`);
}

const kinds: Partial<Readonly<Record<Period["level"], readonly [list: string, code: (period: Period) => string]>>> = {
  year: ["A1", ({ year }) => String(year)],
  halfyear: ["H1", ({ year, part }) => `${year}${part}`],
  quarter: ["Q1", ({ year, part }) => `${year}${part}`],
  month: ["M1", ({ year, part }) => `${year}${String(part).padStart(2, "0")}`],
};

/** The periods as the format knows time; nothing where they are of several levels, or school years. */
function timeLine({ axis, name }: Variable): string {
  const periods = axis.role === "period" ? axis.members.map((member) => tryPeriod(member.code)) : [];
  const [first] = periods;
  const kind = first && kinds[first.level];
  if (!kind || periods.some((each) => each?.level !== first.level)) return "";
  const codes = periods.flatMap((each) => (each ? [quoted(kind[1](each))] : []));
  return line(`TIMEVAL(${quoted(name)})`, `TLIST(${kind[0]})`, ...codes);
}

function described(head: CubeHead, language: Language): string {
  const all = variables(head, language);
  const measures = all.find((each) => each.axis.role === "indicator");
  const title = titleOf(all);
  const stub = all.slice(0, -1).map((each) => quoted(each.name));
  const heading = all.slice(-1).map((each) => quoted(each.name));
  const decimals = Math.max(0, ...(measures?.axis.members ?? []).map((each) => each.decimals ?? 0));
  const own = say(words.figures, language);
  return [
    line("CHARSET", '"ANSI"'),
    line("AXIS-VERSION", '"2013"'),
    line("CODEPAGE", '"utf-8"'),
    line("LANGUAGE", quoted(language)),
    line("DECIMALS", "15"),
    line("SHOWDECIMALS", String(Math.min(6, decimals))),
    line("MATRIX", quoted(measures?.codes[0] ?? "peil")),
    line("TABLEID", quoted(`${measures?.codes[0] ?? "peil"}@${head.release}`)),
    line("SUBJECT-CODE", '"peil"'),
    line("SUBJECT-AREA", quoted(own)),
    line("CONTENTS", quoted(measures?.values[0] ?? own)),
    line("UNITS", quoted(unitOf(measures?.axis.members[0], language))),
    line("TITLE", quoted(title)),
    line("DESCRIPTION", quoted(title)),
    ...(stub.length > 0 ? [line("STUB", ...stub)] : []),
    line("HEADING", ...heading),
    ...(measures ? [line("CONTVARIABLE", quoted(measures.name))] : []),
    ...all.map(({ name, values }) => line(`VALUES(${quoted(name)})`, ...values.map(quoted))),
    ...all.map(timeLine),
    ...all.map(({ name, codes }) => line(`CODES(${quoted(name)})`, ...codes.map(quoted))),
    ...all.map(({ name, axis }) => line(`VARIABLECODE(${quoted(name)})`, quoted(axis.code))),
    ...all.flatMap(({ name, axis }) => domainLine(name, axis)),
    ...unitLines(measures, language),
    ...valueNotes(all, language),
    line("SOURCE", quoted(head.sources.map((source) => say(source.name, language)).join("; "))),
    ...noteLines(head, language),
    ...symbols.map((symbol, at) => line(`DATASYMBOL${at + 1}`, quoted(signs[symbol]))),
  ].join("");
}

function titleOf(all: readonly Variable[]): string {
  const [first, ...others] = all;
  const subject = first?.axis.role === "indicator" ? first.values.slice(0, 3).join(", ") : (first?.name ?? "");
  return [subject, ...others.map((each) => each.name)].join(", ");
}

function unitOf(member: CubeMember | undefined, language: Language): string {
  return member?.unit ? say(member.unit, language) : "-";
}

function domainLine(name: string, axis: CubeAxis): string[] {
  const [level, ...more] = axis.role === "area" ? levelsOf(axis) : [];
  return level === undefined || more.length > 0 ? [] : [line(`DOMAIN(${quoted(name)})`, quoted(level))];
}

function unitLines(measures: Variable | undefined, language: Language): string[] {
  return (measures?.axis.members ?? []).flatMap((member, at) => {
    const value = quoted(measures?.values[at] ?? "");
    const precision = member.decimals
      ? [line(`PRECISION(${quoted(measures?.name ?? "")},${value})`, String(Math.min(6, member.decimals)))]
      : [];
    return [line(`UNITS(${value})`, quoted(unitOf(member, language))), ...precision];
  });
}

/** What is to be said of periods: that they are provisional, or forecasts. */
function valueNotes(all: readonly Variable[], language: Language): string[] {
  return all.flatMap(({ axis, name, values }) =>
    axis.members.flatMap(({ provisional, forecast }, at) => {
      const said = [...(provisional ? [words.provisional] : []), ...(forecast ? [words.forecast] : [])]
        .map((each) => say(each, language))
        .join("; ");
      return said === "" ? [] : [line(`VALUENOTE(${quoted(name)},${quoted(values[at] ?? "")})`, quoted(said))];
    }),
  );
}

function noteLines(head: CubeHead, language: Language): string[] {
  const licences = [...new Set(head.sources.flatMap((source) => source.licence ?? []))].join("; ");
  const meaning = (state: Exclude<Status, 0>): string => `${signs[state]} ${statusNames[state]}: ${say(statusWords[state], language)}`;
  const states = [...symbols, status.incomplete].map(meaning).join("; ");
  const said = [
    ...(licences === "" ? [] : [`${say(words.licence, language)}: ${licences}`]),
    ...head.notes.map((note) => say(note.text, language)),
    states,
  ];
  return said.map((text) => line("NOTE", quoted(text)));
}
