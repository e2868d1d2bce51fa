import type { DataType } from "@peil/core/model/indicator.ts";
import type { Text } from "@peil/core/model/text.ts";
import { grammarOf } from "./grammar-of.ts";
import { figure, isMoneyOrMeasure, unitOf } from "./unit.ts";
import type { Voice } from "./voice.ts";

/** What of an indicator decides how its figure is said. */
export type Figured = { readonly name: Text; readonly unit: Text; readonly dataType: DataType; readonly decimals: number };

/**
 * Whether the figure counts all things of its unit: *telde 12 gebouwen*. Not *telde 12 hectare*; and not *telde 12 inwoners* where
 * the indicator counts some of them only.
 */
export function countsThings({ name, unit, dataType }: Figured, voice: Voice): boolean {
  const text = unitOf(unit, voice);
  if (dataType !== "count" || text === "" || isMoneyOrMeasure(text)) return false;
  return (
    voice
      .say(name)
      .replace(/ \(.*\)$/, "")
      .toLowerCase() === text.toLowerCase()
  );
}

/** A figure with its unit, in the singular where it is one: *1 inwoner*, *geen inwoners*, *23,4 %*. */
export function wholeFigure(value: number, facts: Figured, voice: Voice): string {
  const unit = unitOf(facts.unit, voice);
  if (value === 0 && countsThings(facts, voice)) return grammarOf(voice).none(unit);
  const number = voice.number(value, facts.decimals);
  const one = /^−?1$/.test(number) && unit !== "%" ? grammarOf(voice).singular(unit) : undefined;
  return one === undefined ? figure(value, facts.unit, facts.decimals, voice) : `${number}\u00a0${one}`;
}
