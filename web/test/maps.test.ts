import { readFileSync } from "node:fs";
import { classify } from "@peil/core/statistics/classification.ts";
import { describe, expect, it } from "vitest";
import { areaAt, neighbourOf } from "../src/databank/map/find-area.ts";
import { findAreas, readPlaces } from "../src/databank/map/geocode.ts";
import { geojsonOf } from "../src/databank/map/geojson.ts";
import { openLand } from "../src/databank/map/land.ts";
import { fill, paint, rasterise } from "../src/databank/map/raster.ts";
import { tilesOf, tileUrl, wmsUrl } from "../src/databank/map/tiles.ts";
import { bounded, moveBetween, toLand, toScreen, viewOf, zoomAt } from "../src/databank/map/view.ts";
import { placeLabels, type Wish } from "../src/presentations/labels.ts";
import { figuresAt, mapClassesOf } from "../src/presentations/map-classes.ts";
import type { Subject } from "../src/presentations/presentation.ts";
import { isDiverging, schemes, stepsOf } from "../src/presentations/schemes.ts";
import { voiceOf } from "../src/text/voice.ts";
import { areaAxis, cubeOf, periodAxis } from "./data.ts";

const towns = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11];
/** Two years; the eighth town is hidden, the tenth misses its figure. */
const cube = cubeOf([areaAxis(towns), periodAxis(2023, 2024)], ([town = 0, year = 0]) => {
  if (town === 7) return -7;
  if (town === 9) return -1;
  return 10 + town * town + year * 3;
});
const measured = {
  code: "aandeel",
  name: { nl: "Aandeel" },
  unit: { nl: "%" },
  decimals: 1,
  dataType: "percentage",
  rating: "neutral",
  measure: {},
  provisional: [],
} as unknown as Subject["measured"];
const subject = (settings: Record<string, string> = {}): Subject => ({
  cube,
  measured,
  voice: voiceOf("nl"),
  plural: { nl: "gemeenten" },
  settings,
  id: "t",
});

/** Squares of one degree beside each other, the first of them with a hole of a tenth. */
const squares = JSON.stringify({
  type: "Topology",
  synthetic: true,
  arcs: [
    [
      [0, 50],
      [1, 50],
      [1, 51],
      [0, 51],
      [0, 50],
    ],
    [
      [1, 50],
      [2, 50],
      [2, 51],
      [1, 51],
      [1, 50],
    ],
    [
      [0.4, 50.4],
      [0.4, 50.6],
      [0.6, 50.6],
      [0.6, 50.4],
      [0.4, 50.4],
    ],
  ],
  objects: {
    gemeente: {
      type: "GeometryCollection",
      geometries: [
        { type: "Polygon", id: "10001", arcs: [[0], [2]] },
        { type: "Polygon", id: "10008", arcs: [[1]] },
      ],
    },
  },
});

