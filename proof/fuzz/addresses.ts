import { routes } from "@peil/core/api.ts";
import { formats } from "../../server/src/formats/index.ts";

/** Valid addresses of one kind of answer, the heaviest among them: what is broken may take no longer than twice as long. */
export type Kind = { readonly name: string; readonly addresses: readonly string[] };

/** Routes beside those of the route table: one line for each that is added. */
const more: Readonly<Record<string, readonly string[]>> = {
  odata: [
    "/jiveservices/odata",
    "/jiveservices/odata/$metadata",
    "/jiveservices/odata/Variables?$top=5&$skip=2&$orderby=Name desc&$select=ExternalCode,Name&$count=true",
    "/jiveservices/odata/Variables?$filter=contains(Name,'inw') and ExternalCode ne 'x'",
    "/viewerservices/odata/Variables('inwoners')/GeoLevels('gemeente')/PeriodLevels('year')/Periods('all')/Values?$skip=5",
    "/jiveservices/odata/GeoLevels('gemeente')/GeoItems?$filter=ExternalCode eq '01001'",
    "/jiveservices/odata/CubeVariables('bevolking')/DimLevels('leeftijd5')/DimMembers",
  ],
  "selection table": [
    "/jive/selectiontableasjson.ashx?var=inwoners,dichtheid&geolevel=gemeente&geoitem=01001&period=2024,mrp&flip_table=1",
    "/viewer/selectiontableasjson.ashx?var=bevolking&geolevel=provincie&dimlevel=leeftijd5,geslacht&periodlevel=year&period=mostrecent",
  ],
  sdmx: [
    "/sdmx/v2/data/dataflow/*/inwoners/*/01001+01002.A?startPeriod=2020&endPeriod=2024&dimensionAtObservation=TIME_PERIOD",
    "/sdmx/v2/data/dataflow/*/inwoners/*/*?lastNObservations=2&c[AREA]=gemeente@01001,gemeente@01002",
    "/sdmx/v2/data/dataflow/PEIL/bevolking/1.0/*?c[TIME_PERIOD]=ge:2022&attributes=dsd&measures=all",
    "/sdmx/v2/structure/dataflow/*/*/*?references=all&detail=full",
    "/sdmx/v2/availability/dataflow/*/inwoners/*/*/*?mode=exact",
  ],
  catalogue: [
    "/catalog",
    "/catalog.ttl",
    "/catalog.jsonld",
    "/bulk",
    "/bulk/index.json",
    "/bulk/SHA256SUMS",
    "/bulk/csv/inwoners.csv.gz",
    "/api",
    "/code?indicator=inwoners&level=gemeente&period=all",
    "/ldes",
    "/openapi.json",
    "/api/v1/openapi.json",
  ],
  assistants: ["/mcp"],
  following: ["/sitemap.xml", "/robots.txt", "/releases.atom", "/en/releases.atom"],
  commands: ["/jive/Update.ashx?apikey=peil_x&command=cleanupdatacache", "/jiveservices/BulkAPI.ashx?apikey=peil_x"],
  "former links": [
    "/databank?var=inwoners&geolevel=gemeente&geoitem=gemeente_01001&period=2024&mtm_campaign=mei",
    "/jive?report=bevolking&input_geo=gemeente_01001&keepworkspace=true",
    "/dashboard/bevolking/?regionlevel=gemeente&regioncode=01001",
    "/?workspace_guid=00000000-0000-0000-0000-000000000000&var=bevolking&dimlevel=leeftijd5",
  ],
};

const selections = [
  "indicator=inwoners,dichtheid,werkloosheid&level=gemeente&period=all&compare=land:L",
  "indicator=bevolking&level=gemeente&period=all&by=leeftijd5,geslacht",
  "indicator=bevolking&level=gemeente&period=last:2&by=leeftijd5&member=leeftijd5_0004&member-group=Jong:leeftijd5_0004,leeftijd5_0509",
  "indicator=inwoners&level=gemeente&within=provincie:01&group=Samen:both:gemeente:01001,01002&period=2023,2024",
  "indicator=inwoners&level=gemeente&area=01001,01002&period=all&transform=per:inwoners:1000,index:first,moving-average:3",
  "indicator=inwoners&level=gemeente&alike=provincie:gemeente:01001&transform=share:parent:provincie,rank",
  "indicator=pendel&level=gemeente&flow=in&partner=gemeente:01001,01002&top=3&within-flows=1&period=all",
  "indicator=tevredenheid,buurt&level=gemeente2024&period=all&interval=95:normal&compare=land:L&transform=difference",
  "indicator=steunbedrag&level=sector&period=2025&neighbours=sector:01001A01&pseudo=1",
  "indicator=slogan,gebiedstype&level=gemeente&period=recent",
] as const;

