import type { AreaCard, SimilarArea, SimilarityCard, SimilarPart, SimilarView } from "@peil/core/api.ts";
import { fail } from "@peil/core/errors.ts";
import type { Area, Level } from "@peil/core/model/area.ts";
import type { Similarity, SimilarityPart } from "@peil/core/model/site.ts";
import { memberSplitter } from "@peil/core/query/address.ts";
import { decimalsOf } from "@peil/core/query/assemble.ts";
import { findArea, findIndicator, findLevel } from "@peil/core/query/choose.ts";
import type { Likeness } from "@peil/core/statistics/similar.ts";
import type { Release } from "../release.ts";
import { computePreset, type KeptPreset, likenessOf, mostNeighbours, presetsOf, type SimilarFile } from "../similar-file.ts";
import { areaCard, cardOfRef, levelCard } from "./cards.ts";
import { findOnAnyVintage } from "./kinship.ts";
import type { View } from "./scope.ts";

/** How many neighbours are shown where nobody says, and of how many parts a comparison may consist. */
const usual = 5;
const mostParts = 12;

/** The ways in which areas of a level can be alike. */
export function similarChoices(release: Release, level: Level): readonly SimilarityCard[] {
  return presetsOn(release, level).map(({ code, name }) => ({ code, name }));
}

/** The areas most like one: by a preset of the site, or by indicators and weights that are asked. */
export const similar: View<"similar"> = async ({ release }, { level: alias, code, preset, parts, count }) => {
  const { catalogue } = release;
  const found = findOnAnyVintage(catalogue, findLevel(catalogue, alias), code);
  const { level, area } = found ?? findArea(catalogue, { level: alias, code });
  const wanted = countOf(count);
  const own = parts.trim() === "" ? undefined : ownParts(release, parts);
  const chosen = own === undefined ? presetOf(release, level, preset) : { code: "", name: { nl: "" }, level: level.alias, parts: own };
  const table = own === undefined ? await keptPreset(release, chosen) : await computePreset(release, chosen, true);
  return {
    ...(own === undefined ? { preset: { code: chosen.code, name: chosen.name } } : {}),
    presets: similarChoices(release, level),
    ...viewOf(release, level, area, chosen.parts, table, wanted),
  };
};

/** The areas most like one by a preset of the site (the first one where none is named), nearest first. @throws `selection-invalid`, `not-found` */
export async function nearestAreas(
  release: Release,
  level: Level,
  area: Area,
  preset: string,
  count: number,
): Promise<{ readonly preset: SimilarityCard; readonly areas: readonly AreaCard[] }> {
  const chosen = presetOf(release, level, preset);
  const view = viewOf(release, level, area, chosen.parts, await keptPreset(release, chosen), count);
  return { preset: { code: chosen.code, name: chosen.name }, areas: view.nearest.map((each) => each.area) };
}

function presetsOn(release: Release, level: Level): readonly Similarity[] {
  return presetsOf(release).filter((each) => release.catalogue.level(each.level)?.id === level.id);
}

function presetOf(release: Release, level: Level, code: string): Similarity {
  const all = presetsOn(release, level);
  const found = code === "" ? all[0] : all.find((each) => each.code.toLowerCase() === code.toLowerCase());
  if (found !== undefined) return found;
  if (code === "") return fail("not-found", { what: `${level.alias}/similar` });
  return fail("selection-invalid", { key: "preset", value: code, expected: all.map((each) => each.code).join(" | ") || "parts=…" });
}

function countOf(text: string): number {
  const expected = `1 … ${mostNeighbours}`;
  const count = text === "" ? usual : Number(text);
  return Number.isInteger(count) && count >= 1 && count <= mostNeighbours
    ? count
    : fail("selection-invalid", { key: "count", value: text, expected });
}

