import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import { spreadWords } from "../text/spread.ts";
import { HistogramDrawing } from "./histogram-drawing.tsx";
import { makesSense } from "./judged.ts";
import { subjectsOf } from "./many.ts";
import { goneText, momentOf, momentSetting, periodCode } from "./moment-of.ts";
import { ownPlaces } from "./own-words.ts";
import { Framed, measuredLine } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { memberAxes } from "./reading.ts";
import { isNumeric } from "./scatter.tsx";
import { type Bin, type BinRule, binsOf } from "./spread-numbers.ts";
import { ownSentences, type Spread, spreadOf } from "./spread-of.ts";

const rules: readonly BinRule[] = ["freedman-diaconis", "sturges"];

function ruleOf({ settings }: Subject): BinRule {
  return rules.find((each) => each === settings?.["bins"]) ?? "freedman-diaconis";
}

type Scene = { readonly spread: Spread; readonly bins: readonly Bin[] };

function sceneOf(subject: Subject): Scene | undefined {
  const [only, ...more] = subjectsOf(subject);
  if (!only || more.length > 0 || memberAxes(subject.cube).length > 0 || !isNumeric(only)) return undefined;
  const spread = spreadOf(only, momentOf([only]));
  const values = spread.dots.map((each) => each.value);
  return { spread, bins: binsOf(values, ruleOf(subject)) };
}

/** A bound as its bar has it: with the decimals that the bounds need, never more than they have. */
export function boundText(bins: readonly Bin[], value: number, subject: Subject): string {
  const step = (bins[0]?.to ?? 1) - (bins[0]?.from ?? 0) || 1;
  return subject.voice.number(value, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
}

function tellHistogram({ spread, bins }: Scene): Telling {
  const { subject, dots, period } = spread;
  const { voice, measured } = subject;
  const words = spreadWords(voice);
  const when = periodName(periodCode(subject, period), voice);
  const most = bins.reduce((best, each) => (each.count > best.count ? each : best), bins[0] ?? { from: 0, to: 0, count: 0 });
  const [from, to] = [boundText(bins, most.from, subject), boundText(bins, most.to, subject)];
  const alt = [
    words.histAlt(voice.say(measured.name), when, voice.number(dots.length)),
    words.histMost(words.histBar(most.count, from, to)),
    ownSentences(spread, words.histMine),
  ];
  return {
    title: ownPlaces(subject, period, 3) ?? words.histTitle(voice.number(most.count), voice.number(dots.length), from, to),
    subtitle: measuredLine(measured, voice, voice.say(subject.plural), when),
    alt: alt.filter((each) => each !== "").join(" "),
  };
}

function Drawn({ subject }: { readonly subject: Subject }): ReactElement | null {
  const scene = sceneOf(subject);
  if (!scene) return null;
  const telling = tellHistogram(scene);
  const words = spreadWords(subject.voice);
  const gone = goneText(scene.spread.gone, subject.voice);
  return (
    <Framed
      telling={telling}
      className="spreads"
      foot={
        <>
          <p className="foot">{words.histFoot(words.rules[ruleOf(subject)])}</p>
          {gone !== "" && <p className="foot">{gone}</p>}
        </>
      }
    >
      <HistogramDrawing {...scene} size="wide" alt={telling.alt} />
      <HistogramDrawing {...scene} size="narrow" alt={telling.alt} />
    </Framed>
  );
}

/** How many areas have which figure. */
export const histogram: Presentation<"histogram"> = {
  code: "histogram",
  suits(subject) {
    const scene = sceneOf(subject);
    return scene !== undefined && scene.bins.length > 1 && makesSense(subject, "histogram");
  },
  tell(subject) {
    const scene = sceneOf(subject);
    return scene ? tellHistogram(scene) : { title: "", subtitle: "", alt: "" };
  },
  draw: (subject) => <Drawn subject={subject} />,
  settings(subject) {
    const words = spreadWords(subject.voice);
    const options = rules.map((value) => ({ value, label: words.rules[value] }));
    return [
      ...momentSetting(subject, subjectsOf(subject).slice(0, 1)),
      { code: "bins", label: words.bins, value: ruleOf(subject), kind: "choice", options },
    ];
  },
};
