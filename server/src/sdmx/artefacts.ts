import { areaId, axesOfStructureId, codeId, dimensionId, structureId, totalId } from "@peil/core/formats/sdmx-ids.ts";
import {
  attributes,
  type Code,
  conceptNames,
  confidentialities,
  frequencies,
  observationStatuses,
  states,
  totalName,
} from "@peil/core/formats/sdmx-terms.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { DimensionLevel } from "@peil/core/model/dimension.ts";
import type { Text } from "@peil/core/model/text.ts";
import { agencyOf } from "./agency.ts";
import { type Flow, flowsOf } from "./flows.ts";
import { categoriesOf } from "./themes.ts";

/** The kinds of structure that a site has. */
export const artefactTypes = [
  "dataflow",
  "datastructure",
  "codelist",
  "conceptscheme",
  "categoryscheme",
  "categorisation",
  "agencyscheme",
] as const;
/** One kind of structure. */
export type ArtefactType = (typeof artefactTypes)[number];

/** An item of a scheme: a code, concept, category or agency. */
export type Item = Code & { readonly description?: Text; readonly items?: readonly Item[]; readonly of?: string };

/** A structure of SDMX. What refers to others does so by `<type>:<id>`. */
export type Artefact = {
  readonly type: ArtefactType;
  readonly id: string;
  readonly agency: string;
  readonly name: Text;
  readonly description?: Text;
  readonly refers: readonly string[];
  /** For schemes and code lists; made when asked. */
  readonly items?: () => readonly Item[];
  /** For a data structure: the dimension levels of its axes. */
  readonly columns?: readonly DimensionLevel[];
  /** For a categorisation: the path of its category. */
  readonly category?: string;
};

/** All structures of a site. */
export type Artefacts = {
  readonly all: readonly Artefact[];
  readonly byKey: ReadonlyMap<string, Artefact>;
  /** A data structure that no dataflow has, but a file can: of coarser levels of dimensions. */
  readonly structure: (id: string) => Artefact | undefined;
};

const kept = new WeakMap<Catalogue, Artefacts>();

/** The structures of a catalogue; made once. */
export function artefactsOf(catalogue: Catalogue): Artefacts {
  const known = kept.get(catalogue);
  if (known !== undefined) return known;
  const { id: agency, name } = agencyOf(catalogue);
  const flows = flowsOf(catalogue);
  const own = <T extends Omit<Artefact, "agency">>(artefact: T): Artefact => ({ agency, ...artefact });
  const { scheme, placed } = categoriesOf(catalogue);
  const structures = new Map([
    ["DSD", structureArtefact([])],
    ...flows.all.map((flow) => [flow.structure, structureArtefact(flow.columns)] as const),
  ]);
  const all = [
    ...flows.all.map((flow) => own(dataflow(flow))),
    ...[...structures.values()].map(own),
    ...codelists(catalogue).map(own),
    own(conceptScheme(catalogue)),
    own({ type: "categoryscheme", id: "THEMES", name: { nl: "Thema's", en: "Themes" }, refers: [], items: () => scheme }),
    ...placed.map(({ path, flow }) => own(categorisation(path, flow))),
    own({
      type: "agencyscheme",
      id: "AGENCIES",
      agency: "SDMX",
      name: { nl: "Organisaties", en: "Agencies" },
      refers: [],
      items: () => [{ id: agency, name }],
    }),
  ];
  const byKey = new Map(all.map((each) => [`${each.type}:${each.id}`, each]));
  const made: Artefacts = { all, byKey, structure: (id) => byKey.get(`datastructure:${id}`) ?? otherStructure(catalogue, id, own) };
  kept.set(catalogue, made);
  return made;
}

function dataflow(flow: Flow): Omit<Artefact, "agency"> {
  const { name, description } = flow.indicator;
  return {
    type: "dataflow",
    id: flow.id,
    name,
    ...(description === undefined ? {} : { description }),
    refers: [`datastructure:${flow.structure}`],
  };
}

