import { expect, test } from "vitest";
import { degreesOf, guessSystem, type System, systemNamed, systems } from "../../src/places/systems.ts";

const named = (epsg: number): System => systems.find((each) => each.epsg === epsg) as System;
const dms = (degrees: number, minutes: number, seconds: number): number => degrees + minutes / 60 + seconds / 3600;

// Metres per degree near 51° N, to hold answers against a distance on the ground.
const metres = { longitude: 70_200, latitude: 111_250 };
function apart(x: number, y: number, epsg: number, longitude: number, latitude: number): number {
  const [east, north] = degreesOf(named(epsg), x, y);
  return Math.hypot((east - longitude) * metres.longitude, (north - latitude) * metres.latitude);
}

test.each([
  // PROJ's answer, and that of epsg.io with EPSG transformation 15929, for one point near Aalter (proj4js, issue 412).
  [91371.198492, 185861.916314, 3.53387845650625, 50.9800414640608],
  // PROJ's cs2cs with EPSG:31370 for a point in Brussels (PROJ, issue 4170).
  [151066.89, 170265.84, 4.3839, 50.8428],
  // A point in Gent with the Lambert 72 coordinates that users of the Flemish base map expect (proj4js, issue 91).
  [104412.34369016332, 193117.34979477344, 3.7186701465384533, 51.04642936832842],
])("Lambert 72 (%f, %f) within 0.2 m, the accuracy of the transformation", (x, y, longitude, latitude) => {
  expect(apart(x, y, 31370, longitude, latitude)).toBeLessThan(0.2);
});

test("the false origin of Lambert 2008 as EPSG:3812 defines it", () => {
  expect(apart(649_328, 665_262, 3812, dms(4, 21, 33.177), dms(50, 47, 52.134))).toBeLessThan(0.1);
});

test("Lambert 72 and Lambert 2008 say the same of one place", () => {
  // Library B1 of fixtures/places: 4.05° E, 51.05° N.
  expect(degreesOf(named(31370), 127648.553, 193363.257)).toEqual([4.05, 51.05]);
  expect(degreesOf(named(3812), 627645.636, 693360.818)).toEqual([4.05, 51.05]);
});

test("the system follows from the magnitude", () => {
  const guess = (x: number, y: number): string => {
    const found = guessSystem(x, y);
    return found.kind === "abroad" ? "abroad" : `${found.kind} ${found.system.epsg}`;
  };
  expect(guess(3.725, 51.053)).toBe("system 4326");
  expect(guess(51.053, 3.725)).toBe("swapped 4326");
  expect(guess(104_412, 193_117)).toBe("system 31370");
  expect(guess(604_410, 693_112)).toBe("system 3812");
  expect(guess(2.35, 48.85)).toBe("abroad");
  expect(guess(0, 0)).toBe("abroad");
  expect(guess(5_683_000, 430_000)).toBe("abroad");
});

test("the extents of the systems do not meet, nor do they turned round", () => {
  for (const one of systems)
    for (const other of systems) {
      const [left, bottom, right, top] = other.extent;
      const turned = [bottom, left, top, right] as const;
      for (const box of one === other ? [] : [other.extent, turned]) {
        const meets = one.extent[0] <= box[2] && box[0] <= one.extent[2] && one.extent[1] <= box[3] && box[1] <= one.extent[3];
        expect(meets).toBe(false);
      }
    }
});

test("a column may name the system", () => {
  expect(
    ["31370", "EPSG:31370", "Belgian Lambert 72", "epsg 3812", "Lambert 2008", "WGS84", "4326"].map((each) => systemNamed(each)?.epsg),
  ).toEqual([31370, 31370, 31370, 3812, 3812, 4326, 4326]);
  expect(systemNamed("EPSG:28992")).toBeUndefined();
});
