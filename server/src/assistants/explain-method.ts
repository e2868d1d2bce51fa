import type { IndicatorDetails } from "@peil/core/api.ts";
import { methodsOf } from "@peil/core/methods.ts";
import { type Status, signs, statusNames } from "@peil/core/model/status.ts";
import { say } from "@peil/core/model/text.ts";
import * as z from "zod";
import { aboutOf, aboutSchema, sourceLine } from "./about.ts";
import type { Desk } from "./desk.ts";
import { defineTool } from "./tool.ts";
import { reasonOfCell, wordsIn } from "./words.ts";

const named = z.strictObject({ code: z.string(), name: z.string() });

/** `explain_method`: what a figure is, how it was made, and how far it can be trusted. */
export const explainMethod = defineTool({
  name: "explain_method",
  title: "Explain how a figure is made",
  description:
    "Explains an indicator: definition, formula in words, weight, source, breaks in the series, forecasts and provisional years, how uncertain survey figures are, dimensions with their members, the rules by which the site made the figures, and what the signs for a figure that is not there mean. Ask it before you interpret figures.",
  input: { indicator: z.string().trim().min(1).max(120).describe("Code as find_indicators gives it.") },
  output: {
    release: z.string(),
    indicator: aboutSchema,
    definition: z.string().optional(),
    more: z.string().optional(),
    footnote: z.string().optional(),
    formula: z.strictObject({ text: z.string(), words: z.string(), uses: z.array(named) }).optional(),
    weight: named.optional().describe("By this indicator its figures of areas are averaged into those of larger areas."),
    adds_up: z.boolean().describe("Whether figures of areas may be added up. Where false, never add or average them."),
    estimated: z.boolean().describe("Whether the figures are the owner's estimate, not a count."),
    provisional: z.array(z.string()).describe("Periods whose figures may still change."),
    forecast_from: z.string().optional(),
    breaks: z
      .array(z.strictObject({ period: z.string(), why: z.string() }))
      .describe("From these periods figures compare badly with those before."),
    other_questions: z.array(z.string()).describe("For surveys: periods from which on another question was asked."),
    changed: z.string().optional(),
    next_update: z.string().optional(),
    dimensions: z.array(z.strictObject({ level: z.string(), name: z.string(), members: z.array(named) })),
    rules: z
      .array(z.strictObject({ rule: z.string(), page: z.string() }))
      .describe("The rules of computation that made the figures, with the page that explains each."),
    signs: z.array(z.strictObject({ status: z.string(), sign: z.string(), meaning: z.string() })),
  },
  async run({ indicator }, desk) {
    const view = await desk.views.indicator(desk.scope, { code: indicator, selection: "" });
    const { details } = view;
    const rules = methodsOf(details, view.cube, view.selection);
    const { changed, nextUpdate, forecastFrom, measure } = details;
    const data = {
      release: view.cube.release,
      indicator: aboutOf(details, desk),
      ...textsOf(details, desk),
      ...formulaOf(details, desk),
      adds_up: measure.dataType === "count" && measure.aggregatesAreas,
      estimated: details.estimated,
      provisional: [...details.provisional],
      ...(forecastFrom === undefined ? {} : { forecast_from: forecastFrom }),
      breaks: details.breaks.map(({ period, text }) => ({ period, why: say(text, desk.language) })),
      other_questions: [...(details.otherQuestions ?? [])],
      ...(changed === undefined ? {} : { changed }),
      ...(nextUpdate === undefined ? {} : { next_update: nextUpdate }),
      dimensions: dimensionsOf(details, desk),
      rules: rules.map((rule) => ({ rule, page: desk.page(`/${desk.language === "nl" ? "methode" : "method"}/${rule}`) })),
      signs: signsOf(desk),
    };
    return { data, text: textOf(data, desk) };
  },
});

function textsOf({ description, more, footnote }: IndicatorDetails, { language }: Desk) {
  return {
    ...(description === undefined ? {} : { definition: say(description, language) }),
    ...(more === undefined ? {} : { more: say(more, language) }),
    ...(footnote === undefined ? {} : { footnote: say(footnote, language) }),
  };
}

function formulaOf({ formula, weight }: IndicatorDetails, { language }: Desk) {
  return {
    ...(formula === undefined
      ? {}
      : {
          formula: {
            text: formula.text,
            words: say(formula.words, language),
            uses: formula.uses.map((each) => ({ code: each.code, name: say(each.name, language) })),
          },
        }),
    ...(weight === undefined ? {} : { weight: { code: weight.code, name: say(weight.name, language) } }),
  };
}

/** Members that are named; of a classification with more only so many are. */
const mostMembers = 200;

function dimensionsOf({ dimensions }: IndicatorDetails, { language }: Desk) {
  return dimensions.flatMap((dimension) =>
    dimension.levels.map((level) => ({
      level: level.code,
      name: say(level.name, language),
      members: level.members.slice(0, mostMembers).map((each) => ({ code: each.code, name: say(each.name, language) })),
    })),
  );
}

function signsOf({ language }: Desk): { status: string; sign: string; meaning: string }[] {
  const states = Object.keys(statusNames).map((each) => Number(each) as Status);
  return states.flatMap((state) => {
    const meaning = reasonOfCell(state, 0, language);
    return meaning === undefined ? [] : [{ status: statusNames[state], sign: signs[state], meaning }];
  });
}

type Explained = {
  readonly release: string;
  readonly indicator: z.infer<typeof aboutSchema>;
  readonly definition?: string;
  readonly more?: string;
  readonly footnote?: string;
  readonly formula?: { readonly text: string; readonly words: string };
  readonly breaks: readonly { readonly period: string; readonly why: string }[];
  readonly rules: readonly { readonly rule: string; readonly page: string }[];
  readonly signs: readonly { readonly sign: string; readonly meaning: string }[];
};

function textOf(data: Explained, desk: Desk): string {
  const words = wordsIn(desk.language);
  const { code, name, unit } = data.indicator;
  const given = [data.definition, data.more, data.footnote, data.formula && `${data.formula.text}\n${data.formula.words}`];
  return [
    `${code}: ${name}. ${words.unit}: ${unit}. ${sourceLine(data.indicator, desk)}`,
    ...given.filter((each) => each !== undefined),
    ...data.breaks.map((each) => `${each.period}: ${each.why}`),
    ...data.rules.map((each) => `- ${each.rule}: ${each.page}`),
    ...data.signs.map((each) => `${each.sign}: ${each.meaning}`),
    words.release(data.release),
  ].join("\n");
}
