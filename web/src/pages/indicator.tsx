import type { ReactElement } from "react";
import { hrefOf, indicatorOfLevelHref, type Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { Say } from "../presentations/parts.tsx";
import type { TermKey } from "../text/glossary.ts";
import { inOneText } from "../text/sentences.ts";
import { Choices } from "../widgets/choices.tsx";
import { HelpHere } from "../widgets/help-here.tsx";
import { Trail } from "../widgets/trail.tsx";
import { AboutFigure } from "./about-figure.tsx";
import { datasetOf } from "./dataset.ts";
import { FlowPartners } from "./flow-partners.tsx";
import { loadIndicator } from "./indicator-load.ts";
import { KeyFigure } from "./key-figure.tsx";
import { Plates } from "./plates.tsx";
import { type Story, sentencesOfStory } from "./story.ts";

function Steps({ story }: { readonly story: Story }): ReactElement {
  const { voice, view } = story;
  const place = view.details.places[0] ?? [];
  const steps = place.map((each) => ({ name: each.name, href: hrefOf(voice.language, { page: "theme", code: each.code }) }));
  return <Trail voice={voice} steps={[...steps, { name: view.details.name }]} />;
}

/** Why there are no figures on this level, and where there are. */
function NoFigures({ story }: { readonly story: Story }): ReactElement {
  const { voice, view } = story;
  const { m, language } = voice;
  const level = view.choices.levels.find((each) => each.alias === view.selection.level);
  return (
    <div className="reason">
      <h2>{level ? m.indicator.noLevel(voice.say(level.plural)) : m.indicator.noKind}</h2>
      {view.reason && (
        <p>
          <Say text={view.reason.text} voice={voice} />
        </p>
      )}
      <p>{view.details.available.length === 0 ? m.indicator.noneAnywhere : m.indicator.elsewhere}</p>
      <ul>
        {view.details.available.map(({ level: other }) => (
          <li key={other.alias}>
            <a href={indicatorOfLevelHref(language, view.details.code, other.alias)}>
              <Say text={other.plural} voice={voice} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Notes({ story }: { readonly story: Story }): ReactElement | null {
  const { voice, view } = story;
  if (view.cube.notes.length === 0) return null;
  return (
    <aside className="notes" aria-label={voice.m.indicator.notes}>
      <ul>
        {view.cube.notes.map((note) => (
          <li key={`${note.kind}-${note.text.nl}`} className={note.kind}>
            <Say text={note.text} voice={voice} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

/** The words on the page that not everybody knows. */
function termsOf({ view: { details } }: Story): readonly TermKey[] {
  const survey: readonly TermKey[] = details.kind === "survey" ? ["survey", "confidence-interval"] : [];
  const cube: readonly TermKey[] = details.shape === "cube" ? ["cube"] : [];
  return ["rank", ...survey, ...cube, ...(details.forecastFrom === undefined ? [] : (["forecast"] as const)), "area-level"];
}

/** A description up to this many characters stands under the name. */
const deck = 220;

function view(story: Story): ReactElement {
  const { voice } = story;
  const { details, reason, cube } = story.view;
  const empty = reason !== undefined || cube.values.length === 0;
  return (
    <>
      <Steps story={story} />
      <div className="opening">
        <div>
          <h1>
            <Say text={details.name} voice={voice} />
          </h1>
          {details.description && voice.say(details.description).length <= deck && (
            <p className="kind">
              <Say text={details.description} voice={voice} />
            </p>
          )}
          {empty ? <NoFigures story={story} /> : <KeyFigure story={story} />}
          <HelpHere voice={voice} chapter="01" terms={termsOf(story)} />
        </div>
        <Choices view={story.view} voice={voice} show={story.show} by={(story.crossing ?? story.view).selection.by} />
      </div>
      {!empty && <Plates story={story} />}
      {!empty && <FlowPartners story={story} />}
      <Notes story={story} />
      <AboutFigure story={story} />
    </>
  );
}

/** The page of an indicator: its figures for one question, in every way that suits them, and where they come from. */
export async function indicatorPage({ voice, frame, read }: Around, place: Extract<Place, { page: "indicator" }>): Promise<Page> {
  const story: Story = { ...(await loadIndicator(place, read)), voice, frame, show: place.show };
  const { details } = story.view;
  const sentences = inOneText(sentencesOfStory(story));
  const description = sentences === "" ? {} : { description: sentences };
  return { kind: "indicator", title: voice.say(details.name), ...description, dataset: datasetOf(story), body: view(story) };
}
