import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { Indicator } from "@peil/core/model/indicator.ts";
import { companionsOf, isSurvey } from "@peil/core/survey/companions.ts";
import { scaleOf } from "@peil/core/survey/estimate.ts";
import { type Respondent, type WaveFigures, waveFigures } from "@peil/core/survey/respondents.ts";
import type { Cell, Row, Sheet } from "./cell.ts";
import { headOf, isBlank, numberOf, textOf } from "./cell.ts";
import { dataHeader, keyRoleOf } from "./data-heads.ts";
import type { ColumnRole, Context, Layout, Table } from "./layout.ts";
import { rowsUnder } from "./layout.ts";
import type { Problems } from "./problems.ts";

const weightHeads = ["gewicht", "weight", "weging"];
const stratumHeads = ["stratum", "strata"];

/** A survey indicator to which a file of respondents may hold answers, with the codes of its companions. */
export type SurveyQuestion = { readonly indicator: Indicator; readonly companions: ReturnType<typeof companionsOf> };

/** The questions of a catalogue, by code in lower case. */
export function questionsOf(catalogue: Catalogue): ReadonlyMap<string, SurveyQuestion> {
  const flat = catalogue.indicators.filter((each) => isSurvey(each) && each.shape === "flat");
  return new Map(flat.map((indicator) => [indicator.code.toLowerCase(), { indicator, companions: companionsOf(catalogue, indicator) }]));
}

/**
 * A file of respondents: the three keys, `gewicht`, if wanted `stratum`, and a column of coded answers per survey indicator. It becomes
 * the figures of a wave per area; no row of it is kept.
 */
export const surveyRecords: Layout = {
  kind: "data-columns",
  recognise(head, context) {
    const found = dataHeader(head, context.definitionFor(head.sheet));
    if (found === undefined || found.keys < 3) return undefined;
    const heads = found.row.cells.map(headOf);
    const isSurveyFile = heads.some((each) => weightHeads.includes(each)) && heads.some((each) => context.questions?.has(each));
    return isSurveyFile ? { confidence: 0.95, header: found.row } : undefined;
  },
  async read(table, context, problems) {
    const columns = columnsOf(table, context, problems);
    const groups = new Map<string, Group>();
    for await (const rows of rowsUnder(table)) for (const row of rows) take(row, table, columns, groups, problems);
    return figuresOf(table, columns, groups);
  },
};

type AnswerColumn = SurveyQuestion & { readonly index: number };
type ColumnsOf = {
  readonly period: number;
  readonly level: number;
  readonly area: number;
  readonly weight: number;
  readonly stratum: number;
  readonly answers: readonly AnswerColumn[];
};

function columnsOf({ header, sheet }: Table, context: Context, problems: Problems): ColumnsOf {
  const place = { file: sheet.file, sheet: sheet.name, row: header.number };
  const heads = header.cells.map(headOf);
  const at = (role: string): number => header.cells.findIndex((cell) => keyRoleOf(cell) === role);
  const found = {
    period: at("period"),
    level: at("level"),
    area: at("area"),
    weight: heads.findIndex((each) => weightHeads.includes(each)),
    stratum: heads.findIndex((each) => stratumHeads.includes(each)),
  };
  const taken = new Set<number>(Object.values(found));
  const answers = heads.flatMap((head, index): AnswerColumn[] => {
    const question = context.questions?.get(head);
    if (question === undefined) {
      if (head !== "" && !taken.has(index)) problems.add("survey-column-left", place, { head: textOf(header.cells[index]) });
      return [];
    }
    if (question.companions.sample !== undefined) return [{ ...question, index }];
    problems.add("survey-companions", place, { indicator: question.indicator.code });
    return [];
  });
  return { ...found, answers };
}

/** The respondents of one wave on one level, each with an answer per column. */
type Group = {
  readonly period: Cell;
  readonly level: Cell;
  readonly people: {
    readonly area: string;
    readonly stratum: string;
    readonly weight: number;
    readonly answers: readonly (number | undefined)[];
  }[];
  /** By area the row where it stands first. */
  readonly rows: Map<string, number>;
};

