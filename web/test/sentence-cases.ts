import type { Case, Given, Row } from "./sentence-cube.ts";

const gent = (...cells: readonly Given[]): Row => ({ name: { nl: "Gent", en: "Ghent" }, cells });
const antwerp = (...cells: readonly Given[]): Row => ({ name: { nl: "Antwerpen", en: "Antwerp" }, cells });
const brugge = (...cells: readonly Given[]): Row => ({ name: { nl: "Brugge", en: "Bruges" }, cells });
const flanders = (...cells: readonly Given[]): Row => ({ name: { nl: "Vlaams Gewest", en: "Flemish Region" }, compare: true, cells });

const people = { unit: { nl: "inwoners", en: "inhabitants" }, dataType: "count" as const };
const farms = { unit: { nl: "boerderijen", en: "farms" }, dataType: "count" as const };
const share = { unit: { nl: "%" }, dataType: "percentage" as const, decimals: 1 };
const rate = { unit: { nl: "per 1.000 inwoners", en: "per 1,000 inhabitants" }, dataType: "ratio" as const, decimals: 1 };
const income = { unit: { nl: "euro", en: "euros" }, dataType: "other" as const };
const perHead = { unit: { nl: "euro per inwoner", en: "euros per inhabitant" }, dataType: "mean" as const };
const area = { unit: { nl: "hectare", en: "hectares" }, dataType: "count" as const };
const survey = { ...share, kind: "survey" as const };
const ranked = { plural: { nl: "gemeenten", en: "municipalities" } };
const since = { earlier: 0 };

