import { bibtexOf, citationOf } from "@peil/core/citation.ts";
import { say } from "@peil/core/model/text.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import type { Selection } from "@peil/core/query/selection.ts";
import * as z from "zod";
import { aboutOf } from "./about.ts";
import { type Desk, deskOf, only } from "./desk.ts";
import { areaField, boundedText, questionFields, questionOf } from "./question.ts";
import { defineTool } from "./tool.ts";
import { dayOf, wordsIn } from "./words.ts";

/** `cite`: how to refer to figures, so that others find the same. */
export const cite = defineTool({
  name: "cite",
  title: "Cite figures",
  description:
    "Gives the reference for figures: a sentence, an entry for BibTeX, the licence, an address that shows these figures for ever (it names the release) and one that shows the newest. Ask it with the same fields as get_figures.",
  input: {
    indicator: z.string().trim().min(1).max(120).describe("Code as find_indicators gives it."),
    ...questionFields,
    compare: z.array(areaField).max(8).optional(),
  },
  output: {
    citation: z.string(),
    bibtex: z.string(),
    address: z.string().describe("Shows the figures of this release for ever."),
    newest_address: z.string(),
    file: z.string().describe("The same figures as CSV, for ever."),
    release: z.string(),
    released: z.string().describe("ISO moment of the release."),
    source: z.string().optional(),
    licence: z.string().optional().describe("Absent where the publisher states none: ask the source before reuse."),
    licence_url: z.string().optional(),
  },
  async run({ indicator, ...asked }, given) {
    const desk = await deskOf(given, asked.release);
    const { release } = desk.scope;
    const selection = questionOf(desk, { ...asked, indicators: [indicator] });
    boundedText(desk, selection);
    const about = aboutOf(only(await desk.views.details(desk.scope, { codes: indicator }), indicator), desk);
    const { site } = await desk.views.frame(desk.scope, {});
    const words = wordsIn(desk.language);
    const note = words.releaseNote(release.id, dayOf(release.at, desk.language));
    const { name, source } = about;
    const parts = { name, source: source?.name ?? "", site: say(site.name, desk.language) };
    const addresses = addressesOf(about.code, selection, desk);
    const year = release.at.slice(0, 4);
    const data = {
      citation: `${citationOf({ ...parts, release: note })} ${addresses.address}`,
      bibtex: bibtexOf({ ...parts, key: `${about.code}_${year}`, year, note, url: addresses.address }),
      ...addresses,
      release: release.id,
      released: release.at,
      ...(source === undefined ? {} : { source: source.name }),
      ...(source?.licence === undefined ? {} : { licence: source.licence }),
      ...(source?.licence_url === undefined ? {} : { licence_url: source.licence_url }),
    };
    const licence = data.licence === undefined ? words.noLicence : `${words.licence}: ${data.licence}.`;
    const text = [data.citation, "", data.bibtex, "", licence, `${words.newest}: ${data.newest_address}`].join("\n");
    return { data, text };
  },
});

/** Where the figures stand: of this release for ever, and always the newest. */
function addressesOf(code: string, { release: _, ...free }: Selection, desk: Desk) {
  const fixed = { ...free, release: desk.scope.release.id };
  const page = (selection: Selection): string => desk.page(`/indicator/${encodeURIComponent(code)}?${formatPageSelection(selection)}`);
  return {
    address: page(fixed),
    newest_address: page(free),
    file: desk.file(`/indicator/${encodeURIComponent(code)}.csv?${formatPageSelection(fixed)}`),
  };
}
