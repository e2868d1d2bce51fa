import { type Language, say, type Text } from "@peil/core/model/text.ts";
import { en } from "./en.ts";
import { type Messages, nl } from "./nl.ts";

/** The messages of each language. French is prepared: its content shows, its interface falls back to Dutch until it is written. */
export const messages: Readonly<Record<Language, Messages>> = { nl, en, fr: nl };

/** Locale that numbers and dates follow, per language. */
const locales: Readonly<Record<Language, string>> = { nl: "nl-BE", en: "en-GB", fr: "fr-BE" };

/** One language, ready to speak: its messages, its numbers, its dates, its pick of a text. */
export type Voice = {
  readonly language: Language;
  readonly m: Messages;
  /** The text in this language, or in Dutch where it has none. */
  say(text: Text): string;
  /** A number with a fixed number of decimals. */
  number(value: number, decimals?: number): string;
  /** A day, from an ISO date or moment. */
  day(iso: string): string;
};

const formats = new Map<string, Intl.NumberFormat>();

function formatOf(language: Language, decimals: number): Intl.NumberFormat {
  const key = `${language}:${decimals}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    useGrouping: true,
  });
  formats.set(key, made);
  return made;
}

function formatDay(iso: string, language: Language): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  return dayFormatOf(language).format(moment);
}

const dayFormats = new Map<Language, Intl.DateTimeFormat>();

function dayFormatOf(language: Language): Intl.DateTimeFormat {
  const known = dayFormats.get(language);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locales[language], {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Brussels",
  });
  dayFormats.set(language, made);
  return made;
}

/** What stands between thousands and before decimals, in the languages that are written without asking the system. */
const marks: Readonly<Partial<Record<Language, readonly [string, string]>>> = { nl: [".", ","], en: [",", "."] };

/**
 * What the system's format writes, in a fraction of the time: the shortest decimal form of a number, rounded half away from zero.
 * Undefined where that form has an exponent, or more digits than stay exact.
 */
function plainNumber(value: number, decimals: number, language: Language): string | undefined {
  const mark = marks[language];
  const size = Math.abs(value);
  if (mark === undefined || decimals > 6 || !(size === 0 || (size >= 1e-6 && size < 1e9))) return undefined;
  const text = String(size);
  const point = text.indexOf(".");
  const whole = point < 0 ? text : text.slice(0, point);
  const part = point < 0 ? "" : text.slice(point + 1);
  const up = part.charCodeAt(decimals) >= 53 ? 1 : 0;
  const digits = String(Number(whole + part.slice(0, decimals).padEnd(decimals, "0")) + up).padStart(decimals + 1, "0");
  const cut = digits.length - decimals;
  let grouped = digits.slice(0, cut % 3);
  for (let at = cut % 3; at < cut; at += 3) grouped += (at === 0 ? "" : mark[0]) + digits.slice(at, at + 3);
  return `${value < 0 || Object.is(value, -0) ? "-" : ""}${grouped}${decimals === 0 ? "" : mark[1] + digits.slice(cut)}`;
}

/** A number as the language writes it, with a true minus sign and never a minus zero. */
export function formatNumber(value: number, decimals: number, language: Language): string {
  const text = plainNumber(value, decimals, language) ?? formatOf(language, decimals).format(value);
  const bare = /^-[0.,\s]*$/.test(text) ? text.slice(1) : text;
  return bare.replace("-", "−");
}

/** Opens a language. Costs nothing; formats are made once. */
export function voiceOf(language: Language): Voice {
  return {
    language,
    m: messages[language],
    say: (text) => say(text, language),
    number: (value, decimals = 0) => formatNumber(value, decimals, language),
    day: (iso) => formatDay(iso, language),
  };
}