/** Every case of the golden sentences. Periods are 2015 and 2020 where nothing else is said. */
export const cases: Readonly<Record<string, Case>> = {
  "count, change, benchmark": { facts: people, rows: [gent(253266, 263927), flanders(6444127, 6629143)], asked: since },
  "count without earlier": { facts: people, rows: [gent("empty", 263927), flanders("empty", 6629143)] },
  "count, fallen": { facts: people, rows: [gent(263927, 253266)], asked: since },
  "count, the same": { facts: people, rows: [gent(263927, 263927)], asked: since },
  "count, almost the same": { facts: people, rows: [gent(263926, 263927)], asked: since },
  "count, doubled": { facts: people, rows: [gent(1200, 2400)], asked: since },
  "count, two and a half times": { facts: people, rows: [gent(1200, 3000), flanders(6444127, 6444127)], asked: since },
  "count, few": { facts: farms, rows: [gent(3, 5)], asked: since },
  "count, one": { facts: farms, rows: [gent(2, 1)], asked: since },
  "count, zero": { facts: farms, rows: [gent(2, 0)], asked: since },
  "count, from zero": { facts: farms, rows: [gent(0, 40)], asked: since },
  "count, from many to zero": { facts: farms, rows: [gent(40, 0)], asked: since },
  "count, unit unknown, one": { facts: { ...people, unit: { nl: "fratsen", en: "sheep" } }, rows: [gent("empty", 1)] },
  "count, bare number": {
    facts: { ...people, unit: { nl: "aantal", en: "number" } },
    rows: [gent(120, 124), flanders(9000, 9100)],
    asked: since,
  },
  "count of some": {
    facts: { ...people, name: { nl: "Niet-Belgen", en: "Non-Belgians" } },
    rows: [gent(26000, 33831), flanders(380000, 504130)],
    asked: since,
  },
  "count of some, none": { facts: { ...people, name: { nl: "Niet-Belgen", en: "Non-Belgians" } }, rows: [gent(1, 0), antwerp(1, 1)] },
  "two areas, nothing for either": { facts: income, rows: [gent(1, "notAvailable"), antwerp(1, "notAvailable")], asked: { period: 1 } },
  "two areas, rate": { facts: rate, rows: [gent(1, 12.3), antwerp(1, 11.1)] },
  "measure does not inflect": { facts: area, rows: [gent("empty", 1), flanders("empty", 12)] },
  "measure, zero": { facts: area, rows: [gent(12, 0)], asked: since },
  "two areas": { facts: people, rows: [gent("empty", 270000), antwerp("empty", 565000)] },
  "two areas, change": { facts: people, rows: [gent(260000, 270000), antwerp(570000, 565000)], asked: since },
  "two areas, one and none": { facts: farms, rows: [gent("empty", 1), antwerp("empty", 0)] },
  "two areas, none and one": { facts: farms, rows: [gent("empty", 0), antwerp("empty", 1)] },
  "three areas": {
    facts: people,
    rows: [gent("empty", 270000), antwerp("empty", 565000), brugge("empty", 119000), flanders("empty", 6629143)],
  },
  "two areas, share": { facts: share, rows: [gent(22.2, 23.4), antwerp(21.1, 21.1), flanders(20, 21.1)], asked: since },
  "three areas, share": { facts: share, rows: [gent("empty", 23.4), antwerp("empty", 21.1), brugge("empty", 20)] },
  "two areas, one hidden": { facts: share, rows: [gent("empty", 23.4), antwerp("empty", "private"), flanders("empty", 21.1)] },
  "two areas, both hidden": { facts: share, rows: [gent("empty", "private"), antwerp("empty", "hidden"), flanders("empty", 21.1)] },
  "two areas, ranks": { facts: share, rows: [gent("empty", 23.4), antwerp("empty", 21.1)], among: [23.4, 21.1, 30, 3], asked: ranked },
  "five areas": {
    facts: farms,
    rows: [gent(1, 1), antwerp(1, 2), brugge(1, 3), { ...gent(1, 4), name: { nl: "Aalst" } }, { ...gent(1, 5), name: { nl: "Geel" } }],
  },
  "share, points": { facts: share, rows: [gent(22.2, 23.4), flanders(20, 21.1)], asked: since },
  "share, one point": { facts: share, rows: [gent(22.4, 23.4)], asked: since },
  "share, fallen": { facts: share, rows: [gent(23.4, 22.2), flanders(20, 23.1)], asked: since },
  "share, same as benchmark": { facts: share, rows: [gent("empty", 23.4), flanders("empty", 23.4)] },
  "share, rounding hides the change": { facts: share, rows: [gent(12.34, 12.26), flanders(12.2, 12.31)], asked: since },
  "share, points without decimals": { facts: { ...share, decimals: 0 }, rows: [gent(12.4, 12.1), flanders(9, 9)], asked: since },
  "share, change too small in points": { facts: { ...share, decimals: 2 }, rows: [gent(12.344, 12.346)], asked: since },
  "share, zero": { facts: share, rows: [gent(0.4, 0), flanders(0.3, 0.2)], asked: since },
  "growth, negative": { facts: share, rows: [gent(1.2, -0.8), flanders(0.4, 0.5)], asked: since },
  rate: { facts: rate, rows: [gent(40, 50), flanders(30, 40)], asked: since },
  "rate, twice the benchmark": { facts: rate, rows: [gent(40, 80), flanders(30, 40)], asked: since },
  "rate, negative": { facts: rate, rows: [gent(1.2, -3.2), flanders(0.5, 1.5)], asked: since },
  "money per head": { facts: perHead, rows: [gent(1200, 1260), flanders(1300, 1400)], asked: since },
  "money per head, one": { facts: perHead, rows: [gent("empty", 1)] },
  "median income": { facts: income, rows: [gent(21000, 22000), flanders(22000, 22800)], asked: since },
  kwh: { facts: { ...people, unit: { nl: "kWh" } }, rows: [gent(1000, 1100)], asked: since },
  rank: { facts: share, rows: [gent("empty", 23.4)], among: [23.4, 30, 40, 3], asked: ranked },
  "rank, lower is better": { facts: { ...share, rating: "lower" }, rows: [gent("empty", 23.4)], among: [23.4, 30, 40, 3], asked: ranked },
  "rank, shared": { facts: share, rows: [gent("empty", 23.4)], among: [23.4, 30, 23.4, 3], asked: ranked },
  "rank, first": { facts: people, rows: [gent("empty", 270000)], among: [270000, 3, 2, 1], asked: ranked },
  "hidden for privacy": { facts: share, rows: [gent(20, "private"), flanders(20, 21.1)], asked: { period: 1, ...since } },
  "hidden by the source": { facts: share, rows: [gent(20, "hidden")], asked: { period: 1 } },
  unknown: { facts: people, rows: [gent(20, "unknown")], asked: { period: 1 } },
  "not applicable": { facts: people, rows: [gent(20, "notApplicable")], asked: { period: 1 } },
  empty: { facts: people, rows: [gent(20, "empty")], asked: { period: 1 } },
  "not available": { facts: income, rows: [gent(20, "notAvailable")], asked: { period: 1 } },
  "not available, with the reason": { facts: income, rows: [gent(20, "notAvailable")], asked: { period: 1, reason: "not-additive" } },
  "not available, merged": { facts: income, rows: [gent(20, "notAvailable")], asked: { period: 1, reason: "merged" } },
  "incomplete, one": { facts: people, rows: [gent(20, { missing: 1 })], asked: { period: 1 } },
  "incomplete, several": { facts: people, rows: [gent(20, { missing: 12 })], asked: { period: 1 } },
  "partial sum": { facts: people, rows: [gent(20, { value: 210, flag: "partial" })] },
  "benchmark hidden": { facts: share, rows: [gent(20, 23.4), flanders(21.1, "private")], asked: since },
  "benchmark empty": { facts: share, rows: [gent(20, 23.4), flanders(21.1, "empty")], asked: since },
  "benchmark incomplete": { facts: share, rows: [gent(20, 23.4), flanders(21.1, { missing: 2 })], asked: since },
  provisional: { facts: { ...people, provisional: ["2020"] }, rows: [gent(253266, 263927)], asked: since },
  "estimated cell": { facts: people, rows: [gent(253266, { value: 263927, flag: "estimated" })], asked: since },
  "estimated, benchmark too": { facts: { ...people, estimated: true }, rows: [gent("empty", 100), flanders("empty", 6000)] },
  forecast: {
    facts: { ...people, forecastFrom: "2030" },
    periods: ["2020", "2030"],
    rows: [gent(263927, 280000), flanders(6629143, 6900000)],
    asked: { period: 1, ...since },
  },
  "forecast, two areas": {
    facts: { ...people, forecastFrom: "2030" },
    periods: ["2020", "2030"],
    rows: [gent(263927, 280000), antwerp(1, 600000)],
    asked: { period: 1 },
  },
  "forecast, share": {
    facts: { ...share, forecastFrom: "2030" },
    periods: ["2020", "2030"],
    rows: [gent(20, 23.4), flanders(18, 20)],
    asked: { period: 1 },
  },
  "forecast, none": { facts: { ...farms, forecastFrom: "2030" }, periods: ["2020", "2030"], rows: [gent(4, 0)], asked: { period: 1 } },
  "one measured, one estimated": { facts: people, rows: [gent("empty", 100), antwerp("empty", { value: 90, flag: "estimated" })] },
  "across a merger": { facts: { ...people, breaks: [{ period: "2019" }] }, rows: [gent(253266, 263927)], asked: since },
  "two areas across a merger": {
    facts: { ...people, breaks: [{ period: "2019" }] },
    rows: [gent(253266, 263927), antwerp(510000, 530000)],
    asked: since,
  },
  "a merger before the change": { facts: { ...people, breaks: [{ period: "2015" }] }, rows: [gent(253266, 263927)], asked: since },
  "survey, no test": { facts: survey, rows: [gent(22.2, 23.4), flanders(20, 21.1)], among: [23.4, 3, 2], asked: { ...since, ...ranked } },
  "survey, higher": { facts: survey, rows: [gent("empty", 23.4), flanders(20, 21.1)], asked: { verdict: "higher" } },
  "survey, lower": { facts: survey, rows: [gent("empty", 19.4), flanders(20, 21.1)], asked: { verdict: "lower" } },
  "survey, unclear": { facts: survey, rows: [gent("empty", 23.4), flanders(20, 21.1)], asked: { verdict: "unclear" } },
  "survey, since, unclear": { facts: survey, rows: [gent(22.2, 23.4)], asked: { ...since, verdictSince: "unclear" } },
  "survey, since, lower": { facts: survey, rows: [gent(26.2, 23.4)], asked: { ...since, verdictSince: "lower" } },
  "survey, interval": {
    facts: survey,
    rows: [gent("empty", { value: 23.4, low: 20.1, high: 26.9 }), flanders("empty", 21.1)],
    asked: { verdict: "unclear" },
  },
  "survey, few answers": { facts: survey, rows: [gent("empty", { value: 23.4, n: 45, flag: "fewRespondents" })] },
  "survey, two areas": {
    facts: survey,
    rows: [gent(1, { value: 23.4, low: 20.1, high: 26.9 }), antwerp(2, { value: 21.1, flag: "fewRespondents" }), flanders(3, 22)],
    asked: since,
  },
  "article of the site": {
    facts: people,
    rows: [{ name: { nl: "Leievallei", en: "Lys Valley" }, article: { nl: "de Leievallei", en: "the Lys Valley" }, cells: [1, 2] }],
  },
  "the region itself": { facts: people, rows: [{ ...flanders(6444127, 6629143) }], asked: since },
  "the region, hidden": { facts: people, rows: [flanders(1, "private")], asked: { period: 1 } },
  "a city": {
    facts: share,
    rows: [{ name: { nl: "Stad Gent", en: "City of Ghent" }, cells: [1, 23.4] }],
    among: [23.4, 3, 2],
    asked: ranked,
  },
  "a province by its mark": {
    facts: people,
    rows: [{ name: { nl: "Antwerpen (provincie)", en: "Antwerp (province)" }, cells: [1800000, 1869730] }],
    asked: since,
  },
  "an arrondissement": { facts: people, rows: [{ name: { nl: "Aalst (arrondissement)" }, cells: [1, "unknown"] }], asked: { period: 1 } },
  "a police zone": { facts: people, rows: [{ name: { nl: "PZ Aalst" }, cells: [1, 2] }] },
  month: { facts: people, periods: ["2024M01", "2024M02"], rows: [gent(100, 110)], asked: since },
  quarter: { facts: people, periods: ["2023Q4", "2024Q1"], rows: [gent(100, 110)], asked: since },
  "school year": {
    facts: { ...people, unit: { nl: "leerlingen", en: "pupils" } },
    periods: ["2023-2024", "2024-2025"],
    rows: [gent(100, 110), antwerp(10, 9)],
    asked: since,
  },
  "half-year": { facts: people, periods: ["2023H2", "2024H1"], rows: [gent(100, 110)], asked: since },
  text: { facts: { unit: { nl: "" }, dataType: "text" }, rows: [gent({ text: "x" }, { text: "Stad aan de Leie" })], asked: { period: 1 } },
};
