import type { CalendarEntry } from "@peil/core/api-editorial.ts";
import type { Catalogue } from "@peil/core/model/catalogue.ts";
import type { View } from "./scope.ts";

/** What is announced, oldest first, with the indicators that readers may see. */
export const calendar: View<"calendar"> = async ({ release: { catalogue } }) =>
  (catalogue.site.announcements ?? [])
    .map(({ date, title, indicators }) => ({ date, title, indicators: named(indicators, catalogue) }))
    .sort((a, b) => (a.date < b.date ? -1 : 1));

function named(codes: readonly string[], catalogue: Catalogue): CalendarEntry["indicators"] {
  return codes.flatMap((code) => {
    const found = catalogue.indicator(code);
    return found?.visible ? [{ code: found.code, name: found.name }] : [];
  });
}
