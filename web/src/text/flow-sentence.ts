import type { Cube } from "@peil/core/model/cube.ts";
import { axisOf } from "../presentations/reading.ts";
import { areaInSentence } from "./area-name.ts";
import { grammarOf } from "./grammar-of.ts";
import type { Asked, Sentence } from "./sentences.ts";
import { flowItemOf } from "./spoken.ts";
import { wholeFigure } from "./whole-figure.ts";

/** What is asked of a flow: `areas` holds the positions of the two areas, from and to. */
type FlowAsked = Pick<Asked, "facts" | "voice" | "areas" | "period" | "reason">;

/** The one flow that a cube from × to speaks of: its first pair, or the pair that `areas` names. */
export function flowSentence(cube: Cube, asked: FlowAsked): readonly Sentence[] {
  const { facts, voice } = asked;
  const grammar = grammarOf(voice);
  const [from, to] = cube.axes.filter((each) => each.role === "area");
  const [a = 0, b = 0] = asked.areas ?? [];
  const [origin, goal] = [from?.members[a], to?.members[b]];
  if (!origin || !goal) return [];
  const period = asked.period ?? Math.max(0, axisOf(cube, "period").members.length - 1);
  const { cell, mode } = flowItemOf(cube, a, b, period, facts);
  const name = (area: typeof origin): string => areaInSentence(area.label, voice, area.article);
  const flow = grammar.flow(facts.flow ?? "directed", name(origin), name(goal));
  const when = `in ${grammar.period(axisOf(cube, "period").members[period]?.code ?? "", voice)}`;
  if (cell.value === undefined) {
    return [
      { kind: "missing", text: grammar.missing([flow], when, { status: cell.status, parts: cell.missing, reason: asked.reason }, voice) },
    ];
  }
  return [{ kind: "value", text: grammar.flowed(when, mode, flow, wholeFigure(cell.value, facts, voice)) }];
}
