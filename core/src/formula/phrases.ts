import type { Language } from "../model/text.ts";

/** The words of one language for formulas. */
export type Phrases = {
  readonly operators: Readonly<Record<"+" | "-" | "*" | "/", string>>;
  number(value: number): string;
  negative(number: string): string;
  opposite(of: string): string;
  sumOf(terms: readonly string[]): string;
  root(of: string): string;
  rounded(of: string): string;
  roundedValue(of: string): string;
  threshold(of: string): string;
  inPeriod(of: string, period: string): string;
  shifted(of: string, shift: number): string;
  recent(of: string, index: number): string;
};

/** Thousands apart by a no-break space, as both languages allow. */
function grouped(value: number, point: string): string {
  const [whole = "", decimals] = String(value).split(".");
  if (!/^\d+$/.test(whole)) return String(value).replace(".", point);
  const groups = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u00a0") : whole;
  return decimals === undefined ? groups : `${groups}${point}${decimals}`;
}

function listed(terms: readonly string[], and: string): string {
  return `${terms.slice(0, -1).join(", ")} ${and} ${terms.at(-1)}`;
}

const nl: Phrases = {
  operators: { "+": "plus", "-": "min", "*": "maal", "/": "gedeeld door" },
  number: (value) => grouped(value, ","),
  negative: (number) => `−${number}`,
  opposite: (of) => `het tegengestelde van ${of}`,
  sumOf: (terms) => `de som van ${listed(terms, "en")}`,
  root: (of) => `de vierkantswortel van ${of}`,
  rounded: (of) => `${of}, afgerond op een geheel getal`,
  roundedValue: (of) => `de afgeronde waarde van ${of}`,
  threshold: (of) => `${of} met de eigen drempelwaarde`,
  inPeriod: (of, period) => `${of} in ${period}`,
  shifted(of, shift) {
    if (shift === 0) return of;
    const count = Math.abs(shift) === 1 ? "een periode" : `${Math.abs(shift)} perioden`;
    return `${of} ${count} ${shift < 0 ? "eerder" : "later"}`;
  },
  recent(of, index) {
    if (index === 0) return `${of} in de meest recente periode`;
    return `${of} ${index === -1 ? "een periode" : `${-index} perioden`} vóór de meest recente`;
  },
};

const en: Phrases = {
  operators: { "+": "plus", "-": "minus", "*": "times", "/": "divided by" },
  number: (value) => grouped(value, "."),
  negative: (number) => `−${number}`,
  opposite: (of) => `the opposite of ${of}`,
  sumOf: (terms) => `the sum of ${listed(terms, "and")}`,
  root: (of) => `the square root of ${of}`,
  rounded: (of) => `${of}, rounded to a whole number`,
  roundedValue: (of) => `the rounded value of ${of}`,
  threshold: (of) => `${of} with its own threshold`,
  inPeriod: (of, period) => `${of} in ${period}`,
  shifted(of, shift) {
    if (shift === 0) return of;
    const count = Math.abs(shift) === 1 ? "one period" : `${Math.abs(shift)} periods`;
    return `${of} ${count} ${shift < 0 ? "earlier" : "later"}`;
  },
  recent(of, index) {
    if (index === 0) return `${of} in the most recent period`;
    return `${of} ${index === -1 ? "one period" : `${-index} periods`} before the most recent`;
  },
};

/** The words of a language; French falls back to Dutch. */
export function phrasesOf(language: Language): Phrases {
  return language === "en" ? en : nl;
}
