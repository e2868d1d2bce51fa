import type { Cube, CubeAxis } from "@peil/core/model/cube.ts";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { bordersOf } from "../src/presentations/borders.ts";
import { arrowOf } from "../src/presentations/flow-arrow.ts";
import { flowsOf } from "../src/presentations/flows-of.ts";
import { presentations } from "../src/presentations/index.ts";
import { pieRadius } from "../src/presentations/map-pies.tsx";
import { mapPlaces } from "../src/presentations/map-places.ts";
import type { Measured, Presentation, Subject } from "../src/presentations/presentation.ts";
import { tilesOf } from "../src/presentations/treemap.tsx";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, borders, cubeOf, detailsOf, inhabitants, periodAxis, towns } from "./data.ts";

const all = towns.map((_, index) => index);
/** Stands where a hidden figure would be: in no drawing. */
const secret = 987654321;

function hide(cube: Cube, cells: readonly number[]): Cube {
  for (const cell of cells) {
    cube.status[cell] = 7;
    cube.values[cell] = secret;
  }
  return cube;
}

const share: Measured = detailsOf({
  code: "ouderen",
  name: { nl: "Ouderen", en: "Elderly" },
  unit: { nl: "%" },
  dataType: "percentage",
  decimals: 1,
});
const rent: Measured = detailsOf({
  code: "huur",
  name: { nl: "Huurders", en: "Tenants" },
  unit: { nl: "%" },
  dataType: "percentage",
  decimals: 1,
});
const count: Measured = detailsOf();

function indicatorAxis(...of: readonly Measured[]): CubeAxis {
  return {
    code: "indicator",
    label: { nl: "Onderwerp", en: "Indicator" },
    role: "indicator",
    members: of.map((each) => ({ code: each.code, label: each.name, unit: each.unit, decimals: each.decimals })),
  };
}

function subject(cube: Cube, of: readonly Measured[], change: Partial<Subject> = {}): Subject {
  return {
    ...{ cube, measured: of[0] ?? count, indicators: of, voice: voiceOf("nl"), plural: { nl: "gemeenten", en: "municipalities" } },
    mine: [{ level: "gemeente", code: "10002" }],
    ...{ borders, id: "t", ...change },
  };
}

const figure = (indicator: number, town: number, period: number): number => {
  if (indicator === 2) return inhabitants(town === 7 ? 6 : town, 2020 + period);
  return 10 + ((town * 37) % 23) / 2 + (indicator === 1 ? town * 0.7 : 0) + period * 0.5;
};
/** Twelve towns and a region, three indicators, three years; the last town is hidden throughout. */
function many(...of: readonly Measured[]): Cube {
  const cube = cubeOf([indicatorAxis(...of), areaAxis(all), periodAxis(2020, 2022)], ([i = 0, area = 0, period = 0]) =>
    figure(i, area, period),
  );
  const towns11 = Array.from({ length: cube.values.length }, (_, cell) => cell).filter((cell) => Math.floor(cell / 3) % 13 === 11);
  return hide(cube, towns11);
}

const ages: CubeAxis = {
  code: "leeftijd",
  label: { nl: "Leeftijd", en: "Age" },
  role: "member",
  members: ["jong", "midden", "oud"].map((code) => ({ code, label: { nl: code } })),
};
const partner = (): CubeAxis => ({
  ...areaAxis(all, false),
  code: "partner",
  role: "member",
  label: { nl: "Ander gebied", en: "Other area" },
});
const flowing: Measured = (() => {
  const details = detailsOf({ code: "pendel", name: { nl: "Pendelaars", en: "Commuters" }, shape: "flow" });
  return { ...details, measure: { ...details.measure, shape: "flow", flow: "directed" } };
})();

function flows(): Cube {
  const cube = cubeOf([areaAxis(all, false), periodAxis(2024, 2024), partner()], ([from = 0, , to = 0]) =>
    from === to ? -3 : from === 0 && to === 5 ? 900 : from === 5 && to === 0 ? 400 : from * 12 + to,
  );
  return hide(cube, [12 + 3]);
}

const parts = (): Cube =>
  hide(
    cubeOf([areaAxis(all, false), periodAxis(2024, 2024), ages], ([area = 0, , age = 0]) => 100 + area * 40 + age * 30),
    [11 * 3, 11 * 3 + 1],
  );
const one = (): Cube => cubeOf([areaAxis([1], false), periodAxis(2024, 2024), ages], ([, , age = 0]) => 100 + age * 100);
const counts = (): Cube =>
  hide(
    cubeOf([areaAxis(all, false), periodAxis(2022, 2024)], ([area = 0, p = 0]) => 100 + area * 40 + p),
    [33, 34, 35],
  );
