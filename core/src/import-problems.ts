import type { ImportProblem, Weight } from "./import-problem.ts";
import { fileProblems } from "./import-problems-files.ts";
import { placeProblems } from "./import-problems-places.ts";
import { recordProblems } from "./import-problems-records.ts";
import { surveyProblems } from "./import-problems-survey.ts";
import { workspaceProblems } from "./import-problems-workspaces.ts";
import type { Language, Text } from "./model/text.ts";
import { say } from "./model/text.ts";

export type { Weight } from "./import-problem.ts";

/** Everything that an import can have to say about a file. */
export const importProblems = {
  ...fileProblems,
  ...placeProblems,
  ...recordProblems,
  ...surveyProblems,
  ...workspaceProblems,
} satisfies Readonly<Record<string, ImportProblem>>;

/** A code of the catalogue of import problems. */
export type ProblemCode = keyof typeof importProblems;

/** Where in the files a problem stands. */
export type Place = { readonly file: string; readonly sheet?: string; readonly row?: number; readonly column?: string };

/** One thing that an import has to say. Details may be texts in both languages. */
export type Problem = Place & {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number | Text>>;
};

/** How heavy a problem is. */
export function weightOf(problem: Problem): Weight {
  return importProblems[problem.code].weight;
}

function fill(text: string, problem: Problem, language: Language): string {
  const all: Record<string, string | number | Text> = { sheet: problem.sheet ?? "", ...problem.details };
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = all[name] ?? "";
    return typeof value === "object" ? say(value, language) : String(value);
  });
}

/** What is the matter and what to do, in a language. */
export function explainProblem(problem: Problem, language: Language): { message: string; mend: string } {
  const entry = importProblems[problem.code];
  return { message: fill(say(entry.message, language), problem, language), mend: fill(say(entry.mend, language), problem, language) };
}
