import { type Cube, cellFlag } from "@peil/core/model/cube.ts";
import type { Voice } from "../text/voice.ts";

/** What a survey figure rests on. */
export type Sample = {
  readonly lower: number;
  readonly upper: number;
  readonly respondents: number;
  readonly isSmall: boolean;
};

/** The sample behind a cell; nothing where there is no interval. Answers that came as JSON have null there. */
export function sampleAt({ uncertainty, flags }: Cube, cell: number): { readonly sample?: Sample } {
  const [lower, upper, respondents] = [uncertainty?.lower[cell], uncertainty?.upper[cell], uncertainty?.respondents[cell]];
  if (!Number.isFinite(lower) || !Number.isFinite(upper)) return {};
  const isSmall = ((flags?.[cell] ?? 0) & cellFlag.fewRespondents) !== 0;
  return { sample: { lower: lower ?? 0, upper: upper ?? 0, respondents: respondents ?? Number.NaN, isSmall } };
}

/** An interval as a table has it: *35,0–44,4*. */
export function intervalText({ lower, upper }: Sample, decimals: number, voice: Voice): string {
  return `${voice.number(lower, decimals)}–${voice.number(upper, decimals)}`;
}
