import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Catalogue } from "../core/src/model/catalogue.ts";
import { lineageOf } from "../core/src/query/choose.ts";
import { openSolver } from "../server/src/publish/solver.ts";
import { figures, type GuardedSite, openGuarded } from "../server/test/guarded.ts";
import { type Expression, openAttacker, openDice } from "./attacker.ts";

/** Figures that are loaded: what an attacker wants to know. */
type Atom = {
  readonly indicator: string;
  readonly period: string;
  readonly area: string;
  readonly members: string;
  readonly value: number;
};
/** A group of indicators whose figures tell of each other, and the level on which they are loaded. */
type Target = { readonly indicators: readonly string[]; readonly level: string; readonly cube?: true };

const targets: readonly Target[] = [
  { indicators: ["gevallen", "gezond"], level: "wijk" },
  { indicators: ["spoed"], level: "gemeente2024" },
  { indicators: ["aandoeningen"], level: "gemeente2024", cube: true },
  { indicators: ["diagnoses"], level: "gemeente2024", cube: true },
];
const questionsEach = 1200;
const minimum = 5;

let site: GuardedSite;
beforeAll(async () => {
  site = await openGuarded();
});
afterAll(() => site.close());

function csv(name: string): readonly (readonly string[])[] {
  const text = readFileSync(join(import.meta.dirname, "..", "fixtures", "privacy", "figures", name), "utf8");
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
}

/** The true figures behind a target. An absent combination of a cube is zero. */
function atomsOf({ indicators, level, cube }: Target): readonly Atom[] {
  if (cube === undefined) {
    return csv("flat.csv")
      .filter(([indicator, at]) => indicators.includes(indicator ?? "") && at === level)
      .map(([indicator = "", , period = "", area = "", value]) => ({ indicator, period, area, members: "", value: Number(value) }));
  }
  const [indicator = ""] = indicators;
  const known = new Map(
    csv(`cube-${indicator}.csv`).map(([, period, area, age, sex, value]) => [[period, area, age, sex].join(), Number(value)]),
  );
  return ["01001", "01002", "02001", "02002", "03001", "03002"].flatMap((area) =>
    Array.from({ length: 10 }, (_, age) => age).flatMap((age) =>
      ["M", "V"].map((sex) => ({
        indicator,
        period: "2024",
        area,
        members: `${age},${sex}`,
        value: known.get(["2024", area, age, sex].join()) ?? 0,
      })),
    ),
  );
}

/** How much of each area of the loaded level counts in an area of any level. */
function partsOf(catalogue: Catalogue, from: string, level: string, code: string): ReadonlyMap<string, number> {
  const leaf = catalogue.level(from);
  const at = catalogue.level(level);
  const area = at === undefined ? undefined : catalogue.area(at.id, code);
  if (leaf === undefined || at === undefined || area === undefined) return new Map();
  if (leaf.id === at.id) return new Map([[code, 1]]);
  const path = lineageOf(catalogue).paths.find((each) => each.childLevel === leaf.id && each.parentLevel === at.id);
  const links = path?.links.filter((link) => link.parent === area.id) ?? [];
  return new Map(links.map((link) => [catalogue.areaById(link.child)?.code ?? "", link.weight]));
}

type Asked = {
  readonly indicator: string;
  readonly level: string;
  readonly areas: readonly string[];
  readonly group: boolean;
  readonly period: string;
  readonly members: readonly (readonly string[])[];
  readonly isFigure: boolean;
};

const ages = Array.from({ length: 10 }, (_, age) => String(age));
const classes: Readonly<Record<string, readonly string[]>> = { "0004": ages.slice(0, 5), "0509": ages.slice(5) };

