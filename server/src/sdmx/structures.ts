import { fail } from "@peil/core/errors.ts";
import { structureVersion } from "@peil/core/formats/sdmx-terms.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { type Artefact, type Artefacts, type ArtefactType, artefactsOf, artefactTypes, type Item } from "./artefacts.ts";
import { flowsOf } from "./flows.ts";
import type { Detail, Wanted } from "./structure-json.ts";

/** A structure query: what stands in its path, each part a list, and how much of what is wanted. */
export type StructureQuery = {
  readonly type: string;
  readonly agency: string;
  readonly id: string;
  readonly version: string;
  readonly item: string;
  readonly detail: string;
  readonly references: string;
};

/** Kinds of structure that SDMX has and this site does not. */
const others =
  /^(metadatastructure|hierarchy|hierarchyassociation|valuelist|dataproviderscheme|metadataproviderscheme|dataconsumerscheme|organisationunitscheme|metadataflow|reportingtaxonomy|provisionagreement|metadataprovisionagreement|structuremap|representationmap|conceptschememap|categoryschememap|organisationschememap|reportingtaxonomymap|process|dataconstraint|contentconstraint|metadataconstraint|transformationscheme|rulesetscheme|userdefinedoperatorscheme|customtypescheme|namepersonalisationscheme|vtlmappingscheme|hierarchicalcodelist|structureset|actualconstraint|allowedconstraint)$/;

const details: Readonly<Record<string, readonly [own: Detail, referenced: Detail]>> = {
  full: ["full", "full"],
  raw: ["full", "full"],
  referencepartial: ["full", "full"],
  allstubs: ["stub", "stub"],
  allcompletestubs: ["complete-stub", "complete-stub"],
  referencestubs: ["full", "stub"],
  referencecompletestubs: ["full", "complete-stub"],
};
const references = ["none", "parents", "parentsandsiblings", "ancestors", "children", "descendants", "all"];

/**
 * The structures that a query asks for, those that it matches first.
 * @throws `sdmx-query` for what cannot be read, `sdmx-no-results` where nothing matches
 */
export function findStructures(catalogue: Catalogue, query: StructureQuery): readonly Wanted[] {
  const own =
    (Object.hasOwn(details, query.detail) ? details[query.detail] : undefined) ?? refuse("detail", query.detail, Object.keys(details));
  const all = artefactsOf(catalogue);
  const matched = matching(all, query);
  const items = listOf(query.item);
  if (items !== undefined && matched.some((each) => each.items === undefined)) refuse("itemID", query.item, ["*"]);
  const only = items === undefined ? undefined : itemFilter(items);
  const found = matched.map((artefact): Wanted => ({ artefact, detail: own[0], ...(only === undefined ? {} : { only }) }));
  const kept = only === undefined ? found : found.filter((each) => each.artefact.items?.().some(only));
  if (kept.length === 0) fail("sdmx-no-results", { what: [query.type, query.agency, query.id, query.version, query.item].join("/") });
  const partial = query.detail === "referencepartial" ? partialItems(catalogue, matched) : undefined;
  const referenced = referencesOf(all, matched, query.references).map(
    (artefact): Wanted => ({ artefact, detail: own[1], ...(partial === undefined ? {} : { only: partial(artefact) }) }),
  );
  return [...kept, ...referenced];
}

function refuse(part: string, value: string, choices: readonly string[]): never {
  return fail("sdmx-query", { part, value, expected: choices.join(", ") });
}

/** The values of a part of a path; undefined for all. */
function listOf(text: string): readonly string[] | undefined {
  const list = text.split(",").filter((each) => each !== "");
  return list.length === 0 || list.some((each) => each === "*" || each === "all") ? undefined : list;
}

/** Whether a version, or one of a list of them, is that of the structures. */
export function hasVersion(text: string): boolean {
  const latest = /^(\*|all|~|\+|latest|)$/;
  return text.split(",").some((each) => latest.test(each) || each.replace(/\+/g, "") === structureVersion || each === "1+");
}

function matching(all: Artefacts, { type, agency, id, version }: StructureQuery): readonly Artefact[] {
  const isAny = type === "*" || type === "all" || type === "structure";
  if (!isAny && !isArtefactType(type)) {
    if (others.test(type)) return [];
    return refuse("artefactType", type, artefactTypes);
  }
  const [agencies, ids] = [listOf(agency), listOf(id)];
  const pool = isAny ? all.all : all.all.filter((each) => each.type === type);
  const extra =
    type === "datastructure" ? (ids ?? []).flatMap((each) => all.structure(each) ?? []).filter((each) => !pool.includes(each)) : [];
  const fits = (each: Artefact): boolean => (agencies?.includes(each.agency) ?? true) && (ids?.includes(each.id) ?? true);
  return hasVersion(version) ? [...pool, ...extra].filter(fits) : [];
}

function isArtefactType(text: string): text is ArtefactType {
  return artefactTypes.some((each) => each === text);
}

/** Items by id; for nested ones those on the way to them too. */
function itemFilter(ids: readonly string[]): (item: Item) => boolean {
  return ({ id }) => ids.some((each) => each === id || each.startsWith(`${id}.`));
}

/** What stands around structures: what they refer to, what refers to them, and what that refers to. */
function referencesOf(all: Artefacts, matched: readonly Artefact[], wanted: string): readonly Artefact[] {
  const below = (from: readonly Artefact[]): Artefact[] => from.flatMap((each) => each.refers.flatMap((key) => all.byKey.get(key) ?? []));
  const above = (from: readonly Artefact[]): Artefact[] => {
    const keys = new Set(from.map((each) => `${each.type}:${each.id}`));
    return all.all.filter((each) => each.refers.some((key) => keys.has(key)));
  };
  const closure = (step: (from: readonly Artefact[]) => Artefact[], start: readonly Artefact[]): Artefact[] => {
    const seen = new Set(start);
    for (let front: readonly Artefact[] = start; front.length > 0; ) {
      front = step(front).filter((each) => !seen.has(each) && seen.add(each));
    }
    return [...seen];
  };
  const parts = new Set<Artefact>();
  const add = (list: readonly Artefact[]): void => list.forEach((each) => void parts.add(each));
  for (const each of wanted.split(",")) {
    if (!references.includes(each) && !isArtefactType(each) && !others.test(each))
      refuse("references", each, [...references, ...artefactTypes]);
    if (each === "children") add(below(matched));
    if (each === "descendants" || each === "all") add(closure(below, matched));
    if (each === "parents" || each === "parentsandsiblings" || each === "all") add(above(matched));
    if (each === "parentsandsiblings" || each === "all") add(below(above(matched)));
    if (each === "ancestors") add(closure(above, matched));
    if (isArtefactType(each)) add([...closure(below, matched), ...closure(above, matched)].filter(({ type }) => type === each));
  }
  return [...parts].filter((each) => !matched.includes(each));
}

/** Of referenced lists the items that the dataflows among the structures use. */
function partialItems(catalogue: Catalogue, matched: readonly Artefact[]): (artefact: Artefact) => (item: Item) => boolean {
  const flows = matched.flatMap((each) => (each.type === "dataflow" ? (flowsOf(catalogue).find(each.id) ?? []) : []));
  if (flows.length === 0) return () => () => true;
  const levels = new Set(flows.flatMap((each) => each.levels.map(({ alias }) => alias)));
  const ids = new Set(flows.map((each) => each.id));
  return ({ id }) => {
    if (id === "CL_REF_AREA") return (item) => levels.has(item.of ?? "");
    return id === "CL_INDICATOR" ? (item) => ids.has(item.id) : () => true;
  };
}
