import { type Cube, cellFlag } from "@peil/core/model/cube.ts";
import { type Status, status } from "@peil/core/model/status.ts";
import type { Voice } from "../text/voice.ts";

/** What a survey figure rests on. */
export type Sample = { readonly lower: number; readonly upper: number; readonly respondents: number };

/** The sample behind a cell; nothing where there is no interval. Answers that came as JSON have null there. */
export function sampleAt({ uncertainty }: Cube, cell: number): { readonly sample?: Sample } {
  const [lower, upper, respondents] = [uncertainty?.lower[cell], uncertainty?.upper[cell], uncertainty?.respondents[cell]];
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return {};
  return { sample: { lower: lower ?? 0, upper: upper ?? 0, respondents: respondents ?? Number.NaN } };
}

/** Whether a figure is not shown because too few answered. */
export function isTooFew(state: Status, flags: number): boolean {
  return state === status.notAvailable && (flags & cellFlag.fewRespondents) !== 0;
}

/** An interval as a table has it: *35,0–44,4*. */
export function intervalText({ lower, upper }: Sample, decimals: number, voice: Voice): string {
  return `${voice.number(lower, decimals)}–${voice.number(upper, decimals)}`;
}