describe.each(targets)("$indicators", (target) => {
  test("thousands of questions through every way out do not tell a hidden figure", async () => {
    const { catalogue } = site.release;
    const dice = openDice(20_261_121);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(dice() * list.length)] as T;
    const some = <T>(list: readonly T[]): readonly T[] => {
      const chosen = list.filter(() => dice() < 0.45);
      return chosen.length > 0 ? chosen : [pick(list)];
    };
    const atoms = atomsOf(target);
    const attacker = openAttacker(atoms.length);
    const place = new Map(atoms.map((each, at) => [[each.indicator, each.period, each.area, each.members].join("/"), at]));
    const hidden = new Map<string, Expression>();
    const levels = ["wijk", "gemeente2024", "gemeente", "provincie2024", "provincie", "land", "kern"].filter(
      (level) =>
        target.level === level || partsOf(catalogue, target.level, level, codesOf(level)[0] ?? "").size > 0 || level === "provincie",
    );
    let shown = 0;

    function codesOf(level: string): readonly string[] {
      const found = catalogue.level(level);
      return found === undefined
        ? []
        : catalogue
            .areasOf(found.id)
            .filter((each) => !each.pseudo)
            .map((each) => each.code);
    }

    function note(asked: Asked, areas: readonly string[], value: number | undefined, isPrivate: boolean): void {
      const indicators = asked.indicator === "samen" ? ["gevallen", "gezond"] : [asked.indicator];
      const periods =
        target.indicators[0] === "spoed" && asked.period.length === 4
          ? Array.from({ length: 12 }, (_, i) => `2024M${String(i + 1).padStart(2, "0")}`)
          : [asked.period];
      const expression = new Map<number, number>();
      for (const area of areas) {
        for (const [leaf, weight] of partsOf(catalogue, target.level, asked.level, area)) {
          for (const indicator of indicators)
            for (const period of periods)
              for (const members of target.cube ? asked.members.map((each) => each.join()) : [""]) {
                const at = place.get([indicator, period, leaf, members].join("/"));
                if (at !== undefined) expression.set(at, (expression.get(at) ?? 0) + weight);
              }
        }
      }
      if (expression.size === 0) return;
      const truth = [...expression].reduce((sum, [at, times]) => sum + times * (atoms[at] as Atom).value, 0);
      if (isPrivate) {
        // An own group's bounds are nobody's promise; those of the figures that a release decides about are.
        if (!asked.group && asked.isFigure) hidden.set([...expression].sort((a, b) => a[0] - b[0]).join(";"), expression);
        return;
      }
      if (value === undefined) return;
      shown++;
      expect(value, JSON.stringify({ asked, areas })).toBeCloseTo(truth, 6);
      attacker.learn(expression, value);
    }

    for (let question = 0; question < questionsEach; question++) {
      const level = pick(levels);
      const all = codesOf(level);
      const group = dice() < 0.5;
      const areas = some(all);
      const indicator = target.indicators.length > 1 && dice() < 0.3 ? "samen" : pick(target.indicators);
      const period =
        target.indicators[0] === "spoed"
          ? pick(["2024", ...Array.from({ length: 12 }, (_, i) => `2024M${String(i + 1).padStart(2, "0")}`)])
          : "2024";
      const { query: limit, members, isFigure } = target.cube ? memberQuestion() : { query: "", members: [], isFigure: true };
      const asked: Asked = { indicator, level, areas, group, period, members, isFigure };
      const where = group ? `area=none&group=G:${level}:${areas.join(",")}` : `area=${areas.join(",")}`;
      const query = `indicator=${indicator}&level=${level}&period=${period}&${where}${limit}`;
      const cells = await through(pick(["data", "csv", "json"]), query);
      if (group) note(asked, areas, cells[0]?.value, cells[0]?.isPrivate ?? false);
      else
        areas.forEach((area, at) => {
          note(asked, [area], cells[at]?.value, cells[at]?.isPrivate ?? false);
        });
    }

    function memberQuestion(): { query: string; members: readonly (readonly string[])[]; isFigure: boolean } {
      const sexes = dice() < 0.4 ? ["M", "V"] : [pick(["M", "V"])];
      const kind = dice();
      const chosen =
        kind < 0.25
          ? ages
          : kind < 0.5
            ? [pick(ages)]
            : kind < 0.65
              ? (classes[pick(Object.keys(classes))] as readonly string[])
              : some(ages);
      const named = Object.entries(classes).find(([, list]) => list === chosen)?.[0];
      const age = chosen.length === 10 ? "" : named ? `,leeftijd5_${named}` : `,${chosen.map((each) => `leeftijd1_${each}`).join(",")}`;
      const limits = `${sexes.length === 2 ? "" : `,geslacht_${sexes[0]}`}${age}`.slice(1);
      return {
        query: limits === "" ? "" : `&member=${limits}`,
        members: chosen.flatMap((each) => sexes.map((sex) => [each, sex])),
        isFigure: chosen.length === 1 || chosen.length === 10 || named !== undefined,
      };
    }

    // What shows nothing is at least 1 where zeros show: the rule is known.
    if (target.indicators[0] !== "diagnoses")
      for (const expression of hidden.values())
        if (expression.size === 1) for (const [at, times] of expression) if (times === 1) attacker.atLeast(at, 1);
    const wanted = [...hidden.values()];
    const bounds = attacker.bounds(await openSolver(), wanted);
    expect(shown).toBeGreaterThan(200);
    expect(wanted.length).toBeGreaterThan(3);
    const lowest = target.indicators[0] === "diagnoses" ? 0 : 1;
    wanted.forEach((expression, at) => {
      const truth = [...expression].reduce((sum, [unknown, times]) => sum + times * (atoms[unknown] as Atom).value, 0);
      const { lower, upper } = bounds[at] as { lower: number; upper: number };
      const label = [...expression]
        .map(([unknown]) => {
          const { value: _, ...each } = atoms[unknown] as Atom;
          return Object.values(each).join("/");
        })
        .join(" + ");
      expect(lower, label).toBeLessThanOrEqual(truth + 1e-5);
      expect(upper, label).toBeGreaterThanOrEqual(truth - 1e-5);
      // What counts for a fraction hides without a promise.
      if ([...expression.values()].some((times) => times % 1 !== 0)) return;
      if (truth < minimum) {
        expect(lower, label).toBeLessThanOrEqual(lowest + 1e-5);
        expect(upper, label).toBeGreaterThanOrEqual(minimum - 1e-5);
      } else expect(upper - lower, label).toBeGreaterThanOrEqual(minimum - 1e-5);
    });
  });
});

