import { answer } from "../answer.ts";
import { readSelection } from "./question.ts";
import { releaseOf, type View } from "./scope.ts";

/** The figures of a selection as they are, for programs. */
export const data: View<"data"> = async (scope, { selection: text }) => {
  const selection = readSelection(scope.release.catalogue, text);
  return answer(await releaseOf(scope, selection.release), selection);
};
