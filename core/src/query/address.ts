import { fail } from "../errors.ts";
import type { Catalogue } from "../model/catalogue.ts";
import type { Indicator } from "../model/indicator.ts";
import { periodLevels, tryPeriod } from "../model/period.ts";
import type { Text } from "../model/text.ts";
import { areaTexts, parseAreas, parseRef, refText } from "./address-areas.ts";
import { flowKeys, flowTexts, intervalText, parseFlow, parseInterval } from "./address-flow.ts";
import { groupTexts, memberGroupTexts, parseGroups, parseMemberGroups } from "./address-groups.ts";
import { escapeItem, none, refuseValue, splitItems, unescaped, unlike, writeQuery } from "./address-text.ts";
import { parseTransformations, transformationText } from "./address-transformations.ts";
import type { MemberRef, PeriodChoice, Selection } from "./selection.ts";
import { type MemberCatalogue, memberTexts, splitMember } from "./split-member.ts";
import { hint } from "./suggest.ts";

/** What a page knows already: the indicator that its path names, the level of the site. */
export type SelectionDefaults = Partial<Selection>;

/** Splits `leeftijd5_0-4` for the indicators of the selection; undefined where it is no member. May throw its own error. */
export type SplitMember = (text: string, indicators: readonly string[]) => MemberRef | undefined;

/** The keys of a selection, in canonical order. */
export const selectionKeys = [
  "indicator",
  "level",
  "area",
  "within",
  "neighbours",
  "alike",
  "group",
  "period",
  "by",
  "member",
  "member-group",
  ...flowKeys,
  "compare",
  "transform",
  "interval",
  "pseudo",
  "release",
] as const;
type Key = (typeof selectionKeys)[number];

/** Periods that one question may list or count back. */
const mostPeriods = 1000;

/**
 * Reads the query of an address (`docs/addresses.md` is the grammar). Keys that are no part of a selection are ignored, a key
 * without a value is absent, and what is absent is as in `given`; beyond that: all areas, the most recent period, no
 * comparison. Only `indicator` and `level` have no default of their own.
 * @param given defaults, and `splitMember` for `member`; without it a member is split at its first `_`
 * @throws `selection-invalid` naming key, value and what is expected
 */
export function parseSelection(query: string, given: SelectionDefaults & { readonly splitMember?: SplitMember } = {}): Selection {
  const { splitMember: split = atFirst, ...defaults } = given;
  const texts = new URLSearchParams(query);
  const items = (key: Key): string[] => texts.getAll(key).flatMap(splitItems);
  const indicators = codes("indicator", items("indicator")) ?? defaults.indicators ?? [];
  const level = one("level", items("level")) ?? defaults.level;
  if (indicators.length === 0)
    invalid("indicator", "", {
      nl: "Noem minstens één onderwerp: indicator=inwoners.",
      en: "Name one indicator or more: indicator=inwoners.",
    });
  if (level === undefined)
    return invalid("level", "", { nl: "Noem het gebiedsniveau: level=gemeente.", en: "Name the area level: level=gemeente." });
  const release = one("release", items("release")) ?? defaults.release;
  const compare = lists("compare", items("compare"), (item) => parseRef("compare", item));
  const member = (text: string): MemberRef => memberRef(text, split, indicators);
  const members = lists("member", items("member"), (item) => member(unescaped(item)));
  return {
    indicators,
    level,
    areas: parseAreas(items) ?? defaults.areas ?? { kind: "all" },
    compare: compare ?? defaults.compare ?? [],
    periods: periodChoice(items("period")) ?? defaults.periods ?? { kind: "recent" },
    by: codes("by", items("by")) ?? defaults.by ?? [],
    members: members ?? defaults.members ?? [],
    pseudo: flag(items("pseudo")) ?? defaults.pseudo ?? false,
    ...filled({
      groups: parseGroups(texts.getAll("group")) ?? defaults.groups,
      memberGroups: parseMemberGroups(texts.getAll("member-group"), member) ?? defaults.memberGroups,
      transformations: parseTransformations(texts.getAll("transform")) ?? defaults.transformations,
    }),
    ...kept("interval", parseInterval(texts.getAll("interval")), defaults.interval),
    ...kept(
      "flow",
      parseFlow((key) => texts.getAll(key)),
      defaults.flow,
    ),
    ...(release === undefined ? {} : { release }),
  };
}