const shares = (): Cube =>
  hide(
    cubeOf([areaAxis(all), periodAxis(2020, 2022)], ([area = 0, p = 0]) => figure(0, area, p)),
    [33, 34, 35],
  );

const cases: Readonly<Record<string, () => Subject>> = {
  scatter: () => subject(many(share, rent, count), [share, rent, count]),
  "bubble-race": () => subject(many(share, rent, count), [share, rent, count]),
  strip: () => subject(shares(), [share]),
  box: () => subject(shares(), [share]),
  histogram: () => subject(shares(), [share]),
  treemap: () => subject(one(), [count]),
  "map-symbols": () => subject(counts(), [count]),
  "map-pies": () => subject(parts(), [count]),
  "map-bars": () => subject(parts(), [count]),
  triptych: () => subject(shares(), [share]),
  "flow-map": () => subject(flows(), [flowing]),
  "flow-matrix": () => subject(flows(), [flowing]),
};

function named(code: string): Presentation {
  const found = presentations.find((each) => each.code === code);
  if (!found) throw new Error(code);
  return found;
}

const draw = (code: string, given: Subject): string => renderToStaticMarkup(named(code).draw(given));

describe.each(Object.entries(cases))("%s", (code, given) => {
  it("suits its figures, and says in both languages what it shows", () => {
    expect(named(code).suits(given())).toBe(true);
    const [dutch, english] = [named(code).tell(given()), named(code).tell({ ...given(), voice: voiceOf("en") })];
    for (const text of [dutch.title, dutch.subtitle, dutch.alt]) expect(text.length).toBeGreaterThan(3);
    expect(english.alt).not.toBe(dutch.alt);
  });

  it("is one picture with its description, names its areas, and sets no style of its own", () => {
    const html = draw(code, given());
    expect(html).not.toMatch(/\sstyle=|NaN|undefined|Infinity/);
    if (code === "flow-matrix") expect(html).toContain("<table");
    else expect(html).toMatch(/role="img" aria-label="[^"]{20,}"/);
    expect(html).toMatch(code === "treemap" ? /data-m="jong"/ : /data-a="10002"/);
  });

  it("never shows what is hidden, in drawing, words or settings", () => {
    const said = JSON.stringify([named(code).tell(given()), named(code).settings?.(given())]);
    for (const text of [draw(code, given()), said]) expect(text).not.toMatch(/987[.,\s]?654/);
  });

  it("takes unknown settings as if they were not there", () => {
    const settings = {
      period: "1812",
      x: "niets",
      y: "niets",
      colour: "niets",
      size: "niets",
      bins: "tien",
      top: "-4",
      chart: "taart",
      trend: "x",
    };
    expect(draw(code, { ...given(), settings })).toBe(draw(code, given()));
  });

  it("is not offered for words", () => {
    const words = (each: Measured): Measured => ({ ...each, dataType: "text", measure: { ...each.measure, dataType: "text" } });
    const subjectOfWords = { ...given(), measured: words(given().measured), indicators: given().indicators?.map(words) };
    expect(named(code).suits(subjectOfWords)).toBe(false);
  });
});

describe("the scatter plot", () => {
  const given = cases["scatter"]?.() as Subject;

  it("counts in words what is not drawn, and says how well the line follows", () => {
    const html = draw("scatter", given);
    expect(html).toContain("Niet getekend: 1 gebied is verborgen.");
    expect(html).toMatch(/r² = 0,\d\d, n = 11/);
    expect(html).not.toContain('data-a="10012"');
  });

  it("gives the indicators the roles that the reader set", () => {
    const settings = { x: rent.code, y: share.code, colour: "none" };
    const set = named("scatter").settings?.({ ...given, settings }) ?? [];
    expect(Object.fromEntries(set.map((each) => [each.code, each.value]))).toMatchObject({
      x: "huur",
      y: "ouderen",
      colour: "none",
      size: "inwoners",
    });
    expect(named("scatter").tell({ ...given, settings }).alt).toMatch(/“Ouderen” tegenover “Huurders”/);
  });

  it("draws quadrants at the benchmark, and no line when the reader wants none", () => {
    expect(draw("scatter", given)).toContain('class="quadrants"');
    expect(draw("scatter", { ...given, settings: { lines: "", trend: "" } })).not.toMatch(/class="(quadrants|trend)"/);
  });
});

it("bubbles leave a trail behind the reader's areas, up to the moment that is set", () => {
  const given = cases["bubble-race"]?.() as Subject;
  const trail = (period: string): number =>
    draw("bubble-race", { ...given, settings: { period } })
      .match(/class="trails"><g><path d="[^"]*"/)?.[0]
      .split("L").length ?? 0;
  expect([trail("2020"), trail("2021"), trail("2022")]).toEqual([0, 2, 3]);
});

