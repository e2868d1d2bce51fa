import type { ReactElement } from "react";
import { hrefOf, type Place, parseAddress } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { Say } from "../presentations/parts.tsx";
import { toolWords } from "../text/figure-tools.ts";
import { loadIndicator } from "./indicator-load.ts";
import { Drawn, type Plate, platesOf } from "./plates.tsx";
import type { Story } from "./story.ts";

type Indicator = Extract<Place, { page: "indicator" }>;

/** The page of the indicator that holds the same choice. */
function fullPlace({ code, query }: Extract<Place, { page: "embed" }>): Indicator {
  const { place } = parseAddress(`/indicator/${encodeURIComponent(code)}?${query}`);
  return place?.page === "indicator" ? place : { page: "indicator", code, selection: "", show: undefined };
}

function Embedded({
  story,
  plate,
  full,
}: {
  readonly story: Story;
  readonly plate: Plate | undefined;
  readonly full: Indicator;
}): ReactElement {
  const { voice, view, frame } = story;
  const href = hrefOf(voice.language, full);
  return (
    <article>
      <h1 className="unseen">
        <Say text={view.details.name} voice={voice} />
      </h1>
      <h2 className="unseen">{plate ? voice.m.show[plate.presentation.code] : voice.m.show.all}</h2>
      {plate ? <Drawn plate={plate} story={story} /> : <p>{view.reason ? voice.say(view.reason.text) : voice.m.indicator.noneAnywhere}</p>}
      <p className="of-whole">
        <a href={href} target="_blank" rel="noopener">
          {toolWords(voice).fullPage}
        </a>
        {` · ${voice.say(frame.site.name)}`}
      </p>
    </article>
  );
}

/** One drawing of an indicator, to stand in a page of another site: of the newest release, unless its address names one. */
export async function embedPage({ voice, frame, read }: Around, place: Extract<Place, { page: "embed" }>): Promise<Page> {
  const full = fullPlace(place);
  const story: Story = { ...(await loadIndicator(full, read)), voice, frame, show: full.show };
  const plates = story.view.reason ? [] : platesOf(story);
  const plate = plates.find((each) => each.presentation.code === full.show) ?? plates[0];
  return {
    kind: "embed",
    title: voice.say(story.view.details.name),
    bare: true,
    body: <Embedded story={story} plate={plate} full={full} />,
  };
}
