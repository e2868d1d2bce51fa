import type { AreaCard } from "@peil/core/api.ts";
import type { ExploreBeside, ExploreRow, ExploreView } from "@peil/core/api-explore.ts";
import type { Kind } from "@peil/core/model/indicator.ts";
import type { Status } from "@peil/core/model/status.ts";
import type { ReactElement } from "react";
import { exploreHref } from "../address.ts";
import { cellClass, Figure, langFor, Say } from "../presentations/parts.tsx";
import { cellOfProfile } from "../presentations/reading.ts";
import { TickStrip } from "../presentations/tick-strip.tsx";
import { countText, exploreWords } from "../text/explore.ts";
import { glanceWords } from "../text/glance.ts";
import { periodName } from "../text/period.ts";
import { unitOf } from "../text/unit.ts";
import type { Voice } from "../text/voice.ts";
import { type ExploreChoice, formatChoice, limitsIn, withoutLimits } from "./explore-choice.ts";
import { directionOf, facetsOf, groupsOf, type RowGroup, shownOf } from "./explore-rows.ts";

/** What every part of the application is given. */
export type Props = { readonly view: ExploreView; readonly choice: ExploreChoice; readonly voice: Voice };

/** The address of another choice for the same area. */
export function hrefFor({ view, choice, voice }: Props, change: Partial<ExploreChoice>): string {
  return exploreHref(voice.language, view.area, formatChoice({ ...choice, ...change }));
}

const shapes: Readonly<Record<Kind, string>> = {
  register: "M3 4h10M3 8h10M3 12h10",
  survey: "M2 3h12v8H8l-4 3v-3H2Z",
  gis: "M8 14C5 10 4 8 4 6a4 4 0 0 1 8 0c0 2-1 4-4 8ZM8 5v2",
};

/** The symbols of the kinds of figures, drawn once a page. */
export function KindShapes(): ReactElement {
  return (
    <svg className="patterns" width="0" height="0" aria-hidden="true" focusable="false">
      {Object.entries(shapes).map(([kind, d]) => (
        <symbol key={kind} id={`kind-${kind}`} viewBox="0 0 16 16">
          <path d={d} />
        </symbol>
      ))}
    </svg>
  );
}

const arrows: Readonly<Record<string, string>> = {
  higher: "▲",
  lower: "▼",
  equal: "=",
  unclear: "≈",
  risen: "↗",
  fallen: "↘",
  stable: "→",
};

function Word({
  beside,
  row,
  voice,
}: {
  readonly beside: ExploreBeside;
  readonly row: ExploreRow;
  readonly voice: Voice;
}): ReactElement | null {
  const { word } = beside;
  if (word === undefined) return <span className="stands" />;
  const way = word === "better" || word === "worse" ? directionOf(word, row) : word;
  return (
    <span className={`stands ${word}`}>
      <span aria-hidden="true">{arrows[way]} </span>
      {exploreWords(voice).words[word]}
    </span>
  );
}

function Strip({ row, voice, plural }: { readonly row: ExploreRow; readonly voice: Voice; readonly plural: string }): ReactElement | null {
  const { spread } = row;
  if (spread === undefined) return null;
  const words = exploreWords(voice);
  const say = (value: number): string => voice.number(value, row.decimals);
  const hidden = spread.hidden > 0 ? words.stripHidden(voice.number(spread.hidden)) : "";
  const shown = `${voice.number(spread.shown)} ${plural}`;
  const fits = (each: ExploreBeside): boolean => row.dataType !== "count" || each.word !== undefined;
  return (
    <TickStrip
      spread={spread}
      mine={row.cell.value}
      benchmarks={row.beside.filter(fits).flatMap((each) => each.cell.value ?? [])}
      label={words.strip(shown, hidden, say(spread.low), say(spread.high))}
    />
  );
}

function Cell(props: {
  readonly cell: ExploreBeside["cell"];
  readonly of: AreaCard;
  readonly row: ExploreRow;
  readonly voice: Voice;
  readonly className: string;
}): ReactElement {
  const { cell, of, row, voice, className } = props;
  const state = cell.status as Status;
  return (
    <span className={`${className} ${cellClass(state)}`}>
      <span className="unseen">{voice.say(of.name)}: </span>
      <Figure cell={cellOfProfile(cell)} decimals={row.decimals} voice={voice} />
    </span>
  );
}

function About({ row, voice }: { readonly row: ExploreRow; readonly voice: Voice }): ReactElement {
  const words = exploreWords(voice);
  const { kind, unit } = row.indicator;
  const parts = [unitOf(unit, voice), periodName(row.period, voice)].filter((each) => each !== "");
  return (
    <span className="about">
      <span className="sort">
        <svg className="kind-shape" aria-hidden="true" focusable="false">
          <use href={`#kind-${kind}`} />
        </svg>
        {words.kinds[kind]}
      </span>
      {` · ${parts.join(" · ")}`}
    </span>
  );
}