function structureArtefact(columns: readonly DimensionLevel[]): Omit<Artefact, "agency"> {
  const lists = ["FREQ", "INDICATOR", "REF_AREA", ...columns.map((each) => dimensionId(each.code)), "OBS_STATUS", "CONF_STATUS", "STATE"];
  const by = (language: "nl" | "en"): string => columns.map((each) => each.name[language] ?? each.name.nl).join(" × ");
  const name =
    columns.length === 0
      ? { nl: "Cijfers per gebied en periode", en: "Figures per area and period" }
      : { nl: `Cijfers per ${by("nl")}`, en: `Figures by ${by("en")}` };
  return {
    type: "datastructure",
    id: structureId(columns),
    name,
    columns,
    refers: ["conceptscheme:CONCEPTS", ...lists.map((each) => `codelist:CL_${each}`)],
  };
}

function otherStructure(catalogue: Catalogue, id: string, own: (artefact: Omit<Artefact, "agency">) => Artefact): Artefact | undefined {
  const offered = flowsOf(catalogue).dimensionLevels;
  const columns = axesOfStructureId(id)?.map((code) => offered.find((each) => each.code === code));
  const found = columns?.filter((each) => each !== undefined) ?? [];
  return columns === undefined || found.length < columns.length ? undefined : own(structureArtefact(found));
}

function codelists(catalogue: Catalogue): Omit<Artefact, "agency">[] {
  const flows = flowsOf(catalogue);
  const list = (id: string, name: Text, items: () => readonly Item[]): Omit<Artefact, "agency"> => ({
    type: "codelist",
    id: `CL_${id}`,
    name,
    refers: [],
    items,
  });
  const totalled = new Set(flows.all.filter((each) => each.totals).flatMap((each) => each.columns));
  return [
    list("FREQ", conceptNames.FREQ, () => frequencies),
    list("INDICATOR", conceptNames.INDICATOR, () => flows.all.map(({ id, indicator }) => ({ id, name: indicator.name, of: id }))),
    list("REF_AREA", conceptNames.REF_AREA, () => areas(catalogue)),
    ...flows.dimensionLevels.map((level) =>
      list(dimensionId(level.code), level.name, () => [
        ...(totalled.has(level) ? [{ id: totalId, name: totalName }] : []),
        ...catalogue.membersOf(level.id).map(({ code, name }) => ({ id: memberId(code), name })),
      ]),
    ),
    list("OBS_STATUS", nameOf("OBS_STATUS"), () => observationStatuses),
    list("CONF_STATUS", nameOf("CONF_STATUS"), () => confidentialities),
    list("STATE", nameOf("STATE"), () => states),
  ];
}

/** The id of a member: its code, unless that is the one of the total. */
export function memberId(code: string): string {
  return code === totalId ? "$5FT" : codeId(code);
}

function nameOf(id: string): Text {
  return attributes.find((each) => each.id === id)?.name ?? { nl: id };
}

/** The areas of every level that has visible figures; `of` is the alias of the level. */
function areas(catalogue: Catalogue): readonly Item[] {
  const levels = new Set(flowsOf(catalogue).all.flatMap((each) => each.levels));
  return [...levels]
    .toSorted((a, b) => a.sequence - b.sequence || a.id - b.id)
    .flatMap(({ id, alias }) => catalogue.areasOf(id).map(({ code, name }) => ({ id: areaId({ level: alias, code }), name, of: alias })));
}

function conceptScheme(catalogue: Catalogue): Omit<Artefact, "agency"> {
  const { dimensionLevels } = flowsOf(catalogue);
  const items = (): readonly Item[] => [
    ...Object.entries(conceptNames).map(([id, name]) => ({ id, name })),
    ...attributes.map(({ id, name }) => ({ id, name })),
    ...dimensionLevels.map(({ code, name }) => ({ id: dimensionId(code), name })),
  ];
  return { type: "conceptscheme", id: "CONCEPTS", name: { nl: "Begrippen", en: "Concepts" }, refers: [], items };
}

function categorisation(path: string, flow: Flow): Omit<Artefact, "agency"> {
  return {
    type: "categorisation",
    id: `${flow.id}@${path.replaceAll(".", "@")}`,
    name: flow.indicator.name,
    category: path,
    refers: [`dataflow:${flow.id}`, "categoryscheme:THEMES"],
  };
}
