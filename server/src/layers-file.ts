import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Geocoder, MapLayer, MapLayers } from "@peil/core/api-databank.ts";
import { fail } from "@peil/core/errors.ts";
import { type Check, type Fields, list, matching, oneOf, optional, type Place, record, refuse, string, text } from "./imports/shapes.ts";

/** Name of the file in the data folder that lists backgrounds and layers of the map. */
export const layersFile = "layers.json";

type Folder = MapLayers["folders"][number];

const layer = record<MapLayer>({
  code: matching(/^[\w-]{1,50}$/, "A–Z a–z 0–9 _ - (1–50)"),
  name: text,
  kind: oneOf("wms", "wmts", "xyz"),
  url: string,
  layer: optional(string),
  matrixSet: optional(string),
  format: optional(string),
  attribution: optional(text),
} as Fields<MapLayer>);

/** A path in an answer, or nothing. */
const path = matching(/^[\w.-]*$/, "a.b.0");

const file: Check<MapLayers> = record<MapLayers>({
  folders: list(record<Folder>({ name: text, layers: list(layer) })),
  geocoder: optional(record<Geocoder>({ name: text, url: string, results: path, label: path, lon: path, lat: path })),
} as Fields<MapLayers>);

const wants: Readonly<Record<MapLayer["kind"], readonly string[]>> = { xyz: ["{z}", "{x}", "{y}"], wms: [], wmts: [] };

/** The origin that a browser asks for an address with `{…}` in it; nothing where it is no web address. */
function originOf(url: string): string | undefined {
  const plain = url.replace(/\{\w+\}/g, "0");
  if (/^[a-z]+:\/\/[^/]*\{/.test(url) || !URL.canParse(plain)) return undefined;
  const { protocol, origin } = new URL(plain);
  return /^https?:$/.test(protocol) ? origin : undefined;
}

function checkAddress(url: string, parts: readonly string[], at: Place): void {
  const isWhole = originOf(url) !== undefined && parts.every((each) => url.includes(each));
  if (!isWhole) refuse(url, at, `https://…${parts.join("…")}`);
}

function checkLayer(each: MapLayer, at: string): void {
  checkAddress(each.url, wants[each.kind], { file: layersFile, path: `${at}.url` });
  const named = each.kind === "xyz" || each.layer !== undefined || (each.kind === "wmts" && each.url.includes("{"));
  if (!named) refuse("", { file: layersFile, path: `${at}.layer` }, '"…"');
}

/**
 * Reads the backgrounds and layers that a site offers; none where the data folder holds no list of them.
 * @throws `exchange-unreadable`, `exchange-invalid` with the place in the file
 */
export function readLayers(folder: string): MapLayers {
  const where = join(folder, layersFile);
  if (!existsSync(where)) return { folders: [] };
  const layers = file.read(parse(readFileSync(where, "utf8")), { file: layersFile, path: "" });
  const codes = new Set<string>();
  layers.folders.forEach((each, f) => {
    each.layers.forEach((one, l) => {
      const at = `folders[${f}].layers[${l}]`;
      checkLayer(one, at);
      if (codes.has(one.code)) refuse(one.code, { file: layersFile, path: `${at}.code` }, '"…" ≠');
      codes.add(one.code);
    });
  });
  if (layers.geocoder) checkAddress(layers.geocoder.url, ["{q}"], { file: layersFile, path: "geocoder.url" });
  return layers;
}

function parse(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\ufeff/, ""));
  } catch (error) {
    return fail("exchange-unreadable", { file: layersFile, why: error instanceof Error ? error.message : "JSON" });
  }
}

/** What pages may ask of other sites: pictures of the layers, and answers of the geocoder. Each origin once. */
export function originsOf(layers: MapLayers): { readonly images: readonly string[]; readonly answers: readonly string[] } {
  const images = layers.folders.flatMap((each) => each.layers).flatMap((each) => originOf(each.url) ?? []);
  const answers = layers.geocoder === undefined ? [] : [originOf(layers.geocoder.url) ?? ""].filter((each) => each !== "");
  return { images: [...new Set(images)].sort(), answers };
}
