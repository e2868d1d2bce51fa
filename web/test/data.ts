import type {
  AreaView,
  Frame,
  HomeView,
  IndicatorDetails,
  IndicatorView,
  Read,
  ReleaseCard,
  RouteName,
  Routes,
  SearchHit,
  SimilarView,
  ThemeView,
} from "@peil/core/api.ts";
import { PeilError } from "@peil/core/errors.ts";
import type { Measure } from "@peil/core/guards/facts.ts";
import type { Cube, CubeAxis, CubeMember } from "@peil/core/model/cube.ts";
import type { Selection } from "@peil/core/query/selection.ts";

/** The invented region: twelve municipalities in a row of squares, in one province and one region. */
export const towns = [
  "Aardekerke",
  "Berkendam",
  "Coolbeke",
  "Dorpsveld",
  "Eikmunster",
  "Fonteinberg",
  "Groenhout",
  "Haverlo",
  "Ijzerdal",
  "Klaverbeek",
  "Lindergem",
  "Molenvoorde",
];

const codeOf = (index: number): string => String(10001 + index);

/** A cube from a function that gives a figure, or a status as a negative number. */
export function cubeOf(axes: readonly CubeAxis[], figure: (at: readonly number[]) => number, extra: Partial<Cube> = {}): Cube {
  const size = axes.reduce((n, axis) => n * axis.members.length, 1);
  const values = new Float64Array(size);
  const status = new Uint8Array(size);
  for (let cell = 0; cell < size; cell++) {
    let rest = cell;
    const at: number[] = [];
    for (const axis of axes.toReversed()) {
      at.unshift(rest % axis.members.length);
      rest = Math.floor(rest / axis.members.length);
    }
    const found = figure(at);
    status[cell] = found < 0 ? -found : 0;
    values[cell] = found < 0 ? Number.NaN : found;
  }
  return { axes, values, status, notes: [], release: "r7f3a", sources: [{ code: "reg", name: { nl: "Bevolkingsregister" } }], ...extra };
}

/** An axis of areas: some towns, then the province and the region to compare with. */
export function areaAxis(indexes: readonly number[], compare = true): CubeAxis {
  const members: CubeMember[] = indexes.map((index) => ({ code: codeOf(index), level: "gemeente", label: { nl: towns[index] ?? "" } }));
  if (compare) members.push({ code: "2000", level: "gewest", label: { nl: "Noordelijk Gewest", en: "Northern Region" }, compare: true });
  return { code: "area", label: { nl: "Gebied", en: "Area" }, role: "area", members };
}

/** An axis of years. */
export function periodAxis(from: number, to: number): CubeAxis {
  const members = Array.from({ length: to - from + 1 }, (_, i) => ({ code: String(from + i), label: { nl: String(from + i) } }));
  return { code: "period", label: { nl: "Periode", en: "Period" }, role: "period", members };
}

/** Inhabitants of a town in a year; one town is hidden and one misses a year. */
export function inhabitants(town: number, year: number): number {
  if (town === 7) return -7;
  if (town === 9 && year === 2020) return -1;
  return Math.round((9000 + town * town * 2600) * (1 + (year - 2010) * (0.004 + (town % 4) * 0.004)));
}

const share = (town: number, year: number): number => 14 + ((town * 37) % 23) / 2 + (year - 2010) * 0.35;

const source = {
  code: "reg",
  name: { nl: "Bevolkingsregister", en: "Population register" },
  publisher: "Dienst Registers",
  url: "https://example.org/register",
  licence: "Gratis open data licentie",
  licenceUrl: "https://example.org/licentie",
  referenceDate: { nl: "2024-01-01" },
};

const gemeenten = {
  alias: "gemeente",
  name: { nl: "gemeente", en: "municipality" },
  plural: { nl: "gemeenten", en: "municipalities" },
  count: towns.length,
};
const gewesten = { alias: "gewest", name: { nl: "gewest", en: "region" }, plural: { nl: "gewesten", en: "regions" }, count: 1 };
const oude = {
  alias: "gemeente2018",
  name: { nl: "gemeente (indeling t.e.m. 2018)" },
  plural: { nl: "gemeenten (indeling t.e.m. 2018)" },
  count: 14,
};
const years = Array.from({ length: 15 }, (_, i) => String(2010 + i));

