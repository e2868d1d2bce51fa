import { type CubeMember, cellFlag } from "./cube.ts";

/** Names of the flags as machine formats write them, by bit. */
export const flagNames: readonly (readonly [bit: number, name: string])[] = [
  [cellFlag.estimated, "estimated"],
  [cellFlag.partial, "partial"],
  [cellFlag.fewRespondents, "few-respondents"],
];

/** What stands between two names. */
const separator = "; ";

/** The names of the flags of a figure in one text; empty where it has none. */
export function flagText(bits: number): string {
  return flagNames
    .filter(([bit]) => (bits & bit) !== 0)
    .map(([, name]) => name)
    .join(separator);
}

/** The bits of a text that `flagText` or `remarkText` made; names of periods give none. Undefined where a name is not known. */
export function bitsOf(text: string): number | undefined {
  let bits = 0;
  for (const name of text === "" ? [] : text.split(separator)) {
    const found = flagNames.find(([, each]) => each === name);
    if (found === undefined && name !== "provisional" && name !== "forecast") return undefined;
    bits |= found?.[0] ?? 0;
  }
  return bits;
}

/** What is to be said of a figure in one text: whether its period is a forecast or provisional, and its flags. */
export function remarkText(bits: number, period: Pick<CubeMember, "provisional" | "forecast"> | undefined): string {
  const marks = [...(period?.forecast ? ["forecast"] : []), ...(period?.provisional ? ["provisional"] : [])];
  return [...marks, ...(flagText(bits) === "" ? [] : [flagText(bits)])].join(separator);
}
