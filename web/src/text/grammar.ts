import type { Reason } from "@peil/core/model/cube.ts";
import type { FlowKind } from "@peil/core/model/indicator.ts";
import type { Status } from "@peil/core/model/status.ts";
import type { Change } from "./change.ts";
import type { Voice } from "./voice.ts";

/** How sure a figure is: it decides the tense and the words around it. */
export type Mode = "measured" | "provisional" | "estimated" | "forecast";

/** What a test says of the difference between two figures of a survey. */
export type Verdict = "higher" | "lower" | "unclear";

/** An area, in the form that stands inside a sentence, with its figure: `whole` with the unit, `bare` without, for who follows another. */
export type Said = { readonly area: string; readonly whole: string; readonly bare: string };

/** An area with how its figure moved. `amount` is that movement as it is written; empty where nothing is to be written. */
export type Moved = { readonly area: string; readonly change: Change; readonly amount: string; readonly mode: Mode };

/** Why there is no figure. `parts` is the number of areas missing where the state is incomplete. */
export type Missing = { readonly status: Status; readonly parts?: number | undefined; readonly reason?: Reason | undefined };

/** An area with its place; `shared` where others have the same figure. */
export type Place = { readonly area: string; readonly position: number; readonly shared: boolean };

/** Among whom areas are ranked, and from which end. */
export type Peers = { readonly of: number; readonly plural: string; readonly first: "highest" | "lowest" };

/** The turns of phrase of one language. Every sentence comes with its capital and its full stop; a clause has neither. */
export type Grammar = {
  /** *2020*, *het schooljaar 2024-2025* */
  period(code: string, voice: Voice): string;
  /** The unit for exactly one, where it is known. */
  singular(unit: string): string | undefined;
  /** *geen inwoners* */
  none(unit: string): string;
  /** *geen*, where the unit was said. */
  readonly nothing: string;
  /** A number of percentage points: *1,2 procentpunt*. */
  points(number: string): string;
  /** Clause: *In 2020 telde Gent 263.927 inwoners, Antwerpen 529.247* */
  counted(period: string, mode: Mode, items: readonly Said[], voice: Voice): string;
  /** Clause: *In 2020 was het cijfer voor Gent 12,3 per 1.000 inwoners, voor Antwerpen 11,1* */
  stood(period: string, mode: Mode, items: readonly Said[], voice: Voice): string;
  /** What flows between two areas: *de stroom van Gent naar Antwerpen*. */
  flow(kind: FlowKind, from: string, to: string): string;
  /** *In 2020 was de stroom van Gent naar Antwerpen 1.234 pendelaars.* */
  flowed(period: string, mode: Mode, flow: string, figure: string): string;
  /** *4,2 % meer dan* */
  than(change: Change, amount: string, counts: boolean): string;
  /** *Tussen 2015 en 2020 steeg het cijfer in Gent met 4,2 % en daalde het in Antwerpen met 1 %.* */
  moved(from: string, to: string, items: readonly Moved[], voice: Voice): string;
  /** *In die tijd steeg het cijfer in het Vlaams Gewest met 2,9 %.* */
  alsoMoved(item: Moved): string;
  /** *Het cijfer van Gent in 2020 is verborgen om privacyredenen.* One or more areas for the same cause. */
  missing(areas: readonly string[], period: string, missing: Missing, voice: Voice): string;
  /** *Dat is 2,3 procentpunt hoger dan in het Vlaams Gewest (21,1 %).* */
  beside(item: Moved, figure: string): string;
  /** *Ter vergelijking: het Vlaams Gewest telde 6.629.143 inwoners.* */
  benchmarkCounted(area: string, figure: string, mode: Mode): string;
  /** *Ter vergelijking: in het Vlaams Gewest was het 21,1 %.* */
  benchmarkStood(area: string, figure: string, mode: Mode): string;
  /** *Dat is duidelijk hoger dan in het Vlaams Gewest (21,1 %).* */
  tested(area: string, verdict: Verdict, figure: string): string;
  /** *Er is geen duidelijk verschil met 2015 (22,2 %).* */
  testedSince(period: string, verdict: Verdict, figure: string): string;
  /** *In 2015 was het 22,2 %.* */
  before(period: string, figure: string): string;
  ranks(places: readonly Place[], peers: Peers, voice: Voice): string;
  /** *Het cijfer voor Gent ligt met 95 % zekerheid tussen 20,1 % en 26,9 %.* */
  between(area: string, low: string, high: string, level: string): string;
  /** *Het cijfer voor Gent steunt op weinig antwoorden (45).* */
  fewAnswers(area: string, count: string | undefined): string;
  /** *Het cijfer voor Gent is een deelsom: niet van elk gebied daarbinnen is er een cijfer.* */
  partial(area: string): string;
  /** *Het cijfer van Gent voor 2015 is omgerekend naar de gebiedsindeling vanaf 2019.* Without an area for several. */
  converted(area: string | undefined, earlier: string, since: string): string;
  /** *Voor Gent staat er in 2020 “stad”.* */
  text(area: string, period: string, text: string): string;
  holds(area: string, figures: number, themes: number, beside: readonly string[], voice: Voice): string;
  top(area: string, plural: string, items: readonly string[], voice: Voice): string;
  topItem(name: string, position: number, voice: Voice): string;
};