/** Details of an indicator, to be varied. */
export function detailsOf(change: Partial<IndicatorDetails> = {}): IndicatorDetails {
  const { code, unit, shape, kind, dataType, rating } = { ...detailsOfInhabitants, ...change };
  const measure: Measure = { code, unit, shape, kind, dataType, rating, periodType: "stock", aggregatesAreas: dataType !== "other" };
  return { ...detailsOfInhabitants, measure, ...change };
}

const detailsOfInhabitants: Omit<IndicatorDetails, "measure"> = {
  code: "inwoners",
  name: { nl: "Inwoners", en: "Inhabitants" },
  unit: { nl: "inwoners", en: "inhabitants" },
  shape: "flat",
  kind: "register",
  dataType: "count",
  rating: "neutral",
  decimals: 0,
  estimated: false,
  description: { nl: "Aantal personen dat op 1 januari in het gebied is ingeschreven." },
  footnote: { nl: "Zonder het wachtregister." },
  source,
  places: [
    [
      { code: "demografie", name: { nl: "Demografie", en: "Demography" } },
      { code: "bevolking", name: { nl: "Bevolking", en: "Population" } },
    ],
  ],
  available: [
    { level: gemeenten, periods: years, loaded: false },
    { level: oude, periods: years.slice(0, 9), loaded: true },
    { level: gewesten, periods: years, loaded: false },
  ],
  dimensions: [],
  breaks: [{ period: "2019", text: { nl: "Oudveld en Nieuwveld vormen samen Dorpsveld.", en: "Oudveld and Nieuwveld form Dorpsveld." } }],
  provisional: ["2024"],
};

const sharesOf: Partial<IndicatorDetails> = {
  code: "ouderen",
  name: { nl: "Aandeel 65-plussers", en: "Share of over-65s" },
  unit: { nl: "%" },
  dataType: "percentage",
  decimals: 1,
  formula: {
    text: "100 * v_65plus / inwoners",
    words: { nl: "100 maal 65-plussers, gedeeld door inwoners", en: "100 times over-65s, divided by inhabitants" },
    uses: [
      { code: "v_65plus", name: { nl: "65-plussers", en: "Over-65s" } },
      { code: "inwoners", name: { nl: "Inwoners", en: "Inhabitants" } },
    ],
  },
  weight: { code: "inwoners", name: { nl: "Inwoners", en: "Inhabitants" } },
};

const cubeDetails: Partial<IndicatorDetails> = {
  code: "bevolking",
  name: { nl: "Bevolking naar leeftijd en geslacht", en: "Population by age and sex" },
  shape: "cube",
  breaks: [],
  dimensions: [
    {
      code: "leeftijd",
      name: { nl: "Leeftijd", en: "Age" },
      levels: [
        {
          code: "leeftijd5",
          name: { nl: "leeftijd in vijf klassen", en: "age in five classes" },
          loaded: true,
          members: ["0-17", "18-34", "35-49", "50-64", "65+"].map((code) => ({ code, name: { nl: `${code} jaar`, en: `${code} years` } })),
        },
      ],
    },
    {
      code: "geslacht",
      name: { nl: "Geslacht", en: "Sex" },
      levels: [
        {
          code: "geslacht",
          name: { nl: "geslacht", en: "sex" },
          loaded: true,
          members: [
            { code: "V", name: { nl: "vrouwen", en: "women" } },
            { code: "M", name: { nl: "mannen", en: "men" } },
          ],
        },
      ],
    },
  ],
};

/** The text of the selection decides: `area=` one town, else all. */
function selectionOf(code: string, text: string): Selection {
  const fields = new URLSearchParams(text);
  const area = fields.get("area");
  return {
    indicators: [code],
    level: fields.get("level") ?? "gemeente",
    areas: area ? { kind: "list", codes: area.split(",") } : { kind: "all" },
    compare: [{ level: "gewest", code: "2000" }],
    periods: { kind: "all" },
    by: (fields.get("by") ?? "").split(",").filter((each) => each !== ""),
    members: [],
    pseudo: false,
  };
}

