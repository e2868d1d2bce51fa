import type { TreeCoverage, TreeIndicator, TreeLevel, TreeNode, TreeView } from "@peil/core/api-databank.ts";

/** Numbers that look random and are the same every time. */
function openDice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1664525 + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const subjects =
  "Inwoners Huishoudens Leerlingen Werkzoekenden Woningen Bedrijven Geboorten Verhuizingen Ongevallen Leefloners Zelfstandigen Studenten".split(
    " ",
  );
const groups =
  "jonger dan 18 jaar,van 18 tot en met 64 jaar,van 65 jaar en ouder,met een beperking,van buiten de EU,met een bijstandsuitkering".split(
    ",",
  );
const traits =
  "vrouwen,mannen,alleenstaanden,koppels met kinderen,éénoudergezinnen,laaggeschoolden,hooggeschoolden,eigenaars,huurders".split(",");
const measures = "aantal,aandeel,groei in vijf jaar,per 1 000 inwoners,gemiddelde,mediaan".split(",");
const themes = "Bevolking,Wonen,Werk,Economie,Onderwijs,Zorg,Mobiliteit,Milieu,Veiligheid,Cultuur,Armoede,Integratie,Bestuur,Ruimte".split(
  ",",
);

const levels: readonly TreeLevel[] = ["gewest", "provincie", "arrondissement", "gemeente", "deelgemeente", "sector"].map(
  (alias, at, all) => ({
    alias,
    name: { nl: alias, en: `${alias} (en)` },
    plural: { nl: `${alias}en`, en: `${alias}s` },
    count: [1, 5, 22, 285, 1119, 10_600][at] ?? 1,
    within: all.slice(0, at),
  }),
);

/** A theme tree of the size that sites of provinces have: about a tenth folders, most indicators in more than one place. */
export function largeTree(places: number): TreeView {
  const dice = openDice(7);
  const pick = <T>(list: readonly T[]): T => list[dice(list.length)] as T;
  const coverages = Array.from({ length: 300 }, () => coverageOf(dice));
  const indicators = Array.from({ length: Math.round(places * 0.6) }, (_, at): TreeIndicator => {
    const name = `${pick(subjects)} ${pick(groups)}, ${pick(traits)}: ${pick(measures)}`;
    return {
      code: `v${at}_${dice(10_000)}`,
      name: { nl: name, en: `${name} (English)` },
      unit: dice(measures.length),
      shape: pick(["flat", "flat", "flat", "cube"] as const),
      kind: pick(["register", "register", "survey", "gis"] as const),
      ...(dice(3) === 0 ? { derived: true as const } : {}),
      covers: dice(coverages.length),
    };
  });
  const nodes: TreeNode[] = [];
  const folder = (name: string, parent?: number): number => {
    const at = nodes.length;
    nodes.push({ ...(parent === undefined ? {} : { parent }), code: `f${at}`, name: { nl: name, en: `${name} (en)` } });
    return at;
  };
  while (nodes.length < places) {
    const theme = folder(`${pick(themes)} ${nodes.length}`);
    for (let sub = 0; sub < 8 && nodes.length < places; sub++) {
      const below = folder(`${pick(subjects)} ${pick(groups)}`, theme);
      for (let item = 0; item < 12 && nodes.length < places; item++) {
        const alias = dice(5) === 0 ? { alias: { nl: `${pick(subjects)} ${pick(traits)}` } } : {};
        nodes.push({ parent: below, indicator: dice(indicators.length), ...alias });
      }
    }
  }
  const units = measures.map((nl) => ({ nl, en: "unit" }));
  return { nodes, indicators, units, coverages, levels, groups: [], home: "gemeente", benchmark: { level: "gewest", code: "gewest" } };
}

function coverageOf(dice: (below: number) => number): readonly TreeCoverage[] {
  const first = 1990 + dice(30);
  return levels
    .slice(0, 1 + dice(levels.length))
    .map(({ alias }) => ({ level: alias, first: String(first), last: "2024", count: 2025 - first }));
}
