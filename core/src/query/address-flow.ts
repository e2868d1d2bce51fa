import { escapeItem, refuseValue, splitItems, splitParts } from "./address-text.ts";
import type { FlowQuestion, Selection } from "./selection.ts";

/** The keys that together ask about a flow. */
export const flowKeys = ["flow", "partner", "top", "within-flows"] as const;

type FlowKey = (typeof flowKeys)[number];

/** Partners that one question may keep. */
const mostPartners = 1000;

/**
 * Reads the keys of a flow as one: with any of them the question is what they say, `flow=out` being usual.
 * @returns undefined where none of them stands there; null for `flow=none`
 * @throws `selection-invalid`
 */
export function parseFlow(valuesOf: (key: FlowKey) => readonly string[]): FlowQuestion | null | undefined {
  const read = (key: FlowKey): string[] => [...new Set(valuesOf(key).flatMap(splitItems))];
  const [side, partner, top, within] = flowKeys.map(read);
  if (!side || !partner || !top || !within || [side, partner, top, within].every((each) => each.length === 0)) return undefined;
  if (side.length === 1 && side[0] === "none") return null;
  return {
    side: sideOf(side),
    ...(partner.length === 0 ? {} : { partner: partnerOf(partner) }),
    ...(top.length === 0 ? {} : { top: topOf(top) }),
    ...(within.length === 0 ? {} : { within: withinOf(within) }),
  };
}

function sideOf(items: readonly string[]): FlowQuestion["side"] {
  const text = items.length === 0 ? "out" : items.join(",");
  if (text === "out" || text === "in" || text === "net" || text === "gross") return text;
  return refuseValue("flow", text, { nl: "out, in, net of gross.", en: "out, in, net or gross." });
}

/** `gemeente`, or `gemeente:44021,11002`; the level may be said again, but only one. */
function partnerOf(items: readonly string[]): NonNullable<FlowQuestion["partner"]> {
  const [level = "", ...first] = splitParts(items[0] ?? "");
  if (level !== "" && first.length === 0 && items.length === 1) return { level, areas: undefined };
  const areas = [first, ...items.slice(1).map((item) => ownCode(splitParts(item), level))].map((each) => each[0] ?? "");
  if (level !== "" && first.length === 1 && areas.every((each) => each !== "")) return { level, areas: [...new Set(areas)] };
  return refuseValue("partner", items.join(","), {
    nl: "<niveau>, of <niveau>:<code>,<code>…, zoals gemeente:44021,11002.",
    en: "<level>, or <level>:<code>,<code>…, such as gemeente:44021,11002.",
  });
}

function ownCode(parts: readonly string[], level: string): readonly string[] {
  if (parts.length === 1) return parts;
  return parts.length === 2 && parts[0] === level ? parts.slice(1) : [];
}

function topOf(items: readonly string[]): number {
  const text = items.join(",");
  const top = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (top >= 1 && top <= mostPartners) return top;
  return refuseValue("top", text, { nl: `Een getal van 1 tot ${mostPartners}.`, en: `A number from 1 to ${mostPartners}.` });
}

function withinOf(items: readonly string[]): boolean {
  const text = items.join(",");
  if (text === "0" || text === "1") return text === "1";
  return refuseValue("within-flows", text, {
    nl: "1 (ook stromen binnen het gebied zelf) of 0.",
    en: "1 (flows within the area itself too) or 0.",
  });
}

/** The values of the keys of a flow; empty where a key says nothing. */
export function flowTexts(flow: FlowQuestion | undefined): Record<FlowKey, string> {
  if (flow === undefined) return { flow: "none", partner: "", top: "", "within-flows": "" };
  const { partner, top, within } = flow;
  const codes = partner?.areas === undefined ? "" : `:${partner.areas.map(escapeItem).join(",")}`;
  return {
    flow: flow.side,
    partner: partner === undefined ? "" : `${escapeItem(partner.level)}${codes}`,
    top: top === undefined ? "" : String(top),
    "within-flows": within === undefined ? "" : within ? "1" : "0",
  };
}

/** Reads `interval`: `95`, `99:normal`. Null for `none`. @throws `selection-invalid` */
export function parseInterval(values: readonly string[]): Selection["interval"] | null {
  const items = [...new Set(values.flatMap(splitItems))];
  if (items.length === 0) return undefined;
  const text = items.join(",");
  if (text === "none") return null;
  const [, percent, method = "wilson"] = /^(90|95|99)(?::(wilson|normal))?$/.exec(text) ?? [];
  const level = ([90, 95, 99] as const).find((each) => String(each) === percent);
  if (level !== undefined) return { level, method: method === "normal" ? "normal" : "wilson" };
  return refuseValue("interval", text, {
    nl: "90, 95 of 99, zo nodig met een methode: 95:normal (gewoon: wilson).",
    en: "90, 95 or 99, if need be with a method: 95:normal (usual: wilson).",
  });
}

/** The value of `interval`. */
export function intervalText(interval: Selection["interval"]): string {
  if (interval === undefined) return "none";
  return interval.method === "wilson" ? String(interval.level) : `${interval.level}:${interval.method}`;
}
