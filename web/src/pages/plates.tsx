import { Fragment, type ReactElement } from "react";
import { hrefOf, type Show } from "../address.ts";
import { bar } from "../presentations/bar.tsx";
import { presentations } from "../presentations/index.ts";
import { line } from "../presentations/line.tsx";
import { map } from "../presentations/map.tsx";
import { Say } from "../presentations/parts.tsx";
import type { Presentation, Subject } from "../presentations/presentation.ts";
import { memberAxes } from "../presentations/reading.ts";
import { RankingTable } from "../presentations/ranking-table.tsx";
import { table } from "../presentations/table.tsx";
import { periodName } from "../text/period.ts";
import { formatSelection } from "../selection-text.ts";
import { allOf, type Story, subjectOf } from "./story.ts";

const seriesId = "table-series";
const allId = "table-all";

/** Which figures a presentation draws: all areas of the level, or the series that was chosen. */
function subjectFor(each: Presentation, story: Story): Subject | undefined {
  const crossed = memberAxes(story.view.cube).length > 0;
  if (each === map || (each === bar && !crossed)) return allOf(story, allId);
  return subjectOf(story, seriesId);
}

function Foot({ story, id }: { readonly story: Story; readonly id: string }): ReactElement {
  const { voice, view, frame } = story;
  const { chart } = voice.m;
  const source = view.details.source ?? view.cube.sources[0];
  return (
    <p className="credit">
      {source && (
        <>
          {chart.source}: <Say text={source.name} voice={voice} /> ·{" "}
        </>
      )}
      {chart.release} {frame.release.id}
      {" · "}
      <a href={`#${id}`}>{chart.toTable}</a>
    </p>
  );
}

function Plate({ each, story }: { readonly each: Presentation; readonly story: Story }): ReactElement | null {
  const subject = subjectFor(each, story);
  if (!subject?.cube || !each.suits(subject)) return null;
  return (
    <div className={`plate of-${each.code}`}>
      {each.draw(subject)}
      <Foot story={story} id={subject.id} />
    </div>
  );
}

function Shows({ story }: { readonly story: Story }): ReactElement {
  const { voice, view } = story;
  const { show } = voice.m;
  const selection = formatSelection(view.selection);
  const offered = presentations.filter((each) => {
    const subject = subjectFor(each, story);
    return subject !== undefined && each.suits(subject);
  });
  const link = (code: Show | undefined, text: string): ReactElement => (
    <a
      href={hrefOf(voice.language, { page: "indicator", code: view.details.code, selection, show: code })}
      aria-current={story.show === code ? "true" : undefined}
      data-swap=""
    >
      {text}
    </a>
  );
  return (
    <nav className="shows" aria-label={show.label}>
      {link(undefined, show.all)}
      {offered.map((each) => (
        <Fragment key={each.code}>{link(each.code, show[each.code])}</Fragment>
      ))}
    </nav>
  );
}

function AllAreas({ story, open }: { readonly story: Story; readonly open: boolean }): ReactElement | null {
  const subject = allOf(story, allId);
  if (!subject) return null;
  const { voice } = story;
  const period = subject.cube.axes.find((each) => each.role === "period")?.members.at(-1);
  return (
    <section className="plate ranking-plate">
      <h3>{voice.m.table.allTitle(voice.say(subject.plural), period ? periodName(period.code, voice) : "")}</h3>
      <details open={open}>
        <summary>{voice.m.show.table}</summary>
        <RankingTable subject={subject} />
      </details>
    </section>
  );
}

function SeriesTable({ story }: { readonly story: Story }): ReactElement {
  const subject = subjectOf(story, seriesId);
  return (
    <section className="plate table-plate">
      <h3>{table.tell(subject).title}</h3>
      {table.draw(subject)}
    </section>
  );
}

function One({ story }: { readonly story: Story }): ReactElement {
  const chosen = [line, map, bar].find((each) => each.code === story.show);
  return (
    <div className="plates one">
      {chosen && <Plate each={chosen} story={story} />}
      <SeriesTable story={story} />
      <AllAreas story={story} open={story.show !== "line"} />
    </div>
  );
}

/** The figures in every way that suits them, set as on a newspaper page; or one of them, large. */
export function Plates({ story }: { readonly story: Story }): ReactElement {
  const crossed = memberAxes(story.view.cube).length > 0;
  const order: readonly [Presentation, Presentation, Presentation] = crossed ? [bar, map, line] : [line, map, bar];
  return (
    <>
      <Shows story={story} />
      {story.show ? (
        <One story={story} />
      ) : (
        <div className={crossed ? "plates crossed" : "plates"}>
          <div className="column">
            <Plate each={order[0]} story={story} />
            <Plate each={order[2]} story={story} />
            <AllAreas story={story} open={false} />
          </div>
          <div className="column">
            <Plate each={order[1]} story={story} />
            <SeriesTable story={story} />
          </div>
        </div>
      )}
    </>
  );
}
