/** From which number of respondents on a figure shows, and from which on without a flag. */
export type Minima = { readonly hiddenBelow?: number; readonly flaggedBelow?: number };

/** What may be done with a figure: not shown, shown as resting on few respondents, shown. */
export type Publication = "hidden" | "flagged" | "shown";

/** By number of respondents: below 30 not shown, 30 to 99 flagged, unless the indicator says otherwise. */
export function publicationOf(respondents: number, { hiddenBelow = 30, flaggedBelow = 100 }: Minima): Publication {
  if (!(respondents >= hiddenBelow)) return "hidden";
  return respondents < flaggedBelow ? "flagged" : "shown";
}
