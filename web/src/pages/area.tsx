import type { AreaView, SimilarView } from "@peil/core/api.ts";
import { Fragment, type ReactElement } from "react";
import { areaHref, exploreHref, glanceHref, type Place } from "../address.ts";
import type { Around, Page } from "../page.ts";
import { langFor, Say } from "../presentations/parts.tsx";
import { areaInSentence, capital } from "../text/area-name.ts";
import { areaSentences } from "../text/area-sentences.ts";
import { exploreWords } from "../text/explore.ts";
import { glanceWords } from "../text/glance.ts";
import type { Voice } from "../text/voice.ts";
import { MethodLinks } from "../widgets/method-links.tsx";
import { AreaOptions, Select } from "../widgets/options.tsx";
import { Trail } from "../widgets/trail.tsx";
import { methodsOfArea } from "./area-methods.ts";
import { ProfileTable } from "./profile-table.tsx";
import { SimilarAreas, similarLink } from "./similar-areas.tsx";

type Props = {
  readonly view: AreaView;
  readonly voice: Voice;
  readonly compare: string;
  readonly similar: SimilarView | undefined;
};

/** Places up to this one count as being in front. */
const front = 5;

function Opening({ view, voice }: Props): ReactElement {
  const rows = view.themes.flatMap((each) => each.rows);
  const unique = [...new Map(rows.map((row) => [row.indicator.code, row])).values()];
  const top = unique
    .flatMap((row) =>
      row.rank && row.rank.position <= front && row.rank.of > 2 * front ? [{ name: row.indicator.name, ...row.rank }] : [],
    )
    .toSorted((a, b) => a.position - b.position)
    .slice(0, 3);
  const sentences = areaSentences(
    {
      name: view.area.name,
      article: view.area.article,
      figures: unique.length,
      themes: view.themes.length,
      beside: view.columns,
      top,
      plural: view.level.plural,
    },
    voice,
  );
  return <p className="lead">{sentences.join(" ")}</p>;
}

/** Where the area came from and what became of it. */
function History({ view, voice }: Props): ReactElement | null {
  const { area } = voice.m;
  const { predecessors, successors } = view;
  if (predecessors.length === 0 && successors.length === 0) return null;
  const name = capital(areaInSentence(view.area.name, voice, view.area.article));
  const parts = voice.m.list(predecessors.map((each) => voice.say(each.name)));
  const until = predecessors[0]?.until;
  const since = successors[0]?.since;
  const whole = voice.m.list(successors.map((each) => voice.say(each.name)));
  return (
    <div className="history">
      {predecessors.length > 0 && (
        <p>
          {until === undefined ? area.madeOfNoYear(name, parts) : area.madeOf(name, String(until + 1), parts)} {area.older}{" "}
          {predecessors.map((each) => (
            <a key={`${each.level}:${each.code}`} href={areaHref(voice.language, each)}>
              {voice.say(each.name)}
              {each.until !== undefined && ` (– ${each.until})`}
            </a>
          ))}
        </p>
      )}
      {successors.length > 0 && (
        <p>
          {since === undefined ? area.became(name, whole) : area.becameSince(name, String(since), whole)}{" "}
          {successors.map((each) => (
            <a key={`${each.level}:${each.code}`} href={areaHref(voice.language, each)}>
              {area.successor}: {voice.say(each.name)}
            </a>
          ))}
        </p>
      )}
    </div>
  );
}

/** The parents that the area stands beside make the way to it; without such, all of them do. */
function mainParents(view: AreaView): AreaView["parents"] {
  const beside = new Set(view.columns.map((each) => `${each.level}:${each.code}`));
  const main = view.parents.filter((each) => beside.has(`${each.level}:${each.code}`));
  return main.length > 0 ? main : view.parents;
}

