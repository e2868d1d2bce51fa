import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import type { IndicatorDetails } from "@peil/core/api.ts";
import { explainError, fail, PeilError } from "@peil/core/errors.ts";
import type { Figures } from "@peil/core/formats/format.ts";
import type { Level } from "@peil/core/model/area.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { type Language, say, type Text } from "@peil/core/model/text.ts";
import { findLevel } from "@peil/core/query/choose.ts";
import { coverageOfIndicator } from "@peil/core/query/coverage.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import { answerInSlabs } from "../answer-in-slabs.ts";
import { type ThemeIndicator, writeThemeBook } from "../formats/theme-book.ts";
import type { Release } from "../release.ts";
import { availableOf, changedOf, detailsOf } from "./details.ts";
import { readSelection, releaseIn } from "./question.ts";
import { releaseOf, type Scope } from "./scope.ts";
import { themesOf } from "./theme-tree.ts";

/** A workbook on its way: what the file is called, the release that answers, and its bytes as they are made. */
export type Workbook = { readonly name: string; readonly release: string; readonly chunks: AsyncIterable<Uint8Array> };

/**
 * A theme as a workbook: every visible indicator on a level, in all periods unless the query names some; those that have no figures there are
 * in the contents. Every key of a selection can be set in the query, as for a file of one indicator. @throws `not-found` and what the query does wrong
 */
export async function themeWorkbook(scope: Scope, code: string, query: string, language: Language, address?: string): Promise<Workbook> {
  return workbookOf(await releaseOf(scope, releaseIn(query)), code, query, language, address);
}

/**
 * Writes a theme as a workbook to a file: the same as `/theme/{code}.xlsx` gives.
 * @param query a selection, such as `level=gemeente`; empty: the level that readers know, all periods
 */
export async function writeThemeWorkbook(file: string, release: Release, code: string, language: Language, query = ""): Promise<void> {
  await pipeline(workbookOf(release, code, query, language).chunks, createWriteStream(file));
}

function workbookOf(release: Release, code: string, query: string, language: Language, address?: string): Workbook {
  const { catalogue } = release;
  const themes = themesOf(catalogue);
  const theme = themes.find(code) ?? fail("not-found", { what: code });
  const indicators = themes.below(theme.code);
  const defaults = { indicators: [""], level: defaultLevel(release, indicators), periods: { kind: "all" } as const };
  const given = readSelection(catalogue, query, defaults);
  const level = findLevel(catalogue, given.level);
  const book = {
    name: theme.name,
    level: level.name,
    release: release.id,
    ...(address === undefined ? {} : { address }),
    indicators: indicators.map((each) => bookedOf(release, each, level, given, language)),
  };
  return { name: `${theme.code}-${level.alias}`, release: release.id, chunks: writeThemeBook(book, language) };
}

/** The level that readers know where the theme has any figures there, else the one on which most of its indicators have. */
function defaultLevel({ catalogue }: Release, indicators: readonly Indicator[]): string {
  const counts = new Map<number, number>();
  for (const each of indicators) for (const id of coverageOfIndicator(catalogue, each).keys()) counts.set(id, (counts.get(id) ?? 0) + 1);
  const home = findLevel(catalogue, catalogue.site.homeLevel);
  const [most] = [...counts].sort(([a, one], [b, two]) => two - one || a - b);
  const chosen = counts.has(home.id) || most === undefined ? home : catalogue.levelById(most[0]);
  return (chosen ?? home).alias;
}

function bookedOf(release: Release, indicator: Indicator, level: Level, given: Selection, language: Language): ThemeIndicator {
  const { catalogue } = release;
  const available = availableOf(catalogue, indicator).map(({ of: _, ...each }) => each);
  const details = detailsOf(catalogue, indicator, available);
  const changed = changedOf(catalogue, indicator, release.changed);
  const { code, name, unit, decimals, source } = details;
  return {
    ...{ code, name, unit, decimals },
    ...(source === undefined ? {} : { source: source.name }),
    about: aboutOf({ ...details, breaks: [], ...(changed === undefined ? {} : { changed }) }, level, language),
    figures: async () => {
      if (available.some((each) => each.level.alias === level.alias)) return figuresOf(release, selectionOf(indicator, given), language);
      const others = available.map((each) => say(each.level.name, language)).join(", ");
      return `${say(elsewhere, language)}: ${others || "–"}`;
    },
  };
}

