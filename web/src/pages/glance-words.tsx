import type { GlanceRow, GlanceView } from "@peil/core/api-glance.ts";
import type { ReactElement } from "react";
import { hrefOf } from "../address.ts";
import { meaningOf } from "../presentations/parts.tsx";
import { cellOfProfile } from "../presentations/reading.ts";
import { areaInSentence } from "../text/area-name.ts";
import { glanceWords } from "../text/glance.ts";
import { saidOf } from "../text/glance-sentences.ts";
import { whyJudged, whyMoved } from "../text/glance-why.ts";
import { periodName } from "../text/period.ts";
import type { Voice } from "../text/voice.ts";

/** What every part of the page is given. */
export type Part = { readonly view: GlanceView; readonly voice: Voice };
/** A row in its page. */
export type RowPart = Part & { readonly row: GlanceRow };

/** The benchmark as it stands in a sentence; undefined where there is none. */
export function benchmarkInSentence({ view, voice }: Part): string | undefined {
  const { kind, name, article } = view.benchmark;
  return kind === "none" ? undefined : areaInSentence(name, voice, article);
}

/** The areas of the level in the plural, inside a sentence. */
export function pluralOf({ view, voice }: Part): string {
  return voice.say(view.level.plural).toLowerCase();
}

/** A figure with its unit (where the name does not say it already), or what its state means. */
export function figureOf(row: GlanceRow, cell: GlanceRow["cell"], voice: Voice): string {
  return cell.value === undefined ? meaningOf(cellOfProfile(cell), voice) : saidOf(row, cell.value, voice);
}

/** ▲ or ▼ with its word; of a survey figure also that the test found no clear difference. */
export function JudgedWord({ row, voice }: { readonly row: GlanceRow; readonly voice: Voice }): ReactElement | null {
  const words = glanceWords(voice);
  if (row.verdict?.by === "survey-test" && row.verdict.word === "no-clear-difference") {
    return (
      <span className="word unclear">
        <span aria-hidden="true">≈</span> {words.unclear}
      </span>
    );
  }
  if (row.judgement === undefined) return null;
  const isStrong = row.judgement === "strength";
  return (
    <span className={`word ${row.judgement}`}>
      <span aria-hidden="true">{isStrong ? "▲" : "▼"}</span> {isStrong ? words.strength : words.attentionPoint}
    </span>
  );
}

const arrows = { risen: "↗", fallen: "↘", stable: "→" } as const;

/** *↗ gestegen sinds 2015, gunstig*. */
export function MovedWord({ row, voice }: { readonly row: GlanceRow; readonly voice: Voice }): ReactElement | null {
  const { movement, earlier, direction } = row;
  const words = glanceWords(voice);
  if (earlier?.otherQuestion) return <span className="move">{words.otherQuestion(periodName(earlier.period, voice))}</span>;
  if (movement === undefined || earlier === undefined) return null;
  const said = words.sincePeriod(words.movement[movement], periodName(earlier.period, voice));
  return (
    <span className={direction === undefined ? "move" : `move ${direction}`}>
      <span aria-hidden="true">{arrows[movement]}</span> {said}
      {direction === undefined ? "" : `, ${words.direction[direction]}`}
    </span>
  );
}

/** The rule behind the words, one tap away, with the numbers of this figure. */
export function Why({ row, view, voice, about }: RowPart & { readonly about: "judged" | "moved" | "both" }): ReactElement | null {
  const words = glanceWords(voice);
  const facts = {
    row,
    benchmark: benchmarkInSentence({ view, voice }),
    plural: pluralOf({ view, voice }),
    earlier: row.earlier === undefined ? "" : periodName(row.earlier.period, voice),
  };
  const sentences = [
    ...(about === "moved" ? [] : whyJudged(facts, voice)),
    ...(about === "judged" ? [] : whyMoved(facts, voice)),
    ...(row.noBenchmark === undefined || about === "moved" ? [] : [voice.say(row.noBenchmark)]),
  ];
  if (sentences.length === 0) return null;
  return (
    <details className="why">
      <summary>
        {words.why}
        <span className="unseen"> {voice.say(row.indicator.name)}</span>
      </summary>
      <p>
        {sentences.join(" ")} <a href={hrefOf(voice.language, { page: "method", rule: "strengths-and-attention" })}>{words.rule}</a>
      </p>
    </details>
  );
}
