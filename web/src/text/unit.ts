import type { Text } from "@peil/core/model/text.ts";
import type { Voice } from "./voice.ts";

const measures =
  /^(euros?|eur|€|%|‰|procent|percent|ha|hectare|hectares|are|m|m²|m2|km|km²|km2|kg|ton|tonnes?|kwh|mwh|gwh|tj|gj|kw|mw|jaar|years?|dagen|days|uren|hours|minuten|minutes|index|punten|points|per .*|.* per .*|.*euro|duizend .*|miljoen .*|€.*)$/i;

/** Whether a unit measures rather than counts things. */
export function isMoneyOrMeasure(unit: string): boolean {
  return measures.test(unit.trim());
}

/** The unit to print after a number; nothing for the bare *aantal*. */
export function unitOf(unit: Text, voice: Voice): string {
  const text = voice.say(unit).trim();
  return /^(aantal|number|count|-|index)$/i.test(text) ? "" : text;
}

/** A unit as it follows a number in type of its own: with the space that the language puts before it. */
export function spacedUnit(unit: Text, voice: Voice): string {
  const text = unitOf(unit, voice);
  return text === "" || (text === "%" && voice.language === "en") ? text : `\u00a0${text}`;
}

/** A number with its unit as it stands in a sentence: `263.927 inwoners`, `23,4 %`, `23.4%`. */
export function figure(value: number, unit: Text, decimals: number, voice: Voice): string {
  const number = voice.number(value, decimals);
  const text = unitOf(unit, voice);
  if (text === "") return number;
  if (text === "%" || /^(procent|percent)$/i.test(text)) return percent(number, voice);
  return `${number}\u00a0${text}`;
}

/** A written number as a percentage. */
export function percent(number: string, voice: Voice): string {
  return voice.language === "en" ? `${number}%` : `${number}\u00a0%`;
}
