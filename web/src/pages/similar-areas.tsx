import type { AreaView, SimilarArea, SimilarPart, SimilarView } from "@peil/core/api.ts";
import type { ReactElement } from "react";
import { areaHref } from "../address.ts";
import { langFor, Say } from "../presentations/parts.tsx";
import { areaInSentence } from "../text/area-name.ts";
import { periodName } from "../text/period.ts";
import { figure } from "../text/unit.ts";
import type { Voice } from "../text/voice.ts";

type Props = { readonly view: SimilarView; readonly voice: Voice; readonly compare: string };

/** Anchor of the section. */
export const similarAnchor = "similar-areas";

/** A thing in which two areas stand close or far: how far, regardless of its weight. */
type Reason = { readonly part: SimilarPart; readonly own: number; readonly other: number; readonly apart: number };

function reasonsOf(near: SimilarArea, parts: readonly SimilarPart[]): readonly Reason[] {
  return parts
    .flatMap((part, at) => {
      const { value: other, adds } = near.parts[at] ?? {};
      return part.value === undefined || other === undefined || adds === undefined
        ? []
        : [{ part, own: part.value, other, apart: adds / part.weight }];
    })
    .toSorted((a, b) => a.apart - b.apart);
}

function nameOfPart(part: SimilarPart, voice: Voice): string {
  const name = voice.say(part.name);
  return part.member === undefined ? name : `${name}, ${voice.say(part.member)}`;
}

/** In words where two areas are closest and farthest. */
function whyOf(near: SimilarArea, parts: readonly SimilarPart[], voice: Voice): string {
  const { similar } = voice.m;
  const reasons = reasonsOf(near, parts);
  const told = ({ part, own, other }: Reason): readonly [string, string, string] => [
    nameOfPart(part, voice),
    figure(other, part.unit, part.decimals, voice),
    voice.number(own, part.decimals),
  ];
  const [closest, farthest] = [reasons[0], reasons.at(-1)];
  if (!closest || !farthest) return "";
  if (closest === farthest) return similar.one(...told(closest));
  return `${similar.closest(...told(closest))} ${similar.farthest(...told(farthest))}`;
}

function Presets({ view, voice, compare }: Props): ReactElement | null {
  if (view.presets.length < 2) return null;
  return (
    <p className="ways">
      {voice.m.similar.by}:{" "}
      {view.presets.map((each) => (
        <a
          key={each.code}
          href={`${areaHref(voice.language, view.area, compare, each.code)}#${similarAnchor}`}
          aria-current={each.code === view.preset?.code ? "true" : undefined}
          lang={langFor(each.name, voice)}
        >
          {voice.say(each.name)}
        </a>
      ))}
    </p>
  );
}

/** What was compared: with whom, of when, and what fell out. */
function Basis({ view, voice }: Props): ReactElement {
  const { similar, list } = voice.m;
  const used = view.parts.filter((each) => each.value !== undefined);
  const missing = view.parts.filter((each) => each.value === undefined);
  const periods = [...new Set(used.map((each) => each.period))].toSorted();
  const region = view.region ? areaInSentence(view.region.name, voice, view.region.article) : "";
  const sentences = [
    similar.among(voice.number(view.among), voice.say(view.level.plural), region),
    ...(view.leftOut > 0 ? [similar.leftOut(view.leftOut)] : []),
    similar.periods(list(periods.map((each) => periodName(each, voice)))),
    ...(missing.length > 0 ? [similar.missing(list(missing.map((each) => nameOfPart(each, voice))))] : []),
    similar.how,
  ];
  return <p className="foot">{sentences.join(" ")}</p>;
}

/** The areas most like one, why, and a link that sets them beside it. */
export function SimilarAreas(props: Props): ReactElement {
  const { view, voice } = props;
  const { similar } = voice.m;
  const plural = voice.say(view.level.plural);
  const all = view.nearest.map(({ area }) => `${area.level}:${area.code}`).join(",");
  return (
    <section className="profile similar" aria-labelledby={similarAnchor}>
      <h2 id={similarAnchor}>{similar.title(plural)}</h2>
      <Presets {...props} />
      {view.nearest.length === 0 ? (
        <p>{similar.nothing}</p>
      ) : (
        <>
          <ol>
            {view.nearest.map((near) => (
              <li key={near.area.code}>
                <a href={areaHref(voice.language, near.area)}>
                  <Say text={near.area.name} voice={voice} />
                </a>{" "}
                <small>{similar.distance(voice.number(near.distance, 2))}</small>
                <p>{whyOf(near, view.parts, voice)}</p>
              </li>
            ))}
          </ol>
          <p>
            <a href={areaHref(voice.language, view.area, all, view.preset?.code)}>{similar.compare(plural)}</a>
          </p>
          <Basis {...props} />
        </>
      )}
    </section>
  );
}

/** The place of the section among the contents of the page. */
export function similarLink(view: AreaView, voice: Voice): ReactElement | null {
  if ((view.choices.similar ?? []).length === 0) return null;
  return (
    <li>
      <a href={`#${similarAnchor}`}>{voice.m.similar.title(voice.say(view.level.plural))}</a>
    </li>
  );
}
