import type { MapLayer } from "@peil/core/api-databank.ts";
import type { Land } from "./land.ts";
import { type Box, type Frame, toLand, toScreen, type View } from "./view.ts";

/** A picture of a service and where it stands on the screen. */
export type Tile = { readonly url: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Side of a tile as services cut them. */
const side = 256;
const deepest = 19;
/** Half the way around the earth in metres of Web Mercator. */
const half = 20_037_508.342789244;

function withQuery(url: string, fields: Readonly<Record<string, string>>): string {
  const query = Object.entries(fields).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  const join = url.includes("?") ? "&" : "?";
  return `${url}${/[?&]$/.test(url) ? "" : join}${query.join("&")}`;
}

/** The address of one tile: of a template what stands between braces, of a WMTS service the whole question. */
export function tileUrl(layer: MapLayer, z: number, x: number, y: number): string {
  const set = layer.matrixSet ?? "GoogleMapsCompatible";
  const named: Readonly<Record<string, string | number>> = {
    z,
    x,
    y,
    tilematrix: z,
    tilerow: y,
    tilecol: x,
    tilematrixset: set,
    layer: layer.layer ?? "",
    style: "default",
  };
  if (layer.kind === "xyz" || layer.url.includes("{")) {
    return layer.url.replace(/\{(\w+)\}/g, (_, name: string) => String(named[name.toLowerCase()] ?? ""));
  }
  return withQuery(layer.url, {
    SERVICE: "WMTS",
    REQUEST: "GetTile",
    VERSION: "1.0.0",
    LAYER: layer.layer ?? "",
    STYLE: "default",
    FORMAT: layer.format ?? "image/png",
    TILEMATRIXSET: set,
    TILEMATRIX: String(z),
    TILEROW: String(y),
    TILECOL: String(x),
  });
}

/** The address of one picture of what is seen, by WMS 1.3.0. `box` lies in the square of the world, from 0 to 1. */
export function wmsUrl(layer: MapLayer, [left, top, right, bottom]: Box, frame: Frame): string {
  const metres = [(left * 2 - 1) * half, (1 - bottom * 2) * half, (right * 2 - 1) * half, (1 - top * 2) * half];
  return withQuery(layer.url, {
    SERVICE: "WMS",
    VERSION: "1.3.0",
    REQUEST: "GetMap",
    LAYERS: layer.layer ?? "",
    STYLES: "",
    CRS: "EPSG:3857",
    BBOX: metres.map((each) => each.toFixed(2)).join(","),
    WIDTH: String(Math.round(frame.width)),
    HEIGHT: String(Math.round(frame.height)),
    FORMAT: layer.format ?? "image/png",
    TRANSPARENT: "TRUE",
  });
}

/** What is seen of a land in Web Mercator, in the square of the world. */
function seenOf(land: Land, view: View, frame: Frame): Box {
  const [left, top] = toLand(view, [0, 0]);
  const [right, bottom] = toLand(view, [frame.width, frame.height]);
  const [x, y] = land.origin;
  return [(left - x) / land.scale, (top - y) / land.scale, (right - x) / land.scale, (bottom - y) / land.scale];
}

/** The pictures of a layer for what is seen of a land in Web Mercator. */
export function tilesOf(layer: MapLayer, land: Land, view: View, frame: Frame): readonly Tile[] {
  const seen = seenOf(land, view, frame);
  if (layer.kind === "wms") return [{ url: wmsUrl(layer, seen, frame), x: 0, y: 0, ...frame }];
  const z = Math.max(0, Math.min(deepest, Math.round(Math.log2((land.scale * view.k) / side))));
  const count = 2 ** z;
  const size = (land.scale * view.k) / count;
  const within = (at: number): number => Math.max(0, Math.min(count - 1, Math.floor(at * count)));
  const tiles: Tile[] = [];
  for (let column = within(seen[0]); column <= within(seen[2]); column++) {
    for (let row = within(seen[1]); row <= within(seen[3]); row++) {
      const place: [number, number] = [(column / count) * land.scale + land.origin[0], (row / count) * land.scale + land.origin[1]];
      const [x, y] = toScreen(view, place);
      tiles.push({ url: tileUrl(layer, z, column, row), x, y, width: size, height: size });
    }
  }
  return tiles;
}
