import { escapeItem, none, refuseValue, splitPair, splitParts, unescaped, unlike } from "./address-text.ts";
import type { AreaChoice, AreaRef } from "./selection.ts";

type AreaKey = "area" | "within" | "neighbours" | "alike";

/**
 * Which areas `area`, `within`, `neighbours` or `alike` name; of several the first in this order counts.
 * @returns undefined where none of them says anything
 * @throws `selection-invalid`
 */
export function parseAreas(items: (key: AreaKey) => readonly string[]): AreaChoice | undefined {
  const areas = items("area");
  const unique = [...new Set(areas)];
  const word = ["all", none].find((each) => unique.includes(each));
  if (unique.length > 1 && word !== undefined) {
    refuseValue("area", areas.join(","), {
      nl: "“all”, “none”, of codes gescheiden door komma's.",
      en: "“all”, “none”, or codes separated by commas.",
    });
  }
  if (word === none) return { kind: "list", codes: [] };
  if (unique.length > 0 && word === undefined) return { kind: "list", codes: unique.map(unescaped) };
  const within = oneItem("within", items("within"));
  if (within !== undefined) return { kind: "within", parent: parseRef("within", within) };
  const neighbours = oneItem("neighbours", items("neighbours"));
  if (neighbours !== undefined) return { kind: "neighbours", of: parseRef("neighbours", neighbours) };
  const alike = oneItem("alike", items("alike"));
  if (alike !== undefined) return alikeOf(alike);
  return unique.length === 0 ? undefined : { kind: "all" };
}

function oneItem(key: "within" | "neighbours" | "alike", items: readonly string[]): string | undefined {
  if (items.length > 1) refuseValue(key, items.join(","), { nl: `Eén gebied: ${examples[key]}.`, en: `One area: ${examples[key]}.` });
  return items[0];
}

const examples = { within: "within=provincie:10000", neighbours: "neighbours=gemeente:44021", alike: "alike=cluster:gemeente:44021" };

function alikeOf(item: string): AreaChoice {
  const [level, own, code, ...more] = splitParts(item);
  if (level && own && code && more.length === 0) return { kind: "alike", level, of: { level: own, code } };
  return refuseValue("alike", item, {
    nl: "<groeperend niveau>:<niveau>:<code>, zoals cluster:gemeente:44021.",
    en: "<grouping level>:<level>:<code>, such as cluster:gemeente:44021.",
  });
}

/** An area as `<level>:<code>`. @throws `selection-invalid` */
export function parseRef(key: string, item: string): AreaRef {
  const [level, code] = splitPair(item, true);
  if (level !== "" && code !== undefined && code !== "") return { level, code };
  return refuseValue(key, item, { nl: "<niveau>:<code>, zoals gewest:2000.", en: "<level>:<code>, such as gewest:2000." });
}

/** The values of the keys that choose areas; empty where a key says nothing. */
export function areaTexts(areas: AreaChoice): Record<AreaKey, readonly string[]> {
  const codes = areas.kind === "list" ? areas.codes.map((code) => unlike(none, unlike("all", escapeItem(code)))) : [];
  return {
    area: [areas.kind === "list" ? codes.join(",") || none : areas.kind === "all" ? "all" : ""],
    within: [areas.kind === "within" ? refText(areas.parent) : ""],
    neighbours: [areas.kind === "neighbours" ? refText(areas.of) : ""],
    alike: [areas.kind === "alike" ? `${escapeItem(areas.level)}:${refText(areas.of)}` : ""],
  };
}

/** An area as `<level>:<code>`. */
export const refText = (ref: AreaRef): string => `${escapeItem(ref.level)}:${escapeItem(ref.code)}`;
