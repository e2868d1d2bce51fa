import { expect, test } from "vitest";
import type { AggregationTable, Area, Level } from "../src/model/area.ts";
import { deriveLineage } from "../src/query/lineage.ts";

/** A small world in text: levels coarse to fine, areas as `level:code`, tables as `child>parent` pairs. */
function world(levels: Record<string, { base?: string; covers?: boolean; type?: Level["type"] }>, tables: Record<string, string[]>) {
  const names = Object.keys(levels);
  const list: Level[] = names.map((name, i) => ({
    id: i + 1,
    division: name,
    alias: name,
    base: levels[name]?.base ?? name,
    name: { nl: name },
    plural: { nl: name },
    type: levels[name]?.type ?? "area",
    covers: levels[name]?.covers ?? true,
    sequence: i + 1,
  }));
  const areas = new Map<string, Area>();
  const area = (level: string, code: string): Area => {
    const key = `${level}:${code}`;
    const known = areas.get(key);
    if (known) return known;
    const made = {
      id: areas.size + 1,
      level: names.indexOf(level) + 1,
      code,
      name: { nl: code },
      sequence: areas.size,
      pseudo: code.startsWith("?"),
    };
    areas.set(key, made);
    return made;
  };
  const made: AggregationTable[] = Object.entries(tables).map(([key, rows]) => {
    const [child = "", parent = ""] = key.split(">");
    return {
      childLevel: names.indexOf(child) + 1,
      parentLevel: names.indexOf(parent) + 1,
      links: rows.map((row) => {
        const [from = "", to = "", weight = "1"] = row.split(" ");
        return { child: area(child, from).id, parent: area(parent, to).id, weight: weight === "-" ? undefined : Number(weight) };
      }),
    };
  });
  const lineage = deriveLineage({ levels: list, areas: [...areas.values()], tables: made });
  const name = (id: number): string => [...areas.values()].find((each) => each.id === id)?.code ?? "";
  const level = (id: number): string => names[id - 1] ?? "";
  return {
    paths: lineage.paths.map((path) => `${level(path.childLevel)}>${level(path.parentLevel)}:${path.steps}`),
    links: (from: string, to: string) =>
      lineage.paths
        .filter((path) => level(path.childLevel) === from && level(path.parentLevel) === to)
        .flatMap((path) => path.links.map((link) => `${name(link.child)}>${name(link.parent)}*${link.weight}`)),
    same: (to: string, from: string) =>
      lineage.identities
        .filter((each) => level(each.level) === to && level(each.fromLevel) === from)
        .map((each) => `${name(each.area)}=${name(each.fromArea)}`),
  };
}

const merger = world(
  { region: {}, province: { base: "p" }, province2024: { base: "p" }, town: { base: "t" }, town2024: { base: "t" } },
  {
    "town2024>town": ["a a", "b a", "c c", "d d", "? ?"],
    "town2024>province2024": ["a 1", "b 1", "c 2", "d 3", "? ?"],
    "town>province": ["a 1", "c 1", "d 3", "? ?"],
    "province>region": ["1 R", "3 R"],
    "province2024>region": ["1 R", "2 R", "3 R"],
  },
);

test("a chain is composed from unambiguous steps, the shortest first", () => {
  expect(merger.paths).toContain("town2024>town:1");
  expect(merger.paths).toContain("town2024>region:2");
  expect(merger.paths).toContain("town2024>province:2");
  expect(merger.links("town2024", "province")).toEqual(["a>1*1", "b>1*1", "c>1*1", "d>3*1", "?>?*1"]);
});

test("areas made of the same parts are the same; an equal code proves nothing", () => {
  expect(merger.same("town", "town2024")).toEqual(["c=c", "d=d"]);
  expect(merger.same("province", "province2024")).toEqual(["3=3"]);
  expect(merger.same("province2024", "province")).toEqual(["3=3"]);
});

test("a level that does not cover feeds nothing, also halfway", () => {
  const centres = world({ region: {}, centre: { covers: false }, town: {} }, { "town>centre": ["a x"], "centre>region": ["x R"] });
  expect(centres.paths).toEqual(["town>centre:1"]);
});

test("a row without a weight is never used, and a split child ends a chain", () => {
  const split = world(
    { region: {}, zone: {}, town: {} },
    { "town>zone": ["a x 0.4", "a y 0.6", "b x", "c x -", "c y -"], "zone>region": ["x R", "y R"] },
  );
  expect(split.links("town", "zone")).toEqual(["a>x*0.4", "a>y*0.6", "b>x*1"]);
  expect(split.paths).not.toContain("town>region:2");
});

test("a table that leaves a real child without a parent is no step of a chain", () => {
  const lossy = world(
    { region: {}, old: { base: "p" }, now: { base: "p" }, town: {} },
    { "town>old": ["a 1", "b 2", "? ?"], "old>now": ["1 1", "2 x -", "2 y -", "? ? -"], "now>region": ["1 R", "x R", "y R"] },
  );
  expect(lossy.links("old", "now")).toEqual(["1>1*1"]);
  expect(lossy.paths).not.toContain("town>now:2");
});

test("divisions without a table between them and without common parts have no identity", () => {
  expect(
    world({ region: {}, part: { base: "w" }, part2024: { base: "w" } }, { "part>region": ["a R"], "part2024>region": ["a R"] }).same(
      "part",
      "part2024",
    ),
  ).toEqual([]);
});

test("objects feed by the table of their positions though they cover nothing, and chains go on from there", () => {
  const { paths, links } = world(
    { land: {}, town: {}, quarter: {}, path: { covers: false, type: "line" }, shop: { covers: false } },
    {
      "town>land": ["T1 L", "T2 L"],
      "quarter>town": ["Q1 T1", "Q2 T1", "Q3 T2"],
      "path>quarter": ["P1 Q1 0.25", "P1 Q2 0.5", "P1 Q3 0.25"],
      "shop>quarter": ["S1 Q1"],
    },
  );
  expect(paths.filter((each) => each.startsWith("path"))).toEqual(["path>quarter:1", "path>town:2", "path>land:3"]);
  expect(paths.filter((each) => each.startsWith("shop"))).toEqual([]);
  expect(links("path", "town")).toEqual(["P1>T1*0.75", "P1>T2*0.25"]);
  expect(links("path", "land")).toEqual(["P1>L*1"]);
});

test("areas that hold the same objects are not the same area", () => {
  const { same } = world(
    { town: { base: "town" }, town2024: { base: "town" }, shop: { covers: false, type: "point" } },
    { "shop>town": ["S1 A"], "shop>town2024": ["S1 B"] },
  );
  expect(same("town", "town2024")).toEqual([]);
});
