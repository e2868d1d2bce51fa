import type { ReactElement } from "react";
import { areaHref } from "../address.ts";
import { meaningOf, plainOf, Say } from "../presentations/parts.tsx";
import type { Cell } from "../presentations/reading.ts";
import { rankedOf } from "../presentations/reading.ts";
import { RankingStrip } from "../presentations/strip.tsx";
import { periodMark } from "../presentations/table.tsx";
import { periodName } from "../text/period.ts";
import { unitOf } from "../text/unit.ts";
import { allOf, type Key, keyOf, type Story, sentencesOf } from "./story.ts";

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
function Strip({ keyFigure, story }: { readonly keyFigure: Key; readonly story: Story }): ReactElement | null {
  const all = allOf(story, "");
  const { value } = keyFigure.cell;
  if (!all?.mine || value === undefined || story.view.details.dataType === "count") return null;
  const values = rankedOf(all.cube, Math.max(0, (all.cube.axes.find((each) => each.role === "period")?.members.length ?? 1) - 1)).flatMap(
    (each) => each.cell.value ?? [],
  );
  const sentences = sentencesOf(story);
  return <RankingStrip values={values} mine={value} benchmark={keyFigure.benchmark?.cell.value} label={sentences.at(-1) ?? ""} />;
}

/** The figure that leads: large, with its unit, area and period; the comparison and the sentence under it. */
export function KeyFigure({ story }: { readonly story: Story }): ReactElement | null {
  const key = keyOf(story);
  if (!key) return null;
  const { voice, view } = story;
  const mark = periodMark(key.period, view.details);
  const { chart } = voice.m;
  return (
    <section className="key" aria-label={voice.m.indicator.key}>
      <p className="figure">
        <Amount cell={key.cell} story={story} />
        <span className="where">
          <a href={areaHref(voice.language, { level: key.area.level ?? view.selection.level, code: key.area.code })}>
            <Say text={key.area.label} voice={voice} />
          </a>
          {", "}
          {periodName(key.period.code, voice)}
          {mark && ` (${mark === "forecast" ? chart.forecast : chart.provisional})`}
        </span>
      </p>
      {key.benchmark && (
        <p className="against">
          <span className="amount">{plainOf(key.benchmark.cell, view.details.decimals, voice)}</span>{" "}
          <span className="where">
            <Say text={key.benchmark.area.label} voice={voice} />
          </span>
        </p>
      )}
      <Strip keyFigure={key} story={story} />
      <p className="lead">{sentencesOf(story).join(" ")}</p>
    </section>
  );
}
