import type { ReactElement } from "react";
import { periodName } from "../text/period.ts";
import { spreadWords } from "../text/spread.ts";
import { allows } from "./judged-roles.ts";
import { subjectsOf } from "./many.ts";
import { goneText, momentOf, momentSetting, periodCode } from "./moment-of.ts";
import { ownPlaces } from "./own-words.ts";
import { Framed, measuredLine, nameOf } from "./parts.tsx";
import type { Presentation, Subject, Telling } from "./presentation.ts";
import { memberAxes } from "./reading.ts";
import { isNumeric } from "./scatter.tsx";
import { ownSentences, type Spread, spreadOf, written } from "./spread-of.ts";
import { StripDrawing } from "./strip-drawing.tsx";

/** Most indicators that get a strip each. */
const most = 6;

/** The spread of each indicator that makes sense as one, in its own last period. */
function spreadsOf(subject: Subject): readonly Spread[] {
  if (memberAxes(subject.cube).length > 0) return [];
  return subjectsOf(subject)
    .filter((each) => isNumeric(each) && allows("box", [each], each.cube))
    .slice(0, most)
    .map((each) => spreadOf(each, momentOf([each])))
    .filter((each) => each.dots.length > 1);
}

function tellStrip(spread: Spread): Telling {
  const { subject, dots, five, period } = spread;
  const { voice, measured } = subject;
  const words = spreadWords(voice);
  const when = periodName(periodCode(subject, period), voice);
  const [low, high] = [dots[0], dots.at(-1)];
  const alt = [words.stripAlt(voice.say(measured.name), when, voice.number(dots.length))];
  if (low && high) {
    alt.push(words.lowest(nameOf(low.area, voice), written(subject, low.value)));
    alt.push(words.highest(nameOf(high.area, voice), written(subject, high.value)));
  }
  if (five) alt.push(words.medianIs(written(subject, five.median)), words.halfAlt(written(subject, five.q1), written(subject, five.q3)));
  alt.push(ownSentences(spread, words.between));
  const places = ownPlaces(subject, period, 3);
  const title = places ?? (five ? words.half(written(subject, five.q1), written(subject, five.q3)) : "");
  return {
    title,
    subtitle: measuredLine(measured, voice, voice.say(subject.plural), when),
    alt: alt.filter((each) => each !== "").join(" "),
  };
}

function Keys({ spread }: { readonly spread: Spread }): ReactElement {
  const words = spreadWords(spread.subject.voice);
  const gone = goneText(spread.gone, spread.subject.voice);
  return (
    <>
      <ul className="keys">
        <li>
          <svg width="12" height="12" aria-hidden="true" focusable="false">
            <circle className="dot plain" cx="6" cy="6" r="4" />
          </svg>
          {words.dot}
        </li>
        <li>
          <span className="swatch middle-half" />
          {words.middle}
        </li>
        <li>
          <svg width="8" height="14" aria-hidden="true" focusable="false">
            <path className="median-key" d="M4 0v14" />
          </svg>
          {words.median}
        </li>
      </ul>
      {gone !== "" && <p className="foot">{gone}</p>}
    </>
  );
}

function One({ spread }: { readonly spread: Spread }): ReactElement {
  const telling = tellStrip(spread);
  return (
    <Framed telling={telling} className="spreads" foot={<Keys spread={spread} />}>
      <StripDrawing spread={spread} size="wide" alt={telling.alt} />
      <StripDrawing spread={spread} size="narrow" alt={telling.alt} />
    </Framed>
  );
}

/** All areas on a line, the reader's own and the benchmark marked; a line for each indicator. */
export const strip: Presentation<"strip"> = {
  code: "strip",
  suits: (subject) => spreadsOf(subject).length > 0,
  tell(subject) {
    const told = spreadsOf(subject).map(tellStrip);
    const [first] = told;
    if (!first) return { title: "", subtitle: "", alt: "" };
    return { ...first, alt: told.map((each) => each.alt).join(" ") };
  },
  draw: (subject) => (
    <div className="strips">
      {spreadsOf(subject).map((each) => (
        <One key={each.subject.id} spread={each} />
      ))}
    </div>
  ),
  settings: (subject) => momentSetting(subject, subjectsOf(subject).slice(0, 1)),
};