const of = (code: string): string =>
  selections.find((each) => each.startsWith(`indicator=${code}`))?.replace(/^indicator=[^&]*&/, "") ?? "";

/** Values of the parts of a path, and questions, for every route of the table. */
const asked: Readonly<Record<string, readonly string[]>> = {
  data: selections.map((each) => `/api/v1/data?${each}`),
  around: selections.map((each) => `/api/v1/around?${each}`),
  indicator: ["inwoners", "bevolking", "pendel", "buurt", "steunbedrag"].map((code) => `/api/v1/indicators/${code}?${of(code)}`),
  area: ["/api/v1/areas/gemeente/01001?compare=provincie:01,land:L"],
  similar: [
    "/api/v1/areas/gemeente/01001/similar?parts=inwoners:2:log,dichtheid&count=10",
    "/api/v1/areas/gemeente/01001/similar?preset=dichtheid",
  ],
  glance: ["/api/v1/areas/gemeente/01001/glance?compare=gemeente:01002&theme=bevolking&since=5"],
  explore: ["/api/v1/areas/gemeente/01001/explore?compare=gemeente:01002,land:L&since=10"],
  search: ["/api/v1/search?q=inwoners", "/api/v1/search?q=zee+en+dijk"],
  geometry: ["/api/v1/geometry/gemeente?detail=coarse", "/api/v1/geometry/sector"],
  details: ["/api/v1/details?codes=inwoners,bevolking,pendel,buurt"],
  articles: ["/api/v1/articles?kind=news"],
};

/** Where a route is not asked above, its path with a code that exists. */
function plain(path: string): string {
  const codes: Readonly<Record<string, string>> = { level: "gemeente", code: "bevolking", slug: "golf-2025", hash: "0123456789abcdef" };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => codes[name] ?? "x");
}

/** Every kind of address that the site answers. */
export function kinds(): readonly Kind[] {
  const table = Object.entries(routes).map(([name, { path }]) => ({ name: `route ${name}`, addresses: asked[name] ?? [plain(path)] }));
  const files = formats.map(({ extension }) => ({
    name: `file ${extension}`,
    addresses: [
      ...selections.map((each) => `/api/v1/data.${extension}?${each}`),
      `/indicator/inwoners.${extension}?${of("inwoners")}&dialect=excel`,
      `/en/area/gemeente/01001.${extension}?compare=land:L`,
      `/theme/bevolking.${extension}?level=gemeente`,
    ],
  }));
  return [
    ...table,
    ...files,
    {
      name: "page",
      addresses: [
        ...["inwoners", "bevolking", "pendel"].map((code) => `/indicator/${code}?${of(code)}&show=table`),
        "/",
        "/en/theme/bevolking",
        "/area/gemeente/01001?compare=land:L&similar=dichtheid",
        "/search?q=inwoners",
        "/verken/gemeente/01001?open=inwoners&compare=land:L&since=5",
        "/en/glance/gemeente/01001?compare=gemeente:01002&since=5",
        `/embed/inwoners?${of("inwoners")}&show=map&set-classes=5`,
        `/databank?${selections[0]}&show=line`,
        "/w/0123456789abcdef?as=then",
        "/nieuws/golf-2025",
        "/methode/ranks",
      ],
    },
    {
      name: "picture",
      addresses: ["line", "map", "bar", "scatter"].map((show) => `/indicator/inwoners.svg?${of("inwoners")}&show=${show}&width=600`),
    },
    {
      name: "printed",
      addresses: [
        "/indicator/inwoners.png?level=gemeente&show=bar",
        "/vogelvlucht/gemeente/01001.pdf?compare=land:L",
        "/vogelvlucht/gemeente/01001.docx",
      ],
    },
    ...Object.entries(more).map(([name, addresses]) => ({ name, addresses })),
  ];
}
