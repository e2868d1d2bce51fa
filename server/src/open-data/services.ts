import type { Text } from "@peil/core/model/text.ts";

/** A way in which programs ask for figures, as catalogues of open data list it. */
export type Service = {
  readonly code: string;
  readonly title: Text;
  readonly description: Text;
  /** Where programs begin, and what describes it, as paths of the site. */
  readonly path: string;
  readonly described: string;
  /** Address of the standard. */
  readonly standard?: string;
};

/** Every service of a site. */
export const services: readonly Service[] = [
  {
    code: "api",
    title: { nl: "API van de site", en: "API of the site" },
    description: {
      nl: "Alle cijfers en hun beschrijving als JSON en in elk bestandsformaat, zonder sleutel.",
      en: "All figures and their description as JSON and in every file format, without a key.",
    },
    path: "/api/v1",
    described: "/openapi.json",
    standard: "https://spec.openapis.org/oas/v3.1.0",
  },
  {
    code: "odata",
    title: { nl: "OData", en: "OData" },
    description: {
      nl: "De cijfers voor Power BI, Excel en andere OData-programma's.",
      en: "The figures for Power BI, Excel and other OData programs.",
    },
    path: "/viewerservices/odata",
    described: "/viewerservices/odata/$metadata",
    standard: "https://docs.oasis-open.org/odata/odata/v4.01/odata-v4.01-part1-protocol.html",
  },
  {
    code: "sdmx",
    title: { nl: "SDMX", en: "SDMX" },
    description: { nl: "Structuren en cijfers volgens SDMX 3.0.", en: "Structures and figures according to SDMX 3.0." },
    path: "/sdmx/v2",
    described: "/sdmx/v2/structure/dataflow",
    standard: "https://github.com/sdmx-twg/sdmx-rest",
  },
];