function Tags({ row, voice }: { readonly row: ExploreRow; readonly voice: Voice }): ReactElement | null {
  const words = exploreWords(voice);
  const { movement, earlier, judgement } = row;
  return (
    <>
      {judgement && <span className={`judged-as ${judgement}`}>{words.judgements[judgement]}</span>}
      {earlier?.otherQuestion && <span className="moved">{glanceWords(voice).otherQuestion(periodName(earlier.period, voice))}</span>}
      {movement && earlier && (
        <span className="moved">
          <span aria-hidden="true">{arrows[movement]} </span>
          {words.movedSince(words.movements[movement] ?? "", periodName(earlier.period, voice))}
        </span>
      )}
    </>
  );
}

function Row({ row, shown, ...props }: Props & { readonly row: ExploreRow; readonly shown: boolean }): ReactElement {
  const { view, choice, voice } = props;
  const { code, name } = row.indicator;
  const facets = facetsOf(row, voice);
  const data = {
    "data-themes": facets.themes.join(" "),
    "data-kind": facets.kind.join(" "),
    "data-rating": facets.rating.join(" "),
    "data-moved": facets.moved.join(" "),
    "data-beside": facets.beside.join(" "),
    "data-judged": facets.judged.join(" "),
  };
  const isOpen = choice.open.toLowerCase() === code.toLowerCase();
  const first = row.beside[0];
  return (
    <li id={`i-${code}`} hidden={!shown} {...data} data-code={code} className={isOpen ? "open" : undefined}>
      <a
        className="name"
        href={hrefFor(props, { open: code })}
        lang={langFor(name, voice)}
        aria-describedby={`d-${code}`}
        aria-current={isOpen ? "true" : undefined}
        data-swap=""
      >
        {voice.say(name)}
      </a>
      <span className="figures" id={`d-${code}`}>
        <Cell cell={row.cell} of={view.area} row={row} voice={voice} className="own" />
        {row.beside.map((each, at) => {
          const of = view.benchmarks[at];
          return of && <Cell key={`${of.level}:${of.code}`} cell={each.cell} of={of} row={row} voice={voice} className="other" />;
        })}
        {first && <Word beside={first} row={row} voice={voice} />}
      </span>
      <About row={row} voice={voice} />
      <span className="tags">
        <Tags row={row} voice={voice} />
      </span>
      <Strip row={row} voice={voice} plural={voice.say(view.level.plural)} />
    </li>
  );
}

function Group({ group, shown, ...props }: Props & { readonly group: RowGroup; readonly shown: ReadonlySet<string> }): ReactElement {
  const { voice } = props;
  const words = exploreWords(voice);
  const id = `group-${group.code}`;
  return (
    <section className="group" aria-labelledby={id} hidden={!group.rows.some((row) => shown.has(row.indicator.code))}>
      <h2 id={id} className={group.name ? undefined : "unseen"}>
        {group.name ? <Say text={group.name} voice={voice} /> : words.list}
      </h2>
      <ol>
        {group.rows.map((row) => (
          <Row key={row.indicator.code} {...props} row={row} shown={shown.has(row.indicator.code)} />
        ))}
      </ol>
    </section>
  );
}

/** The indicators of the area in rows, each a link that opens it; those that the limits leave out are there and not shown. */
export function ExploreList(props: Props): ReactElement {
  const { view, choice, voice } = props;
  const words = exploreWords(voice);
  const shown = shownOf(view.rows, choice, voice);
  return (
    <div className="list" id="explore-list">
      <p className="found">
        <strong id="explore-count" data-count={JSON.stringify(words.count)}>
          {countText(words.count, shown.size)}
        </strong>{" "}
        <a
          className="clear"
          href={hrefFor({ ...props, choice: withoutLimits(choice) }, {})}
          data-swap=""
          data-limits=""
          hidden={limitsIn(choice) === 0}
        >
          {words.clear}
        </a>
      </p>
      <p className="columns-head" aria-hidden="true">
        <span className="own">
          <Say text={view.area.name} voice={voice} />
        </span>
        {view.benchmarks.map((each) => (
          <span className="other" key={`${each.level}:${each.code}`}>
            <Say text={each.name} voice={voice} />
          </span>
        ))}
        <span className="stands" />
      </p>
      <p className="none" id="explore-none" hidden={shown.size > 0}>
        {words.none}
      </p>
      {groupsOf(view, choice, voice).map((group) => (
        <Group key={group.code} {...props} group={group} shown={shown} />
      ))}
    </div>
  );
}
