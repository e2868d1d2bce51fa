import type { EndpointEntry } from "@peil/core/api-catalogue.ts";
import type { Parameter } from "@peil/core/api-parameters.ts";
import { inPath, selectionKeysAsked, selectionOfPath } from "@peil/core/api-parameters.ts";
import { formats } from "../formats/index.ts";
import { serviceEndpoints } from "./service-endpoints.ts";

const format: Parameter = {
  name: "format",
  in: "path",
  required: true,
  schema: { type: "string", enum: formats.map((each) => each.extension) },
  meaning: { nl: "Extensie van het formaat.", en: "Extension of the format." },
  example: "csv",
};

const document: Parameter = { ...format, name: "document", schema: { type: "string", enum: ["pdf", "docx"] }, example: "pdf" };

const types = formats.map((each) => each.mediaType);
const scans = ["application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"];

/**
 * What machines can ask outside the route table, one entry an address: OpenAPI and the page that explains everything are made of
 * it. `example` may hold slots such as `{indicator}`, as in `Parameter.example`.
 */
export const endpoints: readonly EndpointEntry[] = [
  {
    name: "dataFile",
    group: "files",
    method: "GET",
    path: "/api/v1/data.{format}",
    summary: { nl: "De cijfers van een selectie als bestand.", en: "The figures of a selection as a file." },
    parameters: [format, ...selectionKeysAsked],
    mediaTypes: types,
    example: "/api/v1/data.csv?indicator={indicator}&level={level}",
  },
  {
    name: "indicatorFile",
    group: "files",
    method: "GET",
    path: "/indicator/{code}.{format}",
    summary: { nl: "De cijfers achter de pagina van een onderwerp.", en: "The figures behind the page of an indicator." },
    parameters: [inPath.indicator, format, ...selectionOfPath],
    mediaTypes: types,
    example: "/indicator/{indicator}.csv?level={level}",
  },
  ...(["svg", "png"] as const).map(
    (kind): EndpointEntry => ({
      name: `indicator${kind === "svg" ? "Svg" : "Png"}`,
      group: "files",
      method: "GET",
      path: `/indicator/{code}.${kind}`,
      summary: {
        nl: `De tekening van een onderwerp als ${kind.toUpperCase()}.`,
        en: `The drawing of an indicator as ${kind.toUpperCase()}.`,
      },
      parameters: [inPath.indicator, ...selectionOfPath],
      mediaTypes: [kind === "svg" ? "image/svg+xml" : "image/png"],
      example: `/indicator/{indicator}.${kind}?level={level}&area={area}`,
    }),
  ),
  {
    name: "areaFile",
    group: "files",
    method: "GET",
    path: "/area/{level}/{code}.{format}",
    summary: { nl: "Alle onderwerpen van een gebied.", en: "Every indicator of an area." },
    parameters: [inPath.level, inPath.area, format],
    mediaTypes: types,
    example: "/area/{level}/{area}.csv",
  },
  {
    name: "themeFile",
    group: "files",
    method: "GET",
    path: "/theme/{code}.{format}",
    summary: { nl: "De nieuwste cijfers van een thema voor alle gebieden.", en: "The newest figures of a theme for all areas." },
    parameters: [inPath.theme, format],
    mediaTypes: types,
    example: "/theme/{theme}.csv",
  },
  {
    name: "scan",
    group: "files",
    method: "GET",
    path: "/vogelvlucht/{level}/{code}.{document}",
    summary: { nl: "De beknopte scan van een gebied.", en: "The short scan of an area." },
    parameters: [inPath.level, inPath.area, document],
    mediaTypes: scans,
    example: "/vogelvlucht/{level}/{area}.pdf",
  },
  {
    name: "shareWorkspace",
    group: "site",
    method: "POST",
    path: "/api/v1/workspaces",
    summary: {
      nl: "Bewaart een werkruimte; het antwoord is de hash van haar korte link `/w/{hash}`.",
      en: "Keeps a workspace; the answer is the hash of its short link `/w/{hash}`.",
    },
    parameters: [],
    body: "application/json",
    status: 201,
    mediaTypes: ["application/json"],
  },
  {
    name: "openapi",
    group: "site",
    method: "GET",
    path: "/openapi.json",
    summary: { nl: "Deze beschrijving, voor programma's.", en: "This description, for programs." },
    standard: { name: "OpenAPI 3.1", url: "https://spec.openapis.org/oas/v3.1.0" },
    parameters: [],
    mediaTypes: ["application/json"],
    example: "/openapi.json",
  },
  {
    name: "sitemap",
    group: "following",
    method: "GET",
    path: "/sitemap.xml",
    summary: { nl: "Alle pagina's in alle talen.", en: "Every page in every language." },
    standard: { name: "Sitemaps 0.9", url: "https://www.sitemaps.org/protocol.html" },
    parameters: [],
    mediaTypes: ["application/xml"],
    example: "/sitemap.xml",
  },
  {
    name: "releasesFeed",
    group: "following",
    method: "GET",
    path: "/releases.atom",
    summary: { nl: "De publicaties, nieuwste eerst.", en: "The releases, newest first." },
    standard: { name: "Atom (RFC 4287)", url: "https://www.rfc-editor.org/rfc/rfc4287" },
    parameters: [],
    mediaTypes: ["application/atom+xml"],
    example: "/releases.atom",
  },
  ...serviceEndpoints,
];
