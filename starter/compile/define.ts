import type { ExchangeIndicator } from "../../core/src/model/exchange.ts";
import type { Text } from "../../core/src/model/text.ts";

/** An indicator, and for a flat one the query that fetches its figures: `level, period, area, value, status`. */
export type Topic = { readonly indicator: ExchangeIndicator; readonly load?: string };

/** Dutch and English. */
export type Pair = readonly [nl: string, en: string];

/** What must be said of every indicator; anything else has a default that can be overruled. */
export type Says = {
  readonly code: string;
  readonly name: Pair;
  readonly unit: Pair;
  readonly about: Pair;
  readonly source: string;
  readonly words?: Pair;
  readonly note?: Pair;
} & Partial<Omit<ExchangeIndicator, "code" | "name" | "unit" | "description" | "keywords" | "source" | "footnote">>;

/** Units that occur often. */
export const unit = {
  number: ["aantal", "number"],
  inhabitants: ["inwoners", "inhabitants"],
  households: ["huishoudens", "households"],
  percent: ["%", "%"],
  thousand: ["per 1.000 inwoners", "per 1,000 inhabitants"],
  tenThousand: ["per 10.000 inwoners", "per 10,000 inhabitants"],
  euro: ["euro", "euros"],
  euroHead: ["euro per inwoner", "euros per inhabitant"],
  kwh: ["kWh", "kWh"],
  pupils: ["leerlingen", "pupils"],
} as const satisfies Record<string, Pair>;

const text = ([nl, en]: Pair): Text => ({ nl, en });

function build(says: Says, own: Partial<ExchangeIndicator>): ExchangeIndicator {
  const { name, unit: measured, about, words, note, ...rest } = says;
  return {
    shape: "flat",
    kind: "register",
    dataType: "count",
    periodType: "flow",
    rating: "neutral",
    aggregatesAreas: true,
    aggregatesPeriods: false,
    absent: "empty",
    decimals: 0,
    visible: true,
    searchable: true,
    ...own,
    ...rest,
    name: text(name),
    unit: text(measured),
    description: text(about),
    ...(words ? { keywords: text(words) } : {}),
    ...(note ? { footnote: text(note) } : {}),
  };
}

/** Something that happens and is counted over a period; months and years add up. */
export function flow(says: Says, load: string): Topic {
  return { indicator: build(says, { periodType: "flow", aggregatesPeriods: true }), load };
}

/** Something that is there at a moment and is counted. */
export function stock(says: Says, load: string): Topic {
  return { indicator: build(says, { periodType: "stock" }), load };
}

/** A figure that cannot be added up, such as a median. */
export function single(says: Says, load: string): Topic {
  return { indicator: build(says, { dataType: "other", aggregatesAreas: false }), load };
}

/** A percentage that a formula computes. */
export function share(says: Says & { readonly formula: string }): Topic {
  return { indicator: build(says, { dataType: "percentage", decimals: 1 }) };
}

/** A number per so many of something else, that a formula computes. */
export function rate(says: Says & { readonly formula: string; readonly factor: number }): Topic {
  return { indicator: build(says, { dataType: "ratio", decimals: 1 }) };
}

/** A mean that a formula computes: one amount divided by another. */
export function mean(says: Says & { readonly formula: string }): Topic {
  return { indicator: build(says, { dataType: "mean" }) };
}

/** A sum or difference of other indicators. */
export function total(says: Says & { readonly formula: string }): Topic {
  return { indicator: build(says, { dataType: "count" }) };
}

/**
 * Change in percent of one indicator since so many periods ago. In a formula an empty operand of a subtraction counts as zero:
 * the last factor (the figure divided by itself) keeps a missing figure from looking like a fall of 100 %.
 */
export function growth({ of, back, ...says }: Says & { readonly of: string; readonly back: number }): Topic {
  const before = `data_from_period(${of}, "-${back}")`;
  const formula = `100 * (${of} - ${before}) / ${before} * ${of} / ${of}`;
  return { indicator: build(says, { dataType: "percentage", periodType: "growth", decimals: 1, formula }) };
}

/** A cube, loaded on the cells of these classifications. */
export function cube(says: Says & { readonly dimensionLevels: readonly string[] }): Topic {
  return { indicator: build(says, { shape: "cube", absent: "zero" }) };
}
