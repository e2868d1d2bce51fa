import type { Setting, Subject } from "./presentation.ts";

type Option = { readonly value: string; readonly label: string };

/** What was set, where it is one of the options; else the first, or what is given. */
export function chosenOf<T extends string>(subject: Subject, code: string, options: readonly T[], otherwise?: T): T | undefined {
  const set = subject.settings?.[code];
  return options.find((each) => each === set) ?? otherwise ?? options[0];
}

/** Whether a flag stands. */
export function flagOf(subject: Subject, code: string, otherwise: boolean): boolean {
  const set = subject.settings?.[code];
  return set === "1" ? true : set === "" || set === "0" ? false : otherwise;
}

/** A whole number that was set, between bounds. */
export function numberOf(
  subject: Subject,
  code: string,
  bounds: { readonly min: number; readonly max: number },
  otherwise: number,
): number {
  const set = subject.settings?.[code];
  const value = set !== undefined && /^\d{1,4}$/.test(set) ? Number(set) : otherwise;
  return Math.min(bounds.max, Math.max(bounds.min, value));
}

/** A choice among options; none where there is nothing to choose. */
export function choice(code: string, label: string, value: string | undefined, options: readonly Option[]): readonly Setting[] {
  return options.length < 2 ? [] : [{ code, label, kind: "choice", value: value ?? options[0]?.value ?? "", options }];
}

/** Something that is on or off. */
export function flag(code: string, label: string, isOn: boolean): Setting {
  return { code, label, kind: "flag", value: isOn ? "1" : "" };
}
