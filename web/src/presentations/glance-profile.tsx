import type { ReactElement } from "react";
import { clipped, isOutlier, type Mark, type ProfileTheme, ruler, shapeAt, wrapped } from "./glance-marks.ts";

/** What the profile is called and says; every text comes from the caller. */
export type ProfileWords = {
  readonly title: string;
  readonly subtitle: string;
  readonly legend: Readonly<Record<Mark["word"], string>>;
  readonly lower: string;
  readonly higher: string;
  readonly foot: string;
};

type Props = { readonly themes: readonly ProfileTheme[]; readonly words: ProfileWords };

/** Wide: names at the left, a lane for each. */
const wide = { width: 560, names: 272, line: 17, lane: 24, letters: 41 };
/** Narrow: all marks of a theme in one lane, the outliers named under it. */
const narrow = { width: 328, lane: 30, line: 19, letters: 44 };

function Lines({ scale, height }: { readonly scale: (value: number) => number; readonly height: number }): ReactElement {
  const at = (value: number): string => `M${scale(value)} 0V${height}`;
  return (
    <g className="lines">
      <path d={[-3, -2, -1, 1, 2, 3].map(at).join("")} />
      <path className="zero" d={at(0)} />
    </g>
  );
}

function Wide({ theme }: { readonly theme: ProfileTheme }): ReactElement {
  const { width, names, line, lane, letters } = wide;
  const scale = ruler(names + 14, width - 26);
  let y = 0;
  const rows = theme.marks.map((mark) => {
    const lines = wrapped(mark.name, letters);
    const height = lane + (lines.length - 1) * line;
    const top = y;
    y += height;
    return { mark, lines, top, middle: top + height / 2 };
  });
  const zero = scale(0);
  return (
    <svg className="chart wide glance-lanes" viewBox={`0 0 ${width} ${y}`} role="img" aria-label={theme.label}>
      <Lines scale={scale} height={y} />
      <path className="stem" d={rows.map(({ mark, middle }) => `M${zero} ${middle}H${scale(clipped(mark.distance))}`).join("")} />
      {rows.map(({ mark, lines, top, middle }) => {
        const x = scale(clipped(mark.distance));
        const isFar = isOutlier(mark);
        const before = mark.distance < 0;
        return (
          <g key={mark.code} className={isFar ? "far" : undefined} data-i={mark.code}>
            {lines.map((each, at) => (
              <text key={each} x="0" y={top + 17 + at * line}>
                {each}
              </text>
            ))}
            <path className={mark.word} d={shapeAt(mark.word, x, middle)} />
            {isFar && (
              <text className="value" x={before ? x - 10 : x + 10} y={middle + 5} textAnchor={before ? "end" : "start"}>
                {mark.figure}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}

function Narrow({ theme }: { readonly theme: ProfileTheme }): ReactElement {
  const { width, lane, line, letters } = narrow;
  const scale = ruler(12, width - 12);
  const far = theme.marks.filter(isOutlier);
  let y = lane + 14;
  const named = far.map((mark) => {
    const lines = wrapped(`${mark.name}: ${mark.figure}`, letters);
    const top = y;
    y += lines.length * line + 3;
    return { mark, lines, top };
  });
  return (
    <svg className="chart narrow glance-lanes" viewBox={`0 0 ${width} ${y}`} role="img" aria-label={theme.label}>
      <Lines scale={scale} height={lane} />
      {theme.marks.map((mark) => (
        <path key={mark.code} className={mark.word} d={shapeAt(mark.word, scale(clipped(mark.distance)), lane / 2)} />
      ))}
      {named.map(({ mark, lines, top }) => (
        <g key={mark.code} className="far">
          <path className={mark.word} d={shapeAt(mark.word, 8, top - 5)} />
          {lines.map((each, at) => (
            <text key={each} x="22" y={top + at * line}>
              {each}
            </text>
          ))}
        </g>
      ))}
    </svg>
  );
}

function Legend({ words }: { readonly words: ProfileWords }): ReactElement {
  return (
    <p className="profile-legend">
      {(["strength", "attention", "other"] as const).map((each) => (
        <span key={each}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path className={each} d={shapeAt(each, 8, 8)} />
          </svg>
          {words.legend[each]}
        </span>
      ))}
      <span>
        ← {words.lower} · {words.higher} →
      </span>
    </p>
  );
}

/**
 * The profile of an area: each indicator's distance to the benchmark on one scale of standard deviations, theme by theme. What is
 * judged stands out by its shape; what lies far or is judged carries its figure. Drawn twice, for wide and for narrow pages.
 */
export function GlanceProfile({ themes, words }: Props): ReactElement {
  return (
    <figure className="drawing glance-profile">
      <figcaption>
        <h2 id="profile">{words.title}</h2>
        <p className="measured">{words.subtitle}</p>
        <Legend words={words} />
      </figcaption>
      <div className="lanes">
        {themes.map((theme) => (
          <div key={theme.code}>
            <p className="lane-name" lang={theme.lang}>
              {theme.name}
            </p>
            <Wide theme={theme} />
            <Narrow theme={theme} />
          </div>
        ))}
      </div>
      <p className="foot">{words.foot}</p>
    </figure>
  );
}
