import { type Catalogue, type Coverage, openCatalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { parsePeriod } from "@peil/core/model/period.ts";
import { largeTree } from "./tree-data.ts";

/** A catalogue of so many indicators, a third of them formulas, with figures on some levels in some years. */
export function largeCatalogue(count: number): Catalogue {
  const tree = largeTree(Math.ceil(count / 0.6));
  const levels = tree.levels.map(({ alias, name, plural }, at) => ({
    ...{ id: at + 1, division: alias, alias, base: alias, name, plural },
    ...({ type: "area", covers: true, sequence: at + 1 } as const),
  }));
  const areas = levels.map(({ id, alias, name }) => ({ id, level: id, code: alias, name, sequence: 1, pseudo: false }));
  const coverage: Coverage[] = [];
  const indicators = tree.indicators.slice(0, count).map((each, at): Indicator => {
    const id = at + 1;
    const derived = at % 3 === 2;
    for (const { level, first, last } of derived ? [] : (tree.coverages[each.covers] ?? [])) {
      const loaded = [first, last].map((year) => parsePeriod(year).id);
      coverage.push({ indicator: id, level: levels.find(({ alias }) => alias === level)?.id ?? 0, loaded, computed: [] });
    }
    return {
      ...{ id, code: each.code, shape: "flat", name: each.name, unit: tree.units[each.unit] ?? { nl: "" }, kind: each.kind },
      ...{ description: { nl: `${each.name.nl}. Geteld op 1 januari, naar woonplaats.`.repeat(3) }, keywords: { nl: "bevolking wonen" } },
      ...{ source: "statbel", dataType: "count", periodType: "stock", rating: "neutral", absent: "empty", sequence: id },
      ...{ aggregatesAreas: true, aggregatesPeriods: true, visible: true, searchable: true },
      ...(derived ? { formula: `${tree.indicators[at - 1]?.code} / ${tree.indicators[at - 2]?.code} * 100` } : {}),
    } as Indicator;
  });
  const name = { nl: "Meting" };
  const site = {
    name,
    motto: name,
    homeLevel: "gemeente",
    benchmarkLevels: [],
    benchmark: { level: "gewest", area: "gewest" },
    style: "peil",
  };
  const empty = { tables: [], dimensions: [], dimensionLevels: [], members: [], memberLinks: [], themes: [] };
  return openCatalogue({ site, levels, areas, ...empty, sources: [{ code: "statbel", name: { nl: "Statbel" } }], indicators }, coverage);
}
