import type { Text } from "@peil/core/model/text.ts";
import proj4 from "proj4";

/** Longitude and latitude in degrees (WGS84). */
export type Spot = readonly [longitude: number, latitude: number];

/** A coordinate system that files use, by its number in the EPSG register. */
export type System = {
  readonly epsg: 31370 | 3812 | 4326;
  readonly name: Text;
  /** Where coordinates of places in Belgium lie: the area of use of the register, rounded outwards. */
  readonly extent: readonly [left: number, bottom: number, right: number, top: number];
};

/**
 * The systems, told apart by magnitude alone: their extents do not overlap.
 * Areas of use and projected bounds: EPSG register, 31370, 3812 and 4313.
 */
export const systems: readonly System[] = [
  { epsg: 4326, name: { nl: "WGS84 (lengte en breedte)", en: "WGS84 (longitude and latitude)" }, extent: [2.2, 49.4, 6.5, 51.95] },
  { epsg: 31370, name: { nl: "Lambert 72 (EPSG:31370)", en: "Lambert 72 (EPSG:31370)" }, extent: [-5_000, 20_000, 300_000, 290_000] },
  { epsg: 3812, name: { nl: "Lambert 2008 (EPSG:3812)", en: "Lambert 2008 (EPSG:3812)" }, extent: [494_000, 520_000, 800_000, 790_000] },
];

/**
 * Projections as PROJ writes them. Lambert 72 lies on the datum BD72; its seven parameters are those of EPSG transformation 15929
 * (accuracy 0.2 m), rotations as position vector. Lambert 2008 lies on ETRS89, which is WGS84 within half a metre.
 */
const definitions = {
  31370:
    "+proj=lcc +lat_0=90 +lon_0=4.367486666666666 +lat_1=51.16666723333333 +lat_2=49.8333339 +x_0=150000.013 +y_0=5400088.438 +ellps=intl +towgs84=-106.8686,52.2978,-103.7239,0.3366,-0.457,1.8422,-1.2747 +units=m +no_defs",
  3812: "+proj=lcc +lat_0=50.797815 +lon_0=4.359215833333333 +lat_1=49.833333333333336 +lat_2=51.166666666666664 +x_0=649328 +y_0=665262 +ellps=GRS80 +units=m +no_defs",
} as const;

const converters = {
  31370: proj4(definitions[31370], "WGS84"),
  3812: proj4(definitions[3812], "WGS84"),
};

/** Degrees are kept to a tenth of a metre, which is more than any of the transformations is worth. */
function kept(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Degrees of a place, to six decimals. */
export function degreesOf(system: System, x: number, y: number): Spot {
  if (system.epsg === 4326) return [kept(x), kept(y)];
  const [longitude, latitude] = converters[system.epsg].forward([x, y]) as [number, number];
  return [kept(longitude), kept(latitude)];
}

/** A place in metres of Belgian Lambert 72 (EPSG:31370). */
export type Metres = readonly [x: number, y: number];

/** Where a place in degrees lies in metres. */
export function metresOf(longitude: number, latitude: number): Metres {
  return converters[31370].inverse([longitude, latitude]) as [number, number];
}

function isWithin([left, bottom, right, top]: System["extent"], x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** What the magnitude of two coordinates says. */
export type Guess =
  | { readonly kind: "system"; readonly system: System }
  /** In no system as they stand, but in one the other way round. */
  | { readonly kind: "swapped"; readonly system: System }
  /** In Belgium in none. */
  | { readonly kind: "abroad" };

/** In which system a place in Belgium would have these coordinates. */
export function guessSystem(x: number, y: number): Guess {
  const system = systems.find((each) => isWithin(each.extent, x, y));
  if (system !== undefined) return { kind: "system", system };
  const swapped = systems.find((each) => isWithin(each.extent, y, x));
  return swapped === undefined ? { kind: "abroad" } : { kind: "swapped", system: swapped };
}

/** The system that a text names: its EPSG number, or its name. */
export function systemNamed(text: string): System | undefined {
  const bare = text.toLowerCase().replace(/[^a-z0-9]/g, "");
  const known: Readonly<Record<string, number>> = { lambert72: 31370, lambert1972: 31370, lambert2008: 3812, lambert08: 3812, wgs84: 4326 };
  const epsg = known[bare.replace(/^belgian/, "")] ?? Number(bare.replace(/^epsg/, ""));
  return systems.find((each) => each.epsg === epsg);
}
