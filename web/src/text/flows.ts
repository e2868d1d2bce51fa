import type { Voice } from "./voice.ts";

/** What the section of partner areas says in Dutch. */
const nl = {
  title: (area: string) => `Met welke gebieden: ${area}`,
  choose: "Richting",
  side: { out: "Uitgaand", in: "Inkomend", net: "Saldo", gross: "Samen" },
  caption: (name: string, side: string, period: string, unit: string) => `${name}, ${side}, ${period} (${unit})`,
  largest: { out: "Het meest naar", in: "Het meest van", net: "Het grootste saldo met", gross: "Het meest met" },
  sentence: (what: string, area: string, figure: string) => `${what} ${area}: ${figure}.`,
  none: "Er zijn geen cijfers met andere gebieden.",
  partner: "Gebied",
};

/** The same in English. */
const en: typeof nl = {
  title: (area) => `With which areas: ${area}`,
  choose: "Direction",
  side: { out: "Outgoing", in: "Incoming", net: "Net", gross: "Both ways" },
  caption: (name, side, period, unit) => `${name}, ${side}, ${period} (${unit})`,
  largest: { out: "Most to", in: "Most from", net: "Largest balance with", gross: "Most with" },
  sentence: (what, area, figure) => `${what} ${area}: ${figure}.`,
  none: "There are no figures with other areas.",
  partner: "Area",
};

/** What the section of partner areas says. */
export function flowWords(voice: Voice): typeof nl {
  return voice.language === "en" ? en : nl;
}
