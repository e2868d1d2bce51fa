import type { PresentationCode } from "@peil/core/guards/choices.ts";
import { judge, verdictOf } from "@peil/core/guards/judge.ts";
import type { Cube } from "@peil/core/model/cube.ts";
import type { Subject } from "./presentation.ts";

/**
 * Whether the guard-rails allow a way of showing with the indicators in the places that the drawing gives them.
 * @param cube the figures that are judged, of one of them or of all
 */
export function allows(code: PresentationCode, of: readonly Subject[], cube: Cube): boolean {
  const [first] = of;
  if (!first) return false;
  const { selection, around } = first;
  const { verdict } = verdictOf(
    judge(
      cube,
      of.map((each) => each.measured.measure),
      selection,
      around,
    ),
    code,
  );
  return verdict !== "no";
}
