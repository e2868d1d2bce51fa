import type { Judgement, Movement } from "@peil/core/statistics/judgement.ts";
import type { Voice } from "./voice.ts";

/** What the short scan of an area on paper says. */
export type ScanWords = {
  readonly title: (area: string) => string;
  readonly beside: (benchmark: string | undefined, years: number) => string;
  readonly description: (area: string) => string;
  /** Beside whom figures stand where there is no benchmark. */
  readonly mean: (plural: string) => string;
  readonly foot: (site: string, release: string, day: string) => string;
  readonly page: string;
  readonly contents: string;
  readonly none: (area: string) => string;
  readonly strengths: string;
  readonly attentions: string;
  readonly noStrengths: string;
  readonly noAttentions: string;
  readonly point: (name: string, own: string, other: string | undefined, period: string) => string;
  readonly more: (n: number) => string;
  readonly profile: string;
  readonly profileCaption: (benchmark: string) => string;
  /** Behind the caption, where not every figure stands in the profile. */
  readonly profilePart: string;
  readonly profileAlt: (area: string, benchmark: string, n: number) => string;
  readonly profileFurthest: (higher: boolean, names: string) => string;
  readonly lower: string;
  readonly higher: string;
  readonly neither: string;
  readonly figures: string;
  readonly topic: string;
  readonly period: string;
  readonly rank: string;
  readonly rankOf: (position: string, of: string) => string;
  readonly earlier: string;
  readonly movement: string;
  readonly verdict: string;
  readonly judged: Readonly<Record<Judgement, string>>;
  readonly movements: Readonly<Record<Movement, string>>;
  readonly directions: Readonly<Record<"better" | "worse", string>>;
  readonly howTitle: string;
  readonly howScore: (threshold: string, plural: string, benchmark: string | undefined) => string;
  readonly howTest: string;
  readonly howMoved: string;
  readonly howDistance: (plural: string, benchmark: string) => string;
  readonly howSign: (sign: string, meaning: string) => string;
  readonly sources: string;
  readonly address: (address: string) => string;
};

const nl: ScanWords = {
  title: (area) => `${area} in vogelvlucht`,
  beside: (benchmark, years) =>
    `${benchmark === undefined ? "V" : `Naast ${benchmark}, en v`}ergeleken met ${years === 1 ? "een jaar" : `${years} jaar`} eerder`,
  description: (area) => `Sterke punten, aandachtspunten en kerncijfers van ${area}.`,
  mean: (plural) => `het gemiddelde van de ${plural}`,
  foot: (site, release, day) => `${site} · publicatie ${release} van ${day}`,
  page: "Bladzijde {page} van {pages}",
  contents: "Inhoud",
  none: (area) => `Voor ${area} zijn er geen kerncijfers om te tonen.`,
  strengths: "Sterke punten",
  attentions: "Aandachtspunten",
  noStrengths: "Geen sterke punten naast deze vergelijking.",
  noAttentions: "Geen aandachtspunten naast deze vergelijking.",
  point: (name, own, other, period) => `${name}: ${own}${other === undefined ? "" : `, tegenover ${other}`} (${period})`,
  more: (n) => (n === 1 ? "En nog 1 in de tabellen." : `En nog ${n} in de tabellen.`),
  profile: "Profiel",
  profileCaption: (benchmark) => `Afstand van elk kerncijfer tot ${benchmark}, in standaardafwijkingen`,
  profilePart: ". Kleine verschillen staan alleen in de tabellen",
  profileAlt: (area, benchmark, n) =>
    `Profiel van ${area} naast ${benchmark}: van ${count(n, "kerncijfer", "kerncijfers")} de afstand, in standaardafwijkingen.`,
  profileFurthest: (higher, names) => `Het verst ${higher ? "erboven" : "eronder"}: ${names}.`,
  lower: "lager",
  higher: "hoger",
  neither: "geen oordeel",
  figures: "Kerncijfers",
  topic: "Onderwerp",
  period: "Periode",
  rank: "Plaats",
  rankOf: (position, of) => `${position} van ${of}`,
  earlier: "Eerder",
  movement: "Verandering",
  verdict: "Oordeel",
  judged: { strength: "sterk punt", attention: "aandachtspunt" },
  movements: { risen: "gestegen", fallen: "gedaald", stable: "stabiel" },
  directions: { better: "gunstig", worse: "ongunstig" },
  howTitle: "Zo lees je deze scan",
  howScore: (threshold, plural, benchmark) =>
    `Een sterk punt of aandachtspunt: het cijfer ligt meer dan ${threshold} standaardafwijking van het gemiddelde van alle ${plural}, aan de gunstige of de ongunstige kant${benchmark === undefined ? "" : `, en verschilt naar dezelfde kant van ${benchmark}`}. Cijfers waarvan hoog niet beter of slechter is, krijgen geen oordeel.`,
  howTest: "Bij cijfers uit een enquête telt een verschil alleen als een statistische toets het vindt.",
  howMoved: "Gestegen of gedaald: de verandering is groter dan de helft van de spreiding van de veranderingen in alle andere gebieden.",
  howDistance: (plural, benchmark) =>
    `Het profiel zet elk cijfer op dezelfde schaal: de afstand tot ${benchmark}, gedeeld door de spreiding over alle ${plural}. Rechts is hoger, niet beter.`,
  howSign: (sign, meaning) => `${sign} betekent: ${meaning}.`,
  sources: "Bronnen",
  address: (address) => `Deze scan staat ook op ${address}. Daar kun je een andere vergelijking kiezen.`,
};

