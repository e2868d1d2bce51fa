import type { ReactElement } from "react";
import { areaHref, exploreHref, glanceHref, type Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { Say } from "../presentations/parts.tsx";
import { areaInSentence } from "../text/area-name.ts";
import { countText, exploreWords } from "../text/explore.ts";
import { HelpHere } from "../widgets/help-here.tsx";
import { Trail } from "../widgets/trail.tsx";
import { type ExploreChoice, formatChoice, listKey, parseChoice, tidyChoice } from "./explore-choice.ts";
import { ExploreForm, QuickLimits } from "./explore-filters.tsx";
import { ExploreList, KindShapes, type Props } from "./explore-list.tsx";
import { loadPane, Pane, ReadingHelp } from "./explore-pane.tsx";
import type { Story } from "./story.ts";

type Asked = Extract<Place, { page: "explore" }>;

function Head({ view, voice, choice }: Props): ReactElement {
  const words = exploreWords(voice);
  const name = voice.say(view.area.name);
  const spoken = areaInSentence(view.area.name, voice, view.area.article);
  const many = countText(words.count, view.rows.length);
  const beside = voice.m.list(view.benchmarks.map((each) => areaInSentence(each.name, voice, each.article)));
  return (
    <header className="explore-head">
      <p className="kind">
        <Say text={view.level.name} voice={voice} />
      </p>
      <h1>{words.title(name)}</h1>
      <p className="lead">{beside === "" ? words.leadAlone(spoken, many) : words.lead(spoken, many, beside)}</p>
      <p className="ways">
        <a href={areaHref(voice.language, view.area)}>{words.toArea(spoken)}</a>
        <a href={glanceHref(voice.language, view.area, choice.compare)}>{words.toGlance(name)}</a>
      </p>
      <HelpHere voice={voice} chapter="03" terms={["register", "survey", "strength", "rank"]} />
    </header>
  );
}

function body(props: Props, story: Story | undefined): ReactElement {
  const { view, choice, voice } = props;
  const words = exploreWords(voice);
  const back = `${exploreHref(voice.language, view.area, formatChoice({ ...choice, open: "" }))}#i-${choice.open}`;
  return (
    <>
      <Trail
        voice={voice}
        steps={[
          { name: view.area.name, href: areaHref(voice.language, view.area) },
          { name: { nl: words.list, [voice.language]: words.list } },
        ]}
      />
      <Head {...props} />
      <KindShapes />
      <div
        className={story ? "explore opened" : "explore"}
        data-explore={exploreHref(voice.language, view.area)}
        data-list={listKey(choice)}
        data-compare={view.usual.compare}
        data-since={view.usual.since}
        data-beside={view.benchmarks.map((each) => `${each.level}:${each.code}`).join(",") || "none"}
        data-opening={words.opening}
      >
        <div className="choosing">
          <ExploreForm {...props} />
          <QuickLimits {...props} />
        </div>
        <ExploreList {...props} />
        <div id="detail" className="pane">
          {story && <Pane story={story} back={back} />}
        </div>
        <ReadingHelp voice={voice} />
      </div>
    </>
  );
}

/** The pane alone, for a page that has the list already and names the areas to compare with. */
async function fragmentPage(around: Around, place: Asked, choice: ExploreChoice): Promise<Page> {
  const area = { level: place.level, code: place.code };
  const benchmarks = choice.compare.split(",").flatMap((each) => {
    const [level = "", code = ""] = each.split(":");
    return level === "" || code === "" ? [] : [{ level, code }];
  });
  const story = await loadPane(around, { area, benchmarks }, choice);
  const back = exploreHref(around.voice.language, area, formatChoice({ ...choice, open: "" }));
  return { kind: "explore", title: "", fragment: true, body: <Pane story={story} back={back} /> };
}

/** The interactive application: the indicators of an area in a list, with one of them open. */
export async function explorePage(around: Around, place: Asked): Promise<Page> {
  const { voice, read } = around;
  const asked = parseChoice(place.query);
  if (asked.open !== "" && new URLSearchParams(place.query).get("fragment") === "1") return fragmentPage(around, place, asked);
  const view = await read("explore", { level: place.level, code: place.code, compare: asked.compare, since: asked.since });
  const choice = tidyChoice(asked, view.usual);
  const props: Props = { view, choice, voice };
  const story = choice.open === "" ? undefined : await loadPane(around, view, choice);
  return { kind: "explore-page", title: exploreWords(voice).title(voice.say(view.area.name)), body: body(props, story) };
}
