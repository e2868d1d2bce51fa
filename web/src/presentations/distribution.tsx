import { scaleLinear } from "d3-scale";
import type { ReactElement } from "react";
import { areaInSentence, capital } from "../text/area-name.ts";
import { distributionWords } from "../text/distribution.ts";
import { periodName } from "../text/period.ts";
import { type Bin, binsOf, distributionOf, type Distribution as Figures } from "./distribution-figures.ts";
import { makesSense } from "./judged.ts";
import { Framed, meaningOf, measuredLine, nameOf, plainOf, spokenOf } from "./parts.tsx";
import type { Subject, Telling } from "./presentation.ts";
import { axisOf, type Ranked } from "./reading.ts";

type Size = { readonly name: "wide" | "narrow"; readonly width: number; readonly bars: number; readonly ticks: number };
const sizes: readonly Size[] = [
  { name: "wide", width: 640, bars: 150, ticks: 7 },
  { name: "narrow", width: 340, bars: 120, ticks: 4 },
];
const left = 38;
const right = 14;
const labelLine = 20;
const stripHeight = 34;
const axisHeight = 26;

const whole = (value: number): number => Math.round(value * 10) / 10;

/** Whether the figures of a subject can be set side by side as a distribution. */
export function suitsDistribution(subject: Subject): boolean {
  return makesSense(subject, "histogram") && binsOf(distributionOf(subject)).length > 0;
}

/** What the distribution says in words. */
export function tellDistribution(subject: Subject): Telling {
  const { voice, measured } = subject;
  const words = distributionWords(voice);
  const found = distributionOf(subject);
  const period = periodName(axisOf(subject.cube, "period").members[found.period]?.code ?? "", voice);
  const many = `${voice.number(found.shown.length)} ${voice.say(subject.plural)}`;
  const [high, low] = [found.shown[0], found.shown.at(-1)];
  const marks = [...found.mine, ...found.beside].map((each) => words.mark(nameOf(each.area, voice), spokenOf(each.cell, measured, voice)));
  const first =
    high && low
      ? words.alt(voice.say(measured.name), period, many, spokenOf(low.cell, measured, voice), spokenOf(high.cell, measured, voice))
      : "";
  return {
    title: capital(finding(found, subject)),
    subtitle: measuredLine(measured, voice, voice.say(subject.plural), period),
    alt: [first, `${finding(found, subject)}.`, ...marks, footOf(found, subject)].filter((each) => each !== "").join(" "),
  };
}

/** Where the middle half lies, and where the reader's own area lies beside it. */
function finding(found: Figures, subject: Subject): string {
  const { voice, measured } = subject;
  const words = distributionWords(voice);
  const [from, to] = found.quartiles;
  const say = found.hidden > 0 ? words.halfShown : words.half;
  const half = say(voice.say(subject.plural), voice.number(from, measured.decimals), voice.number(to, measured.decimals));
  const own = found.mine.length === 1 ? found.mine[0] : undefined;
  const value = own?.cell.value;
  if (own === undefined || value === undefined) return half;
  const place = value < from ? "below" : value > to ? "above" : "between";
  return `${half}; ${words.where(areaInSentence(own.area.label, voice, own.area.article), place)}`;
}

/** How many areas are on the scale, how many are not, and why. */
function footOf(found: Figures, subject: Subject): string {
  const { voice } = subject;
  const words = distributionWords(voice);
  const name = (each: Ranked): string => areaInSentence(each.area.label, voice, each.area.article);
  const away = [
    found.hidden > 0 ? words.hidden(voice.number(found.hidden)) : "",
    found.missing > 0 ? words.missing(voice.number(found.missing)) : "",
  ].filter((each) => each !== "");
  return [
    words.shown(`${voice.number(found.shown.length)} ${voice.say(subject.plural)}`),
    away.length > 0 ? `${capital(voice.m.list(away))} ${words.left}` : "",
    ...found.mineless.map((each) => capital(words.noMark(name(each), meaningOf(each.cell, voice)))),
    found.offScale.length > 0 ? words.offScale(voice.m.list(found.offScale.map(name))) : "",
  ]
    .filter((each) => each !== "")
    .join(" ");
}

type Drawing = { readonly subject: Subject; readonly found: Figures; readonly bins: readonly Bin[]; readonly size: Size };

function scaleX({ found, bins, size }: Drawing): (value: number) => number {
  const marks = [...found.mine, ...found.beside].map((each) => each.cell.value ?? 0);
  const low = Math.min(bins[0]?.from ?? 0, ...marks);
  const high = Math.max(bins.at(-1)?.to ?? 1, ...marks);
  const x = scaleLinear([low, high], [left, size.width - right]);
  return (value) => whole(x(value));
}