const en: ScanWords = {
  title: (area) => `${area} at a glance`,
  beside: (benchmark, years) =>
    `${benchmark === undefined ? "C" : `Beside ${benchmark}, and c`}ompared with ${years === 1 ? "a year" : `${years} years`} earlier`,
  description: (area) => `Strengths, points of attention and core figures of ${area}.`,
  mean: (plural) => `the mean of the ${plural}`,
  foot: (site, release, day) => `${site} · release ${release} of ${day}`,
  page: "Page {page} of {pages}",
  contents: "Contents",
  none: (area) => `There are no core figures to show for ${area}.`,
  strengths: "Strengths",
  attentions: "Points of attention",
  noStrengths: "No strengths beside this comparison.",
  noAttentions: "No points of attention beside this comparison.",
  point: (name, own, other, period) => `${name}: ${own}${other === undefined ? "" : `, against ${other}`} (${period})`,
  more: (n) => `And ${n} more in the tables.`,
  profile: "Profile",
  profileCaption: (benchmark) => `Distance of each core figure to ${benchmark}, in standard deviations`,
  profilePart: ". Small differences stand in the tables only",
  profileAlt: (area, benchmark, n) =>
    `Profile of ${area} beside ${benchmark}: the distance of ${count(n, "core figure", "core figures", "no")}, in standard deviations.`,
  profileFurthest: (higher, names) => `Furthest ${higher ? "above" : "below"}: ${names}.`,
  lower: "lower",
  higher: "higher",
  neither: "not judged",
  figures: "Core figures",
  topic: "Topic",
  period: "Period",
  rank: "Place",
  rankOf: (position, of) => `${position} of ${of}`,
  earlier: "Earlier",
  movement: "Change",
  verdict: "Verdict",
  judged: { strength: "strength", attention: "point of attention" },
  movements: { risen: "risen", fallen: "fallen", stable: "stable" },
  directions: { better: "favourable", worse: "unfavourable" },
  howTitle: "How to read this scan",
  howScore: (threshold, plural, benchmark) =>
    `A strength or a point of attention: the figure lies more than ${threshold} standard deviations from the mean of all ${plural}, on the favourable or the unfavourable side${benchmark === undefined ? "" : `, and differs from ${benchmark} to the same side`}. Figures of which high is neither better nor worse are not judged.`,
  howTest: "Of figures from a survey a difference counts only where a statistical test finds it.",
  howMoved: "Risen or fallen: the change is larger than half the spread of the changes in all other areas.",
  howDistance: (plural, benchmark) =>
    `The profile puts every figure on the same scale: its distance to ${benchmark}, divided by the spread over all ${plural}. To the right is higher, not better.`,
  howSign: (sign, meaning) => `${sign} means: ${meaning}.`,
  sources: "Sources",
  address: (address) => `This scan also stands at ${address}. There you can choose another comparison.`,
};

function count(n: number, one: string, many: string, none = "geen"): string {
  if (n === 0) return `${none} ${many}`;
  return `${n} ${n === 1 ? one : many}`;
}

/** The words in the language of the page. */
export function scanWords(voice: Voice): ScanWords {
  return voice.language === "en" ? en : nl;
}
