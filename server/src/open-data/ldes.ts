import type { Described } from "../archive.ts";
import type { Versions } from "../publish/versions.ts";
import { describedAs } from "./dcat-dataset.ts";
import { datasetId, moment } from "./dcat-parts.ts";
import { plain, type Thing, texts, typed, type Value } from "./rdf.ts";

/** A release as the stream of changes sees it. */
export type Step = { readonly id: string; readonly at: string; readonly versions: Versions };

/** A page of the stream: never another one under the same name. */
export type StreamPage = {
  readonly name: string;
  /** The release from which its members are described. */
  readonly release: string;
  /** ISO moments: all members are from `from` on and before `until`. */
  readonly from?: string;
  readonly until?: string;
  readonly members: readonly Member[];
};

/** A version of a dataset, or that it went. */
export type Member = { readonly code: string; readonly release: string; readonly at: string; readonly gone: boolean };

/** Members on a page. */
const pageSize = 250;

/**
 * The pages of the stream over the releases that are kept: one or more per release in which something changed, and before them one or
 * more with what was older when the oldest of them appeared and holds in it.
 * @param steps oldest first
 */
export function streamPages(steps: readonly Step[]): readonly StreamPage[] {
  const [oldest] = steps;
  if (oldest === undefined) return [];
  const before = membersOf(oldest.versions).filter((each) => each.release !== oldest.id);
  const pages = steps.flatMap((step, at) => {
    const until = steps[at + 1]?.at;
    const bounds = { release: step.id, from: step.at, ...(until === undefined ? {} : { until }) };
    return cut(
      step.id,
      membersOf(step.versions).filter((each) => each.release === step.id),
      bounds,
    );
  });
  return [...cut(`before-${oldest.id}`, before, { release: oldest.id, until: oldest.at }), ...pages];
}

/** Every version and every farewell, oldest first. */
function membersOf({ indicators, gone }: Versions): readonly Member[] {
  const versions = Object.entries(indicators).map(([code, { release, at }]): Member => ({ code, release, at, gone: false }));
  const farewells = Object.entries(gone).map(([code, { release, at }]): Member => ({ code, release, at, gone: true }));
  const order = (each: Member): string => `${each.at} ${each.code}`;
  return [...versions, ...farewells].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function cut(name: string, members: readonly Member[], bounds: Omit<StreamPage, "name" | "members">): readonly StreamPage[] {
  return Array.from({ length: Math.ceil(members.length / pageSize) }, (_, at) => ({
    ...bounds,
    name: at === 0 ? name : `${name}-${at + 1}`,
    members: members.slice(at * pageSize, (at + 1) * pageSize),
  }));
}

/** Address of the document of a page; without a name that of the stream's first one. */
export type AddressOf = (page?: string) => string;

const streamId = (origin: string): string => `${origin}/ldes#stream`;

/** The root of the stream (LDES, SEMIC; TREE): what the stream is, what is kept, and where its pages are. */
export function streamRoot(origin: string, pages: readonly StreamPage[], steps: readonly Step[], address: AddressOf): readonly Thing[] {
  const policy: readonly Thing[] =
    steps[0] === undefined
      ? []
      : [
          {
            types: ["ldes:RetentionPolicy"],
            says: [
              ["ldes:startingFrom", [moment(steps[0].at)]],
              ["ldes:versionAmount", [typed("1", "xsd:integer")]],
            ],
          },
        ];
  return [
    {
      id: streamId(origin),
      types: ["ldes:EventStream"],
      says: [
        ["dct:title", texts({ nl: "Wijzigingen van de datasets", en: "Changes of the datasets" })],
        ["ldes:timestampPath", [{ to: "dct:created" }]],
        ["ldes:versionOfPath", [{ to: "dct:isVersionOf" }]],
        ["ldes:versionDeletePath", [{ to: "http://www.w3.org/1999/02/22-rdf-syntax-ns#type" }]],
        ["ldes:versionDeleteObject", [{ to: "as:Delete" }]],
        ["tree:view", [{ to: address() }]],
      ],
    },
    {
      id: address(),
      types: ["tree:Node"],
      says: [
        ["ldes:retentionPolicy", policy],
        ["tree:relation", pages.flatMap((page) => relationsTo(page, address(page.name)))],
      ],
    },
  ];
}

function relationsTo({ from, until }: StreamPage, address: string): readonly Thing[] {
  const relation = (type: string, at: string): Thing => ({
    types: [`tree:${type}`],
    says: [
      ["tree:node", [{ to: address }]],
      ["tree:path", [{ to: "dct:created" }]],
      ["tree:value", [moment(at)]],
    ],
  });
  return [
    ...(from === undefined ? [] : [relation("GreaterThanOrEqualToRelation", from)]),
    ...(until === undefined ? [] : [relation("LessThanRelation", until)]),
  ];
}

/** A page of the stream with its members. */
export function streamPage(origin: string, page: StreamPage, described: Described, address: AddressOf): readonly Thing[] {
  const members = page.members.map((each) => memberOf(origin, each, described));
  return [
    {
      id: streamId(origin),
      types: ["ldes:EventStream"],
      says: [
        ["tree:view", [{ to: address() }]],
        ["tree:member", members.map((each): Value => ({ to: each.id ?? "" }))],
      ],
    },
    { id: address(page.name), types: ["tree:Node"], says: [] },
    ...members,
  ];
}

function memberOf(origin: string, { code, release, at, gone }: Member, described: Described): Thing {
  const { catalogue, changed } = described;
  const indicator = gone ? undefined : catalogue.indicator(code);
  const input = { origin, release, at, catalogue, changed, versions: undefined, bulk: undefined };
  const id = `${datasetId(origin, code)}?release=${release}`;
  return {
    id,
    types: [gone ? "as:Delete" : "dcat:Dataset"],
    says: [
      ["dct:isVersionOf", [{ to: datasetId(origin, code) }]],
      ["dct:created", [moment(at)]],
      ["dcat:version", [plain(release)]],
      ...(indicator === undefined ? [] : describedAs(input, indicator)),
    ],
  };
}