describe("classes as set", () => {
  const values = figuresAt(cube, -1);

  it("are those of core, over all periods so that playing keeps them", () => {
    const wanted = { equal: { count: 4 }, natural: { count: 3 }, "z-score": {}, incumbent: {} } as const;
    for (const [method, wishes] of Object.entries(wanted)) {
      const settings = { method, exact: "1", classes: String("count" in wishes ? wishes.count : 5) };
      const core = classify(method as "equal", values, wishes).breaks;
      expect(mapClassesOf(subject({ ...settings, moment: "2023" })).breaks).toEqual(core);
      expect(mapClassesOf(subject({ ...settings, moment: "2024" })).breaks).toEqual(core);
    }
    expect(mapClassesOf(subject({ over: "moment", moment: "2023", method: "equal", classes: "2", exact: "1" })).breaks).toEqual([70.5]);
    expect(mapClassesOf(subject({ over: "moment", moment: "2024", method: "equal", classes: "2", exact: "1" })).breaks).toEqual([73.5]);
  });

  it("have breaks that can be read, and count every figure of the moment once", () => {
    const classes = mapClassesOf(subject({ over: "moment", classes: "4" }));
    expect(classes.counts.reduce((a, b) => a + b)).toBe(10);
    expect(classes.breaks.map((each) => Number(each.toFixed(1)))).toEqual(classes.breaks);
  });

  it("lie around the figure that was given, as many on both sides", () => {
    const classes = mapClassesOf(subject({ method: "diverging", around: "40", classes: "4" }));
    expect(classes.breaks).toContain(40);
    expect(classes.steps.filter((each) => each < 4)).toHaveLength(classes.breaks.indexOf(40) + 1);
    expect(classes.around).toEqual({ value: 40 });
  });

  it("keep breaks by hand, and take an impossible setting as not set", () => {
    expect(mapClassesOf(subject({ method: "own", breaks: "30;20;x" })).breaks).toEqual([20, 30]);
    const usual = mapClassesOf(subject());
    expect(mapClassesOf(subject({ method: "none", classes: "40", scheme: "rainbow", moment: "1800" }))).toEqual(usual);
    expect(mapClassesOf(subject({ reverse: "1" })).steps).toEqual(usual.steps.map((each) => 8 - each));
  });
});

describe("colours", () => {
  const css = readFileSync(new URL("../src/style/schemes.css", import.meta.url), "utf8");
  const tokens = readFileSync(new URL("../src/style/tokens.css", import.meta.url), "utf8");
  const hex = (text: string): number[] => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16) / 255);
  const linear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const colourOf = (scheme: string, step: number): number[] => {
    const own = new RegExp(`--scheme-${scheme}-${step}: (#\\w{6})`).exec(css)?.[1];
    if (own) return hex(own).map(linear);
    const at = (n: number): number[] => hex(new RegExp(`--class-${n}: light-dark\\((#\\w{6})`).exec(tokens)?.[1] ?? "").map(linear);
    const [low, high] = [at(Math.floor(step / 2)), at(Math.ceil(step / 2))];
    return low.map((each, i) => (each + (high[i] ?? 0)) / 2);
  };
  /** Viénot, Brettel and Mollon (1999): what is seen without red and without green receptors. */
  const seen = {
    all: (rgb: number[]) => rgb,
    deutan: ([r = 0, g = 0, b = 0]: number[]) => [0.29275 * r + 0.70725 * g, 0.29275 * r + 0.70725 * g, -0.02234 * r + 0.02234 * g + b],
    protan: ([r = 0, g = 0, b = 0]: number[]) => [0.11238 * r + 0.88762 * g, 0.11238 * r + 0.88762 * g, 0.00401 * r - 0.00401 * g + b],
  };
  const oklab = ([r = 0, g = 0, b = 0]: number[]): number[] => {
    const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
    const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
    const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
    return [
      0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
    ];
  };
  const apart = (one: number[], other: number[]): number => Math.hypot(...one.map((each, i) => each - (other[i] ?? 0)));

  it("of neighbouring classes can be told apart, also by colour-blind eyes", () => {
    for (const scheme of schemes) {
      for (let count = 2; count <= 9; count++) {
        const steps = stepsOf(scheme, count);
        expect(new Set(steps).size, `${scheme} ${count}`).toBe(count);
        for (const eye of Object.values(seen)) {
          const colours = steps.map((step) => oklab(eye(colourOf(scheme, step))));
          colours.slice(1).forEach((each, at) => {
            const least = count <= 5 ? 0.055 : 0.03;
            expect(apart(each, colours[at] ?? []), `${scheme} ${count} ${at}`).toBeGreaterThan(least);
          });
          if (isDiverging(scheme)) expect(apart(colours[0] ?? [], colours.at(-1) ?? []), scheme).toBeGreaterThan(0.1);
        }
      }
    }
  });
});

