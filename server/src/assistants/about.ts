import type { IndicatorDetails } from "@peil/core/api.ts";
import { say } from "@peil/core/model/text.ts";
import * as z from "zod";
import type { Desk } from "./desk.ts";
import { wordsIn } from "./words.ts";

/** Who made figures and what may be done with them. */
const sourceSchema = z.strictObject({
  name: z.string(),
  publisher: z.string().optional(),
  licence: z.string().optional().describe("Absent where the publisher states none."),
  licence_url: z.string().optional(),
  url: z.string().optional(),
  reference_date: z.string().optional(),
});

/** What every answer says of an indicator. */
export const aboutSchema = z.strictObject({
  code: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(["register", "survey", "gis"]),
  shape: z.enum(["flat", "cube", "flow"]),
  decimals: z.number().describe("How many decimals are worth saying."),
  data_type: z.string(),
  rating: z
    .enum(["higher", "lower", "neutral", "unknown"])
    .describe("Whether a high figure is good; unknown and neutral say nothing of good or bad."),
  source: sourceSchema.optional(),
  page: z.string().describe("Address of its page on the site."),
});
/** See `aboutSchema`. */
export type About = z.infer<typeof aboutSchema>;

/** What is said of an indicator beside its figures. */
export function aboutOf(details: IndicatorDetails, desk: Desk): About {
  const { code, name, unit, kind, shape, dataType, rating, decimals } = details;
  return {
    ...{ code, kind, shape, rating, decimals },
    name: say(name, desk.language),
    unit: say(unit, desk.language),
    data_type: dataType,
    ...sourceOf(details, desk),
    page: desk.page(`/indicator/${encodeURIComponent(code)}`),
  };
}

function sourceOf({ source }: IndicatorDetails, { language }: Desk): Pick<About, "source"> {
  if (source === undefined) return {};
  const { publisher, licence, licenceUrl, url, referenceDate } = source;
  return {
    source: {
      name: say(source.name, language),
      ...(publisher === undefined ? {} : { publisher }),
      ...(licence === undefined ? {} : { licence }),
      ...(licenceUrl === undefined ? {} : { licence_url: licenceUrl }),
      ...(url === undefined ? {} : { url }),
      ...(referenceDate === undefined ? {} : { reference_date: say(referenceDate, language) }),
    },
  };
}

/** Source and licence in one line of text. */
export function sourceLine({ source }: Pick<About, "source">, { language }: Desk): string {
  const words = wordsIn(language);
  const name = source === undefined ? "?" : [source.name, source.publisher].filter((each) => each !== undefined).join(", ");
  return `${words.source}: ${name}. ${source?.licence === undefined ? words.noLicence : `${words.licence}: ${source.licence}.`}`;
}
