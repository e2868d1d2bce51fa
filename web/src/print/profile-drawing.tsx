import type { GlanceRow, GlanceTheme } from "@peil/core/api-glance.ts";
import type { ReactElement } from "react";
import { type ScanWords, scanWords } from "../text/scan.ts";
import type { Voice } from "../text/voice.ts";
import { shownIn } from "./scan-figures.ts";

const width = 760;
const left = 316;
const right = 560;
const rowHeight = 19;
const themeHeight = 27;
const top = 44;
/** Distances beyond this stand at the edge, with an arrow. */
const reach = 3;
const letters = 46;

type Props = {
  readonly themes: readonly GlanceTheme[];
  readonly area: string;
  readonly benchmark: string;
  readonly alt: string;
  readonly voice: Voice;
};

const x = (distance: number): number =>
  Math.round((left + ((Math.max(-reach, Math.min(reach, distance)) + reach) / (2 * reach)) * (right - left)) * 10) / 10;

function cut(text: string): string {
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

/** A filled disc for a strength, an open square for a point of attention, a small grey disc for neither; an arrow beyond the scale. */
function Mark({ row, y }: { readonly row: GlanceRow; readonly y: number }): ReactElement | null {
  if (row.distance === undefined) return null;
  const at = x(row.distance);
  const beyond = Math.abs(row.distance) > reach;
  const way = row.distance > 0 ? 1 : -1;
  return (
    <>
      <path className="scan-stem" d={`M${x(0)} ${y}H${at}`} />
      {row.judgement === "strength" && <circle className="scan-strength" cx={at} cy={y} r="5" />}
      {row.judgement === "attention" && <rect className="scan-attention" x={at - 4.5} y={y - 4.5} width="9" height="9" />}
      {row.judgement === undefined && <circle className="scan-neither" cx={at} cy={y} r="3.5" />}
      {beyond && <path className="scan-beyond" d={`M${at + way * 8} ${y - 4}l${way * 6} 4l${way * -6} 4z`} />}
    </>
  );
}

function Row({ row, y, voice }: { readonly row: GlanceRow; readonly y: number; readonly voice: Voice }): ReactElement {
  return (
    <g>
      <text className="scan-name" x="0" y={y + 4.5}>
        {cut(voice.say(row.indicator.name))}
      </text>
      <path className="scan-row" d={`M${left} ${y}H${right}`} />
      <Mark row={row} y={y} />
      <text className="scan-own" x="660" y={y + 4.5} textAnchor="end">
        {shownIn(row.cell, row, voice)}
      </text>
      <text className="scan-other" x={width} y={y + 4.5} textAnchor="end">
        {row.benchmark.value === undefined && row.noBenchmark ? "–" : shownIn(row.benchmark, row, voice)}
      </text>
    </g>
  );
}

function Keys({ words, y }: { readonly words: ScanWords; readonly y: number }): ReactElement {
  return (
    <g>
      <circle className="scan-strength" cx="6" cy={y} r="5" />
      <text className="scan-key" x="18" y={y + 4}>
        {words.judged.strength}
      </text>
      <rect className="scan-attention" x="121.5" y={y - 4.5} width="9" height="9" />
      <text className="scan-key" x="138" y={y + 4}>
        {words.judged.attention}
      </text>
      <circle className="scan-neither" cx="276" cy={y} r="3.5" />
      <text className="scan-key" x="286" y={y + 4}>
        {words.neither}
      </text>
    </g>
  );
}

/** The names of the two columns of figures; long ones are cut, the caption says them whole. */
function Heads({ area, benchmark, words }: { readonly area: string; readonly benchmark: string; readonly words: ScanWords }): ReactElement {
  const short = (text: string): string => (text.length <= 15 ? text : `${text.slice(0, 14).trimEnd()}…`);
  return (
    <g>
      <text className="scan-key" x={left} y="30">
        {`← ${words.lower}`}
      </text>
      <text className="scan-key" x={right} y="30" textAnchor="end">
        {`${words.higher} →`}
      </text>
      <text className="scan-own scan-strong" x="660" y="30" textAnchor="end">
        {short(area)}
      </text>
      <text className="scan-other scan-strong" x={width} y="30" textAnchor="end">
        {short(benchmark)}
      </text>
    </g>
  );
}

/** How far every core figure of an area lies from the benchmark: a line of dots per theme, for paper. */
export function ProfileDrawing({ themes, area, benchmark, alt, voice }: Props): ReactElement {
  const words = scanWords(voice);
  let y = top;
  const lines = themes.map(({ theme, rows }) => {
    const head = y + 17;
    y += themeHeight;
    const drawn = rows.map((row) => {
      const at = y + rowHeight / 2;
      y += rowHeight;
      return <Row key={row.indicator.code} row={row} y={at} voice={voice} />;
    });
    return (
      <g key={theme.code}>
        <text className="scan-strong" x="0" y={head}>
          {voice.say(theme.name)}
        </text>
        {drawn}
      </g>
    );
  });
  const height = y + 30;
  return (
    <svg className="scan-profile" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={alt}>
      {[-2, -1, 1, 2].map((each) => (
        <path className="scan-grid" key={each} d={`M${x(each)} ${top - 6}V${y + 4}`} />
      ))}
      <path className="scan-zero" d={`M${x(0)} ${top - 10}V${y + 4}`} />
      <Heads area={area} benchmark={benchmark} words={words} />
      {lines}
      <Keys words={words} y={y + 18} />
    </svg>
  );
}
