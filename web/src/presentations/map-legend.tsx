import { classOf } from "@peil/core/statistics/classes.ts";
import type { ReactElement } from "react";
import { mapWords } from "../text/map.ts";
import { wholeFigure } from "../text/whole-figure.ts";
import { benchmarkAt, type MapClasses, momentOf } from "./map-classes.ts";
import { nameOf, spokenOf } from "./parts.tsx";
import type { Subject } from "./presentation.ts";
import { isMine, type Ranked } from "./reading.ts";

function labelOf(index: number, classes: MapClasses, subject: Subject): string {
  const { voice, measured } = subject;
  const from = index === 0 ? classes.low : (classes.breaks[index - 1] ?? 0);
  const to = index === classes.breaks.length ? classes.high : (classes.breaks[index] ?? 0);
  const say = (value: number): string => voice.number(value, measured.decimals);
  return from === to ? voice.m.legend.single(say(from)) : voice.m.legend.class(say(from), say(to));
}

/** What stands on the scale: the figure around which the classes lie, else the benchmark's own. */
function markOf(subject: Subject, classes: MapClasses): { readonly text: string; readonly value: number } | undefined {
  const { voice, measured } = subject;
  const mark = classes.around ?? benchmarkAt(subject, momentOf(subject));
  if (mark === undefined) return undefined;
  const figure = wholeFigure(mark.value, measured, voice);
  if (mark.median) return { value: mark.value, text: mapWords(voice).median(figure) };
  return { value: mark.value, text: mark.name === undefined ? mapWords(voice).given(figure) : voice.m.legend.benchmark(mark.name, figure) };
}

/** Classes with their real bounds and how many areas each holds, the benchmark's place, and what the other marks mean. */
export function MapLegend(props: {
  readonly subject: Subject;
  readonly classes: MapClasses;
  readonly rows: readonly Ranked[];
}): ReactElement {
  const { subject, classes, rows } = props;
  const { m } = subject.voice;
  const words = mapWords(subject.voice);
  const benchmark = markOf(subject, classes);
  const at = benchmark === undefined ? -1 : classOf(benchmark.value, classes.breaks);
  const hidden = rows.filter((each) => each.cell.status === 2 || each.cell.status === 7).length;
  const missing = rows.filter((each) => each.cell.value === undefined).length - hidden;
  const own = rows.filter((each) => isMine(each.area, subject.mine));
  return (
    <ul className={`legend scheme-${classes.scheme}`} aria-label={m.legend.title}>
      {classes.counts.map((count, index) => (
        <li key={labelOf(index, classes, subject)}>
          <span className={`swatch k${classes.steps[index] ?? 0}`} />
          <span>{labelOf(index, classes, subject)}</span>
          <span className="count">{m.legend.count(count)}</span>
          {index === at && <span className="mark">{benchmark?.text}</span>}
        </li>
      ))}
      {hidden > 0 && <Extra swatch="hatched" text={words.hiddenWhy} count={m.legend.count(hidden)} />}
      {missing > 0 && <Extra swatch="dotted" text={words.missingWhy} count={m.legend.count(missing)} />}
      {classes.fixed && <li className="fixed">{words.fixed}</li>}
      {own.map((each) => (
        <Extra
          key={each.area.code}
          swatch="own"
          text={nameOf(each.area, subject.voice)}
          count={spokenOf(each.cell, subject.measured, subject.voice)}
        />
      ))}
    </ul>
  );
}

function Extra({ swatch, text, count }: { readonly swatch: string; readonly text: string; readonly count: string }): ReactElement {
  return (
    <li>
      <span className={`swatch ${swatch}`} />
      <span>{text}</span>
      <span className="count">{count}</span>
    </li>
  );
}
