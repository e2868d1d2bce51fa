import type { Read } from "@peil/core/api.ts";
import type { SpokenIndicator } from "@peil/core/api-catalogue.ts";
import { fail } from "@peil/core/errors.ts";
import type { Language } from "@peil/core/model/text.ts";
import { readSelection } from "./question.ts";
import { releaseOf, type Scope, type View, type Views } from "./scope.ts";

/** What the built website makes of figures in words. */
export type Speaking = {
  readonly sentences: (read: Read, codes: readonly string[], selection: string, language: Language) => Promise<readonly SpokenIndicator[]>;
};

/** Indicators of one question; each has sentences of its own. */
const most = 20;

/** Nothing is said where there is no website that speaks. */
export const sentences: View<"sentences"> = async () => fail("not-found", { what: "/api/v1/sentences" });

/** What a selection shows in the sentences of the website; the level has the default of an indicator's page. */
export function sentencesView({ sentences: speak }: Speaking, views: Views): View<"sentences"> {
  return async (scope, { selection, language: wanted }) => {
    const language = languageOf(wanted);
    const asked = readSelection(scope.release.catalogue, selection, { level: scope.release.catalogue.site.homeLevel });
    if (asked.indicators.length > most) return fail("selection-too-large", { cells: asked.indicators.length, limit: most });
    const { id } = await releaseOf(scope, asked.release);
    return { language, release: id, indicators: await speak(readerOf(views, scope), asked.indicators, selection, language) };
  };
}

function languageOf(text: string): "nl" | "en" {
  if (text === "" || text === "nl") return "nl";
  return text === "en" ? "en" : fail("selection-invalid", { key: "language", value: text.slice(0, 80), expected: "nl | en" });
}

function readerOf(views: Views, scope: Scope): Read {
  return (name, input) => views[name](scope, input);
}
