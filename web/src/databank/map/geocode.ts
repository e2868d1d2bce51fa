import type { Geocoder } from "@peil/core/api-databank.ts";
import type { Point } from "../../presentations/outline.ts";

/** A place that a service found, in degrees. */
export type FoundPlace = { readonly label: string; readonly at: Point };

/** Most findings that are listed. */
const most = 8;

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/** Areas whose name holds what was typed, those that begin with it first. */
export function findAreas(names: ReadonlyMap<string, string>, typed: string): readonly { readonly code: string; readonly name: string }[] {
  const wanted = plain(typed);
  if (wanted === "") return [];
  const found = [...names].map(([code, name]) => ({ code, name, at: plain(name).indexOf(wanted) })).filter((each) => each.at >= 0);
  return found
    .sort((a, b) => Number(a.at > 0) - Number(b.at > 0) || a.name.length - b.name.length)
    .slice(0, most)
    .map(({ code, name }) => ({ code, name }));
}

/** What stands in an answer at a path such as `results.0.name`. */
function at(value: unknown, path: string): unknown {
  if (path === "") return value;
  return path.split(".").reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

/** Reads the answer of a service as its configuration says; what has no place is left out. */
export function readPlaces(geocoder: Geocoder, answer: unknown): readonly FoundPlace[] {
  const list = at(answer, geocoder.results);
  if (!Array.isArray(list)) return [];
  return list.slice(0, most).flatMap((each): FoundPlace[] => {
    const [lon, lat] = [Number(at(each, geocoder.lon)), Number(at(each, geocoder.lat))];
    return Number.isFinite(lon) && Number.isFinite(lat) ? [{ label: String(at(each, geocoder.label) ?? ""), at: [lon, lat] }] : [];
  });
}

/** Asks a service for an address. */
export async function geocode(geocoder: Geocoder, typed: string): Promise<readonly FoundPlace[]> {
  const answer = await fetch(geocoder.url.replace("{q}", encodeURIComponent(typed)), {
    credentials: "omit",
    referrerPolicy: "no-referrer",
  });
  if (!answer.ok) throw new Error(String(answer.status));
  return readPlaces(geocoder, await answer.json());
}
