import { type Status, status } from "../model/status.ts";

/** The state behind each symbol of the format, from one dot to six. A dash means zero to many programs, so no state is written so. */
export const symbols = [status.hidden, status.empty, status.notApplicable, status.unknown, status.notAvailable, status.private] as const;

/** The symbol of a state. A sum that is incomplete is unknown: the format has no seventh symbol. */
export function symbolOf(state: Exclude<Status, 0>): string {
  const at = symbols.findIndex((each) => each === (state === status.incomplete ? status.unknown : state));
  return ".".repeat(at + 1);
}

/** The state of a symbol; undefined for what is none. */
export function stateOfSymbol(text: string): Exclude<Status, 0> | undefined {
  return /^\.+$/.test(text) ? symbols[text.length - 1] : undefined;
}
