import type { GlanceRow } from "@peil/core/api-glance.ts";
import type { ReactElement, ReactNode } from "react";
import { indicatorOfAreaHref } from "../address.ts";
import { langFor } from "../presentations/parts.tsx";
import { glanceWords } from "../text/glance.ts";
import { byChange, byStrength } from "../text/glance-sentences.ts";
import { periodName } from "../text/period.ts";
import { figureOf, MovedWord, type Part, Why } from "./glance-words.tsx";

/** Items of a list that are shown at once. */
const atOnce = 5;

/** Every indicator of the page once, also where it stands in two themes. */
export function rowsOf({ view }: Pick<Part, "view">): readonly GlanceRow[] {
  return [...new Map(view.themes.flatMap((each) => each.rows).map((row) => [row.indicator.code, row])).values()];
}

type ListProps = Part & {
  readonly id: string;
  readonly title: string;
  readonly sign: string;
  readonly nothing: string;
  readonly rows: readonly GlanceRow[];
  readonly item: (row: GlanceRow) => ReactNode;
};

function List({ id, title, sign, nothing, rows, item, voice }: ListProps): ReactElement {
  const words = glanceWords(voice);
  const rest = rows.slice(atOnce);
  return (
    <section className={`glance-list ${id}`} aria-labelledby={id}>
      <h2 id={id}>
        <span aria-hidden="true">{sign}</span> {title} <span className="count">{rows.length}</span>
      </h2>
      {rows.length === 0 && <p className="quiet">{nothing}</p>}
      {rows.length > 0 && <ul>{rows.slice(0, atOnce).map(item)}</ul>}
      {rest.length > 0 && (
        <details>
          <summary>{words.more(rest.length)}</summary>
          <ul>{rest.map(item)}</ul>
        </details>
      )}
    </section>
  );
}

function Name({ row, view, voice }: Part & { readonly row: GlanceRow }): ReactElement {
  return (
    <a href={indicatorOfAreaHref(voice.language, row.indicator.code, view.area)} lang={langFor(row.indicator.name, voice)}>
      {voice.say(row.indicator.name)}
    </a>
  );
}

function judgedItem(part: Part): (row: GlanceRow) => ReactNode {
  const { voice, view } = part;
  const words = glanceWords(voice);
  return (row) => {
    const own = figureOf(row, row.cell, voice);
    const other = row.benchmark.value === undefined ? undefined : voice.number(row.benchmark.value, row.decimals);
    return (
      <li key={row.indicator.code}>
        <Name row={row} view={view} voice={voice} />{" "}
        <span className="what">
          <b>{other === undefined ? own : words.against(own, other)}</b> <small>{periodName(row.period, voice)}</small>
        </span>
        <Why row={row} view={view} voice={voice} about="judged" />
      </li>
    );
  };
}

function movedItem(part: Part): (row: GlanceRow) => ReactNode {
  const { voice, view } = part;
  const words = glanceWords(voice);
  return (row) => (
    <li key={row.indicator.code}>
      <Name row={row} view={view} voice={voice} />{" "}
      <span className="what">
        <b>{words.fromTo(voice.number(row.earlier?.cell.value ?? Number.NaN, row.decimals), figureOf(row, row.cell, voice))}</b>{" "}
        <small>
          {row.earlier && periodName(row.earlier.period, voice)} – {periodName(row.period, voice)}
        </small>
      </span>{" "}
      <MovedWord row={row} voice={voice} />
      <Why row={row} view={view} voice={voice} about="moved" />
    </li>
  );
}

/** Strengths, points of attention, what rose and what fell; the farthest first. */
export function GlanceLists(part: Part): ReactElement {
  const words = glanceWords(part.voice);
  const rows = rowsOf(part);
  const judged = (word: GlanceRow["judgement"]): readonly GlanceRow[] => rows.filter((row) => row.judgement === word).toSorted(byStrength);
  const moved = (way: GlanceRow["movement"]): readonly GlanceRow[] => {
    const found = rows.filter((row) => row.movement === way).toSorted(byChange);
    return [...found.filter((row) => row.direction !== undefined), ...found.filter((row) => row.direction === undefined)];
  };
  const one = judgedItem(part);
  const two = movedItem(part);
  return (
    <div className="glance-lists">
      <List {...part} id="strengths" sign="▲" title={words.strengths} nothing={words.noStrengths} rows={judged("strength")} item={one} />
      <List {...part} id="attention" sign="▼" title={words.attention} nothing={words.noAttention} rows={judged("attention")} item={one} />
      <List {...part} id="risen" sign="↗" title={words.risen} nothing={words.noRisen} rows={moved("risen")} item={two} />
      <List {...part} id="fallen" sign="↘" title={words.fallen} nothing={words.noFallen} rows={moved("fallen")} item={two} />
    </div>
  );
}
