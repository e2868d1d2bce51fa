import { status } from "@peil/core/model/status.ts";
import { formatSelection } from "@peil/core/query/address.ts";
import type { ReactElement } from "react";
import { areaHref, exploreHref, hrefOf, indicatorOfLevelHref } from "../address.ts";
import { meaningOf, plainOf, Say } from "../presentations/parts.tsx";
import { RankingStrip } from "../presentations/ranking-strip.tsx";
import type { Cell } from "../presentations/reading.ts";
import { rankedOf } from "../presentations/reading.ts";
import { areaInSentence } from "../text/area-name.ts";
import { exploreWords } from "../text/explore.ts";
import { menuWords } from "../text/menu.ts";
import { periodMark, periodName } from "../text/period.ts";
import { inOneText } from "../text/sentences.ts";
import { surveyWords } from "../text/survey.ts";
import { unitOf } from "../text/unit.ts";
import { comparisonsOf } from "../text/verdict.ts";
import { formatChoice, parseChoice } from "./explore-choice.ts";
import { allOf, type Key, keysOf, laterOf, mineOf, rankOf, type Story, sentencesOfStory } from "./story.ts";

function Amount({ cell, story }: { readonly cell: Cell; readonly story: Story }): ReactElement {
  const { voice, view } = story;
  const unit = unitOf(view.details.unit, voice);
  const figure = plainOf(cell, view.details.decimals, voice);
  if (cell.value === undefined && cell.text === undefined) {
    return (
      <>
        <span className="amount none" aria-hidden="true">
          {figure}
        </span>
        <span className="of">{meaningOf(cell, voice)}</span>
      </>
    );
  }
  return (
    <>
      <span className="amount">{figure}</span>
      {unit !== "" && <span className="of">{unit}</span>}
    </>
  );
}

/** Where the figure stands among all areas, in one thin strip. */
function Strip({ keys, story }: { readonly keys: readonly Key[]; readonly story: Story }): ReactElement | null {
  const all = allOf(story, "");
  const mine = keys.flatMap((each) => each.cell.value ?? []);
  if (!all?.mine?.length || mine.length === 0 || story.view.details.dataType === "count") return null;
  const values = rankedOf(all.cube, Math.max(0, (all.cube.axes.find((each) => each.role === "period")?.members.length ?? 1) - 1)).flatMap(
    (each) => each.cell.value ?? [],
  );
  const label = inOneText(sentencesOfStory(story).filter((each) => ["value", "missing", "rank"].includes(each.kind)));
  return <RankingStrip values={values} mine={mine} benchmark={keys[0]?.benchmark?.cell.value} label={label} />;
}

function Where({ of, story }: { readonly of: Key; readonly story: Story }): ReactElement {
  const { voice, view } = story;
  if (of.area.group) return <Say text={of.area.label} voice={voice} />;
  return (
    <a href={areaHref(voice.language, { level: of.area.level ?? view.selection.level, code: of.area.code })}>
      <Say text={of.area.label} voice={voice} />
    </a>
  );
}

function When({ of, story }: { readonly of: Key; readonly story: Story }): ReactElement {
  const { chart } = story.voice.m;
  const mark = periodMark(of.period, story.view.details);
  return (
    <>
      {periodName(of.period.code, story.voice)}
      {mark && ` (${mark === "forecast" ? chart.forecast : chart.provisional})`}
    </>
  );
}

