import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import { spreadWords } from "../text/spread.ts";
import { type CloudScene, coloursOf, radiusFor, withUnit } from "./cloud-drawing.tsx";
import { goneText, periodCode } from "./moment-of.ts";
import { nameOf } from "./parts.tsx";
import { readableSizes } from "./size-key.ts";

function SizeKey({ scene }: { readonly scene: CloudScene }): ReactElement | null {
  const { roles, span, subject } = scene;
  const top = Math.max(0, ...span.size);
  if (!roles.size || top <= 0) return null;
  const size = roles.size;
  return (
    <div className="size-key">
      <p>{spreadWords(subject.voice).sizeOf(withUnit(size))}</p>
      <ul>
        {readableSizes(top).map((value) => {
          const r = radiusFor(value, top, 24);
          return (
            <li key={value}>
              <svg width={Math.ceil(2 * r + 2)} height={Math.ceil(2 * r + 2)} aria-hidden="true" focusable="false">
                <circle className="key-circle" cx={r + 1} cy={r + 1} r={r} />
              </svg>
              {subject.voice.number(value)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ColourKey({ scene }: { readonly scene: CloudScene }): ReactElement | null {
  const colours = coloursOf(scene);
  const { roles, cloud, subject } = scene;
  if (!colours || !roles.colour) return null;
  const { voice } = subject;
  const decimals = roles.colour.measured.decimals;
  const bounds = [colours.low, ...colours.breaks, colours.high];
  const gone = cloud.points.filter((each) => each.colour?.value === undefined);
  const hidden = gone.filter((each) => each.colour?.status === 2 || each.colour?.status === 7).length;
  return (
    <div className="colour-key">
      <p>{spreadWords(voice).colourOf(withUnit(roles.colour))}</p>
      <ul className={`classes-${colours.counts.length}`}>
        {colours.counts.map((count, at) => (
          <li key={bounds[at]}>
            <span className={`swatch c${at}`} />
            {voice.m.legend.class(voice.number(bounds[at] ?? 0, decimals), voice.number(bounds[at + 1] ?? 0, decimals))}
            <span className="count">{voice.m.legend.count(count)}</span>
          </li>
        ))}
        {hidden > 0 && (
          <li>
            <span className="swatch hatched" />
            {voice.m.legend.hidden} <span className="count">{voice.m.legend.count(hidden)}</span>
          </li>
        )}
        {gone.length > hidden && (
          <li>
            <span className="swatch dotted" />
            {voice.m.legend.missing} <span className="count">{voice.m.legend.count(gone.length - hidden)}</span>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Of which indicators the period has no figures. */
function nothingOf({ roles, cloud, subject, period }: CloudScene): string {
  const when = periodName(periodCode(roles.x, period), subject.voice);
  const empty = [
    roles.colour && cloud.points.every((each) => each.colour?.value === undefined) ? roles.colour : undefined,
    roles.size && cloud.points.every((each) => each.size?.value === undefined) ? roles.size : undefined,
  ];
  return empty.flatMap((each) => (each ? [spreadWords(subject.voice).noneOf(subject.voice.say(each.measured.name), when)] : [])).join(" ");
}

/** What size and colour of the points mean, what the lines are, and what is not drawn. */
export function CloudKeys({ scene }: { readonly scene: CloudScene }): ReactElement {
  const { subject, cloud } = scene;
  const words = spreadWords(subject.voice);
  const gone = [nothingOf(scene), goneText(cloud.gone, subject.voice)].filter((each) => each !== "").join(" ");
  return (
    <div className="cloud-keys">
      <SizeKey scene={scene} />
      <ColourKey scene={scene} />
      {cloud.benchmark && scene.showQuadrants && (
        <p className="line-key">
          <svg width="28" height="10" aria-hidden="true" focusable="false">
            <path className="quadrant-key" d="M0 5h28" />
          </svg>
          {words.quadrants(nameOf(cloud.benchmark.area, subject.voice))}
        </p>
      )}
      {cloud.line && scene.showLine && (
        <p className="foot">{words.fit(subject.voice.number(cloud.line.r2, 2), subject.voice.number(cloud.line.n))}</p>
      )}
      {scene.trails.length > 0 && <p className="foot">{words.trailKey}</p>}
      {gone !== "" && <p className="foot">{gone}</p>}
    </div>
  );
}
