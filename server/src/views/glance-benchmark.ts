import type { AreaCard } from "@peil/core/api.ts";
import type { Benchmark, GlanceView } from "@peil/core/api-glance.ts";
import { fail } from "@peil/core/errors.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Text } from "@peil/core/model/text.ts";
import { groupTexts, parseGroups } from "@peil/core/query/address-groups.ts";
import { findArea } from "@peil/core/query/choose.ts";
import { chooseGroups } from "@peil/core/query/choose-groups.ts";
import type { AreaGroup, Selection } from "@peil/core/query/selection.ts";
import type { Release } from "../release.ts";
import { parseRefs } from "./area.ts";
import { areaCard, cardOfRef, realAreas } from "./cards.ts";
import { parentsOf } from "./kinship.ts";
import { nearestAreas, similarChoices } from "./similar.ts";

/** How many of the most similar areas are taken together. */
export const similarCount = 10;

/** A benchmark with the part of a question that asks for it; nothing is asked where there is none. */
export type Chosen = { readonly benchmark: Benchmark; readonly ask?: Pick<Selection, "compare" | "groups"> };

const nobody: Chosen = { benchmark: { kind: "none", ref: "none", name: { nl: "geen", en: "none" }, areas: [] } };

/**
 * Reads `compare=` of a glance: `gewest:2000` (an area), `similar:grootte` (the areas most like it by a preset), `@kust` (a group of the
 * site), `Kust:gemeente:31005,35013` (an own group) or `none`. Without it the area of the benchmark's level in which it lies, or the
 * site's own benchmark. An area is no benchmark of itself.
 * @throws `selection-invalid` and what is unknown
 */
export async function chooseBenchmark(release: Release, level: Level, area: Area, compare: string): Promise<Chosen> {
  const { catalogue } = release;
  const text = compare.trim() === "" ? defaultRef(catalogue, level, area) : compare.trim();
  if (text === "none") return nobody;
  const preset = /^similar:(.*)$/s.exec(text)?.[1];
  if (preset !== undefined) return similarGroup(release, level, area, preset);
  if (!text.startsWith("@") && /^[^:,]+:[^:,]+$/.test(text)) return oneArea(catalogue, level, area, text);
  return group(catalogue, text);
}

function defaultRef(catalogue: Catalogue, level: Level, area: Area): string {
  const { benchmark } = catalogue.site;
  const parent = parentsOf(catalogue, level, area).find((each) => catalogue.level(each.level)?.id === catalogue.level(benchmark.level)?.id);
  return parent === undefined ? `${benchmark.level}:${benchmark.area}` : `${parent.level}:${parent.code}`;
}

function oneArea(catalogue: Catalogue, level: Level, area: Area, text: string): Chosen {
  const [ref] = parseRefs(text);
  if (ref === undefined) return nobody;
  const found = findArea(catalogue, ref);
  if (found.area.id === area.id && found.level.id === level.id) return nobody;
  const card = areaCard(found.level, found.area);
  const benchmark: Benchmark = {
    kind: "area",
    ref: `${card.level}:${card.code}`,
    name: card.name,
    ...(card.article === undefined ? {} : { article: card.article }),
    areas: [card],
  };
  return { benchmark, ask: { compare: [ref], groups: [] } };
}

function group(catalogue: Catalogue, text: string): Chosen {
  const asked = readGroup(text);
  const [found] = chooseGroups(catalogue, { groups: [asked] });
  const areas = (found?.parts ?? []).map((each) => areaCard(each.level, each.area));
  if (areas.length === 0) return fail("selection-invalid", { key: "compare", value: text, expected: "Kust:gemeente:31005,35013 | @kust" });
  const name = found?.label ?? { nl: text };
  const benchmark: Benchmark = {
    kind: "saved" in asked ? "saved" : "own",
    ref: groupTexts([asked])[0] ?? text,
    name,
    article: named(name),
    areas,
  };
  return { benchmark, ask: { compare: [], groups: [asked] } };
}

