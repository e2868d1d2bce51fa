import { status } from "@peil/core/model/status.ts";

/** The state of a sum as SQL over `bits`, the bitwise or of 1 << status of its parts (semantics, section 3). */
export function summedStatus(bits: string): string {
  const poisons = [status.private, status.hidden, status.notAvailable, status.unknown, status.incomplete];
  const cases = poisons.map((each) => `WHEN ${bits} & ${1 << each} <> 0 THEN ${each}`).join(" ");
  return `(CASE ${cases} WHEN ${bits} & 1 <> 0 THEN 0 WHEN ${bits} = ${1 << status.notApplicable} THEN ${status.notApplicable} ELSE ${status.empty} END)::UTINYINT`;
}