/** `inwoners:2:log,bevolking(leeftijd5_0004),dichtheid:0.5` */
function ownParts(release: Release, text: string): readonly SimilarityPart[] {
  const expected = "code | code:2 | code:2:log | code(level_member):1, …";
  const parts = text.split(",").map((each): SimilarityPart => {
    const [, indicator = "", member, weight = "1", scale] =
      /^(\w{1,50})(?:\(([^)]+)\))?(?::(\d+(?:\.\d+)?))?(?::(log|linear))?$/.exec(each.trim()) ?? [];
    if (indicator === "" || !(Number(weight) > 0)) return fail("selection-invalid", { key: "parts", value: each, expected });
    const { code } = findIndicator(release.catalogue, indicator);
    if (member !== undefined && memberSplitter(release.catalogue)(member, [code]) === undefined)
      return fail("selection-invalid", { key: "parts", value: each, expected });
    const base = { indicator: code, weight: Number(weight), ...(scale === "log" ? { scale: "log" as const } : {}) };
    return member === undefined ? base : { ...base, member };
  });
  return parts.length <= mostParts ? parts : fail("selection-invalid", { key: "parts", value: text, expected: `≤ ${mostParts}` });
}

const files = new WeakMap<Release, Promise<ReadonlyMap<string, KeptPreset>>>();
const computed = new WeakMap<Release, Map<string, Promise<KeptPreset>>>();

async function readFile(release: Release): Promise<ReadonlyMap<string, KeptPreset>> {
  const text = await release.similar();
  const file = text === undefined ? undefined : (JSON.parse(text) as SimilarFile);
  return new Map(file?.version === 1 ? file.presets.map((each) => [each.code, each]) : []);
}

/** A preset as publish computed it. A release of before presets were kept computes it once, when it is asked. */
async function keptPreset(release: Release, preset: Similarity): Promise<KeptPreset> {
  const file = files.get(release) ?? readFile(release);
  files.set(release, file);
  const found = (await file).get(preset.code);
  if (found !== undefined) return found;
  const own = computed.get(release) ?? new Map<string, Promise<KeptPreset>>();
  computed.set(release, own);
  const made = own.get(preset.code) ?? computePreset(release, preset);
  own.set(preset.code, made);
  made.catch(() => own.delete(preset.code));
  return made;
}

type Answer = Omit<SimilarView, "preset" | "presets">;

function viewOf(release: Release, level: Level, area: Area, parts: readonly SimilarityPart[], table: KeptPreset, count: number): Answer {
  const { catalogue } = release;
  const group = table.groups.find((each) => each.areas.includes(area.code));
  const at = group?.areas.indexOf(area.code) ?? -1;
  const likeness = group && likenessOf(group, parts, at);
  const region = group?.region;
  return {
    area: areaCard(level, area),
    level: levelCard(catalogue, level),
    parts: partsOf(release, parts, group, at),
    nearest: (likeness?.nearest ?? [])
      .slice(0, count)
      .map((each) => neighbourOf(each, group, (code) => cardOfRef(catalogue, { level: level.alias, code }))),
    among: likeness?.among ?? 0,
    leftOut: likeness?.leftOut ?? 0,
    ...(region === undefined ? {} : { region: cardOfRef(catalogue, { level: catalogue.site.benchmark.level, code: region }) }),
  };
}

type Group = KeptPreset["groups"][number] | undefined;

function partsOf(release: Release, parts: readonly SimilarityPart[], group: Group, at: number): readonly SimilarPart[] {
  const { catalogue } = release;
  const whole = parts.reduce((sum, each) => sum + each.weight, 0);
  return parts.map((part, trait) => {
    const indicator = findIndicator(catalogue, part.indicator);
    const ref = part.member === undefined ? undefined : memberSplitter(catalogue)(part.member, [indicator.code]);
    const member = ref && catalogue.member(catalogue.dimensionLevel(ref.level)?.id ?? -1, ref.code);
    const figures = group?.parts[trait];
    const value = figures?.figures[at] ?? undefined;
    return {
      ...{ indicator: indicator.code, name: indicator.name, unit: indicator.unit, decimals: decimalsOf(indicator) },
      ...(member === undefined ? {} : { member: member.name }),
      scale: part.scale ?? "linear",
      weight: part.weight / whole,
      period: figures?.period ?? "",
      ...(value === undefined ? {} : { value }),
    };
  });
}

function neighbourOf(near: Likeness["nearest"][number], group: Group, card: (code: string) => SimilarArea["area"]): SimilarArea {
  return {
    area: card(group?.areas[near.at] ?? ""),
    distance: near.distance,
    parts: near.parts.map((adds, trait) => {
      const value = group?.parts[trait]?.figures[near.at] ?? undefined;
      return adds === undefined || value === undefined ? {} : { value, adds };
    }),
  };
}