test("no transformation, rank or page shows what is hidden", async () => {
  const plain = await figures(site.release, "indicator=gevallen&level=wijk&period=2024");
  const steps = [
    "share:table",
    "share:parent:gemeente2024",
    "per:mensen:100",
    "rank",
    "z-score",
    "difference",
    "ratio",
    "growth:previous",
    "index:first",
    "moving-average:3",
  ];
  for (const step of steps) {
    const after = await figures(site.release, `indicator=gevallen&level=wijk&period=2024&compare=land:L&transform=${step}`);
    for (const [area, value] of Object.entries(plain)) if (value === "x") expect(typeof after[area], `${step} ${area}`).toBe("string");
  }
  const page = (await site.app.inject("/api/v1/indicators/gevallen?level=wijk&period=2024")).json();
  const area = (await site.app.inject("/api/v1/areas/wijk/01001A")).json();
  for (const view of [page, area]) expect(JSON.stringify(view)).not.toMatch(/"decision"|complementary/);
});

type Cell = { readonly value: number | undefined; readonly isPrivate: boolean };

/** The cells of an answer, through one of the ways out. */
async function through(way: "data" | "csv" | "json", query: string): Promise<readonly Cell[]> {
  const address = way === "data" ? "/api/v1/data" : `/api/v1/data.${way}`;
  const answer = await site.app.inject(`${address}?${query}`);
  expect(answer.statusCode, `${query} ${answer.body.slice(0, 300)}`).toBe(200);
  if (way === "csv") {
    const [head = "", ...lines] = answer.body.trim().split("\r\n");
    const names = head.split(",");
    return lines.map((line) => {
      const fields = line.split(",");
      const value = fields[names.indexOf("value")] ?? "";
      return { value: value === "" ? undefined : Number(value), isPrivate: fields[names.indexOf("status")] === "private" };
    });
  }
  const body = answer.json();
  if (way === "data") {
    return body.values.map((value: number | null, at: number) => ({ value: value ?? undefined, isPrivate: body.status[at] === 7 }));
  }
  const status = body.status ?? {};
  return body.value.map((value: number | null, at: number) => ({ value: value ?? undefined, isPrivate: status[at] === "private" }));
}