describe("names", () => {
  const wishes = Array.from({ length: 200 }, (_, i): Wish => {
    const at: [number, number] = [(i * 37) % 300, (i * 53) % 200];
    return { code: String(i), text: `Plaats ${i}`, at, room: 60, rank: i, always: i === 3 };
  });

  it("never lie over each other or outside the frame, and the first in rank stands", () => {
    const placed = placeLabels(
      [...wishes, { ...(wishes[0] as Wish), code: "own", at: [150, 100], rank: 1e9, always: true }],
      { width: 300, height: 200 },
      13,
      (text) => text.length * 6,
    );
    expect(placed.length).toBeGreaterThan(10);
    expect(placed[0]?.code).toBe("own");
    for (const [at, one] of placed.entries()) {
      for (const other of placed.slice(at + 1)) {
        const isFree = Math.abs(one.at[0] - other.at[0]) >= (one.width + other.width) / 2 || Math.abs(one.at[1] - other.at[1]) >= 13;
        expect(isFree, `${one.text} and ${other.text}`).toBe(true);
      }
      expect(one.at[0] - one.width / 2).toBeGreaterThanOrEqual(0);
    }
  });

  it("that are much wider than their area do not stand, unless they are the reader's", () => {
    const wish: Wish = { code: "a", text: "Sint-Gillis-Waas", at: [100, 50], room: 20, rank: 1 };
    const place = (each: Wish) => placeLabels([each], { width: 200, height: 100 }, 13, () => 90);
    expect(place(wish)).toEqual([]);
    expect(place({ ...wish, always: true })).toHaveLength(1);
  });
});

describe("a map that moves", () => {
  const land = openLand(squares, "mercator");

  it("finds the area under a place, not in its hole", () => {
    const at = (lon: number, lat: number) => land.areas[areaAt(land, land.place([lon, lat]), 0)]?.code;
    expect([at(0.2, 50.2), at(0.5, 50.5), at(1.5, 50.5), at(3, 50)]).toEqual(["10001", undefined, "10008", undefined]);
    expect(land.synthetic).toBe(true);
  });

  it("goes by arrow to the neighbour in that direction", () => {
    const spots = [
      [0, 0],
      [10, 1],
      [4, 9],
      [30, 0],
      [-8, 0],
      [0, -20],
    ].map((spot) => ({ spot: spot as [number, number] }));
    const go = (x: number, y: number) => neighbourOf(spots, 0, [x, y]);
    expect([go(1, 0), go(0, 1), go(-1, 0), go(0, -1)]).toEqual([1, 2, 4, 5]);
    expect(neighbourOf(spots, 3, [1, 0])).toBe(3);
  });

  it("keeps the place under the pointer, and the land in sight", () => {
    const frame = { width: 400, height: 300 };
    const home = viewOf(land.box, frame);
    const near = zoomAt(home, 4, [120, 80]);
    expect(toScreen(near, toLand(home, [120, 80]))).toEqual([expect.closeTo(120), expect.closeTo(80)]);
    expect(bounded(zoomAt(home, 0.2, [0, 0]), land.box, frame)).toEqual(home);
    const far = bounded({ ...near, x: 1e6 }, land.box, frame);
    expect(toScreen(far, [land.box[0], 0])[0]).toBeCloseTo(frame.width / 2);
    expect(moveBetween(home, home)).toBe("translate(0px, 0px) scale(1)");
  });

  it("fills pixels with the area that covers their middle, and recolours without the borders", () => {
    const ids = new Uint16Array(20 * 10);
    const box = { ...land, areas: land.areas.slice(1) };
    const view = viewOf(land.box, { width: 40, height: 30 });
    rasterise(box.areas, { k: 20 / 1000, x: 0, y: 0 }, 20, 10, ids);
    expect([...ids.slice(20, 40)]).toEqual([...Array(10).fill(0), ...Array(10).fill(1)]);
    expect(view.k).toBeGreaterThan(0);
    const palette = { steps: Uint32Array.from({ length: 9 }, (_, i) => 100 + i), ground: 1, ink: 2, none: 3 };
    const out = new Uint32Array(ids.length);
    paint(ids, Uint8Array.of(4), palette, 20, 1, out);
    expect([out[20], out[35]]).toEqual([0, 104]);
    paint(ids, Uint8Array.of(fill.hatched), palette, 20, 1, out);
    expect(new Set(out.slice(30, 40))).toEqual(new Set([1, 2]));
  });
});