/** The figures of several own areas, one below the other; unit and period stand once. */
function Several({ keys, story }: { readonly keys: readonly [Key, ...Key[]]; readonly story: Story }): ReactElement {
  const { voice, view } = story;
  const unit = unitOf(view.details.unit, voice);
  return (
    <>
      <p className="where">
        {unit !== "" && `${unit}, `}
        <When of={keys[0]} story={story} />
      </p>
      <ul className="several">
        {keys.map((each) => {
          const known = each.cell.value !== undefined || each.cell.text !== undefined;
          const rank = rankOf(each, story);
          return (
            <li key={each.area.code}>
              <span className={known ? "amount" : "amount none"} aria-hidden={known ? undefined : true}>
                {plainOf(each.cell, view.details.decimals, voice)}
              </span>
              <span className="name">
                <Where of={each} story={story} />
                {!known && <small>{meaningOf(each.cell, voice)}</small>}
                {rank && <small>{voice.m.indicator.rankOf(voice.m.ordinal(rank.position), voice.number(rank.of), rank.plural)}</small>}
              </span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function One({ of, story }: { readonly of: Key; readonly story: Story }): ReactElement {
  return (
    <p className="figure">
      <Amount cell={of.cell} story={story} />
      <span className="where">
        <Where of={of} story={story} />
        {", "}
        <When of={of} story={story} />
      </span>
    </p>
  );
}

/** Where the figure that leads is not the newest: the periods after it, and why none shows there. */
function Later({ of, story }: { readonly of: Key; readonly story: Story }): ReactElement | null {
  const { voice } = story;
  const later = laterOf(of, story).filter(({ cell }) => cell.tooFew || cell.status === status.hidden || cell.status === status.private);
  if (later.length === 0) return null;
  return <p className="later">{later.map(({ period, cell }) => `${periodName(period, voice)}: ${meaningOf(cell, voice)}`).join(" · ")}</p>;
}

/** Where an area has no figure because it cannot be computed: what its parts are, and the levels that have figures of their own. */
function Elsewhere({ keys, story }: { readonly keys: readonly Key[]; readonly story: Story }): ReactElement | null {
  const { voice, view } = story;
  const { m, language } = voice;
  const without = keys.filter((each) => each.cell.status === status.notAvailable && !each.cell.tooFew);
  const levels = view.details.available.filter((each) => each.loaded && each.level.alias !== view.selection.level);
  if (without.length === 0 || levels.length === 0) return null;
  const names = m.list(without.map((each) => areaInSentence(each.area.label, voice, each.area.article)));
  return (
    <div className="reason">
      <p>
        {m.indicator.notForArea(names)} {m.indicator.elsewhereLoaded}
      </p>
      <ul>
        {levels.map(({ level }) => (
          <li key={level.alias}>
            <a href={indicatorOfLevelHref(language, view.details.code, level.alias)}>
              <Say text={level.plural} voice={voice} />
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Whether a clear difference of a survey figure with the benchmark is a strength or a point of attention; nothing where it is neither. */
function Judged({ of, story }: { readonly of: Key; readonly story: Story }): ReactElement | null {
  const { voice, view } = story;
  const { benchmark } = of;
  const found = comparisonsOf(view, of.area).find((each) => "area" in each.with && each.with.area.code === benchmark?.area.code);
  if (found?.judgement === undefined || benchmark === undefined) return null;
  const name = areaInSentence(benchmark.area.label, voice, benchmark.area.article);
  return <p className={`judged ${found.judgement}`}>{surveyWords(voice)[found.judgement](name)}</p>;
}

/** The same indicator among all those of the reader's own area, and the same question in the data bank. */
function Ways({ story }: { readonly story: Story }): ReactElement {
  const { voice, view } = story;
  const [mine, ...more] = mineOf(story);
  const query = formatSelection({ ...view.selection, indicators: [view.details.code] });
  return (
    <p className="ways">
      {mine !== undefined && more.length === 0 && (
        <a href={exploreHref(voice.language, mine, formatChoice({ ...parseChoice(""), open: view.details.code }))}>
          {exploreWords(voice).fromElsewhere}
        </a>
      )}
      <a href={hrefOf(voice.language, { page: "databank", query })}>{menuWords(voice).inDatabank}</a>
    </p>
  );
}

/** The figure that leads, or one for each of the reader's areas: large, with its unit, area and period; the comparison and the sentence under it. */
export function KeyFigure({ story, strip = true }: { readonly story: Story; readonly strip?: boolean }): ReactElement | null {
  const [key, ...more] = keysOf(story);
  if (!key) return null;
  const { voice, view } = story;
  return (
    <section className="key" aria-label={voice.m.indicator.key}>
      {more.length > 0 ? <Several keys={[key, ...more]} story={story} /> : <One of={key} story={story} />}
      <Elsewhere keys={[key, ...more]} story={story} />
      {key.benchmark && (
        <p className="against">
          <span className="amount">{plainOf(key.benchmark.cell, view.details.decimals, voice)}</span>{" "}
          <span className="where">
            <Say text={key.benchmark.area.label} voice={voice} />
          </span>
        </p>
      )}
      {more.length === 0 && <Later of={key} story={story} />}
      {strip && <Strip keys={[key, ...more]} story={story} />}
      <p className="lead">{inOneText(sentencesOfStory(story))}</p>
      {more.length === 0 && <Judged of={key} story={story} />}
      {strip && <Ways story={story} />}
    </section>
  );
}
