import { escapeItem, none, refuseValue, splitItems, splitParts, unlike } from "./address-text.ts";
import type { AreaGroup, AreaRef, GroupShow, MemberGroup, MemberRef } from "./selection.ts";

const shows: readonly GroupShow[] = ["total", "separate", "both"];

/**
 * Reads the values of `group`, one group each: `Kust:gemeente:31005,35013,provincie:40000`, `Kust:both:gemeente:31005`, `@kust`,
 * `@kust:both`. An item without a level is of the level before it.
 * @returns undefined where nothing is said
 * @throws `selection-invalid`
 */
export function parseGroups(values: readonly string[]): AreaGroup[] | undefined {
  return readEach(values, "group", (value) => {
    const [first = "", ...rest] = splitItems(value);
    if (first.startsWith("@")) return rest.length > 0 ? wrongGroup(value) : savedGroup(first);
    const parts = splitParts(first);
    const [show, level, code] = parts.length === 4 ? [showOf(parts[1], value), parts[2], parts[3]] : ["total" as const, parts[1], parts[2]];
    if ((parts.length !== 3 && parts.length !== 4) || !parts[0] || !level || !code) return wrongGroup(value);
    const areas: AreaRef[] = [{ level, code }];
    for (const item of rest) areas.push(areaOf(splitParts(item), areas.at(-1)?.level ?? level, value));
    return { name: parts[0], areas: unique(areas), show };
  });
}

function savedGroup(item: string): AreaGroup {
  const [code = "", show, ...more] = splitParts(item.slice(1));
  if (code === "" || more.length > 0) return wrongGroup(item);
  return { saved: code, show: show === undefined ? "total" : showOf(show, item) };
}

function areaOf(parts: readonly string[], level: string, value: string): AreaRef {
  const [one, two] = parts;
  if (parts.length === 1 && one) return { level, code: one };
  return parts.length === 2 && one && two ? { level: one, code: two } : wrongGroup(value);
}

function showOf(text: string | undefined, value: string): GroupShow {
  return shows.find((each) => each === text) ?? wrongGroup(value);
}

function wrongGroup(value: string): never {
  return refuseValue("group", value, {
    nl: "<naam>:<niveau>:<code>,<code>…, zoals Kust:gemeente:31005,35013, of @<code van een bewaarde groep>; voor de delen apart of erbij: Kust:separate:… of Kust:both:….",
    en: "<name>:<level>:<code>,<code>…, such as Kust:gemeente:31005,35013, or @<code of a saved group>; for its parts instead or as well: Kust:separate:… or Kust:both:….",
  });
}

/** Reads the values of `member-group`: `Jong:leeftijd5_0-4,leeftijd5_5-9`, `Jong:both:leeftijd5_0-4`. @throws `selection-invalid` */
export function parseMemberGroups(values: readonly string[], member: (text: string) => MemberRef): MemberGroup[] | undefined {
  return readEach(values, "member-group", (value) => {
    const [first = "", ...rest] = splitItems(value);
    const parts = splitParts(first);
    const [name, show] = parts;
    const last = parts.at(-1);
    if ((parts.length !== 2 && parts.length !== 3) || !name || !last) return wrongMembers(value);
    if (parts.length === 3 && show !== "both" && show !== "total") return wrongMembers(value);
    const members = unique([last, ...rest.map((item) => splitParts(item).join(":"))].map(member));
    if (members.some((each) => each.level !== members[0]?.level)) return wrongMembers(value);
    return { name, members, show: parts.length === 3 && show === "both" ? "both" : "total" };
  });
}

function wrongMembers(value: string): never {
  return refuseValue("member-group", value, {
    nl: "<naam>:<dimensieniveau>_<item>,…, zoals Jong:leeftijd5_0-4,leeftijd5_5-9, met items van één niveau; de items er ook bij: Jong:both:….",
    en: "<name>:<dimension level>_<member>,…, such as Jong:leeftijd5_0-4,leeftijd5_5-9, with members of one level; the members as well: Jong:both:….",
  });
}

/** One group a value; each stands there once, and a name too. */
function readEach<T extends AreaGroup | MemberGroup>(values: readonly string[], key: string, read: (value: string) => T): T[] | undefined {
  const given = values.map((each) => each.trim()).filter((each) => splitItems(each).length > 0);
  if (given.length === 0) return undefined;
  if (given.length === 1 && given[0] === none) return [];
  const groups = unique(given.map(read));
  const names = groups.map(nameOf);
  const twice = names.find((each, at) => names.indexOf(each) < at);
  if (twice === undefined) return groups;
  return refuseValue(key, twice, { nl: "Geef elke groep een eigen naam.", en: "Give every group a name of its own." });
}

const nameOf = (group: AreaGroup | MemberGroup): string => ("saved" in group ? `@${group.saved.toLowerCase()}` : `:${group.name}`);

function unique<T>(items: readonly T[]): T[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

/** The values of `group`, one a group; `none` for no groups. */
export function groupTexts(groups: readonly AreaGroup[] | undefined): string[] {
  if (groups === undefined || groups.length === 0) return [none];
  return groups.map((group) => {
    const show = group.show === "total" ? "" : `:${group.show}`;
    if ("saved" in group) return `@${escapeItem(group.saved)}${show}`;
    let level = "";
    const items = group.areas.map((each) => {
      const item = each.level === level ? escapeItem(each.code) : `${escapeItem(each.level)}:${escapeItem(each.code)}`;
      level = each.level;
      return item;
    });
    return `${nameItem(group.name)}${show}:${items.join(",")}`;
  });
}

/** The values of `member-group`, one a group; `none` for no groups. */
export function memberGroupTexts(groups: readonly MemberGroup[] | undefined): string[] {
  if (groups === undefined || groups.length === 0) return [none];
  return groups.map((group) => {
    const items = group.members.map((each) => escapeItem(`${each.level}_${each.code}`));
    return `${nameItem(group.name)}${group.show === "both" ? ":both" : ""}:${items.join(",")}`;
  });
}

/** A name that must not be read as the code of a saved group. */
function nameItem(name: string): string {
  const item = escapeItem(name);
  return item.startsWith("@") ? unlike(item, item) : item;
}