function take(row: Row, { sheet }: Table, columns: ColumnsOf, groups: Map<string, Group>, problems: Problems): void {
  const place = { file: sheet.file, sheet: sheet.name, row: row.number };
  const [period, level, area] = [columns.period, columns.level, columns.area].map((each) => textOf(row.cells[each]));
  if (!period || !level || !area) {
    problems.add("key-missing", place, { what: !period ? "period" : !level ? "geolevel" : "geoitem" });
    return;
  }
  const weight = numberOf(row.cells[columns.weight], sheet.decimalComma);
  if (weight === undefined || !(weight > 0)) {
    problems.add("survey-weight", place, { text: textOf(row.cells[columns.weight]) });
    return;
  }
  const key = `${period}\n${level}`;
  const group: Group = groups.get(key) ?? { period, level, people: [], rows: new Map() };
  groups.set(key, group);
  if (!group.rows.has(area)) group.rows.set(area, row.number);
  const answers = columns.answers.map(({ indicator, index }) =>
    answerIn(row.cells[index], indicator, sheet, () =>
      problems.add("survey-answer", place, { text: textOf(row.cells[index]), indicator: indicator.code }),
    ),
  );
  group.people.push({ area, stratum: columns.stratum < 0 ? "" : textOf(row.cells[columns.stratum]), weight, answers });
}

/** What an answer counts for; undefined where it leaves the denominator. */
function answerIn(cell: Cell | undefined, indicator: Indicator, sheet: Sheet, wrong: () => void): number | undefined {
  const text = textOf(cell);
  const { counted = ["1"], outside = [] } = indicator.survey?.answers ?? {};
  if (isBlank(cell) || outside.includes(text) || /^-9999[6-9]$/.test(text)) return undefined;
  if (scaleOf(indicator) !== undefined) return counted.includes(text) ? 1 : 0;
  const mark = numberOf(cell, sheet.decimalComma);
  if (mark === undefined) wrong();
  return mark;
}

/** The companions that a question fills, and what each holds; the figure itself where it is loaded and not computed. */
function columnsOfQuestion({ indicator, companions }: SurveyQuestion): readonly (readonly [string, (figures: WaveFigures) => number])[] {
  const own = indicator.formula === undefined ? indicator.code : undefined;
  const all: readonly (readonly [string | undefined, (figures: WaveFigures) => number])[] = [
    [own, (each) => each.mean * (scaleOf(indicator) ?? 1)],
    [companions.numerator, (each) => each.numerator],
    [companions.denominator, (each) => each.denominator],
    [companions.sample, (each) => each.respondents],
    [companions.squaredWeights, (each) => each.squaredWeights],
    [companions.designEffect, (each) => each.designEffect],
    [companions.deviation, (each) => each.deviation],
  ];
  return all.flatMap(([code, read]) => (code === undefined ? [] : [[code, read] as const]));
}

/** A sheet of figures in columns, made of the groups: what the rest of the import reads. */
function figuresOf(table: Table, { answers }: ColumnsOf, groups: ReadonlyMap<string, Group>): Awaited<ReturnType<Layout["read"]>> {
  const codes = [...new Set(answers.flatMap((each) => columnsOfQuestion(each).map(([code]) => code)))];
  const keys = ["period", "geolevel", "geoitem"];
  const rows = [...groups.values()].flatMap((group) => rowsOf(group, answers, codes)).sort((a, b) => a.number - b.number);
  const header: Row = { number: table.header.number, cells: [...keys, ...codes] };
  const sheet: Sheet = {
    ...table.sheet,
    decimalComma: false,
    async *read() {
      yield [header, ...rows];
    },
  };
  const roles: readonly ColumnRole[] = [
    { role: "period" },
    { role: "level" },
    { role: "area" },
    ...codes.map((code): ColumnRole => ({ role: "indicator", code })),
  ];
  return { kind: "data-columns", sheet, header, roles };
}

function rowsOf(group: Group, answers: readonly AnswerColumn[], codes: readonly string[]): Row[] {
  const cells = new Map([...group.rows.keys()].map((area) => [area, new Array<Cell>(codes.length).fill(null)]));
  for (const [at, question] of answers.entries()) {
    const people = group.people.map((each): Respondent => ({ ...each, answer: each.answers[at] }));
    for (const figures of waveFigures(people)) {
      for (const [code, read] of columnsOfQuestion(question)) {
        const value = read(figures);
        const row = cells.get(figures.area);
        if (row && Number.isFinite(value)) row[codes.indexOf(code)] = value;
      }
    }
  }
  return [...cells].map(([area, values]) => ({ number: group.rows.get(area) ?? 0, cells: [group.period, group.level, area, ...values] }));
}
