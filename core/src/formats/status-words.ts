import type { Status } from "../model/status.ts";
import type { Text } from "../model/text.ts";

/** What each state means, for readers of a file. */
export const statusWords: Readonly<Record<Exclude<Status, 0>, Text>> = {
  1: { nl: "geen gegeven", en: "no figure" },
  2: { nl: "verborgen door de leverancier", en: "hidden by the supplier" },
  3: { nl: "niet van toepassing", en: "not applicable" },
  4: { nl: "onbekend", en: "unknown" },
  5: { nl: "onvolledig: niet alle gebieden zijn bekend", en: "incomplete: not all areas are known" },
  6: { nl: "niet beschikbaar op dit niveau", en: "not available on this level" },
  7: { nl: "verborgen om privacyredenen", en: "hidden for privacy" },
};