/** Lists that hold something; nothing said and an empty list are one. */
function filled<T extends Record<string, readonly unknown[] | undefined>>(lists: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(lists).filter(([, list]) => list !== undefined && list.length > 0)) as never;
}

/** A value, where it is undefined the default; null is none. */
function kept<K extends string, T>(key: K, own: T | null | undefined, usual: T | undefined): { [P in K]?: T } {
  const value = own === undefined ? usual : own;
  return (value === undefined || value === null ? {} : { [key]: value }) as { [P in K]?: T };
}

function invalid(key: Key, value: string, expected: Text): never {
  return refuseValue(key, value, expected);
}

/** Removes what stands there twice; `none` alone is an empty list. */
function lists<T>(key: Key, items: readonly string[], read: (item: string) => T): T[] | undefined {
  if (items.length === 0) return undefined;
  const unique = [...new Set(items)];
  if (unique.length === 1 && unique[0] === none) return [];
  if (unique.includes(none)) invalid(key, items.join(","), { nl: "“none” staat alleen.", en: "“none” stands alone." });
  return unique.map(read);
}

function codes(key: "indicator" | "by", items: readonly string[]): string[] | undefined {
  return key === "by" ? lists(key, items, unescaped) : items.length === 0 ? undefined : [...new Set(items)].map(unescaped);
}

function one(key: "level" | "release", items: readonly string[]): string | undefined {
  const unique = [...new Set(items)];
  if (unique.length > 1) invalid(key, items.join(","), { nl: "Eén waarde, zonder komma.", en: "One value, without a comma." });
  return unique[0] === undefined ? undefined : unescaped(unique[0]);
}

function flag(items: readonly string[]): boolean | undefined {
  const text = items.join(",");
  if (text === "") return undefined;
  if (text !== "1" && text !== "0") invalid("pseudo", text, { nl: "1 (ook onbekende gebieden) of 0.", en: "1 (areas unknown too) or 0." });
  return text === "1";
}

function memberRef(text: string, split: SplitMember, indicators: readonly string[]): MemberRef {
  return (
    split(text, indicators) ??
    invalid("member", text, {
      nl: "<dimensieniveau>_<item>, zoals leeftijd5_0-4.",
      en: "<dimension level>_<member>, such as leeftijd5_0-4.",
    })
  );
}

function atFirst(text: string): MemberRef | undefined {
  const at = text.indexOf("_");
  return at > 0 && at < text.length - 1 ? { level: text.slice(0, at), code: text.slice(at + 1) } : undefined;
}

function periodChoice(items: readonly string[]): PeriodChoice | undefined {
  if (items.length === 0) return undefined;
  const only = items.length === 1 ? items[0] : undefined;
  if (only === "recent") return { kind: "recent" };
  const shape = only === undefined ? null : /^(?:(all)|last:(\d{1,4}))(?::(\w+))?$/.exec(only);
  if (shape) {
    const level = periodLevels.find((each) => each === shape[3]);
    const count = Number(shape[2]);
    if (level === undefined && shape[3] !== undefined) wrongPeriod(items);
    const on = level === undefined ? {} : { level };
    if (shape[1] !== undefined) return { kind: "all", ...on };
    return count >= 1 && count <= mostPeriods ? { kind: "last", count, ...on } : wrongPeriod(items);
  }
  const read = items.map((item) => tryPeriod(unescaped(item))?.code ?? wrongPeriod([item]));
  return read.length <= mostPeriods ? { kind: "list", codes: [...new Set(read)] } : wrongPeriod([`${items[0]},…`]);
}