describe("surfaces follow figures", () => {
  it("of the tiles of a treemap", () => {
    const tiles = tilesOf([6, 3, 2, 1], 600, 400);
    expect(tiles.map((each) => (each.width * each.height) / 20_000)).toEqual([6, 3, 2, 1].map((each) => expect.closeTo(each, 6)));
  });

  it("of the pies on a map", () => {
    expect((pieRadius(400, 400, 100, true) / pieRadius(100, 400, 100, true)) ** 2).toBeCloseTo(4, 6);
    expect(pieRadius(400, 400, 100, false)).toBe(pieRadius(1, 400, 100, false));
  });

  it("of the circles on a map, whose places lie inside their areas", () => {
    const html = draw("map-symbols", cases["map-symbols"]?.() as Subject);
    const radii = [...html.matchAll(/<circle(?: class="mine")? cx="\d+" cy="\d+" r="([\d.]+)" data-a="(\d+)"/g)].map((each) => [
      each[2],
      Number(each[1]),
    ]);
    const byCode = new Map(radii as [string, number][]);
    // In 2024 the first has 102, the last but one 502 inhabitants.
    expect(((byCode.get("10011") ?? 0) / (byCode.get("10001") ?? 1)) ** 2).toBeCloseTo(502 / 102, 0);
    expect(byCode.has("10012")).toBe(false);
    const place = mapPlaces(bordersOf(borders)).get("10001");
    expect(place && place.x > place.box.x && place.x < place.box.x + place.box.width).toBe(true);
  });
});

describe("what is hidden on a map", () => {
  it("is hatched, and counted in the legend", () => {
    for (const code of ["map-symbols", "map-pies", "map-bars"]) {
      const html = draw(code, cases[code]?.() as Subject);
      expect(html).toMatch(/class="land hatched"[^>]*data-a="10012"/);
      expect(html).toContain("verborgen <span");
      expect(html.match(/data-a="10012"/g)?.length).toBe(1);
    }
  });

  it("keeps a treemap away: the whole would be too small", () => {
    expect(named("treemap").suits(subject(hide(one(), [0]), [count]))).toBe(false);
  });
});

it("amounts that do not add up get no symbols, pies or treemap", () => {
  expect(named("map-symbols").suits(subject(shares(), [share]))).toBe(false);
  expect(named("map-pies").suits(subject(parts(), [share]))).toBe(false);
  expect(named("treemap").suits(subject(one(), [share]))).toBe(false);
});

describe("flows", () => {
  const given = cases["flow-map"]?.() as Subject;

  it("run from the area to its partner, or the other way where that is asked", () => {
    expect(named("flow-map").tell(given).title).toBe("Van wat getoond mag worden gaat de grootste stroom van Aardekerke naar Fonteinberg");
    const selection = { flow: { side: "in" } } as Subject["selection"];
    expect(named("flow-map").tell({ ...given, selection }).title).toMatch(/van Fonteinberg naar Aardekerke$/);
  });

  it("are the largest only, as many as are asked, and hidden ones are counted", () => {
    const html = draw("flow-map", { ...given, settings: { top: "3" } });
    expect(html.match(/class="head"/g)?.length).toBe(3);
    expect(html).toContain("de 3 grootste van 131 stromen");
    expect(html).toContain("1 stroom is verborgen");
  });

  it("of a balance point to who gains, each pair once", () => {
    const balance: Measured = { ...flowing, measure: { ...flowing.measure, flow: "balance" } };
    const cube = cubeOf(
      [areaAxis([0, 1], false), periodAxis(2024, 2024), { ...partner(), members: areaAxis([0, 1], false).members }],
      () => 0,
    );
    cube.values.set([0, -5, 5, 0]);
    const found = flowsOf(subject(cube, [balance]));
    expect(found?.flows.map((each) => [each.from.code, each.to.code, each.value])).toEqual([["10001", "10002", 5]]);
  });

  it("there and back bend away from each other", () => {
    const [there, back] = [arrowOf({ x: 0, y: 0 }, { x: 100, y: 0 }, 4, true, 8), arrowOf({ x: 100, y: 0 }, { x: 0, y: 0 }, 4, true, 8)];
    const bow = (path: string): number => Number(/Q[\d.-]+ ([\d.-]+) /.exec(path)?.[1]);
    expect(bow(there.shaft) * bow(back.shaft)).toBeLessThan(0);
    expect(there.head).toMatch(/^M100 0L/);
    expect(arrowOf({ x: 0, y: 0 }, { x: 9, y: 0 }, 4, false, 8).head).toBe("");
  });
});
