import type { ExploreRow, ExploreView } from "@peil/core/api-explore.ts";
import type { Text } from "@peil/core/model/text.ts";
import { exploreWords } from "../text/explore.ts";
import type { Voice } from "../text/voice.ts";
import { type ExploreChoice, type Facets, type Limit, passes, plainText } from "./explore-choice.ts";

/** Rows under one heading; without a heading where the list is not in the order of the themes. */
export type RowGroup = { readonly code: string; readonly name?: Text; readonly rows: readonly ExploreRow[] };

const known = new WeakMap<ExploreRow, Map<string, Facets>>();

/** What the limits ask of a row, worked out once per language. */
export function facetsOf(row: ExploreRow, voice: Voice): Facets {
  const own = known.get(row) ?? new Map<string, Facets>();
  known.set(row, own);
  const found = own.get(voice.language) ?? makeFacets(row, voice);
  own.set(voice.language, found);
  return found;
}

function makeFacets(row: ExploreRow, voice: Voice): Facets {
  const word = row.beside[0]?.word;
  const isGood = row.rating === "higher" || row.rating === "lower";
  return {
    name: plainText(voice.say(row.indicator.name)),
    themes: row.themes,
    kind: [row.indicator.kind],
    rating: [isGood ? row.rating : "none"],
    moved: row.movement ? [row.movement] : [],
    beside: word === undefined ? [] : word === "better" || word === "worse" ? [word, directionOf(word, row)] : [word],
    judged: row.judgement ? [row.judgement] : [],
  };
}

/** Which way a word of the rating points: up is higher. */
export function directionOf(word: "better" | "worse", { rating }: Pick<ExploreRow, "rating">): "higher" | "lower" {
  return (word === "better") === (rating === "higher") ? "higher" : "lower";
}

/** The list in the order that is asked, all rows in it; each stands once, under the first theme that has it. */
export function groupsOf(view: ExploreView, choice: ExploreChoice, voice: Voice): readonly RowGroup[] {
  const byCode = new Map(view.rows.map((row) => [row.indicator.code, row]));
  if (choice.sort === "name") {
    const order = new Intl.Collator(voice.language);
    return [{ code: "", rows: view.rows.toSorted((a, b) => order.compare(voice.say(a.indicator.name), voice.say(b.indicator.name))) }];
  }
  if (choice.sort === "difference") {
    const size = (row: ExploreRow): number => Math.abs(row.beside[0]?.distance ?? -1);
    const far = (row: ExploreRow): boolean => row.beside[0]?.distance !== undefined;
    return [{ code: "", rows: view.rows.toSorted((a, b) => Number(far(b)) - Number(far(a)) || size(b) - size(a)) }];
  }
  const seen = new Set<string>();
  const themed = view.themes.flatMap(({ theme, indicators }) => {
    const rows = indicators.filter((code) => !seen.has(code)).flatMap((code) => byCode.get(code) ?? []);
    for (const row of rows) seen.add(row.indicator.code);
    return rows.length > 0 ? [{ code: theme.code, name: theme.name, rows }] : [];
  });
  const rest = view.rows.filter((row) => !seen.has(row.indicator.code));
  return rest.length > 0 ? [...themed, { code: "", name: other(voice), rows: rest }] : themed;
}

function other(voice: Voice): Text {
  const text = exploreWords(voice).other;
  return { nl: text, [voice.language]: text };
}

/** How many rows of the whole list have something. */
export function countOf(rows: readonly ExploreRow[], key: Limit, value: string, voice: Voice): number {
  return rows.filter((row) => facetsOf(row, voice)[key].includes(value)).length;
}

/** The codes of the rows that pass the limits. */
export function shownOf(rows: readonly ExploreRow[], choice: ExploreChoice, voice: Voice): ReadonlySet<string> {
  return new Set(rows.filter((row) => passes(facetsOf(row, voice), choice)).map((row) => row.indicator.code));
}
