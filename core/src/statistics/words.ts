import { say, type Text } from "../model/text.ts";

/** A name with what was done to it: *Inwoners, groei tegenover 2019*. */
export function suffixed(label: Text, more: Text): Text {
  return { nl: `${label.nl}, ${more.nl}`, en: `${say(label, "en")}, ${say(more, "en")}` };
}

const percent = new Set(["%", "procent", "percent", "per cent"]);

/** The unit of a difference: percentages differ by percentage points. */
export function differenceUnit(unit: Text | undefined): Text {
  if (unit === undefined) return { nl: "", en: "" };
  return percent.has(unit.nl.trim().toLowerCase()) ? { nl: "procentpunt", en: "percentage points" } : unit;
}
