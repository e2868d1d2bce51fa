import type { Area, Level } from "@peil/core/model/area.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import { areasWithin, findArea, parentOn } from "@peil/core/query/choose.ts";
import type { AreaRef } from "@peil/core/query/selection.ts";
import { findOnAnyVintage } from "../views/kinship.ts";

/** The parameters of an address, by name in small letters. */
export type Fields = ReadonlyMap<string, string>;

/** The first value of each parameter; parameters without a value are absent. */
export function fieldsOf(query: string): Fields {
  const out = new Map<string, string>();
  for (const [key, value] of new URLSearchParams(query.replaceAll("?", "&"))) {
    const name = key.toLowerCase().replace(/^amp;/, "");
    if (!out.has(name) && value.trim() !== "") out.set(name, value.trim());
  }
  return out;
}

/** Codes behind each other, parted by commas or semicolons. */
export const listOf = (text: string | undefined): readonly string[] =>
  (text ?? "")
    .split(/[,;]/)
    .map((each) => each.trim())
    .filter((each) => each !== "");

/** Which areas an address means. */
export type FormerAreas = {
  /** Alias of the level of the rows; undefined where the address names none. */
  readonly level: string | undefined;
  /** The areas that are asked; undefined for all of the level. */
  readonly areas: readonly AreaRef[] | undefined;
  /** The one area in which all areas of the level are asked, where it is just one. */
  readonly within?: AreaRef;
  readonly compare: readonly AreaRef[];
  /** What is named and does not exist, and the level on which it was looked for. */
  readonly unknown: readonly AreaRef[];
};

/**
 * Reads `geolevel`, `geoitem`, `geoitem_codes`, `geosplit`, `geocompare` and `geocompare_item`, and the names that reports and
 * dashboards have for them. Areas of another kind than the level, and those that `geosplit` splits, are what the rows lie in.
 */
export function areasOfFields(fields: Fields, catalogue: Catalogue): FormerAreas {
  const named = fields.get("geolevel") ?? fields.get("regionlevel");
  const split = catalogue.level(fields.get("geosplit") ?? "");
  const own = catalogue.level(named ?? "");
  const items = look([...listOf(fields.get("geoitem")), ...codesIn(fields)], named, catalogue);
  const [first] = items.found;
  const level = split ?? (first !== undefined && (own === undefined || first.level.base === own.base) ? first.level : own) ?? first?.level;
  const of = (each: Found): boolean => each.level.id === level?.id;
  const isAbove = (each: Found): boolean => !of(each) && level !== undefined && (split !== undefined || each.level.base !== level.base);
  const above = items.found.filter(isAbove);
  const inside =
    level === undefined ? [] : above.flatMap((each) => areasWithin(catalogue, level, each.area).map((area) => ({ level, area })));
  const chosen = [...new Map([...items.found.filter(of), ...inside].map((each) => [each.area.id, each])).values()];
  const [only] = above;
  const compared = comparedBy(fields, chosen, catalogue);
  return {
    level: level?.alias,
    areas: items.found.length === 0 ? undefined : chosen.map(refOf),
    ...(only !== undefined && items.found.length === 1 ? { within: refOf(only) } : {}),
    compare: compared.found.map(refOf),
    unknown: [...items.unknown, ...compared.unknown],
  };
}

type Found = { readonly level: Level; readonly area: Area };
type Looked = { readonly found: readonly Found[]; readonly unknown: readonly AreaRef[] };

const refOf = ({ level, area }: Found): AreaRef => ({ level: level.alias, code: area.code });

function codesIn(fields: Fields): readonly string[] {
  return ["geoitem_codes", "input_geo", "regioncode"].flatMap((key) => listOf(fields.get(key)));
}

function comparedBy(fields: Fields, chosen: readonly Found[], catalogue: Catalogue): Looked {
  const named = fields.get("geocompare");
  const items = fields.get("geocompare_item");
  if (items !== undefined) return look(listOf(items), named, catalogue);
  const level = catalogue.level(named ?? "");
  if (level === undefined) return look(listOf(named), undefined, catalogue);
  const parents = chosen.flatMap(({ area }) => parentOn(catalogue, level, area) ?? []);
  const areas = chosen.length === 0 ? catalogue.areasOf(level.id).filter((each) => !each.pseudo) : parents;
  return { found: [...new Map(areas.map((area) => [area.id, { level, area }])).values()], unknown: [] };
}

function look(texts: readonly string[], level: string | undefined, catalogue: Catalogue): Looked {
  const all = texts.filter((text) => !["all", "*"].includes(text.toLowerCase()));
  const looked = all.map((text) => ({ text, found: foundIn(text, level, catalogue) }));
  return {
    found: looked.flatMap((each) => each.found ?? []),
    unknown: looked.flatMap((each) => (each.found === undefined ? [{ level: level ?? "", code: each.text }] : [])),
  };
}

/** Both the code of a level and that of an area may hold `_`: the first split that names an area counts. */
function foundIn(text: string, level: string | undefined, catalogue: Catalogue): Found | undefined {
  const splits = [...text.matchAll(/_/g)].map(({ index }) => [text.slice(0, index), text.slice(index + 1)] as const);
  const tries = [...(level === undefined ? [] : [[level, text] as const]), ...splits];
  for (const [alias, code] of tries) {
    const known = catalogue.level(alias);
    const area = known && findOnAnyVintage(catalogue, known, code);
    if (area) return area;
  }
  return undefined;
}

/** Complains of the first area that does not exist. @throws `area-unknown`, `level-unknown` */
export function refuseUnknown({ unknown }: FormerAreas, catalogue: Catalogue): void {
  const [first] = unknown;
  if (first === undefined) return;
  const at = first.code.lastIndexOf("_");
  findArea(catalogue, first.level !== "" || at < 0 ? first : { level: first.code.slice(0, at), code: first.code.slice(at + 1) });
}
