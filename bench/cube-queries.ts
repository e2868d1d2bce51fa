import { ids, sizes } from "./cube-data.ts";

/** One question of the set: as the address that a reader sends, and as SQL that an expert would write for it. */
export type Question = { readonly kind: Kind; readonly address: string; readonly sql: string };

/** The four kinds of questions, as in the published baselines. */
export type Kind = "300 municipalities, one year" | "one sector, all years" | "crosstab of one sector" | "top 10 municipalities";

/** All kinds, in the order of the report. */
export const kinds: readonly Kind[] = [
  "300 municipalities, one year",
  "one sector, all years",
  "crosstab of one sector",
  "top 10 municipalities",
];

/** A small generator of numbers with a fixed seed (mulberry32), so every run asks the same questions. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below);
  };
}

/** Questions with random years, sectors and members. `table` is the qualified name of the cells. */
export function questions(count: number, table: string, seed = 7): readonly Question[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, n) => question(kinds[n % kinds.length] ?? kinds[0] ?? "crosstab of one sector", table, random));
}

function question(kind: Kind, table: string, random: (below: number) => number): Question {
  const year = sizes.firstYear + random(sizes.years);
  const period = 1_000_000 + year * 100 + 1;
  const age = random(19);
  const origin = random(10);
  const sector = random(sizes.sectors);
  const filter = `m2 = ${ids.member[1](age)} AND m3 = ${ids.member[2](origin)}`;
  const members = `member=age_${age},origin_${origin}`;
  switch (kind) {
    case "300 municipalities, one year":
      return {
        kind,
        address: `indicator=people&level=municipality&period=${year}&${members}`,
        sql: `SELECT area, sum(value) FROM ${table} WHERE level = 1 AND period = ${period} AND ${filter} GROUP BY area`,
      };
    case "one sector, all years":
      return {
        kind,
        address: `indicator=people&level=sector&area=S${sector}&period=all&${members}`,
        sql: `SELECT period, sum(value) FROM ${table} WHERE level = 2 AND area = ${ids.sector(sector)} AND ${filter} GROUP BY period`,
      };
    case "crosstab of one sector":
      return {
        kind,
        address: `indicator=people&level=sector&area=S${sector}&period=${year}&by=age,origin`,
        sql: `SELECT m2, m3, sum(value) FROM ${table} WHERE level = 2 AND area = ${ids.sector(sector)} AND period = ${period} GROUP BY m2, m3`,
      };
    case "top 10 municipalities":
      return {
        kind,
        address: `indicator=people&level=municipality&period=${year}&${members}`,
        sql: `SELECT area, sum(value) AS v FROM ${table} WHERE level = 1 AND period = ${period} AND ${filter} GROUP BY area ORDER BY v DESC, area LIMIT 10`,
      };
  }
}