const allTowns = towns.map((_, index) => index);

/** A figure of the flat indicators: a town, or the region when it is beyond the towns. */
function flat(code: string, axis: CubeAxis): (at: readonly number[]) => number {
  return ([area = 0, period = 0]) => {
    const member = axis.members[area];
    const year = 2010 + period;
    const town = Number(member?.code) - 10001;
    if (code === "ouderen") return member?.compare ? 18.4 + period * 0.3 : share(town, year);
    return member?.compare ? allTowns.reduce((sum, each) => sum + Math.max(0, inhabitants(each, year)), 0) : inhabitants(town, year);
  };
}

function cubeAnswer(selection: Selection, axis: CubeAxis, details: IndicatorDetails): Cube {
  const axes = selection.by.map((code): CubeAxis => {
    const level = details.dimensions.flatMap((each) => each.levels).find((each) => each.code === code);
    return {
      code,
      label: level?.name ?? { nl: code },
      role: "member",
      members: (level?.members ?? []).map((each) => ({ code: each.code, label: each.name })),
    };
  });
  return cubeOf([axis, { ...periodAxis(2024, 2024) }, ...axes], ([area = 0, , row = 0, column = 0]) =>
    row === 4 && column === 1 && area === 0 ? -7 : 500 + area * 900 + row * 311 + column * 57,
  );
}

/** The answer for an indicator page. */
export function indicatorView(code: string, text: string): IndicatorView {
  const details = detailsOf(code === "ouderen" ? sharesOf : code === "bevolking" ? cubeDetails : {});
  const selection = selectionOf(code, text);
  const chosen = selection.areas.kind === "list" ? selection.areas.codes.map((each) => Number(each) - 10001) : allTowns;
  const axis = areaAxis(chosen);
  const everyone = areaAxis(allTowns, false);
  const missing = selection.level !== "gemeente";
  const all = cubeOf([everyone, periodAxis(2024, 2024)], ([area = 0]) => flat(code, everyone)([area, 14]));
  return {
    details,
    selection,
    cube: missing
      ? cubeOf([axis, { ...periodAxis(2024, 2024), members: [] }], () => -6)
      : code === "bevolking" && selection.by.length > 0
        ? cubeAnswer(selection, axis, details)
        : cubeOf([axis, periodAxis(2010, 2024)], flat(code, axis)),
    ...(missing
      ? {
          reason: {
            code: "level-not-loaded" as const,
            text: { nl: "Dit cijfer is op dit niveau niet geladen.", en: "This figure was not loaded on this level." },
          },
        }
      : { all }),
    choices: {
      levels: [gemeenten, oude, gewesten],
      areas: towns.map((name, index) => ({ level: "gemeente", code: codeOf(index), name: { nl: name } })),
      compare: [
        { level: "gewest", code: "2000", name: { nl: "Noordelijk Gewest", en: "Northern Region" } },
        { level: "provincie", code: "10000", name: { nl: "Provincie Waterland" } },
      ],
      within: [{ level: "provincie", code: "10000", name: { nl: "Provincie Waterland" } }],
    },
  };
}

const home: HomeView = {
  themes: [
    { code: "demografie", name: { nl: "Demografie", en: "Demography" }, description: { nl: "Wie woont er?" }, count: 12 },
    { code: "wonen", name: { nl: "Wonen" }, count: 1 },
  ],
  level: gemeenten,
  areas: towns.map((name, index) => ({ level: "gemeente", code: codeOf(index), name: { nl: name } })),
  counts: { indicators: 13, areas: 15, figures: 24310 },
};

const card = {
  code: "inwoners",
  name: { nl: "Inwoners", en: "Inhabitants" },
  unit: { nl: "inwoners", en: "inhabitants" },
  shape: "flat" as const,
  kind: "register" as const,
  derived: false,
  latest: { period: "2024", benchmark: { nl: "Noordelijk Gewest", en: "Northern Region" }, value: 1201345, decimals: 0 },
};

