import type { Text } from "@peil/core/model/text.ts";
import { formatPageSelection } from "@peil/core/query/page-selection.ts";
import { Fragment, type ReactElement } from "react";
import { hrefOf, type Show } from "../address.ts";
import { bar } from "../presentations/bar.tsx";
import { line } from "../presentations/line.tsx";
import { map } from "../presentations/map.tsx";
import { Say } from "../presentations/parts.tsx";
import type { Presentation, Subject } from "../presentations/presentation.ts";
import { RankingTable } from "../presentations/ranking-table.tsx";
import { axisOf, isMine, memberAxes } from "../presentations/reading.ts";
import { table } from "../presentations/table.tsx";
import { periodName } from "../text/period.ts";
import { Cautions, type NotOffered, Refused } from "./guard-notes.tsx";
import { allOf, type Story, subjectOf } from "./story.ts";

/** A drawing of the page: a presentation with the figures that it draws. */
export type Plate = {
  readonly presentation: Presentation<Show>;
  readonly subject: Subject;
  readonly key: string;
  /** Whose figures, where each of several areas has a drawing of its own. */
  readonly area?: Text;
};

/** Areas that each get a drawing of their own. */
const apart = 4;

/** A cube of two dimensions has room for one area: each of the reader's own gets its drawings. */
function crossingsOf(story: Story): readonly { readonly subject: Subject; readonly area?: Text }[] {
  if (!story.crossing) return [];
  const { cube } = story.crossing;
  const whole = subjectOf(story, "table-crossing", cube);
  const mine = whole.mine ?? [];
  if (mine.length < 2 || memberAxes(cube).length < 2) return [{ subject: whole }];
  return mine.slice(0, apart).flatMap((each, index) => {
    const member = axisOf(cube, "area").members.find((area) => isMine(area, [each]));
    const id = index === 0 ? whole.id : `${whole.id}-${index}`;
    return member ? [{ subject: { ...whole, mine: [each], id }, area: member.label }] : [];
  });
}

/** Everything that can be drawn of an indicator, in the order of the page. */
export function platesOf(story: Story): readonly Plate[] {
  const series = story.totals && subjectOf(story, "table-series", story.totals.cube);
  const all = allOf(story, "table-all");
  const crossed = crossingsOf(story).flatMap(({ subject, area }): readonly Plate[] =>
    (
      [
        [bar, "crossed-bar"],
        [table, "crossed-table"],
      ] as const
    ).flatMap(([presentation, key]) => (presentation.suits(subject) ? [{ presentation, subject, key, ...(area ? { area } : {}) }] : [])),
  );
  const wanted: readonly (readonly [Presentation<Show>, Subject | undefined, string])[] = [
    [line, series, "line"],
    [map, all, "map"],
    [bar, all, "bar"],
    [table, series, "table"],
  ];
  const flat = wanted.flatMap(([presentation, subject, key]) =>
    subject && presentation.suits(subject) ? [{ presentation, subject, key }] : [],
  );
  return [...crossed, ...flat];
}

/** The ways of the page that none of its drawings uses. */
function notOffered(story: Story, plates: readonly Plate[]): readonly NotOffered[] {
  const series = story.totals && subjectOf(story, "", story.totals.cube);
  const all = allOf(story, "");
  const ways: readonly (readonly [Show, Subject | undefined])[] = [
    ["line", series],
    ["map", all],
    ["bar", all],
  ];
  return ways.flatMap(([show, subject]) => (subject && !plates.some((each) => each.presentation.code === show) ? [{ show, subject }] : []));
}

function Credit({ story, id }: { readonly story: Story; readonly id: string }): ReactElement {
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
      {`${chart.release} ${(view.selection.release ?? frame.release.id).slice(0, 8)}`}
      <span className="way">
        {" · "}
        <a href={`#${id}`}>{chart.toTable}</a>
      </span>
    </p>
  );
}

/** A drawing with what is to be said of it: cautions and source. */
export function Drawn({ plate, story }: { readonly plate: Plate; readonly story: Story }): ReactElement {
  const { presentation, subject, key } = plate;
  if (presentation === table) {
    return (
      <section className={`plate of-${key}`} aria-labelledby={`${subject.id}-title`}>
        <h3 id={`${subject.id}-title`}>
          {table.tell(subject).title}
          {plate.area && `: ${story.voice.say(plate.area)}`}
        </h3>
        {table.draw(subject)}
      </section>
    );
  }
  return (
    <div className={`plate of-${key}`}>
      {presentation.draw(subject)}
      <Cautions subject={subject} code={presentation.code} voice={story.voice} />
      <Credit story={story} id={subject.id} />
    </div>
  );
}

function Shows({ story, plates }: { readonly story: Story; readonly plates: readonly Plate[] }): ReactElement {
  const { voice, view } = story;
  const { show } = voice.m;
  const selection = formatPageSelection(view.selection);
  const codes = [...new Set(plates.map((each) => each.presentation.code))];
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
      {codes.map((code) => (
        <Fragment key={code}>{link(code, show[code])}</Fragment>
      ))}
    </nav>
  );
}

/** All areas of the level from high to low: the table of the map and the bars. */
function AllAreas({ story, open }: { readonly story: Story; readonly open: boolean }): ReactElement | null {
  const subject = allOf(story, "table-all");
  if (!subject || subject.cube.values.length === 0) return null;
  const { voice } = story;
  const period = subject.cube.axes.find((each) => each.role === "period")?.members.at(-1);
  return (
    <details className="plate of-all" open={open}>
      <summary>{voice.m.table.allTitle(voice.say(subject.plural), period ? periodName(period.code, voice) : "")}</summary>
      <RankingTable subject={subject} />
    </details>
  );
}

function One({ story, plates }: { readonly story: Story; readonly plates: readonly Plate[] }): ReactElement {
  const { show } = story;
  const chosen = plates.filter((each) => each.presentation.code === show || each.presentation === table);
  const first = chosen.toSorted((a, b) => Number(b.presentation.code === show) - Number(a.presentation.code === show));
  return (
    <div className="plates one">
      {first.map((each) => (
        <Drawn key={`${each.key}-${each.subject.id}`} plate={each} story={story} />
      ))}
      <AllAreas story={story} open={show === "map" || show === "bar"} />
    </div>
  );
}

/** The figures in every way that suits them, set as on a newspaper page; or one of them, large. */
export function Plates({ story }: { readonly story: Story }): ReactElement {
  const plates = platesOf(story);
  const draw = (...keys: readonly string[]): readonly ReactElement[] =>
    plates
      .filter((each) => keys.includes(each.key))
      .map((each) => <Drawn key={`${each.key}-${each.subject.id}`} plate={each} story={story} />);
  return (
    <>
      <Shows story={story} plates={plates} />
      <Refused ways={notOffered(story, plates)} voice={story.voice} />
      {story.show ? (
        <One story={story} plates={plates} />
      ) : (
        <div className="plates">
          <div className="column">
            {draw("crossed-bar", "line", "bar")}
            <AllAreas story={story} open={false} />
          </div>
          <div className="column">{draw("crossed-table", "map", "table")}</div>
        </div>
      )}
    </>
  );
}
