import { formatSelection } from "@peil/core/query/address.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import { hrefOf, type Show, shows } from "../address.ts";
import { axisOf } from "../presentations/reading.ts";
import { toolWords } from "../text/figure-tools.ts";
import { filesOf } from "../text/file-formats.ts";
import { periodName } from "../text/period.ts";
import type { Figure } from "../widgets/figure-tools.tsx";
import { platesOf } from "./plates.tsx";
import type { Story } from "./story.ts";

/** What of the page of an indicator can be taken along. */
export function figureOfStory(story: Story): Figure {
  const { view, voice, frame, show } = story;
  const { details, selection, cube } = view;
  const { release, ...free } = selection;
  const at = (chosen: Show | undefined, query: string): string =>
    hrefOf(voice.language, { page: "indicator", code: details.code, selection: query, show: chosen });
  const newest = formatPageSelection(free);
  const asked = formatPageSelection(selection);
  const base = at(undefined, "");
  const drawn = view.reason || cube.values.length === 0 ? [] : platesOf(story).map((each) => each.presentation.code);
  const codes = shows.filter((each) => drawn.includes(each));
  const chosen = show ?? codes[0];
  const periods = axisOf(cube, "period").members;
  const [first, last] = [periods[0], periods.at(-1)].map((each) => periodName(each?.code ?? "", voice));
  const words = toolWords(voice);
  return {
    code: details.code,
    name: voice.say(details.name),
    source: details.source ? voice.say(details.source.name) : "",
    areas: axisOf(cube, "area")
      .members.slice(0, 6)
      .map((each) => voice.say(each.label))
      .join(", "),
    period: first === last ? (first ?? "") : `${first}–${last}`,
    newest: at(show, newest),
    fixed: at(show, formatPageSelection({ ...selection, release: release ?? frame.release.id })),
    ...(chosen === undefined
      ? {}
      : { embed: hrefOf(voice.language, { page: "embed", code: details.code, query: `${newest}&show=${chosen}` }) }),
    programs: hrefOf(voice.language, { page: "code", query: formatSelection(selection) }),
    ...filesOf(base, asked, voice),
    pictures: codes
      .filter((each) => each !== "table")
      .flatMap((each) =>
        (["svg", "png"] as const).map((format) => ({
          label: words.pictureOf(voice.m.show[each], format.toUpperCase()),
          href: `${base}.${format}?${asked}&show=${each}`,
        })),
      ),
    id: "tools",
  };
}