const theme: ThemeView = {
  theme: { code: "demografie", name: { nl: "Demografie", en: "Demography" }, description: { nl: "Wie woont er?" }, count: 12 },
  path: [],
  children: [{ code: "bevolking", name: { nl: "Bevolking", en: "Population" }, count: 2 }],
  groups: [
    {
      theme: { code: "bevolking", name: { nl: "Bevolking", en: "Population" }, count: 2 },
      indicators: [
        card,
        {
          ...card,
          code: "bevolking",
          name: { nl: "Bevolking naar leeftijd" },
          shape: "cube",
          latest: { period: "2024", benchmark: { nl: "Noordelijk Gewest" }, decimals: 0 },
        },
      ],
    },
  ],
};

function areaView(code: string): AreaView {
  const index = Number(code) - 10001;
  const name = { nl: towns[index] ?? "" };
  const trend = years.map((period, i) => ({ period, value: Math.max(0, inhabitants(index, 2010 + i)) }));
  return {
    area: { level: "gemeente", code, name },
    level: gemeenten,
    parents: [{ level: "gewest", code: "2000", name: { nl: "Noordelijk Gewest", en: "Northern Region" } }],
    predecessors:
      index === 3
        ? [
            { level: "gemeente2018", code: "9001", name: { nl: "Oudveld" }, until: 2018 },
            { level: "gemeente2018", code: "9002", name: { nl: "Nieuwveld" }, until: 2018 },
          ]
        : [],
    successors: [],
    columns: [{ level: "gewest", code: "2000", name: { nl: "Noordelijk Gewest", en: "Northern Region" } }],
    themes: [
      {
        theme: { code: "demografie", name: { nl: "Demografie", en: "Demography" }, count: 12 },
        rows: [
          {
            indicator: card,
            rating: "neutral",
            decimals: 0,
            period: "2024",
            cells: [
              { value: inhabitants(index, 2024), status: 0 },
              { value: 1201345, status: 0 },
            ],
            trend,
            rank: { position: 4, of: 12 },
          },
          {
            indicator: { ...card, code: "ouderen", name: { nl: "Aandeel 65-plussers" }, unit: { nl: "%" } },
            rating: "neutral",
            decimals: 1,
            period: "2024",
            cells: [{ status: 7 }, { value: 21.3, status: 0 }],
            trend: [],
          },
        ],
      },
    ],
    choices: {
      compare: [{ level: "gemeente", code: "10002", name: { nl: "Berkendam" } }],
      similar: [{ code: "grootte", name: { nl: "grootte", en: "size" } }],
    },
  };
}

/** Two towns that are like another. */
function similarView(code: string, preset: string): SimilarView {
  const presets = [
    { code: "grootte", name: { nl: "grootte", en: "size" } },
    { code: "leeftijd", name: { nl: "leeftijden" } },
  ];
  const part = { decimals: 0, scale: "linear" as const, period: "2024" };
  return {
    area: { level: "gemeente", code, name: { nl: towns[Number(code) - 10001] ?? "" } },
    level: gemeenten,
    preset: presets.find((each) => each.code === preset) ?? { code: "grootte", name: { nl: "grootte", en: "size" } },
    presets,
    parts: [
      { ...part, indicator: "inwoners", name: { nl: "Inwoners" }, unit: { nl: "inwoners", en: "inhabitants" }, weight: 0.75, value: 34000 },
      { ...part, indicator: "ouderen", name: { nl: "Ouderen" }, unit: { nl: "%" }, weight: 0.25, value: 21 },
    ],
    nearest: [
      {
        area: { level: "gemeente", code: "10003", name: { nl: "Coolbeke" } },
        distance: 0.5,
        // Per unit of weight: 0.15 / 0.75 = 0.2 for inhabitants, 0.1 / 0.25 = 0.4 for the elderly.
        parts: [
          { value: 30000, adds: 0.15 },
          { value: 24, adds: 0.1 },
        ],
      },
      { area: { level: "gemeente", code: "10005", name: { nl: "Eikmunster" } }, distance: 0.8, parts: [{ value: 50000, adds: 0.64 }, {}] },
    ],
    among: 10,
    leftOut: 1,
    region: { level: "gewest", code: "2000", name: { nl: "Noordelijk Gewest", en: "Northern Region" } },
  };
}