function wrongPeriod(items: readonly string[]): never {
  const levels = periodLevels.join(", ");
  return invalid("period", items.join(","), {
    nl: `“recent”, “all”, “last:5” (1 tot ${mostPeriods}), “all:month” of “last:12:month” (niveaus: ${levels}), of periodes gescheiden door komma's, zoals 2023,2024.`,
    en: `“recent”, “all”, “last:5” (1 to ${mostPeriods}), “all:month” or “last:12:month” (levels: ${levels}), or periods separated by commas, such as 2023,2024.`,
  });
}

/**
 * The canonical query of a selection: keys in their order, defaults left out. Reading it with the same defaults gives the
 * selection back.
 * @param defaults what the page knows already, as for `parseSelection`
 */
export function formatSelection(selection: Selection, defaults: SelectionDefaults = {}): string {
  const blankSelection: Selection = {
    indicators: [],
    level: "",
    areas: { kind: "all" },
    compare: [],
    periods: { kind: "recent" },
    by: [],
    members: [],
    pseudo: false,
  };
  const usual = textsOf({ ...blankSelection, ...defaults });
  const own = textsOf(selection);
  // The keys of a flow are read as one, so they are written as one.
  const flow = (texts: Record<Key, readonly string[]>): string => JSON.stringify(flowKeys.map((key) => texts[key]));
  const isUsual = (key: Key): boolean =>
    flowKeys.some((each) => each === key) ? flow(own) === flow(usual) : own[key].join("&") === usual[key].join("&");
  return writeQuery(selectionKeys.flatMap((key) => (isUsual(key) ? [] : own[key].flatMap((text) => (text === "" ? [] : [[key, text]])))));
}

/** The values of each key: one, or for groups one a group. */
function textsOf(selection: Selection): Record<Key, readonly string[]> {
  const list = (items: readonly string[]): string => (items.length === 0 ? none : items.map((item) => unlike(none, item)).join(","));
  const flow = flowTexts(selection.flow);
  return {
    indicator: [selection.indicators.map(escapeItem).join(",")],
    level: [escapeItem(selection.level)],
    ...areaTexts(selection.areas),
    group: groupTexts(selection.groups),
    period: [periodText(selection.periods)],
    by: [list(selection.by.map(escapeItem))],
    member: [list(selection.members.map((each) => escapeItem(`${each.level}_${each.code}`)))],
    "member-group": memberGroupTexts(selection.memberGroups),
    flow: [flow.flow],
    partner: [flow.partner],
    top: [flow.top],
    "within-flows": [flow["within-flows"]],
    compare: [list(selection.compare.map(refText))],
    transform: [transformationText(selection.transformations)],
    interval: [intervalText(selection.interval)],
    pseudo: [selection.pseudo ? "1" : "0"],
    release: [selection.release === undefined ? "" : escapeItem(selection.release)],
  };
}

function periodText(periods: PeriodChoice): string {
  if (periods.kind === "recent") return "recent";
  if (periods.kind === "list") return periods.codes.map(escapeItem).join(",");
  const start = periods.kind === "all" ? "all" : `last:${periods.count}`;
  return periods.level === undefined ? start : `${start}:${periods.level}`;
}

/**
 * Members as addresses write them, resolved for a cube: every split at a `_` is tried (`splitMember`).
 * @throws `member-unknown` with texts that are near
 */
export function resolveMembers(texts: readonly string[], catalogue: MemberCatalogue, cube: Indicator): MemberRef[] {
  return texts.map((text) => {
    const found = splitMember(text, catalogue, cube);
    if (found) return { level: found.level.code, code: found.member.code };
    return fail("member-unknown", { level: cube.code, code: text, hint: hint(text, memberTexts(catalogue, cube)) });
  });
}

/** `splitMember` for `parseSelection`: splits for the first cube among the indicators. @throws `member-unknown` */
export function memberSplitter(catalogue: MemberCatalogue & Pick<Catalogue, "indicator">): SplitMember {
  return (text, indicators) => {
    const cube = indicators.map((code) => catalogue.indicator(code)).find((each) => each?.shape === "cube");
    return cube === undefined ? undefined : resolveMembers([text], catalogue, cube)[0];
  };
}