function decimalsOf(ticks: readonly number[]): number {
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0));
  return Math.max(0, -Math.floor(Math.log10(step || 1) + 1e-9));
}

function Axis({ bins, size, x, subject, at }: Drawing & { readonly x: (value: number) => number; readonly at: number }): ReactElement {
  const every = Math.max(1, Math.ceil(bins.length / size.ticks));
  const edges = [...bins.map((each) => each.from), bins.at(-1)?.to ?? 0];
  const decimals = decimalsOf(edges);
  return (
    <g className="grid">
      {edges
        .filter((_, index) => index % every === 0)
        .map((each) => (
          <text key={each} x={x(each)} y={at} textAnchor="middle">
            {subject.voice.number(each, decimals)}
          </text>
        ))}
    </g>
  );
}

function Bars({ bins, size, x, top, subject }: Drawing & { readonly x: (value: number) => number; readonly top: number }): ReactElement {
  const most = Math.max(...bins.map((each) => each.count));
  const y = scaleLinear([0, most], [top + size.bars, top]).nice(3);
  const ticks = y.ticks(3).filter(Number.isInteger);
  return (
    <>
      <g className="grid">
        {ticks.map((tick) => (
          <g key={tick}>
            <path className={tick === 0 ? "zero" : undefined} d={`M${left} ${whole(y(tick))}H${size.width - right}`} />
            <text x={left - 6} y={whole(y(tick)) + 5} textAnchor="end">
              {subject.voice.number(tick)}
            </text>
          </g>
        ))}
      </g>
      {bins
        .filter((each) => each.count > 0)
        .map((each) => (
          <rect
            key={each.from}
            className={each.mine ? "bin with-mine" : "bin"}
            x={whole(x(each.from) + 0.75)}
            width={Math.max(1, whole(x(each.to) - x(each.from) - 1.5))}
            y={whole(y(each.count))}
            height={whole(top + size.bars - y(each.count))}
          />
        ))}
    </>
  );
}

/** Lines of the marked areas through histogram and strip, each with its name and figure on a line of its own. */
function Marks({ found, size, x, subject, to }: Drawing & { readonly x: (value: number) => number; readonly to: number }): ReactElement {
  const { voice, measured } = subject;
  const marked = [...found.beside.map((row) => ({ row, own: false })), ...found.mine.map((row) => ({ row, own: true }))];
  return (
    <>
      {marked.map(({ row, own }, index) => {
        const at = x(row.cell.value ?? 0);
        const y = labelLine * (index + 1) - 5;
        const isLeft = at < size.width / 2;
        return (
          <g key={`${row.area.level}:${row.area.code}`} className={own ? "marked mine" : `marked beside-${index}`}>
            <path d={`M${at} ${y + 5}V${to}`} />
            <text x={isLeft ? Math.max(2, at - 4) : Math.min(size.width - 2, at + 4)} y={y} textAnchor={isLeft ? "start" : "end"}>
              {`${nameOf(row.area, voice)} ${plainOf(row.cell, measured.decimals, voice)}`}
            </text>
          </g>
        );
      })}
    </>
  );
}

function Drawn(props: Drawing & { readonly alt: string }): ReactElement {
  const { subject, found, size } = props;
  const x = scaleX(props);
  const top = labelLine * (found.mine.length + found.beside.length) + 8;
  const strip = top + size.bars + 8;
  const height = strip + stripHeight + axisHeight;
  return (
    <svg
      className={`chart distribution ${size.name}`}
      viewBox={`0 0 ${size.width} ${height}`}
      role="img"
      aria-label={props.alt}
      data-table={subject.id}
    >
      <Bars {...props} x={x} top={top} />
      <g className="ticks">
        {found.shown.map((each) => (
          <path key={each.area.code} d={`M${x(each.cell.value ?? 0)} ${strip + 5}v20`} data-a={each.area.code} />
        ))}
      </g>
      <Marks {...props} x={x} to={strip + stripHeight - 4} />
      <Axis {...props} x={x} at={height - 6} />
    </svg>
  );
}

/** All areas of a level as a histogram with a strip below it, the reader's own and those beside it marked. */
export function Distribution({ subject }: { readonly subject: Subject }): ReactElement {
  const telling = tellDistribution(subject);
  const found = distributionOf(subject);
  const bins = binsOf(found);
  const { voice } = subject;
  return (
    <Framed telling={telling} className="spread-out" foot={<p className="foot">{footOf(found, subject)}</p>}>
      <p className="axis-name" aria-hidden="true">
        {distributionWords(voice).count(voice.say(subject.plural))}
      </p>
      {sizes.map((size) => (
        <Drawn key={size.name} subject={subject} found={found} bins={bins} size={size} alt={telling.alt} />
      ))}
    </Framed>
  );
}
