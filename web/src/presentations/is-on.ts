import type { Subject } from "./presentation.ts";

/** Whether a flag is set: as the reader set it, else as it stands by default. */
export function isOn({ settings }: Pick<Subject, "settings">, code: string, standard = true): boolean {
  const value = settings?.[code];
  if (value === "1") return true;
  return value === "0" || value === "" ? false : standard;
}