const hits: readonly SearchHit[] = [
  {
    kind: "indicator",
    code: "inwoners",
    name: { nl: "Inwoners", en: "Inhabitants" },
    theme: { nl: "Demografie", en: "Demography" },
    area: { level: "gemeente", code: "10001", name: { nl: "Aardekerke" } },
  },
  {
    kind: "area",
    area: { level: "gemeente", code: "10001", name: { nl: "Aardekerke" } },
    level: gemeenten,
    within: { nl: "Noordelijk Gewest", en: "Northern Region" },
  },
  { kind: "theme", code: "demografie", name: { nl: "Demografie", en: "Demography" } },
];

const releases: readonly ReleaseCard[] = [
  {
    id: "r7f3a",
    at: "2026-11-20T22:00:00Z",
    current: true,
    indicators: 13,
    leftOut: [{ code: "inkomen_klein", why: { nl: "Gemarkeerd als beschermd.", en: "Marked as protected." } }],
  },
  { id: "r11bc", at: "2026-10-02T22:00:00Z", current: false, indicators: 12, leftOut: [] },
];

const frame: Frame = {
  site: {
    name: { nl: "Noordpeil" },
    motto: { nl: "Cijfers over twaalf gemeenten.", en: "Figures on twelve municipalities." },
    mailbox: "cijfers@example.org",
    style: "peil",
  },
  release: { id: "r7f3a", at: "2026-11-20T22:00:00Z" },
};

/** Twelve squares in two rows. */
export const borders = JSON.stringify({
  type: "Topology",
  objects: {
    gemeente: {
      type: "GeometryCollection",
      geometries: towns.map((_, i) => ({ type: "Polygon", id: codeOf(i), arcs: [[i]], properties: {} })),
    },
  },
  arcs: towns.map((_, i) => {
    const [x, y] = [3 + (i % 6) * 0.3, 51 - Math.floor(i / 6) * 0.2];
    return [
      [x, y],
      [x + 0.3, y],
      [x + 0.3, y - 0.2],
      [x, y - 0.2],
      [x, y],
    ];
  }),
});

const answers: { readonly [N in RouteName]: (input: Routes[N]["in"]) => Routes[N]["out"] } = {
  frame: () => frame,
  home: () => home,
  theme: () => theme,
  indicator: ({ code, selection }) => {
    if (!["inwoners", "ouderen", "bevolking"].includes(code)) throw new PeilError("indicator-unknown", { code, hint: " (inwoners?)" });
    return indicatorView(code, selection);
  },
  area: ({ code }) => areaView(code),
  areas: () => home.areas,
  similar: ({ code, preset }) => similarView(code, preset),
  search: ({ q }) => (q === "niets" ? [] : hits),
  data: () => indicatorView("inwoners", "").cube,
  geometry: ({ level }) => {
    if (level !== "gemeente") throw new PeilError("not-found", { what: level });
    return borders;
  },
  releases: () => releases,
  sources: () => ({
    items: [
      { code: "telling", name: { nl: "Telling" }, licence: "CC BY 4.0", licenceUrl: "https://example.org/by", indicators: 2 },
      { code: "raming", name: { nl: "Raming" }, indicators: 1 },
    ],
  }),
  service: () => ({
    formats: [{ name: "csv", extension: "csv", mediaType: "text/csv; header=present", loses: ["uncertainty"] }],
    endpoints: [
      {
        name: "extra",
        group: "unheard-of",
        method: "GET",
        path: "/extra",
        summary: { nl: "Iets meer.", en: "Some more." },
        standard: { name: "A standard", url: "https://example.org/standard" },
        parameters: [],
        mediaTypes: ["text/plain"],
        example: "/extra",
      },
    ],
    examples: { data: "/api/v1/data?indicator=inwoners&level=gemeente" },
    slots: {},
  }),
};

/** The typed client of the invented site. */
export const read: Read = async (route, input) => answers[route](input);
