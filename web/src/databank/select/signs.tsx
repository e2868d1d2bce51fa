import type { TreeIndicator } from "@peil/core/api-databank.ts";
import type { ReactElement } from "react";
import type { SelectWords } from "../../text/select.ts";

/** What kinds of figures there are, for the reader. */
export type SignCode = keyof SelectWords["kinds"];

/** The paths of the signs on a grid of 16. */
const paths: Readonly<Record<SignCode, string>> = {
  register: "M3 2.5h10v11H3zM5.5 6h5M5.5 8.5h5M5.5 11h3",
  survey: "M2.5 3h11v7.5H8L5 13.5v-3H2.5zM5.5 6.8h.01M8 6.8h.01M10.5 6.8h.01",
  gis: "M2.5 4l3.5-1.5 4 1.5 3.5-1.5v9.5L10 13.5 6 12l-3.5 1.5zM6 2.5V12M10 4v9.5",
  derived: "M4 5.5h8M4 10.5h8M8 3.5v4",
  cube: "M8 2l5.5 3v6L8 14l-5.5-3V5zM2.5 5L8 8l5.5-3M8 8v6",
  flow: "M2.5 5.5h10M9.5 2.5l3 3-3 3M13.5 10.5h-10M6.5 7.5l-3 3 3 3",
};

/** What a reader is told of the figures of an indicator before opening it. */
export function signsOf(indicator: TreeIndicator): readonly SignCode[] {
  const shape: readonly SignCode[] = indicator.shape === "flat" ? [] : [indicator.shape];
  return [indicator.kind, ...(indicator.derived === true ? (["derived"] as const) : []), ...shape];
}

/** A kind of figures as a sign with its word. */
export function Sign({ code, words }: { readonly code: SignCode; readonly words: SelectWords }): ReactElement {
  return (
    <span className="sel-sign">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d={paths[code]} />
      </svg>
      {words.kinds[code]}
    </span>
  );
}