/** Figures without totals are given as they were loaded, unless the query says how to split them. */
function selectionOf(indicator: Indicator, given: Selection): Selection {
  const loaded = indicator.shape === "cube" && indicator.dataType !== "count" ? (indicator.dimensionLevels ?? []) : [];
  return { ...given, indicators: [indicator.code], by: given.by.length > 0 ? given.by : loaded };
}

/** The figures, or why there are none. */
async function figuresOf(release: Release, selection: Selection, language: Language): Promise<Figures | string> {
  try {
    return await answerInSlabs(release, selection);
  } catch (error) {
    if (!(error instanceof PeilError)) throw error;
    const { message, mend } = explainError(error, language);
    return `${message} ${mend}`;
  }
}

const elsewhere = { nl: "Geen cijfers op dit niveau; wel op", en: "No figures on this level; there are on" };

const words = {
  description: { nl: "Definitie", en: "Definition" },
  unit: { nl: "Eenheid", en: "Unit" },
  dataType: { nl: "Soort cijfer", en: "Type of figure" },
  decimals: { nl: "Decimalen", en: "Decimals" },
  source: { nl: "Bron", en: "Source" },
  publisher: { nl: "Uitgever", en: "Publisher" },
  url: { nl: "Adres van de bron", en: "Address of the source" },
  licence: { nl: "Licentie", en: "Licence" },
  licenceUrl: { nl: "Adres van de licentie", en: "Address of the licence" },
  referenceDate: { nl: "Referentiedatum", en: "Reference date" },
  formula: { nl: "Formule", en: "Formula" },
  inWords: { nl: "Formule in woorden", en: "Formula in words" },
  weight: { nl: "Gewogen met", en: "Weighted by" },
  method: { nl: "Meer over de methode", en: "More on the method" },
  footnote: { nl: "Voetnoot", en: "Footnote" },
  periods: { nl: "Periodes op dit niveau", en: "Periods on this level" },
  levels: { nl: "Niveaus met cijfers", en: "Levels with figures" },
  provisional: { nl: "Voorlopige periodes", en: "Provisional periods" },
  forecastFrom: { nl: "Prognose vanaf", en: "Forecast from" },
  changed: { nl: "Laatst bijgewerkt", en: "Last updated" },
} as const;

/** Everything said about an indicator, by the same words for each. */
function aboutOf(details: IndicatorDetails, level: Level, language: Language): ThemeIndicator["about"] {
  const { source, formula, weight, available } = details;
  const inLanguage = (text: Text | undefined): string => (text === undefined ? "" : say(text, language));
  const periods = available.find((each) => each.level.alias === level.alias)?.periods ?? [];
  const said: Readonly<Record<keyof typeof words, string | undefined>> = {
    description: inLanguage(details.description),
    unit: inLanguage(details.unit),
    dataType: details.dataType,
    decimals: String(details.decimals),
    source: inLanguage(source?.name),
    publisher: source?.publisher,
    url: source?.url,
    licence: source?.licence,
    licenceUrl: source?.licenceUrl,
    referenceDate: inLanguage(source?.referenceDate),
    formula: formula?.text,
    inWords: inLanguage(formula?.words),
    weight: inLanguage(weight?.name),
    method: inLanguage(details.more),
    footnote: inLanguage(details.footnote),
    periods: periods.length > 1 ? `${periods[0]} … ${periods.at(-1)} (${periods.length})` : periods[0],
    levels: available.map((each) => inLanguage(each.level.name)).join(", "),
    provisional: details.provisional.join(", "),
    forecastFrom: details.forecastFrom,
    changed: details.changed?.slice(0, 10),
  };
  return (Object.keys(words) as (keyof typeof words)[]).map((key) => ({ word: words[key], text: said[key] ?? "" }));
}