describe("what goes out", () => {
  it("holds no hidden figure, and names source, release and invented borders", () => {
    const file = JSON.parse(geojsonOf(subject({ moment: "2024" }), squares, "verzonnen"));
    expect(file).toMatchObject({
      type: "FeatureCollection",
      period: "2024",
      release: "r7f3a",
      source: "Bevolkingsregister",
      notice: "verzonnen",
    });
    const [shown, hidden] = file.features;
    expect(shown.properties).toEqual({ code: "10001", level: "gemeente", name: "Aardekerke", value: 13, status: 0 });
    expect(hidden.properties).toEqual({ code: "10008", level: "gemeente", name: "Haverlo", status: 7 });
    expect(shown.geometry.coordinates).toHaveLength(2);
    expect(shown.geometry.coordinates[0][0]).toEqual(shown.geometry.coordinates[0].at(-1));
    expect(geojsonOf(subject(), squares.replace('"synthetic":true,', ""), "verzonnen")).not.toContain("verzonnen");
  });

  it("asks services for the tiles that are seen", () => {
    const layer = { code: "k", name: { nl: "k" }, kind: "xyz", url: "https://t.example/{z}/{x}/{y}.png" } as const;
    expect(tileUrl(layer, 8, 131, 85)).toBe("https://t.example/8/131/85.png");
    const wmts = { ...layer, kind: "wmts", url: "https://t.example/wmts", layer: "grb" } as const;
    expect(tileUrl(wmts, 8, 131, 85)).toContain("TILEMATRIXSET=GoogleMapsCompatible&TILEMATRIX=8&TILEROW=85&TILECOL=131");
    const wms = wmsUrl({ ...layer, kind: "wms", url: "https://t.example/wms?map=x", layer: "a" }, [0.5, 0.25, 0.75, 0.5], {
      width: 300,
      height: 200,
    });
    expect(wms).toContain("wms?map=x&SERVICE=WMS&VERSION=1.3.0");
    expect(decodeURIComponent(wms)).toContain("BBOX=0.00,0.00,10018754.17,10018754.17&WIDTH=300");
    const land = openLand(squares, "mercator");
    const frame = { width: 512, height: 512 };
    const tiles = tilesOf(layer, land, viewOf(land.box, frame), frame);
    const gent = [Math.floor(((1 + 180) / 360) * 2 ** 8), 86];
    expect(tiles.some((each) => each.url.endsWith(`/8/${gent[0]}/${gent[1]}.png`))).toBe(true);
    expect(tiles.length).toBeLessThan(20);
  });

  it("reads what a geocoder answers as configured, and finds areas whatever their accents", () => {
    const service = { name: { nl: "g" }, url: "https://g.example?q={q}", results: "found.list", label: "name", lon: "at.0", lat: "at.1" };
    const answer = { found: { list: [{ name: "Korenmarkt 1", at: [3.72, "51.05"] }, { name: "nergens" }] } };
    expect(readPlaces(service, answer)).toEqual([{ label: "Korenmarkt 1", at: [3.72, 51.05] }]);
    expect(readPlaces(service, { error: true })).toEqual([]);
    const names = new Map([
      ["a", "Sint-Truiden"],
      ["b", "Truidenié"],
    ]);
    expect(findAreas(names, "truidenie").map((each) => each.code)).toEqual(["b"]);
    expect(findAreas(names, "truiden").map((each) => each.code)).toEqual(["b", "a"]);
  });
});
