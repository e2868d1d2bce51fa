import { tryPeriod } from "@peil/core/model/period.ts";
import { hrefOf } from "../address.ts";
import { fileTypes } from "../text/file-formats.ts";
import type { Story } from "./story.ts";

/** The first and the last year of the figures, as `2006/2020`. */
function years({ view }: Story): string | undefined {
  const codes = view.details.available.flatMap((each) => each.periods);
  const found = codes.flatMap((code) => tryPeriod(code)?.year ?? []).sort((a, b) => a - b);
  return found.length === 0 ? undefined : `${found[0]}/${found.at(-1)}`;
}

/** What search engines for data read of an indicator: a Dataset of schema.org as JSON-LD. Absent: what is not known. */
export function datasetOf(story: Story): Readonly<Record<string, unknown>> {
  const { view, voice, frame } = story;
  const { code, name, description, unit, source, places, changed } = view.details;
  const origin = frame.site.origin ?? "";
  const at = origin + hrefOf(voice.language, { page: "indicator", code, selection: "", show: undefined });
  const words = (description && voice.say(description)) || voice.say(name);
  return {
    "@context": "https://schema.org",
    "@type": "Dataset",
    "@id": at,
    url: at,
    identifier: code,
    name: voice.say(name),
    description: words,
    inLanguage: voice.language,
    isAccessibleForFree: true,
    version: frame.release.id,
    variableMeasured: { "@type": "PropertyValue", name: voice.say(name), unitText: voice.say(unit) },
    keywords: [...new Set(places.flatMap((path) => path.map((each) => voice.say(each.name))))],
    temporalCoverage: years(story),
    dateModified: changed,
    license: source?.licenceUrl,
    creator: source && { "@type": "Organization", name: source.publisher ?? voice.say(source.name), url: source.url },
    includedInDataCatalog: {
      "@type": "DataCatalog",
      name: voice.say(frame.site.name),
      url: origin + hrefOf(voice.language, { page: "home" }),
    },
    distribution: fileTypes.map(([extension, type]) => ({
      "@type": "DataDownload",
      encodingFormat: type,
      contentUrl: `${at}.${extension}`,
    })),
  };
}
