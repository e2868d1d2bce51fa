import type { Language } from "@peil/core/model/text.ts";

/** What is said of the files of a whole release. */
export type BulkWords = {
  readonly title: string;
  readonly intro: string;
  readonly label: string;
  readonly count: (files: string, size: string) => string;
  readonly file: string;
  readonly size: string;
  readonly checksum: string;
  readonly show: (files: string) => string;
  readonly sums: string;
  readonly index: string;
  readonly catalogue: string;
};

const nl: BulkWords = {
  title: "Alles in één keer",
  intro:
    "Alle cijfers van de huidige publicatie als bestanden: per onderwerp alle gebieden en periodes (CSV en Parquet), per thema een Excel-werkmap, en de hele site in uitwisselformaat.",
  label: "Bestanden",
  count: (files, size) => `${files} bestanden, ${size}`,
  file: "Bestand",
  size: "Grootte",
  checksum: "Controlegetal (SHA-256)",
  show: (files) => `Toon de ${files} bestanden`,
  sums: "Alle controlegetallen",
  index: "Lijst voor programma’s",
  catalogue: "Catalogus (DCAT-AP Vlaanderen)",
};

const en: BulkWords = {
  title: "Everything at once",
  intro:
    "All figures of the current release as files: per topic all areas and periods (CSV and Parquet), per theme an Excel workbook, and the whole site in exchange format.",
  label: "Files",
  count: (files, size) => `${files} files, ${size}`,
  file: "File",
  size: "Size",
  checksum: "Checksum (SHA-256)",
  show: (files) => `Show the ${files} files`,
  sums: "All checksums",
  index: "List for programs",
  catalogue: "Catalogue (DCAT-AP Flanders)",
};

/** The words in a language. */
export function bulkWords(language: Language): BulkWords {
  return language === "nl" ? nl : en;
}
