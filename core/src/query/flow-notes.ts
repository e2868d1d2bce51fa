import type { CubeNote } from "../model/cube.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Text } from "../model/text.ts";
import { type FlowRequest, flowKind, sideOf } from "./compile-flow.ts";
import type { FlowQuestion } from "./selection.ts";

const sides: Readonly<Record<FlowQuestion["side"], Text>> = {
  out: { nl: "Uitgaand: van het gebied naar andere gebieden", en: "Outgoing: from the area to other areas" },
  in: { nl: "Inkomend: van andere gebieden naar het gebied", en: "Incoming: from other areas to the area" },
  net: { nl: "Saldo: inkomend min uitgaand", en: "Net: incoming minus outgoing" },
  gross: { nl: "Samen: inkomend plus uitgaand", en: "Gross: incoming plus outgoing" },
};
const gain: Text = {
  nl: "Saldo: wat het gebied van andere gebieden wint; negatief is verlies",
  en: "Balance: what the area gains from other areas; negative is a loss",
};
const loss: Text = {
  nl: "Saldo, omgekeerd: wat het gebied aan andere gebieden verliest",
  en: "Balance, reversed: what the area loses to other areas",
};
const both: Text = {
  nl: "Tussen het gebied en andere gebieden, beide richtingen samen; elk paar gebieden telt één keer",
  en: "Between the area and other areas, both directions together; each pair of areas counts once",
};
const apart: Text = { nl: "zonder wat binnen het gebied zelf blijft", en: "without what stays within the area itself" };
const along: Text = { nl: "met wat binnen het gebied zelf blijft", en: "with what stays within the area itself" };

/** Says which way the figures of a flow run, and whether what stays within the area is in them. */
export function sideNote(indicator: Indicator, request: FlowRequest): CubeNote {
  const side = sideOf(indicator, request.side);
  const kind = flowKind(indicator);
  const what = kind === "symmetric" ? both : kind === "balance" ? (side === "out" ? loss : gain) : sides[side];
  const how = request.within ? along : apart;
  return { kind: "footnote", text: { nl: `${what.nl}, ${how.nl}.`, en: `${what.en}, ${how.en}.` }, indicator: indicator.code };
}

/** What lies beyond the partners that are shown. */
export type Rest = {
  readonly area: Text;
  readonly period: string;
  /** How many partners are shown, and how many others have a record. */
  readonly shown: number;
  readonly others: number;
  /** The sum of the others; undefined where a part of it is not known or figures do not add up. */
  readonly sum: number | undefined;
  readonly decimals: number;
};

/** Says how much lies beyond the partners that are shown. */
export function restNote(indicator: Indicator, rest: Rest): CubeNote {
  const say = (language: "nl" | "en", locale: string, unknown: string): string => {
    const area = rest.area[language] ?? rest.area.nl;
    const figure = (value: number): string => new Intl.NumberFormat(locale, { maximumFractionDigits: rest.decimals }).format(value);
    const sum = rest.sum === undefined ? unknown : figure(rest.sum);
    return language === "nl"
      ? `${area}, ${rest.period}: de grootste ${rest.shown}; de ${rest.others} andere gebieden samen: ${sum}.`
      : `${area}, ${rest.period}: the largest ${rest.shown}; the ${rest.others} other areas together: ${sum}.`;
  };
  const text = { nl: say("nl", "nl-BE", "niet bekend"), en: say("en", "en-GB", "not known") };
  return { kind: "footnote", text, indicator: indicator.code };
}
