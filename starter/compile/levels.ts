import type { ExchangeLevel } from "../../core/src/model/exchange.ts";

/** What a level needs to say about itself; the rest follows. */
type Kind = Pick<ExchangeLevel, "base" | "name" | "plural">;

const kinds = {
  gewest: { base: "gewest", name: { nl: "gewest", en: "region" }, plural: { nl: "gewesten", en: "regions" } },
  provincie: { base: "provincie", name: { nl: "provincie", en: "province" }, plural: { nl: "provincies", en: "provinces" } },
  refreg: {
    base: "refreg",
    name: { nl: "referentieregio", en: "reference region" },
    plural: { nl: "referentieregio's", en: "reference regions" },
  },
  vervoerregio: {
    base: "vervoerregio",
    name: { nl: "vervoerregio", en: "transport region" },
    plural: { nl: "vervoerregio's", en: "transport regions" },
  },
  arrondiss: {
    base: "arrondiss",
    name: { nl: "arrondissement", en: "arrondissement" },
    plural: { nl: "arrondissementen", en: "arrondissements" },
  },
  elz: {
    base: "elz",
    name: { nl: "eerstelijnszone", en: "primary care zone" },
    plural: { nl: "eerstelijnszones", en: "primary care zones" },
  },
  politiezone: { base: "politiezone", name: { nl: "politiezone", en: "police zone" }, plural: { nl: "politiezones", en: "police zones" } },
  gemeente: { base: "gemeente", name: { nl: "gemeente", en: "municipality" }, plural: { nl: "gemeenten", en: "municipalities" } },
  deelgemeente: {
    base: "deelgemeente",
    name: { nl: "deelgemeente", en: "sub-municipality" },
    plural: { nl: "deelgemeenten", en: "sub-municipalities" },
  },
} as const satisfies Record<string, Kind>;

/** A kind of area with a note behind its names that tells which division is meant. */
function noted(kind: Kind, nl: string, en: string): Kind {
  return {
    base: kind.base,
    name: { nl: `${kind.name.nl} (${nl})`, en: `${kind.name.en} (${en})` },
    plural: { nl: `${kind.plural.nl} (${nl})`, en: `${kind.plural.en} (${en})` },
  };
}

const until = (kind: Kind, year: number): Kind => noted(kind, `tot en met ${year}`, `up to ${year}`);
const between = (kind: Kind): Kind => noted(kind, "2019–2024", "2019–2024");

type Row = readonly [alias: string, division: string, kind: Kind, from?: number | undefined, to?: number];

const rows: readonly Row[] = [
  ["gewest", "gewest", kinds.gewest],
  ["provincie", "provincie@2025", kinds.provincie, 2025],
  ["provincie2024", "provincie@2024", until(kinds.provincie, 2024), undefined, 2024],
  ["refreg", "refreg", kinds.refreg],
  ["vervoerregio", "vervoerregio", kinds.vervoerregio],
  ["arrondiss", "arrondiss@2025", kinds.arrondiss, 2025],
  ["arrondiss2024", "arrondiss@2019", between(kinds.arrondiss), 2019, 2024],
  ["arrondiss2018", "arrondiss@2018", until(kinds.arrondiss, 2018), undefined, 2018],
  ["elz", "elz", kinds.elz],
  ["politiezone", "politiezone", kinds.politiezone],
  ["gemeente", "gemeente@2025", kinds.gemeente, 2025],
  ["gemeente2024", "gemeente@2019", between(kinds.gemeente), 2019, 2024],
  ["gemeente2018", "gemeente@2018", until(kinds.gemeente, 2018), undefined, 2018],
  ["deelgemeente", "deelgemeente@2025", kinds.deelgemeente, 2025],
  ["deelgemeente2024", "deelgemeente@2024", until(kinds.deelgemeente, 2024), undefined, 2024],
];

/**
 * The levels of the starter content, coarse to fine, today's division before the older ones. All of them cover the
 * territory for which they exist (reference and transport regions: Flanders), without overlap.
 */
export const levels: readonly ExchangeLevel[] = rows.map(([alias, division, kind, from, to], at) => ({
  alias,
  division,
  ...kind,
  type: "area",
  covers: true,
  sequence: at + 1,
  ...(from === undefined ? {} : { validFrom: from }),
  ...(to === undefined ? {} : { validTo: to }),
}));

/** Aliases of the levels, for use in SQL lists. */
export const aliases: readonly string[] = levels.map((each) => each.alias);
