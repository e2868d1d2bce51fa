import { classOf } from "@peil/core/statistics/classes.ts";
import type { ReactElement } from "react";
import type { Classes } from "./classes.ts";
import { nameOf, spokenOf } from "./parts.tsx";
import type { Subject } from "./presentation.ts";
import { isMine, type Ranked } from "./reading.ts";

function labelOf(index: number, classes: Classes, subject: Subject): string {
  const { voice, measured } = subject;
  const from = index === 0 ? classes.low : (classes.breaks[index - 1] ?? 0);
  const to = index === classes.breaks.length ? classes.high : (classes.breaks[index] ?? 0);
  const say = (value: number): string => voice.number(value, measured.decimals);
  return from === to ? voice.m.legend.single(say(from)) : voice.m.legend.class(say(from), say(to));
}

/** The benchmark's own figure, where it lies on the scale of the classes. */
function benchmarkOf(subject: Subject): { readonly text: string; readonly value: number } | undefined {
  const first = subject.beside?.[0];
  if (subject.measured.dataType === "count" || first?.cell.value === undefined) return undefined;
  const text = subject.voice.m.legend.benchmark(nameOf(first.area, subject.voice), spokenOf(first.cell, subject.measured, subject.voice));
  return { text, value: first.cell.value };
}

/** Classes with their real bounds and how many areas each holds, the benchmark's place, and what the other marks mean. */
export function MapLegend(props: { readonly subject: Subject; readonly classes: Classes; readonly rows: readonly Ranked[] }): ReactElement {
  const { subject, classes, rows } = props;
  const { m } = subject.voice;
  const benchmark = benchmarkOf(subject);
  const at = benchmark === undefined ? -1 : classOf(benchmark.value, classes.breaks);
  const hidden = rows.filter((each) => each.cell.status === 2 || each.cell.status === 7).length;
  const missing = rows.filter((each) => each.cell.value === undefined).length - hidden;
  const own = rows.filter((each) => isMine(each.area, subject.mine));
  return (
    <ul className={`legend classes-${classes.counts.length}`} aria-label={m.legend.title}>
      {classes.counts.map((count, index) => (
        <li key={labelOf(index, classes, subject)}>
          <span className={`swatch c${index}`} />
          <span>{labelOf(index, classes, subject)}</span>
          <span className="count">{m.legend.count(count)}</span>
          {index === at && <span className="mark">{benchmark?.text}</span>}
        </li>
      ))}
      {hidden > 0 && <Extra swatch="hatched" text={m.legend.hidden} count={m.legend.count(hidden)} />}
      {missing > 0 && <Extra swatch="dotted" text={m.legend.missing} count={m.legend.count(missing)} />}
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
