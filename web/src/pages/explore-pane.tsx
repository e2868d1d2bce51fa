import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import type { AreaRef } from "@peil/core/query/selection.ts";
import type { ReactElement } from "react";
import { exploreHref, hrefOf, indicatorHref } from "../address.ts";
import type { Around } from "../page.ts";
import { Distribution, suitsDistribution } from "../presentations/distribution.tsx";
import { langFor, Say } from "../presentations/parts.tsx";
import { exploreWords } from "../text/explore.ts";
import type { Voice } from "../text/voice.ts";
import { AboutFigure } from "./about-figure.tsx";
import { type ExploreChoice, formatChoice } from "./explore-choice.ts";
import { Cautions } from "./guard-notes.tsx";
import { loadTotals } from "./indicator-load.ts";
import { KeyFigure } from "./key-figure.tsx";
import { AllAreas, Credit, Drawn, platesOf } from "./plates.tsx";
import { allOf, type Story } from "./story.ts";

/** Whose figures the pane shows, beside which areas. */
type Place = { readonly area: AreaRef; readonly benchmarks: readonly AreaRef[] };

/** Fetches what the pane shows of one indicator. */
export async function loadPane({ voice, frame, read }: Around, view: Place, choice: ExploreChoice): Promise<Story> {
  const { area, benchmarks } = view;
  const selection = formatPageSelection({
    indicators: [choice.open],
    level: area.level,
    areas: { kind: "list", codes: [area.code] },
    compare: benchmarks.map(({ level, code }) => ({ level, code })),
    periods: { kind: "all" },
    by: [],
    members: [],
    pseudo: false,
  });
  const found = await loadTotals(choice.open, selection, read);
  const to: Story["to"] = (other) =>
    exploreHref(
      voice.language,
      { level: other.level ?? area.level, code: other.code },
      formatChoice({ ...choice, open: found.view.details.code }),
    );
  return { ...found, voice, frame, show: undefined, to };
}

/** The distribution over all areas, where the figures can be set side by side. */
function Spread({ story }: { readonly story: Story }): ReactElement | null {
  const subject = allOf(story, "table-all");
  if (!subject || !suitsDistribution(subject)) return null;
  return (
    <div className="plate of-spread">
      <Distribution subject={subject} />
      <Cautions subject={subject} code="histogram" voice={story.voice} />
      <Credit story={story} id={subject.id} />
    </div>
  );
}

function Plates({ story }: { readonly story: Story }): ReactElement {
  const plates = platesOf(story);
  const draw = (key: string): readonly ReactElement[] =>
    plates.filter((each) => each.key === key).map((each) => <Drawn key={each.key} plate={each} story={story} />);
  return (
    <div className="plates">
      <Spread story={story} />
      {draw("line")}
      {draw("map")}
      <AllAreas story={story} open={false} />
      {draw("table")}
    </div>
  );
}

function Head({ story, back }: { readonly story: Story; readonly back: string }): ReactElement {
  const { voice, view } = story;
  const words = exploreWords(voice);
  return (
    <>
      <p className="ways">
        <a href={back} className="back" data-swap="">
          <span aria-hidden="true">← </span>
          {words.back}
        </a>
        <a href={indicatorHref(voice.language, view.details.code, view.selection)}>{words.full}</a>
      </p>
      <h2 id="detail-title" tabIndex={-1} lang={langFor(view.details.name, voice)}>
        {voice.say(view.details.name)}
      </h2>
    </>
  );
}

/** One indicator beside the list: its figure, how all areas spread, how it came here, where, and everything said about it. */
export function Pane({ story, back }: { readonly story: Story; readonly back: string }): ReactElement {
  const { voice, view } = story;
  const empty = view.reason !== undefined || view.cube.values.length === 0;
  return (
    <section aria-labelledby="detail-title" data-code={view.details.code}>
      <Head story={story} back={back} />
      {empty && view.reason && (
        <p className="reason">
          <Say text={view.reason.text} voice={voice} />
        </p>
      )}
      {!empty && <KeyFigure story={story} strip={false} />}
      {!empty && <Plates story={story} />}
      <AboutFigure story={story} />
    </section>
  );
}

/** What stands beside the list as long as nothing is open: how it is read. */
export function ReadingHelp({ voice }: { readonly voice: Voice }): ReactElement {
  const words = exploreWords(voice);
  return (
    <section className="pane help" aria-labelledby="explore-how">
      <h2 id="explore-how">{words.how}</h2>
      <ul>
        {words.help.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <p className="keys-help">{words.keys}</p>
      <p>
        <a href={hrefOf(voice.language, { page: "method", rule: "strengths-and-attention" })}>{words.rule}</a>
      </p>
    </section>
  );
}
