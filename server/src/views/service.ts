import { type RouteName, routes } from "@peil/core/api.ts";
import { described } from "@peil/core/api-described.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { columnsOf } from "@peil/core/query/compile-cells.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import { formats } from "../formats/index.ts";
import { endpoints } from "../http/endpoints.ts";
import type { Release } from "../release.ts";
import { isNumeric } from "./cards.ts";
import { cubesOf, sourcesOf, visibleOf } from "./catalogue-lists.ts";
import type { View } from "./scope.ts";
import { themesOf } from "./theme-tree.ts";

type Slots = Readonly<Record<string, string>>;

/** What the site offers to programs: formats, addresses outside the route table, and examples on its own content. */
export const service: View<"service"> = async ({ release }) => {
  const slots = slotsOf(release);
  return {
    formats: formats.map(({ name, extension, mediaType, loses = [] }) => ({ name, extension, mediaType, loses })),
    endpoints: endpoints.map(({ example, ...each }) => ({ ...each, ...optional("example", filled(example, slots, encodeURIComponent)) })),
    examples: Object.fromEntries(Object.keys(routes).flatMap((name) => exampleOf(name as RouteName, slots))),
    slots,
  };
};

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: string };
}

/** Something of the site for every slot of an example; what the site does not have is absent. */
function slotsOf(release: Release): Slots {
  const { catalogue } = release;
  const { homeLevel, benchmark, articles } = catalogue.site;
  const level = catalogue.level(homeLevel);
  const indicator = level && shownOn(catalogue, level.id);
  const area = level && catalogue.areasOf(level.id).find((each) => !each.pseudo);
  const cube = cubesOf(catalogue)[0];
  const found: Readonly<Record<string, string | undefined>> = {
    indicator: indicator?.code,
    level: level?.alias,
    area: area?.code,
    theme: themesOf(catalogue).top[0]?.code,
    source: sourcesOf(catalogue)[0]?.source.code,
    cube: cube?.code,
    dimensionLevel: cube && columnsOf(catalogue, cube)[0]?.code,
    article: articles?.[0]?.slug,
    release: release.id,
    benchmark: `${benchmark.level}:${benchmark.area}`,
    word: indicator?.name.nl.split(/\W/)[0],
  };
  return Object.fromEntries(Object.entries(found).filter((pair): pair is [string, string] => pair[1] !== undefined));
}

/** A plain indicator with figures on a level, best one that is counted and stands in the tree. */
function shownOn(catalogue: Catalogue, level: number): Indicator | undefined {
  const tree = themesOf(catalogue);
  const inTree = tree.top.flatMap((each) => tree.below(each.code));
  const fit = [...inTree, ...visibleOf(catalogue)].filter(
    (each) => each.shape === "flat" && isNumeric(each) && coverageOfIndicator(catalogue, each).has(level),
  );
  return fit.find((each) => each.formula === undefined && each.kind === "register") ?? fit[0];
}

/** A text with its slots filled; undefined where the site lacks one of them. */
export function filled(text: string | undefined, slots: Slots, write: (value: string) => string = (value) => value): string | undefined {
  if (text === undefined) return undefined;
  const names = [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "");
  if (names.some((name) => slots[name] === undefined)) return undefined;
  return text.replace(/\{(\w+)\}/g, (_, name: string) => write(slots[name] ?? ""));
}

/** The address of a route with the values of one of its examples; undefined where the site lacks something of it. */
export function addressOf(name: RouteName, query: Readonly<Record<string, string>>, slots: Slots): string | undefined {
  const values = new Map(described[name].parameters.filter((each) => each.in === "path").map((each) => [each.name, each.example]));
  const parts = [...values].map(([key, example]) => [key, filled(example, slots)] as const);
  const pairs = Object.entries(query).map(([key, value]) => [key, filled(value, slots)] as const);
  if ([...parts, ...pairs].some(([, value]) => value === undefined)) return undefined;
  const at = new Map(parts);
  const path = routes[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(at.get(key) ?? ""));
  const text = new URLSearchParams(pairs.map(([key, value]) => [key, value ?? ""])).toString().replaceAll("%3A", ":");
  return text === "" ? path : `${path}?${text}`;
}

function exampleOf(name: RouteName, slots: Slots): [string, string][] {
  const address = addressOf(name, described[name].examples[0] ?? {}, slots);
  return address === undefined ? [] : [[name, address]];
}
