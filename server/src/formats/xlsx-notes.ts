import type { CubeHead } from "@peil/core/formats/format.ts";
import { type Status, signs, statusNames } from "@peil/core/model/status.ts";
import { type Language, say, type Text } from "@peil/core/model/text.ts";
import type { CellValue } from "hucre/xlsx";

/** Names of the sheets in a language. */
export function sheetNames(language: Language): { readonly table: string; readonly figures: string; readonly notes: string } {
  if (language === "nl") return { table: "Tabel", figures: "Cijfers", notes: "Toelichting" };
  return { table: "Table", figures: "Figures", notes: "Notes" };
}

const meanings: Readonly<Record<Exclude<Status, 0>, Text>> = {
  1: { nl: "geen cijfer", en: "no figure" },
  2: { nl: "verborgen door de leverancier", en: "hidden by the supplier" },
  3: { nl: "niet van toepassing", en: "not applicable" },
  4: { nl: "onbekend", en: "unknown" },
  5: { nl: "onvolledig: van sommige gebieden ontbreekt het cijfer", en: "incomplete: some areas have no figure" },
  6: { nl: "niet beschikbaar op dit niveau", en: "not available on this level" },
  7: { nl: "verborgen om de privacy te beschermen", en: "hidden for privacy" },
};

const flagged = {
  nl: "geschat, een deelsom of van weinig respondenten: zie de kolom Opmerking bij de cijfers",
  en: "estimated, a partial sum or of few respondents: see the column Remark of the figures",
};

const words = {
  indicator: { nl: "Onderwerp", en: "Indicator" },
  code: { nl: "Code", en: "Code" },
  unit: { nl: "Eenheid", en: "Unit" },
  source: { nl: "Bron", en: "Source" },
  licence: { nl: "Licentie", en: "Licence" },
  address: { nl: "Adres", en: "Address" },
  release: { nl: "Publicatie", en: "Release" },
  note: { nl: "Opmerking", en: "Note" },
  interval: { nl: "Betrouwbaarheidsinterval", en: "Confidence interval" },
  signs: { nl: "Tekens", en: "Signs" },
  slanted: { nl: "schuin cijfer", en: "slanted figure" },
};

/** What a reader must know of the figures: indicators, sources, release, remarks, and what the signs mean. */
export function notesOf(head: CubeHead, language: Language): CellValue[][] {
  const line = (word: Text, text: string): CellValue[] => [say(word, language), text];
  const indicators = head.axes.find((axis) => axis.role === "indicator")?.members ?? [];
  return [
    ...indicators.flatMap((each) => [
      line(words.indicator, say(each.label, language)),
      line(words.code, each.code),
      ...(each.unit === undefined ? [] : [line(words.unit, say(each.unit, language))]),
    ]),
    ...head.sources.flatMap((source) => [
      line(words.source, say(source.name, language)),
      ...(source.licence === undefined ? [] : [line(words.licence, source.licence)]),
      ...(source.url === undefined ? [] : [line(words.address, source.url)]),
    ]),
    line(words.release, head.release),
    ...(head.interval ? [line(words.interval, `${head.interval.level} % (${head.interval.method})`)] : []),
    ...head.notes.map((note) => line(words.note, say(note.text, language))),
    [],
    [say(words.signs, language)],
    ...(head.flagged ? [line(words.slanted, say(flagged, language))] : []),
    ...meaningsOf(language).map(([name, sign, text]) => [sign ?? "", `${text} (${name})`]),
  ];
}

/** Every state: its name, its sign, and what it means. */
export function meaningsOf(language: Language): CellValue[][] {
  const states = Object.entries(meanings).map(([state, text]) => [Number(state) as Status, text] as const);
  return states.map(([state, text]) => [statusNames[state], signs[state], say(text, language)]);
}
