import type { EndpointEntry } from "@peil/core/api-catalogue.ts";
import { inPath, type Parameter } from "@peil/core/api-parameters.ts";
import { sdmxCsv } from "@peil/core/formats/sdmx-csv.ts";
import { sdmxJson } from "@peil/core/formats/sdmx-json.ts";

const asked = (name: string, nl: string, en: string, example?: string): Parameter => ({
  ...{ name, in: "query", schema: { type: "string", maxLength: 8000 }, meaning: { nl, en } },
  ...(example === undefined ? {} : { example }),
});

const sdmx: readonly EndpointEntry[] = [
  {
    name: "sdmxStructure",
    group: "sdmx",
    method: "GET",
    path: "/sdmx/v2/structure/dataflow",
    summary: {
      nl: "Elk onderwerp als dataflow; erachter `/{agency}/{id}/{version}`, met `references` ook de structuur en de codelijsten.",
      en: "Every indicator as a dataflow; behind it `/{agency}/{id}/{version}`, with `references` also structure and code lists.",
    },
    standard: { name: "SDMX 3.0 REST", url: "https://github.com/sdmx-twg/sdmx-rest" },
    parameters: [
      asked(
        "references",
        "Wat erbij komt: `none`, `children`, `descendants`, `all` …",
        "What comes along: `none`, `children`, `descendants`, `all` …",
      ),
      asked("detail", "`full` of `allstubs` …", "`full` or `allstubs` …"),
    ],
    mediaTypes: ["application/vnd.sdmx.structure+json"],
    example: "/sdmx/v2/structure/dataflow",
  },
  {
    name: "sdmxData",
    group: "sdmx",
    method: "GET",
    path: "/sdmx/v2/data/dataflow/*/{code}/*",
    summary: { nl: "De cijfers van een dataflow; erachter een sleutel.", en: "The figures of a dataflow; a key behind it." },
    standard: { name: "SDMX 3.0 REST", url: "https://github.com/sdmx-twg/sdmx-rest" },
    parameters: [
      inPath.indicator,
      asked("c[TIME_PERIOD]", "Periodes, met `ge:` en `le:`.", "Periods, with `ge:` and `le:`."),
      asked("lastNObservations", "Zoveel laatste waarnemingen van elke reeks.", "So many last observations of each series.", "1"),
    ],
    mediaTypes: [sdmxJson.mediaType, sdmxCsv.mediaType],
    example: "/sdmx/v2/data/dataflow/*/{indicator}/*?lastNObservations=1",
  },
];

const odata = { name: "OData 4.0", url: "https://docs.oasis-open.org/odata/odata/v4.0/odata-v4.0-part1-protocol.html" };

const swing: readonly EndpointEntry[] = [
  {
    name: "odata",
    group: "swing",
    method: "GET",
    path: "/jiveservices/odata",
    summary: {
      nl: "OData-dienst, ook onder `/viewerservices/odata`: wat Power BI, Excel en bestaande programma's lezen.",
      en: "OData service, also below `/viewerservices/odata`: what Power BI, Excel and existing programs read.",
    },
    standard: odata,
    parameters: [],
    mediaTypes: ["application/json"],
    example: "/jiveservices/odata",
  },
  {
    name: "odataVariables",
    group: "swing",
    method: "GET",
    path: "/jiveservices/odata/Variables",
    summary: { nl: "De onderwerpen; `('code')` kiest er een.", en: "The indicators; `('code')` chooses one." },
    standard: odata,
    parameters: [
      asked("$filter", "Voorwaarde, zoals `contains(Name,'…')`.", "Condition, such as `contains(Name,'…')`."),
      asked("$select", "Kolommen.", "Columns."),
      asked("$orderby", "Volgorde.", "Order.", "Name"),
      asked("$top", "Hoeveel hoogstens.", "How many at most.", "2"),
      asked("$skip", "Hoeveel er overgeslagen worden.", "How many are passed over."),
      asked("$count", "`true`: zeg ook hoeveel er zijn.", "`true`: say also how many there are.", "true"),
    ],
    mediaTypes: ["application/json"],
    example: "/jiveservices/odata/Variables",
  },
  {
    name: "selectionTable",
    group: "swing",
    method: "GET",
    path: "/jive/selectiontableasjson.ashx",
    summary: {
      nl: "Een tabel van een selectie, ook onder `/viewer/` en `/databank/`.",
      en: "A table of a selection, also below `/viewer/` and `/databank/`.",
    },
    parameters: [
      asked("var", "Codes van onderwerpen, met komma's.", "Codes of indicators, by commas.", "{indicator}"),
      asked("geolevel", "Gebiedsniveau.", "Area level.", "{level}"),
      asked("period", "Periodes, of `mrp` voor de jongste.", "Periods, or `mrp` for the newest.", "mrp"),
    ],
    mediaTypes: ["application/json"],
    example: "/jive/selectiontableasjson.ashx?var={indicator}&geolevel={level}&period=mrp",
  },
];

const uploads: readonly EndpointEntry[] = [
  {
    name: "upload",
    group: "keys",
    method: "POST",
    path: "/jiveservices/BulkAPI.ashx",
    summary: {
      nl: "Brengt bestanden in de werkversie, met een sleutel die mag opladen; publiceert niets.",
      en: "Brings files into the working copy, with a key that may upload; publishes nothing.",
    },
    parameters: [],
    body: "multipart/form-data",
    mediaTypes: ["text/plain"],
  },
];

const open: readonly EndpointEntry[] = [
  {
    name: "bulk",
    group: "bulk",
    method: "GET",
    path: "/bulk/index.json",
    summary: {
      nl: "De bestanden van de hele publicatie: per onderwerp CSV en Parquet, per thema Excel, alles in uitwisselformaat, met grootte en SHA-256.",
      en: "The files of the whole release: CSV and Parquet per indicator, Excel per theme, all in exchange format, with size and SHA-256.",
    },
    parameters: [],
    mediaTypes: ["application/json"],
  },
  {
    name: "catalogue",
    group: "linked",
    method: "GET",
    path: "/catalog",
    summary: { nl: "De catalogus van open data; ook `.ttl` en `.jsonld`.", en: "The catalogue of open data; also `.ttl` and `.jsonld`." },
    standard: { name: "DCAT-AP Vlaanderen", url: "https://data.vlaanderen.be/doc/applicatieprofiel/DCAT-AP-VL/" },
    parameters: [],
    mediaTypes: ["text/turtle", "application/ld+json"],
    example: "/catalog",
  },
  {
    name: "changes",
    group: "linked",
    method: "GET",
    path: "/ldes",
    summary: { nl: "Wat er veranderde, als stroom; ook `.ttl` en `.jsonld`.", en: "What changed, as a stream; also `.ttl` and `.jsonld`." },
    standard: { name: "LDES", url: "https://w3id.org/ldes/specification" },
    parameters: [],
    mediaTypes: ["text/turtle", "application/ld+json"],
    example: "/ldes",
  },
  {
    name: "assistants",
    group: "assistants",
    method: "POST",
    path: "/mcp",
    summary: {
      nl: "Gereedschap voor AI-assistenten, waar de site het aangezet heeft.",
      en: "Tools for AI assistants, where the site has switched them on.",
    },
    standard: { name: "Model Context Protocol", url: "https://modelcontextprotocol.io/specification" },
    parameters: [],
    body: "application/json",
    mediaTypes: ["application/json"],
  },
];

/** The services that follow a protocol of their own, in the order in which they are explained. */
export const serviceEndpoints: readonly EndpointEntry[] = [...sdmx, ...swing, ...open, ...uploads];