/** The other areas in which it lies. */
function Others({ view, voice }: Props): ReactElement | null {
  const main = new Set(mainParents(view));
  const others = view.parents.filter((each) => !main.has(each));
  if (others.length === 0) return null;
  return (
    <p className="others">
      {voice.m.area.lies}:{" "}
      {others.map((each, index) => (
        <Fragment key={`${each.level}:${each.code}`}>
          {index > 0 && ", "}
          <a href={areaHref(voice.language, each)} lang={langFor(each.name, voice)}>
            {voice.say(each.name)}
          </a>
        </Fragment>
      ))}
    </p>
  );
}

function Compare({ view, voice, compare }: Props): ReactElement | null {
  const { area } = voice.m;
  if (view.choices.compare.length === 0) return null;
  return (
    <form className="compare" method="get" action={areaHref(voice.language, view.area)} data-follow="">
      <Select id="compare" name="compare" label={area.compare} value={compare}>
        <option value="">{area.compareNone}</option>
        <AreaOptions areas={view.choices.compare} voice={voice} value={(each) => `${each.level}:${each.code}`} />
      </Select>
      <button type="submit">{area.apply}</button>
    </form>
  );
}

function ThemeNav({ view, voice }: Props): ReactElement {
  return (
    <nav className="contents" aria-label={voice.m.area.themes}>
      <ul>
        {view.themes.map(({ theme }) => (
          <li key={theme.code}>
            <a href={`#${theme.code}`} lang={langFor(theme.name, voice)}>
              {voice.say(theme.name)}
            </a>
          </li>
        ))}
        {similarLink(view, voice)}
      </ul>
    </nav>
  );
}

/** The rules by which the figures of the page were made, each with its page. */
function Rules({ view, voice, similar }: Props): ReactElement | null {
  const rules = methodsOfArea(view, similar !== undefined);
  if (rules.length === 0) return null;
  return (
    <section className="rules" aria-labelledby="rules">
      <h2 id="rules">{voice.m.methods.beside}</h2>
      <MethodLinks rules={rules} voice={voice} />
    </section>
  );
}

function body(props: Props): ReactElement {
  const { view, voice } = props;
  const main = mainParents(view);
  const steps = main.map((each) => ({ name: each.name, href: areaHref(voice.language, each) }));
  return (
    <>
      <Trail voice={voice} steps={[...steps, { name: view.area.name }]} />
      <header className="area-head">
        <p className="kind">
          <Say text={view.level.name} voice={voice} />
        </p>
        <h1>
          <Say text={view.area.name} voice={voice} />
        </h1>
        <Opening {...props} />
        <History {...props} />
        <p className="ways">
          <a href={glanceHref(voice.language, view.area)}>{glanceWords(voice).kind(voice.say(view.level.name))}</a>
          <a href={exploreHref(voice.language, view.area)}>
            {exploreWords(voice).allOf(areaInSentence(view.area.name, voice, view.area.article))}
          </a>
        </p>
        <Others {...props} />
      </header>
      <div className="area-tools">
        <ThemeNav {...props} />
        <Compare {...props} />
      </div>
      {view.themes.length === 0 && <p>{voice.m.area.empty}</p>}
      {view.themes.map((section) => (
        <ProfileTable key={section.theme.code} section={section} view={view} voice={voice} />
      ))}
      {view.themes.some((each) => each.rows.some((row) => row.rank)) && <p className="foot">{voice.m.area.rankHelp}</p>}
      {props.similar && <SimilarAreas view={props.similar} voice={voice} compare={props.compare} />}
      <Rules {...props} />
    </>
  );
}

/** The page of an area: per theme its figures beside those of the areas it lies in. */
export async function areaPage({ voice, read }: Around, place: Extract<Place, { page: "area" }>): Promise<Page> {
  const view = await read("area", { level: place.level, code: place.code, compare: place.compare });
  const { level, code } = view.area;
  const asked = { level, code, preset: place.similar ?? "", parts: "", count: "" };
  const similar = (view.choices.similar ?? []).length > 0 ? await read("similar", asked) : undefined;
  return { kind: "area", title: voice.say(view.area.name), body: body({ view, voice, compare: place.compare, similar }) };
}