/** A group of which only the total is asked. */
function readGroup(text: string): AreaGroup {
  const [found] = parseGroups([text]) ?? [];
  const expected = "gewest:2000 | similar:… | @… | Kust:gemeente:31005,35013 | none";
  return found === undefined ? fail("selection-invalid", { key: "compare", value: text, expected }) : { ...found, show: "total" };
}

function named(name: Text): Text {
  return { nl: `de groep ${name.nl}`, en: `the group ${name.en ?? name.nl}` };
}

async function similarGroup(release: Release, level: Level, area: Area, code: string): Promise<Chosen> {
  const { preset, areas } = await nearestAreas(release, level, area, code, similarCount);
  const plural: Text = { nl: level.plural.nl.toLowerCase(), en: (level.plural.en ?? level.plural.nl).toLowerCase() };
  const by: Text = { nl: preset.name.nl, en: preset.name.en ?? preset.name.nl };
  const name: Text = { nl: `Gelijkende ${plural.nl} (${by.nl})`, en: `Similar ${plural.en} (${by.en})` };
  const article: Text = {
    nl: `de ${areas.length} meest gelijkende ${plural.nl} (${by.nl})`,
    en: `the ${areas.length} most similar ${plural.en} (${by.en})`,
  };
  const benchmark: Benchmark = { kind: "similar", ref: `similar:${preset.code}`, name, article, areas };
  if (areas.length === 0) return { benchmark };
  const own: AreaGroup = { name: name.nl, areas: areas.map((each) => ({ level: each.level, code: each.code })), show: "total" };
  return { benchmark, ask: { compare: [], groups: [own] } };
}

/** Levels with more areas than this are not listed to choose from. */
const mostChoices = 500;

/** The benchmarks that a reader is offered: the areas in which it lies, the groups of the site, the similar areas; and all areas of the level. */
export function benchmarkChoices(
  release: Release,
  level: Level,
  area: Area,
  chosen: Benchmark,
): Pick<GlanceView["choices"], "benchmarks" | "areas"> {
  const { catalogue } = release;
  const { benchmark } = catalogue.site;
  const parents = parentsOf(catalogue, level, area);
  const site = cardOfRef(catalogue, { level: benchmark.level, code: benchmark.area });
  const cards = [...parents.filter((each) => each.level === site.level), ...parents.filter((each) => each.level !== site.level)];
  const areas = [...new Map([...cards, site].map((each) => [`${each.level}:${each.code}`, each])).values()];
  const others = areas.filter((each) => each.level !== level.alias || each.code !== area.code);
  const groups = (catalogue.site.groups ?? []).map((each): Benchmark => {
    const cards = each.areas.flatMap((ref) => cardIfAny(catalogue, ref));
    return { kind: "saved", ref: `@${each.code}`, name: each.name, areas: cards };
  });
  const similar = similarChoices(release, level).map(
    (each): Benchmark => ({ kind: "similar", ref: `similar:${each.code}`, name: each.name, areas: [] }),
  );
  const real = listed(catalogue, level);
  return {
    benchmarks: [...others.map(asBenchmark), ...groups, ...(area.pseudo ? [] : similar), ...(chosen.kind === "own" ? [chosen] : [])],
    areas: real.length > mostChoices ? [] : real.filter((each) => each.code !== area.code),
  };
}

const lists = new WeakMap<Level, readonly AreaCard[]>();

/** The areas of a level by name, put in order once. */
function listed(catalogue: Catalogue, level: Level): readonly AreaCard[] {
  const known = lists.get(level) ?? realAreas(catalogue, level);
  lists.set(level, known);
  return known;
}

function asBenchmark(card: AreaCard): Benchmark {
  return { kind: "area", ref: `${card.level}:${card.code}`, name: card.name, areas: [card] };
}

function cardIfAny(catalogue: Catalogue, ref: { readonly level: string; readonly code: string }): AreaCard[] {
  const level = catalogue.level(ref.level);
  const area = level && catalogue.area(level.id, ref.code);
  return level && area ? [areaCard(level, area)] : [];
}
