import { area as areaShape } from "d3-shape";
import type { ReactElement } from "react";
import { surveyWords } from "../text/survey.ts";
import type { Voice } from "../text/voice.ts";
import type { Cell } from "./reading.ts";
import { intervalText } from "./sample.ts";
import type { Moment, Series } from "./series.ts";

type Shown = { readonly cell: Cell; readonly decimals: number; readonly voice: Voice };

/** The interval of a survey figure, under it in a table; nothing for other figures. */
export function UnderFigure({ cell, decimals, voice }: Shown): ReactElement | null {
  if (!cell.sample) return null;
  return (
    <small className="bounds">
      <span className="unseen">{surveyWords(voice).interval} </span>
      {intervalText(cell.sample, decimals, voice)}
    </small>
  );
}

/** Columns of the interval and the respondents behind the figure of a ranking. */
export function SampleCells({ cell, decimals, voice }: Shown): ReactElement {
  const { sample } = cell;
  return (
    <>
      <td className="n">{sample && intervalText(sample, decimals, voice)}</td>
      <td className="n">{sample && Number.isFinite(sample.respondents) && voice.number(sample.respondents)}</td>
    </>
  );
}

type Scales = { readonly x: (at: number) => number; readonly y: (value: number) => number };

/** The intervals of a line: a band behind it, or a whisker where a figure stands alone. */
export function Band({ series, scales }: { readonly series: Series; readonly scales: Scales }): ReactElement | null {
  const known = series.moments.filter((each) => each.cell.sample);
  if (known.length === 0) return null;
  const shape = areaShape<Moment>()
    .defined((each) => each.cell.sample !== undefined)
    .x((each) => scales.x(each.at))
    .y0((each) => scales.y(each.cell.sample?.lower ?? 0))
    .y1((each) => scales.y(each.cell.sample?.upper ?? 0))
    .digits(1);
  const [only, ...more] = known;
  if (only && more.length === 0) {
    const { lower, upper } = only.cell.sample ?? { lower: 0, upper: 0 };
    return <path className={`whisker ${series.tone}`} d={`M${scales.x(only.at)} ${scales.y(lower)}V${scales.y(upper)}`} />;
  }
  return <path className={`band ${series.tone}`} d={shape(series.moments.slice()) ?? ""} />;
}
